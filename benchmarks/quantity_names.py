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


@cache
def _names() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def of_gold(unit: str | None) -> str:
    """A unit of the sets under the one name used for comparing; empty where there is none."""
    if not unit or unit == "-":
        return ""
    name = unit.lower().removeprefix("% ").replace("-", " ").strip()  # "% voter": a share of the voters
    *before, head = name.split() or [""]
    name = _names()["theirs"].get(name, " ".join([*before, singular(head)]) if head not in {"people", "gas"} else name)
    return name


def of_ours(quantity: Quantity, text: str) -> str:
    """Our unit under the name used for comparing."""
    names = _names()["ours"]
    noun = text[quantity.noun.start : quantity.noun.end] if quantity.noun else ""
    if quantity.kind == "count" and quantity.noun and quantity.noun.start >= quantity.span.start:
        counted, _, per = noun.partition(_rate_of(noun)) if _rate_of(noun) else (noun, "", "")
        name = names.get(quantity.unit) if len(counted.split()) == 1 else None
        name = name or _phrase(counted.lower())
        return f"{name} per {_phrase(per.lower())}" if per else name
    name = names.get(quantity.unit, quantity.unit.lower())
    if quantity.noun and noun and (rate := _RATE.match(f" {noun}")):
        return f"{name} per {_phrase(f' {noun}'[rate.end() :].lower())}"
    return name


def _rate_of(noun: str) -> str:
    match = _RATE.search(noun)
    return match.group() if match else ""


def _phrase(words: str) -> str:
    kept = [word for word in _WORD.findall(words) if word not in FUNCTION_WORDS - {"new", "more", "per"}]
    if not kept:
        return ""
    last = kept[-1]
    return " ".join([*kept[:-1], "people" if last in {"people", "person", "persons"} else singular(last)])
