"""What do the articles of an event say together?"""

from reliability.consensus.amounts import amounts
from reliability.consensus.context import Rarity
from reliability.consensus.facts import facts
from reliability.consensus.membership import members
from reliability.consensus.origins import origins
from reliability.consensus.utterances import utterances
from reliability.records import Consensus, Reading


def agree(readings: tuple[Reading, ...]) -> Consensus:
    """Aligns the mentions of an event's articles into items, counts voices, and draws the facts.

    Args:
        readings: The readings of all articles, in an order that depends on their texts alone.

    Returns:
        The consensus; articles of another event are left out of it and named in ``strangers``.
    """
    present = members(readings)
    here = {reading.article.id for reading in present}
    voices = [0] * len(present)
    groups = origins(present)
    for voice, group in enumerate(groups):
        for index in group:
            voices[index] = voice
    rarity = Rarity(present)
    items = amounts(present, voices, rarity) + utterances(present, rarity)
    return Consensus(
        facts=facts(items, dict(zip((reading.article.id for reading in present), voices, strict=True))),
        origins=tuple(tuple(present[index].article.id for index in group) for group in groups),
        items=tuple(items),
        strangers=tuple(reading.article.id for reading in readings if reading.article.id not in here),
    )
