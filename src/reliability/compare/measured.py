"""Could two quantities be statements about one thing, by what they measure; and if so, how do they differ?"""

from reliability.compare.nouns import noun_class, same_thing
from reliability.compare.numbers import compare_values, rough
from reliability.records import Quantity

_MAGNITUDE = 8
# "99.5 degrees" leaves open of which scale, "a ton" which of three.
_UNSAID = ({"degree", "celsius"}, {"degree", "fahrenheit"}, {"ton", "tonne"})
# Units that a slip of the pen exchanges: those of one dimension. Money and percentages are dimensions of their own.
_DIMENSIONS = (
    frozenset(
        {"kilometre", "metre", "centimetre", "millimetre", "mile", "nautical mile", "foot", "inch", "yard"}
    ),
    frozenset({"kilogram", "gram", "milligram", "microgram", "tonne", "ton", "pound", "ounce"}),
    frozenset({"litre", "millilitre", "gallon", "barrel"}),
    frozenset({"celsius", "fahrenheit", "degree"}),
    frozenset({"kilometre per hour", "mile per hour", "knot", "metre per second"}),
    frozenset({"watt", "kilowatt", "megawatt", "gigawatt"}),
    frozenset({"megabyte", "gigabyte", "terabyte"}),
    frozenset({"hectare", "acre", "square kilometre", "square mile", "square metre", "square foot"}),
    frozenset(
        {
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "decade",
            "night",
            "fortnight",
            "century",
        }
    ),
)


def relation(first: Quantity, second: Quantity, states: tuple[str, str]) -> str:
    """How two quantities stand to each other if they are about one thing.

    Args:
        first: One quantity.
        second: The other.
        states: What befell the persons each of them counts (``death``, ``illness``, ...), where it is said.

    Returns:
        ``equal``, ``compatible``, a kind of difference (``scale``, ``transposition``, ``digit``, ``unit``, ``noun``,
        ``date``, ``difference``), or empty where what they measure rules out that they are about one thing.
    """
    how = compare_values(first, second)
    if how != "equal" and (_vague(first) or _vague(second)):
        return ""
    if how == "incomparable" or (first.kind == "age" and how not in {"equal", "compatible"}):
        return ""  # people of two ages are two people
    if first.kind == second.kind == "count":
        return _counts(first, second, how, states)
    if first.kind != second.kind and "number" not in {first.kind, second.kind}:
        return ""
    if first.kind != second.kind:
        return how if how == "equal" else ""
    if first.unit == second.unit or {first.unit, second.unit} in _UNSAID:
        return how
    for one, other in ((first.conversion, second), (second.conversion, first)):
        if (
            one is not None
            and one.unit == other.unit
            and compare_values(one, other) in {"equal", "compatible"}
        ):
            return "compatible"
    return "unit" if how == "equal" and _exchangeable(first, second) else ""


def _vague(quantity: Quantity) -> bool:
    """Whether it says no more than an order of magnitude: "thousands", "tens of millions"."""
    return quantity.high is not None and quantity.high >= _MAGNITUDE * abs(float(quantity.value)) > 0


def _exchangeable(first: Quantity, second: Quantity) -> bool:
    if first.kind in {"money", "percent"}:
        return True
    return any(first.unit in units and second.unit in units for units in _DIMENSIONS)


def _counts(first: Quantity, second: Quantity, how: str, states: tuple[str, str]) -> str:
    outright = how == "equal" and _counts_outright(first) and _counts_outright(second)
    if all(states) and states[0] != states[1]:
        return "noun" if outright and set(states) == {"death", "illness"} else ""
    match = same_thing(first.unit, second.unit)
    if (
        match is False
        and states[0] == states[1]
        and noun_class("death") in {noun_class(first.unit), noun_class(second.unit)}
    ):
        return how if how in {"equal", "compatible"} else ""  # 19 deaths, 19 men killed
    if match is False and not _patients(first, second, states):
        return "noun" if outright else ""
    if match is None:
        return how if how == "equal" else ""
    return how


def _patients(first: Quantity, second: Quantity, states: tuple[str, str]) -> bool:
    """Whether a "case" is a person: 28 cases of an illness, 28 people ill."""
    classes = {noun_class(first.unit), noun_class(second.unit)}
    return classes == {"person", "incident"} and "case" in {first.unit, second.unit} and "illness" in states


def _counts_outright(quantity: Quantity) -> bool:
    """Whether a plain number stands before what it counts: not "dozens of raids", not "injured nearly 180"."""
    return not rough(quantity) and quantity.noun is not None and quantity.noun.start >= quantity.span.end
