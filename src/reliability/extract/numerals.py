"""What number do these words print?"""

from functools import cache
from typing import Any, NamedTuple

from reliability.extract.digits import digits
from reliability.extract.lexicon import lexicon, words
from reliability.extract.numeral import JOINS, Numeral
from reliability.extract.tokens import Tokens

_ARTICLES = frozenset({"a", "an"})
_HUNDRED = 100.0
_TEN = 10.0
_LONGEST = 3  # digits of the whole in "one in 100"; a year has four


class _Tables(NamedTuple):
    units: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    fractions: dict[str, float]
    signs: dict[str, float]
    multiples: dict[str, float]
    not_half: frozenset[str]
    after_half: frozenset[str]
    uncertain: frozenset[str]


@cache
def _tables() -> _Tables:
    numbers: dict[str, Any] = lexicon("numbers")
    return _Tables(
        {word: float(value) for word, value in numbers["units"].items()},
        numbers["scales"],
        numbers["vague_scales"],
        numbers["fractions"],
        {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125},
        {word: float(value) for word, value in numbers["multiples"].items()},
        words(numbers["half"]["not_behind"]),
        words(numbers["half"]["before"]),
        words(numbers["names"]["uncertain"]),
    )


@cache
def openers() -> frozenset[str]:
    """The words that can open a number printed in words."""
    table = _tables()
    shares = {word for word in table.fractions if not word.endswith("s")}
    return (
        frozenset(table.units)
        | frozenset(table.scales)
        | frozenset(table.vague)
        | shares
        | {"half"}
        | frozenset(table.signs)
        | frozenset(table.multiples)
    )


def numeral(tokens: Tokens, index: int, *, money: bool) -> Numeral | None:
    """Reads the numeral that begins at a token, or ``None`` where none does.

    Args:
        tokens: The sentence.
        index: Where to begin.
        money: Whether a currency stands before it: then ``m`` is a million, never a metre.
    """
    word = tokens.words[index]
    if word[0].isdecimal():
        return digits(tokens, index, money=money)
    table = _tables()
    if word in table.units:
        return _cardinal(tokens, index, table)
    if word == "half":
        return _half(tokens, index, table)
    if word in table.vague:
        return _vague(tokens, index, table)
    if word in table.scales:
        return _bare_scale(tokens, index, table)
    if word in table.fractions:
        return _one_part(tokens, index, table)
    if word in table.signs:
        return _made(tokens, index, index, table.signs[word], 0.0)
    if word in table.multiples:
        return _made(tokens, index, index, table.multiples[word], 0.5)
    return None


def is_multiple(word: str) -> bool:
    """Whether a word says how many times: sixfold."""
    return word in _tables().multiples


def _made(tokens: Tokens, first: int, last: int, value: float, precision: float, **more: Any) -> Numeral:
    return Numeral(
        value, precision, first, last, tokens.starts[first], tokens.end(last), digits=False, **more
    )


def _cardinal(  # noqa: C901, PLR0912 - one branch per kind of word
    tokens: Tokens, index: int, table: _Tables, opened: float | None = None
) -> Numeral:
    """Two hundred and five thousand; three point five million; two and a half; two-thirds.

    Args:
        tokens: The sentence.
        index: The first number word, or a scale with an article before it.
        table: The word lists.
        opened: What an article before ``index`` is worth: "a hundred and five".
    """
    total, current, scale, previous = 0.0, opened, 1.0, 1.0
    last, position, precision = index, index, 0.5
    while position < len(tokens):
        word = tokens.words[position]
        if position > index and tokens.gap(position - 1) not in JOINS:
            break
        if word in table.units:
            value = table.units[word]
            if current is not None and not _continues(previous, value):
                break
            current, previous, last, precision = (current or 0.0) + value, value, position, 0.5
        elif word in table.scales and current is not None:
            previous = scale = table.scales[word]
            if scale == _HUNDRED:
                current *= scale
            else:
                total, current = total + current * scale, None
            last, precision = position, scale / 2
        elif total and current is None and table.scales.get(word, 0.0) > scale:
            previous, factor = table.scales[word], table.scales[word]  # two thousand million
            total, scale, last, precision = total * factor, factor, position, scale * factor / 2
        elif word == "and" and tokens.words[position + 1 : position + 3] in {("a", "half"), ("a", "quarter")}:
            part = table.fractions.get(tokens.words[position + 2], 0.5)
            if current is None:
                total += part * scale
            else:
                current += part
            position = last = position + 2
            precision = part * scale / 2
        elif word == "point" and current is not None and tokens.word(position + 1) in table.units:
            last, part = _decimals(tokens, position + 1, table)
            current, position, precision = current + part, last, part / 2
        elif not (word == "and" and previous >= _HUNDRED and tokens.word(position + 1) in table.units):
            break
        position += 1
    value = total + (current or 0.0)
    if total and current is None and tokens.word(last + 1) in table.scales and tokens.gap(last) in JOINS:
        pass  # "million million" is nobody's number: the first is kept
    elif (
        last > index and tokens.word(last + 1) in table.scales and tokens.gap(last) in JOINS and scale == 1.0
    ):
        scale = table.scales[tokens.words[last + 1]]  # two and a half million
        last, value, precision = last + 1, value * scale, scale / 4
    read = _made(tokens, index, last, value, precision, scale=scale)
    return _parts(tokens, read, table)


def _continues(previous: float, value: float) -> bool:
    """Whether a number word can follow another inside one numeral: twenty five, hundred five, million two."""
    return previous >= _HUNDRED or (previous >= 2 * _TEN and previous % _TEN == 0 and 0 < value < _TEN)


def _decimals(tokens: Tokens, position: int, table: _Tables) -> tuple[int, float]:
    value, place = 0.0, 1.0
    while (digit := table.units.get(tokens.word(position), _TEN)) < _TEN and place > 1e-6:  # noqa: PLR2004 - nobody says more
        place /= _TEN
        value += digit * place
        position += 1
    return position - 1, value


def _parts(tokens: Tokens, read: Numeral, table: _Tables) -> Numeral:
    """A numeral, made a fraction where a denominator follows: two-thirds, one fourth of, one in five."""
    first, last, value = read.first, read.last, read.value
    following = tokens.word(last + 1)
    if following in table.fractions and read.scale == 1.0 and value < _TEN and tokens.gap(last) in JOINS:
        of = tokens.word(last + 2) == "of" or "-" in tokens.gap(last)
        if following.endswith("s") or (value == 1.0 and of):
            return _of_a_scale(tokens, first, last + 1, value * table.fractions[following], table)
    reach = 2 if following == "in" else 3 if (following, tokens.word(last + 2)) == ("out", "of") else 0
    if reach and value <= _TEN:
        word = tokens.word(last + reach)
        whole = table.units.get(word) or (float(word) if word.isdecimal() and len(word) <= _LONGEST else 0.0)
        if whole > value and tokens.word(last + reach + 1) not in table.scales:
            return _made(tokens, first, last + reach, value / whole, 0.0, share=True)
    return read


def _of_a_scale(tokens: Tokens, first: int, last: int, value: float, table: _Tables) -> Numeral:
    """A fraction of a scale is a number: three quarters of a million, a quarter million."""
    step = (
        3
        if tokens.words[last + 1 : last + 3] == ("of", "a")
        else 2
        if tokens.word(last + 1) in _ARTICLES
        else 1
    )
    scale = table.scales.get(tokens.word(last + step))
    if scale is not None:
        return _made(tokens, first, last + step, value * scale, scale * value / 4, scale=scale)
    return _made(tokens, first, last, value, 0.0, share=True)


def _half(tokens: Tokens, index: int, table: _Tables) -> Numeral | None:
    """Half a million, half of the voters; not "the first half"."""
    read = _of_a_scale(tokens, index, index, 0.5, table)
    if not read.share:
        return read
    if tokens.word(index - 1) in table.not_half or tokens.gap(index) not in {" ", "\u00a0"}:
        return None
    return read if tokens.word(index + 1) in table.after_half else None


def _one_part(tokens: Tokens, index: int, table: _Tables) -> Numeral | None:
    """A third of the voters, a quarter million; not "the third of May"."""
    before = tokens.word(index - 1)
    read = _of_a_scale(tokens, index, index, table.fractions[tokens.words[index]], table)
    if before not in _ARTICLES:
        return read if not read.share and tokens.words[index] == "quarter" else None
    if read.share and tokens.word(index + 1) != "of":
        return None
    return read._replace(first=index - 1, start=tokens.starts[index - 1])


def _bare_scale(tokens: Tokens, index: int, table: _Tables) -> Numeral | None:
    """A hundred, a dozen; "million" alone is somebody's sense of a lot, not a number."""
    before = tokens.word(index - 1)
    if before in table.uncertain or tokens.words[index].endswith("s"):
        return None
    if before in _ARTICLES:
        read = _cardinal(tokens, index, table, 1.0)
        return read._replace(first=index - 1, start=tokens.starts[index - 1])
    if tokens.words[index] == "dozen" and before != "s":
        return _made(tokens, index, index, 12.0, 0.5)
    return None


def _vague(tokens: Tokens, index: int, table: _Tables) -> Numeral | None:
    """Thousands of, tens of millions of: from one of the scale to the next."""
    low, last, scale = table.vague[tokens.words[index]], index, 1.0
    for _ in range(2):
        if tokens.word(last + 1) != "of" or tokens.word(last + 2) not in table.vague:
            break
        scale, last = scale * table.vague[tokens.words[last + 2]], last + 2
    if last == index and tokens.words[index] in {"tens", "units"}:
        return None
    if tokens.word(last + 1) not in {"of", "more"}:
        return None
    low *= scale
    return _made(tokens, index, last, low, low / 2, scale=scale, high=low * _TEN)
