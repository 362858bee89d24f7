"""The words of a field as numbers: which word, and what stands around it. What the attribution model looks at."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reliability.extract.field import Field
from reliability.extract.templates import Numbers

PAD = 4  # places before the first word and behind the last: every word has neighbours
_ENDINGS = [
    "ing",
    "ed",
    "ly",
    "ions",
    "ion",
    "ment",
    "ers",
    "er",
    "ies",
    "est",
    "es",
    "s",
    "en",
    "ist",
    "al",
    "ous",
    "ive",
    "able",
    "n't",
    "y",
]
ENDINGS = len(_ENDINGS) + 2
START, START_QUOTED = 3, 4  # a line break, and one with an opening mark
COMMAS, STOPS = frozenset({5, 7, 9, 14, 15, 17}), frozenset({4, 6, 10, 12, 13})
GAPS = 20
_IS_COMMA, _IS_STOP = (np.isin(np.arange(GAPS), list(signs)) for signs in (COMMAS, STOPS))
_STOP_CLOSES = 10  # a full stop, or its like, and a closing mark
_PARTED = re.compile(r"[?!…][”\"'’]+[ \u00a0]+$")  # a quoted question ends; the sentence goes on
_LONG = 12  # characters of a gap; of longer ones the ends are looked at
SIGNS = GAPS * 8
_KINDS = ("word", "stem", "frame", "sign", "gap", "quoted")
_ATOM = re.compile(r"([a-z]+)(-?\d)")
_BLANK, _A, _Z, _ASCII = 32, 65, 90, 127


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the model knows of words.

    Attributes:
        rows: A row per known word; behind them come the rows of unknown words, by ending.
        stems: Which stem each row has.
        frames: Which of the commonest words each row is, or ``common`` and more: its ending.
        common: How many of the commonest words are frames of their own.
        starters: Whether a cue has ever begun with it.
        bounds: Whether a clause begins with it: "that", "because".
    """

    rows: dict[str, int]
    stems: Numbers
    frames: Numbers
    common: int
    starters: NDArray[np.bool_]
    bounds: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Script:
    """The words of an article's fields in one row, with ``PAD`` empty places before and behind each field.

    Attributes:
        grid: Per place, by row: the word in the model's vocabulary (an unknown one has the row of its ending), its
            stem, the word as its neighbours see it (one of the commonest, else its ending and capital), what
            stands before it with its capital and whether it is quoted and opens a sentence, what stands before
            it alone, and whether it is quoted.
        places: Where words stand.
        opens: Which of ``places`` open a sentence; one behind a quoted question ("Why?" Mora asked.) does not.
        first: Per place, where its sentence begins.
        last: Where it ends (inclusive).
        commas: How many commas stand before each place.
        clauses: How many clauses begin before it.
        begins: Where each field's first word stands.
    """

    grid: Numbers
    places: Numbers
    opens: Numbers
    first: Numbers
    last: Numbers
    commas: Numbers
    clauses: Numbers
    begins: tuple[int, ...]

    @classmethod
    def of(cls, fields: Sequence[Field], vocabulary: Vocabulary) -> "Script":
        """The script of some fields."""
        total = sum(len(field.words) + 2 * PAD for field in fields)
        words, gaps = np.full(total, len(vocabulary.rows)), np.full(total, START)
        marked, quoted, first, last = np.zeros((4, total), np.int64)
        opening, places, at = [], [], PAD
        for field in fields:
            own = slice(at, at + len(field.words))
            places.append(np.arange(own.start, own.stop))
            words[own] = _rows(field.words, vocabulary)
            gaps[own], marked[own] = _gaps(field)
            for begin, end, _ in field.marks:
                quoted[bisect_left(field.starts, begin) + at : bisect_left(field.starts, end) + at] = 1
            marked[np.array(field.opening) + at] += 1
            opens, ends = _bounds(field, gaps[own])
            opening.append(opens + at)
            first[own] = np.repeat(opens, ends - opens + 1) + at
            last[own] = np.repeat(ends, ends - opens + 1) + at
            at = own.stop + 2 * PAD
        frames = vocabulary.frames[words]
        frames += (frames >= vocabulary.common) * ENDINGS * (marked >> 2)
        commas, clauses = np.zeros((2, total + 1), np.int64)
        np.cumsum(_IS_COMMA[gaps], out=commas[1:])
        np.cumsum(vocabulary.bounds[words] | _IS_STOP[gaps], out=clauses[1:])
        everywhere = np.concatenate(places)
        return cls(
            np.stack((words, vocabulary.stems[words], frames, gaps * 8 + marked + quoted * 2, gaps, quoted)),
            everywhere,
            np.searchsorted(everywhere, np.concatenate(opening)),
            first,
            last,
            commas,
            clauses,
            tuple(int(own[0]) for own in places),
        )

    def cells(self, atoms: Numbers, at: Numbers) -> Numbers:
        """Some atoms (``cells_of``) at some places, by row."""
        width = self.grid.shape[1]
        found: Numbers = self.grid.ravel().take((atoms[:, :1] * width + atoms[:, 1:]) + at)
        return found


def cells_of(*names: str) -> Numbers:
    """Where atoms stand in the grid, by kind and how many places off: ``"frame-1"``."""
    found = (_ATOM.fullmatch(name) for name in names)
    return np.array([(_KINDS.index(one[1]), int(one[2])) for one in found if one])


def _rows(words: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """The row of each word in a vocabulary."""
    get, known = vocabulary.rows.get, len(vocabulary.rows)
    return [row if (row := get(word)) is not None else known + ending(word) for word in words]


def _gaps(field: Field) -> tuple[Numbers, Numbers]:
    """What stands before each word, and 4 where it has a capital."""
    text = field.text
    starts, ends = np.array(field.starts), np.array(field.ends)
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = np.ones(len(starts), np.int64)
    kinds[0] = START
    odd = np.flatnonzero((starts[1:] - ends[:-1] != 1) | (letters[ends[:-1]] != _BLANK)) + 1
    for place, end, start in zip(odd.tolist(), ends[odd - 1].tolist(), starts[odd].tolist(), strict=True):
        long = start - end >= _LONG
        kinds[place] = _gap(text[end : end + 6] + "\n" + text[start - 3 : start] if long else text[end:start])
    initials = letters[starts]
    capital = (initials >= _A) & (initials <= _Z)
    for place in np.flatnonzero(initials > _ASCII).tolist():
        capital[place] = text[field.starts[place]].isupper()
    return kinds, capital * 4


@lru_cache(65536)
def ending(word: str) -> int:
    """The number of the ending by which an unknown word is known, in ``range(ENDINGS)``."""
    if word[0].isdigit():
        return 1
    for index, ending in enumerate(_ENDINGS):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return index + 2
    return 0


def _bounds(field: Field, gaps: Numbers) -> tuple[Numbers, Numbers]:
    """The first and last word of each sentence, those joined that a quoted question or outcry parts."""
    first = [
        place
        for place in field.opening
        if not place
        or gaps[place] != _STOP_CLOSES
        or field.starts[place] - field.ends[place - 1] >= _LONG
        or not _PARTED.match(field.text[field.ends[place - 1] : field.starts[place]])
    ]
    return np.array(first), np.array([*(place - 1 for place in first[1:]), len(field.words) - 1])


@lru_cache(4096)
def _gap(gap: str) -> int:
    """What a gap between two words is, by the most telling signs in it."""
    if gap in {" ", "\u00a0", ""}:
        return 1 if gap else 2
    opens, closes = _marks(gap.replace("''", '"'))
    stop, comma, colon = (any(sign in gap for sign in signs) for signs in (".?!…", ",", ":;"))
    if "\n" in gap:
        return 4 if opens else START
    if opens and closes:
        return 5
    if opens:
        return 6 if colon else 7 if comma else 4 if stop else 8
    if closes:
        return 9 if comma else 10 if stop else 11
    if stop or colon:
        return 12 if stop else 13
    if any(sign in gap for sign in "()["):
        return 15
    if comma:
        return 14
    if any(sign in gap for sign in "-–—"):
        return 16 if gap == "-" else 17
    return 18 if "$" in gap else 19


def _marks(gap: str) -> tuple[bool, bool]:
    """Whether a quotation opens, and whether one closes, in a gap."""
    opens, closes = any(mark in gap for mark in "“«‘„"), any(mark in gap for mark in "”»’")
    at = gap.find('"')
    if at >= 0:
        spaced = gap[at + 1 : at + 2].isspace()
        opens = (opens or at + 1 < len(gap)) and not spaced
        closes = closes or (not gap[at - 1].isspace() if at else len(gap) > 1)
    return opens, closes
