"""From arrays back to names: the truths and reliabilities a reader gets."""

from collections.abc import Iterator

import numpy as np

from reliability.discovery.estimate import Estimate
from reliability.discovery.table import ClaimTable, Floats, Ints
from reliability.records import SourceReliability, Truth, Value


def truths(
    table: ClaimTable, estimate: Estimate, probability: Floats, tolerance: float, least_confidence: float
) -> dict[str, Truth]:
    """The truth of every item.

    Args:
        table: The claims.
        estimate: What an algorithm made of them.
        probability: How probable every candidate is.
        tolerance: Numbers that differ by no more than this, relative to the chosen one, support it.
        least_confidence: Below it the value is marked as abstained from.
    """
    best = table.best(estimate.belief)
    agreeing = _agreeing(table, best, tolerance)
    confidence = np.minimum(table.within_items(probability * agreeing), 1.0)
    many = table.voices_of > 1.0
    names = np.array(table.sources, dtype=object)[table.source].tolist()
    supports = agreeing[table.candidate].tolist()
    ends = np.searchsorted(table.item, np.arange(len(table.items)), side="right").tolist()
    found = {}
    start = 0
    chosen = _values(table, estimate, best, confidence)
    for number, (item, end, (value, probable)) in enumerate(zip(table.items, ends, chosen, strict=True)):
        sources, support = names[start:end], supports[start:end]
        if estimate.composed is not None:
            support = [table.values[c] == value for c in table.candidate[start:end]]
        found[item] = Truth(
            item=item,
            kind=table.kinds[table.kind_of[number]],
            value=value,
            confidence=probable,
            supporters=tuple(sorted({s for s, agrees in zip(sources, support, strict=True) if agrees})),
            dissenters=tuple(sorted({s for s, agrees in zip(sources, support, strict=True) if not agrees})),
            abstained=not many[number] or probable < least_confidence,
        )
        start = end
    return found


def reliabilities(table: ClaimTable, estimate: Estimate) -> tuple[SourceReliability, ...]:
    """How reliable every source is, per kind of fact."""
    claims = np.rint(table.per_voice(table.share)).astype(int).tolist()
    voices = zip(
        table.voice_source.tolist(),
        table.voice_kind.tolist(),
        estimate.reliability.tolist(),
        claims,
        strict=True,
    )
    return tuple(
        SourceReliability(table.sources[source], table.kinds[kind], min(max(value, 0.0), 1.0), count)
        for source, kind, value, count in voices
    )


def _agreeing(table: ClaimTable, best: Ints, tolerance: float) -> Floats:
    """Per candidate, 1 where it says the same as its item's chosen one."""
    same = np.zeros(len(table.values))
    if tolerance and isinstance(table.values[0], float):
        numbers = table.numbers
        chosen = numbers[best][table.item_of]
        same[np.abs(numbers - chosen) <= tolerance * np.abs(chosen)] = 1.0
    same[best] = 1.0
    return same


def _values(
    table: ClaimTable, estimate: Estimate, best: Ints, confidence: Floats
) -> Iterator[tuple[Value, float]]:
    if estimate.composed is not None:
        return iter(estimate.composed)
    return iter([(table.values[c], p) for c, p in zip(best.tolist(), confidence.tolist(), strict=True)])
