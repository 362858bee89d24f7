"""Which quantities does a sentence state: how much, of what, how exactly, and where?"""

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from reliability.extract import dates, ordinals, ranges
from reliability.extract.conversions import join_conversions
from reliability.extract.currencies import cents_after, currency_after, currency_before
from reliability.extract.identifiers import (
    is_address,
    is_compound,
    is_glued,
    is_glued_behind,
    is_identifier,
    is_named,
    is_pronoun,
    past_identifier,
)
from reliability.extract.modifiers import modifier
from reliability.extract.nouns import counted, share
from reliability.extract.numeral import Numeral
from reliability.extract.numerals import is_multiple, numeral
from reliability.extract.numerals import openers as number_openers
from reliability.extract.scores import score
from reliability.extract.tokens import Tokens
from reliability.extract.units import Unit, rate, unit_after
from reliability.extract.years import is_age, is_date, year_span
from reliability.records import Quantity, Sentence, Span

_MINUS = frozenset("-−–")
_SIGNED = frozenset("-−–+")
_WAITS = re.compile(
    r"\s?of (?:the |its |their |his |her |about |some )?(?:estimated )?|-,? ?(?:and |or |to )?"
)
_MOST_WAITING = 6  # numbers before one unit: "four-, five- and six-cylinder"
_BRACKETED = 200  # characters of a bracket at most
_POINTED = 1000.0  # 41.206 spectators: a count is whole, so the point groups thousands


class _Amount(NamedTuple):
    """A number with its currency and unit, and the tokens it stands on."""

    read: Numeral
    unit: Unit | None
    start: int
    first: int
    last: int
    end: int


@cache
def _openers() -> frozenset[str]:
    return number_openers() | dates.openers() | ordinals.openers() | frozenset("0123456789")


def quantities(article_id: str, tokens: Tokens, sentence: Sentence, number: int) -> list[Quantity]:
    """The quantities of one sentence, in order.

    Args:
        article_id: For the spans.
        tokens: The sentence's tokens.
        sentence: The sentence.
        number: Its index among the article's sentences.
    """
    opening = _openers()
    marks = [index for index, word in enumerate(tokens.words) if word in opening or word[0] in opening]
    if not marks:
        return []
    reader = _Reader(article_id, tokens, sentence, number)
    following = 0
    for index in marks:
        if index >= following:
            following = reader.at(index)
    found = reader.found
    return join_conversions(found, tokens.text) if len(found) > 1 else found


class _Reader:
    """Reads the quantities of one sentence, left to right."""

    def __init__(self, article_id: str, tokens: Tokens, sentence: Sentence, number: int) -> None:
        self.article_id, self.tokens, self.sentence, self.number = article_id, tokens, sentence, number
        self.found: list[Quantity] = []

    def at(self, index: int) -> int:
        """Reads what begins at a token into ``found``; returns the next token to look at."""
        tokens = self.tokens
        word = tokens.words[index]
        currency = None
        if word[0].isdecimal():
            currency = currency_before(tokens, tokens.starts[index])
            if currency is None:
                if (done := self._date(index) or self._ordinal(index)) is not None:
                    return done
                if is_identifier(tokens, index):
                    return past_identifier(tokens, index)
                if is_glued(tokens, index):
                    return index + 1
                if (done := self._score(index)) is not None:
                    return done
        else:
            if (done := self._date(index)) is not None:
                return done
            currency = currency_before(tokens, tokens.starts[index])
            if currency is None and (done := self._ordinal(index)) is not None:
                return done
            if currency is None and index and tokens.gap(index - 1) == "-" and is_compound(tokens, index):
                return index + 1
        read = numeral(tokens, index, money=currency is not None)
        if read is None:
            return index + 1
        return self._amount(self._measured(read, currency))

    def _date(self, index: int) -> int | None:
        tokens = self.tokens
        when = dates.moment(tokens, index)
        if when is None and self.found and self.found[-1].kind == "date" and index:
            when = dates.until(tokens, index, str(self.found[-1].value))
            if when is not None and tokens.end(index - 1) != self.found[-1].span.end:
                when = None
        if when is None or (
            tokens.words[index][0].isdecimal() and is_glued(tokens, index) and not self._continues(index)
        ):
            return None
        self._add(when.kind, when.value, "", tokens.starts[index], when.end)
        return when.last + 1

    def _continues(self, index: int) -> bool:
        """Whether a date stood right before: its second day is closed up by a dash."""
        return (
            bool(self.found)
            and self.found[-1].kind == "date"
            and self.found[-1].span.end + 1 == self.tokens.starts[index]
        )

    def _ordinal(self, index: int) -> int | None:
        found = ordinals.ordinal(self.tokens, index)
        if found is None:
            return None
        value, last, noun, place = found
        if noun:
            self._add(
                "ordinal",
                value,
                noun,
                self.tokens.starts[index],
                self.tokens.end(last),
                noun=place,
                precision=0.5,
            )
        return last + 1

    def _score(self, index: int) -> int | None:
        found = score(self.tokens, index)
        if found is None:
            return None
        value, last = found
        self._add("score", value, "", self.tokens.starts[index], self.tokens.end(last))
        return last + 1

    def _measured(self, read: Numeral, currency: tuple[str, int] | None) -> _Amount:
        """A number with the unit before or behind it; the noun it counts is looked for later."""
        tokens = self.tokens
        whole = read
        many = read.high is not None or (read.scale > 1.0 and tokens.words[read.last].endswith("ns"))
        if many and tokens.word(read.last + 1) == "of":  # tens of millions of dollars, 84 millions of euros
            read = read._replace(last=read.last + 1, end=tokens.end(read.last + 1))
        after = currency_after(tokens, read)
        start = currency[1] if currency else read.start
        first = read.first
        while currency and first and tokens.starts[first - 1] >= start:
            first -= 1
        if currency:
            code, last, end = currency[0], read.last, read.end
            if after is not None and (after.code == code or code in {"USD", ""}):
                last, end = after.last, after.end
            elif tokens.word(last + 1) == "us" and tokens.raw(last + 1) == "US" and code == "USD":
                last, end = last + 1, tokens.end(last + 1)
            return _Amount(read, Unit("money", code, end, last), start, first, last, end)
        unit = Unit("money", after.code, after.end, after.last) if after else unit_after(tokens, read)
        if unit is not None and unit.kind == "money" and after is not None:
            read, unit = self._scaled_behind(read, unit)
            if (cents := cents_after(tokens, unit.last)) is not None:
                read = read._replace(value=read.value + cents[0], precision=0.005)
                unit = unit._replace(last=cents[1], end=tokens.end(cents[1]))
        if unit is None:
            read = whole
        last, end = (max(unit.last, read.last), max(unit.end, read.end)) if unit else (read.last, read.end)
        return _Amount(read, unit, start, first, last, end)

    def _scaled_behind(self, read: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
        """ "75 USD million", "30 MUSD": the scale stands behind the currency."""
        tokens = self.tokens
        scale = {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(tokens.word(unit.last + 1), 1.0)
        if read.scale > 1.0 or scale == 1.0 and tokens.words[unit.last] not in {"musd", "meur"}:
            return read, unit
        if scale > 1.0:
            unit = unit._replace(end=tokens.end(unit.last + 1), last=unit.last + 1)
        factor = scale if scale > 1.0 else 1e6
        return read._replace(value=read.value * factor, precision=read.precision * factor, scale=factor), unit

    def _amount(self, low: _Amount) -> int:
        tokens = self.tokens
        read, unit = low.read, low.unit
        if (
            tokens.words[read.last] == "one"
            and unit is None
            and read.first == read.last
            and is_pronoun(tokens, read.last)
        ):
            return read.last + 1
        top = self._upper(low)
        final = top or low
        if top is not None:
            read = ranges.scaled(read, top.read)
            unit = top.unit or unit
        if unit is None and (top is None or top.unit is None) and is_date(tokens, read):
            return self._year(read)
        if unit is None and _is_enumerator(tokens, low):
            return final.last + 1
        if unit is None and is_glued_behind(tokens, final.read):
            return final.read.last + 1
        if unit is None and read.digits and is_address(tokens, read.last):
            return final.last + 1
        unit = unit or self._counted(low.first, final.read)
        if is_named(
            tokens,
            low.first,
            read,
            has_unit=unit is not None and unit.kind != "count",
            counts=unit is not None,
        ):
            return final.last + 1
        if unit is not None and unit.kind == "count" and _is_dashed(tokens, low.first):
            return final.last + 1
        self._write(low, read, top, unit, final)
        self._lend(unit)
        return final.last + 1

    def _year(self, read: Numeral) -> int:
        start, end, value, last = year_span(self.tokens, read)
        self._add("date", value, "", start, end)
        return last + 1

    def _upper(self, low: _Amount) -> _Amount | None:
        """The other end of a range that begins here."""
        tokens = self.tokens
        joined = ranges.connector(tokens, low.first, low.last, low.read, has_unit=low.unit is not None)
        if joined is None or low.read.high is not None or low.read.share:
            return None
        if dates.moment(tokens, joined) is not None:
            return None
        currency = currency_before(tokens, tokens.starts[joined])
        read = numeral(
            tokens, joined, money=currency is not None or (low.unit is not None and low.unit.kind == "money")
        )
        if read is None or read.share:
            return None
        high = self._measured(read, currency)
        between = tokens.words[low.last + 1] if joined > low.last + 1 else "dash"
        kinds = [(unit.kind, unit.name) if unit else ("", "") for unit in (low.unit, high.unit)]
        return high if ranges.fits(low.read, high.read, *kinds, joined_by=between) else None

    def _counted(self, first: int, read: Numeral) -> Unit | None:
        tokens = self.tokens
        if is_multiple(tokens.words[read.last]):
            return Unit("count", "time", read.end, read.last)
        if tokens.word(first - 1) == "magnitude" or tokens.words[max(first - 2, 0) : first] == (
            "magnitude",
            "of",
        ):
            return Unit("measure", "magnitude", read.end, read.last)
        if is_age(tokens, first, read):
            return Unit("age", "year of age", read.end, read.last)
        if read.share:
            found = share(tokens, read.last)
            return Unit("number", "", read.end, read.last, (found.start, found.end)) if found else None
        found = counted(tokens, first, read.last)
        if found is not None:
            by = rate(tokens, found.last)
            end = tokens.end(by[1]) if by else found.end
            return Unit("count", found.name, read.end, read.last, (found.start, end))
        if self.found and self.found[-1].kind == "count" and _is_part(tokens, first, read.last):
            return Unit("count", self.found[-1].unit, read.end, read.last)
        return None

    def _write(
        self, low: _Amount, read: Numeral, top: _Amount | None, unit: Unit | None, final: _Amount
    ) -> None:
        tokens = self.tokens
        kind, name = (unit.kind, unit.name) if unit else ("number", "")
        value, high = read.value, top.read.value if top else read.high
        precision = read.precision
        if kind == "count" and top is None and self._groups_thousands(read, unit):
            value, precision = value * _POINTED, 0.5
        sign = modifier(tokens, low.first, final.last, kind)
        start = low.start
        if read.digits and start > tokens.begin and kind != "count":
            value, high, sign, start = self._signed(value, high, sign, start, kind)
        if tokens.text[final.read.end : final.read.end + 1] == "+" and sign == "=":
            sign = ">"
        if sign == "=":
            sign = self._inherited(low, kind, name)
        if high is not None and high < value:
            value, high = high, value
        noun = unit.noun if unit else None
        by = rate(tokens, final.last) if kind in {"money", "percent"} else None
        if by is not None:
            noun = tokens.starts[final.last + 1], tokens.end(by[1])
        self._add(
            kind,
            value,
            name,
            start,
            max(final.end, read.end),
            noun=noun,
            precision=precision,
            high=high,
            sign=sign,
        )

    def _lend(self, unit: Unit | None) -> None:
        """Gives the unit just read to numbers that wait for it: "280 million of the 1.5 billion shekels", "7- or 8-inch"."""
        if unit is None or not unit.name or len(self.found) < 2:  # noqa: PLR2004 - nobody waits
            return
        lender = self.found[-1]
        for position in range(len(self.found) - 2, max(len(self.found) - 2 - _MOST_WAITING, -1), -1):
            waiting, behind = self.found[position], self.found[position + 1]
            between = self.tokens.text[waiting.span.end : behind.span.start]
            if waiting.unit or not _WAITS.fullmatch(between):
                return
            self.found[position] = replace(waiting, kind=lender.kind, unit=lender.unit, noun=lender.noun)

    def _groups_thousands(self, read: Numeral, unit: Unit | None) -> bool:
        word = self.tokens.words[read.first]
        whole, _, part = word.partition(".")
        return (
            read.digits and read.first == read.last and len(part) == 3 and part.isdecimal()  # noqa: PLR2004 - a group of thousands
            and whole.isdecimal() and whole[0] != "0" and unit is not None and unit.name != "time"
        )  # fmt: skip

    def _signed(
        self, value: float, high: float | None, sign: str, start: int, kind: str
    ) -> tuple[float, float | None, str, int]:
        """Signs and words before digits: -1.3%, +0.2%, minus-130 degrees, ~40 minutes, sub-300 square metres."""
        tokens = self.tokens
        text, mark = tokens.text, tokens.text[start - 1]
        before = tokens.text[start - 2] if start - 2 >= tokens.begin else " "
        word = tokens.text[max(tokens.begin, start - 7) : start].lower()
        if mark in "~≈≃" or (mark == " " and before in "~≈"):
            return value, high, "~" if sign == "=" else sign, start
        if mark in "><≥≤" or (mark == " " and before in "><≥≤"):
            symbol = mark if mark != " " else before
            return value, high, {"≥": ">", "≤": "<"}.get(symbol, symbol), start
        if word.endswith(("minus-", "minus ")) and kind in {"measure", "percent", "number", "count"}:
            return -value, high, "=" if sign == "down" else sign, start - 6
        if word.endswith("sub-"):
            return value, high, "<", start
        if mark in _SIGNED and (before.isspace() or before in "(/:[") and start - 1 >= tokens.begin:
            if mark not in _MINUS:
                return value, high, "up" if sign == "=" and kind == "percent" else sign, start - 1
            if text[start - 2 : start] != "- " and mark != "–":
                return (
                    -value,
                    None if high is None else high,
                    "down" if kind == "percent" and sign == "=" else sign,
                    start - 1,
                )
        return value, high, sign, start

    def _inherited(self, low: _Amount, kind: str, name: str) -> str:
        """ "Fell 190 points, or 0.6%": the same change, said again."""
        if (
            not self.found
            or self.found[-1].modifier not in {"up", "down"}
            or kind not in {"percent", "money", "measure", "count"}
        ):
            return "="
        before = self.found[-1]
        if self.tokens.word(low.first - 1) == "by" and before.kind == kind:
            return before.modifier  # A was down 2.3%, B by 2.6%
        between = self.tokens.text[
            before.noun.end
            if before.noun and before.noun.start >= before.span.start
            else before.span.end : low.start
        ]
        said_again = (
            between.strip().lower() in {", or", "or", "(", "(or", ", or about", "/"} and before.unit != name
        )
        return before.modifier if said_again else "="

    def _add(
        self,
        kind: str,
        value: float | str,
        unit: str,
        start: int,
        end: int,
        *,
        noun: tuple[int, int] | None = None,
        precision: float = 0.0,
        high: float | None = None,
        sign: str = "=",
    ) -> None:
        field = self.sentence.span.field
        span = Span(self.article_id, start, end, field)
        counted_ = Span(self.article_id, *noun, field) if noun else None
        self.found.append(
            Quantity(
                span, kind, value, unit, self.number, self.sentence.place, high, sign, counted_, precision
            )
        )


def _is_dashed(tokens: Tokens, first: int) -> bool:
    """ "COVID -19 tests": a torn name."""
    return tokens.gap(first - 1) == " -" and tokens.capitalised(first - 1)


def _is_enumerator(tokens: Tokens, low: _Amount) -> bool:
    """ "1) explains": a bracket that nothing opened."""
    text = tokens.text
    if text[low.end : low.end + 2].strip()[:1] != ")":
        return False
    begin = max(tokens.begin, low.start - _BRACKETED)
    opened, closed = text.rfind("(", begin, low.start), text.rfind(")", begin, low.start)
    return opened <= closed


def _is_part(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a bare number is a part of the count before: "28 people, nine of them ...", "ballots, of which 9,870 ..."."""
    behind = tokens.words[last + 1 : last + 3]
    before = tokens.words[max(first - 2, 0) : first]
    return (
        behind in {("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those"), ("of", "these")}
        or before in {("of", "which"), ("of", "whom"), ("of", "them"), ("among", "them")}
        or before[-1:] == ("including",)
    )
