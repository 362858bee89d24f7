"""Boosted oblivious trees: every node of a level asks the same question (Prokhorenkova et al., CatBoost, 2018)."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

DEPTH, BINS = 5, 24
RATE, RIDGE = 0.16, 20.0
ROWS, COLUMNS = 0.25, 0.15  # shares that each tree sees

Values = NDArray[np.float64]
Bins = NDArray[np.uint8]


def boost(
    features: NDArray[np.float32],
    names: tuple[str, ...],
    grades: Values,
    weights: Values,
    trees: int,
    seed: int = 0,
) -> dict[str, Any]:
    """Trees fitted by gradient boosting on the logistic loss, as ``passage_model.json`` holds them.

    Args:
        features: A row per line.
        names: What the columns are called.
        grades: 1 for furniture, 0 for story.
        weights: What each row counts.
        trees: How many.
        seed: Of the rows and columns that each tree sees.
    """
    chance = np.random.default_rng(seed)
    limits = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in features.T]
    binned = np.stack(
        [
            np.searchsorted(limit, column, side="left").astype(np.uint8)
            for limit, column in zip(limits, features.T, strict=True)
        ]
    )
    askable = [column for column, limit in enumerate(limits) if len(limit)]
    mean = np.average(grades, weights=weights)
    base = float(np.log(mean / (1 - mean)))
    odds = np.full(len(grades), base)
    grown = []
    for _ in range(trees):
        chances = 1 / (1 + np.exp(-odds))
        slope, bend = weights * (grades - chances), weights * chances * (1 - chances)
        rows = np.flatnonzero(chance.random(len(grades)) < ROWS)
        asked = chance.choice(askable, int(COLUMNS * len(askable)), replace=False)
        questions = _grow(binned, rows, slope[rows], bend[rows], asked, limits)
        leaf = np.zeros(len(grades), np.int64)
        for level, (column, at) in enumerate(questions):
            leaf += (binned[column] > at).astype(np.int64) << level
        values = RATE * np.bincount(leaf, slope, 1 << DEPTH) / (np.bincount(leaf, bend, 1 << DEPTH) + RIDGE)
        odds += values[leaf]
        grown.append(
            {
                "asks": [names[column] for column, _ in questions],
                "limits": [float(np.float32(limits[column][at])) for column, at in questions],
                "leaves": [round(float(value), 4) for value in values],
            }
        )
    return {"base": round(base, 4), "trees": grown}


def _grow(
    binned: Bins,
    rows: NDArray[np.intp],
    slope: Values,
    bend: Values,
    asked: NDArray[np.intp],
    limits: list[NDArray[Any]],
) -> list[tuple[int, int]]:
    """The questions of one tree: at each level the one that gains most over all nodes together."""
    seen = {int(column): binned[column][rows] for column in asked}
    leaf = np.zeros(len(rows), np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(DEPTH):
        nodes = 1 << level
        best = (-math.inf, 0, 0)
        for column, values in seen.items():
            bins = len(limits[column]) + 1
            cell = leaf * bins + values
            slopes = np.bincount(cell, slope, nodes * bins).reshape(nodes, bins)
            bends = np.bincount(cell, bend, nodes * bins).reshape(nodes, bins)
            gain = _gains(slopes, bends)
            at = int(np.argmax(gain))
            if gain[at] > best[0]:
                best = (float(gain[at]), column, at)
        _, column, at = best
        questions.append((column, at))
        leaf += (seen[column] > at).astype(np.int64) << level
    return questions


def _gains(slopes: Values, bends: Values) -> Values:
    """What asking "greater than this limit?" gains, for every limit, summed over the nodes of a level."""
    low, low_bend = np.cumsum(slopes, axis=1)[:, :-1], np.cumsum(bends, axis=1)[:, :-1]
    high, high_bend = slopes.sum(axis=1, keepdims=True) - low, bends.sum(axis=1, keepdims=True) - low_bend
    score = low**2 / (low_bend + RIDGE) + high**2 / (high_bend + RIDGE)
    return np.asarray(score.sum(axis=0))
