"""Where do these words stand in the running text of the articles?"""

from collections.abc import Iterable
from itertools import chain

from reliability.compare.wording import spelt_out
from reliability.records import Reading, Span

_MOST = 400  # places of one opening that are looked at: more are a stock phrase, and cost
_OPENING = 3  # words by which a wording is looked up

_Words = tuple[str, ...]


class Streams:
    """The story of every article as one row of folded words, with the places where some wordings may begin.

    Args:
        readings: The event's readings.
        wordings: What is looked for, as folded words.
    """

    def __init__(self, readings: tuple[Reading, ...], wordings: Iterable[_Words]) -> None:
        self._readings = readings
        self._words: list[_Words] = []
        self._starts: list[list[int]] = []
        self._places: dict[_Words, list[tuple[int, int]]] = {
            words[:_OPENING]: [] for words in wordings if words
        }
        firsts = {opening[0] for opening in self._places}
        for index, reading in enumerate(readings):
            sentences = [sentence for sentence in reading.sentences if sentence.span.field == "text"]
            pieces = [spelt_out(word) for sentence in sentences for word in sentence.words]
            words = tuple(chain.from_iterable(pieces))
            starts = [start for sentence in sentences for start in sentence.starts]
            if len(words) > len(pieces):
                starts = [start for start, some in zip(starts, pieces, strict=True) for _ in some]
            self._words.append(words)
            self._starts.append(starts)
            for at, word in enumerate(words):
                if word in firsts and (found := self._places.get(words[at : at + _OPENING])) is not None:
                    found.append((index, at))

    def printing(self, words: _Words, quoting: set[int]) -> list[tuple[int, Span]]:
        """The first place of each article, those in ``quoting`` left out, where the words stand unchanged."""
        found: dict[int, Span] = {}
        for index, at in self._places.get(words[:_OPENING], ())[:_MOST]:
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
