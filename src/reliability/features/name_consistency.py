"""Names held against what the other voices call the same persons and bodies."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.testimony import Testimony, testimony
from reliability.records import Claim, Consensus, Evidence, Measurement, Reading, Span

_SHOWN = 3  # names that the sentence on all that agree tells; the rest is counted
_HOW = {"name": "another name", "spelling": "spelt otherwise"}


@dataclass(frozen=True, slots=True)
class NameConsistency:
    """Does it call persons, bodies and places what other independent articles call them?"""

    name: str = "name_consistency"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Takes away for a name that two voices give otherwise; all names that others give alike are one credit."""
        article = reading.article.id
        alike: list[tuple[Claim, Span]] = []
        found: list[Evidence] = []
        for item in consensus.items_of(article):
            if item.kind != "name":
                continue
            own = next(claim for claim in item.claims if claim.article_id == article)
            if item.differences:
                heard = testimony(consensus, item, own.value, article)
                found += _judge(own, heard, grades, self.name)
                continue
            voice = consensus.voice(article)
            other = next((claim for claim in item.claims if consensus.voice(claim.article_id) != voice), None)
            if other is not None:
                alike.append((own, other.span))
        if alike:
            found.insert(0, _agreement(alike, self.name))
        return Measurement(self.name, tuple(found))


def _agreement(alike: list[tuple[Claim, Span]], feature: str) -> Evidence:
    shown = "”, “".join(claim.text for claim, _ in alike[:_SHOWN])
    more = f" and {len(alike) - _SHOWN} more" if len(alike) > _SHOWN else ""
    message = f"“{shown}”{more} here, so called in other articles."
    against = tuple(span for _, span in alike[:_SHOWN])
    return Evidence(feature, "agrees", alike[0][0].span, against, message, 1.0, 1.0)


def _judge(own: Claim, heard: Testimony, grades: Mapping[str, float], feature: str) -> list[Evidence]:
    if heard.verdict == "unchecked":
        return []
    against = heard.support if heard.verdict == "agrees" else heard.dissent
    spans = tuple(claim.span for claim in against)
    others = len({claim.article_id for claim in against})
    number = "one other article" if others == 1 else f"{others} other articles"
    if heard.verdict == "agrees":
        message = f"“{own.text}” here, the same in {number}."
        return [Evidence(feature, "agrees", own.span, spans, message, 1.0, 1.0)]
    how = heard.difference.kind if heard.difference else ""
    told = _HOW.get(how, "another name") if heard.verdict == "conflicts" else "too few to tell who is right"
    message = f"“{own.text}” here, “{against[0].text}” in {number}: {told}."
    severity = grades.get(how, 0.0) if heard.verdict == "conflicts" else 0.0
    return [Evidence(feature, heard.verdict, own.span, spans, message, severity=severity)]
