"""Which lines are the story, which is its headline, and what is the rest?

What the rules do not know is story: to call a story line furniture costs the reader a fact, the reverse
costs a point.
"""

from reliability.extract.furniture import Found, furniture
from reliability.extract.headline import headline
from reliability.extract.line_features import line_features
from reliability.extract.lines import Line, lines
from reliability.extract.neighbours import mark_authors, mark_lists, mark_repeats, mark_tail, mark_top
from reliability.extract.passage_model import passage_model
from reliability.records import Article, Passage, Span

_STORY = Found("story", "")
_HEADLINE = Found("headline", "the headline")
_SHORT_SENTENCE = 4  # words
_BESIDE = 2  # of the four lines around that are furniture: next to furniture
_DECK = 6  # words; shorter lines above the story are names and dates
_SURE = 0.97  # the least probability of what a rule found; on pages not fitted on about so many of them were right
# Kinds that come as several lines.
_GO_ON = frozenset({"related", "author", "navigation", "advertising", "comments", "legal"})


def passages(article: Article) -> tuple[tuple[Passage, ...], Span | None]:
    """Gives every line of the article a kind, and finds its headline.

    Returns:
        The passages in order, and the headline's span: in the text where it stands there, in the
        title where it was only given apart, ``None`` where there is none.
    """
    found = [Line.of(article.text, start, end) for start, end in lines(article.text)]
    if not found:
        return (), _headline_span(article, None)
    marks, top = rules(found, article.title)
    chances = _mark_by_model(found, marks, top)
    result = tuple(
        Passage(
            Span(article.id, line.start, line.end), *(mark or _STORY)[:1], chance, (mark or _STORY).reason
        )
        for line, mark, chance in zip(found, marks, chances, strict=True)
    )
    return result, _headline_span(article, result[top] if top is not None else None)


def _mark_by_model(found: list[Line], marks: list[Found | None], top: int | None) -> list[float]:
    """Marks what the model takes for furniture and the rules do not know; gives every line's probability."""
    model = passage_model()
    chances = model.probabilities(line_features(found, marks, top, model.words)).tolist()
    body = next((index for index, line in enumerate(found) if line.prose and marks[index] is None), 0)
    ruled = [mark is not None and index != top for index, mark in enumerate(marks)]
    careful = [_reads_as_story(line, index < body) for index, line in enumerate(found)]
    for index, chance in enumerate(chances):
        if marks[index] is None and not careful[index] and chance > model.threshold:
            marks[index] = _model_mark(marks, index)
    known = [mark is not None and index != top for index, mark in enumerate(marks)]
    for index, chance in enumerate(chances):
        beside = sum(known[max(0, index - 2) : index]) + sum(known[index + 1 : index + 3])
        limit = model.beside if beside >= _BESIDE else model.alone
        if marks[index] is None and careful[index] and index > body and chance > limit:
            marks[index] = _model_mark(marks, index)
    if top is not None:
        chances[top] = 0.0
    return [max(chance, _SURE) if rule else chance for chance, rule in zip(chances, ruled, strict=True)]


def _reads_as_story(line: Line, above_body: bool) -> bool:
    """Whether calling the line furniture could cost a sentence, a deck or a post that the story quotes."""
    return (
        line.prose
        or (line.closed and len(line.tokens) >= _SHORT_SENTENCE)
        or (above_body and len(line.tokens) >= _DECK)
        or "(@" in line.text
    )


def _model_mark(marks: list[Found | None], index: int) -> Found:
    """The mark of a line that the model took for furniture: what stands above it goes on, where that can."""
    above = marks[index - 1] if index else None
    if above is not None and above.kind in _GO_ON:
        return Found(above.kind, "reads like the furniture above it")
    return Found("other", "reads like page furniture")


def rules(found: list[Line], title: str | None) -> tuple[list[Found | None], int | None]:
    """What the rules say of each line, and the index of the headline."""
    marks = [furniture(line) for line in found]
    mark_lists(found, marks)
    top = headline(title, found, marks)
    if top is not None:
        marks[top] = _HEADLINE
    mark_top(found, marks, top)
    mark_authors(found, marks)
    mark_repeats(found, marks, top)
    mark_tail(found, marks)
    return marks, top


def _headline_span(article: Article, passage: Passage | None) -> Span | None:
    if passage is not None:
        return passage.span
    title = article.title or ""
    if not title.strip():
        return None
    return Span(article.id, len(title) - len(title.lstrip()), len(title.rstrip()), "title")
