"""One-coin Dawid-Skene: classes that come back item after item, and one accuracy per source."""

import numpy as np

from reliability.discovery.accu import decide
from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.posterior import Field
from reliability.discovery.table import ClaimTable


def dawid_skene(table: ClaimTable, prior: Prior) -> Estimate:
    """Labels items where every source is right with one probability and errs evenly over the other classes.

    Dawid, Skene: Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm, Applied
    Statistics 28(1), 1979, in the one-coin form of Zhang, Chen, Zhou, Jordan (NIPS 2014). Classes weigh as
    often as they are stated; estimated along with the truth they would drift.
    """
    return decide(table, prior, Field.labels(table), np.ones(len(table.source)))
