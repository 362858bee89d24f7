"""Where do these words stand in the running text of the articles?"""

from reliability.compare.words import fold
from reliability.records import Reading, Span

# Words in a row by which a quotation is looked up; three are too many to meet by chance in the same order.
_RUN = 4
_MOST = 64  # places of one run that are looked at: more are a stock phrase, and cost


class Streams:
    """The story of every article as one row of folded words, indexed by its runs of four."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self._readings = readings
        self._words: list[tuple[str, ...]] = []
        self._places: list[list[tuple[int, int]]] = []
        self._runs: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for index, reading in enumerate(readings):
            sentences = [sentence for sentence in reading.sentences if sentence.span.field == "text"]
            words = tuple(fold(word) for sentence in sentences for word in sentence.words)
            self._words.append(words)
            self._places.append(
                [
                    (start, start + len(word))
                    for sentence in sentences
                    for word, start in zip(sentence.words, sentence.starts, strict=True)
                ]
            )
            for at in range(len(words) - _RUN + 1):
                self._runs.setdefault(words[at : at + _RUN], []).append((index, at))

    def printing(self, words: tuple[str, ...], quoting: set[int]) -> list[tuple[int, Span]]:
        """The first place of each article, those in ``quoting`` left out, where the words stand unchanged."""
        found: dict[int, Span] = {}
        for index, at in self._runs.get(words[:_RUN], ())[:_MOST]:
            if index in quoting or index in found or self._words[index][at : at + len(words)] != words:
                continue
            places = self._places[index]
            found[index] = Span(
                self._readings[index].article.id, places[at][0], places[at + len(words) - 1][1]
            )
        return sorted(found.items())
