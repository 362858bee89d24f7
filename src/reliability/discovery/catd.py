"""CATD: weights that allow for how little is known of sources with few claims (Li et al., 2014)."""

import numpy as np
from scipy.special import gammaincinv

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable
from reliability.discovery.weighted_median import deviations, median_belief, medians
from reliability.discovery.winners import shares, winning

ROUNDS = 20
SIGNIFICANCE = 0.05  # alpha of the paper
LEAST_ERROR = 0.1  # in claims: no source is without fault


def catd(table: ClaimTable, prior: Prior) -> Estimate:
    """Weighs a voice by the lower end of the confidence interval of its precision: ``chi2(alpha/2, n) / errors``.

    Li, Li, Gao, Su, Zhao, Demirbas, Fan, Han: A Confidence-Aware Approach for Truth Discovery on Long-Tail Data,
    PVLDB 8(4), 2014. Categories: 0-1 errors and weighted vote. Numbers: squared relative deviations (at most 1
    counts) and, against the paper's mean, the weighted median: one slip of a unit moves any mean.
    """
    numeric = isinstance(table.values[0], float)
    claims = table.per_voice(table.share)
    trusted = 2.0 * gammaincinv(claims / 2.0, SIGNIFICANCE / 2.0)
    rated = prior.weights(table)[table.voice_source]
    weight = rated
    for _ in range(ROUNDS):
        cast = table.share * weight[table.voice]
        votes = table.per_candidate(cast)
        middle = medians(table, cast) if numeric else table.best(votes)
        wrong = (
            np.minimum(deviations(table, middle) ** 2, 1.0)
            if numeric
            else 1.0 - winning(table, votes)[table.candidate]
        )
        errors = table.per_voice(table.share * wrong)
        weight = rated * trusted / (errors + LEAST_ERROR)
        weight /= weight.sum()
    belief = median_belief(table, middle, cast) if numeric else shares(table, votes)
    return Estimate(belief, 1.0 - (errors + LEAST_ERROR) / (claims + 2.0 * LEAST_ERROR))
