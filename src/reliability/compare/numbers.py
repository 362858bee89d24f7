"""Do two quantities say the same, can both stand, or do they contradict each other, and how?"""

from dataclasses import dataclass
from math import isclose

from reliability.records import Quantity

# An estimate ("about", "nearly") is taken to hold within a tenth: the widest rounding that style guides
# of news agencies let pass without a second figure.
_ESTIMATE = 0.10
# "At least 35" and "up to 2 billion" are said of numbers near the bound; beyond twice (below half) the
# bound they say nothing, and a reader would call them wrong.
_BOUND = 2.0
_SLIPS = tuple(10.0**power for power in (3, 6, 9, -3, -6, -9, 1, 2, -1, -2))
_EXACT = 1e-6
_KINDS_OF_AMOUNT = frozenset({"money", "count", "percent", "measure", "duration", "number", "age"})


@dataclass(frozen=True, slots=True)
class Relation:
    """How two quantities stand to each other.

    Attributes:
        kind: ``equal``, ``compatible`` (rounding, a bound that contains the other, an estimate), or how they
            differ: ``scale`` (a power of ten), ``digit`` (one digit or two neighbours), ``difference``,
            ``date``; ``incomparable`` where they measure different kinds of things.
    """

    kind: str

    @property
    def stands(self) -> bool:
        """Whether both can be true at once."""
        return self.kind in {"equal", "compatible"}


EQUAL, COMPATIBLE, INCOMPARABLE = Relation("equal"), Relation("compatible"), Relation("incomparable")


def compare_values(first: Quantity, second: Quantity) -> Relation:
    """Compares the values of two quantities that are held to measure the same thing in the same unit.

    Units are not looked at, and a conversion is not: the caller has matched them.
    """
    if isinstance(first.value, str) or isinstance(second.value, str):
        return _compare_words(first, second)
    if first.value == second.value and first.high == second.high:
        return EQUAL
    if first.high is None and second.high is None and isclose(first.value, second.value, rel_tol=_EXACT):
        return EQUAL
    low, high = _bounds(first)
    other_low, other_high = _bounds(second)
    slack = (
        _ESTIMATE * max(abs(first.value), abs(second.value))
        if "~" in {first.modifier, second.modifier}
        else 0.0
    )
    if low <= other_high + slack and other_low <= high + slack:
        return COMPATIBLE
    return Relation(_difference(first.value, second.value))


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval in which the quantity's true value may lie, from rounding, bound and range."""
    value = float(quantity.value)
    top = quantity.high if quantity.high is not None else value
    low, high = value - quantity.precision, top + quantity.precision
    if quantity.modifier == ">":
        return low, max(high, top * _BOUND)
    if quantity.modifier == "<":
        return min(low, value / _BOUND), high
    return low, high


def _difference(first: float, second: float) -> str:
    if first <= 0 or second <= 0:
        return "difference"
    ratio = first / second
    if any(isclose(ratio, slip, rel_tol=_EXACT) for slip in _SLIPS):
        return "scale"
    a, b = _significant(first), _significant(second)
    if len(a) == len(b) and first >= 10 and second >= 10:  # noqa: PLR2004 - one digit against one is any two numbers
        unlike = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(unlike) == 1 and len(a) > 1 and _magnitude(first) == _magnitude(second):
            return "digit"
        if (
            len(unlike) == 2
            and unlike[1] == unlike[0] + 1
            and a[unlike[0]] == b[unlike[1]]
            and a[unlike[1]] == b[unlike[0]]
        ):  # noqa: PLR2004
            return "digit"
    return "difference"


def _significant(value: float) -> str:
    return (
        f"{value:.12g}".replace(".", "").strip("0")
        if value < 1
        else f"{value:.12g}".replace(".", "").rstrip("0") or "0"
    )  # noqa: PLR2004


def _magnitude(value: float) -> int:
    return len(str(int(value)))


def _compare_words(first: Quantity, second: Quantity) -> Relation:
    """Dates, times and results: equal words, a partial date that the other completes, or a contradiction."""
    a, b = str(first.value), str(second.value)
    if a == b:
        return EQUAL
    if first.kind == "date":
        return _compare_dates(a, b)
    return Relation("difference")


def _compare_dates(a: str, b: str) -> Relation:
    kinds = _date_kind(a), _date_kind(b)
    if kinds == ("calendar", "calendar"):
        x, y = _fields(a), _fields(b)
        shared = [(p, q) for p, q in zip(x, y, strict=True) if p and q]
        if not shared:
            return INCOMPARABLE
        if all(p == q for p, q in shared):
            return COMPATIBLE
        # a year against a year says little of one event; a day or a month against another does
        return (
            Relation("date")
            if any(x[i] and y[i] and x[i] != y[i] for i in (1, 2)) or (x[1] and y[1])
            else INCOMPARABLE
        )
    if kinds == ("weekday", "weekday"):
        return Relation("date")
    return INCOMPARABLE


def _date_kind(value: str) -> str:
    if value[0].isdigit() or value[0] == "-":
        return "season" if "/" in value else "calendar"
    return "weekday" if value.endswith("day") and " " not in value and value != "yesterday" else "relative"


def _fields(value: str) -> tuple[str, str, str]:
    if value.startswith("--"):
        month, _, day = value[2:].partition("-")
        return "", month, day
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day


def comparable(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are of kinds that can be held against each other at all."""
    if first.kind == second.kind:
        return True
    return first.kind in _KINDS_OF_AMOUNT and second.kind in _KINDS_OF_AMOUNT
