"""All algorithms, by the names that users give."""

from collections.abc import Mapping
from types import MappingProxyType

from reliability.discovery.accu import accu
from reliability.discovery.accucopy import accucopy
from reliability.discovery.catd import catd
from reliability.discovery.claims import ValueType
from reliability.discovery.crh import crh
from reliability.discovery.dawid_skene import dawid_skene
from reliability.discovery.estimate import Algorithm
from reliability.discovery.investment import investment
from reliability.discovery.latent_truth import latent_truth
from reliability.discovery.pooled_investment import pooled_investment
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
