"""Do other outlets print a line, or speak of what it states?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reliability.compare.outlets import outlet
from reliability.compare.words import FUNCTION_WORDS, WORD
from reliability.records import Reading, Span

# A line that ends as a sentence does and has so many words is running text.
SENTENCE = 8
# A statement of whose telling words more than this share are also other outlets' words on the event is background.
_SPOKEN_OF = 0.5


class Line(NamedTuple):
    """A line or sentence that may not be the story: its words in lower case, and whether it is running text."""

    words: tuple[str, ...]
    prose: bool

    @classmethod
    def of(cls, reading: Reading, span: Span) -> "Line":
        """The line that stands between two offsets of an article."""
        words = tuple(WORD.findall(reading.quoted(span).lower().replace("’", "'")))
        ending = reading.quoted(span)[-3:].rstrip("\"'”’»)] ")[-1:]
        return cls(words, len(words) >= SENTENCE and ending in ".!?…")


class Others:
    """What each outlet prints of an event, and which of the words in question it uses.

    Args:
        readings: The readings of the event's articles.
        asked: The lines that will be asked for.
    """

    def __init__(self, readings: Sequence[Reading], asked: Sequence[Line]) -> None:
        wanted = {word for line in asked for word in line.words}
        self._printed: Mapping[tuple[str, ...], set[str]] = {line.words: set() for line in asked}
        self._spoken: defaultdict[str, set[str]] = defaultdict(set)
        for index, reading in enumerate(readings):
            who = outlet(reading.article) or f"\n{index}"  # an article of an unknown outlet is another's
            texts = [Line.of(reading, passage.span).words for passage in reading.passages]
            for words in (*texts, *(sentence.words for sentence in reading.sentences)):
                if words in self._printed:
                    self._printed[words].add(who)
            for word in wanted.intersection(word for words in texts for word in words):
                self._spoken[word].add(who)

    def say_so(self, who: str, line: Line) -> bool:
        """Whether outlets other than ``who`` print this line, or speak of what it states."""
        if self._printed[line.words] - {who}:
            return True
        if not line.prose and not any(word[0].isdigit() for word in line.words):
            return False  # a label states nothing
        telling = set(line.words) - FUNCTION_WORDS
        return sum(bool(self._spoken[word] - {who}) for word in telling) > _SPOKEN_OF * len(telling)
