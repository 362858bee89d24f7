"""Which lines does one outlet print in several of its stories?

An outlet's offers, labels and notices stand word for word in articles that were written apart; a story's own lines do
not (Yi, Liu and Li, Eliminating noisy information in web pages, 2003). Three things look alike and are story: what
a second version of an article keeps of the first; an agency's text, which other outlets print as well; and the
background that an outlet repeats on one event, of which the others speak too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reliability.compare.furniture import Furniture
from reliability.compare.outlets import outlet
from reliability.consensus.others import Line, Others
from reliability.consensus.retraction import Elsewhere, retract
from reliability.consensus.standing import without_standing
from reliability.records import Reading

# Articles with several paragraphs, and more than this share of their running text, from one another are versions of
# one. Read by eye: two reports of an outlet on one event had a paragraph in common, versions a fifth and more.
_PARAGRAPHS = 2
_VERSION = 0.1
_TWINS = 3  # that a line points at; it may stand in a thousand articles


class _Placed(NamedTuple):
    """A passage that was taken for story, and its words."""

    reading: int
    passage: int
    line: Line


def relabel(readings: Sequence[Reading], furniture: Furniture | None = None) -> tuple[Reading, ...]:
    """The readings, with what an outlet repeats in articles written apart taken out of the story.

    Such a passage points at its twins, and nothing in it is a mention any more. An article whose outlet is not known
    repeats nobody. Linear in the length of the texts.

    Args:
        readings: The readings of one event's articles.
        furniture: What outlets are known to print everywhere, if anything.
    """
    return _without_recurring(without_standing(readings, furniture) if furniture else tuple(readings))


def _without_recurring(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    outlets = [outlet(reading.article) for reading in readings]
    counts = Counter(outlets)
    own = {
        index: list(_story(index, reading))
        for index, reading in enumerate(readings)
        if outlets[index] and counts[outlets[index]] > 1
    }
    repeated = _repeated([placed for found in own.values() for placed in found], outlets)
    if not repeated:
        return readings
    again = {placed for group in repeated for placed in group}
    apart = [placed for found in own.values() if not _is_version(found, again) for placed in found]
    repeated = _repeated(apart, outlets)
    others = Others(readings, [group[0].line for group in repeated])
    found: defaultdict[int, dict[int, Elsewhere]] = defaultdict(dict)
    for group in repeated:
        who = outlets[group[0].reading]
        if others.say_so(who, group[0].line):
            continue
        for placed in group:
            twins = tuple(
                readings[other.reading].passages[other.passage].span
                for other in group[: _TWINS + 1]
                if other.reading != placed.reading
            )[:_TWINS]
            found[placed.reading][placed.passage] = Elsewhere(
                f"stands word for word in another article of {who}", twins
            )
    return tuple(
        retract(reading, found[index]) if index in found else reading
        for index, reading in enumerate(readings)
    )


def _story(index: int, reading: Reading) -> Iterator[_Placed]:
    for at, passage in enumerate(reading.passages):
        if passage.kind == "story" and (line := Line.of(reading, passage.span)).words:
            yield _Placed(index, at, line)


def _repeated(given: Sequence[_Placed], outlets: Sequence[str]) -> list[list[_Placed]]:
    """The lines that several articles of one outlet have, those of the same words together."""
    same: defaultdict[tuple[str, tuple[str, ...]], list[_Placed]] = defaultdict(list)
    for placed in given:
        same[outlets[placed.reading], placed.line.words].append(placed)
    return [group for group in same.values() if len({placed.reading for placed in group}) > 1]


def _is_version(found: Sequence[_Placed], again: set[_Placed]) -> bool:
    """Whether much of an article's running text stands in another of its outlet."""
    lengths = [(len(placed.line.words), placed in again) for placed in found if placed.line.prose]
    kept = [length for length, repeated in lengths if repeated]
    return len(kept) >= _PARAGRAPHS and sum(kept) > _VERSION * sum(length for length, _ in lengths)
