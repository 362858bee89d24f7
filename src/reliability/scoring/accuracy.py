"""How often does the better of two articles of one event come out ahead?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reliability.scoring.cases import Floats

_DRAWS = 2000  # the ends of a 95% interval are then sure to a tenth of its width
_TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """A share of pairs, each event counting alike, with its 95% interval over the events that might have been drawn.

    Attributes:
        value: In [0, 1]; of a difference of two accuracies in [-1, 1].
        low: The interval's lower end.
        high: Its upper end.
        events: How many events it rests on.
        pairs: How many pairs of articles.
    """

    value: float
    low: float
    high: float
    events: int
    pairs: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def accuracy(leads: Sequence[Floats]) -> Accuracy:
    """The pairwise accuracy.

    Args:
        leads: For each event, the points by which the better article of each pair is ahead; a tie counts one half.
            Events without pairs do not count.
    """
    counted = [lead for lead in leads if len(lead)]
    return _over_events([share(lead) for lead in counted], sum(map(len, counted)))


def gain(before: Sequence[Floats], after: Sequence[Floats]) -> Accuracy:
    """By how much the accuracy rises from one scoring of the same events to another; events are drawn together."""
    counted = [(old, new) for old, new in zip(before, after, strict=True) if len(old)]
    return _over_events(
        [share(new) - share(old) for old, new in counted], sum(len(old) for old, _ in counted)
    )


def share(lead: Floats) -> float:
    """The share of pairs with a lead above 0; a tie counts one half."""
    return float(np.mean((np.sign(lead) + 1.0) / 2.0))


def _over_events(shares: Sequence[float], pairs: int) -> Accuracy:
    """The mean with its percentile bootstrap interval (Efron 1979), seeded alike every time."""
    if not shares:
        return Accuracy(float("nan"), float("nan"), float("nan"), 0, 0)
    values = np.array(shares)
    random = np.random.Generator(np.random.PCG64(0))
    times = random.multinomial(len(values), np.full(len(values), 1 / len(values)), size=_DRAWS)
    low, high = np.quantile(times @ values / len(values), _TAILS)
    return Accuracy(float(values.mean()), float(low), float(high), len(values), pairs)
