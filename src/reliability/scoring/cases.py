"""A labelled event as numbers: what every article was credited with, and which should rank above which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reliability.records import Scorecard
from reliability.scoring.config import Config
from reliability.scoring.labels import Pair

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled event, measured.

    Attributes:
        event: The event's id.
        credits: Shaped values in [0, 1], one row per article and one column per feature; where there was nothing to
            measure it is the neutral value. So ``credits @ shares`` are the articles' scores.
        pairs: Rows of the better and of the worse article of each pair, shape ``(pairs, 2)``.
        outlets: The outlet of each article, where it is known.
    """

    event: str
    credits: Floats
    pairs: NDArray[np.intp]
    outlets: tuple[str | None, ...]

    @property
    def differences(self) -> Floats:
        """How far the better article's credits lie above the worse one's, shape ``(pairs, features)``."""
        return np.asarray(self.credits[self.pairs[:, 0]] - self.credits[self.pairs[:, 1]])

    def leads(self, shares: Floats) -> Floats:
        """Points by which the better article of each pair is ahead; 0 where the printed scores are equal.

        Args:
            shares: The features' weights, scaled so that they sum to 100.
        """
        scores = np.round(self.credits @ shares, 1)
        return np.asarray(scores[self.pairs[:, 0]] - scores[self.pairs[:, 1]])

    def keeping(self, wanted: NDArray[np.bool_]) -> "Case":
        """The same event with some of its pairs."""
        return Case(self.event, self.credits, self.pairs[wanted], self.outlets)


def case(event: str, cards: Sequence[Scorecard], pairs: Sequence[Pair], config: Config) -> Case:
    """What an event's scorecards say of the features of ``config``.

    Args:
        event: The event's id.
        cards: The event's scorecards.
        pairs: Which article should rank above which.
        config: The settings that they were scored with.
    """
    row = {card.article.id: index for index, card in enumerate(cards)}
    return Case(
        event,
        np.array([_credits(card, config) for card in cards]),
        np.array([(row[better], row[worse]) for better, worse in pairs], dtype=np.intp).reshape(-1, 2),
        tuple(card.article.source for card in cards),
    )


def shares(config: Config) -> Floats:
    """The features' weights, scaled so that they sum to 100, in the order of ``Case.credits``."""
    return np.array([config.share(name) for name in config.features])


def _credits(card: Scorecard, config: Config) -> list[float]:
    values: Mapping[str, float | None] = {entry.feature: entry.value for entry in card.contributions}
    found = []
    for name, settings in config.features.items():
        value = values.get(name)
        found.append(settings.neutral if value is None else settings.shape(value))
    return found
