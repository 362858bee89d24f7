"""What does a voice count for, where outlets are rated?"""

from collections.abc import Mapping
from statistics import fmean

from reliability.compare.outlets import rating_of
from reliability.records import Reading

# A rating is believed as firmly as four claims, and that an outlet is like any other as firmly as one: as in
# ``discover``. So the lowest rating leaves a voice a fifth of its weight, and none is silenced before it has spoken.
_RATED, _UNRATED = 4.0, 1.0


def weights(
    groups: list[list[int]], readings: tuple[Reading, ...], rated: Mapping[str, float]
) -> dict[int, float]:
    """The weight of every voice with a rated outlet; the others count for 1.

    A voice counts for its outlet's rating in proportion to the mean of all ratings given, drawn towards 1. Where many
    outlets print one text, the best rated of them vouches for it.

    Args:
        groups: Indices into the readings that are one voice each.
        readings: The readings.
        rated: Ratings from 0 to 1 by domain.
    """
    mean = fmean(rated.values()) if rated else 0.0
    if not mean:
        return {}
    found = {}
    for voice, group in enumerate(groups):
        known = [
            rating for index in group if (rating := rating_of(readings[index].article, rated)) is not None
        ]
        if known:
            found[voice] = (_RATED * max(known) / mean + _UNRATED) / (_RATED + _UNRATED)
    return found
