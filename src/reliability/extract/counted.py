"""Which noun does a bare number count?"""

from functools import cache
from typing import NamedTuple

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words
from reliability.extract.nouns import is_plural, singular
from reliability.extract.tokens import Tokens

_GAPS = frozenset({" ", "\u00a0", "\u202f", "  ", "\n", "’ ", "' "})
_HYPHENS = frozenset({"-", "‑", " - ", "- "})
# Four words reach the noun of "35 newly reported armed robberies"; more reaches the next phrase.
_REACH = 5
_LOOK_BACK = 10  # "the death toll from the floods rose to 35"
_ANNOUNCING = frozenset(
    [
        "of",
        "to",
        "at",
        "is",
        "was",
        "now",
        "stands",
        "least",
        "than",
        "about",
        "around",
        "nearly",
        "reached",
        "exceeded",
    ]
)
_FURTHER = frozenset("other more new such further additional most least very".split())
_WHOSE = frozenset("the its their his her our those these".split())
_BEFALLS = frozenset("were was are have had been remain remained others more still also".split())
_ROUGHLY = frozenset("least at about some than more another nearly around almost over".split())
_OF_THE = frozenset("of the its their all our his her combined those these".split())
_SHORTEST = 4  # letters of a plural: "his" and "was" are none


class Counted(NamedTuple):
    """The noun that a number counts.

    Attributes:
        name: The noun in the singular; a state that stands for persons gives ``person``.
        start: Where the counted words begin.
        end: Where they end.
        last: Their last token.
    """

    name: str
    start: int
    end: int
    last: int


class _Lists(NamedTuple):
    states: frozenset[str]
    before: dict[str, str]
    befall: frozenset[str]
    openers: frozenset[str]
    compounds: frozenset[str]
    pronoun: frozenset[str]
    adjectives: frozenset[str]
    endings: tuple[str, ...]
    not_one: frozenset[str]


@cache
def _lists() -> _Lists:
    nouns, numbers = lexicon("units")["nouns"], lexicon("numbers")
    return _Lists(
        frozenset(nouns["states"]),
        {word: name for word, name in nouns["before"].items() if name},
        words(nouns["befall"]),
        words(nouns["openers"]),
        words(numbers["compounds"]["never"]),
        words(numbers["names"]["pronoun"]),
        words(numbers["names"]["adjectives"]),
        tuple(numbers["names"]["adjective_endings"].split()),
        words(numbers["names"]["not_one"]),
    )


def counted(tokens: Tokens, first: int, last: int) -> Counted | None:
    """The noun counted by the number that stands on the tokens ``first`` to ``last``.

    The first plural noun within reach, on the near side of any function word ("35 reported instances"), also behind
    "of the"; a state that stands for persons ("35 dead", "12 were hurt", "killing 12"); the noun after "one"; the
    noun hyphened to the number ("a two-door car"); or a noun that announces the number ("a death toll of 35").
    """
    lists = _lists()
    if tokens.gap(last) in _HYPHENS and last + 1 < len(tokens):
        return _hyphened(tokens, last, lists)
    if tokens.words[last] in {"one", "1"} and first == last:
        return _after_one(tokens, last, lists) or _announced(tokens, first, lists)
    return (
        _behind(tokens, last, lists)
        or _of_these(tokens, last, lists)
        or _announced(tokens, first, lists)
        or _befallen(tokens, first, last, lists)
    )


def _behind(tokens: Tokens, last: int, lists: _Lists) -> Counted | None:  # noqa: C901 - one test per kind of word, in order of strength
    if tokens.word(last + 1) == "or" and tokens.word(last + 2) in {"more", "so", "fewer", "less"}:
        last += 2  # 35 or more reports
    words_, begin = tokens.words, last + 1
    initials = 0
    for position in range(begin, min(begin + _REACH + 2, len(words_))):
        word = words_[position]
        if position - begin - initials >= _REACH:
            return None
        if (
            len(word) == 1
            and tokens.gap(position) in {".", ". "}
            and _joined(tokens, position - 1, inside=True)
        ):
            initials += 1  # three U.S. officials
            continue
        if not _joined(tokens, position - 1, inside=position > begin):
            return None
        if word in lists.states:
            return _here("person", tokens, position, position)
        if (word in FUNCTION_WORDS and tokens.raw(position) != "US") or word[0].isdecimal():
            if position == begin and word in _FURTHER:
                continue
            if word == "and" and position > begin and tokens.gap(position - 1) == " ":
                continue  # 2.7m combined digital and physical sales
            return None
        if len(word) <= _SHORTEST and (short := _abbreviation(tokens.raw(position))):
            return _here(short, tokens, begin, position)
        if is_plural(word) and not (word in lists.openers and _goes_on(tokens, position)):
            return _here(singular(word), tokens, begin, position)
    return None


def _joined(tokens: Tokens, index: int, *, inside: bool) -> bool:
    gap = tokens.gap(index)
    return (
        gap in _GAPS
        or (inside and gap in {"-", ", "})
        or (gap in {".", ". "} and len(tokens.words[index]) == 1)
    )


def _goes_on(tokens: Tokens, position: int) -> bool:
    following = tokens.word(position + 1)
    return tokens.gap(position) == " " and is_plural(following) and following not in FUNCTION_WORDS


def _of_these(tokens: Tokens, last: int, lists: _Lists) -> Counted | None:
    """The noun behind "of the": "eleven of the patients", "thousands of homes"."""
    position = last + 1
    if tokens.word(position) != "of" or tokens.gap(last) not in _GAPS:
        return None
    position += 1
    while tokens.word(position) in _WHOSE:
        position += 1
    return _behind(tokens, position - 1, lists)


def _announced(tokens: Tokens, first: int, lists: _Lists) -> Counted | None:
    announces = tokens.word(first - 1) in _ANNOUNCING
    for back in range(first - 1, max(first - 1 - _LOOK_BACK, -1), -1):
        if (
            announces
            and tokens.words[back] == "of"
            and tokens.word(back - 1) == "number"
            and is_plural(tokens.word(back + 1))
        ):
            return Counted(
                singular(tokens.words[back + 1]), tokens.starts[back + 1], tokens.end(back + 1), first - 1
            )
        name = lists.before.get(tokens.words[back])
        if name and announces:
            return Counted(name, tokens.starts[back], tokens.end(back), first - 1)
    return None


def _befallen(tokens: Tokens, first: int, last: int, lists: _Lists) -> Counted | None:
    """The person in "12 were arrested" and "killing 12 and injuring 40"."""
    position = last + 1
    while tokens.word(position) in _BEFALLS:
        position += 1
    if position > last + 1 and tokens.word(position) in lists.states:
        return _here("person", tokens, position, position)
    back = first - 1
    while tokens.word(back) in _ROUGHLY:
        back -= 1
    if tokens.word(back) in lists.befall and _ends_here(tokens, last):
        return Counted("person", tokens.starts[back], tokens.end(back), last)
    return None


def _ends_here(tokens: Tokens, last: int) -> bool:
    following = tokens.word(last + 1)
    return tokens.gap(last) not in _GAPS or not following or following in FUNCTION_WORDS


def _past_initials(tokens: Tokens, position: int) -> int:
    """Beyond the letters of "U.S."."""
    while len(tokens.word(position)) == 1 and tokens.gap(position) in {".", ". "}:
        position += 1
    return position


def _is_adjective(word: str, lists: _Lists) -> bool:
    return word in lists.adjectives or (len(word) > _SHORTEST + 1 and word.endswith(lists.endings))


def _abbreviation(raw: str) -> str:
    """The singular of "MPs" and "PCs", in lower case; empty for another word."""
    return raw[:-1].lower() if raw[-1:] == "s" and len(raw) > 2 and raw[:-1].isupper() else ""  # noqa: PLR2004 - "Is"


def share(tokens: Tokens, last: int) -> Counted | None:
    """What a fraction is a share of: "two-thirds of the voters", "one in five children"."""
    position = last + 1
    while tokens.word(position) in _OF_THE:
        position += 1
    end = position
    while (
        end < len(tokens)
        and end < position + _REACH
        and tokens.gap(end - 1) in _GAPS
        and (tokens.words[end] not in FUNCTION_WORDS or tokens.raw(end) == "US")
        and tokens.words[end][0].isalpha()
    ):
        end += 1
        if is_plural(tokens.words[end - 1]):
            break
    return _here(tokens.words[end - 1], tokens, position, end - 1) if end > position else None


def _after_one(tokens: Tokens, last: int, lists: _Lists) -> Counted | None:
    """The singular behind one: "one proposal", "one senior official"; a pronoun counts nothing."""
    if tokens.gap(last) not in _GAPS:
        return None
    position = _past_initials(tokens, last + 1)
    following = tokens.word(position)
    if (
        _is_adjective(following, lists)
        and tokens.gap(position) in _GAPS
        and tokens.word(position + 1)[:1].isalpha()
        and tokens.word(position + 1) not in FUNCTION_WORDS
    ):
        position += 1
        following = tokens.words[position]
    if position >= len(tokens):
        return None
    if (
        following in FUNCTION_WORDS
        or following in lists.pronoun
        or not following
        or not following[0].isalpha()
    ):
        return None
    return _here(singular(following) if is_plural(following) else following, tokens, last + 1, position)


def _hyphened(tokens: Tokens, last: int, lists: _Lists) -> Counted | None:
    position = last + 1
    word = tokens.words[position]
    if (
        word in lists.compounds
        or not word[0].isalpha()
        or word in FUNCTION_WORDS
        or tokens.words[last] == "one"
    ):
        return None
    return _here(singular(word) if is_plural(word) else word, tokens, position, position)


def _here(name: str, tokens: Tokens, first: int, last: int) -> Counted:
    return Counted(name, tokens.starts[first], tokens.end(last), last)
