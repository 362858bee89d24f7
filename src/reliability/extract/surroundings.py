"""What stands around each line of a text, in numbers?

Distances to what comes after a line are counted for a few lines only, and means over them end where the text does:
how long the tail is must not be learnt.
"""

import numpy as np
from numpy.typing import NDArray

from reliability.extract.line_features import OWN, Matrix

# What is seen of the neighbours: so many lines away, as means over so many lines before and after, and of the page.
NEAR = (
    "words", "closed", "prose", "stop_share", "capital_share", "digit_share", "person_share", "known_share", "wording",
    "phrase", "name", "date", "signature", "copies", "marked",
)  # fmt: skip
_STEPS, _WIDTHS = (-2, -1, 1, 2), (6,)
# The same of the odds that the first look gave them.
_STEPS_AGAIN, _WIDTHS_AGAIN = (-3, -2, -1, 1, 2, 3), (4, 12, 40)
_SURE = 5.0  # odds beyond it say no more
PLACE = ("index", "above_prose", "since_prose", "until_prose", "prose_so_far", "above_headline")
# Places are counted up to here: a long page is not another kind of page.
_FAR, _LATE, _SOON = 12, 6, 6


def _named(near: tuple[str, ...], steps: tuple[int, ...], widths: tuple[int, ...]) -> tuple[str, ...]:
    """The columns that ``_around`` fills."""
    sides = [f"{side}{width}" for side in ("_before", "_after") for width in widths]
    return tuple(
        f"{name}{where}" for where in (*(f"{step:+d}" for step in steps), *sides, "_page") for name in near
    )


FIRST = (*OWN, *PLACE, *_named(NEAR, _STEPS, _WIDTHS))
SECOND = (*FIRST, "odds", *_named(("odds",), _STEPS_AGAIN, _WIDTHS_AGAIN))

_near = [OWN.index(name) for name in NEAR]
_prose = OWN.index("prose")
_place, _first = len(OWN) + len(PLACE), len(FIRST)


def surroundings(own: Matrix, headline: int | None) -> Matrix:
    """The rows of ``line_features`` with their neighbours' beside them: the columns of ``FIRST``.

    Those that ``SECOND`` has besides are left empty, for ``look_again`` to fill.

    Args:
        own: The rows of one text, one at least.
        headline: The index of the headline.
    """
    seen = np.empty((len(own), len(SECOND)), np.float32)
    seen[:, : len(OWN)] = own
    _places(own[:, _prose] > 0, headline, seen[:, len(OWN) : _place])
    _around(own[:, _near], _STEPS, _WIDTHS, seen[:, _place:_first])
    return seen


def look_again(seen: Matrix, odds: NDArray[np.float64]) -> None:
    """Fills, in place, what the first look made of each line and of those around it."""
    near = np.clip(odds, -_SURE, _SURE)[:, None].astype(np.float32)
    seen[:, _first : _first + 1] = near
    _around(near, _STEPS_AGAIN, _WIDTHS_AGAIN, seen[:, _first + 1 :])


def _around(near: Matrix, steps: tuple[int, ...], widths: tuple[int, ...], out: Matrix) -> None:
    """Writes the rows so many lines away (beyond the ends the last one stands again) and the means around."""
    count = len(near)
    at = np.arange(count)[:, None]
    sums = np.zeros((count + 1, near.shape[1]), np.float32)
    near.cumsum(axis=0, out=sums[1:])
    low, high = np.maximum(at - widths, 0), np.minimum(at + 1 + widths, count)
    blocks = (
        near[np.minimum(np.maximum(at + steps, 0), count - 1)],
        (sums[1:, None] - sums[low]) / (at + 1 - low)[:, :, None],
        (sums[high] - sums[:-1, None]) / (high - at)[:, :, None],
        sums[-1:] / count,
    )
    start = 0
    for block in blocks:
        end = start + block[0].size
        out[:, start:end] = block.reshape(len(block), -1)
        start = end


def _places(prose: NDArray[np.bool_], headline: int | None, out: Matrix) -> None:
    """Writes where each line stands, counted from the start of the text, and from the nearest running text."""
    at = np.arange(len(prose))
    so_far = prose.cumsum() - prose
    out[:, 0] = at.clip(None, _FAR)
    out[:, 1] = (so_far == 0) & ~prose
    out[:, 2] = _since(prose, at, _FAR)
    out[:, 3] = _since(prose[::-1], at, _SOON)[::-1]
    out[:, 4] = so_far.clip(None, _LATE)
    out[:, 5] = at < (headline or 0)


def _since(there: NDArray[np.bool_], at: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """How many lines ago it was last there, ``most`` at the most."""
    last = np.maximum.accumulate(np.where(there, at, -most))
    return np.minimum(at - last, most)
