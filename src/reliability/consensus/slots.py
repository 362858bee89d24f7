"""Does a number that one voice alone prints stand in the place of one that two voices or more agree on?

What several articles print of one thing alike is a slot. Who slips prints another number *instead of* the right one,
so its article has nothing else in that slot, and nobody else has that number in it. The grosser the slip, the less
the words around it must be alike.
"""

from dataclasses import dataclass

from reliability.compare.nouns import same_thing
from reliability.compare.numbers import rounds
from reliability.consensus.echoes import speaker
from reliability.consensus.happenings import Happenings
from reliability.consensus.mentions import Mention
from reliability.consensus.pairs import RUNNING, Pair
from reliability.consensus.thresholds import EARLY, FAR_BETTER, Likeness, is_outvoted, is_plain

DEVELOPMENT = "development"
# Slips so gross that whoever rounds the right number is a witness too.
_PLAIN = frozenset({"scale", "transposition"})
_WITNESSES = 2
# A mention in a slot: how like the words around it are to those around the lone number, its index, how they differ.
_Filler = tuple[float, int, str]


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


def slips(
    mentions: list[Mention], pairs: list[Pair], agreeing: list[Pair], happenings: Happenings
) -> list[Slip]:
    """The mentions that are outvoted.

    Args:
        mentions: All mentions of the event.
        pairs: Those that could be about one thing.
        agreeing: Those that say the same of one thing.
        happenings: The event's articles by what they mention.
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
    voices = len({mention.voice for mention in mentions if mention.voice >= 0})
    event = _Event(mentions, same, {}, {}, voices, happenings)
    for mention in mentions:
        if mention.quantity.kind == "date":
            event.days.setdefault(mention.reading, []).append(mention)
    for pair in agreeing:
        if rounds(mentions[pair.first].quantity, mentions[pair.second].quantity):
            event.bearing.setdefault(pair.first, []).append(pair.second)
            event.bearing.setdefault(pair.second, []).append(pair.first)
    found = (_slip(lone, others, event) for lone, others in differing.items())
    return [slip for slip in found if slip is not None]


@dataclass(frozen=True, slots=True)
class _Event:
    """The mentions of an event, and what belongs to each.

    Attributes:
        mentions: All of them.
        same: Those that print the same as each, wherever.
        bearing: Those that bear each out, saying the same of one thing, the one number rounded.
        days: Those that name a day, of each reading.
        voices: How many voices print any number.
        happenings: Its articles by what they mention.
    """

    mentions: list[Mention]
    same: dict[int, list[int]]
    bearing: dict[int, list[int]]
    days: dict[int, list[Mention]]
    voices: int
    happenings: Happenings


def _shared(mentions: list[Mention], agreeing: list[Pair]) -> tuple[set[int], set[int]]:
    """The mentions that another voice bears out, and those that one bears out in number alone: "12 cases" by "12"."""
    shared: set[int] = set()
    loosely: set[int] = set()
    for pair in agreeing:
        first, second = mentions[pair.first], mentions[pair.second]
        a, b = first.quantity, second.quantity
        if speaker(first.voice) == speaker(second.voice) or "date" in {a.kind, b.kind}:
            continue
        counted = "count" in {a.kind, b.kind} and not (a.kind == b.kind and same_thing(a.unit, b.unit))
        (loosely if counted else shared).update((pair.first, pair.second))
    return shared, loosely


def _slip(lone: int, others: list[tuple[int, str]], event: _Event) -> Slip | None:
    mine = event.mentions[lone]
    slots: dict[tuple[float | str, str], list[_Filler]] = {}
    for other, how in others:
        theirs = event.mentions[other]
        if how in RUNNING and (mine.part or theirs.part):
            continue
        if theirs.reading != mine.reading and theirs.voice >= 0:
            key = theirs.quantity.value, theirs.quantity.unit
            slots.setdefault(key, []).append((mine.likeness(theirs), other, how))
    found: list[tuple[float, Slip]] = []
    for slot in slots.values():
        nearest = _witnesses(mine, slot, event)
        if len(nearest) < _WITNESSES:
            continue
        (first, other, how), (second, another, _), *_ = nearest
        witnesses = event.mentions[other], event.mentions[another]
        likeness = Likeness(
            first,
            second,
            max(
                (
                    mine.likeness(event.mentions[index])
                    for index in event.same.get(lone, ())
                    if event.mentions[index].voice != mine.voice
                ),
                default=None,
            ),
            max(mine.context.frame(event.mentions[index].context) for _, index, _ in slot),
            missing=not any(
                event.mentions[index].reading == mine.reading
                for _, member, _ in slot
                for index in event.same.get(member, ())
            ),
            common=2 * len(nearest) >= event.voices - 1,
            lead=mine.prominent,
            early=mine.quantity.sentence <= EARLY,
            dated=mine.ago is not None,
            own=mine.ago == 0 or mine.dateline,
            fresh=mine.fresh,
            theirs_fresh=all(mention.fresh and not _to_come(mention, mine) for mention in witnesses),
        )
        if not is_outvoted(how, mine.quantity, witnesses[0].quantity, likeness):
            continue
        if how == "date" and _told_elsewhere(mine, witnesses, likeness, event.days[mine.reading]):
            continue
        if not (
            is_plain(how, mine.quantity, witnesses[0].quantity)
            or any(event.happenings.one(mine.reading, witness.reading) for witness in witnesses)
        ):
            continue
        if how in RUNNING and not (_spoken(mine, *witnesses) or _at_the_time(mine, slot, event.mentions)):
            how = DEVELOPMENT
        found.append((first, Slip(lone, tuple(index for _, index, _ in nearest), how)))
    return max(found, key=lambda entry: entry[0])[1] if found else None


def _witnesses(mine: Mention, slot: list[_Filler], event: _Event) -> list[_Filler]:
    """One mention of each voice that fills a slot, the nearest first; where a single voice does, then those of others
    that bear it out: "36,000 packs" by 35,860.
    """
    nearest: dict[int, _Filler] = {}
    for filler in sorted(slot, key=lambda filler: (-filler[0], filler[1])):
        nearest.setdefault(event.mentions[filler[1]].voice, filler)
    if len(nearest) == 1 and slot[0][2] in _PLAIN:
        [(_, only, how)] = nearest.values()
        borne = [(mine.likeness(event.mentions[index]), index, how) for index in event.bearing.get(only, ())]
        for filler in sorted(borne, key=lambda filler: (-filler[0], filler[1])):
            theirs = event.mentions[filler[1]]
            if theirs.voice >= 0 and theirs.reading != mine.reading:
                nearest.setdefault(theirs.voice, filler)
    return list(nearest.values())


def _spoken(*mentions: Mention) -> bool:
    """Whether all are somebody's words: what was said does not move on."""
    return all(mention.quantity.place == "quote" for mention in mentions)


def _to_come(theirs: Mention, mine: Mention) -> bool:
    """Whether the day that one article names was yet to come when another was published."""
    return theirs.names is not None and mine.day is not None and theirs.names > mine.day


def _told_elsewhere(
    mine: Mention, witnesses: tuple[Mention, Mention], likeness: Likeness, days: list[Mention]
) -> bool:
    """Whether another day in the same article fits better what the witnesses tell: the first of them where nothing
    but the words can say so, and far better the second.
    """
    rivals = [day for day in days if day.quantity.value != mine.quantity.value]
    for witness, own, ahead in (
        (witnesses[0], likeness.first, None if likeness.dated else 0.0),
        (witnesses[1], likeness.second, FAR_BETTER),
    ):
        if ahead is not None and any(rival.likeness(witness) >= own + ahead for rival in rivals):
            return True
    return False


def _at_the_time(mine: Mention, slot: list[_Filler], mentions: list[Mention]) -> bool:
    """Whether others print their number on the very day, or both before and after it: else the number may have moved
    on in between, as a toll does.
    """
    days = [mentions[index].day for _, index, _ in slot]
    known = [day for day in days if day is not None]
    if mine.day is None or len(known) < len(days):
        return True
    return min(known) <= mine.day <= max(known)
