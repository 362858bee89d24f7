"""Weights from pairs: a logistic fit on the differences of credits, held back by the weights there are."""

from collections.abc import Sequence

import numpy as np

from reliability.scoring.accuracy import share
from reliability.scoring.cases import Case, Floats

# How strongly the fit is pulled towards the present weights, from hardly to nearly wholly.
PULLS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_POINTS = 10.0  # a lead of so many points stands for odds of e to one that the article is the better one
_FOLDS = 5  # for choosing the pull


def fit(cases: Sequence[Case], present: Floats, pull: float) -> Floats:
    """The weights, 0 or more, that best put the better article of each pair ahead.

    The logistic model of paired comparisons (Bradley and Terry 1952) on the differences of credits inside an event.
    With w the weights and p the present ones, both divided by ten points, and d a pair's differences, it minimises::

        sum over events of mean over pairs of log(1 + exp(-w . d))  +  pull / 2 * |w - p|^2

    over w >= 0. Each event counts alike, however many pairs it has. A weight that is 0 stays so: that feature is
    switched off.

    Args:
        cases: The events, measured.
        present: The present weights, summing to 100.
        pull: How strongly the present weights count, above 0.

    Returns:
        Weights that sum to 100; all 0 where the pairs run against every feature.
    """
    from scipy.optimize import minimize  # late: scikit-learn brings it, and scoring does not need it

    used = np.flatnonzero(present > 0)
    counted = [case for case in cases if len(case.pairs)]
    differences = np.concatenate([case.differences[:, used] for case in counted])
    counts = np.concatenate([np.full(len(case.pairs), 1.0 / len(case.pairs)) for case in counted])
    wanted = present[used] / _POINTS

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins, off = differences @ weights, weights - wanted
        value = counts @ np.logaddexp(0.0, -margins) + pull / 2 * (off @ off)
        return float(value), pull * off - (counts / (1.0 + np.exp(margins))) @ differences

    with np.errstate(over="ignore"):  # a hopeless margin's share is then 0, as it should be
        found = minimize(loss, wanted, jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * len(used)).x
    weights = np.zeros(len(present))
    weights[used] = found
    total = weights.sum()
    return weights / total * 100.0 if total > 0 else weights


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
