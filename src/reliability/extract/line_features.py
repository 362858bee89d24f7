"""How does each line of a text read, in numbers?

This is what the model of ``passage_model`` sees of a line; ``surroundings`` adds what stands around it. Nothing here
knows how far away the end of the text is: where a scraped text ends tells how it was scraped, not what its lines are.
Words and characters are looked up once for all lines of a text, then counted line by line.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.characters import COLUMNS as OF_CHARACTERS
from reliability.extract.characters import UPPER, characters
from reliability.extract.furniture import Found, is_date_line, is_name
from reliability.extract.lexicon import words as listed
from reliability.extract.lines import Line

Matrix = NDArray[np.float32]

_OF_WORDS = (
    "wording", "stop_share", "person_share", "signed", "known_share", "headline_share", "phrase", "words", "word_length",
)  # fmt: skip
_STATED = (
    "marked", "closed", "prose", "colon", "question", "exclamation", "pasted", "torn", "copies", "again", "name", "date",
)  # fmt: skip
OWN = (*_OF_WORDS, *OF_CHARACTERS, *_STATED)

READ_WORDS = 20  # of a line; they tell how the rest of a very long one goes on
_NAME_WORDS, _DATE_WORDS, _SIGNATURE_WORDS = 4, 16, 10  # longer lines are no name, no date, no signature
# Where in a line a word may stand; ``whole`` is the line without the marks around it, where it is short.
WEIGHED = ("anywhere", "first", "last", "whole")
DAMPING = 3  # words of no weight that a line's words are weighed with: a short line's weight is unsure

_ENDINGS = ":?!"
_EACH_ENDING = np.arange(len(_ENDINGS))

# Who writes to others speaks of himself and to them; the names and hours above comments stand with these words.
_PERSONS = listed("i i'm i've i'd i'll my me you your you're you'll we we're our us")
_SIGNATURE = listed("ago says said: wrote wrote: reply replied commented posted at am pm")


def line_features(
    found: list[Line],
    marks: list[Found | None],
    headline: int | None,
    weights: Mapping[str, Mapping[str, float]],
) -> Matrix:
    """One row per line, one column per name of ``OWN``.

    Args:
        found: The lines of one text, one at least.
        marks: What the rules say of each.
        headline: The index of the headline.
        weights: How far words speak for furniture, as logarithms of odds: each for every word that stands in a
            place of ``WEIGHED``.
    """
    of_words, count = _words(found, headline, weights)
    of_characters, digits, opens = characters([line.text for line in found], count)
    stated = _stated(found, marks, count, digits, opens)
    features = np.empty((len(found), len(OWN)), np.float32)
    start = 0
    for block in (of_words, of_characters, stated):
        features[:, start : start + block.shape[1]] = block
        start += block.shape[1]
    return features


def _words(
    found: list[Line], headline: int | None, weights: Mapping[str, Mapping[str, float]]
) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """What the words of each line say, and how many of them are read."""
    words = [line.tokens[:READ_WORDS] for line in found]
    count = np.array([len(line) for line in words])
    starts = count.cumsum() - count
    every = list(chain.from_iterable(words))
    distinct = set(every)
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    said = np.fromiter(map(number.__getitem__, every), np.intp, len(every))
    title = set(found[headline].tokens) - FUNCTION_WORDS if headline is not None else set()
    table = np.zeros((len(distinct), 6), np.float32)
    table[:, 0] = np.fromiter(map(weights["anywhere"].get, distinct, repeat(0.0)), np.float32, len(distinct))
    for column, known in enumerate((FUNCTION_WORDS, _PERSONS, _SIGNATURE, title), start=1):
        table[[number[word] for word in distinct & known], column] = 1
    prose = np.array([line.prose for line in found])
    table[said[prose.repeat(count)], -1] = 1
    wording, stops, persons, signs, titled, known = np.add.reduceat(table[said], starts).T
    if headline is not None:
        titled[headline] = 0
    first, last, whole = (weights[where].get for where in WEIGHED[1:])
    phrase = [
        first(word[0], 0.0) + last(word[-1], 0.0) + (whole(line.bare, 0.0) if line.short else 0.0)
        for line, word in zip(found, words, strict=True)
    ]
    columns = (
        wording / (count + DAMPING) ** 0.5,
        stops / count,
        persons / count,
        (signs > 0) & (count <= _SIGNATURE_WORDS),
        np.where(prose, 0, known / (count - stops + 1)),
        titled / (count + 1),
        np.array(phrase),
        np.log1p(count),
        np.array([len(line.text) for line in found]) / np.array([len(line.tokens) for line in found]),
    )
    return np.stack(columns, axis=1), count


def _stated(
    found: list[Line],
    marks: list[Found | None],
    count: NDArray[np.intp],
    digits: NDArray[np.bool_],
    opens: NDArray[np.intp],
) -> NDArray[Any]:
    stated = np.zeros((len(found), len(_STATED)), np.float32)
    stated[:, 0] = [mark is not None and mark.kind != "headline" for mark in marks]
    stated[:, 1] = [line.closed for line in found]
    stated[:, 2] = [line.prose for line in found]
    ending = np.array([_ENDINGS.find(line.ending) for line in found])
    stated[:, 3:6] = ending[:, None] == _EACH_ENDING
    if any(line.pasted for line in found):
        stated[:, 6] = [line.pasted for line in found]
        stated[:, 7] = [line.torn for line in found]
    copies = Counter([line.lower for line in found])
    stated[:, 8] = 1
    if len(copies) < len(found):
        seen: set[str] = set()
        for number, line in enumerate(found):
            if (times := copies[line.lower]) > 1:
                stated[number, 8:10] = times, line.lower in seen
                seen.add(line.lower)
    for at in np.flatnonzero((count <= _NAME_WORDS) & (opens == UPPER)):
        stated[at, -2] = is_name(found[at])
    for at in np.flatnonzero((count <= _DATE_WORDS) & digits):
        stated[at, -1] = is_date_line(found[at])
    return stated
