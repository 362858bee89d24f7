"""What the weights file can set, and what each number in it may be."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf, isfinite
from numbers import Real

from reliability.records import ConfigError
from reliability.scoring.shape import Shape

MOST_DRAWS = 100_000  # 500 times the default: past this the interval's third digit no longer moves


@dataclass(frozen=True, slots=True)
class FeatureSettings:
    """What a feature is worth.

    Attributes:
        weight: Relative weight, 0 or more; 0 switches the feature off.
        neutral: The credit, in [0, 1], that moves no points.
        strength: How many pieces of evidence the neutral value weighs as much as in the feature's mean, 0 or more.
        shape: How the feature's value becomes credit.
        grades: What each kind of fault or source is worth to the feature, in [0, 1].

    Raises:
        ConfigError: Where a number is not one or is out of its range; ``problem.field`` names it.
    """

    weight: float
    neutral: float = 0.5
    strength: float = 0.0
    shape: Shape = field(default_factory=Shape)
    grades: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        number(self.weight, "weight", hint="0 switches a feature off")
        number(self.neutral, "neutral", high=1.0)
        number(self.strength, "strength")
        for name, grade in self.grades.items():
            number(grade, f"grades.{name}", high=1.0)


@dataclass(frozen=True, slots=True)
class IntervalSettings:
    """How the interval around a score is drawn.

    Attributes:
        draws: How often voices and evidence are resampled.
        level: The share of the draws, above 0 and below 1, that the interval holds.

    Raises:
        ConfigError: Where a number is not one or is out of its range; ``problem.field`` names it.
    """

    draws: int
    level: float

    def __post_init__(self) -> None:
        if isinstance(self.draws, bool) or not isinstance(self.draws, int):
            raise ConfigError(f"must be a whole number, not {self.draws!r}", field="draws")
        number(self.draws, "draws", low=1, high=MOST_DRAWS)
        if number(self.level, "level", high=1.0) in {0.0, 1.0}:
            raise ConfigError("must lie between 0 and 1, both left out", field="level")


def number(value: object, field: str, *, low: float = 0.0, high: float = inf, hint: str = "") -> float:
    """A finite number from ``low`` to ``high``, as a float.

    Raises:
        ConfigError: For anything else; ``problem.field`` is ``field``.
    """
    wanted = f"from {low:g} to {high:g}" if isfinite(high) else f"of {low:g} or more"
    advice = f" ({hint})" if hint else ""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ConfigError(f"must be a number {wanted}, not {value!r}{advice}", field=field)
    try:
        result = float(value)
    except OverflowError:
        result = inf
    if not isfinite(result) or not low <= result <= high:
        raise ConfigError(f"must be a finite number {wanted}, not {result:g}{advice}", field=field)
    return result


def unknown(name: str, known: Iterable[str], what: str) -> str:
    """A sentence for a name that does not exist: the nearest that does, or all there are."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names) or 'none'}"
    return f"there is no {what} {name!r}; {advice}"
