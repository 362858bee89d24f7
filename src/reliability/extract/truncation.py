"""Does a text stop before its story does?"""

import re
from collections.abc import Sequence
from functools import cache

from reliability.extract.lexicon import lexicon, words
from reliability.extract.lines import lines
from reliability.extract.passages import paragraphs
from reliability.records import Article, Passage, Span

# News interfaces (NewsAPI and those who print its answers) end a text so: "... the harbour said. Nob… [+2345 chars]".
_COUNTED = re.compile(
    r"(?:…|\.{3,})?\s*\[\s*\+?\d[\d,.]*\s*(?:more\s+)?(?:chars|characters|words)\s*\]$", re.IGNORECASE
)
# Dots in brackets, or before a link to the rest, are never the author's own.
_EXCERPT = re.compile(
    r"(?:\[\s*(?:…|\.{3,})\s*\]|(?:…|\.{3,})\s*(?:read more|continue reading|more|»|→|>>))\W*$", re.IGNORECASE
)
_DOTS = re.compile(r"(?:…|\.{3,})$")
_STYLE = re.compile(r"\w\s?(?:…|\.{3,})(?!\s*[\])])")  # who ends other sentences so ends the last one so
_LAST_WORD = re.compile(r"([^\W\d_]+)(,?)$")
_GATE_LINES = 8  # how far from the end, in lines, a gate may stand: buttons and offers follow it
_GATE_WORDS = 45  # a longer line is a paragraph that speaks of subscriptions
_SENTENCE_WORDS = 8  # a shorter line may be a caption, a label, an item of a list
_PARAGRAPH_WORDS = 20  # only a paragraph is sure to want a full stop
_STORY_WORDS = 12  # a line this long with its full stop, after a gate, is the story going on
_TAIL = 120  # characters: a mark, dots and a credit ("reporting by") stand within so many of the end
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def cut_off(article: Article, passages: Sequence[Passage] = ()) -> Span | None:
    """Where an article was cut off by a paywall, an interface or a copying hand, as far as the text shows it.

    Errs towards silence: a text of which nothing shows that it goes on elsewhere is taken for whole.

    Args:
        article: The article.
        passages: Its passages, where they are known: what is not the story is then no end of it.

    Returns:
        The characters that show it: the mark of the interface, the line of the paywall, the dots, or the last
        word of the torn sentence. ``None`` where nothing shows.
    """
    text = article.text
    end = len(text.rstrip())
    counted = _COUNTED.search(text[max(0, end - _TAIL) : end])
    if counted:
        return Span(article.id, max(0, end - _TAIL) + counted.start(), end)
    found = [(passage.span.start, passage.span.end) for passage in passages] or lines(text)
    gate = _gate(text, found, passages)
    if gate:
        return Span(article.id, *gate)
    story = paragraphs(text, [passage for passage in passages if passage.kind == "story"])
    ends = [(start, end) for start, end in story or found if text[start:end].strip()]
    torn = _torn(text, *ends[-1]) if ends else None
    return Span(article.id, *torn) if torn else None


def _gate(text: str, found: list[tuple[int, int]], passages: Sequence[Passage]) -> tuple[int, int] | None:
    """The line that asks to pay or to go elsewhere for the rest, if no story follows it."""
    told = {passage.span.start: passage.story for passage in passages}
    for start, end in reversed(found[-_GATE_LINES:]):
        line = text[start:end]
        length = len(line.split())
        if length <= _GATE_WORDS and _gates().search(_straight(line)):
            return start, end
        if told.get(start, True) and length >= _STORY_WORDS and _ENDED.search(line):
            return None
    return None


def _torn(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What shows that the last line of the story was torn off: dots, or the last word of half a sentence."""
    tail = max(start, end - _TAIL)  # as much as is looked at, so that no line takes long
    line = text[tail:end]
    excerpt = _EXCERPT.search(line)
    if excerpt:
        return tail + excerpt.start(), end
    length = len(text[start:end].split())
    if length < _SENTENCE_WORDS:
        return None
    dots = _DOTS.search(line)
    if dots:
        return None if _STYLE.search(text, 0, tail + dots.start()) else (tail + dots.start(), end)
    last = _LAST_WORD.search(line)
    if last is None or not last[1].islower() or _after().search(_straight(line)):
        return None
    torn = last[1] in _dangling() or last[2] or length >= _PARAGRAPH_WORDS
    return (tail + last.start(), end) if torn else None


def _straight(line: str) -> str:
    return line.lower().replace("’", "'")


@cache
def _gates() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{gate})" for gate in lexicon("gates")["gates"]))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(lexicon("gates")["after"])


@cache
def _dangling() -> frozenset[str]:
    return words(lexicon("gates")["dangling"])
