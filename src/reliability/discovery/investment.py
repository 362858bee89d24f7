"""Investment: sources invest their trust in their claims, and earn what the claims are worth (Pasternack & Roth)."""

from collections.abc import Callable

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable, Floats
from reliability.discovery.winners import shares

GROWTH = 1.2  # g of G(x) = x^g, section 3.2.2
ROUNDS = 20  # the number the paper fixes


def investment(table: ClaimTable, prior: Prior) -> Estimate:
    """Lets each source spread its trust over its claims; a claim pays ``(sum of investments) ** 1.2`` back.

    Pasternack, Roth: Knowing What to Believe (when you already know something), COLING 2010, section 3.2.2.
    """
    return invest(table, prior, lambda invested: invested**GROWTH)


def invest(table: ClaimTable, prior: Prior, worth: Callable[[Floats], Floats]) -> Estimate:
    """The game both investment algorithms play; ``worth`` turns investments per candidate into beliefs.

    Trust is a voice's, and scaled to the mean 1 after each round so that it cannot run away.
    """
    claims = table.per_voice(table.share)
    trust = prior.weights(table)[table.voice_source]
    belief = shares(table, table.per_candidate(table.share))
    for _ in range(ROUNDS):
        stake = table.share * (trust / claims)[table.voice]
        invested = table.per_candidate(stake)
        part = stake / np.maximum(invested[table.candidate], 1e-300)
        trust = table.per_voice(belief[table.candidate] * part)
        trust /= trust.mean()
        belief = worth(table.per_candidate(table.share * (trust / claims)[table.voice]))
    return Estimate(shares(table, belief), trust / (1.0 + trust))
