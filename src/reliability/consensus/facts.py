"""What do at least two independent voices say?"""

from collections import Counter

from reliability.records import Claim, Fact, Item, Quantity, Quote

_WITNESSES = 2  # "at least two independent voices"


def facts(items: list[Item], voices: dict[str, int]) -> tuple[Fact, ...]:
    """The values that two or more voices claim, best supported first.

    The confidence of a fact is Laplace's rule over the voices that speak of it: one more than those that say it,
    over two more than all; a voice that says both counts for neither.

    Args:
        items: All items of the event.
        voices: The voice of each article.
    """
    found: list[tuple[int, Fact]] = []
    for item in items:
        for value in _stated(item):
            claims = [claim for claim in item.claims if item.agree(value, claim.value)]
            opposed = [claim for claim in item.claims if item.difference(value, claim.value)]
            holders = {voices[claim.article_id] for claim in claims}
            if len(holders) < _WITNESSES:
                continue
            against = {voices[claim.article_id] for claim in opposed}
            sure, heard = len(holders - against), len(holders ^ against)
            support = tuple(claim.span for claim in claims)
            dissent = tuple(claim.span for claim in opposed)
            named = _named(claims)
            found.append((len(holders), Fact(item.kind, *named, (sure + 1) / (heard + 2), support, dissent)))
    found.sort(key=lambda entry: -entry[0])
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


def _named(claims: list[Claim]) -> tuple[float | str, str, str]:
    """Value, unit and label of a fact: the most frequent number, plainly stated ones first; the longest words."""
    quantities = [claim for claim in claims if isinstance(claim.mention, Quantity)]
    if not quantities:
        longest = max(
            claims, key=lambda claim: (isinstance(claim.mention, Quote), len(claim.span), claim.article_id)
        )
        return longest.text, "", f"“{longest.text}”"
    shown = max(quantities, key=lambda claim: _plainness(claim, quantities))
    mention = shown.mention
    assert isinstance(mention, Quantity)
    units = Counter(
        claim.mention.unit
        for claim in quantities
        if isinstance(claim.mention, Quantity) and claim.mention.unit
    )
    unit = max(units, key=lambda name: (units[name], name == mention.unit, name)) if units else ""
    return mention.value, unit, shown.text


def _plainness(claim: Claim, quantities: list[Claim]) -> tuple[int, bool, bool, str]:
    mention = claim.mention
    assert isinstance(mention, Quantity)
    same = sum(
        isinstance(other.mention, Quantity) and other.mention.value == mention.value for other in quantities
    )
    return same, mention.modifier == "=", bool(mention.unit), f"{mention.unit} {mention.value}"
