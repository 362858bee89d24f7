"""What do at least two independent voices say?"""

from collections import Counter

from reliability.consensus.wording import title_of, worded
from reliability.records import Claim, Fact, Item, Name, Quantity

_WITNESSES = 2  # "at least two independent voices"


def facts(items: list[Item], voices: dict[str, int]) -> tuple[Fact, ...]:
    """The values that two or more voices claim, best supported first, names last.

    The confidence of a fact is Laplace's rule over the voices that speak of it: one more than those that say it,
    over two more than all; a voice that says both counts for neither.

    Args:
        items: All items of the event.
        voices: The voice of each article.
    """
    found: list[tuple[int, Fact]] = []
    present = len(set(voices.values()))
    for item in items:
        for value in _stated(item):
            claims = [claim for claim in item.claims if item.agree(value, claim.value)]
            opposed = [claim for claim in item.claims if item.difference(value, claim.value)]
            holders = {voices[claim.article_id] for claim in claims}
            if not _telling(item.kind, claims, holders, present):
                continue
            against = {voices[claim.article_id] for claim in opposed}
            sure, heard = len(holders - against), len(holders ^ against)
            support = tuple(claim.span for claim in claims)
            dissent = tuple(claim.span for claim in opposed)
            fact = Fact(item.kind, *worded(item.kind, claims), (sure + 1) / (heard + 2), support, dissent)
            found.append((len(holders), fact))
    found.sort(key=lambda entry: (entry[1].kind == "name", -entry[0]))
    return tuple(fact for _, fact in found)


def _stated(item: Item) -> list[int]:
    """One value for each thing stated: of values that agree, the one that most agree with, the fullest first."""
    values = Counter(claim.value for claim in item.claims)
    length = {claim.value: len(claim.text) for claim in item.claims}
    reach = {
        value: sum(count for other, count in values.items() if item.agree(value, other)) for value in values
    }
    chosen: list[int] = []
    for value in sorted(values, key=lambda value: (-reach[value], -length[value], value)):
        if not any(item.agree(value, other) for other in chosen):
            chosen.append(value)
    return chosen


def _telling(kind: str, claims: list[Claim], holders: set[int], present: int) -> bool:
    """Whether a fact says something: of names full ones that half of the voices print, and persons with their office."""
    if len(holders) < _WITNESSES:
        return False
    if kind == "list":
        return any(not isinstance(claim.mention, Quantity) for claim in claims)
    if kind != "name" or title_of(claims):
        return True
    whole = any(isinstance(claim.mention, Name) and len(claim.mention.words) > 1 for claim in claims)
    return whole and 2 * len(holders) >= present
