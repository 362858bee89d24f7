"""What follows from scores of candidates: shares within items, and how often each voice won."""

import numpy as np

from reliability.discovery.table import ClaimTable, Floats


def shares(table: ClaimTable, scores: Floats) -> Floats:
    """Per candidate, its part of the item's scores (which are not negative)."""
    total = table.within_items(scores)[table.item_of]
    even = 1.0 / np.bincount(table.item_of, minlength=len(table.items))[table.item_of]
    return np.where(total > 0.0, scores / np.where(total > 0.0, total, 1.0), even)


def winning(table: ClaimTable, scores: Floats) -> Floats:
    """Per candidate, 1 where it has its item's highest score and 0 elsewhere."""
    won = np.zeros(len(table.values))
    won[table.best(scores)] = 1.0
    return won


def success(table: ClaimTable, scores: Floats) -> Floats:
    """Per voice, the share of its claims that won."""
    claims = table.per_voice(table.share)
    return table.per_voice(table.share * winning(table, scores)[table.candidate]) / claims
