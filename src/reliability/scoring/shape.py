"""How a feature's value becomes the share of its weight that it earns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LINEAR = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Shape:
    """A rising curve from values in [0, 1] to credit in [0, 1].

    Every shape is a list of knots: between two of them the credit runs in a straight line or, where
    ``stepped``, stays at the last knot reached (0 before the first).

    Attributes:
        knots: ``(value, credit)`` pairs; values rise, credits never fall.
        stepped: Whether the credit jumps at a knot instead of leading up to it.
    """

    knots: tuple[tuple[float, float], ...] = _LINEAR
    stepped: bool = False

    def __post_init__(self) -> None:
        """Refuses knots that are no rising curve in the unit square.

        Raises:
            ValueError: Says what is wrong with them.
        """
        if not all(0.0 <= number <= 1.0 for knot in self.knots for number in knot):
            raise ValueError("every number of a shape lies between 0 and 1")
        if not self.knots:
            raise ValueError("a shape needs at least one step")
        if any(first[0] >= second[0] for first, second in pairwise(self.knots)):
            raise ValueError("the values of a shape rise from one to the next")
        if any(first[1] > second[1] for first, second in pairwise(self.knots)):
            raise ValueError("the credits of a shape never fall: a better value cannot earn less")

    @classmethod
    def parse(cls, raw: object) -> "Shape":
        """Reads a shape as the weights file writes it.

        Args:
            raw: ``"linear"``, ``{"capped": [low, high]}`` or ``{"steps": [[value, credit], ...]}``.

        Raises:
            ValueError: For anything else, saying what is wrong.
        """
        match raw:
            case "linear":
                return cls()
            case {"capped": [low, high], **rest} if not rest:
                return cls(((_number(low), 0.0), (_number(high), 1.0)))
            case {"steps": [*steps], **rest} if not rest:
                return cls(tuple(_pair(step) for step in steps), stepped=True)
        raise ValueError(
            'write "linear", { capped = [low, high] } or { steps = [[value, credit], ...] }, '
            f"not {dict(raw) if isinstance(raw, Mapping) else raw!r}"
        )

    def written(self) -> str | dict[str, list[Any]]:
        """The shape as the weights file writes it; ``parse`` reads it back."""
        if self.stepped:
            return {"steps": [list(knot) for knot in self.knots]}
        if self == Shape():
            return "linear"
        return {"capped": [value for value, _ in self.knots]}

    def __call__(self, value: float) -> float:
        """The credit of one value."""
        if self._straight:
            return float(value)
        return float(self.apply(np.asarray(value, dtype=np.float64)))

    @property
    def _straight(self) -> bool:
        return self.knots == _LINEAR and not self.stepped

    def apply(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The credit of every value, in an array of the same shape."""
        if self._straight:
            return values
        at, credit = np.array(self.knots).T
        if self.stepped:
            return np.concatenate(([0.0], credit))[np.searchsorted(at, values, side="right")]
        return np.asarray(np.interp(values, at, credit))


def _number(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, Real):
        raise ValueError(f"{raw!r} is not a number")  # noqa: TRY004  (a file's fault, not a caller's)
    return float(raw)


def _pair(raw: object) -> tuple[float, float]:
    if isinstance(raw, str) or not isinstance(raw, Sequence) or len(raw) != 2:  # noqa: PLR2004
        raise ValueError(f"a step is a pair [value, credit], not {raw!r}")
    return _number(raw[0]), _number(raw[1])
