"""Does a sentence state what it speaks of, doubt it, or deny it?"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from reliability.compare.words import WORD

# What a sentence does with what it speaks of: the values of an ``Item`` of kind ``dispute``.
ASSERTS, HEDGES, DENIES, REFUTES = range(4)

# "No militants at the border", "Police: no bomb in bag"; not "no longer", "No. 1", "no matter".
_NONE = r"(?:^|: |\b(?:is|are|was|were|has|have|had|finds?|found|says?) )no (?!longer|one|matter|doubt|wonder|big)(?=[a-z])"
_KINDS = ("refutes", "denies", "doubts", "hedges")
_ASKED = re.compile(r"[^.!?:;…]*\?")
_ASKS = 3  # words of a question; "Mum?!" asks nothing
# "It is a spoof", "that was never true": of what was told before, where it stands this many words before the doubt.
_POINTS = r"\b(?:it|this|they|these|(?:that|which)(?='s|\s+(?:is|was|has|had|did|does|turned)\b))(?:'(?:s|d|re|ve))?(?:\s+[\w'-]+){0,4}\s*$"


@cache
def _lists() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files(__package__).joinpath("status.toml").read_text(encoding="utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    """What only looks like one ("not a hoax", "did not deny", "false alarm") comes first, so that nothing else is seen in it."""
    denials, refuting = _any("denials"), _any("refutes", phrases=False)
    left = rf"(?:{_any('open')})(?:\s+[\w'-]+){{0,3}}?\s+(?:{_any('refutes')})"
    countered = rf"(?:{_any('counters')})(?:\s+[\w'’-]+){{0,5}}?\s+(?:{_any('stories')})"
    listed = {kind: _any(kind) for kind in _KINDS}
    listed["denies"] += f"|{countered}"
    listed["doubts"] += f"|{left}"
    kinds = [f"(?P<{kind}>{listed[kind]})" for kind in ("doubts", "refutes", "denies", "hedges")]
    undenied = f"(?:{_any('undenied')})\\s+(?:{_any('denies', phrases=False)})"
    turned = rf"(?P<turned>(?:{denials})\s+(?:(?:an?|the)\s+)?(?:{refuting})|{undenied})"
    beside = f"(?P<beside>{_any('beside')})"
    return re.compile(rf"(?<![\w-])(?:{'|'.join((turned, beside, *kinds))})(?![\w-])")


@cache
def _negation() -> re.Pattern[str]:
    words = rf"(?<![\w-])(?:(?P<beside>{_any('beside_negates')})|{_any('negates')})(?![\w-])"
    return re.compile(f"{words}|{_NONE}")


def _any(kind: str, *, phrases: bool = True) -> str:
    lists = _lists()[kind]
    said = [*(lists.get("phrases", []) if phrases else []), *str(lists["words"]).split()]
    return "|".join(
        re.escape(one).replace(r"\ ", r"\s+") for one in sorted(said, key=lambda one: (-len(one), one))
    )


@cache
def cue_words() -> frozenset[str]:
    """All single words that deny or doubt: they say how something is told, not what."""
    return frozenset(
        word
        for kind in (*_KINDS, "denials", "undenied", "negates")
        for word in str(_lists()[kind]["words"]).split()
    )


@cache
def denying() -> frozenset[str]:
    """The words by which somebody denies what another has said."""
    return frozenset(str(_lists()["denies"]["words"]).split())


@cache
def marks() -> frozenset[str]:
    """The longest word of each cue: a sentence without any has no cue, which is a cheap look before the dear one."""
    lists = [_lists()[kind] for kind in (*_KINDS, "counters")]
    said = (one for entry in lists for one in [*entry["phrases"], *str(entry["words"]).split()])
    longest = {max(WORD.findall(one), key=len) for one in said}
    return frozenset(longest | {word.replace("'", "’") for word in longest})


def cues(text: str) -> list[tuple[str, int, int]]:
    """The words of a sentence that deny or doubt.

    Args:
        text: The sentence; case and the shape of apostrophes do not matter.

    Returns:
        Kind (``refutes``, ``denies``, ``doubts``, ``hedges``), start and end of each, in order.
    """
    found = _pattern().finditer(_plain(text))
    return [(str(cue.lastgroup), *cue.span()) for cue in found if cue.lastgroup not in {"turned", "beside"}]


def headline_cues(text: str) -> list[tuple[str, int, int]]:
    """The same of a headline, where a bare "not" (kind ``negates``) speaks too and a question leaves open what it asks."""
    plain = _plain(text)
    asked = [found.span() for found in _ASKED.finditer(text) if len(WORD.findall(found[0])) >= _ASKS]
    met = list(_pattern().finditer(plain))
    found = [(str(cue.lastgroup), *cue.span()) for cue in met if cue.lastgroup not in {"turned", "beside"}]
    if not any(cue.lastgroup == "turned" for cue in met):
        found += [("negates", *cue.span()) for cue in _negation().finditer(plain) if not cue["beside"]]
    told = [cue for cue in found if not any(start <= cue[1] < end for start, end in asked)]
    return [*told, *(("hedges", start, end) for start, end in asked)]


def of_the_story(text: str, start: int) -> bool:
    """Whether a doubt speaks of the story told before it, in words of its own: "It is a spoof", "the picture was doctored".

    Args:
        text: The sentence.
        start: Where its word of doubt begins.
    """
    return _pointing().search(_plain(text)[:start]) is not None


def opens_note(line: str) -> bool:
    """Whether a line is a newsroom's word on its own story: "UPDATE: ...", "Editor's note, 4 May: ..."."""
    return _note().match(_plain(line)) is not None


def of_a_statement(words: Iterable[str]) -> bool:
    """Whether a sentence speaks of a story, claim or picture as such."""
    return not _stories().isdisjoint(words)


@cache
def _stories() -> frozenset[str]:
    return frozenset(str(_lists()["stories"]["words"]).split())


@cache
def _pointing() -> re.Pattern[str]:
    told = rf"\b(?:the|this|that|these|those|her|his|its)\s+(?:[\w'-]+\s+)?(?:{_any('stories')})(?:\s+[\w'-]+){{0,4}}\s*$"
    return re.compile(f"{_POINTS}|{told}")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{_any('notes')})\b[^:.!?]{{0,30}}:")


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
