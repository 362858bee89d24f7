"""What is a number a number of? Its currency, percentage, measure, duration, or the noun it counts."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon
from reliability.extract.tokens import Tokens

# A currency before the number: letters and a sign ("US$", "NT$", "US $"), a sign, or letters alone ("Rs", "RM").
_BEFORE = re.compile(
    r"(?:(?:(?<![A-Za-z.])(?P<letters>[A-Za-z]{1,4}|U\.S\.)[\s\u00a0]?)?(?P<sign>[$€£¥₹₩₽₺₪₫₦₱฿₴₿])|(?<![A-Za-z])(?P<word>[A-Z][A-Za-z]{1,2})\.?)[\s\u00a0]?$"
)
_SIGN_AFTER = re.compile(r"[\s\u00a0\u202f]?(?P<sign>[€£¥₹₩₽₺₪₴]|%|‰|°\s?[CF]?\b|°)")
_SPACES = frozenset({" ", "\u00a0", "\u202f", "-", "\u2011", "\u2010", ""})
_WORD_GAP = frozenset({" ", "\u00a0", "\u202f", "  ", "\n", "’ ", "' "})
# Four words reach the noun of "35 newly reported armed robberies"; more reaches the next phrase.
_NOUN_REACH = 5
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "police": "police",
    "troops": "troop", "feet": "foot", "teeth": "tooth", "mice": "mouse", "crises": "crisis", "analyses": "analysis", "theses": "thesis", "criteria": "criterion",
    "phenomena": "phenomenon", "knives": "knife", "halves": "half", "shelves": "shelf", "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "buses": "bus", "viruses": "virus",
    "campuses": "campus", "bonuses": "bonus", "houses": "house", "cases": "case", "causes": "cause", "clauses": "clause", "licences": "licence", "movies": "movie", "series": "series", "species": "species",
    "cookies": "cookie", "zombies": "zombie", "calories": "calorie", "rookies": "rookie", "ties": "tie", "lies": "lie", "aircraft": "aircraft", "shoes": "shoe", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo",
    "headquarters": "headquarters", "axes": "axe", "caches": "cache", "gases": "gas", "dies": "die", "pies": "pie",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number measures.

    Attributes:
        kind: ``money``, ``percent``, ``measure``, ``duration`` or ``count``.
        name: ISO code, unit, or counted noun in the singular.
        end: Where its last character ends.
        last: Index of its last token.
        noun: Start and end of the counted words.
    """

    kind: str
    name: str
    end: int
    last: int
    noun: tuple[int, int] | None = None


@cache
def _tables() -> dict[str, Any]:
    units = lexicon("units")
    by_word = {word: ("measure", name) for name, words in units["measure"]["names"].items() for word in words}
    by_word |= {word: ("duration", name) for name, words in units["duration"].items() for word in words}
    return {
        "money": units["money"],
        "units": by_word,
        "temperature": units["measure"]["temperature"],
        "percent": frozenset(units["percent"]["words"]),
        "points": frozenset(units["percent"]["points"]),
        "plurals": frozenset(units["nouns"]["plurals"]),
        "states": frozenset(units["nouns"]["states"]),
        "before": units["nouns"]["before"],
    }


def currency_before(text: str, begin: int, start: int) -> tuple[str, int] | None:
    """The currency printed directly before a number, and where it begins.

    Args:
        text: The field.
        begin: Nothing before this offset is looked at.
        start: Where the number begins.
    """
    if start == begin:
        return None
    last = text[start - 1]
    if last.isalnum() and not last.isupper() and last not in "s":
        return None
    match = _BEFORE.search(text, max(begin, start - 8), start)
    if match is None:
        return None
    money = _tables()["money"]
    sign = match["sign"]
    if sign:
        letters = match["letters"]
        if letters:
            code = money["prefixes"].get(f"{letters.lower()}{sign}")
            if code:
                return code, match.start()
            return money["signs"][sign], match.start("sign")
        return money["signs"][sign], match.start()
    code = money["prefixes"].get(match["word"].lower())
    return (code, match.start()) if code else None


def unit_after(tokens: Tokens, index: int, end: int, *, digits: bool) -> Unit | None:
    """The unit printed directly behind a number: a sign, a unit's name, or a currency's.

    Args:
        tokens: The sentence.
        index: The number's last token.
        end: Where the number's last character ends.
        digits: Whether the number is printed in digits.
    """
    tables = _tables()
    sign = _SIGN_AFTER.match(tokens.text, end)
    if sign is not None:
        return _sign(tokens, index, sign, tables)
    word, gap = tokens.word(index + 1), tokens.gap(index)
    if gap not in _SPACES:
        return None
    if gap == "" and digits and word in tables["temperature"] and tokens.raw(index + 1).isupper():
        return Unit("measure", tables["temperature"][word], tokens.ends[index + 1], index + 1)
    if word in tables["percent"] or (word == "per" and tokens.word(index + 2) == "cent"):
        last = index + 2 if word == "per" else index + 1
        if tokens.word(last + 1) in tables["points"] and tokens.gap(last) in _SPACES:
            return Unit("percent", "percentage point", tokens.ends[last + 1], last + 1)
        return Unit("percent", "percent", tokens.ends[last], last)
    if word in {"pp", "pps"}:
        return Unit("percent", "percentage point", tokens.ends[index + 1], index + 1)
    if word == "basis" and tokens.word(index + 2) in tables["points"]:
        return Unit("percent", "basis point", tokens.ends[index + 2], index + 2)
    if (money := _currency_after(tokens, index, tables)) is not None:
        return money
    if word in tables["units"]:
        return _measure(tokens, index + 1, tables)
    if word in {"square", "sq", "cubic"} and tokens.word(index + 2) in tables["units"]:
        inner = _measure(tokens, index + 2, tables)
        return Unit(
            "measure", f"{'cubic' if word == 'cubic' else 'square'} {inner.name}", inner.end, inner.last
        )
    if word == "nautical" and tokens.word(index + 2) in {"mile", "miles"}:
        return Unit("measure", "nautical mile", tokens.ends[index + 2], index + 2)
    return None


def _sign(tokens: Tokens, index: int, sign: re.Match[str], tables: dict[str, Any]) -> Unit:
    mark = sign["sign"]
    last, end = index, sign.end()
    while last + 1 < len(tokens) and tokens.starts[last + 1] < end:
        last += 1
    if mark == "%":
        if tokens.word(last + 1) in tables["points"]:
            return Unit("percent", "percentage point", tokens.ends[last + 1], last + 1)
        return Unit("percent", "percent", end, last)
    if mark == "‰":
        return Unit("percent", "per mille", end, last)
    if mark[0] == "°":
        scale = mark[-1].lower()
        if scale in tables["temperature"]:
            return Unit("measure", tables["temperature"][scale], end, last)
        if tokens.word(last + 1) in {"celsius", "fahrenheit"}:
            return Unit("measure", tokens.words[last + 1], tokens.ends[last + 1], last + 1)
        return Unit("measure", "degree", end, last)
    return Unit("money", tables["money"]["signs"][mark], end, last)


def _currency_after(tokens: Tokens, index: int, tables: dict[str, Any]) -> Unit | None:
    money = tables["money"]
    position = index + 1
    nation = ""
    if tokens.word(position) == "u" and tokens.word(position + 1) == "s":
        nation, position = "us", position + 2
    elif (
        tokens.word(position) in {"new", "hong"}
        and f"{tokens.word(position)} {tokens.word(position + 1)}" in money["nations"]
    ):
        nation, position = f"{tokens.word(position)} {tokens.word(position + 1)}", position + 2
    elif tokens.word(position) == "new" and tokens.word(position + 1) == "zealand":
        nation, position = "zealand", position + 2
    elif tokens.word(position) in money["nations"]:
        nation, position = tokens.words[position], position + 1
    word = tokens.word(position)
    if word in {"pound", "pounds"} and (nation in {"", "british", "egyptian"}):
        # A bare pound weighs or pays: money where no weight is spoken of is the commoner one in news, but not certain.
        return Unit("money", money["nations"].get(nation, "GBP"), tokens.ends[position], position)
    if word == "won" and tokens.word(index + 1) == "won":
        return None  # "35 won": they won; the Korean won is printed with its nation or sign
    if word not in money["names"]:
        return None
    code = money["names"][word]
    if nation and word not in {"euro", "euros", "yen", "yuan"}:
        code = money["nations"][nation]
        if word in {"cent", "cents"}:
            code = "USD cent"
    if word == "real" and position == index + 1:
        return None
    return Unit("money", code, tokens.ends[position], position)


def _measure(tokens: Tokens, position: int, tables: dict[str, Any]) -> Unit:
    kind, name = tables["units"][tokens.words[position]]
    last = position
    if name == "degree" and tokens.word(position + 1) in {"celsius", "fahrenheit", "centigrade"}:
        last, name = (
            position + 1,
            "celsius" if tokens.word(position + 1) == "centigrade" else tokens.words[position + 1],
        )
    elif (
        tokens.word(position + 1) in {"per", "an", "a"}
        and tokens.word(position + 2) in {"hour", "second"}
        and kind == "measure"
    ):
        last, name = position + 2, f"{name} per {tokens.words[position + 2]}"
    elif name == "year" and tokens.word(position + 1) in {"old", "olds"}:
        last, kind, name = position + 1, "age", "year of age"
    elif name == "year" and tokens.words[position + 1 : position + 3] == ("of", "age"):
        last, kind, name = position + 2, "age", "year of age"
    return Unit(kind, name, tokens.ends[last], last)


def counted(tokens: Tokens, index: int) -> Unit | None:
    """The noun that a bare number counts: ``instances`` in "at least 35 reported instances of ...".

    The first plural noun within reach, on the near side of any function word; a state that stands for
    persons ("35 dead"); or a noun that announces the number ("a death toll of 35").
    """
    tables = _tables()
    position = index + 1
    for position in range(index + 1, min(index + 1 + _NOUN_REACH, len(tokens))):
        word = tokens.words[position]
        if tokens.gap(position - 1) not in _WORD_GAP and not (
            tokens.gap(position - 1) == "-" and position > index + 1
        ):
            break
        if word in tables["states"]:
            return Unit(
                "count",
                "person",
                tokens.ends[position],
                position,
                (tokens.starts[position], tokens.ends[position]),
            )
        if word in FUNCTION_WORDS or word[0].isdigit():
            if (
                word in {"other", "more", "new", "different", "additional", "further", "such", "second"}
                and position == index + 1
            ):
                continue
            break
        if _plural(word, tables):
            return Unit(
                "count",
                singular(word),
                tokens.ends[position],
                position,
                (tokens.starts[index + 1], tokens.ends[position]),
            )
    for back in range(index - 1, max(index - 6, -1), -1):
        word = tokens.words[back]
        if word in tables["before"] and tables["before"][word]:
            return Unit(
                "count",
                tables["before"][word],
                tokens.ends[index],
                index,
                (tokens.starts[back], tokens.ends[back]),
            )
    if (
        tokens.word(index) in {"one", "1", "a"}
        and index + 1 < len(tokens)
        and tokens.gap(index) in _WORD_GAP
        and tokens.words[index + 1] not in FUNCTION_WORDS
    ):
        return Unit(
            "count",
            tokens.words[index + 1],
            tokens.ends[index + 1],
            index + 1,
            (tokens.starts[index + 1], tokens.ends[index + 1]),
        )
    return None


def _plural(word: str, tables: dict[str, Any]) -> bool:
    return word in tables["plurals"] or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous")) and len(word) > 3
    )  # noqa: PLR2004 - "his", "was"


def singular(noun: str) -> str:
    """The singular of an English plural noun, good enough to be the name of what is counted."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 - "ties", "pies"
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
