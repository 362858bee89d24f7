"""Is a number part of a name or an address rather than an amount? iPhone 11, S&P 500, COVID-19, /2019/08, 555-0100."""

from functools import cache
from typing import NamedTuple

from reliability.extract.currencies import currency_before
from reliability.extract.lexicon import lexicon, words
from reliability.extract.modifiers import modifies
from reliability.extract.numeral import Numeral
from reliability.extract.tokens import Tokens

_SPACES = frozenset({" ", "\u00a0", "-", ". ", "  ", "–"})
_HYPHENS = frozenset("-‑‐")
_PREFIXES = frozenset(
    [
        "mid",
        "pre",
        "post",
        "early",
        "late",
        "a",
        "an",
        "the",
        "sub",
        "minus",
        "plus",
        "non",
        "to",
        "and",
        "under",
        "over",
        "about",
        "in",
        "of",
        "magnitude",
    ]
)
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16"})
_COUNTRY_CODE = 3  # digits at most
_GROUPS = frozenset({"-", "–", "‐", "‑", " ", ".", ") ", "/", "", ":"})
_DASHES = frozenset("-–‐‑")
_ADDRESS = frozenset("/@_#&=\\")
_BRACKETED = 200  # characters of a bracket at most
_LARGE = 1000  # a name's number is small; "Ford 13,000 workers" is a torn sentence


class _Tables(NamedTuple):
    before: frozenset[str]
    always: frozenset[str]
    pronoun: frozenset[str]
    not_one: frozenset[str]
    calendar: frozenset[str]
    first: frozenset[str]
    numbered: frozenset[str]
    streets: frozenset[str]


@cache
def _tables() -> _Tables:
    names = lexicon("numbers")["names"]
    dates = lexicon("units")["dates"]
    return _Tables(
        words(names["before"]),
        words(names["always"]),
        words(names["pronoun"]),
        words(names["not_one"]),
        frozenset(dates["months"]) | frozenset(dates["weekdays"]),
        words(names["first"]),
        words(names["numbered"]),
        words(names["streets"]),
    )


def is_glued(tokens: Tokens, index: int) -> bool:
    """Whether digits are closed up to letters or an address: COVID-19, F-16, G20, /2019/08, @user1."""
    text, start = tokens.text, tokens.starts[index]
    if start == tokens.begin:
        return False
    before = text[start - 1]
    if before.isspace():
        return False
    if before in _ADDRESS:
        return not (before == "/" and text[start - 2 : start - 1].isdecimal() and start - 2 >= tokens.begin)
    earlier = text[start - 2] if start - 2 >= tokens.begin else " "
    if before in _HYPHENS and earlier.isalnum():
        prefix = tokens.word(index - 1)
        return not (prefix in _PREFIXES or prefix[:1].isdecimal() or _is_number_word(prefix))
    if before == "." and (earlier.isalnum() or earlier == "."):
        return True  # ID.3, a decimal of a torn number
    return before.isalpha() and currency_before(tokens, start) is None


@cache
def _is_number_word(word: str) -> bool:
    numbers = lexicon("numbers")
    return word in numbers["units"] or word in numbers["scales"]


def is_identifier(tokens: Tokens, index: int) -> bool:
    """Whether digits are a telephone number, a code, or an address: 0800 123 456, 555-123-4567, 192.168.0.1."""
    word = tokens.words[index]
    if word[0] == "0" and word.isdecimal() and len(word) > 1:
        return True
    if word.count(".") > 2 and "," not in word and not all(len(part) == 3 for part in word.split(".")[1:]):  # noqa: PLR2004
        return True
    if word in _tables().numbered or (tokens.gap(index) == ":" and tokens.word(index + 1)[:1].isdecimal()):
        return True  # a Boeing, a lap time
    if tokens.gap(index) == "/" and (other := tokens.word(index + 1)).isdecimal() and word.isdecimal():
        return int(word) >= int(other) or other not in _DENOMINATORS  # odds of 67/1, 24/7, 9/11
    if tokens.text[tokens.starts[index] - 1 : tokens.starts[index]] == "+" and index:
        return len(word) <= _COUNTRY_CODE and tokens.word(index + 1)[:1].isdecimal()
    return _is_chain(tokens, index)


def _is_chain(tokens: Tokens, index: int) -> bool:
    """Whether two dashes or more join three numbers: 555-123-4567, 7-2-3."""
    return all(
        tokens.gap(position) in _DASHES and tokens.word(position + 1)[:1].isdecimal()
        for position in (index, index + 1)
    )


def past_identifier(tokens: Tokens, index: int) -> int:
    """The first token beyond an identifier: its groups of digits are skipped as one."""
    position = index + 1
    while tokens.word(position)[:1].isdecimal() and tokens.gap(position - 1) in _GROUPS:
        position += 1
    return position


def is_bare_name(tokens: Tokens, read: Numeral) -> bool:
    """Whether a number without a unit is no amount: 24703L202, 5G, "1) explains", 10 Downing Street, "one of the"."""
    if not read.digits:
        return read.first == read.last and tokens.words[read.last] == "one" and _is_pronoun(tokens, read.last)
    return _is_glued_behind(tokens, read) or _is_enumerator(tokens, read) or _is_address(tokens, read.last)


def _is_glued_behind(tokens: Tokens, read: Numeral) -> bool:
    """Whether letters or an address are closed up behind; a unit or scale was read before."""
    behind, beyond = tokens.text[read.end : read.end + 1], tokens.text[read.end + 1 : read.end + 2]
    if not behind or behind.isspace():
        return False
    if behind in "@_\\" or (behind == "(" and beyond.isalnum()):
        return True
    if behind == "/":
        return beyond.isalnum() and not beyond.isdecimal()
    return behind.isalpha()


def _is_enumerator(tokens: Tokens, read: Numeral) -> bool:
    """Whether a bracket closes behind that nothing opened: "1) explains"."""
    text = tokens.text
    if text[read.end : read.end + 2].strip()[:1] != ")":
        return False
    begin = max(tokens.begin, read.start - _BRACKETED)
    return text.rfind("(", begin, read.start) <= text.rfind(")", begin, read.start)


def is_named(tokens: Tokens, first: int, read: Numeral, kind: str) -> bool:
    """Whether a number belongs to the name before it: Boeing 737, S&P 500, Section 427, Big 12.

    Args:
        tokens: The sentence.
        first: The number's first token, currency included.
        read: The number.
        kind: The kind of its unit, empty where it has none.
    """
    if not first or tokens.gap(first - 1) not in _SPACES:
        return (
            first > 0 and kind == "count" and tokens.gap(first - 1) == " -" and tokens.capitalised(first - 1)
        )
    tables = _tables()
    before, measures = tokens.words[first - 1], kind not in {"", "count"}
    if before in tables.always or (before == "no" and tokens.gap(first - 1) == ". "):
        return not measures
    if measures or read.scale > 1.0:
        return False
    if tokens.raw(first - 1) == before:  # no capital
        return before in tables.first and not kind
    if before in tables.before or (before == "p" and tokens.word(first - 2) == "s"):
        return True
    if before in tables.calendar or modifies(before):
        return False
    if kind:
        return _is_model(tokens, first, read)
    return first > 1 and read.value < _LARGE and (read.digits or tokens.capitalised(first))


def _is_model(tokens: Tokens, first: int, read: Numeral) -> bool:
    """Whether a small number stands right behind a name that no preposition opens: "the Falcon 9 rockets"."""
    if not read.digits or read.value >= _LARGE or first < 2:  # noqa: PLR2004 - a sentence begins with a capital anyway
        return False
    opener = first - 2
    while opener >= 0 and tokens.capitalised(opener) and tokens.gap(opener) == " ":
        opener -= 1
    return tokens.word(opener) in {
        "the",
        "a",
        "an",
        "of",
        "its",
        "new",
        "s",
        "his",
        "her",
        "their",
    } and read.value == int(read.value)


def is_compound(tokens: Tokens, index: int) -> bool:
    """Whether a number word is the tail of a compound that is no number: one-on-one, mid-forties."""
    prefix = tokens.word(index - 1)
    if not prefix or tokens.gap(index - 1) != "-":
        return False
    return not (prefix in _PREFIXES or prefix[:1].isdecimal() or _is_number_word(prefix))


def _is_address(tokens: Tokens, last: int) -> bool:
    """Whether a capitalised street follows: 10 Downing Street."""
    for position in range(last + 1, last + 4):
        if not tokens.capitalised(position) or tokens.gap(position - 1) != " ":
            return False
        if tokens.words[position] in _tables().streets and position > last + 1:
            return True
    return False


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    """Whether "one" stands for somebody or something: one of the, no one, one can."""
    tables = _tables()
    return (
        tokens.word(index - 1) in tables.not_one
        or tokens.word(index + 1) in tables.pronoun
        or tokens.gap(index) not in {" ", "\u00a0", "-", " - "}
    )
