"""How much of what is it: a number with its currency or unit, the other end of its range, and what it counts."""

from typing import NamedTuple

from reliability.extract import dates, ranges
from reliability.extract.counted import counted, share
from reliability.extract.currencies import cents_after, currency_after, currency_before
from reliability.extract.numeral import Numeral
from reliability.extract.numerals import is_multiple, numeral
from reliability.extract.tokens import Tokens
from reliability.extract.units import Unit, durations, rate, unit_after
from reliability.extract.years import is_age

_MILLION = 1e6
_SCALES = {"million": _MILLION, "billion": 1e9, "trillion": 1e12}
_IN_MILLIONS = frozenset({"musd", "meur"})
_CENT = 0.01


class Amount(NamedTuple):
    """A number with its currency and unit, and where it stands.

    Attributes:
        read: The number.
        unit: Its unit, ``None`` where none is printed right behind or before it.
        start: Where its first character stands, currency included.
        first: Its first token, currency included.
        last: Its last token, unit included.
        end: Where its last character ends, unit included.
    """

    read: Numeral
    unit: Unit | None
    start: int
    first: int
    last: int
    end: int


def measured(tokens: Tokens, read: Numeral, currency: tuple[str, int] | None) -> Amount:
    """A number with the unit before or behind it; the noun it counts is looked for later.

    Args:
        tokens: The sentence.
        read: The number.
        currency: The code of the currency before it and where that begins, if there is one.
    """
    reach = read
    many = read.high is not None or (read.scale > 1.0 and tokens.words[read.last].endswith("ns"))
    if many and tokens.word(read.last + 1) == "of":  # tens of millions of dollars, 84 millions of euros
        reach = read._replace(last=read.last + 1, end=tokens.end(read.last + 1))
    if currency is not None:
        return _priced(tokens, read, reach, currency)
    after = currency_after(tokens, reach)
    if after is None:
        unit = unit_after(tokens, reach)
    else:
        read, unit = _scaled_behind(tokens, read, Unit("money", after.code, after.end, after.last))
        if (cents := cents_after(tokens, unit.last)) is not None:
            read = read._replace(value=read.value + cents[0], precision=_CENT / 2)
            unit = unit._replace(last=cents[1], end=tokens.end(cents[1]))
    if unit is None:
        return Amount(read, None, read.start, read.first, read.last, read.end)
    return Amount(read, unit, read.start, read.first, max(unit.last, read.last), max(unit.end, read.end))


def _priced(tokens: Tokens, read: Numeral, reach: Numeral, currency: tuple[str, int]) -> Amount:
    """A sum with its currency before it: "US$2 billion", "$2 million dollars", "$500 US"."""
    code, start = currency
    first, last, end = read.first, read.last, read.end
    while first and tokens.starts[first - 1] >= start:
        first -= 1
    after = currency_after(tokens, reach)
    if after is not None and code in {after.code, "USD"}:
        code, last, end = after.code, after.last, after.end
    elif code == "USD" and tokens.raw(last + 1) == "US" and tokens.gap(last) in {" ", "\u00a0"}:
        last, end = last + 1, tokens.end(last + 1)
    return Amount(read, Unit("money", code, end, last), start, first, last, end)


def _scaled_behind(tokens: Tokens, read: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """Sums whose scale stands behind or in the currency: "75 USD million", "30 MUSD"."""
    factor = _SCALES.get(tokens.word(unit.last + 1))
    if read.scale > 1.0 or (factor is None and tokens.words[unit.last] not in _IN_MILLIONS):
        return read, unit
    if factor is not None:
        unit = unit._replace(end=tokens.end(unit.last + 1), last=unit.last + 1)
    factor = factor or _MILLION
    return read._replace(value=read.value * factor, precision=read.precision * factor, scale=factor), unit


def upper(tokens: Tokens, low: Amount) -> Amount | None:
    """The other end of a range that begins with an amount, or ``None``."""
    if low.read.high is not None or low.read.share:
        return None
    joined = ranges.connector(tokens, low.first, low.last, low.read, has_unit=low.unit is not None)
    if joined is None or dates.moment(tokens, joined) is not None:
        return None
    currency = currency_before(tokens, tokens.starts[joined])
    money = currency is not None or (low.unit is not None and low.unit.kind == "money")
    read = numeral(tokens, joined, money=money)
    if read is None or read.share:
        return None
    high = measured(tokens, read, currency)
    between = tokens.words[low.last + 1] if joined > low.last + 1 else "dash"
    kinds = [(unit.kind, unit.name) if unit else ("", "") for unit in (low.unit, high.unit)]
    return high if ranges.fits(low.read, high.read, *kinds, joined_by=between) else None


def named_unit(tokens: Tokens, first: int, read: Numeral) -> Unit | None:
    """What a number measures or counts where no unit is printed right behind it: a magnitude, an age, a noun.

    Args:
        tokens: The sentence.
        first: The first token of the whole range.
        read: The number the noun would stand behind: the range's upper end.
    """
    if (tokens.word(first - 1), tokens.words[read.last]) == ("or", "two") and (
        name := tokens.word(first - 2)
    ).isalpha():
        kind = "duration" if name in durations() else "count"  # a week or two
        return Unit(kind, name, read.end, read.last, (tokens.starts[first - 2], tokens.end(first - 2)))
    if is_multiple(tokens.words[read.last]):
        return Unit("count", "time", read.end, read.last)
    if "magnitude" in {tokens.word(first - 1), tokens.word(first - 2) * (tokens.word(first - 1) == "of")}:
        return Unit("measure", "magnitude", read.end, read.last)
    if is_age(tokens, first, read):
        return Unit("age", "year of age", read.end, read.last)
    if read.share:
        whole = share(tokens, read.last)
        return Unit("number", "", read.end, read.last, (whole.start, whole.end)) if whole else None
    found = counted(tokens, first, read.last)
    if found is None:
        return None
    by = rate(tokens, found.last)
    return Unit(
        "count", found.name, read.end, read.last, (found.start, tokens.end(by[1]) if by else found.end)
    )


def aged(tokens: Tokens, first: int, unit: Unit) -> Unit:
    """A duration made an age where one is asked for before it: "under the age of 5 years"."""
    if unit.kind == "duration" and tokens.words[max(first - 2, 0) : first] == ("age", "of"):
        return unit._replace(kind="age", name=f"{unit.name} of age")
    return unit
