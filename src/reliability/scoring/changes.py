"""Which articles change rank between two scorings of one event, and which features' points moved them?"""

from collections.abc import Sequence
from dataclasses import dataclass

from reliability.records import Scorecard


@dataclass(frozen=True, slots=True)
class Change:
    """An article whose rank is another one.

    Attributes:
        article_id: The article.
        ranks: Before and after.
        scores: Before and after.
        rises_against: Ids of the articles that stood above it and now stand level or below, or level and now below.
        falls_against: Ids of those that went the other way.
        moved: By how many points each feature changed its lead over those articles, on average; the largest first.
    """

    article_id: str
    ranks: tuple[int, int]
    scores: tuple[float, float]
    rises_against: tuple[str, ...]
    falls_against: tuple[str, ...]
    moved: tuple[tuple[str, float], ...]


def changes(before: Sequence[Scorecard], after: Sequence[Scorecard]) -> tuple[Change, ...]:
    """The articles whose rank differs, in their new order.

    Args:
        before: The scorecards of an event.
        after: Those of the same articles under other settings.
    """
    old = {card.article.id: card for card in before}
    new = {card.article.id: card for card in after}
    found = []
    for name, card in new.items():
        if card.rank == old[name].rank:
            continue
        sides = {
            other: (_side(old[name], old[other]), _side(card, new[other])) for other in new if other != name
        }
        rises = tuple(other for other, (was, now) in sides.items() if was < now)
        falls = tuple(other for other, (was, now) in sides.items() if was > now)
        found.append(
            Change(
                name,
                (old[name].rank, card.rank),
                (old[name].score, card.score),
                rises,
                falls,
                _moved(name, rises + falls, old, new),
            )
        )
    return tuple(found)


def _side(card: Scorecard, other: Scorecard) -> int:
    """1 where the first stands above, -1 where it stands below, 0 level."""
    return (other.rank > card.rank) - (other.rank < card.rank)


def _moved(
    name: str, others: Sequence[str], old: dict[str, Scorecard], new: dict[str, Scorecard]
) -> tuple[tuple[str, float], ...]:
    """The change of each feature's lead, ``points - points of the other``, averaged over the others.

    There is at least one: an article's rank is one more than the number of those above it.
    """
    own = _gained(old[name], new[name])
    rest = [_gained(old[other], new[other]) for other in others]
    leads = {
        feature: points - sum(gained[feature] for gained in rest) / len(rest)
        for feature, points in own.items()
    }
    return tuple(sorted(leads.items(), key=lambda entry: (-abs(entry[1]), entry[0])))


def _gained(before: Scorecard, after: Scorecard) -> dict[str, float]:
    points = {entry.feature: entry.points for entry in before.contributions}
    return {entry.feature: entry.points - points.get(entry.feature, 0.0) for entry in after.contributions}
