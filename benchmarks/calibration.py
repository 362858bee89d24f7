"""Is a probability of 0.8 right eight times in ten?"""

import numpy as np
from numpy.typing import ArrayLike

from benchmarks.progress import say

BINS = 10


def calibration_error(stated: ArrayLike, right: ArrayLike) -> float:
    """The mean distance between stated probability and share right over ten bins, weighted by their items.

    (Expected calibration error, Naeini et al. 2015.) The bins, a reliability diagram, go to standard error.

    Args:
        stated: The probabilities, in [0, 1].
        right: Whether each came true.
    """
    said, was = np.asarray(stated, dtype=np.float64), np.asarray(right, dtype=np.float64)
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    error = 0.0
    for number in range(BINS):
        inside = bins == number
        if inside.any():
            mean, share = said[inside].mean(), was[inside].mean()
            error += inside.mean() * abs(mean - share)
            say(f"  said {mean:.2f}  right {share:.2f}  {'#' * round(30 * share):30}  {inside.sum():,}")
    return float(error)
