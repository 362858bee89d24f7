"""Which quotations of different articles are printings of one utterance, and do they agree word for word?"""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from reliability.compare.names import same_name
from reliability.compare.quotes import Comparison, compare_wordings
from reliability.compare.wording import Wording
from reliability.consensus.context import Rarity
from reliability.consensus.groups import Groups
from reliability.consensus.streams import Streams
from reliability.records import Claim, Difference, Item, Quote, Reading, Span

# Fewer words than this are a phrase that anybody may coin.
_SHORTEST = 4
# A word that the quotations of more voices than this hold tells nothing of any one of them; of one voice, which may be
# five hundred copies, so many quotations are looked at.
_COMMON = 24
_PRINTINGS = 8
_SHARED = 2  # content words that two quotations must share to be looked at


@dataclass(frozen=True, slots=True)
class _Printing:
    reading: int
    quote: Quote
    wording: Wording


def utterances(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """The items that quotations of the readings are printings of.

    Equal wordings are one; candidates for the others come from an index of words, so the cost is linear in the
    number of quotations.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.
    """
    printings = [
        _Printing(index, quote, wording)
        for index, reading in enumerate(readings)
        for quote in reading.quotes
        if quote.kind == "speech"
        and len((wording := Wording.of(reading.quoted(quote.span))).words) >= _SHORTEST
    ]
    if not printings:
        return []
    related: dict[tuple[int, int], Comparison] = {}
    joined = Groups(len(printings))
    alike: dict[tuple[str, ...], int] = {}
    for index, printing in enumerate(printings):
        joined.join(alike.setdefault(printing.wording.words, index), index)
    for i, j in _candidates(printings, list(alike.values()), voices):
        found = compare_wordings(
            printings[i].wording,
            printings[j].wording,
            rarity,
            same_speaker=_same_speaker(printings[i].quote, printings[j].quote),
        )
        if found.kind != "other":
            related[i, j] = found
            joined.join(i, j)
    streams = Streams(readings, {printing.wording.words for printing in printings})
    compared: dict[int, list[tuple[int, int, Comparison]]] = {}
    for (i, j), found in related.items():
        compared.setdefault(joined.find(i), []).append((i, j, found))
    items = (
        _item(group, printings, compared.get(group[0], []), readings, streams) for group in joined.groups()
    )
    return [item for item in items if len({claim.article_id for claim in item.claims}) > 1]


def _item(
    group: list[int],
    printings: list[_Printing],
    compared: list[tuple[int, int, Comparison]],
    readings: tuple[Reading, ...],
    streams: Streams,
) -> Item:
    """One value per wording; equal wordings are one value."""
    values: dict[tuple[str, ...], int] = {}
    for index in group:
        values.setdefault(printings[index].wording.words, len(values))
    value = {index: values[printings[index].wording.words] for index in group}
    claims = [
        _claim(readings[printings[index].reading], printings[index].quote, value[index]) for index in group
    ]
    quoting: dict[int, set[int]] = {}
    for index in group:
        quoting.setdefault(value[index], set()).add(printings[index].reading)
    for words, number in values.items():
        printed = streams.printing(words, quoting[number])
        claims += [_claim(readings[other], span, number) for other, span in printed]
    agreements: set[tuple[int, int]] = set()
    differences: dict[tuple[int, int], Difference] = {}
    for i, j, found in compared:
        if value[i] == value[j]:
            continue
        a, b = value[i], value[j]
        if found.kind == "same":
            agreements.add((min(a, b), max(a, b)))
        else:
            shown = found.words if a < b else found.turned
            differences[min(a, b), max(a, b)] = Difference(found.kind, shown)
    return Item("quote", tuple(claims), frozenset(agreements), differences)


def _claim(reading: Reading, mention: Quote | Span, value: int) -> Claim:
    span = mention if isinstance(mention, Span) else mention.span
    return Claim(reading.article.id, mention, value, reading.printed(span))


def _same_speaker(first: Quote, second: Quote) -> bool:
    return bool(
        first.name
        and second.name
        and first.source == second.source == "person"
        and same_name(first.name, second.name)
    )


def _candidates(printings: list[_Printing], wordings: list[int], voices: list[int]) -> list[tuple[int, int]]:
    """Pairs of different wordings that share words, one printing for each; those of one voice are never compared."""
    holders: dict[str, dict[int, list[int]]] = {}
    for index in wordings:
        for word in sorted(printings[index].wording.content):
            holders.setdefault(word, {}).setdefault(voices[printings[index].reading], []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for by_voice in holders.values():
        before: list[int] = []
        for indices in islice(by_voice.values(), _COMMON):
            shared.update((i, j) for j in indices[:_PRINTINGS] for i in before)
            before += indices[:_PRINTINGS]
    return sorted((min(pair), max(pair)) for pair, count in shared.items() if count >= _SHARED)
