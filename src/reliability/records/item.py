"""One thing that several mentions speak of, and who says what of it."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import TypeVar

from reliability.records.mention import Name, Quantity, Quote
from reliability.records.span import Span

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Voices = dict[int, tuple["Claim", ...]]
# Of one voice so many claims are quoted: it may be five hundred copies.
_QUOTED = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """What one mention claims about an item.

    Attributes:
        mention: The quantity, quotation or name, or a bare span where the words stand in running text.
        value: Index of the claimed value among the item's values: claims with one index agree.
        text: The claim as printed, white space evened out.
        voice: Index in ``Consensus.origins`` of the voice whose testimony it is: the article's own, or that of
            the article whose passage it stands in; -1 for none: a later version of the article says otherwise.
    """

    article_id: str
    mention: Quantity | Quote | Name | Span
    value: int
    text: str
    voice: int = -1

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
            ``negation``, ``number``, ``name``, ``wording``, ``slight`` for quotations; ``name``, ``spelling`` for
            names; ``opposite`` for statements; ``count`` for a list.
        words: The differing words, the first value's against the second's: ``“eat” / “touch”``; empty for quantities.
        open: Whether nothing but the likeness of the words around them says that both are of one thing: that is
            shown on both sides, and tells nobody wrong.
    """

    kind: str
    words: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """The voices that stand on one side of a question.

    Attributes:
        voices: Their claims on it, voice by voice; of many claims of one voice the first few.
        weight: What they count for together.
    """

    voices: Voices
    weight: float


@dataclass(frozen=True, slots=True)
class Sides:
    """Who says the same as one value of an item, and who says otherwise.

    Attributes:
        saying_so: The voices that say the same, of those that say nothing opposed to it, and nothing that fits both.
        opposed: For every value that cannot stand beside it, the voices on that side, of those that do not say the
            same as well.
    """

    saying_so: Side
    opposed: Mapping[int, Side]


@dataclass(frozen=True)
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
        developments: Pairs of values ``(before, after)``, where dated articles say that the one became the other.
        weights: What a voice counts for, where that is not 1.
    """

    kind: str
    claims: tuple[Claim, ...]
    agreements: frozenset[tuple[int, int]] = frozenset()
    differences: Mapping[tuple[int, int], Difference] = field(default_factory=dict)
    developments: frozenset[tuple[int, int]] = frozenset()
    weights: Mapping[int, float] = field(default_factory=dict)

    def agree(self, first: int, second: int) -> bool:
        """Whether two values say the same."""
        return first == second or (min(first, second), max(first, second)) in self.agreements

    def difference(self, first: int, second: int) -> Difference | None:
        """How two values differ, or ``None`` where both can stand."""
        return self.differences.get((min(first, second), max(first, second)))

    def developing(self, value: int) -> tuple[int, ...]:
        """The values that it became, or that became it, as the days went on."""
        return self._developing.get(value, ())

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of one article."""
        return self._by_article.get(article_id, ())

    def claims_on(self, value: int) -> tuple[Claim, ...]:
        """The claims on one value, as printed so and no otherwise."""
        return self._by_value.get(value, ())

    def agreeing(self, value: int) -> tuple[int, ...]:
        """The values that say the same, itself first."""
        return (value, *self._agreeing.get(value, ()))

    def opposing(self, value: int) -> tuple[int, ...]:
        """The values that cannot stand beside it."""
        return self._opposing.get(value, ())

    def sides(self, value: int) -> Sides:
        """Who says the same as a value, and who says otherwise; worked out once for all articles that claim it."""
        if value not in self._sides:
            self._sides[value] = self._divided(value)
        return self._sides[value]

    def _divided(self, value: int) -> Sides:
        opposing = self.opposing(value)
        either = {
            same for other in opposing for same in self.agreeing(other)
        }  # an excerpt without the disputed words
        saying_so = self._voices(tuple(same for same in self.agreeing(value) if same not in either))
        sides = {
            other: self._voices(tuple(same for same in self.agreeing(other) if same in opposing))
            for other in opposing
        }
        against = {voice for side in sides.values() for voice in side}
        return Sides(
            self._side(voice for voice in saying_so.items() if voice[0] not in against),
            {
                other: self._side(voice for voice in side.items() if voice[0] not in saying_so)
                for other, side in sides.items()
            },
        )

    def weight(self, voice: int) -> float:
        """What a voice counts for."""
        return self.weights.get(voice, 1.0)

    def _side(self, voices: Iterable[tuple[int, tuple[Claim, ...]]]) -> Side:
        found = dict(voices)
        return Side(found, fsum(map(self.weight, found)))

    def _voices(self, values: tuple[int, ...]) -> Voices:
        """The claims on some values by the voices that make them, in order."""
        found: dict[int, list[Claim]] = {}
        for value in values:
            for claim in self.claims_on(value):
                if claim.voice >= 0:
                    found.setdefault(claim.voice, []).append(claim)
        return {voice: tuple(found[voice][:_QUOTED]) for voice in sorted(found)}

    @cached_property
    def _sides(self) -> dict[int, Sides]:
        return {}

    @cached_property
    def _by_article(self) -> dict[str, tuple[Claim, ...]]:
        return _shelved((claim.article_id, claim) for claim in self.claims)

    @cached_property
    def _by_value(self) -> dict[int, tuple[Claim, ...]]:
        return _shelved((claim.value, claim) for claim in self.claims)

    @cached_property
    def _agreeing(self) -> dict[int, tuple[int, ...]]:
        return _shelved(pair for a, b in sorted(self.agreements) for pair in ((a, b), (b, a)))

    @cached_property
    def _developing(self) -> dict[int, tuple[int, ...]]:
        return _shelved(pair for a, b in sorted(self.developments) for pair in ((a, b), (b, a)))

    @cached_property
    def _opposing(self) -> dict[int, tuple[int, ...]]:
        return _shelved(pair for a, b in sorted(self.differences) for pair in ((a, b), (b, a)))


def _shelved(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
