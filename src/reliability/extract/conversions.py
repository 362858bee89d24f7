"""Is an amount in brackets the amount before it in another unit?"""

import re
from dataclasses import replace

from reliability.records import Quantity

_OPENED = re.compile(
    r"[\s\u00a0-]?(?:[\w-]{1,12}\s)?[\s\u00a0]?[(\[](?:(?:or|about|around|approximately|approx\.?|roughly|nearly|some|equivalent to|equal to|that is|i\.e\.|ca\.?|c\.|~|≈|=|almost|over|more than)[\s\u00a0]?){0,2}",
    re.IGNORECASE,
)
_FAR = 40  # characters between the two at most
_CONVERTED = frozenset({"money", "measure"})


def join_conversions(found: list[Quantity], text: str) -> list[Quantity]:
    """Gives an amount in brackets to the amount before it, of which it is the conversion.

    The conversion takes the bound of the amount: "more than 7.5 million crowns ($1.1 million)".
    """
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _converts(before, quantity, text):
            if quantity.modifier == "=":
                quantity = replace(quantity, modifier=before.modifier)  # noqa: PLW2901 - the same amount, bounded
            joined[-1] = replace(before, conversion=quantity)
        else:
            joined.append(quantity)
    return joined


def _converts(before: Quantity, quantity: Quantity, text: str) -> bool:
    return (
        quantity.kind == before.kind
        and quantity.kind in _CONVERTED
        and quantity.unit != before.unit
        and before.conversion is None
        and quantity.span.start - before.span.end < _FAR
        and _OPENED.fullmatch(text, before.span.end, quantity.span.start) is not None
        and text[quantity.span.end : quantity.span.end + 1] in {")", "]", " ", ",", ";"}
    )
