"""The sources of an article, each counted once."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.words import FUNCTION_WORDS, fold
from reliability.records import Attribution, Consensus, Evidence, Measurement, Reading

_NAMED = frozenset({"person", "institution", "document", "outlet"})


@dataclass(frozen=True, slots=True)
class SourceVariety:
    """How many different sources does it name, and how many of its sources could a reader ask?"""

    name: str = "source_variety"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Credits every named source once, and holds every statement of nobody in particular against them."""
        found: list[Evidence] = []
        met: list[frozenset[str]] = []
        for attribution in reading.attributions:
            if attribution.stance == "silent":
                continue  # asked, and no source of anything
            if attribution.kind == "vague":
                span = attribution.source or attribution.cue
                message = f"“{reading.printed(span)}”: a source that cannot be told from any other."
                found.append(Evidence(self.name, "vague", span, (), message, grades.get("vague", 0.0), 0.0))
                continue
            name = _name(attribution, reading)
            key = _key(attribution.kind, name)
            if key and attribution.source and not any(key <= known or known <= key for known in met):
                met.append(key)
                message = f"Source {len(met)}: “{name}”."
                credit = grades.get("named" if attribution.kind in _NAMED else "role", 0.0)
                found.append(Evidence(self.name, "traceable", attribution.source, (), message, 1.0, credit))
        return Measurement(self.name, tuple(found))


def _name(attribution: Attribution, reading: Reading) -> str:
    """The source's name; what it is called where it has none; empty for "she" whom the text does not resolve."""
    if attribution.name or attribution.source is None:
        return attribution.name
    printed = reading.printed(attribution.source)
    return "" if attribution.kind == "person" and printed[:1].islower() else printed


def _key(kind: str, name: str) -> frozenset[str]:
    """What mentions of one source have in common: of a person the surname, else the words that say which one it is.

    "The Observatory" is the "Syrian Observatory for Human Rights" named before; a pronoun names nobody.
    """
    words = [word for word in name.lower().replace("’", "'").split() if word not in FUNCTION_WORDS]
    folded = [fold(word.strip("'\".,()")) for word in words]
    return frozenset(folded[-1:] if kind == "person" else folded)
