"""PooledInvestment: Investment in which the candidates of an item compete for a fixed pool (Pasternack & Roth)."""

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.investment import invest
from reliability.discovery.table import ClaimTable, Floats

GROWTH = 1.4  # g of G(x) = x^g, section 3.2.3


def pooled_investment(table: ClaimTable, prior: Prior) -> Estimate:
    """Investment whose returns are the item's investments, shared out by ``investment ** 1.4``.

    Pasternack, Roth: Knowing What to Believe (when you already know something), COLING 2010, section 3.2.3.
    """

    def worth(invested: Floats) -> Floats:
        grown = invested**GROWTH
        return invested * grown / np.maximum(table.within_items(grown), 1e-300)[table.item_of]

    return invest(table, prior, worth)
