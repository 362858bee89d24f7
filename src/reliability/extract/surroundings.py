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
    "phrase", "name", "date", "signed", "copies", "marked",
)  # fmt: skip
_STEPS, _WIDTHS = np.array([-2, -1, 1, 2]), np.array([6])
PLACE = (
    "index", "above_prose", "since_prose", "until_prose", "prose_so_far", "above_headline",
    "prose_share_so_far", "prose_follows", "stretch", "stretch_so_far",
)  # fmt: skip
# Places are counted up to here: a long page is not another kind of page.
_FAR, _LATE, _APART = 12, 6, 60


_WHERE = (
    *(f"{step:+d}" for step in _STEPS),
    *(f"{side}{width}" for side in ("_before", "_after") for width in _WIDTHS),
    "_page",
)
SEEN = (*OWN, *PLACE, *(f"{name}{where}" for where in _WHERE for name in NEAR))

_near = [OWN.index(name) for name in NEAR]
_prose = OWN.index("prose")
_place = len(OWN) + len(PLACE)


def surroundings(own: Matrix, headline: int | None) -> Matrix:
    """The rows of ``line_features`` with their neighbours' beside them: the columns of ``SEEN``.

    Args:
        own: The rows of one text, one at least.
        headline: The index of the headline.
    """
    seen = np.empty((len(own), len(SEEN)), np.float32)
    seen[:, : len(OWN)] = own
    _places(own[:, _prose] > 0, headline, seen[:, len(OWN) : _place])
    _around(own[:, _near], seen[:, _place:])
    return seen


def _around(near: Matrix, out: Matrix) -> None:
    """Writes the rows so many lines away (beyond the ends the last one stands again) and the means around."""
    count = len(near)
    at = np.arange(count)[:, None]
    sums = np.zeros((count + 1, near.shape[1]), np.float32)
    near.cumsum(axis=0, out=sums[1:])
    low, high = np.maximum(at - _WIDTHS, 0), np.minimum(at + 1 + _WIDTHS, count)
    blocks = (
        near[np.minimum(np.maximum(at + _STEPS, 0), count - 1)],
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
    """Writes where each line stands, counted from the start of the text, and from the nearest running text.

    How long a stretch of other lines is, is counted where running text follows it.
    """
    at = np.arange(len(prose))
    so_far = prose.cumsum() - prose
    since, until = _since(prose, at, _APART), _since(prose[::-1], at, _APART)[::-1]
    follows = so_far + prose < prose.sum()
    inside = follows & ~prose
    stretch = np.where(inside, since + until - 1, 0)
    out[:, 0] = at.clip(None, _FAR)
    out[:, 1] = (so_far == 0) & ~prose
    out[:, 2] = since
    out[:, 3] = until
    out[:, 4] = so_far.clip(None, _LATE)
    out[:, 5] = at < (headline or 0)
    out[:, 6] = (so_far + prose) / (at + 1)
    out[:, 7] = follows
    out[:, 8] = stretch
    out[:, 9] = np.where(inside, since / np.maximum(stretch, 1), 0)


def _since(there: NDArray[np.bool_], at: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """How many lines ago it was last there, ``most`` at the most."""
    last = np.maximum.accumulate(np.where(there, at, -most))
    return np.minimum(at - last, most)
