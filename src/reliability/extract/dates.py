"""Which dates and times does a sentence name? What the text says is kept as it is: nothing is filled in."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reliability.extract.lexicon import lexicon
from reliability.extract.tokens import Tokens

_ISO = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_SEASON = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)(?![\d-])")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s?(a\.?m\b\.?|p\.?m\b\.?)", re.IGNORECASE)
_COLON = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?!\d)")
_NOON = 12
_YEARS = range(1500, 2100)
_DAYS = range(1, 32)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as far as the text gives it.

    Attributes:
        kind: ``date`` or ``time``.
        value: Partial ISO 8601 (``2019-08-13``, ``--08-13``, ``2019-08``, ``10:30``), a weekday, or
            the words (``last week``).
        first: Index of its first token.
        last: Index of its last token.
        end: Where its last character ends.
    """

    kind: str
    value: str
    first: int
    last: int
    end: int


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = lexicon("units")["dates"]
    tables["openers"] = (
        frozenset(tables["months"])
        | frozenset(tables["weekdays"])
        | frozenset(tables["relative"])
        | frozenset(tables["days"])
    )
    return tables


def openers() -> frozenset[str]:
    """The words in which a date can begin or be recognised."""
    found: frozenset[str] = _tables()["openers"]
    return found


def moment(tokens: Tokens, index: int) -> Moment | None:
    """The date or time that begins at a token, or ``None``."""
    word = tokens.words[index]
    if word[0].isdigit():
        return _from_digits(tokens, index)
    tables = _tables()
    if word in tables["months"]:
        return _from_month(tokens, index)
    if word in tables["weekdays"] and tokens.capitalised(index):
        if word in {"sun", "mon", "sat", "wed", "fri", "tue", "thu"} and tokens.text[
            tokens.ends[index] : tokens.ends[index] + 1
        ] not in {".", ","}:
            return None
        return Moment("date", tables["weekdays"][word], index, index, tokens.ends[index])
    if (
        word in tables["relative"]
        and tokens.word(index + 1) in tables["spans"]
        and tokens.gap(index) in {" ", "\u00a0"}
    ):
        return Moment("date", f"{word} {tokens.words[index + 1]}", index, index + 1, tokens.ends[index + 1])
    if word in tables["days"]:
        return Moment("date", word, index, index, tokens.ends[index])
    return None


def _from_digits(tokens: Tokens, index: int) -> Moment | None:
    start = tokens.starts[index]
    if match := _ISO.match(tokens.text, start):
        return Moment("date", match.group(), index, index + 2, match.end())
    word = tokens.words[index]
    if (
        len(word) == 4
        and (match := _SEASON.match(tokens.text, start))
        and int(match[2]) == (int(match[1]) + 1) % 100
    ):  # noqa: PLR2004
        return Moment("date", f"{match[1]}/{int(match[1]) + 1}", index, index + 1, match.end())
    if len(word) > 5:  # noqa: PLR2004 - no clock prints more than 10.30
        return None
    if match := _CLOCK.match(tokens.text, start):
        hour = int(match[1])
        if hour <= _NOON:
            hour = hour % _NOON + (_NOON if match[3][0] in "pP" else 0)
            last = index
            while last + 1 < len(tokens) and tokens.ends[last + 1] <= match.end():
                last += 1
            return Moment("time", f"{hour:02d}:{match[2] or '00'}", index, last, match.end())
    if match := _COLON.match(tokens.text, start):
        return Moment("time", f"{int(match[1]):02d}:{match[2]}", index, index + 1, match.end())
    months = _tables()["months"]
    following = tokens.word(index + 1)
    position = index + 1
    if following in {"st", "nd", "rd", "th"} and tokens.gap(index) == "":
        position += 1
        following = tokens.word(position)
    if following == "of":
        position += 1
        following = tokens.word(position)
    if following in months and tokens.capitalised(position) and word.isdigit() and int(word) in _DAYS:
        return _with_year(tokens, index, position, months[following], int(word))
    return None


def _from_month(tokens: Tokens, index: int) -> Moment | None:
    if not tokens.capitalised(index):
        return None
    month = _tables()["months"][tokens.words[index]]
    following, gap = tokens.word(index + 1), tokens.gap(index)
    if gap in {" ", "\u00a0", ". "} and following.isdigit():
        if int(following) in _DAYS and len(following) <= 2:  # noqa: PLR2004
            last = index + 1
            if tokens.gap(last) == "" and tokens.word(last + 1) in {"st", "nd", "rd", "th"}:
                last += 1
            return _with_year(tokens, index, last, month, int(following))
        if int(following) in _YEARS:
            return Moment("date", f"{following}-{month:02d}", index, index + 1, tokens.ends[index + 1])
    if gap == ", " and following.isdigit() and len(following) == 4 and int(following) in _YEARS:  # noqa: PLR2004
        return Moment("date", f"{following}-{month:02d}", index, index + 1, tokens.ends[index + 1])
    if tokens.words[index] in {"may", "march", "mar", "dec", "jan", "jun", "sep"} and not _is_month(
        tokens, index
    ):
        return None
    return Moment("date", f"--{month:02d}", index, index, tokens.ends[index])


def _is_month(tokens: Tokens, index: int) -> bool:
    """Whether a bare "May" or "March" is the month, by the word before it."""
    return tokens.word(index - 1) in {
        "in",
        "since",
        "last",
        "next",
        "this",
        "of",
        "until",
        "till",
        "by",
        "from",
        "to",
        "and",
        "early",
        "late",
        "mid",
        "during",
        "before",
        "after",
        "between",
        "through",
    }


def _with_year(tokens: Tokens, first: int, last: int, month: int, day: int) -> Moment:
    year = tokens.word(last + 1)
    if (
        tokens.gap(last) in {" ", ", ", "\u00a0", ". "}
        and year.isdigit()
        and len(year) == 4
        and int(year) in _YEARS
    ):  # noqa: PLR2004
        return Moment("date", f"{year}-{month:02d}-{day:02d}", first, last + 1, tokens.ends[last + 1])
    return Moment("date", f"--{month:02d}-{day:02d}", first, last, tokens.ends[last])
