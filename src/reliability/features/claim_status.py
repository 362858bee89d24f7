"""What others call untrue or unconfirmed: does the article say so, or does it state it plainly?"""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.status import ASSERTS, DENIES, REFUTES
from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Reading

_OUTVOTED = 2  # voices that refute it: one against one cannot tell who errs


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """Does the article say that what the event's articles dispute is unconfirmed or untrue?"""

    name: str = "claim_status"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits every sentence on the disputed matter that refutes or doubts it; a headline that does neither loses.

        Where one other voice alone refutes the matter, a plain headline is contested and loses nothing.
        """
        found: list[Evidence] = []
        for item in consensus.disputes:
            refuting = _refuting(item, consensus, reading.article.id)
            for claim in item.claims:
                if claim.article_id != reading.article.id:
                    continue
                if claim.value != ASSERTS:
                    found.append(_told(claim, reading, refuting, grades, self.name))
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


def _told(
    claim: Claim, reading: Reading, refuting: list[Claim], grades: Mapping[str, float], feature: str
) -> Evidence:
    refutes = claim.value in {DENIES, REFUTES}
    heads = reading.sentences[0].span.overlaps(claim.span)
    message = f"“{claim.text}”: says that what is disputed is {'not so' if refutes else 'not certain'}."
    weight = grades.get("refutes" if refutes else "hedges", 0.0) * (1.0 if heads else grades.get("body", 1.0))
    against = tuple(other.span for other in refuting) if refutes else ()
    return Evidence(feature, "agrees" if against else "measured", claim.span, against, message, weight, 1.0)


def _plain(claim: Claim, refuting: list[Claim], grades: Mapping[str, float], feature: str) -> Evidence:
    against = tuple(other.span for other in refuting)
    if len(refuting) < _OUTVOTED:
        message = f"States plainly of what one other article says “{refuting[0].text}”."
        return Evidence(feature, "contested", claim.span, against, message)
    message = (
        f"No word of doubt at the top, where {len(refuting)} other articles speak of “{refuting[0].text}”."
    )
    return Evidence(feature, "conflicts", claim.span, against, message, grades.get("outvoted", 0.0), 0.0)
