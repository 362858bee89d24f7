"""What is measured of an article, and the points that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal, Protocol, runtime_checkable

from reliability.records.article import Article
from reliability.records.fact import Consensus
from reliability.records.reading import Reading
from reliability.records.span import Span

Verdict = Literal[
    "agrees",  # at least one other independent voice says the same (self_consistency: the article itself does)
    "conflicts",  # at least two other independent voices say otherwise, or the article's own text does
    "altered",  # a quotation whose words two other independent voices print differently
    "vague",  # attributed to nobody a reader could ask
    "boilerplate",  # not the story
    "traceable",  # attributed to somebody a reader could ask
    "unattributed",  # checkable, and attributed to nobody at all
    "measured",  # a property of the article's own text, stated as it is
    "contested",  # voices divided, none outvoted two to none: shown on all sides, nobody is told wrong
    "unchecked",  # nobody else speaks of it
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a person can check: these characters, held against those.

    Attributes:
        feature: The feature it is evidence of.
        verdict: One of ``Verdict``.
        span: The characters of this article that it is about.
        against: The characters, of this or other articles, that they were held against.
        message: One plain sentence.
        weight: How much it counts in the feature's mean; 0 for what moves no points.
        credit: In [0, 1]: how well it speaks for the article.
        severity: In [0, 1]: the share of the feature's value that this fault alone takes away.
    """

    feature: str
    verdict: Verdict
    span: Span
    against: tuple[Span, ...]
    message: str
    weight: float = 0.0
    credit: float = 0.0
    severity: float = 0.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """A feature of one article: a value in [0, 1] (1 is best), or ``None`` where there is nothing to measure.

    The value follows from the evidence by one formula for every feature::

        value = (prior * strength + sum(weight * credit)) / (strength + sum(weight)) * product(1 - severity)

    a mean of credits, pulled towards ``prior`` while evidence is thin, times what each gross fault
    leaves of it; so a gross fault is not averaged away among many small agreements.

    Attributes:
        feature: The feature's name.
        prior: The value before any evidence.
        strength: How much evidence the prior is worth.
        evidence: What the value rests on, and what was seen without moving it.
    """

    feature: str
    evidence: tuple[Evidence, ...] = ()
    prior: float = 0.0
    strength: float = 0.0

    @property
    def value(self) -> float | None:
        """The value, or ``None`` where no evidence carries weight or severity."""
        if not any(piece.weight or piece.severity for piece in self.evidence):
            return None
        weight = self.strength + sum(piece.weight for piece in self.evidence)
        credit = self.prior * self.strength + sum(piece.weight * piece.credit for piece in self.evidence)
        mean = credit / weight if weight else self.prior
        return mean * prod(1.0 - piece.severity for piece in self.evidence)


@runtime_checkable
class Feature(Protocol):
    """What can be measured of an article. The class docstring is the question it answers."""

    @property
    def name(self) -> str:
        """The name that config, reports and benchmarks use."""
        ...

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Answers the question for one article.

        Args:
            reading: The article and its mentions.
            consensus: What the event's articles say; the article's own voice must not testify for it.
            grades: The feature's ``grades`` table of the weights file: what each kind of fault or
                source is worth; empty for a feature without one.

        Returns:
            The measurement; one without weighty evidence where there is nothing to measure.
        """
        ...


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to an article's score.

    Attributes:
        measurement: What was measured.
        weight: The feature's weight, scaled so that all weights sum to 100.
        neutral: The value that moves no points.
        points: ``weight * (shape(value) - neutral)``, or 0 where nothing was measured.
    """

    measurement: Measurement
    weight: float
    neutral: float
    points: float

    @property
    def feature(self) -> str:
        """The feature's name."""
        return self.measurement.feature

    @property
    def value(self) -> float | None:
        """The feature's value in [0, 1], or ``None`` where there was nothing to measure."""
        return self.measurement.value

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the points rest on."""
        return self.measurement.evidence


@dataclass(frozen=True, slots=True)
class Scorecard:
    """An article's rank, score, and every point of it.

    Attributes:
        article: The article as given.
        rank: 1 is best; articles whose printed scores are equal share a rank.
        base: The score of an article of which nothing could be measured.
        contributions: Points per feature; ``score == base + sum(points)``.
        interval: The 80% interval of the score, from resampling voices and evidence.
        notes: What a reader must know before using the score: another event, nothing to check, cut off.
    """

    article: Article
    rank: int
    base: float
    contributions: tuple[Contribution, ...]
    interval: tuple[float, float]
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """0 to 100: the base plus the points of every feature."""
        return self.base + sum(contribution.points for contribution in self.contributions)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence, feature by feature."""
        return tuple(piece for contribution in self.contributions for piece in contribution.evidence)
