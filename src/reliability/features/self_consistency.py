"""The article's numbers held against each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Quantity, Reading


@dataclass(frozen=True, slots=True)
class SelfConsistency:
    """Do headline, body and the article's own quotations state the same quantities alike?"""

    name: str = "self_consistency"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits a headline or lead that the body bears out; takes away for one that it contradicts."""
        found: list[Evidence] = []
        for item in consensus.items_of(reading.article.id):
            if item.kind == "list":
                found += _listed(item, reading.article.id, grades, self.name)
            if item.kind == "quantity":
                own = [
                    claim
                    for claim in item.claims_of(reading.article.id)
                    if isinstance(claim.mention, Quantity)
                ]
                if len(own) > 1:
                    found += _contradictions(own, item, grades, self.name) or _agreements(own, self.name)
        return Measurement(self.name, tuple(found))


def _listed(item: Item, article: str, grades: Mapping[str, float], feature: str) -> list[Evidence]:
    """A list of names against the number that the article itself gives."""
    own = item.claims_of(article)
    listed = next((claim for claim in own if not isinstance(claim.mention, Quantity)), None)
    stated = [claim for claim in own if isinstance(claim.mention, Quantity)]
    if listed is None or not stated:
        return []
    against = tuple(claim.span for claim in stated)
    how = item.difference(listed.value, stated[0].value)
    if how is None:
        message = f"It lists the {stated[0].text} that it speaks of."
        return [Evidence(feature, "agrees", listed.span, against, message, 1.0, 1.0)]
    message = f"It says “{stated[0].text}” and lists another number (listed / said: {how.words})."
    severity = grades.get(how.kind, 0.0) * grades.get("body", 1.0)
    return [Evidence(feature, "conflicts", listed.span, against, message, severity=severity)]


def _contradictions(
    own: list[Claim], item: Item, grades: Mapping[str, float], feature: str
) -> list[Evidence]:
    """The most prominent claim of each contradicted pair of values, against the other where it stands elsewhere: two
    numbers of one body are of two things.
    """
    found = []
    values = _by_value(own)
    blamed: set[int] = set()
    for value, claims in values.items():
        for rival in item.opposing(value):
            others = values.get(rival, [])
            other = next((claim for claim in others if _where(claim) != _where(claims[0])), None)
            how = item.difference(value, rival)
            if other is None or how is None or how.kind == "date" or not blamed.isdisjoint((value, rival)):
                continue
            blamed.add(value)
            claim, against = claims[0], tuple(other.span for other in others)
            message = f"The {_where(claim)} says “{claim.text}”, the {_where(other)} “{other.text}”."
            severity = grades.get(how.kind, 0.0) * grades.get(_where(claim), 1.0)
            found.append(Evidence(feature, "conflicts", claim.span, against, message, severity=severity))
    return found


def _agreements(own: list[Claim], feature: str) -> list[Evidence]:
    found = []
    for claims in _by_value(own).values():
        first, rest = claims[0], claims[1:]
        places = {_where(claim) for claim in rest} - {_where(first)}
        if places and _where(first) in {"headline", "lead"}:
            message = (
                f"The {_where(first)}'s “{first.text}” is what the {' and the '.join(sorted(places))} says."
            )
            found.append(
                Evidence(
                    feature, "agrees", first.span, tuple(claim.span for claim in rest), message, 1.0, 1.0
                )
            )
    return found


def _by_value(own: list[Claim]) -> dict[int, list[Claim]]:
    """An article's claims on an item, the most prominent first."""
    values: dict[int, list[Claim]] = {}
    for claim in sorted(own, key=lambda claim: (_rank(claim), claim.span.start)):
        values.setdefault(claim.value, []).append(claim)
    return values


def _where(claim: Claim) -> str:
    return claim.mention.place if isinstance(claim.mention, Quantity) else "body"


def _rank(claim: Claim) -> int:
    return ("headline", "lead", "body", "quote").index(_where(claim))
