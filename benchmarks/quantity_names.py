"""What do the evaluation sets call the unit that we call this?

They name a count by its whole noun phrase without function words, the head in the singular ("two new seats":
``new seat``), a rate by its two units (``dollar per share``), and money by the currency's English name.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.nouns import singular
from reliability.records import Quantity

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RATE = re.compile(r"\s+(?:per|an?|each|every|/)\s+|\s*/\s*")


_DROPPED = FUNCTION_WORDS - {"new", "more", "other", "us"}


@cache
def _names() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def of_gold(unit: str | None) -> str:
    """A unit of the sets under the one name used for comparing; empty where there is none."""
    if not unit or unit == "-":
        return ""
    name = unit.lower().removeprefix("% ").strip()  # "% voter": a share of the voters
    return _names()["theirs"].get(name) or _common(name)


def of_ours(quantity: Quantity, text: str) -> str:
    """Our unit under the name used for comparing."""
    names = _names()["ours"]
    noun = text[quantity.noun.start : quantity.noun.end].lower() if quantity.noun else ""
    if quantity.kind in {"count", "number"} and quantity.noun and quantity.noun.start >= quantity.span.end:
        counted, by = _split(noun)
        name = names.get(quantity.unit) if len(counted.split()) == 1 else None
        name = name or _common(" ".join(word for word in _WORD.findall(counted) if word not in _DROPPED))
    else:
        _, by = _split(f" {noun}") if quantity.kind in {"money", "percent"} else ("", "")
        name = names.get(quantity.unit) or _common(quantity.unit.lower())
    return f"{name} per {names.get(by, by)}" if by else name


def _split(noun: str) -> tuple[str, str]:
    match = _RATE.search(noun)
    return (noun[: match.start()], noun[match.end() :].strip()) if match else (noun, "")


def _common(name: str) -> str:
    """Hyphens as spaces, participles before a noun dropped as the sets mostly do, the head in the singular."""
    if " per " in name or " of age" in name:
        return name
    words = name.replace("-", " ").split()
    if not words:
        return ""
    *before, head = words
    kept = [word for word in before if not word.endswith(("ed", "ing")) and word not in _DROPPED]
    return " ".join([*kept, "people" if head in {"people", "person", "persons"} else singular(head)])
