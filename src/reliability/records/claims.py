"""What truth discovery hands back: the value of every item, and how reliable every source was."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | float | frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """What the sources, weighed, say of one item.

    Attributes:
        item: The item, as given.
        kind: The kind of fact: what stands behind the item's last bar, empty where there is none.
        value: The most probable value; the one source's word where there is only one.
        confidence: In [0, 1]: how probable the value is.
        supporters: The sources that state it, sorted.
        dissenters: The sources that state anything else, sorted; a source that states two values is in both.
        abstained: Whether the value should not be used: fewer than two sources speak, or the confidence lies
            below what was asked for.
    """

    item: str
    kind: str
    value: Value
    confidence: float
    supporters: tuple[str, ...]
    dissenters: tuple[str, ...]
    abstained: bool = False


@dataclass(frozen=True, slots=True)
class SourceReliability:
    """How far one source can be trusted with one kind of fact.

    Attributes:
        source: The source, as given.
        kind: The kind of fact, empty where items have none.
        reliability: In [0, 1]; what it measures is the method's (for the default: the share of its claims
            that are true, judged by the other sources, drawn towards its other claims where it makes few).
        claims: How many items of the kind it speaks of.
    """

    source: str
    kind: str
    reliability: float
    claims: int


@dataclass(frozen=True, slots=True)
class Copying:
    """Two sources of which one seems to copy the other, or both a third.

    Attributes:
        sources: The two, sorted.
        probability: In [0, 1]: that they are one voice.
        shared: How many items both speak of.
    """

    sources: tuple[str, str]
    probability: float
    shared: int


@dataclass(frozen=True, slots=True)
class Discovery:
    """The outcome of truth discovery.

    Attributes:
        truths: By item.
        reliabilities: Per source and kind of fact, sorted by both.
        method: The name of the algorithm that was used.
        reason: Why it was used, in one sentence.
        copying: Pairs of sources that are more likely one voice than two, where the method looks for them.
    """

    truths: Mapping[str, Truth]
    reliabilities: tuple[SourceReliability, ...]
    method: str
    reason: str
    copying: tuple[Copying, ...] = ()

    def __getitem__(self, item: str) -> Truth:
        """What is known of one item.

        Raises:
            KeyError: Nobody speaks of the item.
        """
        return self.truths[item]

    def __len__(self) -> int:
        return len(self.truths)

    def reliability(self, source: str, kind: str = "") -> float | None:
        """The reliability of a source for a kind of fact, ``None`` where it makes no claim of the kind."""
        found = (r.reliability for r in self.reliabilities if (r.source, r.kind) == (source, kind))
        return next(found, None)
