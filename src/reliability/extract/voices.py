"""Where does each cue of a field stand, and where its source and content? Decides on the model's scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reliability.extract.attribution_model import REACH, AttributionModel, Scores, cue_rows, span_rows
from reliability.extract.script import PAD, Numbers, Script

# Log odds, set by hand between the best cues and the best sentences on PolNeAR's dev documents.
_CUE = -0.85  # a word begins a cue: sure enough alone
_SENTENCE = -0.8  # ... or the likeliest of a sentence that is likely to hold one
_SOURCE = -1.0  # the sum of both ends: below it the cue has no source
_AROUND = 1.0  # what a content on both sides of its cue must be likelier by than one on one side
_NONE = np.float32(-1e9)
_SURE = np.float32(30.0)  # beyond it the odds are past counting
_BATCH = 512  # cues looked at together: bounds the memory that a hostile text can ask for
_WIDTH = 2 * REACH + 1


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue with its source and content: first and last word of each, counted through the field.

    Attributes:
        cue: The words that hand the content over.
        source: Whom it is handed to, or ``None``.
        content: From the first word attributed to the last; cue and source may stand between.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[int, int] | None


def voices(script: Script, model: AttributionModel) -> list[Voice]:
    """The attributions of a field, in order of their cues, none of which overlap."""
    begins = _beginnings(script, model)
    found: list[Voice] = []
    for first in range(0, len(begins), _BATCH):
        found += _read(script, model, begins[first : first + _BATCH])
    return found


def _read(script: Script, model: AttributionModel, begins: Numbers) -> list[Voice]:
    """The voices whose cues begin at the given places; of cues that overlap the first is kept."""
    at, which = cue_rows(script, begins)
    ends = begins + _window(
        model.end(script, begins[which], at), at - begins[which], which, len(begins)
    ).argmax(1)
    kept = np.concatenate(([True], begins[1:] > np.maximum.accumulate(ends)[:-1]))
    begins, ends = begins[kept], ends[kept]
    at, which = span_rows(script, begins)
    scores = model.span(script, (begins, ends), at, which)
    scores[(at >= begins[which]) & (at <= ends[which]), :2] = _NONE
    window = np.full((len(begins), _WIDTH, 4), _NONE, np.float32)
    window[which, at - begins[which] + REACH] = scores
    before, behind = _run(window[:, :REACH, :2]), _run(window[:, REACH:, :2])
    after = behind[2] > before[2]
    first = np.where(after, behind[0] + REACH, before[0]) + begins - REACH
    last = np.where(after, behind[1] + REACH, before[1]) + begins - REACH
    sure = np.maximum(before[2], behind[2]) > _SOURCE
    places = np.arange(_WIDTH) + begins[:, None] - REACH
    window[(places >= begins[:, None]) & (places <= ends[:, None]), 2:] = _NONE
    window[sure[:, None] & (places >= first[:, None]) & (places <= last[:, None]), 2:] = _NONE
    low, high, told = _content(window[:, :, 2:])
    shift = begins - REACH
    columns = (begins, ends, first, last, low + shift, high + shift)
    rows = np.stack(columns, 1) - PAD
    return [
        Voice((begin, end), (one, two) if sourced else None, (left, right) if filled else None)
        for (begin, end, one, two, left, right), sourced, filled in zip(
            rows.tolist(), sure.tolist(), told.tolist(), strict=True
        )
    ]


def _content(edges: Scores) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Where each content begins and ends, and whether there is room for one.

    It stands before the cue or behind it, or around it where that is clearly likelier.
    """
    before, behind, around = _run(edges[:, :REACH]), _run(edges[:, REACH:]), _run(edges)
    after = behind[2] > before[2]
    low = np.where(after, behind[0] + REACH, before[0])
    high = np.where(after, behind[1] + REACH, before[1])
    both = around[2] - _AROUND > np.maximum(before[2], behind[2])
    return np.where(both, around[0], low), np.where(both, around[1], high), around[2] > _NONE / 2


def _beginnings(script: Script, model: AttributionModel) -> Numbers:
    """Where cues begin: words sure enough, and the likeliest word of each sentence likely to hold a cue."""
    places = np.flatnonzero(model.vocabulary.starters[script.words])
    places = places[(places >= PAD) & (places < len(script.words) - PAD)]
    if not len(places):
        return places
    scores = model.cue(script, places)
    sure = scores > _CUE
    sentence = script.first[places]
    edges = np.flatnonzero(np.concatenate(([True], sentence[1:] != sentence[:-1])))
    # The odds that a sentence holds a cue, were its words independent: 1 - product(1 - p).
    held = np.log(
        np.expm1(np.minimum(np.add.reduceat(np.logaddexp(np.float32(0), scores), edges), _SURE)) + 1e-9
    )
    best = np.maximum.reduceat(scores, edges)
    counts = np.diff(np.append(edges, len(places)))
    rescued = np.repeat((held > _SENTENCE) & (best <= _CUE), counts) & (scores == np.repeat(best, counts))
    kept: Numbers = places[sure | rescued]
    return kept


def _window(scores: Scores, column: Numbers, row: Numbers, rows: int) -> Scores:
    window = np.full((rows, int(column.max()) + 1), _NONE, np.float32)
    window[row, column] = scores
    return window


def _run(edges: Scores) -> tuple[Numbers, Numbers, NDArray[np.float32]]:
    """Per row the best first and last column, first not behind last, and the sum of their scores."""
    opening, closing = edges[:, :, 0], edges[:, :, 1]
    total = np.maximum.accumulate(opening, 1) + closing
    last = total.argmax(1)
    first: Numbers = np.where(np.arange(opening.shape[1]) <= last[:, None], opening, 2 * _NONE).argmax(1)
    return first, last, total[np.arange(len(total)), last]
