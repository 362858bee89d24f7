"""The sources of an article, each counted once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.words import FUNCTION_WORDS, WORD, fold
from reliability.records import Attribution, Consensus, Evidence, Measurement, Reading

_NAMED = frozenset({"person", "institution", "document", "outlet"})
# Behind one of these stands what else is told of a source: "the mayor, who", "papers seen by".
_BEHIND = re.compile(r",|\b(?:who|which|that|with|seen|obtained|released|issued|published)\b")


@dataclass(frozen=True, slots=True)
class SourceVariety:
    """How many different sources does it name, and how many of its sources could a reader ask?"""

    name: str = "source_variety"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Credits every named source once, and holds every statement of nobody in particular against them."""
        found: list[Evidence] = []
        met: list[_Source] = []
        for attribution in reading.attributions:
            if attribution.stance == "silent" or not (attribution.kind and attribution.tells):
                continue  # asked, acting, or whoever writes: no source of anything
            if attribution.kind == "vague":
                span = attribution.source or attribution.cue
                message = f"“{reading.printed(span)}”: a source that cannot be told from any other."
                found.append(Evidence(self.name, "vague", span, (), message, grades.get("vague", 0.0), 0.0))
                continue
            source = _Source.of(attribution, reading)
            if source.words and attribution.source and not any(source.same(known) for known in met):
                met.append(source)
                message = f"Source {len(met)}: “{source.called}”."
                credit = grades.get("named" if attribution.kind in _NAMED else "role", 0.0)
                found.append(Evidence(self.name, "traceable", attribution.source, (), message, 1.0, credit))
        return Measurement(self.name, tuple(found))


@dataclass(frozen=True, slots=True)
class _Source:
    """What a source is called, and the words that say which one it is, with their initials."""

    called: str
    words: frozenset[str]
    initials: str

    @classmethod
    def of(cls, attribution: Attribution, reading: Reading) -> "_Source":
        """A source without a name is what it is printed as; "she" whom the text does not resolve is nobody."""
        printed = reading.printed(attribution.source) if attribution.source else ""
        if attribution.kind == "person" or attribution.antecedent is not None:
            nobody = not attribution.name and printed[:1].islower()
            printed = "" if nobody else attribution.name or printed
        behind = _BEHIND.search(printed, 1)
        front = printed[: behind.start()] if behind else printed
        words = [fold(word) for word in WORD.findall(front.lower()) if word not in FUNCTION_WORDS]
        capitals = [word[0].lower() for word in WORD.findall(printed) if word[0].isupper() and word != "The"]
        return cls(front.strip(), frozenset(words), "".join(capitals))

    def same(self, other: "_Source") -> bool:
        """Whether two are one: "the Observatory" and "Syrian Observatory for Human Rights", "AP" and "Associated Press"."""
        if self.words <= other.words or other.words <= self.words:
            return True
        return self.words == {other.initials} or other.words == {self.initials}
