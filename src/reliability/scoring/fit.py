"""Weights from pairs: a logistic fit on the differences of credits, held back by the weights there are."""

from collections.abc import Sequence

import numpy as np

from reliability.scoring.accuracy import share
from reliability.scoring.cases import Case, Floats

# How strongly the fit is pulled towards the present weights, from hardly to nearly wholly.
PULLS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_FLOOR = 1e-4  # a ridge on everything, so that perfectly separated pairs have a finite answer
_FOLDS = 5  # for choosing the pull


def fit(cases: Sequence[Case], present: Floats, pull: float) -> Floats:
    """The weights, 0 or more, that best put the better article of each pair ahead.

    The logistic model of paired comparisons (Bradley and Terry 1952) on the differences of credits inside an event.
    With w the weights, d a pair's differences and p the present weights, it minimises::

        sum over events of mean over pairs of log(1 + exp(-w . d))  +  pull / 2 * |w - c p|^2

    over w >= 0 and a scale c >= 0: only proportions matter to a ranking, so only they are held back. Each event counts
    alike, however many pairs it has. A weight that is 0 stays so: that feature is switched off.

    Args:
        cases: The events, measured.
        present: The present weights, of any positive sum.
        pull: How strongly the present weights count, above 0.

    Returns:
        Weights that sum to 100; all 0 where no weights of 0 or more order the pairs better than chance.
    """
    from scipy.optimize import minimize  # late: scikit-learn brings it, and scoring does not need it

    used = np.flatnonzero(present > 0)
    counted = [case for case in cases if len(case.pairs)]
    differences = np.concatenate([case.differences[:, used] for case in counted])
    counts = np.concatenate([np.full(len(case.pairs), 1.0 / len(case.pairs)) for case in counted])
    direction = present[used] / np.linalg.norm(present[used])

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, scale = point[:-1], point[-1]
        margins = differences @ weights
        off = weights - scale * direction
        value = counts @ np.logaddexp(0.0, -margins) + pull / 2 * (off @ off) + _FLOOR / 2 * (point @ point)
        slope = -(counts / (1.0 + np.exp(np.clip(margins, -500, 500)))) @ differences + pull * off
        return float(value), np.append(slope, -pull * (direction @ off)) + _FLOOR * point

    start = np.append(direction, 1.0)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * len(start)).x
    weights = np.zeros(len(present))
    weights[used] = found[:-1]
    total = weights.sum()
    return weights / total * 100.0 if total > _FLOOR else np.zeros(len(present))


def choose_pull(cases: Sequence[Case], present: Floats, pulls: Sequence[float] = PULLS) -> float:
    """The pull whose fits put the better article ahead most often in events that they were not made on.

    Of two that do so equally often it is the stronger: without a reason the present weights stay.
    """
    best, chosen = -1.0, pulls[-1]
    for pull in sorted(pulls, reverse=True):
        right = [
            share(case.leads(weights))
            for held, rest in folds(cases, _FOLDS)
            if any(len(case.pairs) for case in rest)
            for weights in [fit(rest, present, pull)]
            for case in held
            if len(case.pairs)
        ]
        mean = float(np.mean(right)) if right else 0.0
        if mean > best:
            best, chosen = mean, pull
    return chosen


def folds(cases: Sequence[Case], count: int) -> list[tuple[list[Case], list[Case]]]:
    """The events in ``count`` parts, each with the rest beside it."""
    count = min(count, len(cases))
    return [
        (list(cases[part::count]), [case for index, case in enumerate(cases) if index % count != part])
        for part in range(count)
    ]
