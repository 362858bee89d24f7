"""How probable is it that a line is not the story?

Boosted oblivious trees (every node of a level asks the same question: Prokhorenkova et al., CatBoost, 2018), which a few
matrix operations ask of all lines at once; and a second set of them that sees what the first made of the lines around
(stacked sequential learning: Cohen and Carvalho, 2005). ``passage_model.json`` holds the coefficients, what they were
fitted on and how well they do on sites not seen; ``benchmarks/fit_passages.py`` makes it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from reliability.extract.furniture import Found
from reliability.extract.line_features import Matrix, line_features
from reliability.extract.lines import Line
from reliability.extract.surroundings import FIRST, SECOND, look_again, surroundings

# Lines looked at together: enough to be quick, few enough to stay small.
_TOGETHER = 4096


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that ask ``depth`` questions each.

    Attributes:
        columns: For every tree and level the column it asks about; ``trees * depth`` of them.
        limits: The values that the columns are held against: is the line's greater?
        leaves: For every tree the log-odds that each combination of answers adds, ``(trees, 2**depth)``.
        base: The log-odds before any question.
    """

    columns: NDArray[np.intp]
    limits: Matrix
    leaves: Matrix
    base: float

    @classmethod
    def of(cls, data: Mapping[str, Any], names: Sequence[str]) -> Self:
        """The trees as the JSON file holds them, asking of columns with these names."""
        column = {name: number for number, name in enumerate(names)}
        trees = data["trees"]
        return cls(
            np.array([column[name] for tree in trees for name in tree["asks"]], np.intp),
            np.array([limit for tree in trees for limit in tree["limits"]], np.float32),
            np.array([tree["leaves"] for tree in trees], np.float32),
            data["base"],
        )

    def odds(self, features: Matrix) -> NDArray[np.float64]:
        """The log-odds for every row of features."""
        parts = [self._odds(features[at : at + _TOGETHER]) for at in range(0, len(features), _TOGETHER)]
        return np.concatenate(parts) if len(parts) > 1 else parts[0]

    def _odds(self, features: Matrix) -> NDArray[np.float64]:
        trees, leaves = self.leaves.shape
        answers = (features.take(self.columns, axis=1) > self.limits).reshape(len(features), trees, -1)
        reached = answers @ (2.0 ** np.arange(answers.shape[2])).astype(np.float32)
        reached += np.arange(0, trees * leaves, leaves, dtype=np.float32)
        return np.asarray(
            self.base + self.leaves.ravel()[reached.astype(np.intp)].sum(axis=1, dtype=np.float64)
        )


@dataclass(frozen=True, slots=True)
class PassageModel:
    """Two looks at every line, and how sure to be of what.

    Attributes:
        words: The weights ``line_features`` takes.
        first: What is made of a line by itself and its neighbours.
        second: What is made of it once that is known of the lines around.
        threshold: The probability from which a short line is furniture.
        beside: The same for what reads as the story, where a mistake costs the reader a fact, below other furniture.
        alone: The same with no furniture next to it.
    """

    words: Mapping[str, Mapping[str, float]]
    first: Trees
    second: Trees
    threshold: float
    beside: float
    alone: float

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The model as its JSON file holds it."""
        first, second = Trees.of(data["first"], FIRST), Trees.of(data["second"], SECOND)
        return cls(data["words"], first, second, data["threshold"], data["beside"], data["alone"])

    def probabilities(
        self, found: list[Line], marks: list[Found | None], headline: int | None
    ) -> NDArray[np.float64]:
        """That a line is not the story, for every line of a text.

        Args:
            found: The lines, one at least.
            marks: What the rules say of each.
            headline: The index of the headline.
        """
        seen = surroundings(line_features(found, marks, self.words), headline)
        look_again(seen, self.first.odds(seen))
        return np.asarray(1.0 / (1.0 + np.exp(-self.second.odds(seen))))


@cache
def passage_model() -> PassageModel:
    """The model that is shipped, read once."""
    text = files(__package__).joinpath("passage_model.json").read_text(encoding="utf-8")
    return PassageModel.of(json.loads(text))
