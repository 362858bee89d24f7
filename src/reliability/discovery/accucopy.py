"""ACCUCOPY: ACCU where copies count as one voice (Dong, Berti-Equille & Srivastava, 2009)."""

from dataclasses import replace

from reliability.discovery.accu import decide
from reliability.discovery.copying import copying, found, independence
from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.posterior import Field
from reliability.discovery.table import ClaimTable


def accucopy(table: ClaimTable, prior: Prior) -> Estimate:
    """Finds who copies, counts m copies of a claim as one, and weighs what is left by reliability.

    Luna Dong, Berti-Equille, Srivastava: Integrating Conflicting Data: The Role of Source Dependence, VLDB
    2009. Departure: copies are found before truth is, from disputed items alone (see `copying`): a test that
    needs the truth first takes the honest minority for copies wherever the copies outnumber it.
    """
    copies = copying(table)
    estimate = decide(table, prior, Field.open(table), independence(table, copies))
    return replace(estimate, copying=found(table, copies))
