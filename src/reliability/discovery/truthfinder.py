"""TruthFinder: a fact is likely true if trustworthy sources provide it (Yin, Han & Yu, 2008)."""

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable, Floats

TRUST_AT_FIRST, DAMPENING = 0.9, 0.3  # t_0 and gamma, section 4.2
ROUNDS = 20
MOST_TRUST = 1.0 - 1e-9


def truthfinder(table: ClaimTable, prior: Prior) -> Estimate:
    """Adds up ``-ln(1 - trust)`` over a fact's sources; trust is the mean confidence of a source's facts.

    Yin, Han, Yu: Truth Discovery with Multiple Conflicting Information Providers on the Web, IEEE TKDE 20(6),
    2008. The paper's implication between similar facts is left out: near misses would support each other.
    Copies are not looked for.
    """
    unknown = np.full(len(table.voice_source), TRUST_AT_FIRST)
    expected, strength = prior.per_voice(table, unknown)
    strength = np.where(
        expected == TRUST_AT_FIRST, 0.0, strength
    )  # the paper's first trust is a start, no prior
    trust = expected
    claims = table.per_voice(table.share)
    confidence = _confidence(table, trust)
    for _ in range(ROUNDS):
        earned = table.per_voice(table.share * confidence[table.candidate])
        trust = (earned + strength * expected) / (claims + strength)
        confidence = _confidence(table, trust)
    return Estimate(confidence / np.maximum(table.within_items(confidence), 1.0)[table.item_of], trust)


def _confidence(table: ClaimTable, trust: Floats) -> Floats:
    score = -np.log(1.0 - np.minimum(trust, MOST_TRUST))
    return 1.0 / (1.0 + np.exp(-DAMPENING * table.per_candidate(table.share * score[table.voice])))
