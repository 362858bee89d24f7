"""How probable is it that a text bears out a number, by what speaks for it?

A logistic regression over five things, fitted on numbers of summaries that three people each judged
(``benchmarks/fit_support.py``); ``support_model.json`` holds the coefficients, what they were fitted on, and how well
they do on documents not seen.
"""

import json
from functools import cache
from importlib.resources import files
from math import exp

FEATURES = ("sure", "open", "near", "printed", "words")
_NEAREST = 2  # telling words next to a number that are the same: more say no more


def evidence(*, sure: bool, left: bool, near: int, printed: bool, words: float) -> tuple[float, ...]:
    """What speaks for a number, in the order of ``FEATURES``.

    Args:
        sure: Whether the text states, names or implies it.
        left: Whether the text prints the value and leaves open of what.
        near: How many telling words next to it stand next to it in the text.
        printed: Whether the text prints the number as the claim does.
        words: Share of the telling words of its sentence that the text has.
    """
    return float(sure), float(left), float(min(near, _NEAREST)), float(printed), words


def probability(features: tuple[float, ...], weights: tuple[float, ...] | None = None) -> float:
    """The probability, in [0, 1], where as many numbers are borne out as are not.

    Args:
        features: As ``evidence`` gives them.
        weights: A constant and a weight for each; without them those that the library carries.
    """
    base, *slopes = weights or _weights()
    return 1.0 / (
        1.0 + exp(-base - sum(slope * value for slope, value in zip(slopes, features, strict=True)))
    )


@cache
def _weights() -> tuple[float, ...]:
    model = json.loads(files(__package__).joinpath("support_model.json").read_text(encoding="utf-8"))
    return model["base"], *(model["weights"][name] for name in FEATURES)
