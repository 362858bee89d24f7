"""How far could the score move if as many independent voices again were heard?"""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reliability.records import Evidence, Measurement
from reliability.scoring.config import Config
from reliability.scoring.settings import FeatureSettings

# What a statement that nobody has spoken of yet is worth once somebody confirms it: as much as any confirmed one.
_CONFIRMED = 1.0
# Of the statements that are checked at all, about this share turns out refuted: on untouched news events one or two
# in a hundred numbers and three in a hundred quotations. A refuted one costs about half of the feature's value.
_REFUTED = 0.03
_COST = 0.5
# Part of a confirmation too many and too few before anything is seen, so that thin evidence leaves the interval wide. Of
# statements that one article makes few are ever taken up: Jeffreys' half of one made intervals that held nine scores in ten.
_PRIOR = 0.2
# Where nobody else was heard at all, nothing is known: a statement may be spoken of or not, borne out or refuted.
_UNHEARD = 0.5
# What could not be measured could have come out anyhow; a small part of the whole range says so without drowning the rest.
_UNKNOWN = 0.08
# A verdict that rests on its two witnesses alone falls with this chance when as many again are heard.
_WITNESSES = 2
_FALLS = 0.15

_TEXT = frozenset({"measured", "boilerplate"})  # properties of the text: no witness, nothing to draw
_OPEN = frozenset({"unchecked", "contested"})

Floats = NDArray[np.float64]
_Voice = Callable[[str], int]


def interval(
    measurements: tuple[Measurement, ...],
    config: Config,
    voice: Callable[[str], int],
    own: str,
    text: str,
    *,
    others: int,
) -> tuple[float, float]:
    """The interval that holds the score in ``config.interval.level`` of the draws.

    What a score rests on is drawn anew in two layers. Voices: every draw adds as many unheard voices as were heard;
    each statement nobody has spoken of may be confirmed by them, with a chance that follows from how many statements
    exactly one, two, three ... voices confirm (Good and Toulmin 1956: what one voice saw, as many again will see),
    and a few are refuted; verdicts of two bare witnesses may fall. Evidence: what the article names as sources is
    drawn with Poisson(1) weights (the bootstrap of Oza and Russell 2001). Properties of the text stand still.

    Args:
        measurements: The article's measurements.
        config: The settings.
        voice: The voice that an article speaks with, -1 for none.
        own: The article's id.
        text: Seeds the draws: the same article gets the same interval in any order, on any machine.
        others: How many other voices the event has; where there is none, any statement may still go either way.

    Returns:
        The lower and upper end, within 0 to 100.
    """
    draws = config.interval.draws
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    random = np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big")))
    scores = np.full(draws, config.base)
    open_: list[_Tally] = []
    for measurement in measurements:
        settings = config.features.get(measurement.feature)
        if settings is None or not settings.weight:
            continue
        if any(piece.verdict not in _TEXT for piece in measurement.evidence):
            open_.append(_tally(measurement, settings, config.share(measurement.feature), voice, own))
        elif (value := measurement.value) is not None:
            scores += config.share(measurement.feature) * (settings.shape(value) - settings.neutral)
        else:
            unknown = random.random(draws) - settings.neutral
            scores += config.share(measurement.feature) * _UNKNOWN * unknown
    if open_:
        scores += _points(open_, draws, random, others)
    scores.sort()
    tail = (1.0 - config.interval.level) / 2.0
    low, high = np.interp(np.array((tail, 1.0 - tail)) * (draws - 1), np.arange(draws), scores)
    return min(max(float(low), 0.0), 100.0), min(max(float(high), 0.0), 100.0)


@dataclass(slots=True)
class _Tally:
    """What a feature's evidence comes to, by how it may still move."""

    settings: FeatureSettings
    share: float
    prior: float
    strength: float
    chance: float  # that an open statement is spoken of
    unchecked: int
    weight: float  # of what witnesses stand for
    credit: float
    left: float  # of the value, after the faults that stay
    bare: list[float]  # severities of verdicts that rest on two witnesses
    alike: Counter[tuple[float, float]]  # weight and credit of what is drawn anew


def _tally(
    measurement: Measurement, settings: FeatureSettings, share: float, voice: _Voice, own: str
) -> _Tally:
    witnessed = Counter[int]()
    found = _Tally(
        settings, share, measurement.prior, measurement.strength, 0.0, 0, 0.0, 0.0, 1.0, [], Counter()
    )
    for piece in measurement.evidence:
        if piece.verdict in _OPEN:
            found.unchecked += 1
            continue
        voices = _heard(piece, voice, own)
        if piece.severity and voices == _WITNESSES:
            found.bare.append(piece.severity)
        elif piece.severity:
            found.left *= 1.0 - piece.severity
        elif piece.weight and voices:
            witnessed[voices] += 1
            found.weight += piece.weight
            found.credit += piece.weight * piece.credit
        elif piece.weight:
            found.alike[piece.weight, piece.credit] += 1
    found.chance = _confirmation(witnessed, found.unchecked)
    return found


def _heard(piece: Evidence, voice: _Voice, own: str) -> int:
    """How many other voices a piece of evidence rests on."""
    return len({voice(span.article_id) for span in piece.against} - {voice(own), -1}) if piece.against else 0


def _points(tallies: Sequence[_Tally], draws: int, random: np.random.Generator, others: int) -> Floats:
    """The points of the tallied features in every draw, all features at once: a row each."""
    rows = len(tallies)

    def column(name: str) -> Floats:
        return np.array([[getattr(tally, name)] for tally in tallies], dtype=np.float64)

    unchecked = np.array([[tally.unchecked] for tally in tallies])
    confirmed = random.binomial(unchecked, column("chance") if others else _UNHEARD, (rows, draws))
    refuted = random.binomial(confirmed, _REFUTED if others else _UNHEARD)
    sure = (confirmed - refuted) * _CONFIRMED
    masses, credits_ = column("weight") + sure, column("credit") + sure
    alike = [(row, *kind, count) for row, tally in enumerate(tallies) for kind, count in tally.alike.items()]
    if alike:
        weighed = np.zeros((2, rows, len(alike)))
        for index, (row, weight, credit, _) in enumerate(alike):
            weighed[:, row, index] = weight, weight * credit
        drawn = random.poisson([[count] for *_, count in alike], (len(alike), draws))
        mass, credit = weighed @ drawn
        masses, credits_ = masses + mass, credits_ + credit
    lost = column("left") * (1.0 - _COST) ** refuted
    for row, tally in enumerate(tallies):
        for severity in tally.bare:
            lost[row] *= np.where(random.random(draws) < _FALLS, 1.0, 1.0 - severity)
    strength, prior = column("strength"), column("prior")
    total = masses + strength
    mean = np.divide(
        credits_ + prior * strength, total, out=np.broadcast_to(prior, total.shape).copy(), where=total > 0
    )
    values = mean * lost
    missing = (masses <= 0) & (lost >= 1.0)
    points = np.zeros(draws)
    for tally, value, gone in zip(tallies, values, missing, strict=True):
        neutral = tally.settings.neutral
        earned = tally.settings.shape.apply(value)
        if gone.any():
            earned = np.where(gone, neutral + _UNKNOWN * (random.random(draws) - neutral), earned)
        points += tally.share * (earned - neutral)
    return points


def _confirmation(witnessed: Counter[int], unchecked: int) -> float:
    """The chance that a statement nobody has spoken of is spoken of by as many voices again.

    Good and Toulmin's estimate of what doubling a sample adds, ``f1 - f2 + f3 - ...`` where ``f_k`` statements have
    ``k`` witnesses, over the statements that are still open.
    """
    expected = max(sum(count if times % 2 else -count for times, count in witnessed.items()), 0)
    return (expected + _PRIOR) / (unchecked + 2 * _PRIOR + expected)
