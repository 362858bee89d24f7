"""Truth discovery on any table of claims: who says what of which item, and whom to believe."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reliability.compare.outlets import ratings
from reliability.discovery.choice import choose
from reliability.discovery.claims import Claims, read_claims
from reliability.discovery.confidence import judged
from reliability.discovery.estimate import RATING_STRENGTH, Prior
from reliability.discovery.hierarchy import by_level
from reliability.discovery.methods import METHODS, ONLY_FOR, estimated
from reliability.discovery.outcome import reliabilities, truths
from reliability.discovery.table import encode
from reliability.records import ConfigError, Discovery

# A rating of 0 or 1 would never be changed by any evidence.
LEAST_RATING, MOST_RATING = 0.05, 0.95
STEP = "/"


def discover(
    claims: Any,
    *,
    method: str | None = None,
    value_type: str | None = None,
    separator: str | None = None,
    priors: Mapping[str, float] | str | Path | None = None,
    prior_strength: float = RATING_STRENGTH,
    tolerance: float = 0.0,
    least_confidence: float = 0.0,
) -> Discovery:
    """Finds the value of every item and the reliability of every source.

    >>> found = discover([("a", "capital", "Bern"), ("b", "capital", "Bern"), ("c", "capital", "Basel")])
    >>> found["capital"].value
    'Bern'

    Args:
        claims: Tuples ``(source, item, value)`` or ``(source, item, value, kind)``; a frame or the path of a CSV
            file with these columns. An item ``object|attribute`` is of the kind ``attribute`` (the last bar
            splits), and reliability is estimated per kind. The order of claims never matters.
        method: An algorithm's name (`METHODS`); ``None`` chooses by the table's shape.
        value_type: ``category``, ``number``, ``set``, or ``path`` for values that contain each other
            (``Asia/Japan/Osaka``); ``None`` tells the first three from the values.
        separator: What stands between the members of sets that are written as text, or between the steps of a path
            (``/`` unless given).
        priors: How reliable sources are known to be, from 0 to 1: a mapping, or the path of a CSV file with
            the columns ``source`` (or ``domain``) and ``reliability``.
        prior_strength: How many claims such a rating weighs as much as.
        tolerance: Numbers that differ by no more than this share of the chosen one count as saying the same
            in confidence, supporters and dissenters.
        least_confidence: Items whose value is less probable are marked ``abstained``, as are items of which
            fewer than two sources speak.

    Returns:
        The truths, the reliabilities, the method, and why it was used. Where two values are equally
        probable, the one that more sources state is taken, then the smaller one (words: the one that sorts first).

    Raises:
        InputError: Claims that cannot be read.
        ConfigError: A method, prior or setting that cannot be used.
    """
    _refuse_settings(prior_strength, tolerance, least_confidence)
    given = read_claims(claims, value_type, separator)
    prior = Prior(_ratings(priors), prior_strength)

    def flat(given: Claims) -> Discovery:
        return _discovered(given, method, prior, tolerance, least_confidence)

    if given.value_type == "path":
        return by_level(given, separator or STEP, flat)
    return flat(given)


def _discovered(
    given: Claims, method: str | None, prior: Prior, tolerance: float, least_confidence: float
) -> Discovery:
    """The same for claims of which none contains another.

    Raises:
        ConfigError: A method that is not for such values.
    """
    table = encode(given)
    reason = "You asked for it."
    if method is None:
        method, reason = choose(table, given.value_type)
    elif method not in METHODS:
        raise ConfigError(f"there is no method {method!r}; there are {', '.join(METHODS)}", field="method")
    elif ONLY_FOR.get(method, given.value_type) != given.value_type:
        raise ConfigError(
            f"{method} is for values that are a {ONLY_FOR[method]}, these are each a {given.value_type}; "
            "name another method or give value_type",
            field="method",
        )
    estimate = estimated(method, table, prior)
    probability = estimate.belief if estimate.probable else judged(table, estimate, prior)
    return Discovery(
        truths=truths(table, estimate, probability, tolerance, least_confidence),
        reliabilities=reliabilities(table, estimate),
        method=method,
        reason=reason,
        copying=estimate.copying,
    )


def _refuse_settings(prior_strength: float, tolerance: float, least_confidence: float) -> None:
    for name, value, most in (
        ("prior_strength", prior_strength, math.inf),
        ("tolerance", tolerance, 1.0),
        ("least_confidence", least_confidence, 1.0),
    ):
        if not 0.0 <= value <= most or value == math.inf:
            raise ConfigError(f"{value!r} is out of range; give a number from 0 to {most:g}", field=name)


def _ratings(priors: Mapping[str, float] | str | Path | None) -> dict[str, float]:
    """Ratings as probabilities strictly between 0 and 1."""
    return {source: min(max(rating, LEAST_RATING), MOST_RATING) for source, rating in ratings(priors).items()}
