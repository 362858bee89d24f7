"""What do the signs and prefixes right before digits say? -1.3%, +0.2%, minus-130 degrees, ~40 minutes, sub-300 metres."""

from typing import NamedTuple

from reliability.extract.tokens import Tokens

_ABOUT = frozenset("~≈≃")
_BOUNDS = {">": ">", "<": "<", "≥": ">", "≤": "<"}
_OPENING = frozenset("(/:[")
_MINUS = "minus-"
_NEGATED = frozenset({"measure", "percent", "number"})


class Signed(NamedTuple):
    """What stands right before a number.

    Attributes:
        factor: -1 for a negative number, else 1.
        modifier: As ``Quantity.modifier``.
        start: Where the number begins, its sign included.
    """

    factor: float
    modifier: str
    start: int


def signed(tokens: Tokens, start: int, kind: str, modifier: str) -> Signed:
    """The number's sign, the modifier it gives, and where it begins.

    Args:
        tokens: The sentence.
        start: Where the number begins, its currency included.
        kind: The quantity's kind.
        modifier: The modifier in words, which is the stronger.
    """
    text, begin = tokens.text, tokens.begin
    if start <= begin:
        return Signed(1.0, modifier, start)
    mark, before = text[start - 1], text[start - 2] if start - 2 >= begin else " "
    symbol = before if mark == " " else mark
    if symbol in _ABOUT:
        return Signed(1.0, "~" if modifier == "=" else modifier, start)
    if symbol in _BOUNDS:
        return Signed(1.0, _BOUNDS[symbol], start)
    prefix = text[max(begin, start - len(_MINUS)) : start].lower()
    if prefix in {_MINUS, "minus "} and kind in _NEGATED:
        return Signed(-1.0, "=" if modifier == "down" else modifier, start - len(_MINUS))
    if prefix.endswith("sub-"):
        return Signed(1.0, "<", start)
    if not (before.isspace() or before in _OPENING) or mark not in "+-−":
        return Signed(1.0, modifier, start)
    change = kind == "percent" and modifier == "="
    if mark == "+":
        return Signed(1.0, "up" if change else modifier, start - 1)
    return Signed(-1.0, "down" if change else modifier, start - 1)
