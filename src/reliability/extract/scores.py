"""Is a pair of numbers the result of a match or a vote?"""

from functools import cache

from reliability.extract.lexicon import lexicon, words
from reliability.extract.tokens import Tokens

_DASHES = frozenset({"-", "–", "—", "‑", "‐", "−"})
_GOALS = 30  # a match's; above it a rising pair is a range
_VOTES = 450  # of a parliament: the largest sum one falling pair can print
_NEAR = 10  # words in which a word of winning makes a rising pair a result
_PLACES = 3


@cache
def _cues() -> frozenset[str]:
    return words(lexicon("numbers")["scores"]["cues"])


def score(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The result that begins at a token ("3-1", "beat them 0-2", "voted 52-48") and its last token, or ``None``.

    The winner's number comes first, as results are compared whoever is named first. A falling pair can be no
    range, so it is a result; a rising or equal one needs a word of winning, losing or playing nearby.
    """
    word, other = tokens.words[index], tokens.word(index + 1)
    if len(word) > _PLACES or len(other) > _PLACES or not (word.isdecimal() and other.isdecimal()):
        return None
    if tokens.gap(index) not in _DASHES or _chained(tokens, index):
        return None
    left, right = int(word), int(other)
    after = tokens.text[tokens.end(index + 1) : tokens.end(index + 1) + 1]
    if after and (after in "%°$€£/" or after.isalnum()):
        return None
    if left > right:
        if left > _VOTES or (word[0] == "0" and len(word) > 1):
            return None
    elif (
        left > _GOALS
        or right > _GOALS
        or _cues().isdisjoint(tokens.words[max(0, index - _NEAR) : index + _NEAR])
    ):
        return None
    return f"{max(left, right)}-{min(left, right)}", index + 1


def _chained(tokens: Tokens, index: int) -> bool:
    """Whether there are more than two numbers: a record (7-2-3), a date or a telephone."""
    following = tokens.gap(index + 1) in _DASHES and tokens.word(index + 2)[:1].isdecimal()
    before = index > 0 and tokens.gap(index - 1) in _DASHES
    return following or before
