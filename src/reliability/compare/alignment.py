"""Do two texts say the same things one after the other?"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

# What two texts have equally often, up to so many times, is taken to stand in corresponding places.
_MOST = 3
# Translations vary in length by this variance for each letter, and three standard deviations are too many (Gale and
# Church, A program for aligning sentences in bilingual corpora, Computational Linguistics 19, 1993).
_VARIANCE = 6.8
_DEVIATIONS = 3.0
_LONGER = (
    4 / 3
)  # a whole translation can be: German or French of English is by a tenth, rewriters add or leave out

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts side by side, by the places of what stands in both.

    Attributes:
        first: The lengths of the sentences of one text, in letters.
        second: Those of the other.
        points: Pairs of sentences that hold one anchor, in order; an anchor that stands more often in one text than in
            the other, or often in both, makes none.
        chain: The most of these that are in the same order in both texts (the longest increasing subsequence).
    """

    first: Sequence[int]
    second: Sequence[int]
    points: tuple[Point, ...]
    chain: tuple[Point, ...]

    @classmethod
    def of(
        cls,
        first: Sequence[int],
        second: Sequence[int],
        anchors: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
    ) -> "Alignment":
        """That of two texts.

        Args:
            first: The lengths of the sentences of one text.
            second: Those of the other.
            anchors: Per text, the sentences that each of its anchors stands in, in order, once for each sentence.
        """
        here, there = anchors
        points = sorted(
            point
            for anchor in here.keys() & there.keys()
            if len(here[anchor]) == len(there[anchor]) <= _MOST
            for point in zip(here[anchor], there[anchor], strict=True)
        )
        return cls(first, second, tuple(points), tuple(_in_order(points)))

    @property
    def order(self) -> float:
        """The share of the points that are in order: 1 for a translation; of k in random order some 2 / sqrt(k)."""
        return len(self.chain) / len(self.points) if self.points else 0.0

    @property
    def held(self) -> float:
        """The share of the text, in the text where it is less, that stands in sentences with a point in order."""
        return self._share([])

    @property
    def covered(self) -> float:
        """The same with what lies between two such sentences, where it is about as long in both texts."""
        ratio = min(max(sum(self.second) / max(sum(self.first), 1), 1 / _LONGER), _LONGER)
        between = []
        for gap, across in self._gaps(sorted(set(self.chain))):
            expected = ratio * sum(self.first[index] for index in gap)
            length = sum(self.second[index] for index in across)
            spread = sqrt(_VARIANCE * (expected + length) / 2)
            if expected and length and abs(length - expected) < _DEVIATIONS * spread:
                between.append((gap, across))
        return self._share(between)

    @property
    def fidelity(self) -> float:
        """How far one text can be the other translated: the share in order, times the share covered."""
        return self.order * self.covered

    @property
    def pairs(self) -> list[Point]:
        """The sentences that correspond one to one: those with most points, and as many between as there are across."""
        firsts: set[int] = set()
        seconds: set[int] = set()
        found = []
        for (first, second), _ in sorted(Counter(self.chain).items(), key=lambda cell: (-cell[1], cell[0])):
            if first not in firsts and second not in seconds:
                found.append((first, second))
                firsts.add(first)
                seconds.add(second)
        for gap, across in self._gaps(sorted(found)):
            if len(gap) == len(across):
                found += zip(gap, across, strict=True)
        return sorted(found)

    def _gaps(self, points: Sequence[Point]) -> Iterator[tuple[range, range]]:
        """What stands before, between and after some points, in either text."""
        before = (-1, -1)
        for point in (*points, (len(self.first), len(self.second))):
            yield range(before[0] + 1, point[0]), range(before[1] + 1, point[1])
            before = point

    def _share(self, between: Sequence[tuple[range, range]]) -> float:
        firsts = {first for first, _ in self.chain}.union(*(gap for gap, _ in between))
        seconds = {second for _, second in self.chain}.union(*(across for _, across in between))
        return min(
            sum(lengths[index] for index in sentences) / max(sum(lengths), 1)
            for lengths, sentences in ((self.first, firsts), (self.second, seconds))
        )


def _in_order(points: Sequence[Point]) -> list[Point]:
    """The longest of the subsequences that do not decrease, by patience sorting (Fredman 1975)."""
    tops: list[int] = []  # the second place on top of each pile
    piled: list[int] = []  # which point that is
    before = []  # the point on top of the pile to the left, when a point was put down
    for number, (_, second) in enumerate(points):
        pile = bisect_right(tops, second)
        before.append(piled[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [second]
        piled[pile : pile + 1] = [number]
    chain = []
    number = piled[-1] if piled else -1
    while number >= 0:
        chain.append(points[number])
        number = before[number]
    return chain[::-1]
