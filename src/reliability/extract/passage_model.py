"""How probable is it that a line is not the story?

Boosted oblivious trees (every node of a level asks the same question: Prokhorenkova et al., CatBoost, 2018), which a few
matrix operations ask of all lines at once. ``passage_model.json`` holds the coefficients, what they were fitted on and
how well they do on sites not seen; ``benchmarks/fit_passages.py`` makes it.
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
from reliability.extract.surroundings import SEEN, surroundings

# Lines looked at together: enough to be quick, few enough to stay small.
_TOGETHER = 1024


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that ask as many questions each.

    Attributes:
        columns: For every level and tree the column it asks about, ``(depth * trees)``.
        limits: The values that the columns are held against, alike: is the line's greater?
        leaves: The log-odds that each combination of answers adds, tree after tree.
        depth: How many questions each tree asks.
        base: The log-odds before any question.
    """

    columns: NDArray[np.intp]
    limits: Matrix
    leaves: Matrix
    depth: int
    base: float

    @classmethod
    def of(cls, data: Mapping[str, Any], names: Sequence[str] = SEEN) -> Self:
        """The trees as the JSON file holds them, asking of columns with these names."""
        column = {name: number for number, name in enumerate(names)}
        trees = data["trees"]
        return cls(
            np.array([[column[name] for name in tree["asks"]] for tree in trees], np.intp).T.ravel(),
            np.array([tree["limits"] for tree in trees], np.float32).T.reshape(-1, 1),
            np.array([tree["leaves"] for tree in trees], np.float32).ravel(),
            len(trees[0]["asks"]),
            data["base"],
        )

    def odds(self, features: Matrix) -> NDArray[np.float64]:
        """The log-odds for every row of features."""
        parts = [self._odds(features[at : at + _TOGETHER]) for at in range(0, len(features), _TOGETHER)]
        return np.concatenate(parts) if len(parts) > 1 else parts[0]

    def _odds(self, features: Matrix) -> NDArray[np.float64]:
        """The answers of each level are a bit of the leaf that a line reaches in a tree."""
        answers = np.ascontiguousarray(features.T)[self.columns] > self.limits
        bits = answers.view(np.uint8).reshape(self.depth, -1, len(features))
        leaf = bits[0]
        for level in range(1, self.depth):
            leaf = leaf | bits[level] << level
        first = np.arange(0, len(self.leaves), 1 << self.depth)
        return np.asarray(self.base + self.leaves.take(leaf + first[:, None]).sum(axis=0, dtype=np.float64))


@dataclass(frozen=True, slots=True)
class PassageModel:
    """What is made of every line, and how sure to be of what.

    Attributes:
        words: The weights ``line_features`` takes.
        trees: What is made of a line, its place and its neighbours.
    threshold: The probability from which a short line is furniture.
        beside: The same for what reads as the story, where a mistake costs the reader a fact, below other furniture.
        alone: The same with no furniture next to it.
    """

    words: Mapping[str, Mapping[str, float]]
    trees: Trees
    threshold: float
    beside: float
    alone: float

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The model as its JSON file holds it."""
        return cls(data["words"], Trees.of(data), data["threshold"], data["beside"], data["alone"])

    def probabilities(
        self, found: list[Line], marks: list[Found | None], headline: int | None
    ) -> NDArray[np.float64]:
        """That a line is not the story, for every line of a text.

        Args:
            found: The lines, one at least.
            marks: What the rules say of each.
            headline: The index of the headline.
        """
        seen = surroundings(line_features(found, marks, headline, self.words), headline)
        return np.asarray(1.0 / (1.0 + np.exp(-self.trees.odds(seen))))


@cache
def passage_model() -> PassageModel:
    """The model that is shipped, read once."""
    text = files(__package__).joinpath("passage_model.json").read_text(encoding="utf-8")
    return PassageModel.of(json.loads(text))
