"""The words of a field as numbers: which word, and what stands around it. What the attribution model looks at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reliability.extract.tokens import Tokens

Numbers = NDArray[np.int64]

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
START, OPEN, CLOSE = 3, frozenset({4, 5, 6, 7, 8}), frozenset({5, 9, 10, 11})
COMMAS, STOPS = frozenset({5, 7, 9, 14, 15, 17}), frozenset({4, 6, 10, 12, 13})
GAPS = 20
_STOP_CLOSES = 10  # a full stop, or its like, and a closing mark
_PARTED = re.compile(r"[?!…][”\"'’]+[ \u00a0]+$")  # a quoted question ends; the sentence goes on
_LONG = 12  # characters of a gap; of longer ones the ends are looked at
SIGNS = GAPS * 8


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
    """The words of one field, as arrays with ``PAD`` empty places at both ends.

    Attributes:
        words: Rows of the model's vocabulary; an unknown word has the row of its ending.
        frames: Each word as its neighbours see it: one of the commonest, else its ending and capital.
        signs: What stands before each word, its capital, whether it is quoted, whether it opens a sentence.
        gaps: What stands before each word, by kind.
        quoted: Whether it stands in quotation marks.
        first: Where each word's sentence begins; one behind a quoted question ("Why?" Mora asked.) goes on with it.
        last: Where it ends (inclusive).
    """

    words: Numbers
    frames: Numbers
    signs: Numbers
    gaps: Numbers
    quoted: NDArray[np.bool_]
    first: Numbers
    last: Numbers

    @classmethod
    def of(
        cls, tokens: Sequence[Tokens], vocabulary: Vocabulary, quoted: Sequence[tuple[int, int]]
    ) -> "Script":
        """The script of a field from the tokens of its sentences, in order.

        Args:
            tokens: The tokens of each sentence.
            vocabulary: What is known of words.
            quoted: Offsets of the stretches in quotation marks, in order.
        """
        text = tokens[0].text
        words = [word for piece in tokens for word in piece.words]
        starts = [start for piece in tokens for start in piece.starts]
        ends = [end for piece in tokens for end in piece.ends]
        known = len(vocabulary.rows)
        get = vocabulary.rows.get
        rows = [row if (row := get(word)) is not None else known + ending(word) for word in words]
        gaps = [START]
        gaps += [
            _gap(
                text[end:start]
                if start - end < _LONG
                else text[end : end + 6] + "\n" + text[start - 3 : start]
            )
            for end, start in zip(ends, starts[1:], strict=False)
        ]
        capital = [text[start].isupper() for start in starts]
        lengths = np.array([len(piece) for piece in tokens])
        opening = np.cumsum(lengths) - lengths
        total = len(words) + 2 * PAD

        def padded(values: ArrayLike, blank: int = 0) -> NDArray[np.int64]:
            array: NDArray[np.int64] = np.full(total, blank, np.int64)
            array[PAD:-PAD] = values
            return array

        inside = np.zeros(total, np.bool_)
        if quoted:
            edges = np.searchsorted(np.array(starts), np.array(quoted)) + PAD
            for begin, end in edges:
                inside[begin:end] = True
        opens = np.zeros(total, np.int64)
        opens[opening[lengths > 0] + PAD] = 1
        kinds = padded(gaps, blank=START)
        signs = kinds * 8 + padded(capital) * 4 + inside * 2 + opens
        first, last = (
            padded(np.repeat(edge, lengths)) + PAD for edge in _bounds(tokens, opening, lengths, gaps)
        )
        places = padded(rows, blank=known)
        frames = vocabulary.frames[places]
        frames += (frames >= vocabulary.common) * ENDINGS * padded(capital)
        return cls(places, frames, signs, kinds, inside, first, last)


def ending(word: str) -> int:
    """The number of the ending by which an unknown word is known, in ``range(ENDINGS)``."""
    if word[0].isdigit():
        return 1
    for index, ending in enumerate(_ENDINGS):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return index + 2
    return 0


def _bounds(
    tokens: Sequence[Tokens], opening: Numbers, lengths: Numbers, gaps: Sequence[int]
) -> tuple[Numbers, Numbers]:
    """The first and last word of each sentence, those joined that a quoted question or outcry parts."""
    first, last = opening.copy(), opening + lengths - 1
    for index, place in enumerate(opening.tolist()):
        if index and gaps[place] == _STOP_CLOSES:
            end, start = tokens[index - 1].ends[-1], tokens[index].starts[0]
            if start - end < _LONG and _PARTED.match(tokens[index].text[end:start]):
                first[index] = first[index - 1]
    for index in range(len(tokens) - 2, -1, -1):
        if first[index + 1] < opening[index + 1]:
            last[index] = last[index + 1]
    return first, last


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
