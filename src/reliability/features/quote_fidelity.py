"""Quotations held against how the other voices print them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.names import same_name
from reliability.compare.testimony import Testimony, testimony
from reliability.records import Claim, Consensus, Evidence, Item, Measurement, Quote, Reading, Span

_WITNESSES = 2
_FEWEST_WORDS = 4  # shorter ones are phrases, and nothing to hold against anybody
_BESIDE = 40  # characters between a quotation and its cue or speaker; farther off, whose it is can be misread
_FEWEST_SPOKEN = 8  # of shorter ones several people may have said the same
_DIFFERENCES = {
    "negation": "a “not” was added or dropped",
    "number": "a number was changed",
    "name": "a name was changed",
    "wording": "words were changed",
    "slight": "small words were changed",
}


@dataclass(frozen=True, slots=True)
class QuoteFidelity:
    """Are the words between the article's quotation marks those that other independent articles print?"""

    name: str = "quote_fidelity"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:
        """Credits every quotation that another voice prints alike; takes away for every one that two print otherwise."""
        article = reading.article.id
        found: list[Evidence] = []
        aligned: set[Quote] = set()
        for item in consensus.items_of(article):
            if item.kind != "quote":
                continue
            heard_of: dict[int, Testimony] = {}
            for claim in item.claims_of(article):
                if isinstance(claim.mention, Quote):
                    aligned.add(claim.mention)
                    heard = heard_of.get(claim.value) or testimony(consensus, item, claim.value, article)
                    heard_of[claim.value] = heard
                    found += _speaker(claim, claim.mention, item, consensus, reading, grades, self.name) or [
                        _words(heard, claim, grades, self.name)
                    ]
        found += [
            Evidence(self.name, "unchecked", quote.span, (), "No other article prints these words.")
            for quote in reading.quotes
            if quote.kind == "speech"
            and quote not in aligned
            and len(reading.quoted(quote.span).split()) >= _FEWEST_WORDS
        ]
        return Measurement(self.name, tuple(found))


def _words(heard: Testimony, claim: Claim, grades: Mapping[str, float], feature: str) -> Evidence:
    against = heard.dissent if heard.verdict in {"conflicts", "contested"} else heard.support
    first: dict[str, Span] = {}  # of an article that prints it again and again, one place will do
    for other in against:
        first.setdefault(other.article_id, other.span)
    spans, count = tuple(first.values()), heard.voices
    how = heard.difference.kind if heard.difference else ""
    words = _oriented(heard.difference.words, claim.value, heard.rival) if heard.difference else ""
    match heard.verdict:
        case "agrees":
            message = f"{count} other {'article prints' if count == 1 else 'articles print'} the same words."
            return Evidence(feature, "agrees", claim.span, spans, message, 1.0, 1.0)
        case "conflicts":
            message = (
                f"{count} other articles print it otherwise: {_DIFFERENCES[how]} (here / there: {words})."
            )
            return Evidence(feature, "altered", claim.span, spans, message, severity=grades.get(how, 0.0))
        case "contested":
            message = f"{count} other {'article prints' if count == 1 else 'articles print'} it otherwise (here / there: {words}); not enough voices to tell who is right."
            return Evidence(feature, "contested", claim.span, spans, message)
        case _:
            return Evidence(
                feature, "unchecked", claim.span, (), "No other independent article prints these words."
            )


def _oriented(words: str, value: int, rival: int | None) -> str:
    """The differing words with this article's first: a difference is kept lower value first."""
    if rival is None or value <= rival:
        return words
    return "; ".join(" / ".join(reversed(piece.split(" / "))) for piece in words.split("; "))


def _speaker(
    claim: Claim,
    quote: Quote,
    item: Item,
    consensus: Consensus,
    reading: Reading,
    grades: Mapping[str, float],
    feature: str,
) -> list[Evidence]:
    """Evidence that the same words are given to another person by two voices that agree with each other, one of
    them at least in so many words: who "she" is may be mistaken. It stands on the words, and on the name.
    """
    name = _person(quote) if _by_name(quote) else ""
    if not name:
        return []
    own = consensus.voice(claim.article_id)
    others: dict[int, Claim] = {}
    for other in item.claims:
        theirs, voice = _person(other.mention), consensus.voice(other.article_id)
        if theirs and voice != own and item.agree(other.value, claim.value):
            if same_name(theirs, name):
                return []
            others.setdefault(voice, other)
    named = [_person(other.mention) for other in others.values()]
    if len(named) < _WITNESSES or not all(same_name(named[0], theirs) for theirs in named[1:]):
        return []
    if quote.speaker is None or not any(_by_name(other.mention) for other in others.values()):
        return []
    if not _surely_said(quote, quote.speaker, name, named[0], reading):
        return []
    message = f"Given to {name}; {len(named)} other articles give the same words to {named[0]}."
    against = tuple(other.span for other in others.values())
    spoken = tuple(
        other.mention.speaker
        for other in others.values()
        if isinstance(other.mention, Quote) and other.mention.speaker
    )
    return [
        Evidence(feature, "conflicts", claim.span, against, message, severity=grades.get("speaker", 0.0)),
        Evidence(feature, "conflicts", quote.speaker, spoken, f"{name} here, {named[0]} in the others."),
    ]


def _surely_said(quote: Quote, speaker: Span, name: str, other: str, reading: Reading) -> bool:
    """Whether the article gives the words to a person by that name, right beside them, and to nobody else too."""
    surname = name.rsplit(maxsplit=1)[-1]
    bodies = {one.words[-1] for one in reading.names if one.kind in {"organisation", "place"}}
    if surname.lower() in bodies:
        return False  # "the former New York City mayor" names no Mr City
    written = reading.quoted(speaker)
    together = surname not in written or other.rsplit(maxsplit=1)[-1] in written  # "Vanne and Mora said"
    long = len(reading.quoted(quote.span).split()) >= _FEWEST_SPOKEN
    return long and not together and _distance(quote) <= _BESIDE


def _distance(quote: Quote) -> int:
    """The characters between a quotation and the nearer of its cue and speaker."""
    named = [span for span in (quote.speaker, quote.cue) if span is not None]
    return min(
        (max(span.start - quote.span.end, quote.span.start - span.end, 0) for span in named), default=0
    )


def _person(mention: object) -> str:
    """The person that a quotation is given to, as far as the text resolves it; empty for anybody else."""
    return mention.name if isinstance(mention, Quote) and mention.source == "person" else ""


def _by_name(mention: object) -> bool:
    """Whether the speaker is written out, not "he" or "the minister"."""
    if not isinstance(mention, Quote) or mention.speaker is None or not mention.name:
        return False
    return len(mention.speaker) >= len(mention.name.split()[-1])
