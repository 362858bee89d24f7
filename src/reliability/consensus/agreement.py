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
from reliability.consensus.retellings import retellings
from reliability.consensus.statements import statements
from reliability.consensus.suspicion import shared_errors
from reliability.consensus.texts import Texts
from reliability.consensus.utterances import utterances
from reliability.consensus.voices import Voices
from reliability.consensus.weights import weights
from reliability.records import Consensus, Item, Reading

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
    copies = origins(readings, texts)
    if retold := retellings(readings, texts, copies):
        copies = origins(readings, texts, retold=retold)
    groups = members(readings, copies)
    passages = Passages.of(readings, texts, groups, retold)
    items, rated = _items(readings, groups, passages, priors)
    speaking = {readings[index].article.id: voice for voice, group in enumerate(groups) for index in group}
    suspected = {
        (min(first, second), max(first, second))
        for a, b in shared_errors(items, speaking)
        for first in groups[a]
        for second in groups[b]
    }
    if suspected and (closer := members(readings, origins(readings, texts, suspected, retold))) != groups:
        groups, passages = closer, Passages.of(readings, texts, closer, retold)
        items, rated = _items(readings, groups, passages, priors)
    order = {index: place for place, index in enumerate(index for group in groups for index in group)}
    present, voices = _present(readings, groups)
    return Consensus(
        facts=facts(items, readings, len(groups)),
        origins=tuple(tuple(readings[index].article.id for index in group) for group in groups),
        items=tuple(items),
        strangers=tuple(reading.article.id for index, reading in enumerate(readings) if index not in order),
        disputes=tuple(disputes(present, voices)),
        passages=passages.spans(readings, order),
        weights=tuple(rated.get(voice, 1.0) for voice in range(len(groups))) if rated else (),
    )


def _items(
    readings: tuple[Reading, ...], groups: list[list[int]], passages: Passages, priors: Mapping[str, float]
) -> tuple[list[Item], dict[int, float]]:
    """The items of the event whose claims know their voices, and what each rated voice counts for."""
    present, voices = _present(readings, groups)
    rarity = Rarity(tuple(readings[group[0]] for group in groups))
    items = [
        *amounts(present, voices, rarity),
        *utterances(present, voices, rarity),
        *listings(present),
        *statements(present, voices, rarity),
        *bearers(present, voices, rarity),
    ]
    rated = weights(groups, readings, priors)
    return Voices(groups, readings, passages, rated).attributed(items), rated


def _present(readings: tuple[Reading, ...], groups: list[list[int]]) -> tuple[tuple[Reading, ...], list[int]]:
    """The readings of the event's articles, and the voice of each, voice by voice."""
    present = tuple(readings[index] for group in groups for index in group)
    return present, [voice for voice, group in enumerate(groups) for _ in group]
