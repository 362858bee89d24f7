"""Does a sentence state what it speaks of, doubt it, or deny it?"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from reliability.compare.words import WORD

# What a sentence does with what it speaks of: the values of an ``Item`` of kind ``dispute``.
ASSERTS, HEDGES, DENIES, REFUTES = range(4)

# "No militants at the border", "Police: no bomb in bag"; not "no longer", "No. 1", "no matter".
_NONE = r"(?:^|: |\b(?:is|are|was|were|has|have|had|finds?|found|says?) )no (?!longer|one|matter|doubt|wonder|big)(?=[a-z])"
_ASKED = re.compile(r"[^.!?:;…]*\?")


@cache
def _lists() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files(__package__).joinpath("status.toml").read_text(encoding="utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    """What only looks like one ("not a hoax", "did not deny", "false alarm") comes first, so that nothing else is seen in it."""
    denials, refuting = _any("denials"), _any("refutes", phrases=False)
    kinds = [f"(?P<{kind}>{_any(kind)})" for kind in ("refutes", "denies", "doubts", "hedges")]
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
    return frozenset(word for lists in _lists().values() for word in str(lists["words"]).split())


@cache
def denying() -> frozenset[str]:
    """The words by which somebody denies what another has said."""
    return frozenset(str(_lists()["denies"]["words"]).split())


@cache
def marks() -> frozenset[str]:
    """The longest word of each cue: a sentence without any has no cue, which is a cheap look before the dear one."""
    lists = [_lists()[kind] for kind in ("refutes", "denies", "doubts", "hedges")]
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
    asked = [found.span() for found in _ASKED.finditer(text)]
    met = list(_pattern().finditer(plain))
    found = [(str(cue.lastgroup), *cue.span()) for cue in met if cue.lastgroup not in {"turned", "beside"}]
    if not any(cue.lastgroup == "turned" for cue in met):
        found += [("negates", *cue.span()) for cue in _negation().finditer(plain) if not cue["beside"]]
    told = [cue for cue in found if not any(start <= cue[1] < end for start, end in asked)]
    return [*told, *(("hedges", start, end) for start, end in asked)]


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
