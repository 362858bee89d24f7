"""Which place in an order does a sentence name? The 76th minute, the third quarter."""

from functools import cache

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words
from reliability.extract.nouns import is_plural, singular
from reliability.extract.tokens import Tokens

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_GAPS = frozenset({" ", "\u00a0", "-"})


@cache
def _tables() -> tuple[dict[str, int], frozenset[str]]:
    numbers = lexicon("numbers")
    return numbers["ordinals"], words(numbers["ordered"]["nouns"])


def openers() -> frozenset[str]:
    """The words that can be an ordinal printed in words."""
    return frozenset(_tables()[0])


def ordinal(tokens: Tokens, index: int) -> tuple[float, int, str, tuple[int, int] | None] | None:
    """The ordinal at a token: its value, last token, the noun in the singular, and where the noun stands.

    Digits ("76th") always are one; words only before a noun of time or order, else they are mostly idiom.
    A name ("5th Avenue", "22nd Street") has no noun and is none.
    """
    word = tokens.words[index]
    values, ordered = _tables()
    if word[0].isdecimal():
        if (
            tokens.word(index + 1) not in _ENDINGS
            or tokens.gap(index) != ""
            or not word.isdecimal()
            or len(word) > 4
        ):  # noqa: PLR2004
            return None
        value, last = float(word), index + 1
    elif word in values and tokens.word(index + 1) in ordered and tokens.gap(index) in _GAPS:
        value, last = float(values[word]), index
    else:
        return None
    noun = tokens.word(last + 1)
    if (
        not noun
        or tokens.gap(last) not in _GAPS
        or tokens.capitalised(last + 1)
        or noun in FUNCTION_WORDS
        or not noun[0].isalpha()
    ):
        return value, last, "", None
    return (
        value,
        last,
        singular(noun) if is_plural(noun) else noun,
        (tokens.starts[last + 1], tokens.end(last + 1)),
    )
