"""When do voices agree on a value, when is one outvoted, and when are they divided?"""

from dataclasses import dataclass

from reliability.records import Claim, Consensus, Item, Verdict


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the other independent voices say of a value that one article claims.

    Attributes:
        verdict: ``agrees``, ``conflicts``, ``contested`` or ``unchecked``.
        support: The others' claims of the same value, one voice's behind the other's.
        dissent: The claims of the opposing value that most voices hold.
        difference: How the two differ (kind, words); empty where nobody dissents.
    """

    verdict: Verdict
    support: tuple[Claim, ...] = ()
    dissent: tuple[Claim, ...] = ()
    difference: tuple[str, str] = ("", "")


def testimony(consensus: Consensus, item: Item, value: int, article_id: str) -> Testimony:
    """Weighs what the others say of an item against the value that an article claims.

    The rules of evidence: one other voice can agree, as long as no more voices say otherwise; two that say
    the same otherwise are needed to contradict, twice as many as stand on the article's side, itself
    included; all else that is disputed is contested. Copies of one text are one voice, the article's own voice never testifies, and a
    voice that claims both of two opposed values testifies for neither.
    """
    own = consensus.voice(article_id)
    voices: dict[int, dict[int, list[Claim]]] = {}
    for claim in item.claims:
        voice = consensus.voice(claim.article_id)
        if voice != own:
            voices.setdefault(claim.value, {}).setdefault(voice, []).append(claim)
    agreeing = voices.get(value, {})
    strongest: dict[int, list[Claim]] = {}
    difference = ("", "")
    for other, holders in voices.items():
        how = item.difference(value, other)
        if how is None:
            continue
        undivided = {voice: claims for voice, claims in holders.items() if voice not in agreeing}
        if (len(undivided), -other) > (len(strongest), 0) and undivided:
            strongest, difference = undivided, how
    agreeing = {
        voice: claims for voice, claims in agreeing.items() if not _says_otherwise(item, value, voice, voices)
    }
    support = tuple(claim for _, claims in sorted(agreeing.items()) for claim in claims)
    dissent = tuple(claim for _, claims in sorted(strongest.items()) for claim in claims)
    if len(strongest) >= 2 * (1 + len(agreeing)):
        return Testimony("conflicts", support, dissent, difference)
    if len(agreeing) >= max(1, len(strongest)):
        return Testimony("agrees", support, dissent, difference)
    if strongest:
        return Testimony("contested", support, dissent, difference)
    return Testimony("unchecked")


def _says_otherwise(item: Item, value: int, voice: int, voices: dict[int, dict[int, list[Claim]]]) -> bool:
    return any(
        voice in holders and item.difference(value, other) is not None
        for other, holders in voices.items()
        if other != value
    )
