"""When do voices agree on a value, when is one outvoted, and when are they divided?"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from reliability.records import Claim, Consensus, Difference, Item, Side, Verdict

_WITNESSES = 2
# So many voices are quoted as evidence, and all are counted: a reader needs no five thousand.
_QUOTED = 20


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the other independent voices say of a value that one article claims.

    Attributes:
        verdict: ``agrees``, ``conflicts``, ``contested`` or ``unchecked``.
        support: The others' claims that say the same, voice by voice; of many voices the first twenty.
        dissent: The claims of the opposing side that weighs most, likewise.
        difference: How the two sides differ, ``None`` where nobody dissents.
        rival: The value that the opposing side claims, ``None`` where nobody dissents.
        voices: How many other voices stand on the side that the verdict rests on.
    """

    verdict: Verdict
    support: tuple[Claim, ...] = ()
    dissent: tuple[Claim, ...] = ()
    difference: Difference | None = None
    rival: int | None = None
    voices: int = 0


def testimony(consensus: Consensus, item: Item, value: int, article_id: str) -> Testimony:
    """Weighs what the others say of an item against the value that an article claims.

    The rules of evidence: one other voice can agree, as long as no more voices say otherwise; two that say
    the same otherwise are needed to contradict, twice as many as stand on the article's side, itself
    included; all else that is disputed is contested. Copies of one text are one voice, the article's own
    voice never testifies, nor does the one whose passage the claim stands in, and a voice that claims both of two
    opposed values, or one that fits both (an excerpt without the disputed words), testifies for neither. Where outlets
    are rated, a voice counts for more or less than one; two are needed all the same. What is open is contested at most.
    """
    voice = consensus.voice(article_id)
    own = {voice, *(claim.voice for claim in item.claims_of(article_id) if claim.value == value)}
    sides = item.sides(value)
    support, weight = _others(item, sides.saying_so, own)
    against = [(other, *_others(item, side, own)) for other, side in sides.opposed.items()]
    verdict, dissent, rival = _verdict(support, weight), 0, None
    for other, voices, opposed in sorted(against, key=lambda side: (-side[2], side[0])):
        heard = _verdict(
            support, weight, voices, opposed, item.weight(voice), open_=_is_open(item, value, other)
        )
        if voices and (rival is None or (heard == "conflicts" and verdict != "conflicts")):
            verdict, dissent, rival = heard, voices, other
    return Testimony(
        verdict,
        _claims(sides.saying_so, own),
        _claims(sides.opposed[rival], own) if rival is not None else (),
        item.difference(value, rival) if rival is not None else None,
        rival,
        dissent if verdict in {"conflicts", "contested"} else support,
    )


def _is_open(item: Item, value: int, other: int) -> bool:
    difference = item.difference(value, other)
    return difference is not None and difference.open


def _others(item: Item, side: Side, own: Iterable[int]) -> tuple[int, float]:
    """How many voices stand on a side besides the article's own, and what they count for."""
    mine = [voice for voice in own if voice in side.voices]
    return len(side.voices) - len(mine), side.weight - sum(map(item.weight, mine))


def _verdict(
    support: int,
    weight: float,
    dissent: int = 0,
    opposed: float = 0.0,
    own: float = 1.0,
    *,
    open_: bool = False,
) -> Verdict:
    """What follows from so many voices for a value and so many for one other, weighing so much."""
    if dissent >= _WITNESSES and opposed >= 2 * (own + weight):
        return "contested" if open_ else "conflicts"
    if support and weight >= opposed:
        return "agrees"
    return "contested" if dissent else "unchecked"


def _claims(side: Side, own: set[int]) -> tuple[Claim, ...]:
    others = islice((voice for voice in side.voices if voice not in own), _QUOTED)
    return tuple(claim for voice in others for claim in side.voices[voice])
