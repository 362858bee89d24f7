"""Where does each cue of an article stand, and where its source and content? Decides on the model's scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reliability.extract.attribution_model import REACH, AttributionModel, cue_rows, span_rows
from reliability.extract.script import Script
from reliability.extract.templates import Numbers, Scores

# Log odds, set by hand on a fifth of PolNeAR's training documents that the tables were not fitted on.
_CUE = -0.85  # a word begins a cue: sure enough alone
_LIKELY = -0.1  # a sentence holds an attribution; below it no cue in it counts
_RESCUED = -3.5  # the likeliest word of a likely sentence is its cue, if it is no unlikelier than this
_SOURCE = -0.3  # the sum of both ends: below it the cue has no source
_AROUND = 1.0  # what a content on both sides of its cue must be likelier by than one on one side
_WITHIN, _CERTAIN = 0.1, 4.0  # how much the words between the edges of a content count, each within bounds
_NONE = np.float32(-1e9)
_SURE = np.float32(30.0)  # beyond it the odds are past counting
_FLOOR, _TINY = np.float32(-20.0), np.float32(1e-9)
_BATCH = 512  # cues looked at together: bounds the memory that a hostile text can ask for
_WIDTH = 2 * REACH + 1


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue with its source and content: first and last word of each, counted through their field.

    Attributes:
        cue: The words that hand the content over.
        source: Whom it is handed to, or ``None``.
        content: From the first word attributed to the last; cue and source may stand between.
        spare: Whether it is only the likeliest of a sentence that holds an attribution, if no other one does.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[int, int] | None
    spare: bool = False


def voices(script: Script, model: AttributionModel) -> list[list[Voice]]:
    """The attributions of each field, in the order of their cues; none of these overlap."""
    begins, spare = _beginnings(script, model)
    found: list[list[Voice]] = [[] for _ in script.begins]
    for first in range(0, len(begins), _BATCH):
        some = slice(first, first + _BATCH)
        _read(script, model, begins[some], spare[some], found)
    return found


def _read(
    script: Script,
    model: AttributionModel,
    begins: Numbers,
    spare: NDArray[np.bool_],
    found: list[list[Voice]],
) -> None:
    """Finds the voices whose cues begin at the given places; of cues that overlap the first is kept."""
    at, which = cue_rows(script, begins)
    ends = begins + _window(
        model.end(script, begins, at, which), at - begins[which], which, len(begins)
    ).argmax(1)
    kept = np.concatenate(([True], begins[1:] > np.maximum.accumulate(ends)[:-1]))
    begins, ends, spare = begins[kept], ends[kept], spare[kept]
    at, which = span_rows(script, begins)
    scores = model.span(script, (begins, ends), at, which)
    scores[(at >= begins[which]) & (at <= ends[which]), :2] = _NONE
    window = np.full((len(begins), _WIDTH, 5), _NONE, np.float32)
    window[:, :, 4] = 0
    window[which, at - begins[which] + REACH] = scores
    first, last, odds = _run(_sided(window[:, :, :2]))
    side = odds.argmax(0)
    number = np.arange(len(begins))
    first, last = first[side, number], last[side, number]
    sure = odds.max(0) > _SOURCE
    column = np.arange(_WIDTH)
    taken = (column >= REACH) & (column <= (ends - begins)[:, None] + REACH)
    taken |= sure[:, None] & (column >= first[:, None]) & (column <= last[:, None])
    window[taken, 2:4] = _NONE
    window[taken, 4] = 0
    low, high, told = _content(_filled(window))
    field = np.searchsorted(script.begins, begins, "right") - 1
    shift = begins - np.array(script.begins)[field]
    rows = np.stack((first, last, low, high)) + (shift - REACH)
    columns = (field, shift, shift + ends - begins, *rows, sure, told, spare)
    for number_of, begin, end, one, two, left, right, sourced, filled, beside in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        found[number_of].append(
            Voice((begin, end), (one, two) if sourced else None, (left, right) if filled else None, beside)
        )


def _sided(edges: Scores) -> Scores:
    """The odds of edges before the cue alone, and behind its beginning alone."""
    sides = np.stack((edges, edges))
    sides[0, :, REACH:] = _NONE
    sides[1, :, :REACH] = _NONE
    return sides


def _filled(window: Scores) -> Scores:
    """The log odds of a content's edges, with those of each word to stand in it added up between them."""
    inside = np.cumsum(np.clip(window[:, :, 4], -_CERTAIN, _CERTAIN), 1) * _WITHIN
    edges = window[:, :, 2:4].copy()
    edges[:, 1:, 0] -= inside[:, :-1]
    edges[:, :, 1] += inside
    return edges


def _content(edges: Scores) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Where each content begins and ends, and whether there is room for one.

    It stands before the cue or behind it, or around it where that is clearly likelier.
    """
    first, last, odds = _run(np.concatenate((_sided(edges), edges[None])))
    told = odds[2] > _NONE / 2
    odds[2] -= _AROUND
    side, number = odds.argmax(0), np.arange(odds.shape[1])
    return first[side, number], last[side, number], told


def candidates(script: Script, model: AttributionModel) -> tuple[Numbers, Numbers, Scores, Scores, Scores]:
    """The words that may begin a cue: where, in which sentence, and how likely.

    Also, per sentence, the log odds of its likeliest, and those that it holds any, were its words independent.
    """
    count = len(script.opens)
    number = np.flatnonzero(model.vocabulary.starters[script.grid[0, script.places]])
    places = script.places[number]
    scores = model.cue(script, places)
    sentence = np.searchsorted(script.opens, number, "right") - 1
    best, held = np.full((2, count), _FLOOR)
    if len(places):
        edges = np.flatnonzero(np.concatenate(([True], sentence[1:] != sentence[:-1])))
        # 1 - product(1 - p), as log odds
        odds = np.minimum(np.add.reduceat(np.logaddexp(np.float32(0), scores), edges), _SURE)
        held[sentence[edges]] = np.log(np.expm1(odds) + _TINY)
        best[sentence[edges]] = np.maximum.reduceat(scores, edges)
    return places, sentence, scores, best, held


def _beginnings(script: Script, model: AttributionModel) -> tuple[Numbers, NDArray[np.bool_]]:
    """Where cues begin: the sure words of likely sentences, else their likeliest; and which of them are spare."""
    places, sentence, scores, best, held = candidates(script, model)
    likely = model.sentence(script, best, held) > _LIKELY
    chosen = likely[sentence] & (scores >= np.minimum(best, np.float32(_CUE))[sentence])
    return places[chosen], scores[chosen] < _RESCUED


def _window(scores: Scores, column: Numbers, row: Numbers, rows: int) -> Scores:
    window = np.full((rows, int(column.max()) + 1), _NONE, np.float32)
    window[row, column] = scores
    return window


def _run(edges: Scores) -> tuple[Numbers, Numbers, Scores]:
    """The best first and last column of each row, first not behind last, and the sum of their scores."""
    opening, closing = edges[..., 0], edges[..., 1]
    total = np.maximum.accumulate(opening, -1) + closing
    last = total.argmax(-1)
    before = np.arange(opening.shape[-1]) <= last[..., None]
    first: Numbers = np.where(before, opening, 2 * _NONE).argmax(-1)
    odds: Scores = total.max(-1)
    return first, last, odds
