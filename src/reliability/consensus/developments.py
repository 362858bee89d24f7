"""Which values follow each other in time: a toll that rises, a count that goes on?"""

from collections.abc import Set as AbstractSet
from datetime import date

from reliability.consensus.contradictions import Values, least_likeness
from reliability.consensus.pairs import RUNNING, Pair

_Values = tuple[int, int]


def developments(values: Values, pairs: list[Pair], outvoted: AbstractSet[_Values]) -> list[_Values]:
    """Pairs of values ``(before, after)`` of one thing, the one printed on earlier days than the other.

    Args:
        values: The mentions, joined into values.
        pairs: The pairs of mentions that could be about one thing.
        outvoted: Pairs of values of which one stands where two voices or more print the other, on other days.
    """
    later = [pair for pair in pairs if pair.later and pair.how in RUNNING]
    if not later and not outvoted:
        return []
    days: dict[int, list[date | None]] = {}
    for index, mention in enumerate(values.mentions):
        days.setdefault(values.groups.find(index), []).append(mention.day)
    alike = (
        (values.groups.find(pair.first), values.groups.find(pair.second))
        for pair in later
        if pair.similarity >= least_likeness(values, pair, "difference", outvoted=True)
    )
    found = {
        (before, after)
        for a, b in alike
        for before, after in ((a, b), (b, a))
        if None not in (*days[before], *days[after]) and max(_known(days[before])) < min(_known(days[after]))
    }
    found.update((a, b) if min(_known(days[a])) <= min(_known(days[b])) else (b, a) for a, b in outvoted)
    return sorted(found)


def _known(days: list[date | None]) -> list[date]:
    return [day for day in days if day is not None]
