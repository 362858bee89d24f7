"""What do the articles of an event say together?"""

from reliability.consensus.amounts import amounts
from reliability.consensus.context import Rarity
from reliability.consensus.disputes import disputes
from reliability.consensus.facts import facts
from reliability.consensus.lists import listings
from reliability.consensus.membership import members
from reliability.consensus.names import bearers
from reliability.consensus.origins import origins
from reliability.consensus.statements import statements
from reliability.consensus.utterances import utterances
from reliability.records import Consensus, Reading


def agree(readings: tuple[Reading, ...]) -> Consensus:
    """Aligns the mentions of an event's articles into items, counts voices, and draws the facts.

    Args:
        readings: The readings of all articles, in an order that depends on their texts alone.

    Returns:
        The consensus; articles of another event are left out of it and named in ``strangers``.
    """
    groups = members(readings, origins(readings))
    present = tuple(readings[index] for group in groups for index in group)
    here = {reading.article.id for reading in present}
    voices = [voice for voice, group in enumerate(groups) for _ in group]
    rarity = Rarity(tuple(readings[group[0]] for group in groups))
    items = [
        *amounts(present, voices, rarity),
        *utterances(present, rarity),
        *listings(present),
        *statements(present, voices, rarity),
        *bearers(present, voices, rarity),
    ]
    return Consensus(
        facts=facts(items, dict(zip((reading.article.id for reading in present), voices, strict=True))),
        origins=tuple(tuple(readings[index].article.id for index in group) for group in groups),
        items=tuple(items),
        strangers=tuple(reading.article.id for reading in readings if reading.article.id not in here),
        disputes=tuple(disputes(present, voices)),
    )
