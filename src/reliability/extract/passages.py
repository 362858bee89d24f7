"""Which lines are the story, which is its headline, and what is the rest?

The rules name what they are sure of; a small model decides the rest. In doubt a line is story: to call a story line
furniture costs the reader a fact, the reverse costs a point.
"""

from reliability.extract.cuts import cut
from reliability.extract.furniture import Found
from reliability.extract.headline import headline
from reliability.extract.judgement import judge
from reliability.extract.lines import Line, lines
from reliability.extract.neighbours import mark_authors, mark_lists, mark_repeats, mark_tail, mark_top
from reliability.records import Article, Passage, Span

_STORY = Found("story", "")
_HEADLINE = Found("headline", "the headline")


def passages(article: Article) -> tuple[tuple[Passage, ...], Span | None]:
    """Gives every line of the article a kind, and finds its headline.

    Returns:
        The passages in order, and the headline's span: in the text where it stands there, in the
        title where it was only given apart, ``None`` where there is none.
    """
    text = article.text
    found, marks = cut(text, [Line.of(text, start, end) for start, end in lines(text)])
    if not found:
        return (), _headline_span(article, None)
    top = rules(found, marks, article.title)
    chances = judge(found, marks, top)
    result = tuple(
        Passage(Span(article.id, line.start, line.end), kind, chance, reason)
        for line, (kind, reason), chance in zip(
            found, (mark or _STORY for mark in marks), chances, strict=True
        )
    )
    return result, _headline_span(article, result[top] if top is not None else None)


def rules(found: list[Line], marks: list[Found | None], title: str | None) -> int | None:
    """Marks, in place, what the lines' neighbours say of them; gives the index of the headline.

    Args:
        found: The lines.
        marks: What each is by its own words.
        title: The headline, where it is known.
    """
    mark_lists(found, marks)
    top = headline(title, found, marks)
    if top is not None:
        marks[top] = _HEADLINE
    mark_top(found, marks, top)
    mark_authors(found, marks)
    mark_repeats(found, marks, top)
    mark_tail(found, marks)
    return top


def _headline_span(article: Article, passage: Passage | None) -> Span | None:
    if passage is not None:
        return passage.span
    title = article.title or ""
    if not title.strip():
        return None
    return Span(article.id, len(title) - len(title.lstrip()), len(title.rstrip()), "title")
