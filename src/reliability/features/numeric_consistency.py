"""Numbers held against what the other voices say of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.testimony import Testimony, testimony
from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Quantity, Reading

_AMOUNTS = frozenset({"money", "count", "percent", "measure", "duration", "score", "number"})
_DIFFERENCES = {
    "scale": "a slip by a power of ten",
    "transposition": "two digits exchanged",
    "digit": "a digit changed",
    "unit": "another unit",
    "noun": "the same number of other things",
    "date": "another date",
    "difference": "another value",
}
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
        for item in consensus.items:
            if item.kind != "quantity":
                continue
            for value, claims in _own(item, article).items():
                aligned.update(claim.mention for claim in claims if isinstance(claim.mention, Quantity))
                found += _judge(
                    testimony(consensus, item, value, article), claims, reading, grades, self.name
                )
        found += [
            Evidence(self.name, "unchecked", quantity.span, (), "No other article speaks of this number.")
            for quantity in reading.quantities
            if quantity.kind in _AMOUNTS and quantity not in aligned
        ]
        return Measurement(self.name, tuple(found))


def _own(item: Item, article: str) -> dict[int, list[Claim]]:
    own: dict[int, list[Claim]] = {}
    for claim in item.claims:
        if claim.article_id == article:
            own.setdefault(claim.value, []).append(claim)
    return own


def _judge(
    heard: Testimony, claims: list[Claim], reading: Reading, grades: Mapping[str, float], feature: str
) -> list[Evidence]:
    """One piece of evidence per mention; a number said twice counts once, where it stands most prominently."""
    claims = sorted(claims, key=lambda claim: (_PLACES.index(_place(claim)), claim.span.start))
    against = heard.dissent if heard.verdict in {"conflicts", "contested"} else heard.support
    spans = tuple(claim.span for claim in against)
    found = []
    for number, claim in enumerate(claims):
        printed = _printed(reading, claim)
        first = number == 0
        message, weight, severity = "", 0.0, 0.0
        match heard.verdict:
            case "agrees":
                weight = 1.0 if first else 0.0
                message = f"{printed}: {_voices(against)} the same."
            case "conflicts":
                how = heard.difference.kind if heard.difference else "difference"
                severity = grades.get(how, 0.0) * grades.get(_place(claim), 1.0) if first else 0.0
                message = f"{printed}: {_voices(against)} otherwise; {_DIFFERENCES[how]}."
            case "contested":
                message = f"{printed}: {_voices(against)} otherwise; not enough voices to tell who is right."
            case _:
                message = "No other independent article speaks of this number."
        if not first and heard.verdict != "unchecked":
            message = f"{message[:-1]} (said before; counts once)."
        found.append(Evidence(feature, heard.verdict, claim.span, spans, message, weight, weight, severity))
    return found


def _place(claim: Claim) -> str:
    return claim.mention.place if isinstance(claim.mention, Quantity) else "body"


def _printed(reading: Reading, claim: Claim) -> str:
    mention = claim.mention
    if (
        isinstance(mention, Quantity)
        and mention.noun is not None
        and mention.noun.start >= mention.span.start
    ):
        text = reading.article.text if mention.span.field == "text" else reading.article.title or ""
        return f"“{' '.join(text[mention.span.start : mention.noun.end].split())}”"
    return f"“{' '.join(reading.quoted(claim.span).split())}”"


def _voices(claims: tuple[Claim, ...]) -> str:
    count = len({claim.article_id for claim in claims})
    return "one other article says" if count == 1 else f"{count} other articles say"
