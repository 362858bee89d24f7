"""Does a number that one voice alone prints stand in the place of one that two voices or more agree on?

What several articles print of one thing alike is a slot. Who slips prints another number *instead of* the right one,
so its article has nothing else in that slot, and nobody else has that number in it. The grosser the slip, the less
the words around it must be alike.
"""

from dataclasses import dataclass

from reliability.compare.nouns import same_thing
from reliability.consensus.mentions import Mention
from reliability.consensus.pairs import RUNNING, Pair
from reliability.consensus.thresholds import EARLY, Likeness, is_outvoted

DEVELOPMENT = "development"
_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class Slip:
    """A mention that two voices or more contradict.

    Attributes:
        lone: Index of the mention.
        slot: Indices of the mentions that fill its slot alike, one of each voice, the nearest first.
        how: How they differ, or ``DEVELOPMENT`` where the number may have moved on from the one to the other.
    """

    lone: int
    slot: tuple[int, ...]
    how: str


def slips(mentions: list[Mention], pairs: list[Pair], agreeing: list[Pair]) -> list[Slip]:
    """The mentions that are outvoted.

    Args:
        mentions: All mentions of the event.
        pairs: Those that could be about one thing.
        agreeing: Those that say the same of one thing.
    """
    shared, loosely = _shared(mentions, agreeing)
    same: dict[int, list[int]] = {}
    differing: dict[int, list[tuple[int, str]]] = {}
    for pair in pairs:
        for own, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if pair.how == "compatible" and mentions[own].quantity.kind == "date":
                continue  # "July" is any day of July
            if pair.agrees:
                same.setdefault(own, []).append(other)
            elif own not in shared and (pair.how == "noun" or own not in loosely):
                differing.setdefault(own, []).append((other, pair.how))
    found = (_slip(lone, others, mentions, same) for lone, others in differing.items())
    return [slip for slip in found if slip is not None]


def _shared(mentions: list[Mention], agreeing: list[Pair]) -> tuple[set[int], set[int]]:
    """The mentions that another voice bears out, and those that one bears out in number alone: "12 cases" by "12"."""
    shared: set[int] = set()
    loosely: set[int] = set()
    for pair in agreeing:
        first, second = mentions[pair.first], mentions[pair.second]
        a, b = first.quantity, second.quantity
        if first.voice == second.voice or "date" in {a.kind, b.kind}:
            continue
        counted = "count" in {a.kind, b.kind} and not (a.kind == b.kind and same_thing(a.unit, b.unit))
        (loosely if counted else shared).update((pair.first, pair.second))
    return shared, loosely


def _slip(
    lone: int, others: list[tuple[int, str]], mentions: list[Mention], same: dict[int, list[int]]
) -> Slip | None:
    mine = mentions[lone]
    slots: dict[tuple[float | str, str], list[tuple[float, int, str]]] = {}
    for other, how in others:
        theirs = mentions[other]
        if how in RUNNING and (mine.part or theirs.part):
            continue
        if theirs.reading != mine.reading and theirs.voice >= 0:
            key = theirs.quantity.value, theirs.quantity.unit
            slots.setdefault(key, []).append((mine.likeness(theirs), other, how))
    found: list[tuple[float, Slip]] = []
    for slot in slots.values():
        nearest: dict[int, tuple[float, int, str]] = {}
        for entry in sorted(slot, key=lambda entry: (-entry[0], entry[1])):
            nearest.setdefault(mentions[entry[1]].voice, entry)
        if len(nearest) < _WITNESSES:
            continue
        (first, other, how), (second, *_), *_ = nearest.values()
        likeness = Likeness(
            first,
            second,
            max(
                (
                    mine.likeness(mentions[index])
                    for index in same.get(lone, ())
                    if mentions[index].voice != mine.voice
                ),
                default=None,
            ),
            max(mine.context.frame(mentions[index].context) for _, index, _ in slot),
            missing=not any(
                mentions[index].reading == mine.reading
                for _, member, _ in slot
                for index in same.get(member, ())
            ),
            lead=mine.prominent,
            early=mine.quantity.sentence <= EARLY,
            dated=mine.ago is not None,
            fresh=mine.fresh,
            theirs_fresh=all(mentions[index].fresh for _, index, _ in (*nearest.values(),)[:_WITNESSES]),
        )
        if is_outvoted(how, mine.quantity, mentions[other].quantity, likeness):
            if how in RUNNING and not _at_the_time(mine, slot, mentions):
                how = DEVELOPMENT
            found.append((first, Slip(lone, tuple(index for _, index, _ in nearest.values()), how)))
    return max(found, key=lambda entry: entry[0])[1] if found else None


def _at_the_time(mine: Mention, slot: list[tuple[float, int, str]], mentions: list[Mention]) -> bool:
    """Whether others print their number on the very day, or both before and after it: else the number may have moved
    on in between, as a toll does.
    """
    days = [mentions[index].day for _, index, _ in slot]
    known = [day for day in days if day is not None]
    if mine.day is None or len(known) < len(days):
        return True
    return min(known) <= mine.day <= max(known)
