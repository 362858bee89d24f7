"""PolNeAR as the program reads it: each document's sentences and words, and its attributions as places in them."""

import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path

from reliability.extract.passages import passages
from reliability.extract.quotes import marked
from reliability.extract.sentences import sentences
from reliability.extract.tokens import Tokens
from reliability.records import Article


@dataclass(frozen=True)
class Handed:
    """One attribution: first and last word of cue, source and each stretch of content."""

    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]

    @property
    def hull(self) -> tuple[int, int] | None:
        """From the first word of the content to the last."""
        if not self.contents:
            return None
        return min(first for first, _ in self.contents), max(last for _, last in self.contents)


@dataclass(frozen=True)
class Document:
    """One article: its text, its words sentence by sentence, its quotation marks, its attributions."""

    id: str
    text: str
    tokens: list[Tokens]
    marks: list[tuple[int, int]]
    handed: list[Handed]


def documents(path: Path) -> list[Document]:
    """The documents of one file."""
    return [_document(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _document(row: dict) -> Document:  # type: ignore[type-arg]
    text = row["text"]
    article = Article(row["doc_id"], text)
    found, headline = passages(article)
    tokens = [Tokens.of(text, sentence) for sentence in sentences(article, found, headline)]
    tokens = [piece for piece in tokens if len(piece)]
    marks = [
        (start, end)
        for passage in found
        if passage.story
        for start, end, _ in marked(text, passage.span.start, passage.span.end)
    ]
    starts = [start for piece in tokens for start in piece.starts]
    ends = [end for piece in tokens for end in piece.ends]

    def places(spans: list[list[int]]) -> list[tuple[int, int]]:
        pairs = ((bisect_right(ends, start), bisect_left(starts, end) - 1) for start, end in spans)
        return [(first, last) for first, last in pairs if last >= first]

    handed = []
    for attribution in row["attributions"]:
        cue, source = places(attribution["cue"]), places(attribution["source"])
        handed.append(
            Handed(
                cue[0] if cue else None, source[0] if source else None, tuple(places(attribution["content"]))
            )
        )
    return Document(row["doc_id"], text, tokens, marks, handed)
