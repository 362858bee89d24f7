"""What number do these words or digits print?"""

import re
from dataclasses import dataclass
from functools import cache

from reliability.extract.lexicon import lexicon
from reliability.extract.tokens import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_JOINS = frozenset({" ", "-", "\u00a0", "\u202f", "\u2009", "\u2011", "\u2010", "  "})
_NARROW = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_MOST_DIGITS = 18  # longer runs of digits are identifiers, and would not fit a float exactly


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed.

    Attributes:
        value: What it is worth.
        precision: Half of the last place printed.
        last: Index of its last token.
        end: Where its last character ends.
        digits: Whether it is printed in digits.
        scaled: Whether a scale word or suffix (million, bn, k) is part of it.
    """

    value: float
    precision: float
    last: int
    end: int
    digits: bool
    scaled: bool = False


@cache
def _tables() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    numbers = lexicon("numbers")
    return numbers["units"], numbers["scales"], numbers["suffixes"]


@cache
def openers() -> frozenset[str]:
    """The words that can open a numeral printed in words."""
    units, scales, _ = _tables()
    singular = {word for word in scales if not word.endswith("s")}
    return frozenset(units) | singular | {"half", "a", "an"} | frozenset(_FRACTION_SIGNS)


def numeral(tokens: Tokens, index: int, *, money: bool) -> Numeral | None:
    """Reads the numeral that begins at a token, or ``None`` where none does.

    Args:
        tokens: The sentence.
        index: Where to begin.
        money: Whether a currency sign stands before it: then ``m`` is a million, never a metre.
    """
    word = tokens.words[index]
    if word[0].isdigit():
        return _digits(tokens, index, money=money)
    if word in openers():
        return _words(tokens, index)
    return None


def plain(digits: str) -> tuple[float, float] | None:
    """The value of a run of digits with its separators, and half of its last place."""
    if len(digits) > _MOST_DIGITS + 6:
        return None
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif _DOTTED.fullmatch(digits):
        digits = digits.replace(".", "")
    elif not _PLAIN.fullmatch(digits):
        return None
    whole, _, decimals = digits.partition(".")
    if len(whole) > _MOST_DIGITS:
        return None
    if decimals:
        return float(digits), 0.5 * 10.0 ** -len(decimals)
    # Trailing zeros of four or more digits are rounding (4,900 may be 4,870); two places always count.
    significant = max(len(whole.rstrip("0")), 2)
    return float(whole), 0.5 * 10.0 ** (len(whole) - significant) if len(whole) >= 4 else 0.5  # noqa: PLR2004


def _digits(tokens: Tokens, index: int, *, money: bool) -> Numeral | None:
    read = plain(tokens.words[index])
    if read is None:
        return None
    value, precision = read
    _, scales, suffixes = _tables()
    last = index
    # 1 200 000, grouped by spaces of any width
    while (
        tokens.gap(last) in _NARROW
        and len(tokens.word(last + 1)) == 3
        and tokens.word(last + 1).isdigit()
        and len(tokens.words[index]) <= 3
    ):  # noqa: PLR2004
        last += 1
        value = value * 1000 + float(tokens.words[last])
        precision = 0.5
    following, gap = tokens.word(last + 1), tokens.gap(last)
    scaled = False
    if gap == "" and following in suffixes and _is_suffix(tokens, last, following, money=money):
        last, scaled = last + 1, True
        value, precision = value * suffixes[following], precision * suffixes[following]
    elif gap == "" and following in _FRACTION_SIGNS:
        last += 1
        value, precision = value + _FRACTION_SIGNS[following], 0.125
    following, gap = tokens.word(last + 1), tokens.gap(last)
    for _ in range(2):  # "2 hundred thousand" is the longest anybody prints
        if gap in _JOINS and following in scales:
            last, scaled = last + 1, True
            value, precision = value * scales[following], precision * scales[following]
            following, gap = tokens.word(last + 1), tokens.gap(last)
        elif money and gap in _JOINS and following in {"m", "bn", "b", "k", "mn", "tn", "mln", "bln", "cr"}:
            last, scaled = last + 1, True
            value, precision = value * suffixes[following], precision * suffixes[following]
            break
    return Numeral(value, precision, last, tokens.ends[last], digits=True, scaled=scaled)


def _is_suffix(tokens: Tokens, index: int, suffix: str, *, money: bool) -> bool:
    """Whether a letter closed up to digits scales them, or is a unit of its own."""
    if money or suffix in {"k", "bn", "mn", "mln", "bln", "tn", "trn"}:
        return True
    if suffix == "m":  # 1.5m people, but a 400m race
        return "." in tokens.words[index] or bool(
            tokens.word(index + 2)
            and tokens.gap(index + 1) == " "
            and tokens.word(index + 2).endswith(("s", "people", "men", "women", "children"))
        )
    return False


def _words(tokens: Tokens, index: int) -> Numeral | None:
    units, scales, _ = _tables()
    total = current = 0.0
    seen = scaled = False
    smallest = 1.0
    last = position = index
    previous = 0.0
    while position < len(tokens):
        word = tokens.words[position]
        if position > index and tokens.gap(position - 1) not in _JOINS:
            break
        if word in units:
            value = float(units[word])
            if seen and not _continues(previous, value):
                break
            current, previous, seen, last = current + value, value, True, position
        elif word in scales and (seen or not word.endswith("s")):
            scale = scales[word]
            if (
                not seen
                and word in {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}
                and position == index
            ):
                return None  # "million" alone: somebody's sense of a lot, not a number
            if scale == scales["hundred"]:
                current = (current if seen else 1.0) * scale
            else:
                total, current = total + (current if seen else 1.0) * scale, 0.0
            previous, seen, scaled, last = scale, True, True, position
            smallest = scale
        elif (
            word in {"a", "an"}
            and not seen
            and tokens.gap(position) in _JOINS
            and tokens.word(position + 1) in scales
            and not tokens.word(position + 1).endswith("s")
        ):
            current, previous, seen, last = 1.0, 1.0, True, position
        elif (
            word == "half" and not seen and tokens.word(position + 1) in {"a", "dozen", "million", "billion"}
        ):
            step = 2 if tokens.word(position + 1) == "a" else 1
            scale = scales.get(tokens.word(position + step), 0.0)
            if not scale:
                return None
            return Numeral(
                scale / 2, scale / 4, position + step, tokens.ends[position + step], digits=False, scaled=True
            )
        elif word == "and" and seen and tokens.words[position + 1 : position + 3] == ("a", "half"):
            half = 0.5 * (smallest if total else 1.0)
            current, smallest, last = current + half, 0.5, position + 2
            position += 2
        elif word == "and" and seen and previous >= scales["hundred"] and tokens.word(position + 1) in units:
            pass
        elif word in _FRACTION_SIGNS and not seen:
            current, seen, last = _FRACTION_SIGNS[word], True, position
        else:
            break
        position += 1
    if not seen:
        return None
    precision = 0.5 * smallest if scaled and not current else 0.5
    return Numeral(total + current, precision, last, tokens.ends[last], digits=False, scaled=scaled)


def _continues(previous: float, value: float) -> bool:
    """Whether a number word can follow another inside one numeral: twenty five, hundred five, million two."""
    if previous >= 100:  # noqa: PLR2004 - a scale word
        return True
    return previous >= 20 and previous % 10 == 0 and 0 < value < 10  # noqa: PLR2004 - tens take units
