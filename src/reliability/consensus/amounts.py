"""Which numbers of different articles measure the same thing, and which of them cannot both stand?

First support, then dissent. Numbers that say the same of the same thing are joined into values. Then each value is
held against the others that could measure the same thing: whoever slips prints a number *instead of* another, so a
value contradicts only voices that do not state it themselves, and two values that one other voice states side by
side are of different things.
"""

from reliability.compare.numbers import rounds
from reliability.consensus.context import Rarity
from reliability.consensus.contradictions import Values, contradictions
from reliability.consensus.developments import developments
from reliability.consensus.echoes import echoes, for_one, put_aside
from reliability.consensus.groups import Groups
from reliability.consensus.happenings import Happenings
from reliability.consensus.mentions import Mention, mentions
from reliability.consensus.pairs import Pair, pairs
from reliability.consensus.slots import DEVELOPMENT, slips
from reliability.consensus.thresholds import to_agree
from reliability.records import Claim, Item, Quantity, Reading


def amounts(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """The items that quantities of the readings speak of.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.
    """
    found = mentions(readings, voices, rarity)
    repeated = echoes(found)
    found = for_one(found, repeated)
    spoken = [index for index in range(len(found)) if index not in repeated]
    return _Alignment(found, pairs(found, spoken), repeated, Happenings(readings, voices)).items(readings)


class _Alignment:
    """Mentions joined into values, and how the values differ."""

    def __init__(
        self, mentions: list[Mention], pairs: list[Pair], echoes: dict[int, int], happenings: Happenings
    ) -> None:
        self._mentions = mentions
        self._values = Groups(len(mentions))
        self._echoes = echoes
        for echo, original in echoes.items():
            self._values.join(original, echo)
        self._held = [{mention.voice} if mention.voice >= 0 else set() for mention in mentions]
        agreeing = [pair for pair in pairs if pair.agrees and self._agree(pair)]
        outvoted = slips(mentions, pairs, agreeing, happenings)
        lone = self._throughout([slip.lone for slip in outvoted if slip.how != DEVELOPMENT])
        placed: set[int] = set()
        for pair in sorted(agreeing, key=self._precedence):
            if not (lone.isdisjoint((pair.first, pair.second)) or self._repeats(pair)):
                continue
            aside = {index for index in (pair.first, pair.second) if mentions[index].voice < 0}
            if not any(self._bridges(index, pair) for index in aside & placed):
                self._join(pair)
                placed |= aside
        values = Values(mentions, self._values, self._held)
        found = contradictions(values, pairs, outvoted)
        self._differences = {pair: how for pair, how in found.items() if how.kind != DEVELOPMENT}
        self._developments = [
            (before, after)
            for before, after in developments(values, pairs, found.keys() - self._differences.keys())
            if (min(before, after), max(before, after)) not in self._differences
        ]

    def _precedence(self, pair: Pair) -> tuple[bool, bool, float]:
        aside = min(mention.voice for mention in self._both(pair)) < 0
        return aside, pair.how != "equal", -pair.similarity

    def _bridges(self, index: int, pair: Pair) -> bool:
        """Whether what only a copy says would make what its voice says the same as what others say."""
        own = put_aside(self._mentions[index].voice)
        return any(own in self._held[self._values.find(end)] for end in (pair.first, pair.second))

    def _agree(self, pair: Pair) -> bool:
        first, second = self._both(pair)
        alone, own = first.alone and second.alone, first.reading == second.reading
        return pair.similarity >= to_agree(pair.how, first.quantity, second.quantity, alone=alone, own=own)

    def _throughout(self, lone: list[int]) -> set[int]:
        """The mentions, and those that repeat their numbers in the same article."""
        found = {(self._mentions[index].reading, *_printed(self._mentions[index].quantity)) for index in lone}
        return set(lone) | {
            index
            for index, mention in enumerate(self._mentions)
            if mention.quantity.kind != "date" and (mention.reading, *_printed(mention.quantity)) in found
        }

    def _repeats(self, pair: Pair) -> bool:
        """Whether one voice prints the very same again."""
        first, second = self._both(pair)
        return first.voice == second.voice and _printed(first.quantity) == _printed(second.quantity)

    def _join(self, pair: Pair) -> None:
        """Makes one value of two, unless a voice states both and neither is the other rounded: 3.46 billion of
        revenue last year, "around 3.6 billion" next year. What two voices tell apart is two things.
        """
        first, second = self._both(pair)
        a, b = self._values.find(pair.first), self._values.find(pair.second)
        telling_apart = len(self._held[a] & self._held[b]) if pair.how == "compatible" and a != b else 0
        if telling_apart > 1 or (telling_apart and not rounds(first.quantity, second.quantity)):
            return
        self._values.join(a, b)
        fewer, more = sorted((self._held[a], self._held[b]), key=len)
        more |= fewer  # the smaller into the larger: a crowd that says the same is joined in linear time
        self._held[self._values.find(a)] = more

    def _both(self, pair: Pair) -> tuple[Mention, Mention]:
        return self._mentions[pair.first], self._mentions[pair.second]

    def items(self, readings: tuple[Reading, ...]) -> list[Item]:
        """One item for every group of values that differ from each other; none for what is said once, whatever copies say it."""
        joined = Groups(len(self._mentions))
        for index in range(len(self._mentions)):
            joined.join(index, self._values.find(index))
        for a, b in (*self._differences, *self._developments):
            joined.join(a, b)
        found = []
        for group in joined.groups():
            if sum(index not in self._echoes for index in group) == 1:
                continue
            order = {
                value: number for number, value in enumerate(dict.fromkeys(map(self._values.find, group)))
            }
            claims = tuple(
                _claim(
                    readings[self._mentions[index].reading],
                    self._mentions[index].quantity,
                    order[self._values.find(index)],
                )
                for index in group
            )
            differences = {
                (min(order[a], order[b]), max(order[a], order[b])): how
                for (a, b), how in self._differences.items()
                if a in order
            }
            developments = frozenset((order[a], order[b]) for a, b in self._developments if a in order)
            found.append(Item("quantity", claims, differences=differences, developments=developments))
        return found


def _printed(quantity: Quantity) -> tuple[float | str, str]:
    return quantity.value, quantity.unit


def _claim(reading: Reading, quantity: Quantity, value: int) -> Claim:
    return Claim(reading.article.id, quantity, value, reading.printed(quantity.extent))
