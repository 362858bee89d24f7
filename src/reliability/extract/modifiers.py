"""Is a number printed as it is, as a bound, as an estimate, or as a change?"""

from functools import cache
from typing import NamedTuple

from reliability.extract.lexicon import lexicon, words
from reliability.extract.tokens import Tokens

_GAPS = frozenset({" ", "\u00a0", " $", " £", " €", "-", " +", " ("})
_LONGEST = 4  # words of a modifier
_BETWEEN = 4  # words that may stand between a bound and its number
_LASTING = frozenset(
    [
        "for",
        "well",
        "just",
        "lasted",
        "lasts",
        "lasting",
        "takes",
        "took",
        "taken",
        "taking",
        "spent",
        "after",
        "is",
        "was",
        "been",
        "than",
        "of",
        "be",
        "little",
    ]
)
_FREE = frozenset({"percent", "money", "measure", "number"})
_BE = frozenset({"is", "was", "were", "are", ""})
_CHANGED = frozenset({"percent", "money", "measure"})


class _Tables(NamedTuple):
    phrases: dict[tuple[str, ...], str]
    ends: frozenset[str]
    between: frozenset[str]
    behind: dict[str, str]
    directions: dict[str, str]
    amounts: frozenset[str]
    counts: frozenset[str]
    steps: frozenset[str]


@cache
def _tables() -> _Tables:
    numbers = lexicon("numbers")
    phrases = {tuple(phrase.split()): sign for sign, row in numbers["modifiers"].items() for phrase in row}
    directions = numbers["directions"]
    return _Tables(
        phrases,
        frozenset(phrase[-1] for phrase in phrases),
        words(numbers["between"]["words"]),
        {phrase: sign for sign, row in numbers["vague"].items() for phrase in row},
        {word: sign for sign in ("up", "down") for word in directions[sign].split()},
        words(directions["amounts"]),
        words(directions["counts"]),
        words(directions["between"]),
    )


def modifies(word: str) -> bool:
    """Whether a word can end a bound, an estimate or a change: what follows it is an amount and no name."""
    tables = _tables()
    return word in tables.ends or word in tables.directions


def modifier(tokens: Tokens, first: int, last: int, kind: str) -> str:
    """The modifier of the number on the tokens ``first`` to ``last``, its unit included.

    The nearest wins: "up about 15 percent" is an estimate, and "rose by 3%" a change.

    Args:
        tokens: The sentence.
        first: The first token, currency included.
        last: The last token, unit included.
        kind: The quantity's kind: "over two years" is a time span, "lost three games" no decrease.
    """
    tables = _tables()
    if kind == "age":
        while tokens.word(first - 1) in {"age", "of", "aged", "ages"} or (
            tokens.word(first - 1) == "the" and tokens.word(first) == "age"
        ):
            first -= 1
    if tokens.word(first - 1) == "minus":
        first -= 1
    found = _bound(tokens, first, kind, tables) or _direction(tokens, first, kind, tables)
    return found or _behind(tokens, last, tables) or "="


def _bound(tokens: Tokens, first: int, kind: str, tables: _Tables) -> str:
    at = first
    for _ in range(_BETWEEN):
        before = tokens.word(at - 1)
        if before in tables.ends:
            for length in range(min(_LONGEST, at), 0, -1):
                sign = tables.phrases.get(tokens.words[at - length : at])
                if sign and not (length == 1 and _is_span(tokens, at, before, kind)):
                    return sign
        if before not in tables.between or tokens.gap(at - 1) not in {" ", "\u00a0"}:
            return ""
        at -= 1
    return ""


def _is_span(tokens: Tokens, at: int, word: str, kind: str) -> bool:
    """Whether a bound is a preposition: "over five years" is during them, unless a word of lasting stands before it."""
    if kind == "age":
        return False
    if word in {"over", "above", "below", "under", "beyond", "near", "around", "about"} and tokens.word(
        at
    ) in {"the", "a", "an"}:
        return True
    return word == "over" and kind == "duration" and tokens.word(at - 2) not in _LASTING


def _direction(tokens: Tokens, first: int, kind: str, tables: _Tables) -> str:
    at = first
    for _ in range(_BETWEEN):
        before = tokens.word(at - 1)
        if tokens.gap(at - 1) not in _GAPS:
            return ""  # 11 miles down, 18 km from ...
        sign = tables.directions.get(before)
        if sign:
            by = tokens.words[at:first][:1] == ("by",)
            if kind not in _CHANGED and (
                before in tables.amounts or not (by or _tells(before, kind, tables))
            ):
                return ""
            return sign if kind in _FREE or before not in {"up", "down"} or tokens.word(at - 2) in _BE else ""
        if at == first and before in {"a", "an"}:
            return ""
        if before not in tables.steps:
            return ""
        at -= 1
    return ""


def _tells(word: str, kind: str, tables: _Tables) -> bool:
    """Whether a word of change tells one of a count even without "by": "up 35 cases", not "growing two plants"."""
    return kind != "count" or word in tables.counts


def _behind(tokens: Tokens, last: int, tables: _Tables) -> str:
    """The bound printed behind: "50 or more", "20 years or so"."""
    if tokens.word(last + 1) not in {"or", "plus", "and", "odd"}:
        return ""
    two = f"{tokens.word(last + 1)} {tokens.word(last + 2)}"
    return tables.behind.get(two) or tables.behind.get(tokens.word(last + 1), "")
