"""What do the articles of an event say together?"""

from collections.abc import Mapping
from types import MappingProxyType

from reliability.consensus.amounts import amounts
from reliability.consensus.context import Rarity
from reliability.consensus.disputes import disputes
from reliability.consensus.facts import facts
from reliability.consensus.lists import listings
from reliability.consensus.membership import members
from reliability.consensus.names import bearers
from reliability.consensus.origins import origins
from reliability.consensus.passages import Passages
from reliability.consensus.statements import statements
from reliability.consensus.texts import Texts
from reliability.consensus.utterances import utterances
from reliability.consensus.voices import Voices
from reliability.consensus.weights import weights
from reliability.records import Consensus, Reading

NONE: Mapping[str, float] = MappingProxyType({})


def agree(readings: tuple[Reading, ...], priors: Mapping[str, float] = NONE) -> Consensus:
    """Aligns the mentions of an event's articles into items, counts voices, and draws the facts.

    Args:
        readings: The readings of all articles, in an order that depends on their texts alone.
        priors: How outlets are rated, from 0 to 1, by domain.

    Returns:
        The consensus; articles of another event are left out of it and named in ``strangers``.
    """
    texts = Texts.of(readings)
    groups = members(readings, origins(readings, texts))
    order = {index: place for place, index in enumerate(index for group in groups for index in group)}
    present = tuple(readings[index] for index in order)
    voices = [voice for voice, group in enumerate(groups) for _ in group]
    rarity = Rarity(tuple(readings[group[0]] for group in groups))
    items = [
        *amounts(present, voices, rarity),
        *utterances(present, voices, rarity),
        *listings(present),
        *statements(present, voices, rarity),
        *bearers(present, voices, rarity),
    ]
    passages = Passages.of(texts)
    weighed = weights(groups, readings, priors)
    items = Voices(groups, readings, passages, weighed).attributed(items)
    return Consensus(
        facts=facts(items, readings, len(groups)),
        origins=tuple(tuple(readings[index].article.id for index in group) for group in groups),
        items=tuple(items),
        strangers=tuple(reading.article.id for index, reading in enumerate(readings) if index not in order),
        disputes=tuple(disputes(present, voices)),
        passages=passages.spans(readings, order),
        weights=tuple(weighed.get(voice, 1.0) for voice in range(len(groups))) if weighed else (),
    )
