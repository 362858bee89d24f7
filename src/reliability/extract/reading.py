"""Reads an article once, from lines to mentions."""

from bisect import bisect_right
from dataclasses import replace

from reliability.extract.attributions import attributions
from reliability.extract.field import Field
from reliability.extract.language import language
from reliability.extract.names import names
from reliability.extract.passages import paragraphs, passages
from reliability.extract.quantities import quantities
from reliability.extract.quotes import kind, marked
from reliability.extract.sentences import sentences
from reliability.extract.speakers import give_speakers, resolve
from reliability.extract.tokens import Tokens
from reliability.extract.truncation import cut_off
from reliability.records import Article, Name, Passage, Quantity, Quote, Reading, Sentence, Span

# Characters that are read of one article: five times the longest reports that papers print. What lies beyond is not
# looked at, and the ranking says so.
LONGEST = 1_000_000
_SIGNED = frozenset({"money", "percent"})
_Stretch = tuple[int, int, bool]  # start and end inside the marks, and whether they are closed
_Spoken = list[tuple[int, Sentence, Tokens]]


def read(article: Article | str) -> Reading:
    """What does an article mention, and where?

    Args:
        article: The article, or just its text (then its id is ``article``).

    Returns:
        The reading: sentences, passages, quantities, quotes and attributions, each with the characters it
        stands on. Odd text yields what can be read of it; nothing raises. Of a text of more than ``LONGEST``
        characters the beginning is read.
    """
    if isinstance(article, str):
        article = Article("article", article)
    whole, article = article, replace(article, text=article.text[:LONGEST])
    found, headline = passages(article)
    parts = sentences(article, found, headline)
    amounts: list[Quantity] = []
    quotes: list[Quote] = []
    written: list[Field] = []
    named: list[Name] = []
    fields = {"title": article.title or "", "text": article.text}
    for field, text in fields.items():
        spoken = [
            (number, sentence, Tokens.of(text, sentence))
            for number, sentence in enumerate(parts)
            if sentence.span.field == field
        ]
        stretches = _marked(text, field, found, headline)
        amounts += _quantities(article.id, spoken, stretches)
        quotes += _quotes(article.id, text, spoken, stretches)
        own = Field.of(spoken, stretches)
        written += [own] if own is not None else []
        named += names(text, [(number, sentence) for number, sentence, _ in spoken])
    resolved = resolve(attributions(written), fields)
    reading = Reading(
        whole,
        headline,
        found,
        parts,
        tuple(amounts),
        tuple(give_speakers(quotes, resolved, fields)),
        tuple(resolved),
        language([word for sentence in parts for word in sentence.words]),
        cut_off(article, found),
        tuple(named),
    )
    return reading if reading.english else _foreign(reading)


def _foreign(reading: Reading) -> Reading:
    """What can be read of an article in another language: sums and percentages by their signs, and quotations."""
    signed = tuple(quantity for quantity in reading.quantities if quantity.kind in _SIGNED)
    return replace(reading, quantities=signed, attributions=(), names=())


def _marked(text: str, field: str, found: tuple[Passage, ...], headline: Span | None) -> list[_Stretch]:
    """The stretches in quotation marks of the story, or of a title given apart."""
    if field == "title":
        apart = headline is not None and headline.field == "title"
        return marked(text, headline.start, headline.end) if apart and headline else []
    return [stretch for start, end in paragraphs(text, found) for stretch in marked(text, start, end)]


def _quantities(article_id: str, spoken: _Spoken, stretches: list[_Stretch]) -> list[Quantity]:
    """The quantities of the sentences; those of the body that stand in quotation marks are the quotation's."""
    starts = [start for start, _, _ in stretches]
    amounts = []
    for number, sentence, tokens in spoken:
        for quantity in quantities(article_id, tokens, sentence, number):
            before = bisect_right(starts, quantity.span.start) - 1
            quoted = before >= 0 and quantity.span.start < stretches[before][1]
            amounts.append(
                replace(quantity, place="quote") if quoted and sentence.place == "body" else quantity
            )
    return amounts


def _quotes(article_id: str, text: str, spoken: _Spoken, stretches: list[_Stretch]) -> list[Quote]:
    """A quotation for every stretch, in the sentence that it opens in."""
    openings = [sentence.span.start for _, sentence, _ in spoken]
    quotes = []
    for start, end, closed in stretches:
        number, sentence, _ = spoken[max(bisect_right(openings, start) - 1, 0)]
        span = Span(article_id, start, end, sentence.span.field)
        quotes.append(Quote(span, kind(text, start, end), closed, number))
    return quotes
