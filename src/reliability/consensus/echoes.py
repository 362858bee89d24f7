"""Which mentions only repeat what the same voice says in another of its articles?

Copies must change nothing: not which numbers are held against each other, and not how many are. So one mention speaks
for all its printings, and the printings follow it.
"""

from collections.abc import Sequence
from dataclasses import replace

from reliability.consensus.context import Context
from reliability.consensus.mentions import Mention
from reliability.records import Quantity

# The words around one number in two copies of a text: with every tenth word changed they keep four fifths.
_SAME_WORDS = 0.6
# Of many printings so many are looked at, for words that the first has lost.
_PRINTINGS = 3


def echoes(mentions: Sequence[Mention]) -> dict[int, int]:
    """The mentions that are echoes, each with the mention of the same voice that it echoes.

    Args:
        mentions: The mentions of the event, article by article, of each voice the article that stands for it first.
    """
    articles: dict[int, int] = {}
    first = [articles.setdefault(mention.voice, mention.reading) for mention in mentions]
    copied = {
        mention.voice for mention, reading in zip(mentions, first, strict=True) if mention.reading != reading
    }
    originals: dict[tuple[object, ...], list[int]] = {}
    found: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        if mention.voice not in copied:
            continue
        spoken = originals.setdefault((mention.voice, *_said(mention.quantity)), [])
        likeness = [
            (mention.context.similarity(mentions[original].context), -original)
            for original in spoken
            if mentions[original].reading != mention.reading
        ]
        best, original = max(likeness, default=(0.0, 0))
        if best >= _SAME_WORDS:
            found[index] = -original
        else:
            spoken.append(index)
    return found


def for_one(mentions: Sequence[Mention], echoes: dict[int, int]) -> list[Mention]:
    """The mentions, those that are echoed knowing it, and what only a copy says put aside.

    A number that one copy prints otherwise is not the voice's: else it would stand on both sides, and be heard on none.
    """
    stands: dict[int, int] = {}
    printings: dict[int, list[Context]] = {}
    for echo, original in echoes.items():
        printings.setdefault(original, []).append(mentions[echo].context)
    found = []
    for index, mention in enumerate(mentions):
        if stands.setdefault(mention.voice, mention.reading) != mention.reading:
            found.append(replace(mention, voice=put_aside(mention.voice)))
        else:
            found.append(mention)
        if index in printings:
            found[-1] = replace(found[-1], echoed=tuple(printings[index][:_PRINTINGS]))
    return found


def put_aside(voice: int) -> int:
    """In place of a voice, what stands for it on what only one of its copies says: below 0; and back again."""
    return -1 - voice


def speaker(voice: int) -> int:
    """The voice itself, of what is put aside too."""
    return max(voice, put_aside(voice))


def _said(quantity: Quantity) -> tuple[object, ...]:
    return quantity.kind, quantity.value, quantity.unit, quantity.high
