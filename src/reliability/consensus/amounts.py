"""Which numbers of different articles measure the same thing, and which of them cannot both stand?

First support, then dissent: numbers that say the same of the same thing are joined into values; then each
value is held against the others that measure the same thing. A wrong alignment is worse than a missed one,
so what joins on an equal value needs little context, what contradicts needs much.
"""

from dataclasses import dataclass

from reliability.compare.nouns import noun_class, same_thing
from reliability.compare.numbers import compare_values
from reliability.compare.words import fold
from reliability.consensus.context import Context, Rarity
from reliability.consensus.groups import Groups
from reliability.records import Claim, Item, Quantity, Reading

# Least similarity of contexts (cosine of the words around, rarity-weighted), from reading aligned and
# unaligned pairs of the fixture events:
_SAME_RARE = 0.10  # two equal and telling values: 35 instances, $2 billion
_SAME_COMMON = 0.25  # two equal values that many things have: two men, Monday, last week
_COMPATIBLE = 0.25  # rounding and bounds
# ... and to contradict:
_DISSENT = {"scale": 0.20, "digit": 0.35, "unit": 0.20, "noun": 0.20, "date": 0.45, "difference": 0.45}
_COMPARED = frozenset({"money", "count", "percent", "measure", "duration", "date", "score", "age", "number"})
_STATES = {
    "die": "death",
    "injure": "illness",
    "ill": "illness",
    "sick": "illness",
    "infect": "illness",
    "miss": "missing",
    "arrest": "arrest",
}


@dataclass(frozen=True, slots=True)
class _Mention:
    reading: int
    quantity: Quantity
    context: Context
    state: str


def amounts(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """The items that quantities of the readings speak of.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.
    """
    mentions = [
        _Mention(index, quantity, rarity.context(reading, quantity), _state(reading, quantity))
        for index, reading in enumerate(readings)
        for quantity in reading.quantities
        if quantity.kind in _COMPARED and (quantity.kind != "number" or _telling(quantity))
    ]
    pairs = [
        (i, j, how, closeness)
        for i, j in _candidates(mentions)
        if (how := _relation(mentions[i], mentions[j]))
        for closeness in [mentions[i].context.similarity(mentions[j].context)]
        if closeness >= _least(how, mentions[i].quantity, mentions[j].quantity)
    ]
    values = Groups(len(mentions))
    for i, j, how, _ in pairs:
        if how in {"equal", "compatible"}:
            values.join(i, j)
    differences = _differences(mentions, voices, values, pairs)
    return _items(readings, mentions, values, differences)


def _candidates(mentions: list[_Mention]) -> list[tuple[int, int]]:
    """Pairs worth a look: of one kind, or of kinds that a slip of the unit could confuse."""
    shelves: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        shelves.setdefault(_shelf(mention.quantity), []).append(index)
    return [
        (i, j) for shelf in shelves.values() for position, j in enumerate(shelf) for i in shelf[:position]
    ]


def _shelf(quantity: Quantity) -> str:
    return (
        "count"
        if quantity.kind in {"count", "number"}
        else quantity.kind
        if quantity.kind != "duration"
        else "measure"
    )


def _relation(first: _Mention, second: _Mention) -> str:
    """``equal``, ``compatible``, how the two differ, or empty where they do not measure one thing."""
    a, b = first.quantity, second.quantity
    how = compare_values(a, b).kind
    if how == "incomparable":
        return ""
    if a.kind == "count" and b.kind == "count":
        if first.state and second.state and first.state != second.state:
            return (
                "noun"
                if how == "equal" and _telling(a) and {first.state, second.state} == {"death", "illness"}
                else ""
            )
        match = same_thing(a.unit, b.unit)
        if match is False and not _patients(first, second):
            return "noun" if how == "equal" and _telling(a) else ""
        if match is None:
            return how if how == "equal" else ""
        return how
    if "number" in {a.kind, b.kind} and a.kind != b.kind:
        return how if how == "equal" and _telling(a) else ""
    if a.unit == b.unit:
        return how
    for one, other in ((a.conversion, b), (b.conversion, a)):
        if one is not None and one.unit == other.unit and compare_values(one, other).stands:
            return "compatible"
    return "unit" if how == "equal" and a.kind in {"money", "percent", "measure", "duration"} else ""


def _patients(first: _Mention, second: _Mention) -> bool:
    """Whether a "case" is a person: 28 cases of an illness, 28 people ill."""
    classes = {noun_class(first.quantity.unit), noun_class(second.quantity.unit)}
    return classes == {"person", "incident"} and bool(first.state or second.state)


def _telling(quantity: Quantity) -> bool:
    """Whether few other things of the event will have this value by chance."""
    if isinstance(quantity.value, str):
        return False
    return quantity.value >= 13 or quantity.value != int(quantity.value)  # noqa: PLR2004 - beyond a dozen


def _least(how: str, first: Quantity, second: Quantity) -> float:
    if how == "equal":
        return (
            _SAME_RARE
            if _telling(first) and _telling(second) and first.kind not in {"duration", "date", "age"}
            else _SAME_COMMON
        )
    return _COMPATIBLE if how == "compatible" else _DISSENT[how]


def _state(reading: Reading, quantity: Quantity) -> str:
    """What befell the persons counted: died, were hurt, are missing; empty where nothing is said nearby."""
    if quantity.kind != "count":
        return ""
    noun = noun_class(quantity.unit)
    if noun in {"death", "illness"}:
        return noun
    if noun != "person":
        return ""
    sentence = reading.sentences[quantity.sentence]
    centre = next((index for index, start in enumerate(sentence.starts) if start >= quantity.span.start), 0)
    near = sorted(
        range(max(0, centre - 5), min(len(sentence.words), centre + 7)),
        key=lambda index: (abs(index - centre), index),
    )
    for index in near:
        state = _STATES.get(fold(sentence.words[index]))
        if state:
            return state
    return ""


def _differences(
    mentions: list[_Mention], voices: list[int], values: Groups, pairs: list[tuple[int, int, str, float]]
) -> dict[tuple[int, int], tuple[str, float]]:
    """How pairs of values differ. Values that one undisputing voice states side by side are of different things."""
    held: dict[int, set[int]] = {}
    for index, mention in enumerate(mentions):
        held.setdefault(values.find(index), set()).add(voices[mention.reading])
    found: dict[tuple[int, int], tuple[str, float]] = {}
    for i, j, how, closeness in pairs:
        a, b = sorted((values.find(i), values.find(j)))
        if how in {"equal", "compatible"} or a == b:
            continue
        both = held[a] & held[b]
        if both and not (
            how in {"scale", "digit"} and (both == held[a] or both == held[b]) and len(both) == 1
        ):
            continue
        if how in {"difference", "date"} and len(held[a]) > 1 and len(held[b]) > 1:
            continue
        if (a, b) not in found or closeness > found[a, b][1]:
            found[a, b] = (how, closeness)
    return found


def _items(
    readings: tuple[Reading, ...],
    mentions: list[_Mention],
    values: Groups,
    differences: dict[tuple[int, int], tuple[str, float]],
) -> list[Item]:
    joined = Groups(len(mentions))
    for index in range(len(mentions)):
        joined.join(index, values.find(index))
    for a, b in differences:
        joined.join(a, b)
    items = []
    for group in joined.groups():
        if len(group) < 2:  # noqa: PLR2004 - nobody else speaks of it
            continue
        order = {
            value: number for number, value in enumerate(dict.fromkeys(values.find(index) for index in group))
        }
        claims = tuple(
            Claim(
                readings[mentions[index].reading].article.id,
                mentions[index].quantity,
                order[values.find(index)],
            )
            for index in group
        )
        unlike = tuple(
            (min(order[a], order[b]), max(order[a], order[b]), how, "")
            for (a, b), (how, _) in differences.items()
            if a in order and b in order
        )
        first = mentions[group[0]]
        label = readings[first.reading].quoted(
            readings[first.reading].sentences[first.quantity.sentence].span
        )
        items.append(Item("quantity", label, claims, unlike))
    return items
