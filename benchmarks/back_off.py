"""A rare word learns from what it shares with others: terms on words and signs, spread for fitting and added up again."""

import re
from typing import Any

import numpy as np

from reliability.extract import attribution_model as model
from reliability.extract.script import SIGNS, Vocabulary
from reliability.extract.templates import Term

Array = np.ndarray[Any, Any]
_LONE = re.compile(r"[a-z]+_(?P<kind>word|sign)(?P<step>-?\d)?")


def spread(terms: list[Term], known: Vocabulary) -> list[tuple[str, Array, int]]:
    """The terms, those on a word or sign spread into the thing itself and what it has in common with others."""
    parts = []
    for term in terms:
        sides, lookups = _lookups(term.name, known)
        if not lookups:
            parts.append((term.name, term.index, term.size))
        for kind, lookup in lookups.items():
            index = lookup[term.index // sides] * sides + term.index % sides
            parts.append((f"{term.name}/{kind}", index, int(lookup.max() + 1) * sides))
    return parts


def gather(tables: dict[str, Array], known: Vocabulary) -> dict[str, Array]:
    """Adds the parts of a term into one table."""
    gathered: dict[str, Array] = {}
    for name, weights in tables.items():
        whole, _, kind = name.partition("/")
        sides, lookups = _lookups(whole, known)
        if not kind:
            gathered[whole] = weights
            continue
        index = (lookups[kind][:, None] * sides + np.arange(sides)).ravel()
        gathered[whole] = gathered.get(whole, 0) + weights[index]
    return gathered


def _lookups(name: str, known: Vocabulary) -> tuple[int, dict[str, Array]]:
    """How many sides a term tells apart, and what its words or signs are to be looked at as."""
    sides = model.SIDES if name.startswith("span") else 1
    found = _LONE.fullmatch(name)
    if not found:
        return sides, {}
    if found["kind"] == "sign":
        signs = np.arange(SIGNS)
        return sides, {"whole": signs, "gap": signs // 8, "rest": signs % 8}
    parts = {"word": np.arange(len(known.stems)), "stem": known.stems, "frame": known.frames}
    kept = list(parts)[
        max(0, abs(int(found["step"] or 0)) - 1) :
    ]  # the farther a word, the less of it matters
    return sides, {part: parts[part] for part in kept}
