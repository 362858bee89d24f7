"""How far could the score move if as many independent voices again were heard?"""

import hashlib
from collections import Counter
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from reliability.records import Evidence, Measurement
from reliability.scoring.config import Config

# What a statement that nobody has spoken of yet is worth once somebody confirms it: as much as any confirmed one.
_CONFIRMED = 1.0
# Of the statements that are checked at all, about this share turns out refuted: on untouched news events one or two
# in a hundred numbers and three in a hundred quotations. A refuted one costs about half of the feature's value.
_REFUTED = 0.03
_COST = 0.5
# Half a confirmation too many and half too few before anything is seen (Jeffreys' prior): so that thin evidence
# leaves the interval wide.
_PRIOR = 0.5
# Where nobody else was heard at all, nothing is known: a statement may be spoken of or not, borne out or refuted.
_UNHEARD = 0.5
# What could not be measured could have come out anyhow; a fifth of the whole range says so without drowning the rest.
_UNKNOWN = 0.2
# A verdict that rests on its two witnesses alone falls with this chance when as many again are heard.
_WITNESSES = 2
_FALLS = 0.15

_TEXT = frozenset({"measured", "boilerplate"})  # properties of the text: no witness, nothing to draw
_OPEN = frozenset({"unchecked", "contested"})

Floats = NDArray[np.float64]


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
    for measurement in measurements:
        settings = config.features.get(measurement.feature)
        if settings is None or not settings.weight:
            continue
        values = _draw(measurement, draws, lambda piece: _heard(piece, voice, own), random, others)
        measured = ~np.isnan(values)
        unknown = settings.neutral + _UNKNOWN * (random.random(draws) - settings.neutral)
        earned = np.where(measured, settings.shape.apply(np.nan_to_num(values)), unknown)
        scores += config.share(measurement.feature) * (earned - settings.neutral)
    tail = (1.0 - config.interval.level) / 2.0
    low, high = np.quantile(scores, (tail, 1.0 - tail))
    return float(np.clip(low, 0.0, 100.0)), float(np.clip(high, 0.0, 100.0))


def _heard(piece: Evidence, voice: Callable[[str], int], own: str) -> int:
    """How many other voices a piece of evidence rests on."""
    return len({voice(span.article_id) for span in piece.against} - {voice(own), -1})


def _draw(
    measurement: Measurement,
    draws: int,
    heard: Callable[[Evidence], int],
    random: np.random.Generator,
    others: int,
) -> Floats:
    """The feature's value in every draw; NaN where a draw leaves nothing to measure."""
    pieces = measurement.evidence
    if all(piece.verdict in _TEXT for piece in pieces):
        value = measurement.value
        return np.full(draws, np.nan if value is None else value)
    witnessed = Counter[int]()
    alike = Counter[tuple[float, float]]()
    bare: list[float] = []
    weight = credit = 0.0
    left, open_ = 1.0, 0
    for piece in pieces:
        voices = heard(piece)
        if piece.verdict in _OPEN:
            open_ += 1
        elif piece.severity and voices == _WITNESSES:
            bare.append(piece.severity)
        elif piece.severity:
            left *= 1.0 - piece.severity
        elif piece.weight and voices:
            witnessed[voices] += 1
            weight, credit = weight + piece.weight, credit + piece.weight * piece.credit
        elif piece.weight:
            alike[piece.weight, piece.credit] += 1
    confirmed = random.binomial(open_, _confirmation(witnessed, open_) if others else _UNHEARD, draws)
    refuted = random.binomial(confirmed, _REFUTED if others else _UNHEARD)
    sources = random.poisson(list(alike.values()), (draws, len(alike))) * [one for one, _ in alike]
    masses = weight + (confirmed - refuted) * _CONFIRMED + sources.sum(axis=1)
    credits_ = credit + (confirmed - refuted) * _CONFIRMED + sources @ np.array([one for _, one in alike])
    falls = random.random((draws, len(bare))) < _FALLS
    lost = left * np.prod(np.where(falls, 1.0, 1.0 - np.array(bare)), axis=1) * (1.0 - _COST) ** refuted
    total = masses + measurement.strength
    mean = np.divide(
        credits_ + measurement.prior * measurement.strength,
        total,
        out=np.full(draws, measurement.prior),
        where=total > 0,
    )
    return np.where((masses > 0) | (lost < 1.0), mean * lost, np.nan)


def _confirmation(witnessed: Counter[int], unchecked: int) -> float:
    """The chance that a statement nobody has spoken of is spoken of by as many voices again.

    Good and Toulmin's estimate of what doubling a sample adds, ``f1 - f2 + f3 - ...`` where ``f_k`` statements have
    ``k`` witnesses, over the statements that are still open.
    """
    expected = max(sum(count if times % 2 else -count for times, count in witnessed.items()), 0)
    return (expected + _PRIOR) / (unchecked + 2 * _PRIOR + expected)
