"""A ranking in plain JSON types: everything a person can see of it."""

from typing import Any

from reliability.records import Contribution, Evidence, Fact, Problem, Scorecard, SharedPassage, Span
from reliability.report.excerpt import Articles, words
from reliability.report.ranked import Ranked


def as_dict(ranked: Ranked) -> dict[str, Any]:
    """The ranking as dictionaries, lists, strings and numbers, nothing rounded.

    Every span carries its text, so that the evidence can be read without the articles.
    """
    articles = {article.id: article for article in ranked.event.articles}
    consensus = ranked.consensus
    return {
        "event": ranked.event.id,
        "ranking": [_card(articles, card) for card in ranked.cards],
        "consensus": {
            "facts": [_fact(articles, fact) for fact in consensus.facts],
            "origins": [list(ids) for ids in consensus.origins],
            "weights": list(consensus.weights),
            "passages": [_passage(articles, passage) for passage in consensus.passages],
            "strangers": list(consensus.strangers),
        },
        "problems": [_problem(problem) for problem in ranked.problems],
    }


def _card(articles: Articles, card: Scorecard) -> dict[str, Any]:
    article = card.article
    return {
        "rank": card.rank,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "published": article.published,
        },
        "score": card.score,
        "interval": list(card.interval),
        "base": card.base,
        "contributions": [_contribution(articles, contribution) for contribution in card.contributions],
        "notes": list(card.notes),
    }


def _contribution(articles: Articles, contribution: Contribution) -> dict[str, Any]:
    return {
        "feature": contribution.feature,
        "value": contribution.value,
        "weight": contribution.weight,
        "neutral": contribution.neutral,
        "points": contribution.points,
        "evidence": [_evidence(articles, piece) for piece in contribution.evidence],
    }


def _evidence(articles: Articles, piece: Evidence) -> dict[str, Any]:
    return {
        "verdict": piece.verdict,
        "message": piece.message,
        "span": _span(articles, piece.span),
        "against": [_span(articles, span) for span in piece.against],
        "weight": piece.weight,
        "credit": piece.credit,
        "severity": piece.severity,
    }


def _fact(articles: Articles, fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "label": fact.label,
        "confidence": fact.confidence,
        "voices": fact.voices,
        "first": fact.first and fact.first.isoformat(),
        "last": fact.last and fact.last.isoformat(),
        "series": [[day.isoformat(), value] for day, value in fact.series],
        "support": [_span(articles, span) for span in fact.support],
        "dissent": [_span(articles, span) for span in fact.dissent],
    }


def _passage(articles: Articles, passage: SharedPassage) -> dict[str, Any]:
    """Words that several articles share are written once; what is retold, in the words of each."""
    spans = [_place(span) if passage.verbatim else _span(articles, span) for span in passage.spans]
    return {
        "text": words(articles, passage.spans[0]),
        "verbatim": passage.verbatim,
        "owner": passage.owner or None,
        "spans": spans,
    }


def _span(articles: Articles, span: Span) -> dict[str, Any]:
    return {**_place(span), "text": words(articles, span)}


def _place(span: Span) -> dict[str, Any]:
    return {"article": span.article_id, "start": span.start, "end": span.end, "field": span.field}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"message": problem.message, "file": problem.file, "line": problem.line, "field": problem.field}
