"""Reads an article once, from lines to mentions."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from reliability.extract.attributions import attributions
from reliability.extract.passages import passages
from reliability.extract.quantities import quantities
from reliability.extract.quotes import kind, marked
from reliability.extract.sentences import sentences
from reliability.extract.speakers import give_speakers, resolve
from reliability.extract.tokens import Tokens
from reliability.records import Article, Quantity, Quote, Reading, Sentence, Span


def read(article: Article | str) -> Reading:
    """What does an article mention, and where?

    Args:
        article: The article, or just its text (then its id is ``article``).

    Returns:
        The reading: sentences, passages, quantities, quotes and attributions, each with the characters it
        stands on. Odd text yields what can be read of it; nothing raises.
    """
    if isinstance(article, str):
        article = Article("article", article)
    found, headline = passages(article)
    parts = sentences(article, found, headline)
    fields = {"text": article.text, "title": article.title or ""}
    stretches = {
        "text": [
            piece
            for passage in found
            if passage.story
            for piece in marked(article.text, passage.span.start, passage.span.end)
        ],
        "title": [],
    }
    if headline is not None and headline.field == "title":
        stretches["title"] = marked(fields["title"], headline.start, headline.end)
    inner = {field: [(start, end) for start, end, _ in pieces] for field, pieces in stretches.items()}
    starts = {field: [start for start, _ in stretch] for field, stretch in inner.items()}
    ends = {field: [end for _, end in stretch] for field, stretch in inner.items()}
    amounts: list[Quantity] = []
    pieces: dict[str, list[tuple[int, Sentence, Tokens]]] = {"title": [], "text": []}
    quotes: list[Quote] = []
    waiting = {field: iter(pieces) for field, pieces in stretches.items()}
    pending = {field: next(pieces, None) for field, pieces in waiting.items()}
    for number, sentence in enumerate(parts):
        field = sentence.span.field
        tokens = Tokens.of(fields[field], sentence)
        span = sentence.span
        near = inner[field][bisect_right(ends[field], span.start) : bisect_left(starts[field], span.end)]
        for quantity in quantities(article.id, tokens, sentence, number):
            quoted = any(start <= quantity.span.start < end for start, end in near)
            amounts.append(
                replace(quantity, place="quote") if quoted and sentence.place == "body" else quantity
            )
        pieces[field].append((number, sentence, tokens))
        while (stretch := pending[field]) is not None and stretch[0] <= sentence.span.end:
            start, end, closed = stretch
            quotes.append(
                Quote(Span(article.id, start, end, field), kind(fields[field], start, end), closed, number)
            )
            pending[field] = next(waiting[field], None)
    handed = [
        attribution
        for field, spoken in pieces.items()
        for attribution in attributions(spoken, stretches[field])
    ]
    resolved = resolve(handed, fields)
    return Reading(
        article,
        headline,
        found,
        parts,
        tuple(amounts),
        tuple(give_speakers(quotes, resolved, fields)),
        tuple(resolved),
    )
