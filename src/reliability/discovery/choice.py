"""Which algorithm suits a table, told from its shape alone."""

import numpy as np

from reliability.discovery.claims import ValueType
from reliability.discovery.table import ClaimTable

# A table has a long tail when there are many sources and half of them make no more than two claims that
# anybody else could check: nothing can be learned of each, so trust has to come from the claims they share.
MANY_SOURCES, FEW_CLAIMS = 50, 2
# Values are classes when each comes back on ten items or more.
ITEMS_PER_CLASS = 10
# Numbers can be voted on where on half of the items two sources state the very same number.
REPEATED = 0.5
# Weights of sources are learned from ten numbers each; below that they would fit the noise.
NUMBERS_PER_SOURCE = 10


def choose(table: ClaimTable, value_type: ValueType) -> tuple[str, str]:
    """The name of an algorithm for a table, and why it, in one sentence."""
    if value_type == "set":
        return (
            "latent_truth",
            "Values are sets, so every member is judged by who lists it and who leaves it out.",
        )
    checked = np.bincount(table.source, table.voices_of[table.item] > 1.0, len(table.sources))
    typical = float(np.median(checked))
    if value_type == "number" and _repeated(table) < REPEATED:
        if typical < NUMBERS_PER_SOURCE:
            return "weighted_median", (
                f"Sources seldom state the very same number and half of them can be checked on {typical:g} or fewer: "
                "the middle one stands."
            )
        return (
            "crh",
            "Sources seldom state the very same number, so the middle one stands, the accurate weighing more.",
        )
    if len(table.sources) >= MANY_SOURCES and typical <= FEW_CLAIMS:
        return "investment", (
            f"Half of the {len(table.sources)} sources make {typical:g} or fewer claims that another source speaks "
            "of: too few to learn each one's reliability, so trust is pooled in the claims."
        )
    classes = len(set(table.values))
    if value_type == "category" and classes * ITEMS_PER_CLASS <= len(table.items):
        return "dawid_skene", f"The same {classes} classes come back on {len(table.items)} items."
    return "accucopy", (
        "Values are stated item by item by sources that can be compared, so that reliability and copying can be told."
    )


def _repeated(table: ClaimTable) -> float:
    """The share of items with two sources or more on which two state the very same value."""
    most = np.zeros(len(table.items))
    np.maximum.at(most, table.item_of, np.bincount(table.candidate, minlength=len(table.values)))
    shared = table.voices_of > 1.0
    return float((most[shared] > 1.0).mean()) if shared.any() else 1.0
