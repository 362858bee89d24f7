"""Which quotations of different articles are printings of one utterance, and do they agree word for word?"""

from collections import Counter
from dataclasses import dataclass

from reliability.compare.names import same_name
from reliability.compare.quotes import Comparison, compare_wordings
from reliability.compare.wording import Wording
from reliability.consensus.context import Rarity
from reliability.consensus.groups import Groups
from reliability.consensus.streams import Streams
from reliability.records import Claim, Difference, Item, Quote, Reading, Span

# Fewer words than this are a phrase that anybody may coin.
_SHORTEST = 4
# A word that more quotations than this hold tells nothing of any one of them.
_COMMON = 24
_SHARED = 2  # content words that two quotations must share to be looked at


@dataclass(frozen=True, slots=True)
class _Printing:
    reading: int
    quote: Quote
    wording: Wording


def utterances(readings: tuple[Reading, ...], rarity: Rarity) -> list[Item]:
    """The items that quotations of the readings are printings of.

    Equal wordings are one; candidates for the others come from an index of words, so the cost is linear in the
    number of quotations.
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
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, printing in enumerate(printings):
        alike.setdefault(printing.wording.words, []).append(index)
    for first, *others in alike.values():
        for other in others:
            joined.join(first, other)
    for i, j in _candidates(printings, list(alike.values())):
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
    items = (_item(group, printings, related, readings, streams) for group in joined.groups())
    return [item for item in items if len({claim.article_id for claim in item.claims}) > 1]


def _item(
    group: list[int],
    printings: list[_Printing],
    related: dict[tuple[int, int], Comparison],
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
    for (i, j), found in related.items():
        if i not in value or value[i] == value[j]:
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


def _candidates(printings: list[_Printing], alike: list[list[int]]) -> list[tuple[int, int]]:
    """Pairs of different wordings that share words, one printing for each; those of one article are never compared."""
    holders: dict[str, list[int]] = {}
    for number, indices in enumerate(alike):
        for word in sorted(printings[indices[0]].wording.content):
            holders.setdefault(word, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        for position, j in enumerate(numbers[:_COMMON]):
            shared.update((i, j) for i in numbers[:position])
    pairs = []
    for (i, j), count in sorted(shared.items()):
        if count >= _SHARED:
            pair = _of_two_articles(printings, alike[i], alike[j])
            pairs += [pair] if pair is not None else []
    return pairs


def _of_two_articles(
    printings: list[_Printing], first: list[int], second: list[int]
) -> tuple[int, int] | None:
    """A printing of each of two wordings, in different articles."""
    i = first[0]
    for j in second:
        if printings[i].reading != printings[j].reading:
            return min(i, j), max(i, j)
    j = second[0]
    for i in first:
        if printings[i].reading != printings[j].reading:
            return min(i, j), max(i, j)
    return None
