"""Where do these words stand in the running text of the articles?"""

from collections.abc import Set as AbstractSet

from reliability.compare.words import fold
from reliability.records import Reading, Span

BEGINNING = 3  # words by which a place is looked up
_MOST = 400  # places of one beginning that are looked at: more are a stock phrase, and cost


class Streams:
    """The story of every article as one row of folded words, with the places of some of them.

    Args:
        readings: The event's readings.
        beginnings: The first three folded words of everything that is looked for.
    """

    def __init__(self, readings: tuple[Reading, ...], beginnings: AbstractSet[tuple[str, ...]]) -> None:
        self._readings = readings
        self._words: list[tuple[str, ...]] = []
        self._starts: list[list[int]] = []
        self._places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        firsts = {words[0] for words in beginnings}
        for index, reading in enumerate(readings):
            sentences = [sentence for sentence in reading.sentences if sentence.span.field == "text"]
            words = tuple(fold(word) for sentence in sentences for word in sentence.words)
            self._words.append(words)
            self._starts.append([start for sentence in sentences for start in sentence.starts])
            for at, word in enumerate(words):
                if word in firsts and (begun := words[at : at + BEGINNING]) in beginnings:
                    self._places.setdefault(begun, []).append((index, at))

    def printing(self, words: tuple[str, ...], quoting: set[int]) -> list[tuple[int, Span]]:
        """The first place of each article, those in ``quoting`` left out, where the words stand unchanged."""
        found: dict[int, Span] = {}
        for index, at in self._places.get(words[:BEGINNING], ())[:_MOST]:
            if index in quoting or index in found or self._words[index][at : at + len(words)] != words:
                continue
            reading, starts = self._readings[index], self._starts[index]
            last = starts[at + len(words) - 1]
            end = last + _length(reading.article.text, last)
            found[index] = Span(reading.article.id, starts[at], end)
        return sorted(found.items())


def _length(text: str, start: int) -> int:
    """How many characters the word at an offset has: letters, digits and what joins them."""
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    return max(end - start, 1)
