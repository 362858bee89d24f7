"""What others call untrue or unconfirmed: does the article say so, or does it state it plainly?"""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.status import HEDGES, REFUTES
from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Reading


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """Does the article say that what the event's articles dispute is unconfirmed or untrue?"""

    name: str = "claim_status"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits every sentence on the disputed matter that refutes or doubts it; a headline that does neither loses."""
        found: list[Evidence] = []
        for item in consensus.disputes:
            refuting = _refuting(item, consensus, reading.article.id)
            for claim in item.claims:
                if claim.article_id != reading.article.id:
                    continue
                if claim.value in {HEDGES, REFUTES}:
                    found.append(_told(claim, grades, self.name))
                elif refuting:
                    found.append(_plain(claim, refuting, grades, self.name))
        return Measurement(self.name, tuple(found))


def _refuting(item: Item, consensus: Consensus, article: str) -> list[Claim]:
    """The first words by which each other voice refutes what is disputed."""
    own = consensus.voice(article)
    first: dict[int, Claim] = {}
    for claim in item.claims:
        voice = consensus.voice(claim.article_id)
        if claim.value == REFUTES and voice != own:
            first.setdefault(voice, claim)
    return [first[voice] for voice in sorted(first)]


def _told(claim: Claim, grades: Mapping[str, float], feature: str) -> Evidence:
    refutes = claim.value == REFUTES
    message = f"“{claim.text}”: says that what is disputed is {'not so' if refutes else 'not certain'}."
    weight = grades.get("refutes" if refutes else "hedges", 0.0)
    return Evidence(feature, "measured", claim.span, (), message, weight, 1.0)


def _plain(claim: Claim, refuting: list[Claim], grades: Mapping[str, float], feature: str) -> Evidence:
    several = len(refuting) > 1
    others = f"{len(refuting)} other articles speak" if several else "one other article speaks"
    message = f"No word of doubt at the top, where {others} of “{refuting[0].text}”."
    against = tuple(other.span for other in refuting)
    weight = grades.get("outvoted" if several else "contradicted", 0.0)
    return Evidence(feature, "measured", claim.span, against, message, weight, 0.0)
