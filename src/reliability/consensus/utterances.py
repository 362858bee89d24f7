"""Which quotations of different articles are printings of one utterance, and do they agree word for word?"""

from collections import Counter
from dataclasses import dataclass

from reliability.compare.quotes import Wording, compare_wordings
from reliability.compare.words import fold
from reliability.consensus.context import Rarity
from reliability.consensus.groups import Groups
from reliability.records import Claim, Item, Quote, Reading, Span

# Fewer words than this are a phrase that anybody may coin.
_SHORTEST = 4
# Words in a row by which running text is found that prints a quotation without its marks.
_RUN = 4
# A word that more quotations than this hold tells nothing of any one of them.
_COMMON = 24


@dataclass(frozen=True, slots=True)
class _Printing:
    reading: int
    quote: Quote
    wording: Wording


def utterances(readings: tuple[Reading, ...], rarity: Rarity) -> list[Item]:
    """The items that quotations of the readings are printings of.

    Candidates come from an index of words, so the cost is linear in the number of quotations.
    """
    printings = [
        _Printing(index, quote, wording)
        for index, reading in enumerate(readings)
        for quote in reading.quotes
        if quote.kind == "speech"
        and len((wording := Wording.of(reading.quoted(quote.span))).words) >= _SHORTEST
    ]
    versions = Groups(len(printings))
    joined = Groups(len(printings))
    unlike: list[tuple[int, int, str, str]] = []
    for i, j in _candidates(printings):
        found = compare_wordings(printings[i].wording, printings[j].wording, rarity)
        if found.kind == "same":
            versions.join(i, j)
            joined.join(i, j)
        elif found.kind != "other":
            joined.join(i, j)
            unlike.append((i, j, found.kind, found.words))
    streams = _Streams(readings)
    items = []
    for group in joined.groups():
        order = {
            version: number
            for number, version in enumerate(dict.fromkeys(versions.find(index) for index in group))
        }
        claims = [
            Claim(
                readings[printings[index].reading].article.id,
                printings[index].quote,
                order[versions.find(index)],
            )
            for index in group
        ]
        quoting = {printings[index].reading for index in group}
        for index in group:
            value = order[versions.find(index)]
            claims += [
                Claim(readings[other].article.id, span, value)
                for other, span in streams.printing(printings[index].wording, quoting)
            ]
            quoting |= {other for other, _ in streams.printing(printings[index].wording, quoting)}
        if len({claim.article_id for claim in claims}) < 2:  # noqa: PLR2004 - nobody else prints it
            continue
        differences = {}
        for i, j, kind, words in unlike:
            if i in group and versions.find(i) != versions.find(j):
                a, b = order[versions.find(i)], order[versions.find(j)]
                differences.setdefault((min(a, b), max(a, b)), (kind, words if a < b else _turned(words)))
        items.append(
            Item(
                "quote",
                "",
                tuple(claims),
                tuple((a, b, kind, words) for (a, b), (kind, words) in differences.items()),
            )
        )
    return items


def _turned(words: str) -> str:
    return "; ".join(" / ".join(reversed(piece.split(" / "))) for piece in words.split("; "))


def _candidates(printings: list[_Printing]) -> list[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for index, printing in enumerate(printings):
        for word in sorted(printing.wording.content):
            holders.setdefault(word, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        for position, j in enumerate(indices[:_COMMON]):
            shared.update((i, j) for i in indices[:position] if printings[i].reading != printings[j].reading)
    return sorted(pair for pair, count in shared.items() if count >= 3)  # noqa: PLR2004 - as compare_wordings asks


class _Streams:
    """The running text of every article, indexed by its runs of four words."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self._readings = readings
        self._words: list[list[str]] = []
        self._places: list[list[tuple[int, int]]] = []
        self._runs: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for index, reading in enumerate(readings):
            words: list[str] = []
            places: list[tuple[int, int]] = []
            for sentence in reading.sentences:
                if sentence.span.field == "text":
                    words += [fold(word) for word in sentence.words]
                    places += [
                        (start, start + len(word))
                        for word, start in zip(sentence.words, sentence.starts, strict=True)
                    ]
            self._words.append(words)
            self._places.append(places)
            for at in range(len(words) - _RUN + 1):
                self._runs.setdefault(tuple(words[at : at + _RUN]), []).append((index, at))

    def printing(self, wording: Wording, quoting: set[int]) -> list[tuple[int, Span]]:
        """Where the words stand, without a word changed, in the text of articles that do not quote them."""
        words = wording.words
        if "…" in words:
            return []
        found: dict[int, Span] = {}
        for index, at in self._runs.get(words[:_RUN], ())[:_COMMON]:
            if index in quoting or index in found or tuple(self._words[index][at : at + len(words)]) != words:
                continue
            places = self._places[index]
            found[index] = Span(
                self._readings[index].article.id, places[at][0], places[at + len(words) - 1][1]
            )
        return sorted(found.items())
