"""Which quantities does a text state: how much, of what, how exactly, and where?"""

import re
from functools import cache

from reliability.extract.dates import Moment, moment
from reliability.extract.dates import openers as date_openers
from reliability.extract.lexicon import lexicon, words
from reliability.extract.numerals import Numeral, numeral
from reliability.extract.numerals import openers as number_openers
from reliability.extract.tokens import Tokens
from reliability.extract.units import Unit, counted, currency_before, unit_after
from reliability.records import Quantity, Sentence, Span

_DASH = re.compile(r"[\s\u00a0]?[-–—‑][\s\u00a0]?")
_TO = frozenset({" ", "\u00a0"})
_CLOSE_DATE = re.compile(r"\s?\((?:[^()]{0,24}?)$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_CUES = frozenset(
    "in since by of until till from during for before after around early late mid year spring summer autumn fall winter and through to".split()
)
_RANGE_CHANGES = frozenset(
    "rose fell rise fall increase increased grew grown raised raise cut lowered up down dropped jumped climbed went moved slipped".split()
)
_SMALL = 30  # the score of a match; above it two numbers with a dash are a range


@cache
def _openers() -> frozenset[str]:
    return number_openers() | date_openers()


@cache
def _modifiers() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): sign
        for sign, phrases in lexicon("numbers")["modifiers"].items()
        for phrase in phrases
    }


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    numbers = lexicon("numbers")
    return (
        words(numbers["names"]["before"]),
        words(numbers["names"]["pronoun"]),
        words(numbers["scores"]["cues"]),
    )


def quantities(article_id: str, tokens: Tokens, sentence: Sentence, number: int) -> list[Quantity]:
    """The quantities of one sentence, in order.

    Args:
        article_id: For the spans.
        tokens: The sentence's tokens.
        sentence: The sentence.
        number: Its index among the article's sentences.
    """
    opening = _openers()
    found: list[Quantity] = []
    following = 0
    for index, word in enumerate(tokens.words):
        if index < following or not (word[0].isdigit() or word in opening):
            continue
        read = _Reader(article_id, tokens, sentence, number).at(index)
        if read is None:
            continue
        quantity, following = read
        if quantity is not None:
            found.append(quantity)
    return _join_conversions(found, tokens.text) if len(found) > 1 else found


class _Reader:
    """Reads one quantity at a token of a sentence."""

    def __init__(self, article_id: str, tokens: Tokens, sentence: Sentence, number: int) -> None:
        self.article_id, self.tokens, self.sentence, self.number = article_id, tokens, sentence, number

    def at(self, index: int) -> tuple[Quantity | None, int] | None:
        """The quantity that begins at ``index`` and the next token to look at; ``None`` where nothing begins."""
        tokens = self.tokens
        if tokens.words[index][0].isdigit() and self._is_part_of_a_word(index):
            return None
        currency = currency_before(tokens.text, self.sentence.span.start, tokens.starts[index])
        if currency is None and (when := moment(tokens, index)) is not None:
            return self._moment(when), when.last + 1
        read = numeral(tokens, index, money=currency is not None)
        if read is None:
            return None
        if currency is None and self._is_name(index, read):
            return None, read.last + 1
        score = self._score(index, read) if currency is None else None
        if score is not None:
            return score
        return self._amount(index, read, currency)

    def _is_part_of_a_word(self, index: int) -> bool:
        """Whether digits belong to a name or an address: COVID-19, F-16, G20, /2019/08."""
        tokens = self.tokens
        text, start, end = tokens.text, tokens.starts[index], tokens.ends[index]
        if start and index and tokens.gap(index - 1) == "" and not text[start - 1].isspace():
            # closed up to letters: only a currency ("Rs500", "US$2") may be
            return currency_before(text, self.sentence.span.start, start) is None
        if start and text[start - 1] in "/@_#&=~" and not (text[start - 1] == "~"):
            return True
        if start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
            prefix = tokens.word(index - 1)
            return (
                prefix not in {"mid", "pre", "post", "early", "late", "a", "an", "the"}
                and not text[start - 2].isspace()
            )
        if end < len(text) and text[end] in "/_@\\" and text[end + 1 : end + 2].isalnum():
            return True
        following = tokens.word(index + 1)
        if tokens.gap(index) == "" and following and following[0].isalpha():
            return unit_after(tokens, index, end, digits=True) is None and following not in {
                "st",
                "nd",
                "rd",
                "th",
                "s",
                "k",
                "m",
                "bn",
                "mn",
                "b",
                "t",
                "tn",
                "mm",
                "mln",
                "bln",
                "trn",
                "mio",
                "cr",
                "am",
                "pm",
                "a",
                "p",
            }
        return False

    def _is_name(self, index: int, read: Numeral) -> bool:
        """Whether the number is part of a name, an ordinal, a pronoun, or a year that names no amount."""
        tokens = self.tokens
        names, pronoun, _ = _lists()
        before, after = tokens.word(index - 1), tokens.word(read.last + 1)
        if (
            index
            and before in names
            and (
                tokens.raw(index - 1) != before
                or before in {"row", "section", "flight", "page", "article", "chapter", "route"}
            )
            and tokens.gap(index - 1) in {" ", "\u00a0", "-", ". "}
        ):
            return True
        if read.digits and tokens.gap(read.last) == "" and after in {"st", "nd", "rd", "th", "s"}:
            return True  # 21st, 1990s
        if (
            tokens.words[index] in {"one", "half"}
            and read.last == index
            and (
                after in pronoun
                or not after
                or tokens.gap(index) not in _TO
                or before in {"no", "any", "every", "the", "this", "each", "which", "not"}
            )
        ):
            return True
        return tokens.words[index] in {"a", "an"} and read.value < 12  # noqa: PLR2004 - "a" begins a dozen at least

    def _moment(self, when: Moment) -> Quantity:
        tokens = self.tokens
        span = Span(self.article_id, tokens.starts[when.first], when.end, self.sentence.span.field)
        return Quantity(span, when.kind, when.value, "", self.number, self.sentence.place)

    def _score(self, index: int, read: Numeral) -> tuple[Quantity, int] | None:
        """The result of a match: two small numbers, a dash, and a word of winning or losing nearby."""
        tokens = self.tokens
        if not (
            read.digits and read.last == index and read.value <= _SMALL and _DASH.fullmatch(tokens.gap(index))
        ):
            return None
        other = (
            numeral(tokens, index + 1, money=False)
            if index + 1 < len(tokens) and tokens.words[index + 1].isdigit()
            else None
        )
        if (
            other is None
            or other.value > _SMALL
            or other.last != index + 1
            or unit_after(tokens, index + 1, other.end, digits=True)
        ):
            return None
        near = tokens.words[max(0, index - 10) : index + 10]
        if read.value < other.value and not any(word in _lists()[2] for word in near):
            return None
        high, low = max(read.value, other.value), min(read.value, other.value)
        span = Span(self.article_id, tokens.starts[index], other.end, self.sentence.span.field)
        return Quantity(
            span, "score", f"{high:.0f}-{low:.0f}", "", self.number, self.sentence.place
        ), index + 2

    def _amount(
        self, index: int, read: Numeral, currency: tuple[str, int] | None
    ) -> tuple[Quantity | None, int]:
        tokens = self.tokens
        start = currency[1] if currency else tokens.starts[index]
        high: Numeral | None = None
        unit = self._unit(read, currency)
        connector = self._range_connector(index, unit.last if unit and unit.kind != "count" else read.last)
        if connector is not None:
            second = currency_before(tokens.text, tokens.starts[connector - 1], tokens.starts[connector])
            other = numeral(tokens, connector, money=bool(currency or second))
            if other is not None and moment(tokens, connector) is None:
                other_unit = self._unit(other, second or currency)
                if _fits(unit, other_unit, read, other):
                    high, unit = other, other_unit or unit
                    if other.scaled and not read.scaled and read.value < other.value / other_scale(other):
                        scale = other_scale(other)
                        read = Numeral(
                            read.value * scale,
                            read.precision * scale,
                            read.last,
                            read.end,
                            read.digits,
                            scaled=True,
                        )
        final = high or read
        if unit is None and not currency and high is None and self._is_year(index, read):
            span = Span(self.article_id, tokens.starts[index], read.end, self.sentence.span.field)
            return Quantity(
                span, "date", tokens.words[index], "", self.number, self.sentence.place
            ), read.last + 1
        if (
            unit is None
            and not currency
            and index
            and tokens.capitalised(index - 1)
            and index > 1
            and tokens.gap(index - 1) == " "
            and read.digits
            and not read.scaled
            and tokens.word(index - 1) not in _openers()
            and not _modifies(tokens, index)
        ):
            return None, read.last + 1  # a number behind a name: Big 12, Windows 11
        modifier, first = self._modifier(index, currency)
        end = max(final.end, unit.end if unit and unit.kind != "count" else 0)
        last = max(final.last, unit.last if unit and unit.kind != "count" else 0)
        after = " ".join(tokens.words[last + 1 : last + 3])
        for sign, phrases in lexicon("numbers")["vague"].items():
            if modifier == "=" and (after in phrases or tokens.word(last + 1) in phrases):
                modifier = sign
        if tokens.text[final.end : final.end + 1] == "+":
            modifier = ">"
        low, top = read.value, high.value if high else None
        if top is not None and top < low:
            low, top = top, low
        kind, name = (unit.kind, unit.name) if unit else ("number", "")
        noun = Span(self.article_id, *unit.noun, self.sentence.span.field) if unit and unit.noun else None
        span = Span(self.article_id, start, end, self.sentence.span.field)
        quantity = Quantity(
            span, kind, low, name, self.number, self.sentence.place, top, modifier, noun, read.precision
        )
        return quantity, last + 1

    def _unit(self, read: Numeral, currency: tuple[str, int] | None) -> Unit | None:
        tokens = self.tokens
        if currency is not None:
            after = unit_after(tokens, read.last, read.end, digits=read.digits)
            if after is not None and after.kind == "money":
                return Unit("money", currency[0], after.end, after.last)
            return Unit("money", currency[0], read.end, read.last)
        after = unit_after(tokens, read.last, read.end, digits=read.digits)
        if after is None and tokens.word(read.last - 1) == "magnitude":
            return Unit("measure", "magnitude", read.end, read.last)
        if after is None and self._is_age(read):
            return Unit("age", "year of age", read.end, read.last)
        return after or (None if self._is_year_before_noun(read) else counted(tokens, read.last))

    def _is_age(self, read: Numeral) -> bool:
        """ "Smith, 45, ..." and "aged 45"."""
        tokens = self.tokens
        index = read.last
        if tokens.word(index - 1) in {"aged", "age"}:
            return True
        return (
            read.digits
            and 1 <= read.value < 115  # noqa: PLR2004 - nobody was older than 122
            and tokens.capitalised(index - 1)
            and tokens.gap(index - 1) == ", "
            and tokens.text[read.end : read.end + 1] in {",", "."}
            and index > 1
            and tokens.capitalised(index - 2)
        )

    def _is_year(self, index: int, read: Numeral) -> bool:
        return read.digits and not read.scaled and bool(_YEAR.fullmatch(self.tokens.words[index]))

    def _is_year_before_noun(self, read: Numeral) -> bool:
        """ "the 2019 elections": a year, where a word that asks for one or an article stands before it."""
        tokens = self.tokens
        if not read.digits or read.scaled or not _YEAR.fullmatch(tokens.words[read.last]):
            return False
        before = tokens.word(read.last - 1)
        return (
            before in _YEAR_CUES
            or before in {"the", "last", "this", "a", "its", "their", "his", "her"}
            or bool(read.value % 100)
        )

    def _range_connector(self, index: int, last: int) -> int | None:
        """The token at which the other end of a range begins, if a word or dash of ranges follows."""
        tokens = self.tokens
        if last + 1 >= len(tokens):
            return None
        gap, word = tokens.gap(last), tokens.word(last + 1)
        bare = gap.rstrip("$€£¥₹ ")
        if _DASH.fullmatch(bare + "-" if not bare else bare) and bare and (word[0].isdigit()):
            return last + 1
        before = tokens.word(index - 1)
        if word == "and" and before == "between" and last + 2 < len(tokens):
            return last + 2
        if (
            word == "to"
            and last + 2 < len(tokens)
            and tokens.gap(last).strip() == ""
            and (
                tokens.words[last + 2][0].isdigit()
                or tokens.words[last + 2] in number_openers() - {"a", "an"}
            )
        ):
            if before == "from" and any(
                tokens.word(back) in _RANGE_CHANGES for back in range(index - 6, index - 1)
            ):
                return None
            return last + 2
        return None

    def _modifier(self, index: int, currency: tuple[str, int] | None) -> tuple[str, int]:
        """The bound or estimate printed before the number, the longest that fits."""
        tokens = self.tokens
        first = index
        while first and currency and tokens.starts[first - 1] >= currency[1]:
            first -= 1
        table = _modifiers()
        for length in (4, 3, 2, 1):
            if first >= length and tokens.words[first - length : first] in table:
                return table[tokens.words[first - length : first]], first - length
        if first and tokens.word(first - 1) in {"the", "a", "an", "another"} and first > 1:
            for length in (2, 1):
                if first - 1 >= length and tokens.words[first - 1 - length : first - 1] in table:
                    return table[tokens.words[first - 1 - length : first - 1]], first - 1 - length
        return "=", first


def _modifies(tokens: Tokens, index: int) -> bool:
    return (
        tokens.words[index - 1 : index] in _modifiers()
        or tokens.words[max(0, index - 2) : index] in _modifiers()
    )


def other_scale(read: Numeral) -> float:
    """The scale that a range's upper end lends to its lower: "2 to 3 million"."""
    for scale in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3):
        if read.value >= scale:
            return scale
    return 1.0


def _fits(unit: Unit | None, other: Unit | None, read: Numeral, end: Numeral) -> bool:
    """Whether two numbers can be the ends of one range: one unit, or only the second has one."""
    if end.value <= read.value and not end.scaled:
        return False
    return unit is None or other is None or unit.kind == other.kind or unit.kind == "count"


def _join_conversions(found: list[Quantity], text: str) -> list[Quantity]:
    """Gives an amount in brackets to the amount before it, of which it is the conversion."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.conversion is None
            and quantity.kind == before.kind
            and quantity.kind in {"money", "measure"}
            and quantity.unit != before.unit
            and _CLOSE_DATE.fullmatch(text[before.span.end : quantity.span.start])
            and text[quantity.span.end : quantity.span.end + 1] == ")"
        ):
            joined[-1] = Quantity(
                before.span,
                before.kind,
                before.value,
                before.unit,
                before.sentence,
                before.place,
                before.high,
                before.modifier,
                before.noun,
                before.precision,
                quantity,
            )
        else:
            joined.append(quantity)
    return joined
