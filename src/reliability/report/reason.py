"""Why does an article stand where it stands, in one line?"""

from collections import Counter

from reliability.records import Scorecard
from reliability.report.gravity import faults

_GRAVE = frozenset({"conflicts", "altered"})
_CONFIRMED = {"numeric_consistency": "number", "quote_fidelity": "quotation"}


def reason(card: Scorecard) -> str:
    """The gravest contradiction, or what speaks for the article where nothing contradicts it."""
    grave = [piece for piece in faults(card) if piece.verdict in _GRAVE]
    if grave:
        more = len({piece.message for piece in grave if piece.severity}) - 1
        return f"{grave[0].message}" + (f" ({_count(more, 'more contradiction')})" if more > 0 else "")
    confirmed = Counter(
        _CONFIRMED[piece.feature]
        for piece in card.evidence
        if piece.verdict == "agrees" and piece.weight and piece.feature in _CONFIRMED
    )
    if not confirmed:
        return "Nothing contradicts it, and nothing in it is confirmed."
    listed = " and ".join(_count(count, noun) for noun, count in sorted(confirmed.items()))
    vague = sum(piece.verdict == "vague" for piece in card.evidence)
    unnamed = f"; {_count(vague, 'vague source')}" if vague else ""
    return f"Nothing contradicts it; others confirm {listed}{unnamed}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
