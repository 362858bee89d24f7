"""Do two articles of an event tell of one happening? A second robbery, the quake of the week before and the trial of
somebody else come under one heading, and their numbers are not to be held against each other.

What tells happenings apart is whom and what they name: the words of names, numbers that nobody repeats by chance, and
days, each weighted by how few of the voices mention it.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from math import log, sqrt

from reliability.consensus.thresholds import telling
from reliability.records import Reading

# Of its likeness to the article that it is most like. Two events of one kind put together, two articles of different
# ones fall below this in three of five cases, two of the same one in one of seven; and it takes two that do.
_SHARE = 0.15
_LIKELY = 200  # articles among which the most like is looked for
_TELLING = 2  # digits

_Mark = tuple[str, str | float]


class Happenings:
    """The articles of an event by what they mention; nothing is worked out before it is asked for.

    Args:
        readings: The event's readings.
        voices: The voice of each.
    """

    def __init__(self, readings: tuple[Reading, ...], voices: Sequence[int]) -> None:
        self._readings = readings
        self._voices = voices
        first: dict[int, int] = {}
        for index, voice in enumerate(voices):
            first.setdefault(voice, index)
        self._standing = [*first.values()]  # one article of each voice: copies change nothing
        self._likest: dict[int, float] = {}

    def one(self, first: int, second: int) -> bool:
        """Whether two articles, by their index, tell of one happening, as far as what they mention shows."""
        return self._likeness(first, second) >= _SHARE * max(self._most(first), self._most(second))

    def _most(self, index: int) -> float:
        """How like an article is to the most like one of another voice."""
        if index not in self._likest:
            others = (other for other in self._standing if self._voices[other] != self._voices[index])
            self._likest[index] = max(
                (self._likeness(index, other) for other in islice(others, _LIKELY)), default=0.0
            )
        return self._likest[index]

    def _likeness(self, first: int, second: int) -> float:
        """Cosine of what two articles mention, in [0, 1]."""
        shared = sum(
            self._weights[mark] for mark in sorted(self._marks[first] & self._marks[second], key=str)
        )
        return shared / (self._lengths[first] * self._lengths[second])

    @cached_property
    def _marks(self) -> list[frozenset[_Mark]]:
        return [frozenset(_marks(reading)) for reading in self._readings]

    @cached_property
    def _weights(self) -> dict[_Mark, float]:
        counts = Counter(mark for index in self._standing for mark in self._marks[index])
        return {
            mark: log((len(self._standing) + 1) / max(counts[mark], 1))
            for marks in self._marks
            for mark in marks
        }

    @cached_property
    def _lengths(self) -> list[float]:
        return [sqrt(sum(sorted(self._weights[mark] for mark in marks))) or 1.0 for marks in self._marks]


def _marks(reading: Reading) -> set[_Mark]:
    """The words of the names that an article mentions, its telling numbers and its days."""
    found: set[_Mark] = {("name", word) for name in reading.names for word in name.words}
    for quantity in reading.quantities:
        if quantity.kind == "date" or telling(quantity) >= _TELLING:
            found.add((quantity.kind, quantity.value))
    return found
