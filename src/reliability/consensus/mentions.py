"""The quantities of an event's articles, each with what it needs to be held against the others."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from reliability.compare.dates import MONTHS, WEEKDAYS, days_before, is_day
from reliability.compare.nouns import noun_class, states
from reliability.compare.words import fold
from reliability.consensus.context import Context, Rarity
from reliability.consensus.thresholds import telling
from reliability.records import Quantity, Reading, Span

_COMPARED = frozenset(
    {"money", "count", "percent", "measure", "duration", "date", "score", "age", "number", "ordinal"}
)
_CAN_BE_ALONE = frozenset({"count", "date", "duration"})
_PROMINENT = frozenset({"headline", "lead"})
_PART = frozenset({"other", "others", "another", "additional", "further", "extra", "remaining"})
_FRESH = frozenset({-1, 0, 1, 6})  # six days before a day is the weekday of the day after it
_HYPHENS = frozenset("-‐‑")
# "6. 1", "2, 117"; not "May 5, 117 people" or "in 2010. 6 people".
_TORN = re.compile(r"\. \d|, \d{3}(?!\d)")
_DIGITS = re.compile(r"(?:\b([A-Za-z]+)\.? )?(?<!\d)\d{1,3}$")
_WINDOW = 16  # characters in which a month and a day stand
_ASIDE = re.compile(r",|\band\b")
_REACH = 6  # words: a clause on either side
_TELLING = 2  # digits


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity where it stands.

    Attributes:
        reading: Index of the reading it stands in.
        voice: The voice of that article.
        quantity: The quantity.
        context: The words around it.
        state: What befell the persons it counts (``death``, ``illness``, ``missing``, ``arrest``); mostly empty.
        part: Whether it counts a part, or more of the same: "three other Americans", "another 99", "17 more".
        measures: Whether it measures a thing that is named behind it, as in "a 19-page memo".
        alone: Whether its article has no other quantity that it could be confused with.
        day: When its article was published.
        ago: How many days before that lies the day it names, the nearest one that can be meant: ``None`` where it
            names none, or its article bears no date.
        echoed: The words around it where the same voice prints it again, in some of its other articles.
    """

    reading: int
    voice: int
    quantity: Quantity
    context: Context
    state: str
    part: bool
    measures: bool
    alone: bool
    day: date | None
    ago: int | None
    echoed: tuple[Context, ...] = ()

    def similarity(self, other: "Mention") -> float:
        """How like the words around two mentions are, in the printings that are most alike."""
        if not self.echoed and not other.echoed:
            return self.context.similarity(other.context)
        return max(one.similarity(another) for one, another in self._printings(other))

    def likeness(self, other: "Mention") -> float:
        """How like these words or the whole sentences are, likewise."""
        if not self.echoed and not other.echoed:
            return self.context.likeness(other.context)
        return max(one.likeness(another) for one, another in self._printings(other))

    def _printings(self, other: "Mention") -> Iterator[tuple[Context, Context]]:
        return product((self.context, *self.echoed), (other.context, *other.echoed))

    @property
    def fresh(self) -> bool:
        """Whether the day it names may be that of the news: the day of publishing or one beside it, or not known."""
        return self.ago is None or self.ago in _FRESH

    @property
    def names(self) -> date | None:
        """The day it names, where its article bears a date."""
        return None if self.day is None or self.ago is None else self.day - timedelta(days=self.ago)

    @property
    def dateline(self) -> bool:
        """Whether it is a full date at the head of its article, before any word: that of its publishing."""
        full = is_day(str(self.quantity.value)) and str(self.quantity.value)[0].isdigit()
        return full and self.quantity.sentence <= 1 and not self.context.before

    @property
    def prominent(self) -> bool:
        """Whether it stands in a headline or lead."""
        return self.quantity.place in _PROMINENT


def mentions(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Mention]:
    """All quantities that can be compared, article by article.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.
    """
    found = []
    for index, reading in enumerate(readings):
        sorts = Counter(sort for sort, _ in {(_sort(one), one.value) for one in reading.quantities})
        dated = {
            one.span.start for one in reading.quantities if one.kind == "date" and is_day(str(one.value))
        }
        for quantity in reading.quantities:
            if quantity.kind not in _COMPARED or (quantity.kind == "number" and telling(quantity) < _TELLING):
                continue
            if (
                quantity.kind == "date"
                and quantity.value in WEEKDAYS
                and not dated.isdisjoint(_behind(quantity))
            ):
                continue  # "Friday, Oct. 26": the date says it
            if _broken(reading, quantity):
                continue
            alone = sorts[_sort(quantity)] == 1 and quantity.kind in _CAN_BE_ALONE
            found.append(
                Mention(
                    index,
                    voices[index],
                    quantity,
                    rarity.context(reading, quantity),
                    befell(reading, quantity),
                    _is_part(reading, quantity),
                    _measures(reading, quantity),
                    alone and noun_class(quantity.unit) != "person",
                    reading.article.day,
                    days_before(str(quantity.value), reading.article.day)
                    if quantity.kind == "date"
                    else None,
                )
            )
    return found


def _sort(quantity: Quantity) -> str:
    """What a quantity could be confused with inside one article: telling numbers of one unit, weekdays, days."""
    if quantity.kind != "date":
        return f"{quantity.kind} {quantity.unit} {telling(quantity) >= _TELLING}"
    value = str(quantity.value)
    return "weekday" if value in WEEKDAYS else "day" if is_day(value) else value


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    sentence = reading.sentences[quantity.sentence]
    start = bisect_left(sentence.starts, quantity.span.start)
    end = bisect_left(sentence.starts, quantity.extent.end)
    return not _PART.isdisjoint(sentence.words[max(0, start - 1) : end + 1])


def _broken(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is half of a number that was torn apart at its point or comma: "4. 6 magnitude", "2, 117 points"."""
    start, end, field = quantity.span.start, quantity.span.end, quantity.span.field
    text = reading.article.text if field == "text" else reading.article.title or ""
    return any(
        _TORN.match(text, at) is not None
        and (before := _DIGITS.search(text, max(at - _WINDOW, 0), at)) is not None
        and (before[1] or "").lower() not in MONTHS
        for at in (start - 2, end)
        if at > 0
    )


def _behind(quantity: Quantity) -> range:
    """Where what follows a quantity at once may start: after a comma and a space at most."""
    return range(quantity.span.end, quantity.span.end + len(", ") + 1)


def _measures(reading: Reading, quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None or noun.field != quantity.span.field or noun.start <= quantity.span.end:
        return False
    between = Span(quantity.span.article_id, quantity.span.end, noun.start, noun.field)
    return reading.quoted(between) in _HYPHENS


def befell(reading: Reading, quantity: Quantity) -> str:
    """What befell the persons counted: the nearest word that says so within a clause."""
    noun = noun_class(quantity.unit) if quantity.kind == "count" else ""
    if noun in {"death", "illness"}:
        return noun
    if noun != "person":
        return ""
    sentence = reading.sentences[quantity.sentence]
    centre = bisect_left(sentence.starts, quantity.span.start)
    near = range(max(0, centre - _REACH), min(len(sentence.words), centre + _REACH + 1))
    aside = _aside(reading, quantity)
    # What stands behind a comma or an "and" befell others, unless nothing else is said: "killing 10 people, injuring more".
    for index in sorted(near, key=lambda at: (sentence.starts[at] >= aside, abs(at - centre), at)):
        if not _counted(sentence.words, index - 1, centre) and (
            state := states().get(fold(sentence.words[index]))
        ):
            return state
    return ""


def _counted(words: Sequence[str], at: int, centre: int) -> bool:
    """Whether a word is another number, so that what stands behind it befell those: "80 injured", not "March 2, injured"."""
    return at >= 0 and at != centre and words[at][0].isdigit() and words[at - 1] not in MONTHS


def _aside(reading: Reading, quantity: Quantity) -> int:
    """Where behind a quantity the first comma or "and" stands."""
    text = reading.article.text if quantity.span.field == "text" else reading.article.title or ""
    found = _ASIDE.search(text, quantity.extent.end, reading.sentences[quantity.sentence].span.end)
    return found.start() if found else len(text)
