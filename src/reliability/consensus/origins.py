"""Which articles are copies of one text, and so one voice?"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import numpy as np

from reliability.compare.texts import containment
from reliability.consensus.groups import Groups
from reliability.consensus.retellings import Retelling
from reliability.consensus.suspicion import credits_
from reliability.consensus.texts import Texts
from reliability.records import Reading

# The share of three-word runs outside quotation marks that two texts must share to be one text: halfway between
# what independent reports share and what edited copies keep (see ``compare.texts``) ...
_COPY = 0.50
# ... and below this, the share of the shorter text that must stand in sentences the other has too. An edit changes a
# word here and there, so nearly all sentences of a copy are the other's (99 in 100 copies: .82 and more); an article
# that prints half of an agency's story under a lead of its own has the half, and nothing of the rest (.53 to .77).
_SURELY_COPY, _THROUGHOUT = 0.60, 0.80
# A text of a sentence or two, all names and titles, can have half of its runs in common with any long report.
_SHORT, _SHORT_COPY = 40, 0.65
# Where something else says that they are one story, more than any two independent reports were seen to share is enough.
_HINTED_COPY = 0.40
# Fewer runs than this are a sentence; stock phrases can make them alike.
_FEWEST = 20
# A third member can stand between two copies in the index; a part of the runs is enough to look closer.
_CLOSER = 0.25
_LEAST = int(_FEWEST * _COPY * _CLOSER)


def origins(
    readings: tuple[Reading, ...],
    texts: Texts,
    suspected: AbstractSet[tuple[int, int]] = frozenset(),
    retold: Sequence[Retelling] = (),
) -> list[list[int]]:
    """Groups of indices into ``readings`` that count as one voice each.

    Candidates are found through an index of runs in which each text is paired with the next one that
    holds the same run, so the cost is linear in the length of the texts. What was joined then stands aside for one of
    its own, and the others are looked at again: twenty copies must not hide a twenty-first text from each other.

    Args:
        readings: The readings.
        texts: Their own words.
        suspected: Pairs of articles that share an error. They, and those that credit one agency, need share less.
        retold: Pairs that are one text in different words.

    Returns:
        The groups, ordered by their first index, and in each first the article that stands for it: the latest
        version where all are dated, the one that shares most with the others where they are not, and in either case
        one in English, of which more can be measured, before its translations.
    """
    groups, credited = Groups(len(readings)), credits_(readings)
    same: dict[bytes, int] = {}
    for index, words in enumerate(texts.words):
        if len(words):
            groups.join(same.setdefault(words.tobytes(), index), index)  # the very same words, however few

    found = [[index] for index in range(len(readings))]
    before = 0
    while len(found) != before:  # at most once per text, in practice twice
        before = len(found)
        for (first, second), shared in texts.alike([group[0] for group in found], _LEAST).items():
            hinted = (first, second) in suspected or not credited[first].isdisjoint(credited[second])
            if not groups.joined(first, second) and _copied(first, second, shared, texts, hinted=hinted):
                groups.join(first, second)
        found = [_ordered(group, readings, texts) for group in groups.groups()]
    for one in retold:
        groups.join(one.first, one.second)
    return [_ordered(group, readings, texts) for group in groups.groups()] if retold else found


def _copied(first: int, second: int, shared: int, texts: Texts, *, hinted: bool) -> bool:
    """Whether two texts are one, of whose runs so many were met at least."""
    if len(texts.distinct[first]) > len(texts.distinct[second]):
        first, second = second, first
    smaller = len(texts.distinct[first])
    if smaller < _FEWEST or shared < _COPY * smaller * _CLOSER:
        return False
    kept = containment(texts.distinct[first], texts.distinct[second])
    if smaller < _SHORT:
        return kept >= _SHORT_COPY
    if hinted or kept >= _SURELY_COPY:
        return kept >= _HINTED_COPY
    return kept >= _COPY and texts.throughout(first, second) >= _THROUGHOUT


def _ordered(group: list[int], readings: tuple[Reading, ...], texts: Texts) -> list[int]:
    if len(group) == 1:
        return group
    days = [readings[index].article.day for index in group]
    dated = None not in days
    runs, times = np.unique(np.concatenate([texts.distinct[index] for index in group]), return_counts=True)
    shared = {
        index: float(
            times[np.searchsorted(runs, texts.distinct[index])].sum() / max(len(texts.distinct[index]), 1)
        )
        for index in group
    }
    day = {
        index: (day or date.min).toordinal() if dated else 0 for index, day in zip(group, days, strict=True)
    }
    return sorted(group, key=lambda index: (not readings[index].english, -day[index], -shared[index], index))
