"""How probable a value is, where the algorithm that chose it deals in scores and not in probabilities."""

import numpy as np

from reliability.discovery.credit import OWN_KIND, Judge
from reliability.discovery.estimate import UNKNOWN_ODDS, Estimate, Prior
from reliability.discovery.posterior import Field, discount, error_correlation, log_odds, probabilities
from reliability.discovery.table import ClaimTable, Floats
from reliability.discovery.winners import winning


def judged(table: ClaimTable, estimate: Estimate, prior: Prior) -> Floats:
    """Per candidate, its probability if the estimate's winners were the truth.

    Each voice's reliability follows from how often it went with the winners, and the probabilities from the
    reliabilities, as in ACCU. A share of votes is none: one source alone has all of them.
    """
    field = Field.open(table)
    falsehoods = np.ones(len(table.voice_source))
    falsehoods[table.voice] = field.falsehoods[table.item]
    judge = Judge.of(table, prior, UNKNOWN_ODDS / (UNKNOWN_ODDS + falsehoods), np.ones(len(table.source)))
    credit = winning(table, estimate.belief)[table.candidate]
    reliability = judge.reliability(credit, OWN_KIND)
    correlation = error_correlation(table, table.share, credit, reliability)
    evidence = table.share * log_odds(table, field, reliability) * discount(table, table.share, correlation)
    return probabilities(table, field, evidence)[0]
