"""The weighted median: for numbers, half of the weight lies on either side."""

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable, Floats, Ints
from reliability.discovery.winners import shares

NEAR = 0.01  # reliability here is the share of a source's numbers within 1% of the median


def weighted_median(table: ClaimTable, prior: Prior) -> Estimate:
    """Takes the middle number, every source counting one or as much as its rating.

    A mean fails on one slip of the unit; a median stands until half of the weight is wrong (Edgeworth 1888;
    Hampel 1974 on the breakdown point).
    """
    weight = table.share * prior.weights(table)[table.source]
    middle = medians(table, weight)
    near = np.abs(deviations(table, middle)) <= NEAR
    reliability = table.per_voice(table.share * near) / table.per_voice(table.share)
    return Estimate(median_belief(table, middle, weight), reliability)


def medians(table: ClaimTable, weight: Floats) -> Ints:
    """Per item, the candidate at which half of the weight is reached, counted from below (the lower median)."""
    votes = table.per_candidate(weight)
    order = np.lexsort((table.numbers, table.item_of))
    below = np.cumsum(votes[order])
    items = np.arange(len(table.items))
    total = table.within_items(votes)
    before = np.cumsum(total) - total
    middle = np.searchsorted(below, before + total / 2 - 1e-9)
    first = np.searchsorted(table.item_of[order], items)
    return order[np.maximum(middle, first)]


def deviations(table: ClaimTable, middle: Ints) -> Floats:
    """Per claim, how far it lies from the item's chosen number, relative to that."""
    numbers = table.numbers
    chosen = numbers[middle][table.item]
    return (numbers[table.candidate] - chosen) / np.where(chosen == 0.0, 1.0, np.abs(chosen))


def median_belief(table: ClaimTable, middle: Ints, weight: Floats) -> Floats:
    """Shares of the weight, with the chosen number first even where others are stated more often."""
    votes = shares(table, table.per_candidate(weight))
    votes[middle] += 1.0
    return shares(table, votes)
