"""Which lines are the story, which is its headline, and what is the rest?

The rules name what they are sure of; a small model decides the rest. In doubt a line is story: to call a story line
furniture costs the reader a fact, the reverse costs a point.
"""

from collections.abc import Sequence
from dataclasses import replace

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
    """Gives every line of the article (of a pasted paragraph, every sentence) a kind, and finds its headline.

    Returns:
        The passages in order, and the headline's span: in the text where it stands there, in the
        title where it was only given apart, ``None`` where there is none.
    """
    text = article.text
    found, marks = cut(text, [Line.of(text, start, end) for start, end in lines(text)])
    if not found:
        return (), _given_apart(article)
    top = rules(found, marks, article.title)
    chances = judge(found, marks, top)
    result: list[Passage] = []
    for line, mark, chance in zip(found, marks, chances, strict=True):
        above = result[-1] if line.torn and not mark else None
        if above is not None and above.kind == _STORY.kind:  # no line break was lost, or none that matters
            whole = Span(article.id, above.span.start, line.end)
            result[-1] = replace(above, span=whole, probability=max(above.probability, chance))
        else:
            kind, reason = mark or _STORY
            result.append(Passage(Span(article.id, line.start, line.end), kind, chance, reason))
    head = Span(article.id, found[top].start, found[top].end) if top is not None else None
    return tuple(result), head or _given_apart(article)


def paragraphs(text: str, found: Sequence[Passage]) -> list[tuple[int, int]]:
    """Start and end of each stretch of story: sentences of a pasted paragraph that follow each other are one.

    Args:
        text: The article's text.
        found: Its passages.
    """
    stretches: list[tuple[int, int]] = []
    kind = ""
    for passage in found:
        if not passage.story:
            continue
        start, end = passage.span.start, passage.span.end
        if kind == passage.kind and not text[stretches[-1][1] : start].strip(" "):
            stretches[-1] = stretches[-1][0], end
        else:
            stretches.append((start, end))
        kind = passage.kind
    return stretches


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


def _given_apart(article: Article) -> Span | None:
    """The headline in the article's title."""
    title = article.title or ""
    if not title.strip():
        return None
    return Span(article.id, len(title) - len(title.lstrip()), len(title.rstrip()), "title")
