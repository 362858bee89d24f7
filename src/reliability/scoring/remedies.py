"""What would have to change in an article for it to rise?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reliability.records import Contribution, Evidence, Scorecard
from reliability.scoring.config import Config

_AGREED = 1.0  # what a confirmed statement weighs: a mended one is one


@dataclass(frozen=True, slots=True)
class Remedy:
    """Faults whose mending takes an article higher.

    Attributes:
        pieces: The faults, of one feature and verdict; those of several where nothing less is enough.
        points: What is gained.
        rank: The rank that it would reach, all other articles staying as they are.
    """

    pieces: tuple[Evidence, ...]
    points: float
    rank: int


def remedy(card: Scorecard, cards: Sequence[Scorecard], config: Config) -> Remedy | None:
    """The fewest faults whose mending lifts an article over another one.

    A fault counts as mended where its words are credited in full: the number as others print it, the source named.

    Args:
        card: The article.
        cards: All articles of the event.
        config: The settings that they were scored with.

    Returns:
        The remedy; ``None`` for the first article, and where no fault of its own keeps an article down.
    """
    if all(other.score <= card.score for other in cards):
        return None
    found = []
    for pieces in _choices(card):
        points = sum(
            _gain(contribution, [piece for piece in pieces if piece.feature == contribution.feature], config)
            for contribution in card.contributions
        )
        rank = 1 + sum(round(other.score, 1) > round(card.score + points, 1) for other in cards)
        if rank < card.rank:
            found.append(Remedy(tuple(pieces), points, rank))
    return min(found, key=lambda one: (len(one.pieces), -one.points, one.pieces[0].span), default=None)


def _choices(card: Scorecard) -> Iterator[list[Evidence]]:
    """Each grave fault alone, those of one kind together, and all of them."""
    kinds: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for piece in card.evidence:
        if piece.severity or (
            piece.weight and piece.credit < 1.0 and piece.verdict not in {"traceable", "agrees"}
        ):
            kinds[piece.feature, piece.verdict].append(piece)
    for pieces in kinds.values():
        yield from ([piece] for piece in pieces if piece.severity)
        yield pieces
    everything = [piece for pieces in kinds.values() for piece in pieces]
    if len(kinds) > 1:
        yield everything


def _gain(contribution: Contribution, pieces: Sequence[Evidence], config: Config) -> float:
    settings = config.features.get(contribution.feature)
    value = contribution.value
    if settings is None or value is None or not pieces:
        return 0.0
    mended = tuple(_mended(piece) if piece in pieces else piece for piece in contribution.evidence)
    after = replace(contribution.measurement, evidence=mended).value
    return contribution.weight * (
        settings.shape(after if after is not None else value) - settings.shape(value)
    )


def _mended(piece: Evidence) -> Evidence:
    return replace(piece, weight=piece.weight or _AGREED, credit=1.0, severity=0.0)
