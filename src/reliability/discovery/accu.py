"""ACCU: reliable sources decide, and deciding right makes reliable (Dong, Berti-Equille & Srivastava, 2009)."""

from collections.abc import Sequence

import numpy as np

from reliability.discovery.credit import SETTLED, STEPS, Judge
from reliability.discovery.estimate import UNKNOWN_ODDS, Estimate, Prior
from reliability.discovery.posterior import Field, discount, error_correlation, log_odds, probabilities
from reliability.discovery.table import ClaimTable, Floats


def accu(table: ClaimTable, prior: Prior) -> Estimate:
    """Weighs each claim by ``ln(n A / (1 - A))`` and learns the reliability A of every voice from the outcome.

    Luna Dong, Berti-Equille, Srivastava: Integrating Conflicting Data: The Role of Source Dependence, VLDB 2009,
    sections 4.1 and 4.2. Departures: A is estimated per kind of fact and without the claim itself, n from the
    table, and the final probabilities allow for witnesses who err together.
    """
    return decide(table, prior, Field.open(table), np.ones(len(table.source)))


def decide(table: ClaimTable, prior: Prior, field: Field, independence: Floats) -> Estimate:
    """The iteration itself, for any field of values and any share of a claim that is the source's own.

    Where objects have several facts, each object is decided by itself first: a page that has a flight's gate right
    is likelier to have its times right. That is where the iteration over all objects starts; from the mere vote it
    can end with a crowd that is wrong together on one kind of fact.
    """
    weight = table.share * independence
    credit = _agreement(table, weight)
    objects = int(table.object_of.max()) + 1
    steps = STEPS
    if 1 < objects < len(table.items):
        credit, _ = _iterate(table.apart(), prior, field, independence, credit, steps)
        steps = SETTLED
    credit, reliability = _iterate(table, prior, field, independence, credit, steps)
    correlation = error_correlation(table, weight, credit, reliability)
    evidence = weight * log_odds(table, field, reliability) * discount(table, weight, correlation)
    belief, _ = probabilities(table, field, evidence)
    return Estimate(belief, reliability, probable=True)


def _iterate(
    table: ClaimTable,
    prior: Prior,
    field: Field,
    independence: Floats,
    credit: Floats,
    steps: Sequence[float],
) -> tuple[Floats, Floats]:
    """Credit per claim and reliability per voice, each learned from the other in turns."""
    falsehoods = np.ones(len(table.voice_source))
    falsehoods[table.voice] = field.falsehoods[table.item]
    judge = Judge.of(table, prior, UNKNOWN_ODDS / (UNKNOWN_ODDS + falsehoods), independence)
    weight, stated = table.share * independence, field.stated()
    reliability = judge.expected
    for step in steps:
        reliability = judge.reliability(credit, step)
        _, credit = probabilities(table, stated, weight * log_odds(table, field, reliability))
    return credit, reliability


def _agreement(table: ClaimTable, weight: Floats) -> Floats:
    """Per claim, the share of the item's other sources that state the same: where the iteration starts."""
    same = table.per_candidate(weight)[table.candidate] - weight
    others = table.per_item(weight)[table.item] - weight
    return same / np.maximum(others, 1e-9)
