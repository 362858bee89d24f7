"""Which mentions only repeat what the same voice says in another of its articles?

Copies must change nothing: not which numbers are held against each other, and not how many are. So one mention speaks
for all its printings, and the printings follow it.
"""

from collections.abc import Sequence
from dataclasses import replace

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
    # What a printing has lost cannot be told from it: those that say what is counted come first.
    for index in sorted(range(len(mentions)), key=lambda index: (not mentions[index].quantity.unit, index)):
        mention = mentions[index]
        if mention.voice not in copied:
            continue
        spoken = originals.setdefault((mention.voice, *_said(mention.quantity)), [])
        alike = [
            (mentions[original].quantity.unit == mention.quantity.unit, likeness, -original)
            for original in spoken
            if mentions[original].reading != mention.reading
            and (likeness := mention.context.similarity(mentions[original].context)) >= _SAME_WORDS
        ]
        if alike:
            found[index] = -max(alike)[2]
        else:
            spoken.append(index)
    return found


def for_one(mentions: Sequence[Mention], echoes: dict[int, int]) -> list[Mention]:
    """The mentions, those that are echoed knowing what their printings say, and what only a copy says put aside.

    A number that one copy prints otherwise is not the voice's: else it would stand on both sides, and be heard on none.
    """
    stands: dict[int, int] = {}
    for mention in mentions:
        stands.setdefault(mention.voice, mention.reading)
    printings: dict[int, list[Mention]] = {}
    for echo, original in echoes.items():
        printings.setdefault(original, []).append(mentions[echo])
    found = []
    for index, mention in enumerate(mentions):
        printed = printings.get(index, [])
        heard = stands[mention.voice] in {one.reading for one in (mention, *printed)}
        found.append(
            mention
            if heard and not printed
            else replace(
                mention,
                voice=mention.voice if heard else put_aside(mention.voice),
                state=mention.state or next((one.state for one in printed if one.state), ""),
                echoed=tuple(one.context for one in printed[:_PRINTINGS]),
            )
        )
    return found


def put_aside(voice: int) -> int:
    """In place of a voice, what stands for it on what only one of its copies says: below 0; and back again."""
    return -1 - voice


def speaker(voice: int) -> int:
    """The voice itself, of what is put aside too."""
    return max(voice, put_aside(voice))


def _said(quantity: Quantity) -> tuple[object, ...]:
    """The number and its sort, whatever is counted: a copy may print another noun, or have lost it."""
    return "count" if quantity.kind == "number" else quantity.kind, quantity.value, quantity.high
