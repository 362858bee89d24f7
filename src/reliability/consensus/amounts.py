"""Which numbers of different articles measure the same thing, and which of them cannot both stand?

First support, then dissent. Numbers that say the same of the same thing are joined into values. Then each value is
held against the others that could measure the same thing: whoever slips prints a number *instead of* another, so a
value contradicts only voices that do not state it themselves, and two values that one other voice states side by
side are of different things.
"""

from dataclasses import replace
from datetime import date

from reliability.compare.numbers import rounds
from reliability.consensus.context import Rarity
from reliability.consensus.echoes import echoes, for_one, put_aside
from reliability.consensus.groups import Groups
from reliability.consensus.mentions import Mention, mentions
from reliability.consensus.pairs import DEVELOPMENT, MERE, Pair, pairs
from reliability.consensus.thresholds import to_agree, to_differ
from reliability.records import Claim, Difference, Item, Quantity, Reading

# The share of the wanted likeness that a second witness to a mere difference must reach.
_SECOND = 0.5
# Slips of the pen that an article can make beside the right number: a headline that its own body corrects.
_SLIPS = frozenset({"scale", "transposition"})


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
    return _Alignment(found, pairs(found, spoken), repeated).items(readings)


class _Alignment:
    """Mentions joined into values, and how the values differ."""

    def __init__(self, mentions: list[Mention], pairs: list[Pair], echoes: dict[int, int]) -> None:
        self._mentions = mentions
        self._values = Groups(len(mentions))
        self._echoes = echoes
        for echo, original in echoes.items():
            self._values.join(original, echo)
        self._held = [{mention.voice} if mention.voice >= 0 else set() for mention in mentions]
        agreeing = [pair for pair in pairs if pair.agrees and self._agree(pair)]
        placed: set[int] = set()
        for pair in sorted(agreeing, key=self._precedence):
            aside = {index for index in (pair.first, pair.second) if self._mentions[index].voice < 0}
            if not any(self._bridges(index, pair) for index in aside & placed):
                self._join(pair)
                placed |= aside
        apart = [pair for pair in pairs if not pair.agrees]
        self._differences = self._find_differences([pair for pair in apart if pair.how != DEVELOPMENT])
        self._developments = self._find_developments([pair for pair in apart if pair.how == DEVELOPMENT])

    def _precedence(self, pair: Pair) -> tuple[bool, bool, float]:
        aside = min(mention.voice for mention in self._both(pair)) < 0
        return aside, pair.how != "equal", -pair.similarity

    def _bridges(self, index: int, pair: Pair) -> bool:
        """Whether what only a copy says would make what its voice says the same as what others say."""
        own = put_aside(self._mentions[index].voice)
        return any(own in self._held[self._values.find(end)] for end in (pair.first, pair.second))

    def _agree(self, pair: Pair) -> bool:
        first, second = self._both(pair)
        alone = first.alone and second.alone
        return pair.similarity >= to_agree(pair.how, first.quantity, second.quantity, alone=alone)

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

    def _find_differences(self, pairs: list[Pair]) -> dict[tuple[int, int], str]:
        """How pairs of values that measure the same thing differ: the closest pair of mentions decides."""
        linked: dict[tuple[int, int], list[tuple[Pair, bool]]] = {}
        for pair in pairs:
            a, b = sorted((self._values.find(pair.first), self._values.find(pair.second)))
            if a == b or not _opposed(self._held[a], self._held[b], pair.how):
                continue
            least = self._least(pair, outvoted=self._behind(a, b) > 1)
            if pair.similarity >= least * _SECOND:
                linked.setdefault((a, b), []).append((pair, pair.similarity >= least))
        found = {}
        for (a, b), links in linked.items():
            sure = [pair for pair, is_sure in links if is_sure]
            if sure and self._witnessed(links, sure, self._behind(a, b)):
                found[a, b] = max(sure, key=lambda pair: (pair.similarity, pair.how)).how
        return found

    def _find_developments(self, pairs: list[Pair]) -> set[tuple[int, int]]:
        """Values that follow each other: every article of the one was published before any of the other."""
        found: set[tuple[int, int]] = set()
        days: dict[int, list[date | None]] = {}
        for index, mention in enumerate(self._mentions if pairs else ()):
            days.setdefault(self._values.find(index), []).append(mention.day)
        for pair in pairs:
            if pair.similarity < self._least(replace(pair, how="difference"), outvoted=True):
                continue
            a, b = self._values.find(pair.first), self._values.find(pair.second)
            for before, after in ((a, b), (b, a)):
                early = [day for day in days[before] if day]
                late = [day for day in days[after] if day]
                dated = len(early) == len(days[before]) and len(late) == len(days[after])
                if dated and max(early) < min(late):
                    found.add((before, after))
        return found

    def _least(self, pair: Pair, *, outvoted: bool) -> float:
        first, second = self._both(pair)
        either = pair.how == "date" and (first.alone or second.alone)
        return to_differ(
            pair.how,
            first.quantity,
            second.quantity,
            leads=first.prominent and second.prominent,
            alone=either or (first.alone and second.alone),
            outvoted=outvoted,
        )

    def _witnessed(self, links: list[tuple[Pair, bool]], sure: list[Pair], behind: int) -> bool:
        """Whether a mere difference rests on two witnesses, where there are two: one of the voices behind a value
        may have spoken of something else. A lead says what the event is, and needs no second.
        """
        if behind == 1 or any(pair.how not in MERE for pair in sure):
            return True
        if any(first.prominent and second.prominent for first, second in map(self._both, sure)):
            return True
        sides = [
            {self._mentions[index].voice for index in side}
            for side in zip(*((pair.first, pair.second) for pair, _ in links), strict=True)
        ]
        return max(map(len, sides)) > 1

    def _behind(self, a: int, b: int) -> int:
        """How many voices stand behind the better supported of two values."""
        return max(len(self._held[a]), len(self._held[b]))

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
                (min(order[a], order[b]), max(order[a], order[b])): Difference(how)
                for (a, b), how in self._differences.items()
                if a in order
            }
            developments = frozenset((order[a], order[b]) for a, b in self._developments if a in order)
            found.append(Item("quantity", claims, differences=differences, developments=developments))
        return found


def _opposed(first: set[int], second: set[int], how: str) -> bool:
    """Whether the voices behind two values can be at odds: nobody states both, save one who slips once."""
    if first.isdisjoint(second):
        return True
    both = first & second
    return how in _SLIPS and len(both) == 1 and both in (first, second)


def _claim(reading: Reading, quantity: Quantity, value: int) -> Claim:
    return Claim(reading.article.id, quantity, value, reading.printed(quantity.extent))
