"""Which sources are one voice: who agrees where others do not (Dong, Berti-Equille & Srivastava, VLDB 2009)."""

import numpy as np
from scipy import sparse

from reliability.discovery.table import ClaimTable, Floats
from reliability.records import Copying

# What is counted is how often two sources differ, against how often any two sources of those items differ.
# Copies still differ in 2% of what is disputed (edits, stale pages); honest sources, each right on 85% of
# it, in 1 - .85 * .85 = 28%.
COPIES_DIFFER, HONEST_DIFFER = 0.02, 0.28
# Two sources picked at random are one voice in one case of twenty; two that speak of exactly the same
# things, where others choose otherwise, in one of two.
AT_RANDOM, SAME_CHOICE = 0.05, 0.5
FEWEST_SHARED = 2  # items: one alone is no choice
LEAST_PROBABILITY = 0.1  # below it nothing is discounted
ROUNDS = 4
ROUNDING = 1e-9


def copying(table: ClaimTable) -> sparse.csr_matrix:
    """The probability, for every two sources, that they are one voice.

    Agreeing on a rare value says copying and agreeing on what everybody says does not: an item weighs as much as
    its voices differ on it, so that nothing has to be known of the truth. Unlike the paper's test this cannot
    take the honest minority, which agrees because it is right, for the copies. Many copies make an item look
    undisputed: so it is done again with those found counting as one.
    """
    claims = _matrix(table.share, table.source, table.candidate, (len(table.sources), len(table.values)))
    spoken = _matrix(table.share, table.source, table.item, (len(table.sources), len(table.items)))
    shared = sparse.coo_matrix(spoken @ spoken.T)
    first, second = shared.row, shared.col
    differing = np.maximum(shared.data - _pairs(claims @ claims.T, first, second), 0.0)
    chance = AT_RANDOM + (SAME_CHOICE - AT_RANDOM) * _same_choice(spoken, shared)
    against = np.log(chance / (1.0 - chance)) + differing * np.log(COPIES_DIFFER / HONEST_DIFFER)
    copies = sparse.csr_matrix(shared.shape)
    for _ in range(ROUNDS):
        dispute = sparse.diags(_dispute(table, independence(table, copies)))
        disputed = _pairs(spoken @ dispute @ spoken.T, first, second)
        odds = against + disputed * (HONEST_DIFFER - COPIES_DIFFER)
        probability = 1.0 / (1.0 + np.exp(-np.clip(odds, -50.0, 50.0)))
        keep = (first != second) & (probability >= LEAST_PROBABILITY)
        copies = sparse.csr_matrix((probability[keep], (first[keep], second[keep])), shape=shared.shape)
    return copies


def independence(table: ClaimTable, copies: sparse.csr_matrix) -> Floats:
    """Per claim, the share of it that is the source's own: 1 in m for one of m copies, whoever copied whom."""
    shape = (len(table.sources), len(table.values))
    stated = _matrix(np.ones(len(table.source)), table.source, table.candidate, shape)
    voices = sparse.csc_matrix(stated + stated.multiply(copies @ stated))
    voices.sort_indices()  # column by column, rows ascending: the order claims are sorted in
    return 1.0 / np.asarray(voices.data, dtype=np.float64)


def found(table: ClaimTable, copies: sparse.csr_matrix) -> tuple[Copying, ...]:
    """The pairs that are more likely one voice than two."""
    pairs = sparse.coo_matrix(sparse.triu(copies))
    spoken = _matrix(table.share, table.source, table.item, (len(table.sources), len(table.items)))
    likely = pairs.data > SAME_CHOICE
    first, second, probability = pairs.row[likely], pairs.col[likely], pairs.data[likely]
    shared = np.asarray(spoken[first].multiply(spoken[second]).sum(axis=1)).ravel()
    return tuple(
        Copying((table.sources[a], table.sources[b]), round(float(p), 4), round(float(n)))
        for a, b, p, n in sorted(zip(first, second, probability, shared, strict=True))
    )


def _dispute(table: ClaimTable, weight: Floats) -> Floats:
    """Per item, how often two of its voices differ."""
    alone = table.per_item(weight**2)
    pairs = table.per_item(weight) ** 2 - alone
    agreeing = table.within_items(table.per_candidate(weight) ** 2) - alone
    several = pairs > ROUNDING
    return np.where(several, 1.0 - agreeing / np.where(several, pairs, 1.0), 0.0)


def _same_choice(spoken: sparse.csr_matrix, shared: sparse.coo_matrix) -> Floats:
    """Per pair, how far the two speak of the same items beyond what chance would do, in [0, 1]."""
    covered = spoken.sum(axis=1).A1
    either = covered[shared.row] + covered[shared.col] - shared.data
    often = spoken.mean(axis=0).A1
    by_chance = (2.0 * often * (1.0 - often)).sum()
    excess = 1.0 - (either - shared.data + 0.5) / (by_chance + 0.5)
    return np.where(shared.data >= FEWEST_SHARED, np.clip(excess, 0.0, 1.0), 0.0)


def _matrix(
    amounts: Floats, rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]
) -> sparse.csr_matrix:
    return sparse.csr_matrix((amounts, (rows, columns)), shape=shape)


def _pairs(matrix: sparse.csr_matrix, rows: np.ndarray, columns: np.ndarray) -> Floats:
    """The matrix's entries at (row, column)."""
    return np.asarray(sparse.csr_matrix(matrix)[rows, columns]).ravel()
