"""What the articles of an event say together: the facts, whose they are, and what they were drawn from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reliability.records.item import Item
from reliability.records.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """What at least two independent voices of the event say.

    Attributes:
        kind: ``quantity``, ``quote``, ``name`` (a person, body or place by the name that the articles use), ``statement``
            (a sentence that others say in their own words) or ``list`` (names in a row, whose number is a fact
            besides).
        value: The number, or the words.
        unit: As ``Quantity.unit``; empty for words.
        label: The fact in words, for people.
        confidence: In [0, 1]: how probable it is that one more independent voice, if it speaks of it, says the same.
        support: Where it is said.
        dissent: Where something else is said of the same thing.
        voices: How many independent voices say it.
        first: The day of the earliest article that says it, ``None`` where none is dated.
        last: The day of the latest one.
        series: Where the number changes with the days: each day's numbers as stated, in order, this one among them.
            A development is no dissent.
    """

    kind: str
    value: float | str
    unit: str
    label: str
    confidence: float
    support: tuple[Span, ...]
    dissent: tuple[Span, ...] = ()
    voices: int = 0
    first: date | None = None
    last: date | None = None
    series: tuple[tuple[date, float | str], ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words that stand in several articles, save for small edits: whoever wrote them, they are one origin's.

    Attributes:
        spans: Where, one span per article; the article that had them first comes first, where that is known.
        verbatim: Whether it is the same words; else it is one sentence in other words or in another language, of
            articles that correspond sentence after sentence.
        owner: The id of the article whose testimony they count as, because it had them first; empty where that cannot
            be told, or all of them are one voice's.
    """

    spans: tuple[Span, ...]
    verbatim: bool = True
    owner: str = ""


@dataclass(frozen=True)
class Consensus:
    """What the articles of one event say together.

    Attributes:
        facts: What at least two independent voices say, the best supported first, names last.
        origins: Tuples of article ids that count as one voice, the article that stands for it (the latest version, or
            the one most like the others) first; every article of the event is in one.
        items: Everything that at least two articles (or one article twice) speak of, with all claims.
        strangers: Ids of articles that belong to another event and were left out.
        disputes: What some article calls untrue or unconfirmed: an item of kind ``dispute`` whose claims are, by value,
            the headlines that assert it (0), and the words on it that hedge (1), hand on a denial (2) or refute it (3).
        passages: The evidence for origins: what stands in several articles, quotations left out.
            Articles made of such passages are one voice; of others, what they claim inside of one counts once.
        weights: What each voice counts for; empty where all count alike, as they do unless ratings are given.
    """

    facts: tuple[Fact, ...]
    origins: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]
    strangers: tuple[str, ...] = ()
    disputes: tuple[Item, ...] = ()
    passages: tuple[SharedPassage, ...] = ()
    weights: tuple[float, ...] = ()

    def voice(self, article_id: str) -> int:
        """The index in ``origins`` of the voice an article speaks with (-1 for a stranger)."""
        return self._voices.get(article_id, -1)

    def items_of(self, article_id: str) -> tuple[Item, ...]:
        """The items that an article makes a claim on."""
        return self._claimed.get(article_id, ())

    @cached_property
    def _voices(self) -> dict[str, int]:
        return {article: voice for voice, articles in enumerate(self.origins) for article in articles}

    @cached_property
    def _claimed(self) -> dict[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for article in dict.fromkeys(claim.article_id for claim in item.claims):
                found.setdefault(article, []).append(item)
        return {article: tuple(items) for article, items in found.items()}
