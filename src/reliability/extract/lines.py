"""Where does each line of a text stand?"""

import re

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# White space of every width, and the marks that print nothing at all.
BLANK = " \t\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff"


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
