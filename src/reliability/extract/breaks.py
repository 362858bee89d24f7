"""Where were line breaks lost when a page was pasted into one paragraph?

Labels and headlines end without a full stop, so the sentence behind one runs into it: "Read More The council voted".
What gives the place away: a capital that only the opening of a sentence explains, a dateline, a phrase that is furniture
by itself, a full stop with no blank behind it. A place too many does no harm by itself: what is story on both sides
of it is one sentence again once it is judged.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words

# Function words that are names too when capitalised, and those that open no sentence.
_OPENS_NOTHING = words(
    "i us down d s t re ve ll m am who under off may will might out back like new up one below above"
)
_CAPITAL = "|".join(sorted(word.capitalize() for word in FUNCTION_WORDS - _OPENS_NOTHING if word.isalpha()))
# Inside titles that stand in a sentence a small word is mostly followed by a capital: "in The Hague", "of The Times".
_OPENING = re.compile(rf"(?<=[\w%]) +(?=[A-Z])(?=(?:{_CAPITAL})(?:['’][a-z]+)? +[\w\"“‘'$€£])")
_LAST_WORD = re.compile(r"[^\s\"“‘'’(\[]+$")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][\"”]?(?=[A-Z][a-z]+ )")
_AGENCIES = "Reuters|AP|AFP|CNN|dpa|UPI|ANI|PTI|IANS|Xinhua|DW|EFE|TASS|Kyodo|Yonhap|Bloomberg"
_DATELINE = re.compile(rf" (?=[A-Z])(?=(?:[A-Z][A-Z.]+,? |[A-Z][a-z]+,? ){{1,3}}\((?:{_AGENCIES})\))")
# A quotation that opens a sentence; inside one, a comma or a small word stands before it.
_QUOTED = re.compile(r"(?<=\w) (?=[\"“][A-Z][a-z]+ )")
_CAPITALISED = re.compile(r"(?<!\S)[A-Z][a-z]+(?= )")
_FURNITURE_KINDS = ("related", "navigation", "advertising", "comments")
_WORD = 24  # characters: longer words are no function words


def lost_breaks(text: str, start: int, end: int) -> list[int]:
    """Where, inside a sentence as ``sentences.split`` cuts them, a line may have begun.

    Args:
        text: The text.
        start: Where the sentence starts.
        end: Where it ends.

    Returns:
        Offsets in order, ``start`` and ``end`` left out.
    """
    phrases = list(_lines_of_furniture(text, start, end))
    found = {
        match.end()
        for match in _OPENING.finditer(text, start, end)
        if _may_end(text, start, match.start()) and not _inside(match.end(), phrases)
    }
    found.update(match.end() for match in _GLUED.finditer(text, start, end))
    if text.find("(", start, end) >= 0:
        found.update(match.end() for match in _DATELINE.finditer(text, start, end))
    found.update(
        match.end() for match in _QUOTED.finditer(text, start, end) if _is_name(text, start, match.start())
    )
    for first, last in phrases:
        found |= {first, last}
    return sorted(found - {start, end})


def _may_end(text: str, start: int, at: int) -> bool:
    """Whether the word before may be the last of a line."""
    last = _LAST_WORD.search(text, max(start, at - _WORD), at)
    return last is not None and last.group().lower() not in FUNCTION_WORDS


def _inside(at: int, phrases: list[tuple[int, int]]) -> bool:
    before = bisect_left(phrases, (at,)) - 1
    return before >= 0 and at < phrases[before][1]


def _is_name(text: str, start: int, at: int) -> bool:
    """Whether the word before is capitalised."""
    last = _LAST_WORD.search(text, max(start, at - _WORD), at)
    return last is not None and last.group()[0].isupper()


def _lines_of_furniture(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end (and the blank behind) of phrases of several words, capitalised, that are furniture by themselves.

    A capital, or nothing, must follow.
    """
    for match in _CAPITALISED.finditer(text, start, end):
        for phrase in _phrases().get(match.group().lower(), ()):
            stop = match.start() + len(phrase)
            if stop > end or text[match.start() : stop].lower() != phrase:
                continue
            if stop == end or (text[stop] == " " and not text[stop + 1 : stop + 2].islower()):
                yield match.start(), min(stop + 1, end)
                break


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Lines of furniture of two words and more, the longest first, by their first word."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind in _FURNITURE_KINDS:
        table = lexicon("furniture")[kind]
        for phrase in (*table.get("heads", ()), *table.get("whole", ())):
            if " " in phrase:
                found[phrase.split()[0]].append(phrase)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in found.items()}
