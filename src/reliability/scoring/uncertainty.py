"""How far could the score have come out otherwise, had other voices and other evidence been at hand?"""

import hashlib
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from reliability.records import Measurement
from reliability.scoring.config import Config

# A verdict that needs two witnesses falls to "contested" when a draw leaves fewer of them.
_WITNESSES = {"conflicts": 2, "altered": 2, "agrees": 1}
# What a feature could still turn out to be, where nothing could be measured of it: a draw from all values,
# scaled down to this share, so that an unmeasured feature widens the interval without drowning it.
_UNKNOWN = 0.5

Floats = NDArray[np.float64]


def interval(
    measurements: tuple[Measurement, ...], config: Config, voice: Callable[[str], int], text: str
) -> tuple[float, float]:
    """The interval that holds the score in ``config.interval.level`` of resampled cases.

    A bootstrap (Efron 1979) over what the score rests on, in two layers: the other voices are drawn with
    replacement, and evidence whose witnesses are not drawn falls away; then the evidence that is left is
    itself drawn with Poisson(1) weights (Oza and Russell 2001). A feature that could not be measured is drawn
    from around its neutral value.

    Args:
        measurements: The article's measurements.
        config: The settings.
        voice: The voice that an article speaks with, -1 for none.
        text: Seeds the draws: the same article gets the same interval in any order, on any machine.

    Returns:
        The lower and upper end, within 0 to 100.
    """
    draws = config.interval.draws
    random = np.random.Generator(
        np.random.PCG64(
            int.from_bytes(
                hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
            )
        )
    )
    others = sorted(
        {
            voice(span.article_id)
            for measurement in measurements
            for piece in measurement.evidence
            for span in piece.against
        }
        - {-1}
    )
    column = {other: index for index, other in enumerate(others)}
    present = (
        random.multinomial(len(others), np.full(len(others), 1 / len(others)), size=draws) > 0
        if others
        else np.zeros((draws, 0), dtype=bool)
    )
    scores = np.full(draws, 0.0)
    for measurement in measurements:
        settings = config.features.get(measurement.feature)
        if settings is None:
            continue
        share = config.share(measurement.feature)
        values = _draw(measurement, draws, present, column, voice, random)
        unmeasured = np.isnan(values)
        credits = np.where(unmeasured, settings.neutral, settings.shape.apply(np.nan_to_num(values)))
        spread = (random.random(draws) - settings.neutral) * _UNKNOWN
        scores += share * np.where(unmeasured, credits + spread, credits)
    rest = config.base - sum(
        config.share(m.feature) * config.features[m.feature].neutral
        for m in measurements
        if m.feature in config.features
    )
    tail = (1.0 - config.interval.level) / 2.0
    low, high = np.quantile(scores + rest, (tail, 1.0 - tail))
    return float(np.clip(low, 0.0, 100.0)), float(np.clip(high, 0.0, 100.0))


def _draw(
    measurement: Measurement,
    draws: int,
    present: NDArray[np.bool_],
    column: dict[int, int],
    voice: Callable[[str], int],
    random: np.random.Generator,
) -> Floats:
    """The feature's value in every draw; NaN where a draw leaves nothing to measure."""
    pieces = [piece for piece in measurement.evidence if piece.weight or piece.severity]
    if not pieces:
        return np.full(draws, np.nan)
    if all(piece.verdict in {"measured", "boilerplate"} for piece in pieces):
        return np.full(draws, measurement.value)  # a property of the text: no witness, nothing to draw
    weights = random.poisson(1.0, size=(draws, len(pieces))).astype(np.float64)
    for index, piece in enumerate(pieces):
        witnesses = {column[seen] for span in piece.against if (seen := voice(span.article_id)) in column}
        needed = _WITNESSES.get(piece.verdict, 0)
        if needed and witnesses:
            heard = present[:, sorted(witnesses)].sum(axis=1)
            weights[:, index] = np.where(
                heard >= min(needed, len(witnesses)), np.maximum(weights[:, index], piece.severity > 0), 0.0
            )
    weight = np.array([piece.weight for piece in pieces])
    credit = np.array([piece.credit for piece in pieces])
    left = np.array([1.0 - piece.severity for piece in pieces])
    mass = weights @ weight + measurement.strength
    mean = np.divide(
        weights @ (weight * credit) + measurement.prior * measurement.strength,
        mass,
        out=np.full(draws, measurement.prior),
        where=mass > 0,
    )
    values = mean * np.prod(np.where(weights > 0, left, 1.0), axis=1)
    nothing = ~(weights > 0).any(axis=1)
    return np.where(nothing, np.nan, values)
