"""All algorithms, by the names that users give."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from reliability.discovery.accu import accu
from reliability.discovery.accucopy import accucopy
from reliability.discovery.catd import catd
from reliability.discovery.claims import ValueType
from reliability.discovery.crh import crh
from reliability.discovery.dawid_skene import dawid_skene
from reliability.discovery.estimate import Algorithm, Estimate, Prior
from reliability.discovery.investment import investment
from reliability.discovery.latent_truth import latent_truth
from reliability.discovery.pooled_investment import pooled_investment
from reliability.discovery.table import ClaimTable
from reliability.discovery.truthfinder import truthfinder
from reliability.discovery.vote import vote
from reliability.discovery.weighted_median import weighted_median

METHODS: Mapping[str, Algorithm] = MappingProxyType(
    {
        algorithm.__name__: algorithm
        for algorithm in (
            vote,
            truthfinder,
            investment,
            pooled_investment,
            accu,
            accucopy,
            catd,
            crh,
            dawid_skene,
            weighted_median,
            latent_truth,
        )
    }
)
# What values an algorithm is for, where it is not for all of them.
ONLY_FOR: Mapping[str, ValueType] = MappingProxyType({"weighted_median": "number", "latent_truth": "set"})
# What learns a kind of fact from a source's other kinds, however few its claims.
ACROSS_KINDS = frozenset({"accu", "accucopy", "dawid_skene"})
# The others can tell kinds of fact apart where half of the voices make four claims or more: with one claim each,
# every voice would only confirm itself, and the algorithm be a vote.
CLAIMS_PER_VOICE = 4


def estimated(name: str, table: ClaimTable, prior: Prior) -> Estimate:
    """Runs an algorithm, on each kind of fact apart where that leaves it enough to learn from."""
    algorithm = METHODS[name]
    claims = np.median(table.per_voice(table.share))
    if name in ACROSS_KINDS or len(table.kinds) == 1 or claims >= CLAIMS_PER_VOICE:
        return algorithm(table, prior)
    estimate = algorithm(table.one_kind(), prior)
    return replace(estimate, reliability=estimate.reliability[table.voice_source])
