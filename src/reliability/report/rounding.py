"""Printed points that a reader can add up."""

from dataclasses import dataclass
from math import floor

from reliability.records import Scorecard


@dataclass(frozen=True, slots=True)
class Tenths:
    """The numbers of a scorecard as they are printed, counted in tenths of a point.

    Rounded one by one, a base of 60.04 and points of 3.04 and 2.04 print as 60.0 + 3.0 + 2.0, but the
    score of 65.12 as 65.1. So score and base are rounded as usual, and what is left between them is
    shared out by largest remainders (the method of Hamilton, known from seats in parliaments): every
    feature's points are rounded down, and the missing tenths go to those that lost most by it. No
    points are ever printed more than a tenth or so off, and ``base + sum(points) == score`` to the digit.

    Attributes:
        score: The score.
        base: The base.
        points: Per contribution; ``None`` where there was nothing to measure.
    """

    score: int
    base: int
    points: tuple[int | None, ...]

    @classmethod
    def of(cls, card: Scorecard) -> "Tenths":
        """The printed numbers of one scorecard."""
        score, base = _rounded(card.score), _rounded(card.base)
        exact = {
            index: contribution.points * 10
            for index, contribution in enumerate(card.contributions)
            if contribution.value is not None
        }
        points = {index: floor(tenths) for index, tenths in exact.items()}
        missing = score - base - sum(points.values())
        lost_most = sorted(exact, key=lambda index: (points[index] - exact[index], index))
        step = 1 if missing > 0 else -1
        receivers = lost_most if missing > 0 else lost_most[::-1]
        for turn in range(abs(missing) if receivers else 0):
            points[receivers[turn % len(receivers)]] += step
        return cls(score, base, tuple(points.get(index) for index in range(len(card.contributions))))


def plain(tenths: int) -> str:
    """``623`` as ``62.3``."""
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def signed(tenths: int | None) -> str:
    """``-31`` as ``-3.1``, ``31`` as ``+3.1``, 0 as ``0.0``, and ``·`` where there was nothing to measure."""
    if tenths is None:
        return "·"
    return f"+{plain(tenths)}" if tenths > 0 else plain(tenths)


def _rounded(number: float) -> int:
    return round(
        round(number, 1) * 10
    )  # by way of round(..., 1), so that it is what any other printer prints
