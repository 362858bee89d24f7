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
# Marks that may close a line after its last word, and all that may stand around its words.
_CLOSERS = "\"'”’»)] "
_AROUND = "0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \u00a0«»“”„–—…·•›‹|©®™°→←↑↓▶►▼▲●■▪★☆✓"
_NOTE = re.compile(r"[.!?…]\W*\[\d+\]$")


@dataclass(slots=True)
class Line:
    """A line, cut and folded once for everything that looks at it.

    Attributes:
        start: Where it starts in the text, white space left out.
        end: Where it ends.
        text: Its characters.
        lower: The same in lower case, apostrophes straightened.
        bare: ``lower`` without the digits and marks around it, where it is short.
        tokens: ``lower`` cut at white space.
        ending: Its last character that is no closing mark.
        short: Too short for a paragraph.
        closed: Ends as a sentence does.
        prose: Reads as running text: as long as a sentence, and ended like one or broken off at a pause.
        pasted: Stands inside a paragraph, cut out of it.
        torn: Opens inside a sentence, where a line break seems to be lost.
    """

    start: int
    end: int
    text: str
    lower: str
    bare: str
    tokens: list[str]
    ending: str
    short: bool
    closed: bool
    prose: bool
    pasted: bool = False
    torn: bool = False

    @classmethod
    def of(cls, text: str, start: int, end: int, *, pasted: bool = False, torn: bool = False) -> "Line":
        """The line between two offsets of a text."""
        raw = text[start:end]
        lower = raw.lower()
        if not lower.isascii():
            lower = lower.replace("’", "'").replace("‘", "'")
        tokens = lower.split()
        tail = raw[-12:]
        ending = (tail.rstrip(_CLOSERS) or raw)[-1]
        closed = ending in ".!?…" or (ending.isdigit() and tail[-1] == "]" and bool(_NOTE.search(tail)))
        prose = len(tokens) >= _SENTENCE and (closed or ending in ":;,")
        short = len(tokens) <= LONG
        bare = lower.strip(_AROUND) if short else lower
        return cls(start, end, raw, lower, bare, tokens, ending, short, closed, prose, pasted, torn)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers, without punctuation."""
        return tuple(WORD.findall(self.lower))


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank, without the white space around it.

    Linear in the length of the text, whatever it holds.
    """
    found = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match.group().strip()
        if not line:
            continue
        if (
            line[0] > "~" or line[-1] > "~" or len(line) < end - start
        ):  # there may be blanks that ``strip`` leaves
            line = match.group().lstrip(BLANK)
            start = end - len(line)
            line = line.rstrip(BLANK)
            if not line:
                continue
            end = start + len(line)
        found.append((start, end))
    return found
