"""Which dates and times does a sentence name? What the text says is kept as it is: nothing is filled in."""

import re
from functools import cache
from typing import Any, NamedTuple

from reliability.extract.clock import clock
from reliability.extract.lexicon import lexicon, words
from reliability.extract.tokens import Tokens

_ISO = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])(?:T[\d:.]+Z?)?")
_SEASON = re.compile(r"((?:19|20)\d\d)[-–/](\d\d|(?:19|20)\d\d)(?![\d-])")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/]|\.\d)")
_YEARS = range(1000, 2200)
_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_YEAR_DIGITS = 4
_LONGEST_DAY = 2  # digits of a day
_LONGEST = 10  # characters of a word that a date in digits can begin with: 27.04.2025
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SPACES = frozenset({" ", "\u00a0", "  "})
_BEFORE_DAY = frozenset({" ", "\u00a0", ". ", "-"})
_BEFORE_YEAR = frozenset({" ", ", ", "\u00a0", ". ", " , "})


class Moment(NamedTuple):
    """A date or time as far as the text gives it.

    Attributes:
        kind: ``date`` or ``time``.
        value: Partial ISO 8601 (``2019-08-13``, ``--08-13``, ``2019-08``, ``10:30``), a weekday, or
            the words (``last week``).
        last: Index of its last token.
        end: Where its last character ends.
    """

    kind: str
    value: str
    last: int
    end: int


class _Tables(NamedTuple):
    months: dict[str, int]
    weekdays: dict[str, str]
    relative: frozenset[str]
    spans: frozenset[str]
    days: frozenset[str]
    words: frozenset[str]
    before: frozenset[str]
    short: frozenset[str]


@cache
def _tables() -> _Tables:
    dates: dict[str, Any] = lexicon("units")["dates"]
    return _Tables(
        dates["months"],
        dates["weekdays"] | {f"{day}'s": name for day, name in dates["weekdays"].items() if day == name},
        frozenset(dates["relative"]),
        frozenset(dates["spans"]),
        frozenset(dates["days"]),
        words(dates["doubtful"]["months"]),
        words(dates["doubtful"]["before"]),
        words(dates["doubtful"]["weekdays"]),
    )


@cache
def openers() -> frozenset[str]:
    """The words in which a date can begin."""
    tables = _tables()
    return frozenset(tables.months) | frozenset(tables.weekdays) | tables.relative | tables.days


def moment(tokens: Tokens, index: int) -> Moment | None:
    """The date or time that begins at a token, or ``None``."""
    word = tokens.words[index]
    if word[0].isdecimal():
        return _from_digits(tokens, index) if len(word) <= _LONGEST else None
    tables = _tables()
    if word in tables.relative:
        spans = tokens.word(index + 1) in tables.spans and tokens.gap(index) in _SPACES
        return (
            Moment("date", f"{word} {tokens.words[index + 1]}", index + 1, tokens.end(index + 1))
            if spans
            else None
        )
    if word in tables.months:
        return _from_month(tokens, index)
    if word in tables.weekdays and tokens.capitalised(index):
        end = tokens.end(index)
        if word in tables.short and tokens.text[end : end + 1] not in {".", ","}:
            return None
        return Moment("date", tables.weekdays[word], index, end - 2 * word.endswith("'s"))
    if word in tables.days:
        return Moment("date", word, index, tokens.end(index))
    return None


def is_calendar(word: str) -> bool:
    """Whether a word is a month or a weekday."""
    tables = _tables()
    return word in tables.months or word in tables.weekdays


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether digits can be a year: four of them, no separator, from 1500 to 2099."""
    word = tokens.words[index]
    return len(word) == _YEAR_DIGITS and word.isdecimal() and ("15" <= word[:2] <= "21")


def _from_digits(tokens: Tokens, index: int) -> Moment | None:
    start, word = tokens.starts[index], tokens.words[index]
    if len(word) == _YEAR_DIGITS:
        if match := _ISO.match(tokens.text, start):
            day = match.end(3)
            return Moment("date", tokens.text[start:day], _last_before(tokens, index, match.end()), day)
        if (match := _SEASON.match(tokens.text, start)) and _follows(match[1], match[2]):
            until = match[2] if len(match[2]) == _YEAR_DIGITS else match[1][:2] + match[2]
            return Moment("date", f"{match[1]}/{until}", index + 1, match.end())
    following = tokens.text[start + len(word) : start + len(word) + 1]
    if (following in {"/", "."} or "." in word) and (match := _SLASHED.match(tokens.text, start)):
        return _slashed(tokens, index, match)
    if len(word) <= _YEAR_DIGITS + 1 and (time := clock(tokens.text, start)):
        value, end = time
        return Moment("time", value, _last_before(tokens, index, end), end)
    if len(word) > _LONGEST_DAY or not word.isdecimal() or int(word) not in _DAYS:
        return None
    return _from_day(tokens, index, int(word))


def _follows(year: str, other: str) -> bool:
    """Whether "2012-13" and "2011-2015" name a span of years."""
    if len(other) == _YEAR_DIGITS:
        return other > year
    return int(year[2:]) < int(other) or (year[2:] == "99" and other == "00")


def _slashed(tokens: Tokens, index: int, match: re.Match[str]) -> Moment | None:
    """27/04/2025: the day first or the month first, where one reading is possible; else as printed."""
    first, second, year = int(match[1]), int(match[3]), match[4]
    if (
        max(first, second) not in _DAYS
        or min(first, second) not in _MONTHS
        or (len(year) < _YEAR_DIGITS and match[2] == ".")
    ):
        return None
    value = match.group()
    if len(year) == _YEAR_DIGITS and (
        match[2] == "." or max(first, second) not in _MONTHS or first == second
    ):
        day, month = (second, first) if second not in _MONTHS else (first, second)
        value = f"{year}-{month:02d}-{day:02d}"
    return Moment("date", value, _last_before(tokens, index, match.end()), match.end())


def _from_day(tokens: Tokens, index: int, day: int) -> Moment | None:
    months = _tables().months
    position = index + 1
    if tokens.word(position) in _ENDINGS and tokens.gap(index) == "":
        position += 1
    if tokens.word(position) == "of":
        position += 1
    if (
        tokens.word(position) in months
        and tokens.gap(position - 1) in _SPACES | {"-"}
        and _prints_month(tokens, position, index)
    ):
        return _with_year(tokens, position, months[tokens.words[position]], day)
    return _shared_month(tokens, index, position, day)


def _shared_month(tokens: Tokens, index: int, position: int, day: int) -> Moment | None:
    """The first day of "1 and 20 July" or "18-22 October": it has the month of the second."""
    word, gap = tokens.word(position), tokens.gap(position - 1)
    if word in {"and", "to", "or"}:
        other = position + 1
    elif gap.strip() in {"-", "–", "/"}:
        other = position
    else:
        return None
    second = tokens.word(other)
    if not (
        second.isdecimal() and len(second) <= _LONGEST_DAY and int(second) in _DAYS and int(second) > day
    ):
        return None
    month = other + 1 + (tokens.word(other + 1) in _ENDINGS)
    if (
        tokens.word(month) in _tables().months
        and _prints_month(tokens, month, index)
        and tokens.gap(month - 1) in _SPACES
    ):
        last = position - 1
        return Moment(
            "date", f"--{_tables().months[tokens.words[month]]:02d}-{day:02d}", last, tokens.end(last)
        )
    return None


def _from_month(tokens: Tokens, index: int) -> Moment | None:
    tables = _tables()
    if not tokens.capitalised(index) and not (
        tokens.word(index + 1)[:1].isdecimal() and _prints_month(tokens, index, index)
    ):
        return None
    month = tables.months[tokens.words[index]]
    following, gap = tokens.word(index + 1), tokens.gap(index)
    is_day = following.isdecimal() and len(following) <= _LONGEST_DAY and int(following) in _DAYS
    if is_day and gap in _BEFORE_DAY:
        ended = tokens.gap(index + 1) == "" and tokens.word(index + 2) in _ENDINGS
        return _with_year(tokens, index + 1 + ended, month, int(following))
    year = index + 2 if following == "of" else index + 1
    if _is_year_word(tokens, year) and tokens.gap(year - 1) in _BEFORE_YEAR:
        return Moment("date", f"{tokens.words[year]}-{month:02d}", year, tokens.end(year))
    if tokens.words[index] in tables.words and tokens.word(index - 1) not in tables.before:
        return None
    return Moment("date", f"--{month:02d}", index, tokens.end(index))


def _prints_month(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a word beside a day is a month: by its capital, or, in texts without capitals, if it can be nothing else."""
    tables = _tables()
    if tokens.capitalised(index):
        return True
    return tokens.words[index] not in tables.words or tokens.word(first - 1) in {
        "on",
        "since",
        "until",
        "by",
        "from",
    }


def _with_year(tokens: Tokens, last: int, month: int, day: int) -> Moment:
    if _is_year_word(tokens, last + 1) and tokens.gap(last) in _BEFORE_YEAR:
        return Moment(
            "date", f"{tokens.words[last + 1]}-{month:02d}-{day:02d}", last + 1, tokens.end(last + 1)
        )
    return Moment("date", f"--{month:02d}-{day:02d}", last, tokens.end(last))


def _is_year_word(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return len(word) == _YEAR_DIGITS and word.isdecimal() and int(word) in _YEARS


def _last_before(tokens: Tokens, index: int, end: int) -> int:
    """The last token that begins before an offset."""
    last = index
    while last + 1 < len(tokens) and tokens.starts[last + 1] < end:
        last += 1
    return last


def until(tokens: Tokens, index: int, before: str) -> Moment | None:
    """The second day of "Sept. 20-24" and "May 3 and 4", given the date before it."""
    word = tokens.words[index]
    if (
        not word.isdecimal()
        or len(word) > _LONGEST_DAY
        or int(word) not in _DAYS
        or before[:2] != "--"
        or len(before) != len("--08-13")
    ):
        return None
    gap = tokens.gap(index - 1).strip()
    if gap not in {"-", "–"} or int(word) <= int(before[-2:]):
        return None
    return Moment("date", f"{before[:-2]}{int(word):02d}", index, tokens.end(index))
