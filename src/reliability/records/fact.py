"""What the articles of an event say together: items, the claims on them, and the facts that follow."""

from dataclasses import dataclass

from reliability.records.mention import Quantity, Quote
from reliability.records.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one mention claims about an item.

    Attributes:
        mention: The quantity or quotation, or a bare span where the words stand in running text.
        value: Index of the claimed value among the item's values: claims with one index agree.
    """

    article_id: str
    mention: Quantity | Quote | Span
    value: int

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return self.mention if isinstance(self.mention, Span) else self.mention.span


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that several mentions speak of: a sum, a count, an utterance.

    "Item", "claim" and "value" are the words of truth discovery (Li et al., A Survey on Truth
    Discovery, 2016): sources make claims on the values of items.

    Attributes:
        kind: ``quantity``, ``quote`` or ``statement``.
        label: What it is, in words, for people.
        claims: All claims on it; several of one article are possible.
        differences: For a pair of value indices ``(a, b)``, ``a < b``, that cannot both stand: how
            they differ (``scale``, ``digit``, ``noun``, ``wording``, ``negation`` ...), and the words of it.
    """

    kind: str
    label: str
    claims: tuple[Claim, ...]
    differences: tuple[tuple[int, int, str, str], ...] = ()

    def difference(self, first: int, second: int) -> tuple[str, str] | None:
        """How two values differ: the kind and the words of it, or ``None`` where both can stand."""
        low, high = min(first, second), max(first, second)
        for a, b, kind, words in self.differences:
            if (a, b) == (low, high):
                return kind, words
        return None


@dataclass(frozen=True, slots=True)
class Fact:
    """What at least two independent voices of the event say.

    Attributes:
        kind: ``quantity``, ``quote`` or ``statement``.
        value: The number, or the words.
        unit: As ``Quantity.unit``; empty for words.
        label: The fact in words, for people.
        confidence: In [0, 1]: how far the independent voices that speak of it agree on it.
        support: Where it is said.
        dissent: Where something else is said of the same thing.
    """

    kind: str
    value: float | str
    unit: str
    label: str
    confidence: float
    support: tuple[Span, ...]
    dissent: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the articles of one event say together.

    Attributes:
        facts: What at least two independent voices say, the best supported first.
        origins: Tuples of article ids that count as one voice; every article of the event is in one.
        items: Everything that at least two articles (or one article twice) speak of, with all claims.
        strangers: Ids of articles that belong to another event and were left out.
    """

    facts: tuple[Fact, ...]
    origins: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]
    strangers: tuple[str, ...] = ()

    def voice(self, article_id: str) -> int:
        """The index in ``origins`` of the voice an article speaks with (-1 for a stranger)."""
        for index, ids in enumerate(self.origins):
            if article_id in ids:
                return index
        return -1
