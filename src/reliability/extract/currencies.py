"""Which currency stands before or behind a number?"""

import re
from functools import cache
from typing import Any, NamedTuple

from reliability.extract.lexicon import lexicon, words
from reliability.extract.numeral import JOINS, Numeral
from reliability.extract.tokens import Tokens

# Letters and a sign ("US$", "NT$", "US $"), a sign and letters ("$US", "$A"), a sign, or letters alone ("Rs", "RM").
_BEFORE = re.compile(
    r"(?:(?:(?<![A-Za-z.'’])(?P<letters>[A-Za-z]{1,4}|[Uu]\.[Ss]\.?)(?P<apart>[\s\u00a0])?)?(?P<sign>[$€£¥₹₩₽₺₪₫₦₱฿₴₿])(?P<after>[A-Z]{1,2}(?=\d|$))?"
    r"|(?<![A-Za-z])(?P<word>[A-Z][A-Za-z]{1,2}|Y=|MUSD|Y(?==))=?\.?)[\s\u00a0]?$"
)
_LOWER = frozenset("spk")  # the ends of "Rs", "Rp", "Tk"
_WIDEST = 9  # characters: "U.S. $ "
_NEAR = 9  # words in which a word of paying makes a pound money


class Money(NamedTuple):
    """A currency and where it stands: ``start`` and ``end`` are offsets, ``last`` a token."""

    code: str
    start: int
    end: int
    last: int


class _Tables(NamedTuple):
    signs: dict[str, str]
    prefixes: dict[str, str]
    names: dict[str, str]
    nations: dict[str, str]
    doubtful: frozenset[str]
    cues: frozenset[str]


@cache
def _tables() -> _Tables:
    money: dict[str, Any] = lexicon("units")["money"]
    return _Tables(
        money["signs"],
        money["prefixes"],
        {name: code for code, names in money["names"].items() for name in names.split()},
        money["nations"],
        words(money["doubtful"]["names"]),
        words(money["doubtful"]["cues"]),
    )


def currency_before(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """The currency printed directly before offset ``start``, and where it begins."""
    text, begin = tokens.text, tokens.begin
    if start <= begin:
        return None
    last = text[start - 1]
    if last in " \u00a0" and start - 1 > begin:
        last = text[start - 2]
    if last.isalnum() and not last.isupper() and last not in _LOWER:
        return None
    if last in ",;:!?()\"'“”‘’-–—/":
        return None
    match = _BEFORE.search(text, max(begin, start - _WIDEST), start)
    if match is None:
        return None
    tables = _tables()
    sign = match["sign"]
    if not sign:
        code = tables.prefixes.get(match["word"].lower())
        return (code, match.start()) if code and _may_be_sum(text, match, start) else None
    if match["after"]:
        return tables.prefixes.get(f"{match['after'].lower()}{sign}", tables.signs[sign]), match.start("sign")
    letters = (match["letters"] or "").lower().replace(".", "")
    if match["apart"] and match["letters"] in {"a", "A", "s"}:
        letters = ""  # "a $48 million contract"
    code = tables.prefixes.get(f"{letters}{sign}") if letters else None
    return (code, match.start()) if code else (tables.signs[sign], match.start("sign"))


def _may_be_sum(text: str, match: re.Match[str], start: int) -> bool:
    """Whether letters stand for a currency: "PS2.7m" is a sum whose pound sign was folded, "PS5" a console."""
    word = match["word"]
    if word.lower() == "ps":
        return match.end() == start and bool(
            re.match(r"\d+(?:[.,]\d|m\b|bn\b|k\b|\d\d)", text[start : start + 8])
        )
    return word.isupper() or word in {"Rs", "Rp", "Tk", "Dh", "Dhs", "Kr", "Ksh"} or text[start - 1] == "="


def currency_after(tokens: Tokens, read: Numeral) -> Money | None:
    """The currency named behind a number: "million US dollars", "Swiss francs", "yuan", "USD"."""
    index = read.last
    if tokens.gap(index) not in JOINS and tokens.gap(index) != "":
        return None
    tables = _tables()
    first = index + 1
    nation, position = _nation(tokens, first, tables)
    word = tokens.word(position)
    code = tables.names.get(word)
    if code is None:
        return None
    if nation is None and word in tables.doubtful and not _pays(tokens, read, position, tables):
        return None
    if word == "won" and (
        nation is None and (read.scale == 1.0 or tokens.word(position + 1) in {"by", "the", "a"})
    ):
        return None
    if word == "sen" and tokens.capitalised(position):
        return None  # a senator
    if nation is not None and " " not in code:
        code = nation
    return Money(code, tokens.starts[first], tokens.end(position), position)


def _nation(tokens: Tokens, first: int, tables: _Tables) -> tuple[str | None, int]:
    word, second = tokens.word(first), tokens.word(first + 1)
    if word == "u" and second == "s":
        return "USD", first + 2
    if f"{word} {second}" in tables.nations:
        return tables.nations[f"{word} {second}"], first + 2
    if word in tables.nations:
        return tables.nations[word], first + 1
    return None, first


def _pays(tokens: Tokens, read: Numeral, position: int, tables: _Tables) -> bool:
    """Whether a pound pays rather than weighs: a scale word, "sterling", or a word of paying nearby."""
    if tokens.word(position + 1) == "sterling" or read.scale > 1.0:
        return True
    if tokens.gap(read.last) == "-" and not tokens.words[position].endswith("s"):
        return False
    near = tokens.words[max(0, read.first - _NEAR) : position + _NEAR]
    return not tables.cues.isdisjoint(near)


def cents_after(tokens: Tokens, last: int) -> tuple[float, int] | None:
    """What "15 dollars 50" adds to the sum, and its last token."""
    position = last + 1
    if tokens.gap(last) not in {" ", "\u00a0"}:
        return None
    word = tokens.word(position)
    if not word.isdecimal() or len(word) > 2:  # noqa: PLR2004 - a hundred cents are a dollar
        return None
    ends = tokens.text[tokens.end(position) : tokens.end(position) + 1] in {".", ",", "", "\n", ";", "!", "?"}
    return (float(word) / 100.0, position) if ends else None
