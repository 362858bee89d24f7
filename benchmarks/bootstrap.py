"""How far could a figure have come out otherwise, had other documents, sites or events been drawn?

The percentile bootstrap (Efron 1979) over groups: items of one group stand or fall together, so it is the groups
that are drawn, with replacement.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
DRAWS = 2000  # the ends of a 95% interval are then themselves sure to a tenth of its width
LEVEL = 0.95


def mean_interval(
    values: ArrayLike,
    groups: Sequence[Hashable] | None = None,
    *,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = 0,
) -> tuple[float, float]:
    """The interval around the mean of ``values``.

    Args:
        values: One number per item, shape ``(n,)``.
        groups: The document, site or event of each item; without them every item is drawn by itself.
        level: The share of the draws that the interval holds.
        draws: How often the groups are drawn.
        seed: Seeds the draws.

    Returns:
        Its lower and upper end; NaN for no values.
    """
    numbers = np.asarray(values, dtype=np.float64)
    sums = by_group(np.column_stack([numbers, np.ones(len(numbers))]), groups)
    return interval(sums, lambda drawn: drawn[:, 0] / drawn[:, 1], level=level, draws=draws, seed=seed)


def interval(
    counts: ArrayLike,
    figure: Callable[[Floats], Floats],
    *,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = 0,
) -> tuple[float, float]:
    """The interval around any figure that follows from sums of counts: an F1 from hits, found and wanted.

    Args:
        counts: One row of counts per group, shape ``(groups, k)``.
        figure: From the sums of each draw, shape ``(draws, k)``, to the figure of each, shape ``(draws,)``.
        level: The share of the draws that the interval holds.
        draws: How often the groups are drawn.
        seed: Seeds the draws.

    Returns:
        Its lower and upper end; NaN where no draw has a figure.
    """
    rows = np.asarray(counts, dtype=np.float64)
    if not len(rows):
        return float("nan"), float("nan")
    random = np.random.Generator(np.random.PCG64(seed))
    times = random.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=draws)
    with np.errstate(divide="ignore", invalid="ignore"):
        figures = figure(times @ rows)
    figures = figures[np.isfinite(figures)]
    if not len(figures):
        return float("nan"), float("nan")
    low, high = np.quantile(figures, ((1 - level) / 2, (1 + level) / 2))
    return float(low), float(high)


def by_group(counts: ArrayLike, groups: Sequence[Hashable] | None) -> Floats:
    """The counts of each group's items added up: one row per group, in order of first appearance."""
    rows = np.asarray(counts, dtype=np.float64)
    if groups is None:
        return rows
    numbers: dict[Hashable, int] = {}
    index = np.array([numbers.setdefault(group, len(numbers)) for group in groups], dtype=np.intp)
    sums = np.zeros((len(numbers), *rows.shape[1:]))
    np.add.at(sums, index, rows)
    return sums
