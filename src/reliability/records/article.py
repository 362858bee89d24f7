"""What is given: articles, and events made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, exactly as it was given.

    Attributes:
        id: Unique within its event.
        text: The text; every offset indexes it as it is, whatever the Unicode.
        title: The headline, where it was given apart from the text.
        source: The outlet, usually a domain.
        url: Where it was published.
        published: When it was published, as given; ISO 8601 is understood.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def day(self) -> date | None:
        """The day it was published, or ``None`` where that was not given or is not ISO 8601."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Event:
    """Articles about one thing that happened.

    Attributes:
        id: Unique within a batch.
        articles: The articles, in the order given (which never changes a result).
        labels: Where known, a grade per article id: 1 reliable, 0 not, or anything between.
    """

    id: str
    articles: tuple[Article, ...]
    labels: Mapping[str, float] = field(default_factory=dict)
