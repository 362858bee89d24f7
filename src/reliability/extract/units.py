"""What does a number measure? The percentage, unit, duration or age printed behind it, and what it is a rate by."""

import re
from functools import cache
from typing import Any, NamedTuple

from reliability.extract.lexicon import lexicon, words
from reliability.extract.numeral import Numeral
from reliability.extract.tokens import Tokens

_SIGN_AFTER = re.compile(r"[\s\u00a0\u202f]?(?P<sign>[€£¥₹₩₽₺₪₴$₡₾₫₱฿](?!\s?\d)|%|‰|°\s?[CF]?\b|°)")
_GAPS = frozenset({" ", "\u00a0", "\u202f", "-", "\u2011", "\u2010", "", " [", " <", " - ", "- "})
_SPACES = frozenset({" ", "\u00a0", "\u202f"})
_SHORT = 2  # letters of the abbreviations told apart by case
_SYNONYMS = {"metric ton": "tonne", "metric tonne": "tonne", "light year": "light-year"}
_SQUARED = {"m": "metre", "ft": "foot", "km": "kilometre"}
_KINDS_OF_UNIT = frozenset({"nautical", "metric", "short", "long", "light", "fluid", "troy"})
_PATIENTS = frozenset({"man", "woman", "boy", "girl", "male", "female", "o"})  # "87 yo man"
_TIMES = frozenset({"day", "week", "month", "year", "hour"})


class Unit(NamedTuple):
    """What a number measures.

    Attributes:
        kind: ``money``, ``percent``, ``measure``, ``duration``, ``age`` or ``count``.
        name: ISO code, unit, or counted noun in the singular.
        end: Where its last character ends.
        last: Index of its last token.
        noun: Start and end of the counted words, or of what the number is a rate by.
    """

    kind: str
    name: str
    end: int
    last: int
    noun: tuple[int, int] | None = None


class _Tables(NamedTuple):
    names: dict[str, tuple[str, str]]
    cased: dict[str, str]
    closed: frozenset[str]
    spaced: frozenset[str]
    percent: frozenset[str]
    points: frozenset[str]
    by: frozenset[str]
    by_names: dict[str, str]
    signs: dict[str, str]
    durations: frozenset[str]


@cache
def _tables() -> _Tables:
    units: dict[str, Any] = lexicon("units")
    measure = units["measure"]
    names = {word: ("measure", name) for name, row in measure["names"].items() for word in row.split()}
    names |= {word: ("duration", name) for name, row in units["duration"].items() for word in row.split()}
    cased = {short: name for short, name in measure["cased"].items() if short not in {"closed", "spaced"}}
    rates = dict(measure["rates"])
    by = words(rates.pop("by"))
    names["times"] = ("count", "time")
    return _Tables(
        names, cased, words(measure["cased"]["closed"]), words(measure["cased"]["spaced"]),
        frozenset(units["percent"]["words"]), frozenset(units["percent"]["points"]), by | frozenset(rates), rates,
        units["money"]["signs"], frozenset(units["duration"]),
    )  # fmt: skip


def durations() -> frozenset[str]:
    """The names of the units of time."""
    return _tables().durations


def unit_after(tokens: Tokens, read: Numeral) -> Unit | None:
    """The unit printed directly behind a number: a sign, or a unit's name. Currencies by name are read elsewhere."""
    tables = _tables()
    text, end = tokens.text, read.end
    if text[end : end + 2].strip(" \u00a0\u202f")[:1] in tables.signs.keys() | {"%", "‰", "°"}:
        sign = _SIGN_AFTER.match(text, end)
        if sign is not None:
            return _sign(tokens, read.last, sign, tables)
    index = read.last + 1
    word, gap = tokens.word(index), tokens.gap(read.last)
    if not word or gap not in _GAPS:
        return None
    if word in tables.percent or (word == "per" and tokens.word(index + 1) == "cent"):
        return _percent(tokens, index + 1 if word == "per" else index, word, gap, tables)
    if word in {"pp", "pps", "ppt", "ppts"} and read.digits:
        return Unit("percent", "percentage point", tokens.end(index), index)
    if word == "basis" and tokens.word(index + 1) in tables.points:
        return Unit("percent", "basis point", tokens.end(index + 1), index + 1)
    return _measure(tokens, read, index, gap, tables)


def rate(tokens: Tokens, last: int) -> tuple[str, int] | None:
    """What a number is a rate by ("a barrel", "per day", "/kg"): the name and the last token; or ``None``."""
    tables = _tables()
    first = last + 1
    word, gap = tokens.word(first), tokens.gap(last)
    if gap == "/" and word in tables.by:
        return tables.by_names.get(word, word), first
    position = first + 1
    by = tokens.word(position)
    if word == "each" and gap in _SPACES and by in tables.by:
        return by, position
    if by not in tables.by or word not in {"a", "an", "per", "every"}:
        return None
    if gap in _SPACES or gap in {"-", " - "}:
        if (
            tokens.word(position + 1) in {"ago", "earlier", "later", "before", "after", "old", "in"}
            and word != "per"
        ):
            return None
        return tables.by_names.get(by, by), position
    return None


def _percent(tokens: Tokens, last: int, word: str, gap: str, tables: _Tables) -> Unit | None:
    if word == "pc" and gap != "" and tokens.raw(last) != "pc":
        return None
    if tokens.word(last + 1) in tables.points and tokens.gap(last) in _GAPS:
        return Unit("percent", "percentage point", tokens.end(last + 1), last + 1)
    return Unit("percent", "percent", tokens.end(last), last)


def _sign(tokens: Tokens, index: int, sign: re.Match[str], tables: _Tables) -> Unit:
    mark = sign["sign"]
    last, end = index, sign.end()
    while last + 1 < len(tokens) and tokens.starts[last + 1] < end:
        last += 1
    if mark == "%":
        gap = tokens.text[end : end + 1]
        if tokens.word(last + 1) in tables.points and gap in {" ", "-", "\u00a0"}:
            return Unit("percent", "percentage point", tokens.end(last + 1), last + 1)
        return Unit("percent", "percent", end, last)
    if mark == "‰":
        return Unit("percent", "per mille", end, last)
    if mark[0] == "°":
        scale = {"c": "celsius", "f": "fahrenheit"}.get(mark[-1].lower())
        if scale:
            return Unit("measure", scale, end, last)
        if tokens.word(last + 1) in {"celsius", "fahrenheit", "centigrade"}:
            return Unit("measure", tables.names[tokens.words[last + 1]][1], tokens.end(last + 1), last + 1)
        return Unit("measure", "degree", end, last)
    return Unit("money", tables.signs[mark], end, last)


def _measure(tokens: Tokens, read: Numeral, index: int, gap: str, tables: _Tables) -> Unit | None:
    word = tokens.words[index]
    if gap == "" and tokens.text[tokens.end(index) : tokens.end(index) + 1].isalnum():
        return None  # 24703m212
    raw = tokens.raw(index) if len(word) <= _SHORT and read.digits else ""
    if raw in tables.cased:
        spaced = gap == " " and (
            raw not in tables.closed or (raw in tables.spaced and _ends_there(tokens, index))
        )
        if gap == "" or spaced:
            name = tables.cased[raw]
            kind = "duration" if name in tables.durations else "money" if name[:3].isupper() else "measure"
            return _rated(tokens, Unit(kind, name, tokens.end(index), index))
        if raw in tables.closed:
            return None
    return _of_two_words(tokens, index, tables) or _by_name(tokens, read, index, tables)


def _of_two_words(tokens: Tokens, index: int, tables: _Tables) -> Unit | None:
    """Square feet, sq m, nautical miles, metric tons."""
    word = tokens.words[index]
    following = tokens.word(index + 1)
    inner = _SQUARED.get(following) or tables.names.get(following, ("", ""))[1]
    if not inner:
        return None
    if word in {"square", "sq", "cubic", "cu"}:
        name = f"{'cubic' if word[0] == 'c' else 'square'} {inner}"
        return _rated(tokens, Unit("measure", name, tokens.end(index + 1), index + 1))
    if word in _KINDS_OF_UNIT:
        name = _SYNONYMS.get(f"{word} {inner}", f"{word} {inner}")
        return Unit("measure", name, tokens.end(index + 1), index + 1)
    return None


def _by_name(tokens: Tokens, read: Numeral, index: int, tables: _Tables) -> Unit | None:
    """A unit printed as a word or an abbreviation; abbreviations stand behind digits ("six ha" is a laugh)."""
    word = tokens.words[index]
    if word in {"yo", "y"} and read.digits and tokens.word(index + 1) in _PATIENTS:
        return Unit("age", "year of age", tokens.end(index), index)
    found = tables.names.get(word)
    if found is None or (not read.digits and (len(word) <= _SHORT or word == "stone")):
        return None
    return _named(tokens, Unit(*found, tokens.end(index), index), tables)


def _ends_there(tokens: Tokens, index: int) -> bool:
    """Whether a spaced letter is a unit: nothing but a mark or another number's sign follows, or an everyday word."""
    return not tokens.capitalised(index + 1) or tokens.gap(index) != " "


def _named(tokens: Tokens, unit: Unit, tables: _Tables) -> Unit:
    """The unit with what belongs to its name: degrees Celsius, years old, foot-pounds."""
    last, name = unit.last, unit.name
    following, gap = tokens.word(last + 1), tokens.gap(last)
    if name == "degree" and gap in _SPACES:
        scale = tables.names.get(following, ("", ""))[1]
        letter = {"c": "celsius", "f": "fahrenheit"}.get(following)
        if scale in {"celsius", "fahrenheit"} or letter:
            return unit._replace(name=letter or scale, end=tokens.end(last + 1), last=last + 1)
    if unit.kind == "duration" and gap in _GAPS:
        if following in {"old", "olds"}:
            return Unit("age", f"{name} of age", tokens.end(last + 1), last + 1)
        if tokens.words[last + 1 : last + 3] == ("of", "age"):
            return Unit("age", f"{name} of age", tokens.end(last + 2), last + 2)
    if (
        name in {"pound", "foot"}
        and gap == "-"
        and following in {"ft", "feet", "foot", "lb", "lbs", "pounds"}
    ):
        return unit._replace(name="foot pound-force", end=tokens.end(last + 1), last=last + 1)
    return _rated(tokens, unit)


def _rated(tokens: Tokens, unit: Unit) -> Unit:
    """A measure with its rate: miles per hour, barrels a day, kV/cm; an ampler rate is kept apart for money."""
    if unit.kind != "measure":
        return unit
    if tokens.word(unit.last + 1) == "of":  # 2.4 billion gallons of jet fuel a year
        for position in range(unit.last + 2, unit.last + 5):
            by = rate(tokens, position)
            if by is not None and by[0] in _TIMES:
                return unit._replace(name=f"{unit.name} per {by[0]}")
            if tokens.gap(position) not in _SPACES:
                break
    found = rate(tokens, unit.last)
    if found is None or (unit.name == "mile" and found[0] == "mile"):
        return unit
    name, last = found
    return unit._replace(name=f"{unit.name} per {name}", end=tokens.end(last), last=last)
