"""What every algorithm takes besides the table, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from reliability.discovery.table import ClaimTable, Floats
from reliability.records import Copying, Value

# A source of which nothing is known is taken to be twice as likely to state the truth as any one falsehood:
# enough to be heard, and little enough that sources which proved themselves outweigh it.
UNKNOWN_ODDS = 2.0
# It is believed as firmly as one claim would make us (the weight of Jeffreys' prior) ...
UNKNOWN_STRENGTH = 1.0
# ... and a rating that was given, as firmly as four: a handful of claims can overrule it.
RATING_STRENGTH = 4.0


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known of sources before they speak.

    Attributes:
        ratings: Per source, the share of its claims expected to be true, in (0, 1).
        strength: How many claims a rating weighs as much as.
    """

    ratings: Mapping[str, float] = field(default_factory=dict)
    strength: float = RATING_STRENGTH

    def per_voice(self, table: ClaimTable, unknown: Floats) -> tuple[Floats, Floats]:
        """The expected reliability of every voice and its strength; ``unknown`` holds for sources without rating."""
        rated = np.array([source in self.ratings for source in table.sources])[table.voice_source]
        rating = np.array([self.ratings.get(source, 0.5) for source in table.sources])[table.voice_source]
        return np.where(rated, rating, unknown), np.where(rated, self.strength, UNKNOWN_STRENGTH)

    def weights(self, table: ClaimTable) -> Floats:
        """Per source, how much its vote weighs before anything is learned: its rating against the mean rating."""
        mean = float(np.mean([*self.ratings.values()])) if self.ratings else 1.0
        return np.array([self.ratings.get(source, mean) / mean for source in table.sources])


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """What an algorithm thinks of every candidate and every voice.

    Attributes:
        belief: Per candidate, in [0, 1]; at most 1 in sum over an item. The highest is chosen.
        reliability: Per voice, in [0, 1].
        composed: Where values are put together from parts, each item's value and how probable it is; the
            candidates' beliefs then only say how probable each stated value is.
        copying: Pairs of sources found to be one voice.
        probable: Whether beliefs are probabilities (else they are scores, good only for choosing).
    """

    belief: Floats
    reliability: Floats
    composed: tuple[tuple[Value, float], ...] | None = None
    copying: tuple[Copying, ...] = ()
    probable: bool = False


Algorithm = Callable[[ClaimTable, Prior], Estimate]
