"""The vote: every source counts one, or as much as its rating."""

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.table import ClaimTable
from reliability.discovery.winners import shares, success


def vote(table: ClaimTable, prior: Prior) -> Estimate:
    """Takes the value that most sources state.

    The baseline of every study of truth discovery; what beats it must know something of the sources. Belief is a
    value's share of the votes, reliability the share of a source's claims that won.
    """
    votes = table.per_candidate(table.share * prior.weights(table)[table.source])
    return Estimate(shares(table, votes), success(table, votes))
