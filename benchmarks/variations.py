"""As many different articles of one event as are wanted, made of a few.

The names and numbers of an article stay, so that all are of one event and there is something to align; every second
of its other words is exchanged for another word of the event and its paragraphs change places, so that no two are
copies of one text, or one text retold.
"""

import random
import re
from collections.abc import Iterator

from reliability.records import Article, Event

_WORD = re.compile(r"\b[a-z]{4,}\b")
_EXCHANGED = 1 / 2


def varied(event: Event, size: int) -> Iterator[Article]:
    """The event's articles again and again, each time with other words; the same for the same event and size."""
    for number in range(size):
        article = event.articles[number % len(event.articles)]
        choice = random.Random(number)  # noqa: S311 - repeatable, no secret
        headline, *paragraphs = reworded(article.text, event, _EXCHANGED, choice).split("\n")
        choice.shuffle(paragraphs)
        yield Article(f"{number:05}", "\n".join((headline, *paragraphs)), article.title)


def reworded(text: str, event: Event, share: float, choice: random.Random) -> str:
    """A text whose names and numbers stay where they are, and of whose other words a share is another of the event."""
    words = sorted({word for article in event.articles for word in _WORD.findall(article.text)})
    return _WORD.sub(lambda found: choice.choice(words) if choice.random() < share else found[0], text)
