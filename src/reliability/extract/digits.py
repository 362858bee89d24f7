"""What number do these digits print, with their separators, fractions and scales?"""

import re
from functools import cache

from reliability.extract.lexicon import lexicon
from reliability.extract.nouns import is_plural
from reliability.extract.numeral import JOINS, Numeral
from reliability.extract.tokens import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_THOUSAND = 3  # digits between two separators
_NARROW = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16"})  # 9/11 and 24/7 are no fractions
_MOST_DIGITS = 18  # longer runs of digits are identifiers, and would not fit a float exactly
_LONGEST = 30  # characters of such a number with its separators
_ROUND = 1000  # from here on, trailing zeros are rounding (4,900 may be 4,870)
_FAR = 1000  # metres; news prints longer ways in kilometres, so a larger "m" is a million


@cache
def _tables() -> tuple[dict[str, float], dict[str, float], frozenset[str], frozenset[str]]:
    numbers = lexicon("numbers")
    metres = lexicon("units")["measure"]["metres"]
    return (
        numbers["scales"],
        numbers["suffixes"],
        frozenset(numbers["sure"]),
        frozenset(metres["around"].split()),
    )


def digits(tokens: Tokens, index: int, *, money: bool) -> Numeral | None:
    """Reads the numeral printed in digits at a token, or ``None`` for an identifier.

    Args:
        tokens: The sentence.
        index: Its first token.
        money: Whether a currency stands before it: then ``m`` is a million, never a metre.
    """
    read = plain(tokens.words[index])
    if read is None:
        return None
    value, precision = read
    start, last = tokens.starts[index], index
    if start > tokens.begin and tokens.text[start - 1] == "." and value == int(value):  # .534
        start -= 1
        places = len(tokens.words[index])
        value, precision = value / 10.0**places, 0.5 * 10.0**-places
    last, value, precision = _spaced(tokens, index, value, precision)
    last, value, precision = _fraction(tokens, last, value, precision)
    if value == 1.0 and tokens.word(last + 1) == "in" and (whole := _whole(tokens.word(last + 2))):
        return Numeral(
            1.0 / whole, 0.0, index, last + 2, start, tokens.end(last + 2), digits=True, share=True
        )
    last, scale = _scale(tokens, last, value, money=money)
    return Numeral(
        value * scale, precision * scale, index, last, start, tokens.end(last), digits=True, scale=scale
    )


def plain(word: str) -> tuple[float, float] | None:
    """The value of a run of digits with its separators, and half of its last place."""
    if len(word) > _LONGEST:
        return None
    if _GROUPED.fullmatch(word):
        word = word.replace(",", "")
    elif _DOTTED.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    elif not _PLAIN.fullmatch(word):
        return None
    whole, _, decimals = word.partition(".")
    if len(whole) > _MOST_DIGITS:
        return None
    if decimals:
        return float(word), 0.5 * 10.0 ** -len(decimals)
    value = float(whole)
    if value < _ROUND:
        return value, 0.5
    significant = max(len(whole.rstrip("0")), 2)
    return value, 0.5 * 10.0 ** (len(whole) - significant)


def groups_thousands(tokens: Tokens, read: Numeral) -> bool:
    """Whether the point in a number can group thousands: "41.206" before a noun, as a count is whole."""
    whole, _, part = tokens.words[read.first].partition(".")
    one = read.digits and read.first == read.last and whole.isdecimal() and whole[0] != "0"
    return one and len(part) == _THOUSAND and part.isdecimal()


def _whole(word: str) -> float:
    """The whole of "1 in 5"; 0 for a year or another number that is none."""
    small = word.isdecimal() and len(word) <= _THOUSAND
    return float(word) if small and int(word) > 1 else 0.0


def _spaced(tokens: Tokens, index: int, value: float, precision: float) -> tuple[int, float, float]:
    """Groups set apart by spaces: 1 200 000; and the torn "10, 000"."""
    last = index
    if len(tokens.words[index]) > _THOUSAND or not value:
        return last, value, precision
    while (
        len(word := tokens.word(last + 1)) == _THOUSAND
        and word.isdecimal()
        and last - index < _MOST_DIGITS // _THOUSAND
        and (tokens.gap(last) in _NARROW or (word == "000" and tokens.gap(last) == ", "))
    ):
        last += 1
        value, precision = value * 1000 + float(word), 0.5
    return last, value, precision


def _fraction(tokens: Tokens, last: int, value: float, precision: float) -> tuple[int, float, float]:
    """Fractions behind a whole number, or instead of one: 2½, 10 1/2, 2-1/2, 3/4."""
    following, gap = tokens.word(last + 1), tokens.gap(last)
    if following in _SIGNS and gap in {"", " "}:
        return last + 1, value + _SIGNS[following], 0.125
    if (
        gap == "/"
        and following in _DENOMINATORS
        and value < float(following)
        and tokens.gap(last + 1)[:1] != "/"
    ):
        return last + 1, value / float(following), 0.0
    if (
        gap in {" ", "-"}
        and tokens.gap(last + 1) == "/"
        and following.isdecimal()
        and tokens.word(last + 2) in _DENOMINATORS
    ):
        part = float(following) / float(tokens.words[last + 2])
        if 0 < part < 1:
            return last + 2, value + part, 0.125
    return last, value, precision


def _scale(tokens: Tokens, last: int, value: float, *, money: bool) -> tuple[int, float]:
    scales, suffixes, sure, _ = _tables()
    scale = 1.0
    following, gap = tokens.word(last + 1), tokens.gap(last)
    if following in suffixes and (
        (following in sure and gap in JOINS | {""})
        or (money and gap in {"", " ", "\u00a0"})
        or (gap == "" and _is_scale(tokens, last, following, value))
    ):
        last, scale = last + 1, suffixes[following]
        following, gap = tokens.word(last + 1), tokens.gap(last)
    for _ in range(2):  # "2 hundred thousand" is the longest anybody prints
        if following not in scales or (gap not in JOINS and (gap or scale > 1)):  # "$72million"
            break
        last, scale = last + 1, scale * scales[following]
        following, gap = tokens.word(last + 1), tokens.gap(last)
    return last, scale


def _is_scale(tokens: Tokens, index: int, suffix: str, value: float) -> bool:
    """Whether a letter closed up to digits scales them, or is a unit of its own: 1.5m people, a 400m race."""
    if tokens.gap(index + 1) == "":
        return False  # 24703m212
    capital = tokens.capitalised(index + 1)
    following, gap = tokens.word(index + 2), tokens.gap(index + 1)
    if suffix == "k":
        return True
    if suffix == "b":
        return capital or (gap == " " and is_plural(following))
    if suffix == "m":
        _, _, _, around = _tables()
        if capital or value >= _FAR:
            return True
        if gap != " " or following in around:
            return (
                "." in tokens.words[index]
                and following not in around
                and tokens.word(index - 1) not in around
            )
        return (
            "." in tokens.words[index]
            or is_plural(following)
            or following == "of"
            or (is_plural(tokens.word(index + 3)) and tokens.gap(index + 2) == " ")
        )
    return False
