"""From measurements to points."""

from dataclasses import replace

from reliability.records import Contribution, Measurement
from reliability.scoring.config import Config


def settle(measurement: Measurement, config: Config) -> Measurement:
    """The measurement pulled towards the feature's neutral value while evidence is thin."""
    settings = config.features.get(measurement.feature)
    return (
        replace(measurement, prior=settings.neutral, strength=settings.strength) if settings else measurement
    )


def contribute(measurements: tuple[Measurement, ...], config: Config) -> tuple[Contribution, ...]:
    """The points of each measured feature: ``share * (shape(value) - neutral)``.

    A feature with nothing to measure gives none. With ``config.base`` the points sum to a score that lies in
    0 to 100 by construction.
    """
    found = []
    for measurement in measurements:
        settings = config.features.get(measurement.feature)
        share = config.share(measurement.feature)
        neutral = settings.neutral if settings else 0.0
        value = measurement.value
        points = share * (settings.shape(value) - neutral) if settings and value is not None else 0.0
        found.append(Contribution(measurement, share, neutral, points))
    return tuple(found)
