"""Which values measure the same thing and cannot both stand?

Two tests. *Outvoted*: one voice alone prints a value that nobody else prints, where two others or more agree on
another: who slips prints a number *instead of* the right one, so the slot that the others fill alike must be empty in
the slip's article. The grosser the slip, the less likeness it takes. *Alike*: the contexts of two mentions are so close
that they may well be about one thing. Of what it alone told wrong in untouched news, two in thirty-two were
contradictions to a reader; so it finds what is open, and tells nobody wrong.
"""

from dataclasses import dataclass

from reliability.consensus.groups import Groups
from reliability.consensus.mentions import Mention
from reliability.consensus.pairs import MERE, RUNNING, Pair
from reliability.consensus.slots import Slip
from reliability.consensus.thresholds import to_differ
from reliability.records import Difference

# The share of the wanted likeness that a second witness to a mere difference must reach.
_SECOND = 0.5
# Slips of the pen that an article can make beside the right number: a headline that its own body corrects.
_SLIPS = frozenset({"scale", "transposition"})
_WITNESSES = 2
# A headline sums up its own body: a number there that is the body's times a hundred or a thousand needs a word or two.
_OWN_HEADLINE = 0.05


@dataclass(frozen=True, slots=True)
class Values:
    """Mentions joined into values.

    Attributes:
        mentions: All mentions.
        groups: The value of each, as a group of mentions.
        held: The voices behind each value, at the index of its group.
    """

    mentions: list[Mention]
    groups: Groups
    held: list[set[int]]

    def join(self, indices: tuple[int, ...]) -> None:
        """Makes one value of those of some mentions."""
        for index in indices[1:]:
            a, b = self.groups.find(indices[0]), self.groups.find(index)
            self.groups.join(a, b)
            self.held[self.groups.find(a)] = self.held[a] | self.held[b]

    def both(self, pair: Pair) -> tuple[Mention, Mention]:
        """The mentions of a pair."""
        return self.mentions[pair.first], self.mentions[pair.second]


def contradictions(
    values: Values, pairs: list[Pair], outvoted: list[Slip]
) -> dict[tuple[int, int], Difference]:
    """How pairs of values that measure the same thing differ: the closest pair of mentions decides.

    Args:
        values: The mentions, joined into values.
        pairs: The pairs of mentions that could be about one thing.
        outvoted: The mentions that two voices or more contradict.
    """
    found: dict[tuple[int, int], Difference] = {}
    for slip in outvoted:
        values.join(slip.slot[:_WITNESSES])
    for slip in outvoted:
        a, b = sorted((values.groups.find(slip.lone), values.groups.find(slip.slot[0])))
        if a != b:
            found[a, b] = Difference(slip.how)
    linked: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        a, b = sorted((values.groups.find(pair.first), values.groups.find(pair.second)))
        if (
            not (pair.agrees or pair.later or _side_by_side(*values.both(pair)))
            and a != b
            and _opposed(values.held[a], values.held[b], pair.how)
        ):
            linked.setdefault((a, b), []).append(pair)
    for (a, b), links in linked.items():
        if (a, b) not in found and (how := _alike(values, links, a, b)):
            found[a, b] = Difference(how, open=True)
    return found


def _alike(values: Values, links: list[Pair], a: int, b: int) -> str:
    behind = max(len(values.held[a]), len(values.held[b]))
    near = []
    for pair in links:
        both = values.both(pair)
        if pair.how == "date" and all(mention.ago is not None for mention in both):
            continue  # what the day of publishing says of a day, it says better than the words do
        if pair.how in RUNNING and any(mention.part for mention in both):
            continue
        least = least_likeness(values, pair, pair.how, outvoted=behind > 1)
        if pair.similarity >= least * _SECOND:
            near.append((pair, pair.similarity >= least))
    sure = [pair for pair, is_sure in near if is_sure]
    if sure and _witnessed(values, near, sure, behind):
        return max(sure, key=lambda pair: (pair.similarity, pair.how)).how
    return ""


def least_likeness(values: Values, pair: Pair, how: str, *, outvoted: bool) -> float:
    """How like the words around a pair of mentions must be, for a difference of a kind to be one about one thing."""
    first, second = values.both(pair)
    if (
        how == "scale"
        and first.reading == second.reading
        and "headline" in {first.quantity.place, second.quantity.place}
    ):
        return _OWN_HEADLINE
    either = how == "date" and (first.alone or second.alone)
    return to_differ(
        how,
        first.quantity,
        second.quantity,
        leads=first.prominent and second.prominent,
        alone=either or (first.alone and second.alone),
        outvoted=outvoted,
    )


def _witnessed(values: Values, near: list[tuple[Pair, bool]], sure: list[Pair], behind: int) -> bool:
    """Whether a mere difference rests on two witnesses, where there are two: one of the voices behind a value
    may have spoken of something else. A lead says what the event is, and needs no second.
    """
    if behind == 1 or any(pair.how not in MERE for pair in sure):
        return True
    if any(first.prominent and second.prominent for first, second in map(values.both, sure)):
        return True
    sides = [
        {values.mentions[index].voice for index in side}
        for side in zip(*((pair.first, pair.second) for pair, _ in near), strict=True)
    ]
    return max(map(len, sides)) > 1


def _side_by_side(first: Mention, second: Mention) -> bool:
    """Whether one article prints both in its body, in its lead, or in one sentence: then they are of two things."""
    if first.reading != second.reading:
        return False
    a, b = first.quantity, second.quantity
    return a.sentence == b.sentence or a.place == b.place or not (first.prominent or second.prominent)


def _opposed(first: set[int], second: set[int], how: str) -> bool:
    """Whether the voices behind two values can be at odds: nobody states both, save one who slips once."""
    if first.isdisjoint(second):
        return True
    both = first & second
    return how in _SLIPS and len(both) == 1 and both in (first, second)
