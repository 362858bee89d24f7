"""What are the characters of a line: capitals, digits, signs of money?"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

# The sorts of characters that are counted; of Latin-1 alone, others are odd.
_COUNTED = ("upper", "digit", "pause", "money", "bar", "percent", "bracket", "quote", "bullet", "other")
_SIGNS = {
    "pause": ",;",
    "money": "$£¢¥",
    "bar": "|",
    "percent": "%",
    "bracket": "()[]",
    "quote": '"«»',
    "bullet": "*·-",
}
_PLAIN = ".'!?:"  # the marks of sentences and inside words
_LOWER, _BLANK = len(_COUNTED), len(_COUNTED) + 1
_SORTS = len(_COUNTED) + 2
UPPER, _DIGIT = _COUNTED.index("upper"), _COUNTED.index("digit")
COLUMNS = ("characters", "capital_share", *(f"{name}_share" for name in _COUNTED), "odd_share", "opens")
_READ = 120  # characters of a line that are looked at


def characters(
    texts: list[str], words: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.intp]]:
    """``COLUMNS`` for each line, whether it holds digits, and the sort of its first character.

    Args:
        texts: The lines, none empty.
        words: How many words of each are read.

    Returns:
        Counts as shares of the line's characters (capitals that open words, as shares of its words).
    """
    read = [text[:_READ] for text in texts]
    encoded = [text.encode("latin-1", "ignore") or b"\x00" for text in read]
    length = np.array([len(line) for line in encoded])
    odd = np.array([len(text) for text in read]) - length
    starts = length.cumsum() - length
    sorts = np.frombuffer(b"".join(encoded).translate(_table()), np.uint8)
    line = np.repeat(np.arange(len(texts)) * _SORTS, length)
    counts = np.bincount(line + sorts, minlength=len(texts) * _SORTS).reshape(-1, _SORTS)
    upper = sorts == UPPER
    opening = upper.copy()
    opening[1:] &= sorts[:-1] == _BLANK
    opening[starts] = upper[starts]
    capitals = np.add.reduceat(opening.astype(np.intp), starts)
    opens = sorts[starts].astype(np.intp)
    columns = (
        np.log1p(length),
        capitals / words,
        *(counts[:, : len(_COUNTED)] / length[:, None]).T,
        odd / (length + odd),
        opens,
    )
    return np.stack(columns, axis=1), counts[:, _DIGIT] > 0, opens


@cache
def _table() -> bytes:
    """The sort of each character of Latin-1."""
    table = bytearray()
    for code in range(256):
        letter = chr(code)
        signs = (name for name, signs in _SIGNS.items() if letter in signs)
        if letter.isupper():
            sort = UPPER
        elif letter.isdigit():
            sort = _DIGIT
        elif letter.isspace():
            sort = _BLANK
        elif letter.isalpha() or letter in _PLAIN:
            sort = _LOWER
        else:
            sort = _COUNTED.index(next(signs, "other"))
        table.append(sort)
    return bytes(table)
