"""What do at least two independent voices say?"""

from collections import Counter

from reliability.records import Claim, Fact, Item, Quantity, Quote, Reading, Span


def facts(items: list[Item], voices: dict[str, int], readings: dict[str, Reading]) -> tuple[Fact, ...]:
    """The values that two or more voices claim, best supported first.

    The confidence of a fact is Laplace's rule over the voices that speak of its item: one more than the
    voices that say it, over two more than all that speak; a voice that says both counts for neither.

    Args:
        items: All items of the event.
        voices: The voice of each article.
        readings: The readings by article id.
    """
    found = []
    for item in items:
        by_value: dict[int, list[Claim]] = {}
        for claim in item.claims:
            by_value.setdefault(claim.value, []).append(claim)
        for value, claims in by_value.items():
            holders = {voices[claim.article_id] for claim in claims}
            if len(holders) < 2:  # noqa: PLR2004 - "at least two independent voices"
                continue
            opposed = [
                claim for other, rest in by_value.items() if item.difference(value, other) for claim in rest
            ]
            against = {voices[claim.article_id] for claim in opposed}
            sure = len(holders - against)
            confidence = (sure + 1) / (len(holders | against) - len(holders & against) + 2)
            support = tuple(claim.span for claim in claims)
            dissent = tuple(claim.span for claim in opposed)
            worth, unit, label = _describe(claims, readings)
            found.append(
                (-len(holders), support, Fact(item.kind, worth, unit, label, confidence, support, dissent))
            )
    found.sort(key=lambda entry: entry[0])
    return tuple(fact for _, _, fact in found)


def _describe(claims: list[Claim], readings: dict[str, Reading]) -> tuple[float | str, str, str]:
    """The value, unit and words by which a fact is named: the most frequent ones, the most exact on a tie."""
    mentions = [claim.mention for claim in claims]
    quantities = [mention for mention in mentions if isinstance(mention, Quantity)]
    if quantities:
        exact = Counter((quantity.value, quantity.unit) for quantity in quantities)
        plain = {(q.value, q.unit) for q in quantities if q.modifier == "=" and q.unit}
        (value, unit), _ = max(
            exact.items(), key=lambda entry: (entry[1], entry[0] in plain, bool(entry[0][1]), str(entry[0]))
        )
        units = Counter(quantity.unit for quantity in quantities if quantity.unit)
        unit = unit or (max(units, key=lambda name: (units[name], name)) if units else "")
        shown = next(
            claim for claim in claims if isinstance(claim.mention, Quantity) and claim.mention.value == value
        )
        return value, unit, _words(shown, readings)
    longest = max(
        (claim for claim in claims if isinstance(claim.mention, Quote | Span)),
        key=lambda claim: (isinstance(claim.mention, Quote), len(claim.span), claim.article_id),
    )
    text = " ".join(readings[longest.article_id].quoted(longest.span).split())
    return text, "", f"“{text}”"


def _words(claim: Claim, readings: dict[str, Reading]) -> str:
    """A quantity with the words that follow it, to the end of its clause."""
    reading = readings[claim.article_id]
    mention = claim.mention
    span = claim.span
    if not isinstance(mention, Quantity):
        return reading.quoted(span)
    end = max(span.end, mention.noun.end if mention.noun else 0)
    return " ".join(
        reading.quoted(
            Span(
                span.article_id,
                min(span.start, mention.noun.start if mention.noun else span.start),
                end,
                span.field,
            )
        ).split()
    )
