"""Does a sentence state what it speaks of, doubt it, or deny it?"""

import re
import tomllib
from functools import cache
from importlib.resources import files

# What a sentence does with what it speaks of: the values of an ``Item`` of kind ``dispute``.
ASSERTS, HEDGES, REFUTES = range(3)


@cache
def _lists() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files(__package__).joinpath("status.toml").read_text(encoding="utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    """What only looks like one ("not a hoax", "did not deny", "false alarm") comes first, so that nothing else is seen in it."""
    denials, refuting = _any("denials"), f"{_any('refutes', phrases=False)}|{_any('denies')}"
    kinds = [f"(?P<{kind}>{_any(kind)})" for kind in ("refutes", "denies", "hedges")]
    turned = rf"(?P<turned>(?:{denials})\s+(?:(?:an?|the)\s+)?(?:{refuting}))"
    beside = f"(?P<beside>{_any('beside')})"
    return re.compile(rf"(?<![\w-])(?:{'|'.join((turned, beside, *kinds))})(?![\w-])")


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


def cues(text: str) -> list[tuple[str, int, int]]:
    """The words of a sentence that deny or doubt.

    Args:
        text: The sentence; case and the shape of apostrophes do not matter.

    Returns:
        Kind (``refutes``, ``denies``, ``hedges``), start and end of each, in order.
    """
    found = _pattern().finditer(text.lower().replace("’", "'"))
    return [(str(cue.lastgroup), *cue.span()) for cue in found if cue.lastgroup not in {"turned", "beside"}]
