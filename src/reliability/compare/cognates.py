"""Which words are spelt much the same in two languages, because they are one name, one number or of one root?

Two words are cognates if they begin with the same four letters or are the same number (Simard, Foster and Isabelle,
Using cognates to align sentences in bilingual corpora, TMI 1992): crude, and enough to align a text with its
translation. Names and numbers pass nearly always, and so do ``parliament`` and ``Parlament``, ``université`` and ``university``.
"""

import unicodedata
from functools import lru_cache

from reliability.compare.words import FUNCTION_WORDS

_LETTERS = 4
# Letters that stand for one sound, as one letter: Oktober, October; Władysław, Wladyslaw; Yusuf, Jusuf.
_SOUNDS = str.maketrans({"c": "k", "q": "k", "w": "v", "y": "i", "j": "i", "z": "s", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "æ": "a", "œ": "o"})  # fmt: skip


@lru_cache(maxsize=65536)
def cognate(word: str) -> str:
    """What a word shares with its cognates; empty for function words, short words and single digits.

    Args:
        word: One word in lower case.

    Returns:
        Its first four letters without accents; of a number its digits, without the zeros at the end and whatever
        separates thousands and decimals, so that 2 billion, 2,000 million and 2.0 Milliarden begin alike.
    """
    if word[0].isdigit():
        digits = "".join(filter(str.isdecimal, word)).rstrip("0")
        return digits if len(digits) > 1 else ""
    if len(word) < _LETTERS or word in FUNCTION_WORDS:
        return ""
    if not word.isascii():
        word = "".join(
            letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)
        )
    return word.translate(_SOUNDS)[:_LETTERS]
