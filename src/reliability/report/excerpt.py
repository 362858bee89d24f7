"""An article's words in their context, fit to be shown."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Article, Span

AROUND = 40  # characters of context on each side: about half a line
LONGEST = 240  # of the marked words themselves: a long quotation still shows both ends

_BREAK = re.compile(r"[^\S\r\n\x0b\x0c\x85\u2028\u2029]*[\r\n\x85\u2028\u2029]\s*")
_JOINERS = "\u200c\u200d"  # invisible, harmless, and part of many emoji and scripts

Articles = Mapping[str, Article]  # by their ids


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Marked words and what stands around them, every character of it visible.

    Attributes:
        before: Some characters before, from a whole word on.
        words: The words themselves.
        after: Some characters after, up to a whole word.
    """

    before: str
    words: str
    after: str


def words(articles: Articles, span: Span) -> str:
    """The characters a span stands for, exactly as given."""
    return _field(articles, span)[span.start : span.end]


def excerpt(articles: Articles, span: Span, around: int = AROUND) -> Excerpt:
    """The words of a span in their context of ``around`` characters on each side."""
    whole = _field(articles, span)
    before = whole[max(0, span.start - around) : span.start]
    after = whole[span.end : span.end + around]
    if span.start > around:
        before = "…" + _from_a_word(before)
    if span.end + around < len(whole):
        after = _to_a_word(after) + "…"
    marked = whole[span.start : span.end].strip("\r\n")
    return Excerpt(visible(before), visible(shortened(marked, LONGEST)), visible(after))


def visible(text: str) -> str:
    r"""The text on one line, with every character that could drive a terminal or hide shown as its escape.

    Line breaks become `` ↵ ``, tabs spaces; other control characters, marks that turn the writing
    direction, and halves of surrogate pairs are written ``\x1b``, ``\u202e``, ``\ud800``.
    """
    text = _BREAK.sub(" ↵ ", text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def shortened(text: str, longest: int) -> str:
    """The text, its middle left out, by whole words, where it is longer than ``longest`` characters."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{_to_a_word(text[: half + 1])} … {_from_a_word(text[-half - 1 :])}"


def _from_a_word(text: str) -> str:
    """The text without the word that it may begin in the middle of."""
    return re.sub(r"^\S*\s+", "", text) or text


def _to_a_word(text: str) -> str:
    """The text without the word that it may end in the middle of."""
    return re.sub(r"\s+\S*$", "", text) or text


def _shown(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Cf" | "Cs" | "Zl" | "Zp" if character not in _JOINERS:
            return " " if character == "\t" else ascii(character)[1:-1]
        case "Zs":
            return " "
    return character


def _field(articles: Articles, span: Span) -> str:
    article = articles[span.article_id]
    return article.text if span.field == "text" else article.title or ""
