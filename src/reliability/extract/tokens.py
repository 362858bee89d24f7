"""A sentence as words with their places: what the readers of numbers, quotes and sources walk along."""

from operator import add

from reliability.compare.words import WORD
from reliability.records import Sentence

_DOT = "\u0307"  # what lowering makes of the dot of a dotted I


class Tokens:
    """The words of one sentence beside the text that they stand in.

    Attributes:
        text: The whole field the sentence stands in.
        words: The words in lower case.
        starts: Where each begins.
        begin: Where the sentence begins.
    """

    __slots__ = ("_ends", "begin", "starts", "text", "words")

    def __init__(self, text: str, words: tuple[str, ...], starts: tuple[int, ...], begin: int) -> None:
        self.text, self.words, self.starts, self.begin = text, words, starts, begin
        self._ends: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str, sentence: Sentence) -> "Tokens":
        """The tokens of ``sentence`` in ``text``."""
        return cls(text, sentence.words, sentence.starts, sentence.span.start)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each word ends; found when first asked, since most sentences hold no mention."""
        if self._ends is None:
            # Lowering changes the length of the dotted I alone: where there is none, words are as long as printed.
            plain = _DOT not in "".join(self.words)
            self._ends = (
                tuple(map(add, self.starts, map(len, self.words)))
                if plain
                else tuple(map(self.end, range(len(self.words))))
            )
        return self._ends

    def end(self, index: int) -> int:
        """Where one word ends."""
        start, word = self.starts[index], self.words[index]
        if word.isascii():
            return start + len(word)
        # Lowering changes the length of a few letters (Turkish dotted I): there the text is asked.
        match = WORD.match(self.text, start)
        return match.end() if match else start

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
