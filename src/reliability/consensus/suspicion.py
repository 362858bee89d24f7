"""What makes it likely, before texts are compared, that two articles are one story? Hints, never proof."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from reliability.records import Item, Reading

_EDGE = 300  # characters at either end of an article: byline and dateline, and the credit line
# A wrong value that more voices than this share is a rival account and no slip that one took over from another.
_MOST = 3
_OUTVOTED = 2

Pair = tuple[int, int]


def credits_(readings: tuple[Reading, ...]) -> list[frozenset[str]]:
    """Per article, the agencies that it credits."""
    signed, agencies = _signed()
    found = []
    for reading in readings:
        text = reading.article.text
        edges = text[:_EDGE], text[max(_EDGE, len(text) - _EDGE) :]
        names = (match[1] or match[2] for edge in edges for match in signed.finditer(edge))
        found.append(frozenset(agencies[name] for name in names))
    return found


@cache
def _signed() -> tuple[re.Pattern[str], dict[str, str]]:
    """Where an agency's name stands in brackets or in a line by itself, and whose name it is."""
    listed = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text(encoding="utf-8"))
    agencies = {name: agency for agency, names in listed.items() for name in names}
    names = "|".join(map(re.escape, agencies))
    return re.compile(rf"\(({names})\)|^(?:By |Source: |The )*({names})\.?$", re.MULTILINE), agencies


def shared_errors(items: Iterable[Item], voices: Mapping[str, int]) -> frozenset[Pair]:
    """Pairs of voices that state the same where at least twice as many others, two at least, state otherwise.

    Agreeing on what is rare and wrong says copying; agreeing on what is true does not (Dong et al. 2009).

    Args:
        items: The items of the event.
        voices: The voice of each article, whosever testimony its claims are.
    """
    found: set[Pair] = set()
    for item in items:
        for value in {claim.value for claim in item.claims} if item.differences else ():
            against = max((len(side.voices) for side in item.sides(value).opposed.values()), default=0)
            if against < _OUTVOTED:
                continue
            claims = (claim for same in item.agreeing(value) for claim in item.claims_on(same))
            together = sorted({voices[claim.article_id] for claim in claims})
            if 1 < len(together) <= _MOST and against >= _OUTVOTED * len(together):
                found.update((a, b) for a in together for b in together if a < b)
    return frozenset(found)
