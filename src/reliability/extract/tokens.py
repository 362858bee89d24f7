"""A sentence as words with their places: what the readers of numbers, quotes and sources walk along."""

from dataclasses import dataclass

from reliability.compare.words import WORD
from reliability.records import Sentence


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one sentence beside the text that they stand in.

    Attributes:
        text: The whole field the sentence stands in.
        words: The words in lower case.
        starts: Where each begins.
        ends: Where each ends.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, sentence: Sentence) -> "Tokens":
        """The tokens of ``sentence`` in ``text``."""
        ends = tuple(
            # Lowering changes the length of a few letters (Turkish dotted I): there the text is asked.
            start + len(word) if word.isascii() else _end(text, start)
            for word, start in zip(sentence.words, sentence.starts, strict=True)
        )
        return cls(text, sentence.words, sentence.starts, ends)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The word at an index, or an empty one beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between a word and the next; a line break where there is no next word."""
        if 0 <= index < len(self.words) - 1:
            return self.text[self.ends[index] : self.starts[index + 1]]
        return "\n"

    def raw(self, index: int) -> str:
        """The word as printed."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def capitalised(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()


def _end(text: str, start: int) -> int:
    match = WORD.match(text, start)
    return match.end() if match else start
