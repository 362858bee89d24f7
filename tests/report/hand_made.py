"""A small event with a ranking made by hand: what the reports, the ranking and the commands are tested with."""

import re
import sys
from types import ModuleType

from reliability.ranking import Ranking
from reliability.records import (
    Article,
    Consensus,
    Contribution,
    Event,
    Evidence,
    Fact,
    Measurement,
    Scorecard,
    Span,
)
from reliability.scoring.config import Config

BRIDGE = Event(
    "bridge",
    (
        Article(
            "001_morning",
            "The old bridge at Lund fell on Monday. 12 people were hurt, mayor Ann Berg said.\n\nShare this story",
            title="Bridge falls at Lund",
            source="morning.example",
        ),
        Article(
            "002_noon",
            "On Monday the old bridge at Lund came down, and 12 people were hurt. “It was the frost,” Berg said.",
        ),
        Article("003_evening", "The bridge at Lund fell after a night of frost.\n12 people were hurt."),
        Article(
            "004_night", "\x1b[31m[red]Horror[/red]\x1b[0m at Lund\u202e: 120 people were hurt, it is said."
        ),
    ),
)


class Numbers:
    """Do its numbers agree with the others' numbers?

    Not part of the question.
    """

    name = "numeric_consistency"


class Style:
    """Is it written plainly?"""

    name = "readability"


FEATURES = (Numbers(), Style())


def rank(event, config, features):
    """In place of the pipeline: 12 people is right, everything else is wrong, and that is all it knows."""
    said = {a.id: _span(a, r"\d+ people") for a in event.articles}
    right = [span for a in event.articles if (span := said[a.id]) and "12 people" in a.text]
    cards = [_card(article, said[article.id], right, config, features) for article in event.articles]
    cards.sort(key=lambda card: (-card.score, card.article.id))
    scores = [round(card.score, 1) for card in cards]
    ranked = tuple(
        Scorecard(c.article, scores.index(s) + 1, c.base, c.contributions, c.interval, c.notes)
        for c, s in zip(cards, scores, strict=True)
    )
    dissent = tuple(span for span in said.values() if span and span not in right)
    facts = (
        (Fact("quantity", 12.0, "person", "12 people hurt", 0.9, tuple(right), dissent),)
        if len(right) > 1
        else ()
    )
    return ranked, Consensus(facts, tuple((a.id,) for a in event.articles), ())


def ranking(event=BRIDGE, config=None):
    config = config or Config.default()
    return Ranking(event, *rank(event, config, FEATURES), config)


def install(monkeypatch):
    """Puts the pipeline and the features above in the place of the real ones."""
    _module(monkeypatch, "reliability.pipeline", rank=rank)
    _module(monkeypatch, "reliability.features", FEATURES=FEATURES)


def _module(monkeypatch, name, **contents):
    module = ModuleType(name)
    vars(module).update(contents)
    monkeypatch.setitem(sys.modules, name, module)


def _card(article, span, right, config, features):
    contributions = []
    for feature in features:
        evidence = ()
        if feature.name == "numeric_consistency" and span:
            evidence = (_number(article, span, [other for other in right if other.article_id != article.id]),)
        if feature.name == "readability":
            lines = Evidence(
                "readability", "measured", Span(article.id, 0, 8), (), "LIX 31: easy.", 1.0, 0.613
            )
            share = re.search("Share this story", article.text)
            extra = Span(article.id, *share.span()) if share else None
            evidence = (lines, *([_link(extra)] if extra else []))
        measurement = Measurement(feature.name, evidence, prior=0.6, strength=1.0)
        settings = config.features.get(feature.name)
        neutral = settings.neutral if settings else 0.5
        share = config.share(feature.name)
        points = 0.0 if measurement.value is None else share * (measurement.value - neutral)
        contributions.append(Contribution(measurement, share, neutral, points))
    notes = () if span else ("Nothing in it can be checked.",)
    card = Scorecard(article, 1, config.base, tuple(contributions), (0.0, 0.0), notes)
    return Scorecard(article, 1, config.base, tuple(contributions), (card.score - 5, card.score + 4), notes)


def _number(article, span, others):
    if "12 people" in article.text:
        verdict = "agrees" if others else "unchecked"
        return Evidence(
            "numeric_consistency", verdict, span, tuple(others), "12 people, as others say.", len(others), 1
        )
    words = article.text[span.start : span.end]
    message = f"{words} hurt: {len(others)} other voices say 12."
    return Evidence("numeric_consistency", "conflicts", span, tuple(others), message, 1.0, 0.0, 0.9)


def _link(span):
    return Evidence("readability", "boilerplate", span, (), "A link is not the story.", 0.5, 0.0)


def _span(article, pattern):
    found = re.search(pattern, article.text)
    return Span(article.id, *found.span()) if found else None
