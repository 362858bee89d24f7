"""Do two numbers say the same, can both stand, or do they contradict each other, and how?"""

from math import isclose

from reliability.compare.dates import compare_dates
from reliability.records import Quantity

# An estimate ("about", "nearly") is taken to hold within a tenth: the widest rounding that style guides
# of news agencies let pass without a second figure.
_ESTIMATE = 0.10
# A number rounded without a word that says so ("$2 billion" for 1.9) is seldom moved by more than a twentieth.
_ROUNDING = 0.05
# "At least 35" and "up to 2 billion" are said of numbers near the bound: one that is a quarter beyond it would have
# been bounded otherwise.
_BOUND = 1.25
# "10 to 15 percent" holds what lies between; a range wider than this says too little to confirm anything.
_WIDEST = 1.5
# A scale word for another (thousand, million, billion) whatever the digits; a lost or added zero only where two
# digits or more are the same, or the numbers are large: 5 and 50 are any two numbers, 400 and 40,000 are not.
_SCALES = (1e3, 1e6, 1e9)
_ZEROS = (1e1, 1e2)
_LARGE = 1e3
_DIGITS = frozenset({"transposition", "digit"})  # slips that only a number printed in digits can have
_ROUGH = 0.3  # of its value; a number in digits is given to half of its last place
_EXACT = 1e-6


def compare_values(first: Quantity, second: Quantity) -> str:
    """Compares the values of two quantities that are held to measure the same thing in the same unit.

    Units are not looked at, and a conversion is not: the caller has matched them.

    Returns:
        ``equal``; ``compatible`` (rounding, a bound that contains the other, an estimate); how they differ:
        ``scale`` (a power of ten), ``transposition`` (two neighbouring digits exchanged), ``digit`` (one digit
        changed), ``date``, ``difference``; or ``incomparable``.
    """
    if isinstance(first.value, str) or isinstance(second.value, str):
        if first.kind == "date":
            return compare_dates(str(first.value), str(second.value))
        return "equal" if first.value == second.value else "difference"
    if isclose(first.value, second.value, rel_tol=_EXACT) and first.high == second.high:
        return "equal"
    if how := _one_end(first, second):
        return how
    if _overlap(first, second):
        return "compatible"
    how = _difference(first.value, second.value)
    return "difference" if how in _DIGITS and (rough(first) or rough(second)) else how


def rough(quantity: Quantity) -> bool:
    """Whether a number is a guess by its words: "a dozen", "tens of thousands"."""
    if isinstance(quantity.value, str):
        return False
    return quantity.high is not None or quantity.precision > _ROUGH * abs(quantity.value)


def rounds(first: Quantity, second: Quantity) -> bool:
    """Whether one number is the other rounded to the places it is printed with: 36,000 and 35,860."""
    if isinstance(first.value, str) or isinstance(second.value, str):
        return first.value == second.value
    return abs(first.value - second.value) <= max(first.precision, second.precision)


def significant(value: float) -> str:
    """The digits of a number without the zeros at either end: ``2e9`` is ``2``, ``0.450`` is ``45``."""
    return f"{abs(value):.12g}".partition("e")[0].replace(".", "").strip("0") or "0"


def _one_end(first: Quantity, second: Quantity) -> str:
    """How two ranges differ that share one end and not the other: 26 to 28 percent, 26 to 82 percent."""
    if first.high is None or second.high is None:
        return ""
    ends = [(float(first.value), float(second.value)), (first.high, second.high)]
    unlike = [pair for pair in ends if not isclose(*pair, rel_tol=_EXACT)]
    return _difference(*unlike[0]) if len(unlike) == 1 else ""


def _overlap(first: Quantity, second: Quantity) -> bool:
    """Whether some number could be meant by both, by rounding, estimate, bound or range."""
    if first.modifier == second.modifier and first.modifier in {"<", ">"}:
        return rounds(first, second) and _within(first, second, _ESTIMATE)  # two bounds are one bound, or two
    if first.modifier == second.modifier == "=" and first.high is None and second.high is None:
        return rounds(first, second) and _within(first, second, _ROUNDING)
    (low, high), (other_low, other_high) = _bounds(first), _bounds(second)
    estimated = "~" in {first.modifier, second.modifier}
    slack = _ESTIMATE * max(abs(float(first.value)), abs(float(second.value))) if estimated else 0.0
    return low <= other_high + slack and other_low <= high + slack


def _within(first: Quantity, second: Quantity, share: float) -> bool:
    a, b = abs(float(first.value)), abs(float(second.value))
    return abs(a - b) <= share * max(a, b) * (1 + _EXACT)


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval in which the quantity's true value may lie, from rounding, bound and range."""
    value = float(quantity.value)
    top = value if quantity.high is None or quantity.high > _WIDEST * value else quantity.high
    low, high = value - quantity.precision, top + quantity.precision
    if quantity.modifier == ">":
        return low, max(high, top * _BOUND)
    if quantity.modifier == "<":
        return min(low, value / _BOUND), high
    return low, high


def _difference(first: float, second: float) -> str:
    if first <= 0 or second <= 0:
        return "difference"
    ratio = max(first, second) / min(first, second)
    a, b = significant(first), significant(second)
    zeros = _ZEROS if len(a) > 1 else [zero for zero in _ZEROS if zero * min(first, second) >= _LARGE]
    slips = (*_SCALES, *zeros)
    if any(isclose(ratio, slip, rel_tol=_EXACT) for slip in slips):
        return "scale"
    if len(a) != len(b) or len(a) == 1 or len(str(int(first))) != len(str(int(second))):
        return "difference"
    unlike = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(unlike) == 1 and len(a) > 2:  # noqa: PLR2004 - every tenth pair of two digits shares one
        return "digit"
    neighbours = len(unlike) == 2 and unlike[1] == unlike[0] + 1  # noqa: PLR2004 - a pair
    if neighbours and a[unlike[0]] == b[unlike[1]] and a[unlike[1]] == b[unlike[0]]:
        return "transposition"
    return "difference"
