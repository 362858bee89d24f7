"""When do voices agree on a value, when is one outvoted, and when are they divided?"""

from collections.abc import Iterable
from dataclasses import dataclass

from reliability.records import Claim, Consensus, Difference, Item, Verdict

_Voices = dict[int, list[Claim]]


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the other independent voices say of a value that one article claims.

    Attributes:
        verdict: ``agrees``, ``conflicts``, ``contested`` or ``unchecked``.
        support: The others' claims that say the same, voice by voice.
        dissent: The claims of the opposing side that most voices stand on.
        difference: How the two sides differ, ``None`` where nobody dissents.
    """

    verdict: Verdict
    support: tuple[Claim, ...] = ()
    dissent: tuple[Claim, ...] = ()
    difference: Difference | None = None


def testimony(consensus: Consensus, item: Item, value: int, article_id: str) -> Testimony:
    """Weighs what the others say of an item against the value that an article claims.

    The rules of evidence: one other voice can agree, as long as no more voices say otherwise; two that say
    the same otherwise are needed to contradict, twice as many as stand on the article's side, itself
    included; all else that is disputed is contested. Copies of one text are one voice, the article's own
    voice never testifies, save against it: where an article departs from its copies they do not speak as one. And a voice that claims both of two opposed values testifies for neither.
    """
    own = consensus.voice(article_id)
    others = [(consensus.voice(claim.article_id), claim) for claim in item.claims]
    others = [
        (voice, claim)
        for voice, claim in others
        if voice != own or (claim.article_id != article_id and item.difference(value, claim.value))
    ]
    saying_so = _by_voice((voice, claim) for voice, claim in others if item.agree(value, claim.value))
    opposed = {claim.value for _, claim in others if item.difference(value, claim.value)}
    sides = {
        other: _by_voice(
            (voice, claim)
            for voice, claim in others
            if claim.value in opposed and item.agree(other, claim.value)
        )
        for other in sorted(opposed)
    }
    against = {voice for side in sides.values() for voice in side}
    support = {voice: claims for voice, claims in saying_so.items() if voice not in against}
    undivided = {
        other: {voice: side[voice] for voice in side if voice not in saying_so}
        for other, side in sides.items()
    }
    strongest = max(undivided, key=lambda other: (len(undivided[other]), -other), default=None)
    dissent = undivided[strongest] if strongest is not None else {}
    difference = item.difference(value, strongest) if strongest is not None and dissent else None
    return Testimony(_verdict(len(support), len(dissent)), _claims(support), _claims(dissent), difference)


def _verdict(support: int, dissent: int) -> Verdict:
    if dissent >= 2 * (1 + support):
        return "conflicts"
    if support >= max(1, dissent):
        return "agrees"
    return "contested" if dissent else "unchecked"


def _by_voice(claims: Iterable[tuple[int, Claim]]) -> _Voices:
    found: _Voices = {}
    for voice, claim in claims:
        found.setdefault(voice, []).append(claim)
    return found


def _claims(voices: _Voices) -> tuple[Claim, ...]:
    return tuple(claim for _, claims in sorted(voices.items()) for claim in claims)
