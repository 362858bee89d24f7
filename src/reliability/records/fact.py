"""What the articles of an event say together: items, the claims on them, and the facts that follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reliability.records.mention import Name, Quantity, Quote
from reliability.records.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one mention claims about an item.

    Attributes:
        mention: The quantity, quotation or name, or a bare span where the words stand in running text.
        value: Index of the claimed value among the item's values: claims with one index agree.
        text: The claim as printed, white space evened out.
    """

    article_id: str
    mention: Quantity | Quote | Name | Span
    value: int
    text: str

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        if isinstance(self.mention, Span):
            return self.mention
        return self.mention.extent if isinstance(self.mention, Quantity) else self.mention.span


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values of an item, that cannot both stand, differ.

    Attributes:
        kind: ``scale``, ``transposition``, ``digit``, ``unit``, ``noun``, ``date``, ``difference`` for quantities;
            ``negation``, ``number``, ``name``, ``wording``, ``slight`` for quotations; ``name``, ``spelling`` for names;
            ``opposite`` for statements; ``count`` for a list.
        words: The differing words, the first value's against the second's: ``“eat” / “touch”``; empty for quantities.
    """

    kind: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that several mentions speak of: a sum, a count, an utterance.

    "Item", "claim" and "value" are the words of truth discovery (Li et al., A Survey on Truth
    Discovery, 2016): sources make claims on the values of items.

    Attributes:
        kind: ``quantity``, ``quote``, ``name``, ``statement``, ``list`` or ``dispute``.
        claims: All claims on it; several of one article are possible.
        agreements: Pairs of different values ``(a, b)``, ``a < b``, that say the same: excerpts of one quotation.
        differences: How pairs of values ``(a, b)``, ``a < b``, that cannot both stand differ. Pairs in neither
            have nothing to do with each other: two sentences of one speech.
    """

    kind: str
    claims: tuple[Claim, ...]
    agreements: frozenset[tuple[int, int]] = frozenset()
    differences: Mapping[tuple[int, int], Difference] = field(default_factory=dict)

    def agree(self, first: int, second: int) -> bool:
        """Whether two values say the same."""
        return first == second or (min(first, second), max(first, second)) in self.agreements

    def difference(self, first: int, second: int) -> Difference | None:
        """How two values differ, or ``None`` where both can stand."""
        return self.differences.get((min(first, second), max(first, second)))


@dataclass(frozen=True, slots=True)
class Fact:
    """What at least two independent voices of the event say.

    Attributes:
        kind: ``quantity``, ``quote``, ``name`` (a person, body or place by the name that the articles use), ``statement``
            (a sentence that others say in their own words) or ``list`` (names in a row, whose number is a fact
            besides).
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


@dataclass(frozen=True)
class Consensus:
    """What the articles of one event say together.

    Attributes:
        facts: What at least two independent voices say, the best supported first, names last.
        origins: Tuples of article ids that count as one voice; every article of the event is in one.
        items: Everything that at least two articles (or one article twice) speak of, with all claims.
        strangers: Ids of articles that belong to another event and were left out.
        disputes: What some article calls untrue: an item of kind ``dispute`` whose claims are, by value, the headlines
            that assert it (0), and the words on it that hedge (1) or refute (2) it.
    """

    facts: tuple[Fact, ...]
    origins: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]
    strangers: tuple[str, ...] = ()
    disputes: tuple[Item, ...] = ()

    def voice(self, article_id: str) -> int:
        """The index in ``origins`` of the voice an article speaks with (-1 for a stranger)."""
        return self._voices.get(article_id, -1)

    def items_of(self, article_id: str) -> tuple[Item, ...]:
        """The items that an article makes a claim on."""
        return self._claimed.get(article_id, ())

    @cached_property
    def _voices(self) -> dict[str, int]:
        return {article: voice for voice, articles in enumerate(self.origins) for article in articles}

    @cached_property
    def _claimed(self) -> dict[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for article in dict.fromkeys(claim.article_id for claim in item.claims):
                found.setdefault(article, []).append(item)
        return {article: tuple(items) for article, items in found.items()}
