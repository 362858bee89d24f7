"""Short names for articles and for columns."""

from collections.abc import Iterable
from itertools import takewhile

from reliability.report.excerpt import visible

COLUMN = 7  # characters of a points column: room for "-100.0" and half of "consistency"


def short_names(ids: Iterable[str]) -> dict[str, str]:
    """For every id its shortest beginning that is no other's, cut where a word ends.

    ``000_59cb72`` and ``001_5f0fba`` become ``000`` and ``001``. ``reliability explain`` takes them.
    """
    ordered = sorted(ids)
    result = {}
    for index, name in enumerate(ordered):
        neighbours = ordered[max(0, index - 1) : index] + ordered[index + 1 : index + 2]
        end = 1 + max((_shared(name, other) for other in neighbours), default=0)
        while end < len(name) and name[end].isalnum():
            end += 1
        result[name] = visible(name[:end])
    return result


def heading(feature: str) -> str:
    """A feature's name folded to the width of a column: ``numeric``, ``consis-``, ``tency``."""
    return "\n".join(line for word in feature.split("_") for line in _folded(word))


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _folded(word: str) -> list[str]:
    if len(word) <= COLUMN:
        return [word]
    parts = -(-len(word) // (COLUMN - 1))
    size = -(-len(word) // parts)
    pieces = [word[start : start + size] for start in range(0, len(word), size)]
    return [*(piece + "-" for piece in pieces[:-1]), pieces[-1]]
