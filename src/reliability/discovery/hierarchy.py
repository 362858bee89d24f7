"""Values that contain each other: a country and its capital, a year and its days, a genus and its species."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reliability.discovery.claims import Claims
from reliability.records import Discovery, SourceReliability, Truth

# A more special value is taken while it is more likely right than wrong, together with all that contains it.
MORE_LIKELY = 0.5


def by_level(claims: Claims, separator: str, discover: Callable[[Claims], Discovery]) -> Discovery:
    """Decides from the most general level down, on each among what lies within what was chosen on the one above.

    Who says ``Asia`` says nothing against ``Asia/Japan``, and nothing for it: on every level only those are heard who
    go as deep, so sources that are right and vague are not counted as wrong. (The need: Beretta, Harispe, Ranwez and
    Mougenot 2016; level by level in place of their partial order, so that every algorithm can be used.)

    Args:
        claims: Claims whose values are paths.
        separator: What stands between the levels.
        discover: Truth discovery on the claims of one level.
    """
    chosen: dict[str, Truth] = {}
    levels: list[Discovery] = []
    depth = 1
    while (level := _level(claims, separator, depth, chosen)) is not None:
        found = discover(level)
        for item, truth in found.truths.items():
            probable = truth.confidence * (chosen[item].confidence if item in chosen else 1.0)
            if depth == 1 or (probable > MORE_LIKELY and not truth.abstained):
                chosen[item] = replace(truth, confidence=probable)
        levels.append(found)
        depth += 1
    sides = _sides(claims, separator, chosen)
    return replace(
        levels[0],
        truths={
            item: replace(truth, supporters=sides[item][0], dissenters=sides[item][1])
            for item, truth in chosen.items()
        },
        reliabilities=tuple(_reliabilities(levels)),
        reason=f"{levels[0].reason} Values contain each other, so it is used on each of {len(levels)} levels.",
    )


def _level(claims: Claims, separator: str, depth: int, chosen: dict[str, Truth]) -> Claims | None:
    """The claims that go so deep within what was chosen, cut off there; ``None`` where none does."""
    kept = []
    for index, (item, value) in enumerate(zip(claims.items, claims.values, strict=True)):
        parts = str(value).split(separator)
        above = separator.join(parts[: depth - 1])
        if len(parts) >= depth and (depth == 1 or chosen[item].value == above):
            kept.append((index, separator.join(parts[:depth])))
    if not kept:
        return None
    return Claims(
        sources=[claims.sources[index] for index, _ in kept],
        items=[claims.items[index] for index, _ in kept],
        values=[value for _, value in kept],
        kinds=[claims.kinds[index] for index, _ in kept],
        value_type="category",
    )


def _sides(
    claims: Claims, separator: str, chosen: dict[str, Truth]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Per item the sources that state what was chosen, more of it or less of it, and those that state something else."""
    sides: dict[str, tuple[set[str], set[str]]] = {item: (set(), set()) for item in chosen}
    for source, item, value in zip(claims.sources, claims.items, claims.values, strict=True):
        stated, truth = f"{value}{separator}", f"{chosen[item].value}{separator}"
        sides[item][not (stated.startswith(truth) or truth.startswith(stated))].add(source)
    return {item: (tuple(sorted(agree)), tuple(sorted(differ))) for item, (agree, differ) in sides.items()}


def _reliabilities(levels: list[Discovery]) -> Iterator[SourceReliability]:
    """The mean over the levels, weighted by how much a source says on each."""
    weight: dict[tuple[str, str], int] = {}
    right: dict[tuple[str, str], float] = {}
    for level in levels:
        for one in level.reliabilities:
            voice = one.source, one.kind
            weight[voice] = weight.get(voice, 0) + one.claims
            right[voice] = right.get(voice, 0.0) + one.reliability * one.claims
    first = {(one.source, one.kind): one.claims for one in levels[0].reliabilities}
    for voice in sorted(weight):
        yield SourceReliability(*voice, right[voice] / max(weight[voice], 1), first[voice])
