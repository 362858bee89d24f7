"""The claims as arrays: sources, items and values become integers, and every sum over claims is one bincount."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from reliability.discovery.claims import Claims
from reliability.records import Value

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTable:
    """Who says what of which item.

    A *candidate* is one value of one item. A *voice* is one source on one kind of fact: reliability is a
    voice's, for a source that is good at times may be poor at gates. Claims are sorted by item, value and
    source, so that nothing depends on the order they were given in.

    Attributes:
        sources: Names, sorted.
        items: Names, sorted.
        kinds: Kinds of fact, sorted.
        values: Per candidate, its value.
        source: Per claim, an index into ``sources``.
        candidate: Per claim, an index into ``values``.
        item: Per claim, an index into ``items``.
        voice: Per claim, an index into the voices.
        share: Per claim, 1 divided by the number of values that the source states of the item.
        item_of: Per candidate, its item.
        kind_of: Per item, its kind.
        object_of: Per item, the object it is an attribute of: items ``AA1|gate`` and ``AA1|departs`` share one.
        voice_source: Per voice, its source.
        voice_kind: Per voice, its kind.
    """

    sources: tuple[str, ...]
    items: tuple[str, ...]
    kinds: tuple[str, ...]
    values: tuple[Value, ...]
    source: Ints
    candidate: Ints
    item: Ints
    voice: Ints
    share: Floats
    item_of: Ints
    kind_of: Ints
    object_of: Ints
    voice_source: Ints
    voice_kind: Ints

    def per_candidate(self, amounts: Floats) -> Floats:
        """Sums amounts per claim over the claims of each candidate."""
        return _sums(self.candidate, amounts, len(self.values))

    def per_item(self, amounts: Floats) -> Floats:
        """Sums amounts per claim over the claims on each item."""
        return _sums(self.item, amounts, len(self.items))

    def per_voice(self, amounts: Floats) -> Floats:
        """Sums amounts per claim over the claims of each voice."""
        return _sums(self.voice, amounts, len(self.voice_source))

    def within_items(self, amounts: Floats) -> Floats:
        """Sums amounts per candidate over the candidates of each item."""
        return _sums(self.item_of, amounts, len(self.items))

    def one_kind(self) -> "ClaimTable":
        """The same claims with every source a single voice, whatever it speaks of."""
        sources, items = len(self.sources), len(self.items)
        return replace(
            self,
            kinds=("",),
            voice=self.source,
            kind_of=np.zeros(items, np.intp),
            voice_source=np.arange(sources),
            voice_kind=np.zeros(sources, np.intp),
        )

    def apart(self) -> "ClaimTable":
        """The same claims with every source a different one on every object."""
        objects = int(self.object_of.max()) + 1
        pages, source = np.unique(self.source * objects + self.object_of[self.item], return_inverse=True)
        kinds = len(self.kinds)
        voices, voice = np.unique(source * kinds + self.kind_of[self.item], return_inverse=True)
        return replace(
            self,
            sources=tuple(self.sources[page // objects] for page in pages.tolist()),
            source=source,
            voice=voice,
            voice_source=voices // kinds,
            voice_kind=voices % kinds,
        )

    @property
    def voices_of(self) -> Floats:
        """How many sources speak of each item."""
        return self.per_item(self.share)

    @property
    def numbers(self) -> Floats:
        """The candidates' values as numbers."""
        return np.array(self.values, dtype=np.float64)

    def best(self, scores: Floats) -> Ints:
        """The candidate of each item with the highest score.

        Equal scores (to nine digits) go to the value that more sources state, then to the smaller value.
        """
        rounded = np.round(scores, 9)
        order = np.lexsort((np.arange(len(scores)), -self.per_candidate(self.share), -rounded, self.item_of))
        return order[np.searchsorted(self.item_of[order], np.arange(len(self.items)))]


def encode(claims: Claims) -> ClaimTable:
    """Turns claims into arrays; a claim that is made twice counts once."""
    sources, source = _codes(claims.sources)
    items, item = _codes(claims.items)
    values, value = _codes(claims.values, _order)
    kind_of_item = dict(zip(claims.items, claims.kinds, strict=True))
    kinds, kind_of = _codes([kind_of_item[name] for name in items])

    _, object_of = _codes(
        [_object(name, kinds[kind]) for name, kind in zip(items, kind_of.tolist(), strict=True)]
    )

    unique = np.unique((item * len(values) + value) * len(sources) + source)
    source = unique % len(sources)
    keys, candidate = np.unique(unique // len(sources), return_inverse=True)
    item_of = keys // len(values)
    item = item_of[candidate]
    pairs, pair = np.unique(source * len(items) + item, return_inverse=True)
    voices, voice = np.unique(source * len(kinds) + kind_of[item], return_inverse=True)
    return ClaimTable(
        sources=sources,
        items=items,
        kinds=kinds,
        values=tuple(values[code] for code in keys % len(values)),
        source=source,
        candidate=candidate,
        item=item,
        voice=voice,
        share=1.0 / np.bincount(pair, minlength=len(pairs))[pair],
        item_of=item_of,
        kind_of=kind_of,
        object_of=object_of,
        voice_source=voices // len(kinds),
        voice_kind=voices % len(kinds),
    )


def _object(item: str, kind: str) -> str:
    name, bar, attribute = item.rpartition("|")
    return name if bar and attribute == kind else item


def _sums(codes: Ints, amounts: Floats, size: int) -> Floats:
    return np.bincount(codes, amounts, size).astype(np.float64, copy=False)


def _codes(names: Sequence[Key], key: Any = None) -> tuple[tuple[Key, ...], Ints]:
    """The distinct names, sorted, and each name's place among them."""
    distinct: Iterable[Any] = set(names)
    ordered = tuple(sorted(distinct, key=key))
    codes = {name: code for code, name in enumerate(ordered)}
    return ordered, np.fromiter(map(codes.__getitem__, names), np.intp, len(names))


def _order(value: Value) -> tuple[int, Any]:
    """Numbers by size, words by spelling, sets by their members."""
    if isinstance(value, frozenset):
        return len(value), sorted(value)
    return 0, value
