"""CRH: truths and weights that together lie closest to what is stated (Li et al., 2014)."""

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable, Floats
from reliability.discovery.weighted_median import median_belief, medians
from reliability.discovery.winners import shares, winning

ROUNDS = 20
LEAST_LOSS = 1e-3  # of a claim: a source without a fault does not silence the rest


def crh(table: ClaimTable, prior: Prior) -> Estimate:
    """Alternates between weighted truths and weights ``-ln(loss / sum of losses)``.

    Li, Li, Gao, Zhao, Fan, Han: Resolving Conflicts in Heterogeneous Data by Truth Discovery and Source
    Reliability Estimation, SIGMOD 2014. Categories: 0-1 loss and weighted vote. Numbers: absolute deviation
    divided by the item's spread, and weighted median. Losses are means per claim of a voice.
    """
    numeric = isinstance(table.values[0], float)
    weight = prior.weights(table)[table.voice_source]
    claims = table.per_voice(table.share)
    for _ in range(ROUNDS):
        cast = table.share * weight[table.voice]
        votes = table.per_candidate(cast)
        loss = _distance(table, cast) if numeric else 1.0 - winning(table, votes)[table.candidate]
        mean_loss = table.per_voice(table.share * loss) / claims + LEAST_LOSS
        weight = -np.log(mean_loss / mean_loss.sum()) if len(claims) > 1 else np.ones(1)
    belief = median_belief(table, medians(table, cast), cast) if numeric else shares(table, votes)
    return Estimate(belief, 1.0 / (1.0 + mean_loss))


def _distance(table: ClaimTable, cast: Floats) -> Floats:
    """Per claim, its distance from the weighted median in units of the item's spread (at most 1 counts)."""
    numbers = table.numbers
    chosen = numbers[medians(table, cast)]
    away = np.abs(numbers[table.candidate] - chosen[table.item])
    spread = np.sqrt(table.per_item(table.share * away**2) / table.voices_of)
    return np.minimum(away / np.where(spread == 0.0, 1.0, spread)[table.item], 1.0)
