"""Numbers held against what the other voices say of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.testimony import Testimony, testimony
from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Quantity, Reading

_AMOUNTS = frozenset({"money", "count", "percent", "measure", "duration", "score", "number"})
_QUOTED = 20  # places of one value of another day: a reader needs no five thousand
_PLACES = ("headline", "lead", "quote", "body")  # where a wrong number does most harm comes first


@dataclass(frozen=True, slots=True)
class NumericConsistency:
    """Do the article's numbers agree with what other independent articles say of the same things?"""

    name: str = "numeric_consistency"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits every quantity that another voice confirms, once; takes away for every one that two refute."""
        article = reading.article.id
        found: list[Evidence] = []
        aligned: set[Quantity] = set()
        for item in consensus.items_of(article):
            if item.kind != "quantity":
                continue
            for value, claims in _own(item, article).items():
                aligned.update(claim.mention for claim in claims if isinstance(claim.mention, Quantity))
                elsewhen = [
                    claim for other in item.developing(value) for claim in item.claims_on(other)[:_QUOTED]
                ]
                heard = testimony(consensus, item, value, article)
                found += _judge(heard, claims, elsewhen, grades, self.name)
        found += [
            Evidence(self.name, "unchecked", quantity.extent, (), "No other article speaks of this number.")
            for quantity in reading.quantities
            if quantity.kind in _AMOUNTS and quantity not in aligned
        ]
        return Measurement(self.name, tuple(found))


def _own(item: Item, article: str) -> dict[int, list[Claim]]:
    own: dict[int, list[Claim]] = {}
    for claim in item.claims_of(article):
        own.setdefault(claim.value, []).append(claim)
    return own


def _judge(
    heard: Testimony, claims: list[Claim], elsewhen: list[Claim], grades: Mapping[str, float], feature: str
) -> list[Evidence]:
    """One piece of evidence per mention; a number said twice counts once, where it stands most prominently."""
    first, *again = sorted(claims, key=lambda claim: (_PLACES.index(_place(claim)), claim.span.start))
    against = heard.dissent if heard.verdict in {"conflicts", "contested"} else heard.support
    message = _message(first, heard, against)
    if elsewhen and heard.verdict in {"agrees", "unchecked"}:
        against = (*against, *elsewhen)
        message += f" Articles of another day print “{elsewhen[0].text}”: a development."
    spans = tuple(claim.span for claim in against)
    agrees = float(heard.verdict == "agrees")
    severity = 0.0
    if heard.verdict == "conflicts" and heard.difference:
        severity = grades.get(heard.difference.kind, 0.0) * grades.get(_place(first), 1.0)
    return [
        Evidence(feature, heard.verdict, first.span, spans, message, agrees, agrees, severity),
        *(
            Evidence(feature, heard.verdict, claim.span, spans, f"“{claim.text}” again: it counts once.")
            for claim in again
        ),
    ]


def _place(claim: Claim) -> str:
    return claim.mention.place if isinstance(claim.mention, Quantity) else "body"


def _message(claim: Claim, heard: Testimony, against: tuple[Claim, ...]) -> str:
    others = "one other article" if heard.voices == 1 else f"{heard.voices} other articles"
    match heard.verdict:
        case "agrees":
            return f"“{claim.text}” here, the same in {others}."
        case "conflicts":
            return f"“{claim.text}” here, “{_fullest(against).text}” in {others}: {_how(claim, heard, _fullest(against))}."
        case "contested":
            return (
                f"“{claim.text}” here, “{_fullest(against).text}” in {others}: too few to tell who is right."
            )
        case _:
            return f"“{claim.text}”: no other independent article speaks of it."


def _fullest(against: tuple[Claim, ...]) -> Claim:
    """The claim to be shown: the first, of dates the fullest ("April 14", not the "April" that agrees with it)."""
    dates = [
        claim for claim in against if isinstance(claim.mention, Quantity) and claim.mention.kind == "date"
    ]
    return max(dates, key=lambda claim: len(claim.text), default=against[0])


def _how(claim: Claim, heard: Testimony, other: Claim) -> str:
    """The kind of difference in words a reader can check."""
    kind = heard.difference.kind if heard.difference else ""
    if kind == "scale":
        return _factor(claim, other)
    return {
        "transposition": "two digits exchanged",
        "digit": "a digit changed",
        "unit": "another unit",
        "noun": "the same number of other things",
        "date": "another day",
    }.get(kind, "another number")


def _factor(claim: Claim, other: Claim) -> str:
    values = [mention.value for mention in (claim.mention, other.mention) if isinstance(mention, Quantity)]
    small, large = sorted(abs(value) for value in values if isinstance(value, float | int))
    return f"apart by a factor of {large / small:,.0f}"
