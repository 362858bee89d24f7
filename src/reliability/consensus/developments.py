"""Which values follow each other in time: a toll that rises, a count that goes on?"""

from datetime import date

from reliability.consensus.contradictions import Values, least_likeness
from reliability.consensus.pairs import RUNNING, Pair


def developments(values: Values, pairs: list[Pair]) -> frozenset[tuple[int, int]]:
    """Pairs of values ``(before, after)`` of one thing, where every article of the one was published before any of the
    other.

    Args:
        values: The mentions, joined into values.
        pairs: The pairs of mentions that could be about one thing.
    """
    later = [pair for pair in pairs if pair.later and pair.how in RUNNING]
    days: dict[int, list[date | None]] = {}
    for index, mention in enumerate(values.mentions if later else ()):
        days.setdefault(values.groups.find(index), []).append(mention.day)
    found = set()
    for pair in later:
        if pair.similarity < least_likeness(values, pair, "difference", outvoted=True):
            continue
        a, b = values.groups.find(pair.first), values.groups.find(pair.second)
        for before, after in ((a, b), (b, a)):
            early = [day for day in days[before] if day]
            late = [day for day in days[after] if day]
            dated = len(early) == len(days[before]) and len(late) == len(days[after])
            if dated and max(early) < min(late):
                found.add((before, after))
    return frozenset(found)
