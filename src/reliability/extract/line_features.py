"""How does each line of a text read, in numbers?

This is what the model of ``passage_model`` sees of a line; ``surroundings`` adds what stands around it. Nothing here
knows how far away the end of the text is: where a scraped text ends tells how it was scraped, not what its lines are.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.furniture import Found, is_date_line, is_name
from reliability.extract.lexicon import words as listed
from reliability.extract.lines import Line

Matrix = NDArray[np.float32]

# What is counted in a line, and what stands as it is.
_COUNTED = ("length", "count", "stops", "capitals", "digits", "commas", "marks", "persons", "known", "copies")
_STATED = (
    "marked", "closed", "prose", "colon", "opens_digit", "signature", "name", "date", "again", "wording", "phrase",
)  # fmt: skip
# Shares are of its words or characters, counts are logarithms.
_DERIVED = (
    "characters", "words", "word_length", "stop_share", "capital_share", "digit_share", "comma_share", "mark_share",
    "person_share", "known_share", "copies",
)  # fmt: skip
OWN = (*_STATED, *_DERIVED)

# What of a line is read; its first characters tell how the rest of a very long one goes on.
_READ_CHARACTERS = 120
READ_WORDS = 20
_NAME_WORDS, _DATE_WORDS, _SIGNATURE_WORDS = 4, 16, 10  # longer lines are no name, no date, no signature
# Where in a line a word may stand; ``whole`` is the line without the marks around it, where it is short.
WEIGHED = ("anywhere", "first", "last", "whole")
DAMPING = 3  # words of no weight that a line's words are weighed with: a short line's weight is unsure

_UPPER, _DIGIT = ord("U"), ord("D")
# Who writes to others speaks of himself and to them; the names and hours above comments stand with these words.
_PERSONS = listed("i i'm i've i'd i'll my me you your you're you'll we we're our us")
_SIGNATURE = listed("ago says said: wrote wrote: reply replied commented posted at am pm")


def line_features(
    found: list[Line], marks: list[Found | None], weights: Mapping[str, Mapping[str, float]]
) -> Matrix:
    """One row per line, one column per name of ``OWN``.

    Args:
        found: The lines of one text, one at least.
        marks: What the rules say of each.
        weights: How far words speak for furniture, as logarithms of odds: each for every word that stands in a
            place of ``WEIGHED``.
    """
    copies = Counter([line.lower for line in found])
    told = set().union(*[line.tokens for line in found if line.prose])
    seen: set[str] = set()
    weigh = tuple(weights[where].get for where in WEIGHED)
    rows = []
    for line, mark in zip(found, marks, strict=True):
        lower = line.lower
        rows.append(_row(line, mark, weigh, told, copies[lower], lower in seen))
        seen.add(lower)
    width = len(_COUNTED) + len(_STATED)
    raw = np.fromiter(chain.from_iterable(rows), np.float32, len(rows) * width).reshape(-1, width)
    features = np.empty((len(rows), len(OWN)), np.float32)
    features[:, : len(_STATED)] = raw[:, len(_COUNTED) :]
    length, count, stops, capitals, digits, commas, others, persons, known, times = raw[:, : len(_COUNTED)].T
    derived = (
        np.log1p(length), np.log1p(count), length / count, stops / count, capitals / count, digits / length,
        commas / count, others / length, persons / count, known / (count - stops + 1), np.log1p(times),
    )  # fmt: skip
    for column, values in enumerate(derived, start=len(_STATED)):
        features[:, column] = values
    return features


def _row(
    line: Line,
    mark: Found | None,
    weights: tuple[Callable[[str, float], float], ...],
    told: set[str],
    copies: int,
    again: bool,
) -> tuple[float, ...]:
    shape = line.text[:_READ_CHARACTERS].encode("latin-1", "ignore").translate(_shapes()) or b"o"
    words = line.tokens[:READ_WORDS]
    count, digits, head = len(words), shape.count(b"D"), shape[0]
    weight, first, last, whole = weights
    prose = line.prose
    return (
        len(shape), count, len(FUNCTION_WORDS.intersection(words)), shape.count(b" U") + (head == _UPPER), digits,
        shape.count(b","), shape.count(b"o"), len(_PERSONS.intersection(words)),
        0 if prose else len(told.intersection(words)), copies,
        mark is not None and mark.kind != "headline", line.closed, prose, line.ending == ":", head == _DIGIT,
        count <= _SIGNATURE_WORDS and not _SIGNATURE.isdisjoint(words),
        count <= _NAME_WORDS and head == _UPPER and is_name(line),
        digits > 0 and count <= _DATE_WORDS and is_date_line(line), again,
        sum(map(weight, words, repeat(0.0))) / (count + DAMPING) ** 0.5,
        first(words[0], 0.0) + last(words[-1], 0.0) + (whole(line.bare, 0.0) if line.short else 0.0),
    )  # fmt: skip


@cache
def _shapes() -> bytes:
    """A letter for each character of Latin-1: what a line is made of, countable at one glance.

    ``U`` upper case, ``D`` digit, blank, ``,`` a pause, ``-`` other letters and the marks of sentences and inside words,
    ``o`` all other marks.
    """
    table = bytearray(b"o" * 256)
    for code in range(256):
        letter = chr(code)
        for shape, belongs in (
            ("U", letter.isupper()),
            ("D", letter.isdigit()),
            (" ", letter.isspace()),
            (",", letter in ",;"),
            ("-", letter in "'-().!?\"«»" or (letter.isalpha() and not letter.isupper())),
        ):
            if belongs:
                table[code] = ord(shape)
    return bytes(table)
