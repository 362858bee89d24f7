"""How would tuned weights rank articles of events, and of outlets, that they were not fitted on?"""

import hashlib
from collections.abc import Sequence
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from reliability.scoring.cases import Case, Floats
from reliability.scoring.fit import PULLS, choose_pull, fit, folds

_EVENT_FOLDS = 10
# Coarser where outlets are left out as well, which takes a fit per pair of outlet folds.
_OUTLET_FOLDS = 4
_FEWEST_OUTLETS = 8  # two in each part


def weights_by_event(cases: Sequence[Case], present: Floats, pulls: Sequence[float] = PULLS) -> list[Floats]:
    """For every event weights that were fitted, pull and all, without it.

    Returns:
        Weights that sum to 100, one array per case, in their order.
    """
    found: dict[str, Floats] = {}
    for held, rest in folds(cases, _EVENT_FOLDS):
        weights = _fitted(rest, present, pulls)
        found |= dict.fromkeys((case.event for case in held), weights)
    return [found[case.event] for case in cases]


def by_event(cases: Sequence[Case], present: Floats, pulls: Sequence[float] = PULLS) -> list[Floats]:
    """The leads of every event's better articles under weights that were fitted without it, one array per case."""
    weights = weights_by_event(cases, present, pulls)
    return [case.leads(own) for case, own in zip(cases, weights, strict=True)]


def by_outlet(
    cases: Sequence[Case], present: Floats, pulls: Sequence[float] = PULLS
) -> tuple[list[Floats], list[Floats]] | None:
    """The same with weights that were fitted without the event and without either of the pair's two outlets.

    Weights that only tell outlets apart do no better here than the present ones.

    Returns:
        The leads under the present weights and under the fitted ones, one array per case, of the pairs whose two outlets
        are known; ``None`` where fewer than eight outlets are.
    """
    names = {case.outlets[row] for case in cases for row in np.unique(case.pairs)} - {None}
    if len(names) < _FEWEST_OUTLETS:
        return None
    # By a hash, so that the parts are the same for the same outlets, and not those of the alphabet.
    ordered = sorted(
        names, key=lambda name: hashlib.blake2b(str(name).encode("utf-8", "surrogatepass")).digest()
    )
    part = {name: index % _OUTLET_FOLDS for index, name in enumerate(ordered)}
    before: dict[str, list[Floats]] = {case.event: [] for case in cases}
    after: dict[str, list[Floats]] = {case.event: [] for case in cases}
    for held, rest in folds(cases, _OUTLET_FOLDS):
        for first, second in combinations_with_replacement(range(_OUTLET_FOLDS), 2):
            block = {first, second}
            known = [case.keeping(~_touches(case, part, block)) for case in rest]
            weights = _fitted(known, present, pulls)
            for case in held:
                asked = case.keeping(_spans(case, part, block))
                before[case.event].append(asked.leads(present))
                after[case.event].append(asked.leads(weights))
    return [np.concatenate(leads) for leads in before.values()], [
        np.concatenate(leads) for leads in after.values()
    ]


def _fitted(cases: Sequence[Case], present: Floats, pulls: Sequence[float]) -> Floats:
    """Fitted weights; the present ones where there is nothing to fit on, or nothing to be had from it."""
    counted = [case for case in cases if len(case.pairs)]
    if not counted:
        return present
    weights = fit(counted, present, choose_pull(counted, present, pulls))
    return weights if weights.any() else present


def _parts(case: Case, part: dict[str | None, int]) -> NDArray[np.intp]:
    """The part of each pair's two outlets, -1 for one that is not known."""
    of_row = np.array([part.get(outlet, -1) for outlet in case.outlets], dtype=np.intp)
    return of_row[case.pairs]


def _touches(case: Case, part: dict[str | None, int], block: set[int]) -> NDArray[np.bool_]:
    """Which pairs have an outlet of the block, or one that is not known."""
    return np.asarray(np.isin(_parts(case, part), [*block, -1]).any(axis=1))


def _spans(case: Case, part: dict[str | None, int], block: set[int]) -> NDArray[np.bool_]:
    """Which pairs have their two outlets in exactly the parts of the block."""
    parts = np.sort(_parts(case, part), axis=1)
    return np.asarray((parts == [min(block), max(block)]).all(axis=1))
