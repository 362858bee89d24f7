"""Does one number bear out another? What is claimed may be vaguer than what is stated, never more exact."""

from collections.abc import Container

from reliability.compare.dates import says_all
from reliability.compare.nouns import noun_class, same_thing
from reliability.compare.numbers import compare_values
from reliability.compare.words import fold
from reliability.records import Quantity

# A bound is said of a number next to it: "more than 1,300" of 1,327, not of 1,900 (``compare.numbers`` takes as much).
_BOUND = 0.25
# A number rounded without a word that says so is seldom moved by more; nor is a share named by a fraction.
_ROUNDING = 0.05
_ESTIMATE = 0.10
_PERCENT = 100.0
_HEAD = 4  # letters of a noun that heads a compound: a gunshot is a shot
_COUNTED = frozenset({"count", "number", "age"})
# Nouns that any person can be counted under.
_ANYBODY = frozenset({"person", "man", "adult", "other"})


def bears_out(stated: Quantity, claimed: Quantity) -> bool:
    """Whether a stated value bears out a claimed one, if both measure the same thing in the same unit.

    In 2019 follows from 13 August 2019, about 1,300 and more than 1,300 from 1,327; none of it the other way round
    (a claim is *entailed* by a text, in the sense of Dagan et al., 2006). Two bounds or ranges bear each other out
    where they are equal.
    """
    if isinstance(stated.value, str) or isinstance(claimed.value, str):
        if stated.kind == claimed.kind == "date":
            return says_all(str(stated.value), str(claimed.value))
        return stated.value == claimed.value
    if compare_values(stated, claimed) == "equal":
        return True
    if stated.high is not None:
        return False
    if claimed.high is not None:
        return claimed.value <= stated.value <= claimed.high
    value, size, places, blur = stated.value, abs(claimed.value), claimed.precision, 0.0
    if _is_fraction(claimed) and stated.kind == "percent":
        value, places, blur = value / _PERCENT, size, stated.precision / _PERCENT  # 33% may be over a third
    gap, step = value - claimed.value, max(2 * places, _last_digit(claimed.value))
    if claimed.modifier == ">":
        return -blur <= gap < step and gap <= _BOUND * size
    if claimed.modifier == "<":
        return -blur <= -gap < step and -gap <= _BOUND * size
    if claimed.modifier == "~":
        return abs(gap) <= min(step, _ESTIMATE * size)
    return abs(gap) <= min(places, _ROUNDING * size) and (places > stated.precision or blur > 0)


def _last_digit(value: float) -> float:
    """What one more in the last digit that is no zero would add: 10 for 150, 1,000 for 12,000."""
    digits = f"{abs(value):.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def reach(claimed: Quantity) -> list[tuple[float, float]]:
    """Between which values a stated number must lie to bear out a claimed one, at the widest."""
    value, high = float(claimed.value), claimed.high if claimed.high is not None else float(claimed.value)
    slack = _BOUND * abs(value)
    found = [(value - slack, high + slack)]
    if _is_fraction(claimed):
        found.append(((value - slack) * _PERCENT, (value + slack) * _PERCENT))
    return found


def _is_fraction(quantity: Quantity) -> bool:
    """Whether it is a share in words: a third, one in four."""
    return quantity.kind == "number" and quantity.precision == 0 and 0 < float(quantity.value) < 1


def measures_same(
    stated: Quantity,
    claimed: Quantity,
    beside: tuple[Container[str], Container[str]],
    states: tuple[str, str],
) -> bool | None:
    """Whether two quantities measure the same thing, in so far as their words say so.

    Args:
        stated: One quantity.
        claimed: The other.
        beside: The folded words next to each; "three are teachers" counts what "three teachers" counts.
        states: What befell the persons each of them counts (``death``, ``arrest``, ...), where it is said.

    Returns:
        Yes, no, or ``None`` where it is left open.
    """
    kinds = {stated.kind, claimed.kind}
    if kinds == {"number", "percent"}:
        return _is_fraction(stated) or _is_fraction(claimed)
    if not kinds <= _COUNTED:
        return len(kinds) == 1 and stated.unit == claimed.unit
    if kinds == {"count", "age"} or (all(states) and states[0] != states[1]):
        return False
    same = _same_counted(stated.unit, claimed.unit) if kinds == {"count"} else None
    if same or kinds == {"age"} or (states[0] and states[0] == states[1]):
        return True
    if (stated.unit and fold(stated.unit) in beside[1]) or (claimed.unit and fold(claimed.unit) in beside[0]):
        return True
    return same


def _same_counted(first: str, second: str) -> bool | None:
    """Whether two counted nouns name the same things: an author is a person, and no child unless the text says so."""
    a, b = sorted((fold(first), fold(second)), key=len)
    if a == b or (len(a) >= _HEAD and b.endswith(a)):
        return True
    if all(noun == "other" or noun_class(noun) == "person" for noun in (first, second)):
        return None if _ANYBODY.isdisjoint((first, second)) else True
    return same_thing(first, second)
