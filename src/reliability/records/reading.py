"""One article and everything that was read in it."""

from dataclasses import dataclass

from reliability.records.article import Article
from reliability.records.mention import Attribution, Name, Passage, Quantity, Quote
from reliability.records.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story, or its headline.

    Attributes:
        span: Its characters.
        place: ``headline``, ``lead`` or ``body``.
        words: Its words in lower case, numbers included.
        starts: Where each word starts in the field the sentence stands in.
    """

    span: Span
    place: str
    words: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and all its mentions: the only thing later stages see of an article.

    Mentions are read in the story alone (headline included); what is not the story is in ``passages``.

    Attributes:
        language: ISO 639-1 code of the story's language, empty where it cannot be told.
        cut: The characters that show that the text was cut off, by a paywall or an interface.
    """

    article: Article
    headline: Span | None
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    language: str = ""
    cut: Span | None = None
    names: tuple[Name, ...] = ()

    @property
    def english(self) -> bool:
        """Whether what depends on English can be measured: it is English, or too short to tell."""
        return self.language in {"", "en"}

    def quoted(self, span: Span) -> str:
        """The characters that ``span`` (of this article) stands for."""
        whole = self.article.text if span.field == "text" else self.article.title or ""
        return whole[span.start : span.end]

    def printed(self, span: Span) -> str:
        """The same on one line: white space and line breaks evened out."""
        return " ".join(self.quoted(span).split())
