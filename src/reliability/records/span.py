"""Which characters of which article."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of one article's ``field``.

    Offsets count Unicode code points of the field exactly as it was given. A span carries its
    article's id, so that evidence found in one article can point into another.
    """

    article_id: str
    start: int
    end: int
    field: Literal["text", "title"] = "text"

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether every character of ``other`` lies in this span."""
        return (
            self.start <= other.start
            and other.end <= self.end
            and self.article_id == other.article_id
            and self.field == other.field
        )

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans have a character in common."""
        return (
            self.start < other.end
            and other.start < self.end
            and self.article_id == other.article_id
            and self.field == other.field
        )
