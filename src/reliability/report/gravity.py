"""Which evidence weighs most against an article?"""

from collections.abc import Iterable

from reliability.records import Contribution, Evidence, Scorecard

FAULTS = ("conflicts", "altered", "vague", "unattributed", "boilerplate")


def faults(card: Scorecard) -> list[Evidence]:
    """Everything that speaks against an article, the gravest first."""
    return [piece for _, piece in _sorted((c, piece) for c in card.contributions for piece in c.evidence)]


def faults_of(contribution: Contribution) -> list[Evidence]:
    """What speaks against an article in one feature, the gravest first."""
    return [piece for _, piece in _sorted((contribution, piece) for piece in contribution.evidence)]


def _sorted(pieces: Iterable[tuple[Contribution, Evidence]]) -> list[tuple[Contribution, Evidence]]:
    found = [(contribution, piece) for contribution, piece in pieces if piece.verdict in FAULTS]
    return sorted(found, key=lambda pair: (-_cost(*pair), pair[1].span))


def _cost(contribution: Contribution, piece: Evidence) -> float:
    """About how many points a fault costs: enough to put faults in order, and never printed."""
    measurement = contribution.measurement
    weighed = measurement.strength + sum(other.weight for other in measurement.evidence)
    shared = piece.weight * (1.0 - piece.credit) / weighed if weighed else 0.0
    return contribution.weight * (piece.severity + shared)
