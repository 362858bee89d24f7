"""Where does each line of a text stand, and how does it read at a glance?"""

import re
from dataclasses import dataclass

from reliability.compare.words import WORD

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# White space of every width, and the marks that print nothing at all.
BLANK = " \t\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff"

# A line this long reads as a paragraph, whatever it begins with; from reading news pages: captions and
# teasers end well before thirty words.
LONG = 30
# Fewer words than this make no sentence of running text.
_SENTENCE = 8
# Marks that may stand around a line's words: quotes, brackets, dashes, bullets.
_CLOSERS = "\"'”’»)] "
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_NOTE = re.compile(r"[.!?…]\W*\[\d+\]$")


@dataclass(slots=True)
class Line:
    """A line, cut and folded once for everything that looks at it.

    Attributes:
        start: Where it starts in the text, white space left out.
        end: Where it ends.
        text: Its characters.
        lower: The same in lower case, apostrophes straightened.
        tokens: ``lower`` cut at white space.
        ending: Its last character that is no closing mark.
    """

    start: int
    end: int
    text: str
    lower: str
    tokens: list[str]
    ending: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Line":
        """The line between two offsets of a text."""
        raw = text[start:end]
        lower = raw.lower().replace("’", "'").replace("‘", "'")
        return cls(start, end, raw, lower, lower.split(), (raw[-12:].rstrip(_CLOSERS) or raw)[-1])

    @property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers, without punctuation."""
        return tuple(WORD.findall(self.lower))

    @property
    def bare(self) -> str:
        """In lower case, without the digits and marks around it."""
        return _AROUND.sub("", self.lower)

    @property
    def short(self) -> bool:
        """Too short for a paragraph."""
        return len(self.tokens) <= LONG

    @property
    def closed(self) -> bool:
        """Ends as a sentence does."""
        return self.ending in ".!?…" or (self.ending.isdigit() and bool(_NOTE.search(self.text[-12:])))

    @property
    def prose(self) -> bool:
        """Reads as running text: as long as a sentence, and ended like one or broken off at a pause."""
        return len(self.tokens) >= _SENTENCE and (self.closed or self.ending in ":;,")


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank, without the white space around it.

    Linear in the length of the text, whatever it holds.
    """
    found = []
    for match in _LINE.finditer(text):
        line = match.group().lstrip(BLANK)
        start = match.end() - len(line)
        line = line.rstrip(BLANK)
        if line:
            found.append((start, start + len(line)))
    return found
