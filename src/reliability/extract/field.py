"""The words of one field of an article, numbered through, and the sentences, paragraphs and quotation marks around them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from reliability.extract.tokens import Tokens
from reliability.records import Sentence, Span

Marked = tuple[int, int, bool]  # first and last offset inside quotation marks, and whether they are closed


@dataclass(frozen=True, slots=True)
class Field:
    """A field as its words.

    Attributes:
        text: The field as given.
        span: The span of its first sentence; its other spans are made after it.
        tokens: The tokens of each sentence that has any.
        numbers: Which of the article's sentences each is.
        opening: The first word of each.
        paragraphs: Which paragraph each stands in.
        words: Its words in lower case.
        starts: Where each begins.
        ends: Where each ends.
        marks: The stretches in quotation marks, in order.
    """

    text: str
    span: Span
    tokens: list[Tokens]
    numbers: list[int]
    opening: list[int]
    paragraphs: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    marks: Sequence[Marked]

    @classmethod
    def of(cls, sentences: Sequence[tuple[int, Sentence, Tokens]], marks: Sequence[Marked]) -> "Field | None":
        """The field of some sentences, each with its index among the article's; ``None`` where none has words."""
        pieces = [piece for piece in sentences if len(piece[2])]
        if not pieces:
            return None
        text = pieces[0][2].text
        opening, paragraphs, count, paragraph, behind = [], [], 0, 0, 0
        for _, sentence, tokens in pieces:
            paragraph += text.find("\n", behind, sentence.span.start) >= 0
            opening.append(count)
            paragraphs.append(paragraph)
            count, behind = count + len(tokens), sentence.span.end
        return cls(
            text,
            pieces[0][1].span,
            [tokens for *_, tokens in pieces],
            [number for number, *_ in pieces],
            opening,
            paragraphs,
            list(chain.from_iterable([tokens.words for *_, tokens in pieces])),
            list(chain.from_iterable([tokens.starts for *_, tokens in pieces])),
            list(chain.from_iterable([tokens.ends for *_, tokens in pieces])),
            marks,
        )

    def sentence(self, place: int) -> int:
        """Which of the field's sentences a word stands in."""
        return bisect_right(self.opening, place) - 1

    def sentences(self, span: Span) -> tuple[int, int]:
        """The first sentence that a span reaches into, and the one behind the last."""
        first, last = self.places(span.start, span.end)
        return self.sentence(first), self.sentence(max(first, last)) + 1

    def end(self, sentence: int) -> int:
        """The last word of one of the field's sentences."""
        return self.opening[sentence] + len(self.tokens[sentence]) - 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The first and last word between two offsets."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end) - 1

    def span_of(self, places: tuple[int, int]) -> Span:
        """From one word to another."""
        return Span(self.span.article_id, self.starts[places[0]], self.ends[places[1]], self.span.field)
