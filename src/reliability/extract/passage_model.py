"""How probable is it that a line is not the story?

Boosted oblivious trees (every node of a level asks the same question: Prokhorenkova et al., CatBoost, 2018): a few
matrix operations answer for all lines at once. ``passage_model.json`` holds the coefficients, what they were
fitted on and how well they do on sites not seen; ``benchmarks/fit_passages.py`` makes it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from reliability.extract.line_features import NAMES, Matrix

# Lines looked at together: enough to be quick, few enough to stay small.
_TOGETHER = 4096


@dataclass(frozen=True, slots=True)
class PassageModel:
    """Trees that ask ``depth`` questions each, and weights of words.

    Attributes:
        words: The weights ``line_features`` takes.
        columns: For every tree and level the column it asks about; ``trees * depth`` of them.
        limits: The values that the columns are held against: is the line's greater?
        leaves: For every tree the log-odds that each combination of answers adds, ``(trees, 2**depth)``.
        base: The log-odds before any question.
        threshold: The probability from which a short line is furniture.
        beside: The same for what reads as the story, where a mistake costs the reader a fact, below other furniture.
        alone: The same with no furniture next to it.
    """

    words: Mapping[str, float]
    columns: NDArray[np.intp]
    limits: Matrix
    leaves: Matrix
    base: float
    threshold: float
    beside: float
    alone: float

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The model as its JSON file holds it."""
        names = {name: column for column, name in enumerate(NAMES)}
        trees = data["trees"]
        return cls(
            data["words"],
            np.array([names[name] for tree in trees for name in tree["asks"]], np.intp),
            np.array([limit for tree in trees for limit in tree["limits"]], np.float32),
            np.array([tree["leaves"] for tree in trees], np.float32),
            data["base"],
            data["threshold"],
            data["beside"],
            data["alone"],
        )

    def probabilities(self, features: Matrix) -> NDArray[np.float64]:
        """That a line is not the story, for every row of ``line_features``."""
        odds = [self._odds(features[at : at + _TOGETHER]) for at in range(0, len(features), _TOGETHER)]
        return 1.0 / (1.0 + np.exp(-np.concatenate(odds))) if odds else np.zeros(0)

    def _odds(self, features: Matrix) -> NDArray[np.float64]:
        trees, leaves = self.leaves.shape
        answers = (features[:, self.columns] > self.limits).reshape(len(features), trees, -1)
        reached = answers @ (2.0 ** np.arange(answers.shape[2])).astype(np.float32)
        first = np.arange(trees) * leaves
        added = self.leaves.ravel()[reached.astype(np.intp) + first]
        return np.asarray(self.base + added.sum(axis=1, dtype=np.float64))


@cache
def passage_model() -> PassageModel:
    """The model that is shipped, read once."""
    text = files(__package__).joinpath("passage_model.json").read_text(encoding="utf-8")
    return PassageModel.of(json.loads(text))
