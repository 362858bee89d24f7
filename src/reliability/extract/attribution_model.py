"""Where does a cue stand, and where do its source and content begin and end? Linear scores from shipped tables.

Each score of a word is a sum of table entries: one per neighbouring word, one per sign around it, one per
short sequence. The tables were fitted by ``benchmarks/fit_attribution.py``, which builds its features with
this very module; ``attribution_model.json`` says when, on what and how well.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reliability.extract.script import COMMAS, GAPS, SIGNS, STOPS, Numbers, Script, Vocabulary

Scores = NDArray[np.float32]

CUE_WORDS, CUE_SIGNS = range(-3, 4), range(-2, 4)
SPAN_WORDS, SPAN_SIGNS = range(-2, 3), range(-1, 3)
PAIRS = 1 << 15  # entries per table of word sequences: an address is a hash
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_SHIFT = 17  # the middle bits of the sum are the best mixed
REACH = 40  # words from a cue within which its source and content begin and end
_FAR = 25
LONGEST_CUE = 10  # words
_NEAR = np.array([0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, *[8] * 5, *[9] * (_FAR - 15)])
SIDES = 3  # before the cue, in it, behind it


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a score: the table it is looked up in, and the entry for each row.

    Attributes:
        name: The table.
        index: The entry per row.
        size: How many entries the table has; 0 for one entry per row of the vocabulary.
        side: For words: which of the three sides of the cue each row is on, or ``None``.
    """

    name: str
    index: Numbers
    size: int = 0


def hashed(*parts: Numbers) -> Numbers:
    """The entry of a sequence in a table of ``PAIRS``."""
    total: Numbers = parts[0] * _FACTORS[0]
    for part, factor in zip(parts[1:], _FACTORS[1:], strict=False):
        total += part * factor
    total >>= _SHIFT
    total &= PAIRS - 1
    return total


def cue_terms(script: Script, at: Numbers, vocabulary: Vocabulary) -> list[Term]:
    """The terms of "a cue begins here" for the words at the places ``at``."""
    words, signs, gaps = script.words, script.signs, script.gaps
    near = {step: words[at + step] for step in CUE_WORDS}
    frame = {step: script.frames[at + step] for step in range(-2, 3)}
    stem = vocabulary.stems[near[0]]
    before, after = vocabulary.stems[near[-1]], vocabulary.stems[near[1]]
    gap = {step: gaps[at + step] for step in range(-1, 3)}
    return [
        *(Term(f"word{step}", near[step]) for step in CUE_WORDS),
        *(Term(f"sign{step}", signs[at + step], SIGNS) for step in CUE_SIGNS),
        Term("quoted", hashed(near[0], script.quoted[at].astype(np.int64)), PAIRS),
        Term("ahead", hashed(stem, gap[1]), PAIRS),
        Term("behind", hashed(stem, gap[0]), PAIRS),
        Term("before", hashed(before, stem), PAIRS),
        Term("after", hashed(stem, after), PAIRS),
        Term("between", hashed(frame[-1], stem, frame[1]), PAIRS),
        Term("two_before", hashed(frame[-2], frame[-1]), PAIRS),
        Term("two_after", hashed(frame[1], frame[2]), PAIRS),
        Term("frame", hashed(frame[-1], frame[0], frame[1]), PAIRS),
        Term("frame_before", hashed(frame[-2], frame[-1], frame[0]), PAIRS),
        Term("frame_after", hashed(frame[0], frame[1], frame[2]), PAIRS),
        Term("gaps", hashed(gap[-1], gap[0], gap[1], gap[2]), PAIRS),
    ]


def cue_rows(script: Script, begins: Numbers) -> tuple[Numbers, Numbers]:
    """The places where cues may end that begin at ``begins``, and which of the cues each is for."""
    return _runs(begins, np.minimum(script.last[begins], begins + LONGEST_CUE - 1))


def span_rows(script: Script, begins: Numbers) -> tuple[Numbers, Numbers]:
    """The places where sources and contents may begin and end, and which of the cues each is for."""
    return _runs(
        np.maximum(script.first[begins], begins - REACH), np.minimum(script.last[begins], begins + REACH)
    )


def _runs(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """All places from each ``low`` to its ``high``, one run behind the other, and whose they are."""
    lengths = high - low + 1
    which = np.repeat(np.arange(len(low)), lengths)
    return np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths - low, lengths), which


def end_terms(script: Script, begins: Numbers, at: Numbers, vocabulary: Vocabulary) -> list[Term]:
    """The terms of "the cue that began at ``begins`` ends here"."""
    words, gaps = script.words, script.gaps
    length = at - begins
    opening, word, following = (vocabulary.stems[words[place]] for place in (begins, at, at + 1))
    frame, ahead, beyond = (script.frames[at + step] for step in range(3))
    gap, quoted = gaps[at + 1], script.quoted
    return [
        Term("end_word", hashed(length, word), PAIRS),
        Term("end_after", hashed(length, following), PAIRS),
        Term("end_opening", hashed(length, opening), PAIRS),
        Term("end_gap", length * GAPS + gap, LONGEST_CUE * GAPS),
        Term("end_frame", hashed(length, frame, ahead), PAIRS),
        Term("end_pair", hashed(word, following), PAIRS),
        Term("end_whole", hashed(opening, word, ahead), PAIRS),
        Term("end_next", hashed(opening, following), PAIRS),
        Term("end_next_gap", hashed(opening, gap), PAIRS),
        Term("end_frame_gap", hashed(frame, gap), PAIRS),
        Term("end_beyond", hashed(ahead, beyond), PAIRS),
        Term("end_two_gaps", hashed(gap, gaps[at + 2], np.minimum(length, 3)), PAIRS),
        Term("end_signs", hashed(script.signs[at + 1], script.signs[at], length), PAIRS),
        Term("end_start", hashed(length, script.frames[begins - 1]), PAIRS),
        Term("end_three", hashed(script.frames[at - 1], frame, ahead), PAIRS),
        Term("end_later", hashed(length, beyond), PAIRS),
        Term("end_quoted", hashed(gap, quoted[begins] * 2 + quoted[at + 1], gaps[begins], length), PAIRS),
    ]


def span_terms(
    script: Script, cues: tuple[Numbers, Numbers], at: Numbers, which: Numbers, vocabulary: Vocabulary
) -> list[Term]:
    """The terms of "the source (or content) of this cue begins (or ends) here".

    Args:
        script: The field.
        cues: First and last place of each cue.
        at: The places asked about.
        which: Which cue each is asked for.
        vocabulary: What is known of words.
    """
    words, gaps, signs, frames = script.words, script.gaps, script.signs, script.frames
    first, last = cues[0][which], cues[1][which]
    before, behind = at < first, at > last
    side = np.where(before, 0, np.where(behind, 2, 1))
    distance = np.clip(np.where(before, at - first, np.where(behind, at - last, 0)), -_FAR, _FAR) + _FAR
    reach = 2 * _FAR + 1
    near = _NEAR[np.abs(distance - _FAR)] * SIDES + side
    edge = (at == script.first[first]) + 2 * (at == script.last[first])
    low, high = np.where(before, at + 1, last + 1), np.where(before, first + 1, at + 1)
    base, top = int(at.min()), int(at.max()) + 1
    stretch = slice(base, top)
    clauses = vocabulary.bounds[words[stretch]] | _IS_STOP[gaps[stretch]]
    comma = _count(_IS_COMMA[gaps[stretch]], low - base, high - base, 3)
    clause = _count(clauses, low - base, np.where(before, first, at) - base, 2)
    across = (comma * 3 + clause) * SIDES + side
    gap, ahead = gaps[at], gaps[at + 1]
    opening, closing = gaps[cues[0]], gaps[cues[1] + 1]  # before and behind the cue
    around = (opening * GAPS + closing)[which]
    stem = vocabulary.stems[words[cues[0]]]
    frame, left, right = frames[at], frames[at - 1], frames[at + 1]
    return [
        *(Term(f"span_word{step}", words[at + step] * SIDES + side) for step in SPAN_WORDS),
        *(Term(f"span_sign{step}", signs[at + step] * SIDES + side, SIGNS * SIDES) for step in SPAN_SIGNS),
        Term("span_place", (distance * 4 + edge), reach * 4),
        Term("span_opening", distance * GAPS + opening[which], reach * GAPS),
        Term("span_closing", distance * GAPS + closing[which], reach * GAPS),
        Term("span_cue", hashed(distance, stem[which]), PAIRS),
        Term("span_cue_end", hashed(distance, frames[cues[1]][which]), PAIRS),
        Term("span_cue_next", hashed(distance, frames[cues[1] + 1][which]), PAIRS),
        Term("span_cue_before", hashed(distance, frames[cues[0] - 1][which]), PAIRS),
        Term("span_across", hashed(across, edge, gap), PAIRS),
        Term("span_across_ahead", hashed(across, ahead, edge), PAIRS),
        Term("span_near", hashed(near, frame), PAIRS),
        Term("span_near_left", hashed(near, left), PAIRS),
        Term("span_near_right", hashed(near, right), PAIRS),
        Term("span_near_ahead", hashed(near, ahead, closing[which]), PAIRS),
        Term("span_around", hashed(side, around, signs[at] % 8, signs[at + 1] % 8), PAIRS),
        Term("span_cue_gap", hashed(side, stem[which], gap, edge), PAIRS),
        Term("span_cue_ahead", hashed(side, stem[which], ahead, edge), PAIRS),
        Term("span_frame", hashed(side, left, frame, right), PAIRS),
        Term("span_left", hashed(side, left, frame, gap), PAIRS),
        Term("span_right", hashed(side, frame, right, ahead), PAIRS),
        Term("span_cue_frame", hashed(side, stem[which], frame), PAIRS),
    ]


_IS_COMMA = np.isin(np.arange(GAPS), list(COMMAS))
_IS_STOP = np.isin(np.arange(GAPS), list(STOPS))


def _count(marked: NDArray[np.bool_], low: Numbers, high: Numbers, most: int) -> Numbers:
    """How many places from ``low`` up to ``high`` are marked, ``most`` at most."""
    total = np.concatenate(([0], np.cumsum(marked)))
    last = len(total) - 1
    counted: Numbers = np.clip(
        total[np.minimum(np.maximum(high, low), last)] - total[np.minimum(low, last)], 0, most
    )
    return counted


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The fitted tables.

    Attributes:
        vocabulary: What is known of words.
        tables: Scores by table name; those of sources and contents have four columns: the source
            begins, the source ends, the content begins, the content ends.
        constants: What is added to each kind of score.
    """

    vocabulary: Vocabulary
    tables: dict[str, Scores]
    constants: dict[str, Scores]

    def cue(self, script: Script, at: Numbers) -> Scores:
        """The log odds that a cue begins at each of the places ``at``."""
        return self._sum(cue_terms(script, at, self.vocabulary), "cue")

    def end(self, script: Script, begins: Numbers, at: Numbers) -> Scores:
        """The log odds that the cue begun at ``begins`` ends at ``at``, pair by pair."""
        return self._sum(end_terms(script, begins, at, self.vocabulary), "end")

    def span(self, script: Script, cues: tuple[Numbers, Numbers], at: Numbers, which: Numbers) -> Scores:
        """Per place the four log odds of source and content; arguments as of ``span_terms``."""
        return self._sum(span_terms(script, cues, at, which, self.vocabulary), "span")

    def _sum(self, terms: list[Term], name: str) -> Scores:
        total = self.tables[terms[0].name].take(terms[0].index, axis=0)
        total += self.constants[name]
        for term in terms[1:]:
            total += self.tables[term.name].take(term.index, axis=0)
        return total


@cache
def attribution_model() -> AttributionModel:
    """The shipped model, read once."""
    folder = files(__package__)
    about = json.loads(folder.joinpath("attribution_model.json").read_text(encoding="utf-8"))
    with (
        folder.joinpath("attribution_model.npz").open("rb") as stream,
        np.load(stream, allow_pickle=False) as stored,
    ):
        arrays = {name: stored[name] for name in stored.files}
    vocabulary = Vocabulary(
        {word: row for row, word in enumerate(about["words"].split())},
        arrays.pop("stems").astype(np.int64),
        arrays.pop("frames").astype(np.int64),
        about["common"],
        arrays.pop("starters").astype(np.bool_),
        arrays.pop("bounds").astype(np.bool_),
    )
    constants = {name: np.array(value, np.float32) for name, value in about["constants"].items()}
    tables = {
        name: values.astype(np.float32) * np.float32(about["steps"][name]) for name, values in arrays.items()
    }
    return AttributionModel(vocabulary, tables, constants)
