"""Which quantities could be statements about one thing, by what they measure?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reliability.compare.measured import relation
from reliability.compare.nouns import noun_class
from reliability.consensus.mentions import Mention

# Up to this many quantities of one kind, or of one kind of thing, every pair is looked at; beyond it only pairs that
# share a value or one of their heaviest words, so that the cost stays linear in the number of articles.
_ALL_PAIRS = 150
_HEAVIEST = 4  # words of a context by which it is looked up
_COMMON = 40  # quantities behind one such word or value; more say nothing of any two of them
# Differences that time explains: a toll rises, "Monday" is another Monday.
MERE = frozenset({"difference", "date", "digit"})
RUNNING = frozenset({"difference", "digit"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that could be about one thing.

    Attributes:
        first: Index of one mention.
        second: Index of the other, ``first < second``.
        how: ``equal``, ``compatible``, or how they differ.
        similarity: Cosine of their contexts.
        later: Whether they differ in what time can change, and their articles are of different days.
    """

    first: int
    second: int
    how: str
    similarity: float
    later: bool = False

    @property
    def agrees(self) -> bool:
        """Whether both can stand."""
        return self.how in {"equal", "compatible"}


def pairs(mentions: list[Mention]) -> list[Pair]:
    """The pairs of mentions worth a closer look."""
    shelves: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        kind = mention.quantity.kind
        shelves.setdefault("count" if kind == "number" else kind, []).append(index)
    found = []
    for shelf in shelves.values():
        for i, j in _candidates(shelf, mentions):
            first, second = mentions[i], mentions[j]
            how = relation(first.quantity, second.quantity, (first.state, second.state))
            if how:
                later = how in MERE and _days_apart(first, second)
                found.append(Pair(i, j, how, first.context.similarity(second.context), later))
    return found


def _days_apart(first: Mention, second: Mention) -> bool:
    return first.day is not None and second.day is not None and first.day != second.day


def _candidates(shelf: list[int], mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs that could be of one thing; of a long shelf those of one value, and those that count one sort of thing,
    or of a sort that fills a shelf by itself those whose contexts share a telling word.
    """
    if len(shelf) <= _ALL_PAIRS:
        yield from combinations(shelf, 2)
        return
    things: dict[object, list[int]] = {}
    values: dict[object, list[int]] = {}
    for index in shelf:
        quantity = mentions[index].quantity
        things.setdefault(noun_class(quantity.unit) or quantity.unit, []).append(index)
        values.setdefault(quantity.value, []).append(index)
    seen: set[tuple[int, int]] = set()
    for alike in values.values():
        seen.update(combinations(alike[:_COMMON], 2))
    for thing in things.values():
        for alike in [thing] if len(thing) <= _ALL_PAIRS else _by_word(thing, mentions):
            seen.update(combinations(alike, 2))
    yield from sorted(seen)


def _by_word(thing: list[int], mentions: list[Mention]) -> Iterator[list[int]]:
    holders: dict[str, list[int]] = {}
    for index in thing:
        weights = mentions[index].context.weights
        for word in sorted(weights, key=lambda word: (-weights[word], word))[:_HEAVIEST]:
            holders.setdefault(word, []).append(index)
    for indices in holders.values():
        yield indices[:_COMMON]
