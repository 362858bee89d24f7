"""Which quantities does a sentence state: how much, of what, how exactly, and where?"""

from functools import cache

from reliability.extract import dates, identifiers, ordinals, ranges
from reliability.extract.amounts import Amount, aged, measured, named_unit, upper
from reliability.extract.conversions import join_conversions
from reliability.extract.currencies import currency_before
from reliability.extract.digits import groups_thousands
from reliability.extract.ellipsis import inherited, is_part, join_cents, lend_unit, share_age
from reliability.extract.modifiers import modifier
from reliability.extract.numeral import Numeral
from reliability.extract.numerals import numeral
from reliability.extract.numerals import openers as number_openers
from reliability.extract.scores import score
from reliability.extract.signs import signed
from reliability.extract.tokens import Tokens
from reliability.extract.units import Unit, rate
from reliability.extract.years import is_date, year_span
from reliability.records import Quantity, Sentence, Span

_THOUSAND = 1000.0


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
    return join_conversions(reader.found, tokens.text)


class _Reader:
    """Reads the quantities of one sentence, left to right, into ``found``."""

    def __init__(self, article_id: str, tokens: Tokens, sentence: Sentence, number: int) -> None:
        self.article_id, self.tokens, self.sentence, self.number = article_id, tokens, sentence, number
        self.found: list[Quantity] = []

    def at(self, index: int) -> int:
        """Reads what begins at a token; returns the next token to look at."""
        tokens = self.tokens
        currency = currency_before(tokens, tokens.starts[index])
        if currency is None:
            digits = tokens.words[index][0].isdecimal()
            following = self._date(index) or self._ordinal(index) or (self._digits(index) if digits else None)
            if following is not None:
                return following
            if not digits and identifiers.is_compound(tokens, index):
                return index + 1
        read = numeral(tokens, index, money=currency is not None)
        return index + 1 if read is None else self._amount(measured(tokens, read, currency))

    def _date(self, index: int) -> int | None:
        tokens = self.tokens
        start = tokens.starts[index]
        when, dashed = dates.moment(tokens, index), False
        if self.found and self.found[-1].kind == "date":
            before = self.found[-1]
            dashed = before.span.end == tokens.end(index - 1) if index else False
            if when is None and dashed:
                when = dates.until(tokens, index, str(before.value))
        if when is None or (not dashed and identifiers.is_glued(tokens, index)):
            return None
        self._add(when.kind, when.value, "", (start, when.end))
        return when.last + 1

    def _ordinal(self, index: int) -> int | None:
        found = ordinals.ordinal(self.tokens, index)
        if found is None:
            return None
        if found.noun:
            place = self.tokens.starts[index], self.tokens.end(found.last)
            self._add("ordinal", found.value, found.noun, place, noun=found.place, precision=0.5)
        return found.last + 1

    def _digits(self, index: int) -> int | None:
        """Passes over an identifier, or reads the result of a match."""
        tokens = self.tokens
        if identifiers.is_identifier(tokens, index):
            return identifiers.past_identifier(tokens, index)
        if identifiers.is_glued(tokens, index):
            return index + 1
        result = score(tokens, index)
        if result is None:
            return None
        value, last = result
        self._add("score", value, "", (tokens.starts[index], tokens.end(last)))
        return last + 1

    def _amount(self, low: Amount) -> int:
        """Reads the amount that begins with ``low``, the other end of its range included."""
        tokens = self.tokens
        top = upper(tokens, low)
        final = top or low
        read = ranges.scaled(low.read, top.read) if top else low.read
        unit = final.unit or low.unit
        if unit is None and is_date(tokens, read):
            return self._year(read)
        if unit is None and identifiers.is_bare_name(tokens, final.read):
            return final.last + 1
        unit = unit or named_unit(tokens, low.first, final.read) or self._part(low.first, final.read)
        if identifiers.is_named(tokens, low.first, read, "" if unit is None else unit.kind):
            return final.last + 1
        self._write(low, read, final, aged(tokens, low.first, unit) if unit else None)
        lend_unit(self.found, tokens.text)
        share_age(self.found, tokens.text)
        join_cents(self.found, tokens.text)
        return final.last + 1

    def _year(self, read: Numeral) -> int:
        start, end, value, last = year_span(self.tokens, read)
        self._add("date", value, "", (start, end))
        return last + 1

    def _part(self, first: int, read: Numeral) -> Unit | None:
        if self.found and self.found[-1].kind == "count" and is_part(self.tokens, first, read.last):
            return Unit("count", self.found[-1].unit, read.end, read.last)
        return None

    def _write(self, low: Amount, read: Numeral, final: Amount, unit: Unit | None) -> None:
        tokens = self.tokens
        kind, name, noun = (unit.kind, unit.name, unit.noun) if unit else ("number", "", None)
        value, precision, start = read.value, read.precision, low.start
        high = read.high if final is low else final.read.value
        if kind == "count" and name != "time" and final is low and groups_thousands(tokens, read):
            value, precision = value * _THOUSAND, 0.5
        sign = modifier(tokens, low.first, final.last, kind)
        if read.digits and kind != "count":
            factor, sign, start = signed(tokens, start, kind, sign)
            value *= factor
        if sign == "=":
            plus = tokens.text[final.read.end : final.read.end + 1] == "+"
            sign = ">" if plus else inherited(self.found, tokens, low.first, kind, name)
        if high is not None and high < value:
            value, high = high, value
        if kind in {"money", "percent"} and (by := rate(tokens, final.last)) is not None:
            noun = tokens.starts[final.last + 1], tokens.end(by[1])
        span = start, max(final.end, read.end)
        self._add(kind, value, name, span, noun=noun, precision=precision, high=high, sign=sign)

    def _add(
        self,
        kind: str,
        value: float | str,
        unit: str,
        place: tuple[int, int],
        *,
        noun: tuple[int, int] | None = None,
        precision: float = 0.0,
        high: float | None = None,
        sign: str = "=",
    ) -> None:
        field, where = self.sentence.span.field, self.sentence.place
        span = Span(self.article_id, *place, field)
        words = Span(self.article_id, *noun, field) if noun else None
        self.found.append(Quantity(span, kind, value, unit, self.number, where, high, sign, words, precision))
