"""Which numbers of different articles measure the same thing, and which of them cannot both stand?

First support, then dissent. Numbers that say the same of the same thing are joined into values. Then each value is
held against the others that could measure the same thing: whoever slips prints a number *instead of* another, so a
value contradicts only voices that do not state it themselves, and two values that one other voice states side by
side are of different things.
"""

from collections import Counter
from datetime import date
from dataclasses import dataclass
from itertools import combinations

from reliability.compare.measured import relation
from reliability.compare.numbers import rounds
from reliability.compare.nouns import noun_class
from reliability.compare.words import fold
from reliability.consensus.context import Context, Rarity
from reliability.consensus.groups import Groups
from reliability.consensus.thresholds import telling, to_agree, to_differ
from reliability.records import Claim, Difference, Item, Quantity, Reading

_COMPARED = frozenset(
    {"money", "count", "percent", "measure", "duration", "date", "score", "age", "number", "ordinal"}
)
_STATES = {"die": "death", "injure": "illness", "ill": "illness", "sick": "illness", "infect": "illness", "miss": "missing", "arrest": "arrest"}  # fmt: skip
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_REACH = 6  # words: a clause on either side
_PROMINENT = frozenset({"headline", "lead"})
# Slips of the pen that an article can make beside the right number: a headline that its own body corrects.
_SECOND = 0.5  # the share of the wanted likeness that a second witness to a mere difference must reach
_MERE = frozenset({"difference", "date", "digit"})
_SLIPS = frozenset({"scale", "transposition"})


@dataclass(frozen=True, slots=True)
class _Mention:
    reading: int
    quantity: Quantity
    context: Context
    state: str
    alone: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class _Pair:
    first: int
    second: int
    how: str
    similarity: float


def amounts(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """The items that quantities of the readings speak of.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.
    """
    mentions = _mentions(readings, rarity)
    pairs = _pairs(mentions)
    values = Groups(len(mentions))
    held = [{voices[mention.reading]} for mention in mentions]
    agreeing = [
        pair
        for pair in pairs
        if pair.how in {"equal", "compatible"} and _agree(mentions[pair.first], mentions[pair.second], pair)
    ]
    for pair in sorted(agreeing, key=lambda pair: (pair.how != "equal", -pair.similarity)):
        _join(pair, mentions, values, held)
    return _items(readings, mentions, values, _differences(mentions, voices, values, held, pairs))


def _join(pair: _Pair, mentions: list[_Mention], values: Groups, held: list[set[int]]) -> None:
    """Makes one value of two, unless a voice states both and neither is the other rounded: 3.46 billion of
    revenue last year, "around 3.6 billion" next year.
    """
    a, b = values.find(pair.first), values.find(pair.second)
    if (
        pair.how == "compatible"
        and held[a] & held[b]
        and not rounds(mentions[pair.first].quantity, mentions[pair.second].quantity)
    ):
        return
    values.join(a, b)
    held[values.find(a)] = held[a] | held[b]


def _mentions(readings: tuple[Reading, ...], rarity: Rarity) -> list[_Mention]:
    found = []
    for index, reading in enumerate(readings):
        sorts = Counter(
            sort for sort, _ in {(_sort(quantity), quantity.value) for quantity in reading.quantities}
        )
        for quantity in reading.quantities:
            if quantity.kind not in _COMPARED or (quantity.kind == "number" and telling(quantity) < 2):  # noqa: PLR2004
                continue
            alone = (
                sorts[_sort(quantity)] == 1
                and quantity.kind in {"count", "date", "duration"}
                and noun_class(quantity.unit) != "person"
            )
            found.append(
                _Mention(
                    index,
                    quantity,
                    rarity.context(reading, quantity),
                    _state(reading, quantity),
                    alone,
                    reading.article.day,
                )
            )
    return found


def _sort(quantity: Quantity) -> str:
    """What a quantity could be confused with inside one article: telling numbers of one unit, weekdays, days."""
    if quantity.kind != "date":
        return f"{quantity.kind} {quantity.unit} {telling(quantity) > 1}"
    value = str(quantity.value)
    return "weekday" if value in _WEEKDAYS else "day" if value.count("-") >= 2 else value


def _pairs(mentions: list[_Mention]) -> list[_Pair]:
    """Pairs that could be about one thing by what they measure, with the likeness of their contexts."""
    shelves: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        kind = mention.quantity.kind
        shelves.setdefault({"number": "count"}.get(kind, kind), []).append(index)
    found = []
    for shelf in shelves.values():
        for i, j in combinations(shelf, 2):
            first, second = mentions[i], mentions[j]
            how = relation(first.quantity, second.quantity, (first.state, second.state))
            if how and not _developed(first, second, how):
                found.append(_Pair(i, j, how, first.context.similarity(second.context)))
    return found


def _developed(first: _Mention, second: _Mention, how: str) -> bool:
    """Whether the articles appeared on different days, so that a toll may have risen and "Monday" be another."""
    return how in _MERE and first.day is not None and second.day is not None and first.day != second.day


def _agree(first: _Mention, second: _Mention, pair: _Pair) -> bool:
    return pair.similarity >= to_agree(
        pair.how,
        first.quantity,
        second.quantity,
        leads=_lead(first, second),
        alone=first.alone and second.alone,
    )


def _lead(first: _Mention, second: _Mention) -> bool:
    return first.quantity.place in _PROMINENT and second.quantity.place in _PROMINENT


def _state(reading: Reading, quantity: Quantity) -> str:
    """What befell the persons counted: died, were hurt, are missing; empty where nothing is said nearby."""
    noun = noun_class(quantity.unit) if quantity.kind == "count" else ""
    if noun in {"death", "illness"}:
        return noun
    if noun != "person":
        return ""
    sentence = reading.sentences[quantity.sentence]
    centre = next((index for index, start in enumerate(sentence.starts) if start >= quantity.span.start), 0)
    near = range(max(0, centre - _REACH), min(len(sentence.words), centre + _REACH + 1))
    for index in sorted(near, key=lambda index: (abs(index - centre), index)):
        if state := _STATES.get(fold(sentence.words[index])):
            return state
    return ""


def _differences(
    mentions: list[_Mention], voices: list[int], values: Groups, held: list[set[int]], pairs: list[_Pair]
) -> dict[tuple[int, int], str]:
    """How pairs of values that measure the same thing differ: the closest pair of mentions decides."""
    linked: dict[tuple[int, int], list[tuple[_Pair, bool]]] = {}
    for pair in pairs:
        a, b = sorted((values.find(pair.first), values.find(pair.second)))
        if a == b or pair.how in {"equal", "compatible"} or not _opposed(held[a], held[b], pair.how):
            continue
        first, second = mentions[pair.first], mentions[pair.second]
        least = to_differ(
            pair.how,
            first.quantity,
            second.quantity,
            leads=_lead(first, second),
            alone=first.alone or second.alone if pair.how == "date" else first.alone and second.alone,
            outvoted=max(len(held[a]), len(held[b])) > 1,
        )
        if pair.similarity >= least * _SECOND:
            linked.setdefault((a, b), []).append((pair, pair.similarity >= least))
    return {
        (a, b): max((pair for pair, sure in found if sure), key=lambda pair: (pair.similarity, pair.how)).how
        for (a, b), found in linked.items()
        if any(sure for _, sure in found)
        and _witnessed(found, mentions, voices, max(len(held[a]), len(held[b])))
    }


def _witnessed(
    found: list[tuple[_Pair, bool]], mentions: list[_Mention], voices: list[int], behind: int
) -> bool:
    """Whether a mere difference rests on two witnesses, where there are two: one of the voices behind a value may
    have spoken of something else.
    """
    if behind == 1 or any(sure and pair.how not in _MERE for pair, sure in found):
        return True
    if any(sure and _lead(mentions[pair.first], mentions[pair.second]) for pair, sure in found):
        return True  # a lead says what the event is: there is no other thing to speak of
    first = {voices[mentions[pair.first].reading] for pair, _ in found}
    second = {voices[mentions[pair.second].reading] for pair, _ in found}
    return max(len(first), len(second)) > 1


def _opposed(first: set[int], second: set[int], how: str) -> bool:
    """Whether the voices behind two values can be at odds: nobody states both, save one who slips once."""
    both = first & second
    if not both:
        return True
    return how in _SLIPS and len(both) == 1 and both in (first, second)


def _items(
    readings: tuple[Reading, ...],
    mentions: list[_Mention],
    values: Groups,
    differences: dict[tuple[int, int], str],
) -> list[Item]:
    joined = Groups(len(mentions))
    for index in range(len(mentions)):
        joined.join(index, values.find(index))
    for a, b in differences:
        joined.join(a, b)
    items = []
    for group in joined.groups():
        if len(group) == 1:
            continue  # nobody else speaks of it
        order = {value: number for number, value in enumerate(dict.fromkeys(map(values.find, group)))}
        claims = tuple(
            _claim(readings[mentions[index].reading], mentions[index].quantity, order[values.find(index)])
            for index in group
        )
        unlike = {
            (min(order[a], order[b]), max(order[a], order[b])): Difference(how)
            for (a, b), how in differences.items()
            if a in order
        }
        items.append(Item("quantity", claims, differences=unlike))
    return items


def _claim(reading: Reading, quantity: Quantity, value: int) -> Claim:
    return Claim(reading.article.id, quantity, value, reading.printed(quantity.extent))
