"""The sources of an article, each counted once."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Attribution, Consensus, Evidence, Measurement, Reading

_NAMED = frozenset({"person", "institution", "document", "outlet"})


@dataclass(frozen=True, slots=True)
class SourceVariety:
    """How many different sources does it name, and how many of its sources could a reader ask?"""

    name: str = "source_variety"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Credits every named source once, and holds every statement of nobody in particular against them."""
        found: list[Evidence] = []
        met: set[str] = set()
        for attribution in reading.attributions:
            if attribution.stance == "silent":
                continue  # asked, and no source of anything
            if attribution.kind == "vague":
                span = attribution.source or attribution.cue
                message = f"“{reading.printed(span)}”: a source that cannot be told from any other."
                found.append(Evidence(self.name, "vague", span, (), message, grades.get("vague", 0.0), 0.0))
                continue
            name = _name(attribution, reading)
            if name and attribution.source and (key := _key(attribution.kind, name)) not in met:
                met.add(key)
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


def _key(kind: str, name: str) -> str:
    """What two mentions of one source have in common: of a person the surname."""
    words = name.lower().replace("’", "'").removesuffix("'s").split()
    return words[-1] if kind == "person" else " ".join(words).removeprefix("the ")
