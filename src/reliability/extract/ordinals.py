"""Which place in an order does a sentence name? The 76th minute, the third quarter."""

from functools import cache
from typing import NamedTuple

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words
from reliability.extract.nouns import is_plural, singular
from reliability.extract.tokens import Tokens

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LONGEST = 4  # digits: "1000th"
_GAPS = frozenset({" ", "\u00a0", "-"})


class Ordinal(NamedTuple):
    """A place in an order.

    Attributes:
        value: The place.
        last: The last token of the ordinal.
        noun: What is ordered, in the singular; empty for a name ("5th Avenue") or where nothing is said.
        place: Where the noun starts and ends.
    """

    value: float
    last: int
    noun: str
    place: tuple[int, int] | None


@cache
def _tables() -> tuple[dict[str, int], frozenset[str]]:
    numbers = lexicon("numbers")
    return numbers["ordinals"], words(numbers["ordered"]["nouns"])


def openers() -> frozenset[str]:
    """The words that can be an ordinal printed in words."""
    return frozenset(_tables()[0])


def ordinal(tokens: Tokens, index: int) -> Ordinal | None:
    """The ordinal at a token, or ``None``.

    Digits ("76th") always are one; words only before a noun of time or order, else they are mostly idiom.
    """
    word = tokens.words[index]
    values, ordered = _tables()
    if word[0].isdecimal():
        closed = tokens.word(index + 1) in _ENDINGS and tokens.gap(index) == ""
        if not closed or not word.isdecimal() or len(word) > _LONGEST:
            return None
        value, last = float(word), index + 1
    elif word in values and tokens.word(index + 1) in ordered and tokens.gap(index) in _GAPS:
        value, last = float(values[word]), index
    else:
        return None
    noun = tokens.word(last + 1)
    if (
        tokens.gap(last) not in _GAPS
        or tokens.capitalised(last + 1)
        or noun in FUNCTION_WORDS
        or not noun[:1].isalpha()
    ):
        return Ordinal(value, last, "", None)
    name = singular(noun) if is_plural(noun) else noun
    return Ordinal(value, last, name, (tokens.starts[last + 1], tokens.end(last + 1)))
