"""How probable each candidate is, given who states it and how reliable they are (Dong et al. 2009, section 4)."""

from dataclasses import dataclass, replace

import numpy as np

from reliability.discovery.table import ClaimTable, Floats

# No source is believed to be always right or always wrong; e^-3 to e^8 is what one claim can weigh.
LEAST_LOG_ODDS, MOST_LOG_ODDS = -3.0, 8.0
# The truth may be what nobody states: half a value's worth even where every value seems to be on the table.
LEAST_UNSTATED = 0.5
# How strongly witnesses of one item err together: what is assumed, how many pairs of claims it takes to
# learn better, and the most that is believed (beyond it two dozen witnesses would count for three).
CORRELATION, PAIRS_TO_LEARN, MOST_CORRELATION = 0.1, 5.0, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What could have been stated.

    Attributes:
        falsehoods: Per item, how many false values there effectively are.
        base: Per candidate, the logarithm of its weight before anybody speaks.
        unstated: Per item, the weight of all values that nobody states.
        closed: Whether all values are known beforehand.
    """

    falsehoods: Floats
    base: Floats
    unstated: Floats
    closed: bool

    def stated(self) -> "Field":
        """The field without values that nobody states, unless these are known.

        While reliabilities are learned, the truth is looked for among what is stated: otherwise much dispute
        would count as everybody's fault.
        """
        return self if self.closed else replace(self, unstated=np.zeros_like(self.unstated))

    @classmethod
    def open(cls, table: ClaimTable) -> "Field":
        """Values are invented item by item: times, gates, sums."""
        falsehoods = false_values(table)
        stated = np.bincount(table.item_of, minlength=len(table.items))
        unstated = np.maximum(falsehoods + 1.0 - stated, LEAST_UNSTATED)
        return cls(falsehoods, np.zeros(len(table.values)), unstated, closed=False)

    @classmethod
    def labels(cls, table: ClaimTable) -> "Field":
        """Values are classes that come back item after item; a class is as likely as it is stated often."""
        names, label = np.unique([str(value) for value in table.values], return_inverse=True)
        stated = np.bincount(label[table.candidate], table.share, len(names)) + 1.0
        often = (stated / stated.sum()).astype(np.float64)
        falsehoods = np.full(len(table.items), max(len(names) - 1.0, 1.0))
        unstated = np.maximum(1.0 - table.within_items(often[label]), 0.0)
        return cls(falsehoods, np.log(often[label]), unstated, closed=True)


def false_values(table: ClaimTable) -> Floats:
    """Per item, how many false values its kind effectively has: the inverse chance that two wrong claims agree.

    Wrong are, for this purpose, the claims outside an item's most stated value. (Simpson 1949.)
    """
    votes = table.per_candidate(table.share)
    leading = table.best(votes)
    votes[leading] = 0.0
    wrong, squared = table.within_items(votes) ** 2, table.within_items(votes**2)
    everywhere = wrong.sum() / squared.sum() if squared.any() else 1.0
    kinds = len(table.kinds)
    of_kind = np.bincount(table.kind_of, wrong, kinds) + everywhere
    per_kind = np.maximum(of_kind / (np.bincount(table.kind_of, squared, kinds) + 1.0), 1.0)
    falsehoods: Floats = per_kind[table.kind_of].astype(np.float64)
    return falsehoods


def log_odds(table: ClaimTable, field: Field, reliability: Floats) -> Floats:
    """Per claim, what it weighs: ``ln(n A / (1 - A))`` for a voice of reliability A among n falsehoods."""
    odds = field.falsehoods[table.item] * (reliability / (1.0 - reliability))[table.voice]
    return np.clip(np.log(odds), LEAST_LOG_ODDS, MOST_LOG_ODDS)


def probabilities(table: ClaimTable, field: Field, evidence: Floats) -> tuple[Floats, Floats]:
    """Per candidate its probability, and per claim the probability that it is true *without that claim itself*.

    A source is never its own witness: what others say decides whether its claim was good.
    """
    score = table.per_candidate(evidence) + field.base
    highest = np.maximum(np.log(np.maximum(field.unstated, 1e-300)), -700.0)
    np.maximum.at(highest, table.item_of, score)
    weight = np.exp(score - highest[table.item_of])
    total = table.within_items(weight) + field.unstated * np.exp(-highest)
    mine = weight[table.candidate]
    others = np.exp(np.minimum(score[table.candidate] - evidence - highest[table.item], 700.0))
    credit = others / np.maximum(total[table.item] - mine + others, 1e-300)
    return weight / total[table.item_of], credit


def error_correlation(table: ClaimTable, weight: Floats, credit: Floats, reliability: Floats) -> float:
    """How strongly claims on one item are right and wrong together, beyond what reliabilities explain."""
    surprise = weight * (credit - reliability[table.voice])
    spread = weight * np.sqrt(reliability * (1.0 - reliability))[table.voice]
    found = (table.per_item(surprise) ** 2 - table.per_item(surprise**2)).sum()
    possible = (table.per_item(spread) ** 2 - table.per_item(spread**2)).sum()
    correlation = (found + CORRELATION * PAIRS_TO_LEARN) / (possible + PAIRS_TO_LEARN)
    return float(np.clip(correlation, 0.0, MOST_CORRELATION))


def discount(table: ClaimTable, weight: Floats, correlation: float) -> Floats:
    """Per claim, what m witnesses that err together leave of it: ``1 / (1 + (m - 1) r)`` (Kish 1965)."""
    crowd = np.maximum(table.per_item(weight) - 1.0, 0.0)
    return (1.0 / (1.0 + crowd * correlation))[table.item]
