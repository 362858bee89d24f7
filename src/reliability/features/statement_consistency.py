"""Sentences held against those in which other voices say the same, or the opposite."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.statements import turned
from reliability.compare.testimony import Testimony, testimony
from reliability.records import Claim, Consensus, Evidence, Measurement, Reading


@dataclass(frozen=True, slots=True)
class StatementConsistency:
    """Do other independent articles say what it says, or the opposite?"""

    name: str = "statement_consistency"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits every sentence that another voice bears out; takes away for one of which two say the opposite."""
        article = reading.article.id
        found: dict[int, Evidence] = {}
        for item in consensus.items_of(article):
            if item.kind != "statement":
                continue
            for claim in item.claims:
                if claim.article_id == article:
                    heard = testimony(consensus, item, claim.value, article)
                    piece = _judge(claim, heard, grades, self.name)
                    if piece is not None and _stands(piece, found.get(claim.span.start)):
                        found[claim.span.start] = piece
        return Measurement(self.name, tuple(found[start] for start in sorted(found)))


def _stands(piece: Evidence, other: Evidence | None) -> bool:
    """A sentence counts once, and what is said against it before what is said for it."""
    return other is None or (other.verdict == "agrees" and piece.verdict != "agrees")


def _judge(claim: Claim, heard: Testimony, grades: Mapping[str, float], feature: str) -> Evidence | None:
    against = heard.support if heard.verdict == "agrees" else heard.dissent
    if not against:
        return None
    spans = tuple(other.span for other in against)
    others = len({other.article_id for other in against})
    if heard.verdict == "agrees":
        message = (
            f"{others} other {'article says' if others == 1 else 'articles say'} the same in other words."
        )
        return Evidence(feature, "agrees", claim.span, spans, message, 1.0, 1.0)
    words = heard.difference.words if heard.difference else ""
    words = words if claim.value == 0 else turned(words)
    number = f"{others} other {'article says' if others == 1 else 'articles say'} the opposite (here / there: {words})"
    if heard.verdict == "contested":
        return Evidence(feature, "contested", claim.span, spans, f"{number}; too few to tell who is right.")
    severity = grades.get(heard.difference.kind, 0.0) if heard.difference else 0.0
    return Evidence(feature, "conflicts", claim.span, spans, f"{number}.", severity=severity)
