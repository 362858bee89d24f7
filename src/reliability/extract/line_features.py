"""How does each line of a text read, in numbers, with its neighbours beside it?

This is what the model of ``passage_model`` sees. Nothing here knows how far away the end of the text is: where
a scraped text ends tells how it was scraped, not what its lines are.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from math import log1p

import numpy as np
from numpy.typing import NDArray

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.furniture import Found, is_date_line, is_name
from reliability.extract.lines import Line

Matrix = NDArray[np.float32]

KINDS = ("related", "author", "caption", "navigation", "advertising", "comments", "legal", "byline", "repeat", "other")  # fmt: skip
# What is measured of a line itself; shares are of its words or characters, counts are logarithms.
OWN = (
    "characters", "words", "word_length", "closed", "asks", "colon", "pause", "opens_upper", "opens_lower", "opens_digit",
    "stop_share", "stops", "capital_share", "upper_share", "digit_share", "number_share", "commas", "marks", "sentences", "quotes",
    "address", "wording", "opening", "whole", "name", "date", "copies", "again", "prose", "marked", *KINDS,
)  # fmt: skip
# What of them is also seen of the neighbours.
NEAR = (
    "words", "closed", "stop_share", "capital_share", "digit_share", "wording", "opening", "whole", "name", "date", "copies", "prose", "marked",
)  # fmt: skip
STEPS = (-2, -1, 1, 2)  # lines away
AROUND = 6  # lines whose mean is seen, before and after
PLACE = ("index", "above_prose", "since_prose", "until_prose", "prose_so_far", "above_headline")
NAMES = (
    *OWN,
    *PLACE,
    *(f"{name}{step:+d}" for step in STEPS for name in NEAR),
    *(f"{name}_{side}" for side in ("before", "after") for name in NEAR),
)

# What of a line is read; its first characters tell how the rest of a very long one goes on.
_READ_CHARACTERS = 1500
_READ_WORDS = 200
_NAME_WORDS, _DATE_WORDS = 4, 16  # longer lines are no name, no date
_DAMPING = 3  # words of no weight that a line's mean weight is taken with: a short line's is unsure
# Places are counted up to here: a long page is not another kind of page.
_FAR, _LATE, _SOON = 12, 6, 6

_near = [OWN.index(name) for name in NEAR]
_of_no_kind = (0.0,) * len(KINDS)
_of_kind = {kind: tuple(float(kind == other) for other in KINDS) for kind in KINDS}
_stop = FUNCTION_WORDS.__contains__


def line_features(
    found: list[Line], marks: list[Found | None], headline: int | None, weights: Mapping[str, float]
) -> Matrix:
    """One row per line, one column per name of ``NAMES``.

    Args:
        found: The lines of one text, one at least.
        marks: What the rules say of each.
        headline: The index of the headline.
        weights: How far a word (``^`` before it: the first two words; ``=``: the whole line) speaks for
            furniture, as a logarithm of odds.
    """
    copies = Counter(line.lower for line in found)
    seen: set[str] = set()
    rows = []
    for line, mark, place in zip(found, marks, _places(found, headline), strict=True):
        rows.append([*_own(line, mark, copies[line.lower], line.lower in seen, weights), *place])
        seen.add(line.lower)
    own = np.array(rows, np.float32)
    near = own[:, _near]
    padded = np.concatenate([near[:1], near[:1], near, near[-1:], near[-1:]])
    count = len(found)
    steps = [padded[2 + step : 2 + step + count] for step in STEPS]
    return np.concatenate([own, *steps, *_around(near)], axis=1)


def _own(
    line: Line, mark: Found | None, copies: int, again: bool, weights: Mapping[str, float]
) -> list[float]:
    shape = line.text[:_READ_CHARACTERS].encode("latin-1", "ignore").translate(_shapes()) or b"o"
    words = line.tokens[:_READ_WORDS]
    length, count = len(shape), len(words)
    stops = sum(map(_stop, words))
    first = shape[:1]
    weight = weights.get
    kind = mark.kind if mark is not None else ""
    marked = kind not in {"", "headline"}
    return [
        log1p(length), log1p(count), length / count, line.closed, line.ending in "?!", line.ending == ":", line.ending in ",;",
        first == b"U", first == b"l", first == b"D",
        stops / count, log1p(stops), (shape.count(b" U") + (first == b"U")) / count, shape.count(b"U") / length,
        shape.count(b"D") / length, (shape.count(b" D") + (first == b"D")) / count,
        shape.count(b",") / count, shape.count(b"o") / length, log1p(shape.count(b". U")), b'"' in shape or "“" in line.text,
        "@" in line.lower or "www." in line.lower or "http" in line.lower,
        sum(map(weight, words, repeat(0.0))) / (count + _DAMPING), weight("^" + " ".join(words[:2]), 0.0),
        weight("=" + line.bare, 0.0) if line.short else 0.0,
        count <= _NAME_WORDS and is_name(line), count <= _DATE_WORDS and is_date_line(line),
        log1p(copies), again, line.prose, marked, *_of_kind.get(kind, _of_no_kind),
    ]  # fmt: skip


def _around(near: Matrix) -> tuple[Matrix, Matrix]:
    """The means over the line and the ``AROUND`` lines before it, and over it and those after it."""
    count = len(near)
    sums = np.zeros((count + 1, near.shape[1]), np.float32)
    np.cumsum(near, axis=0, out=sums[1:])
    at = np.arange(count)
    low, high = np.maximum(at - AROUND, 0), np.minimum(at + AROUND + 1, count)
    before = (sums[at + 1] - sums[low]) / (at + 1 - low)[:, None]
    after = (sums[high] - sums[at]) / (high - at)[:, None]
    return before.astype(np.float32), after.astype(np.float32)


def _places(found: list[Line], headline: int | None) -> list[tuple[float, ...]]:
    """Where each line stands in the text, counted from its start, and from the nearest running text."""
    coming = []  # lines to the next running text, counted from the end
    distance = _SOON
    for line in reversed(found):
        distance = 0 if line.prose else distance + 1
        coming.append(min(distance, _SOON))
    places: list[tuple[float, ...]] = []
    so_far, since = 0, 0
    for index, line in enumerate(found):
        since = 0 if line.prose else since + 1
        places.append(
            (
                log1p(min(index, _FAR)),
                so_far == 0 and not line.prose,
                log1p(min(since, _FAR)),
                log1p(coming[-1 - index]),
                log1p(min(so_far, _LATE)),
                headline is not None and index < headline,
            )
        )
        so_far += line.prose
    return places


@cache
def _shapes() -> bytes:
    """A letter for each character of Latin-1: what a line is made of, countable at one glance.

    ``U`` upper case, ``l`` lower case, ``D`` digit, blank, ``.`` ``,`` ``"`` for the marks of a sentence,
    ``-`` for marks inside words and around them, ``o`` for all other marks.
    """
    table = bytearray(b"o" * 256)
    for code in range(256):
        letter = chr(code)
        for shape, belongs in (
            ("U", letter.isupper()),
            ("l", letter.isalpha() and not letter.isupper()),
            ("D", letter.isdigit()),
            (" ", letter.isspace()),
            (".", letter in ".!?"),
            (",", letter in ",;"),
            ('"', letter in '"«»'),
            ("-", letter in "'-()"),
        ):
            if belongs:
                table[code] = ord(shape)
    return bytes(table)
