"""Which articles list what they count, and do they name as many as they say?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reliability.compare.words import fold
from reliability.records import Claim, Difference, Item, Name, Quantity, Reading, Span

_FEWEST = 4  # names; three in a row are in every second sentence
_FARTHEST = 60  # characters from what is counted to the first name
_BETWEEN = re.compile(r"\s?(?:,|;|,?\s(?:and|&))\s(?:and\s)?(?:the\s)?")
# What opens a list of all; behind "including" or "such as" a list is of some.
_ALL = re.compile(r"\s?(?::|—|–|--| - |,? namely| (?:are|were|is|was)(?: listed as)?:?)\s(?:the\s)?")
_SOME = re.compile(
    r"\b(?:includ\w+|such as|among\w*|like|e\.g|for example|for instance|notably|particularly|especially|mostly|from|between)\b"
)
_OTHERS = re.compile(r"^(?:the |all )?other (\w+)", re.IGNORECASE)
# A list is over where its sentence is, or a part of that; anything else may go on with what is no name.
_OVER = re.compile(r"\s*[.;!)”\"]")


_Counts = dict[tuple[object, str], list[tuple[Reading, Quantity]]]


@dataclass(frozen=True, slots=True)
class _Listing:
    """Names in a row."""

    sentence: int
    names: tuple[Name, ...]

    @property
    def span(self) -> Span:
        first, last = self.names[0].span, self.names[-1].span
        return Span(first.article_id, first.start, last.end, first.field)


def listings(readings: tuple[Reading, ...]) -> list[Item]:
    """The lists of names whose number an article states.

    Args:
        readings: The event's readings.

    Returns:
        An item of kind ``list`` for each: the list, and the counts it bears out, are value 0; a count right before it
        that names another number is value 1.
    """
    rows = [(listing, reading) for reading in readings if reading.english for listing in _in_rows(reading)]
    counts = _counted(readings) if rows else {}
    items = (
        _stated_before(listing, reading, counts) or _rest_of(listing, reading, counts)
        for listing, reading in rows
    )
    return [item for item in items if item is not None]


def _counted(readings: tuple[Reading, ...]) -> _Counts:
    """Every count of the event, by its number and what it counts."""
    found: _Counts = {}
    for reading in readings:
        for quantity in reading.quantities:
            if _counts(quantity):
                found.setdefault(_key(quantity), []).append((reading, quantity))
    return found


def _key(quantity: Quantity) -> tuple[object, str]:
    return quantity.value, fold(quantity.unit)


def _in_rows(reading: Reading) -> Iterator[_Listing]:
    """Runs of names with nothing but commas and "and" between them."""
    row: list[Name] = []
    for name in reading.names:
        follows = row and row[-1].sentence == name.sentence and row[-1].span.end <= name.span.start
        if follows and not _BETWEEN.fullmatch(_gap(reading, row[-1].span.end, name.span)):
            follows = False
        if not follows:
            if len(row) >= _FEWEST:
                yield _Listing(row[0].sentence, tuple(row))
            row = []
        row.append(name)
    if len(row) >= _FEWEST:
        yield _Listing(row[0].sentence, tuple(row))


def _gap(reading: Reading, start: int, until: Span) -> str:
    return reading.quoted(Span(until.article_id, start, until.start, until.field))


def _stated_before(listing: _Listing, reading: Reading, counts: _Counts) -> Item | None:
    """The count that the list follows: ``seventeen countries: India, ...``."""
    for quantity in reading.quantities:
        if (
            quantity.sentence != listing.sentence
            or not _counts(quantity)
            or quantity.extent.end > listing.span.start
        ):
            continue
        between = _gap(reading, quantity.extent.end, listing.span)
        if (
            len(between) > _FARTHEST
            or _SOME.search(between)
            or not _ALL.fullmatch(between[_last_break(between) :])
        ):
            continue
        if quantity.value == len(listing.names):
            return _borne_out(listing, quantity, reading, counts)
        rest = reading.quoted(
            Span(
                reading.article.id,
                listing.span.end,
                reading.sentences[listing.sentence].span.end,
                listing.span.field,
            )
        )
        if quantity.modifier == "=" and _OVER.match(rest) and _parted(listing, reading):
            claims = (_claim(reading, listing.span, 0), _claim(reading, quantity, 1))
            return Item(
                "list",
                claims,
                differences={(0, 1): Difference("count", f"{len(listing.names)} / {quantity.value:g}")},
            )
    return None


def _parted(listing: _Listing, reading: Reading) -> bool:
    """Whether every two names but the last have a comma between them: "Trade and Industry" may be one or two."""
    names = listing.names[:-1]
    return all(
        "," in (gap := _gap(reading, one.span.end, other.span)) or ";" in gap
        for one, other in pairwise(names)
    )


def _last_break(between: str) -> int:
    """Where the sign or verb that opens the list begins."""
    found = [match.start() for match in _ALL.finditer(between)]
    return found[-1] if found else 0


def _rest_of(listing: _Listing, reading: Reading, counts: _Counts) -> Item | None:
    """``Other countries were India, ...``: the list and the one named in the sentence before make the count."""
    sentence = reading.sentences[listing.sentence]
    opening = _OTHERS.match(reading.quoted(sentence.span))
    begin = Span(sentence.span.article_id, sentence.span.start, sentence.span.start, sentence.span.field)
    if opening is None or _SOME.search(_gap(reading, begin.start, listing.span)):
        return None
    before = next((name for name in reading.names if name.sentence == listing.sentence - 1), None)
    if before is None or any(name.words == before.words for name in listing.names):
        return None
    for quantity in reading.quantities:
        alike = _counts(quantity) and fold(quantity.unit) == fold(opening.group(1).lower())
        if alike and quantity.value == len(listing.names) + 1:
            return _borne_out(listing, quantity, reading, counts)
    return None


def _borne_out(listing: _Listing, quantity: Quantity, reading: Reading, counts: _Counts) -> Item:
    """The list with every count of the event that it bears out."""
    alike = [_claim(other, counted, 0) for other, counted in counts[_key(quantity)]]
    return Item("list", (_claim(reading, listing.span, 0), *alike))


def _counts(quantity: Quantity) -> bool:
    return quantity.kind == "count" and bool(quantity.unit) and quantity.high is None


def _claim(reading: Reading, mention: Quantity | Span, value: int) -> Claim:
    span = mention.extent if isinstance(mention, Quantity) else mention
    return Claim(reading.article.id, mention, value, reading.printed(span))
