"""A number as the text prints it."""

from typing import NamedTuple

# What may stand between the words of one number.
JOINS = frozenset({" ", "-", "\u00a0", "\u202f", "\u2009", "\u2011", "\u2010", "  ", " - "})


class Numeral(NamedTuple):
    """A number as printed.

    Attributes:
        value: What it is worth.
        precision: Half of the last place printed.
        first: Index of its first token.
        last: Index of its last token.
        start: Where its first character stands.
        end: Where its last character ends.
        digits: Whether it is printed in digits.
        scale: What a scale word or suffix (million, bn, k) multiplied it by.
        high: The upper end, for words that print none but mean one: tens of thousands.
        share: Whether it is a fraction of something: two-thirds of.
    """

    value: float
    precision: float
    first: int
    last: int
    start: int
    end: int
    digits: bool
    scale: float = 1.0
    high: float | None = None
    share: bool = False
