"""Which line is the headline?"""

import re

from reliability.compare.words import WORD
from reliability.extract.furniture import Found, is_name
from reliability.extract.lines import LONG, Line

# The shortest line that can be a headline, and the longest (the longest of the events read had 24 words).
_HEADLINE = range(3, LONG + 1)
_LOOSE_MARKS = 4  # how far two counts of one line's words may lie apart: cut at white space, or without marks
_SITE_NAME = 4  # words at most
_IN_PASSING = 8  # words at most in a line that names the site and little else
_DASH = re.compile(r"\s+[-–—|·»:]\s+")
_BAR = re.compile(r"\s[|·•»›>]\s")


def headline(title: str | None, found: list[Line], marks: list[Found | None]) -> int | None:
    """The index of the line that is the headline, ``None`` where none is.

    The given title where it stands in the text, else the first line that reads as one.
    """
    if title and title.strip():
        wanted = tuple(WORD.findall(title.lower().replace("’", "'").replace("‘", "'")))
        return next(
            (
                index
                for index, line in enumerate(found)
                if abs(len(line.tokens) - len(wanted)) <= _LOOSE_MARKS and line.words == wanted
            ),
            None,
        )
    for index, line in enumerate(found):
        if marks[index]:
            continue
        if len(line.tokens) < _HEADLINE.start and not line.closed:
            continue  # a section's or a site's name
        if not _reads_as_headline(line) or (index + 1 < len(found) and found[index + 1].torn):
            return None  # where a line break seems to be lost the sentence may as well go on
        following = next(
            (
                later
                for later in range(index + 1, len(found))
                if not marks[later] and len(found[later].tokens) >= _HEADLINE.start
            ),
            None,
        )
        if following is None:
            return None
        if not _stands_above(line, found[following], found):
            return index
    return None


def names_page(line: Line, title: tuple[str, ...]) -> bool:
    """Whether a line is the headline, of these words, with the site's name before or behind it: the page's title."""
    if not line.short or title[0] not in line.lower or not (parts := _DASH.split(line.lower))[1:]:
        return False
    return any(tuple(WORD.findall(part)) == title for part in (parts[0], parts[-1], " ".join(parts[:-1])))


def is_page_head(line: Line) -> bool:
    """Whether a line is cut by bars or arrows, as the paths and titles of pages are."""
    return not line.closed and line.short and bool(_BAR.search(line.text))


def _reads_as_headline(line: Line) -> bool:
    return len(line.tokens) in _HEADLINE and not (line.closed and line.ending not in "?!")


def _stands_above(line: Line, following: Line, found: list[Line]) -> bool:
    """Whether a line is a section, a site's name or a page's title that stands above the headline."""
    if following.prose:
        return False
    if is_name(line) or ((words := following.words) and names_page(line, words)):
        return True
    if not _reads_as_headline(following):
        return False
    return bool(_BAR.search(line.text)) or _opens_with_site(line, found)


def _opens_with_site(line: Line, found: list[Line]) -> bool:
    """Whether a name opens the line, cut off by a dash, that other short lines of the page hold again."""
    name, *rest = _DASH.split(line.lower, maxsplit=1)
    return (
        bool(rest)
        and len(name.split()) <= _SITE_NAME
        and any(
            other is not line and len(other.tokens) <= _IN_PASSING and name in other.lower for other in found
        )
    )
