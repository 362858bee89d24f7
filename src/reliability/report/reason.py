"""Why does an article stand where it stands, and what would take it higher? A line each."""

from collections import Counter
from collections.abc import Sequence

from reliability.records import Article, Evidence, Scorecard
from reliability.report.excerpt import shortened, words
from reliability.report.gravity import faults
from reliability.scoring.config import Config
from reliability.scoring.remedies import remedy

_GRAVE = frozenset({"conflicts", "altered"})
_CONFIRMED = {"numeric_consistency": "number", "quote_fidelity": "quotation"}
_QUOTED = 60  # characters of the words that a contradiction is about
# What is asked of the faults of a feature, for one and for several.
_MENDING = {
    "attribution": (
        "its one vague or missing source were named",
        "its {} vague or missing sources were named",
    ),
    "source_variety": ("its one vague source were named", "its {} vague sources were named"),
    "restraint": ("its one shout were left out", "its {} shouts were left out"),
    "boilerplate_ratio": ("what is not the story were cut", "what is not the story were cut"),
    "headline_fidelity": (
        "its headline quoted what the text says",
        "its headline quoted what the text says",
    ),
    "claim_status": ("its headline said what is disputed", "its headline said what is disputed"),
    "readability": ("it were written more plainly", "it were written more plainly"),
}
_CONTRADICTED = ("the contradicted words were right", "the {} contradictions were mended")


def reason(card: Scorecard) -> str:
    """The gravest contradiction, or what speaks for the article where nothing contradicts it."""
    grave = [piece for piece in faults(card) if piece.verdict in _GRAVE and (piece.severity or piece.weight)]
    if grave:
        more = len({piece.message for piece in grave}) - 1
        return f"{_said(card.article, grave[0])}" + (
            f" ({_count(more, 'more contradiction')})" if more > 0 else ""
        )
    confirmed = Counter(
        _CONFIRMED[piece.feature]
        for piece in card.evidence
        if piece.verdict == "agrees" and piece.weight and piece.feature in _CONFIRMED
    )
    doubts = [piece for piece in card.evidence if piece.feature == "claim_status" and piece.credit]
    status = (
        f"; it says “{words({card.article.id: card.article}, doubts[0].span)}” of what is disputed"
        if doubts
        else ""
    )
    if not confirmed:
        return f"Nothing contradicts it, and nothing in it is confirmed{status}."
    listed = " and ".join(_count(count, noun) for noun, count in sorted(confirmed.items()))
    vague = len(
        {piece.span for piece in card.evidence if piece.verdict == "vague" and piece.feature == "attribution"}
    )
    unnamed = f"; {_count(vague, 'vague source')}" if vague else ""
    return f"Nothing contradicts it; others confirm {listed}{status}{unnamed}."


def rise(card: Scorecard, cards: Sequence[Scorecard], config: Config) -> str:
    """What would have to change for the article to rise; empty for the first."""
    above = [other for other in cards if other.rank < card.rank]
    if not above:
        return ""
    found = remedy(card, cards, config)
    if found is not None:
        return f"It would be {found.rank} if {_mending(found.pieces)} (+{found.points:.1f} points)."
    nearest = above[-1]
    leads = {
        own.feature: other.points - own.points
        for own, other in zip(card.contributions, nearest.contributions, strict=True)
    }
    feature = max(leads, key=lambda name: leads[name])
    why = "Mending its faults would not lift it" if faults(card) else "No fault of its own keeps it down"
    return f"{why}; {nearest.article.id} leads most by {feature} ({leads[feature]:.1f} points)."


def _mending(pieces: Sequence[Evidence]) -> str:
    features = list(dict.fromkeys(piece.feature for piece in pieces))
    if len(features) > 1:
        return f"all {len(pieces)} faults found in it were mended: {', '.join(features)}"
    one, several = _MENDING.get(features[0], _CONTRADICTED)
    return one if len(pieces) == 1 else several.format(len(pieces))


def _said(article: Article, piece: Evidence) -> str:
    """The message, with the words it is about where it does not print them."""
    said = " ".join(words({article.id: article}, piece.span).split())
    return piece.message if said[:20] in piece.message else f"“{shortened(said, _QUOTED)}”: {piece.message}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
