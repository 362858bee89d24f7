"""When do two names name the same person or body?"""

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    "mr mrs ms dr prof professor sir sen senator rep gov governor gen president minister secretary judge justice chief coach captain mayor director".split()
)


def same_name(first: str, second: str) -> bool:
    """Whether two names can be of one bearer: equal, one part of the other (``Sint``, ``Amara Sint``), or an
    abbreviation of the other (``UN``, ``United Nations``).
    """
    a, b = _parts(first), _parts(second)
    if not a or not b:
        return True  # a bare title names nobody that could be somebody else
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return "".join(a) == "".join(part[0] for part in b) or "".join(b) == "".join(part[0] for part in a)


def _parts(name: str) -> list[str]:
    return [part for part in (match.lower() for match in _LETTERS.findall(name)) if part not in _TITLES]
