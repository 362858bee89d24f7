"""Which quantities could be statements about one thing, by what they measure?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from reliability.compare.measured import relation
from reliability.compare.nouns import noun_class
from reliability.compare.numbers import significant
from reliability.consensus.mentions import Mention

# Up to this many quantities of one kind every pair is looked at; beyond it only those that share a key: the sort of
# thing, the digits of the number, or one of the heaviest words around it. A key has so many pairs per quantity that
# the cost stays linear.
_ALL_PAIRS = 150
_HEAVIEST = 4  # words of a context by which it is looked up
_COMPANIONS = 20_000  # pairs looked at under one key, shared out among the quantities
_FEWEST = 4  # companions
# Differences that time explains: a toll rises, "Monday" is another Monday.
MERE = frozenset({"difference", "date", "digit"})
RUNNING = frozenset({"difference", "digit"})  # ... or the one follows the other


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


def pairs(mentions: list[Mention], spoken: Iterable[int]) -> list[Pair]:
    """The pairs of mentions worth a closer look.

    Args:
        mentions: All mentions.
        spoken: Indices of those that are not echoes of another.
    """
    shelves: dict[str, list[int]] = {}
    for index in spoken:
        kind = mentions[index].quantity.kind
        shelves.setdefault("count" if kind == "number" else kind, []).append(index)
    found = []
    for shelf in shelves.values():
        for i, j in _candidates(shelf, mentions):
            first, second = mentions[i], mentions[j]
            how = relation(first.quantity, second.quantity, (first.state, second.state))
            if how and not (how == "noun" and (first.measures or second.measures)):
                later = how in MERE and _days_apart(first, second)
                found.append(Pair(i, j, how, first.similarity(second), later))
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
    most = max(_FEWEST, _COMPANIONS // len(shelf))
    holders: dict[object, list[int]] = {}
    for index in shelf:
        companions: set[int] = set()
        for key in _keys(mentions[index]):
            before = holders.setdefault(key, [])
            companions.update(before[: most // 2], before[-(most // 2) :])
            before.append(index)
        yield from ((companion, index) for companion in sorted(companions))


def _keys(mention: Mention) -> Iterator[object]:
    """What a quantity is looked up by, so that those that agree with it and those that a slip makes of it are found."""
    value = mention.quantity.value
    yield value
    yield "thing", noun_class(mention.quantity.unit) or mention.quantity.unit
    if not isinstance(value, str):
        digits = significant(value)
        yield "scale", digits
        yield "exchanged", "".join(sorted(digits))
        yield from (("changed", place, digits[:place] + digits[place + 1 :]) for place in range(len(digits)))
    weights = mention.context.weights
    yield from nsmallest(_HEAVIEST, weights, key=lambda word: (-weights[word], word))
