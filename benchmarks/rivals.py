"""What a ranking of articles has to be better than: length, quotation marks, likeness to the crowd, the outlet's name.

Each takes the labelled events and the data folder and returns a score per article, or ``None`` where the set has not what
it needs. Those that learn are asked about events that they were not fitted on.
"""

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reliability.records import Article, Event

Scores = Mapping[str, Mapping[str, float]]
_MARKS = re.compile('["“”„«»]')
_DEBUNKING = re.compile(
    r"\b(?:hoax\w*|debunk\w*|fake[ds]?|false(?:ly)?|rumou?r\w*|untrue|satir\w+|fabricat\w+|unconfirmed|unverified|"
    r"denie[sd]|deny|refut\w+|no evidence|not true|claim(?:s|ed)?|alleged(?:ly)?|reportedly|purported(?:ly)?|myth)\b",
    re.IGNORECASE,
)
_FOLDS = 10


def length(events: list[Event], _data: Path) -> Scores:
    """The longer, the better."""
    return _each(events, lambda article: float(len(article.text)))


def quotes(events: list[Event], _data: Path) -> Scores:
    """The more quotation marks, the better."""
    return _each(events, lambda article: float(len(_MARKS.findall(article.text))))


def debunking(events: list[Event], _data: Path) -> Scores:
    """The more words of doubt to the thousand, the better: a word list, which knows nothing of what it doubts."""
    return _each(
        events,
        lambda article: len(_DEBUNKING.findall(_whole(article))) / (len(article.text.split()) + 1) * 1000,
    )


def centroid(events: list[Event], _data: Path) -> Scores | None:
    """The more like the event's other articles, the better; ``None`` for pairs, which are alike to each other."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    if all(len(event.articles) <= 2 for event in events):
        return None
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english")
    vectors.fit([_whole(article) for event in events for article in event.articles])
    found = {}
    for event in events:
        rows = vectors.transform([_whole(article) for article in event.articles]).toarray()
        middle = rows.mean(axis=0)
        likeness = rows @ middle / (np.linalg.norm(rows, axis=1) * np.linalg.norm(middle) + 1e-12)
        found[event.id] = _named(event, likeness)
    return found


def outlet(events: list[Event], data: Path) -> Scores | None:
    """The outlet's published rating; unrated ones get the middle of those rated. ``None`` without outlets or ratings."""
    path = data / "clusters" / "source_labels.csv"
    if not path.is_file() or not any(article.source for event in events for article in event.articles):
        return None
    with path.open(encoding="utf-8", newline="") as file:
        ratings: dict[str, float] = {}
        for row in csv.DictReader(file):
            ratings.setdefault(row["domain"].lower(), float(row["reliability"]))
    middle = float(np.median(list(ratings.values())))
    return _each(
        events,
        lambda article: ratings.get((article.source or "").lower().removeprefix("www."), middle),
    )


def tfidf(events: list[Event], _data: Path) -> Scores:
    """Words and logistic regression, fitted on other events, in which the same outlets write."""
    return _learned(events, unseen_outlets=False)


def tfidf_unseen_outlets(events: list[Event], _data: Path) -> Scores | None:
    """The same, fitted without the outlets that it is asked about."""
    if not any(article.source for event in events for article in event.articles):
        return None
    return _learned(events, unseen_outlets=True)


RIVALS: dict[str, Callable[[list[Event], Path], Scores | None]] = {
    "length": length,
    "quotes": quotes,
    "centroid": centroid,
    "debunking": debunking,
    "outlet": outlet,
    "tfidf": tfidf,
    "tfidf_unseen_outlets": tfidf_unseen_outlets,
}


def _learned(events: list[Event], *, unseen_outlets: bool) -> Scores:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [(event, article) for event in events for article in event.articles if article.id in event.labels]
    labels = np.array([event.labels[article.id] > 0.5 for event, article in rows])
    sources = np.array([article.source or "" for _, article in rows])
    # One word space for all folds: it sees no label. Tokens alone: white space gives some of these sets away.
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, max_features=50_000)
    matrix = words.fit_transform([_whole(article) for _, article in rows])
    place = {event.id: index for index, event in enumerate(events)}
    where = np.array([place[event.id] for event, _ in rows])
    odds = np.zeros(len(rows))
    for held in _folds(len(events), len(events) if unseen_outlets else _FOLDS):
        asked = np.isin(where, held)
        known = ~asked & ~np.isin(sources, sources[asked]) if unseen_outlets else ~asked
        if asked.any() and len(set(labels[known].tolist())) > 1:
            model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000)
            model.fit(matrix[known], labels[known])
            odds[asked] = model.decision_function(matrix[asked])
    found: dict[str, dict[str, float]] = {event.id: {} for event in events}
    for (event, article), value in zip(rows, odds, strict=True):
        found[event.id][article.id] = float(value)
    return found


def _folds(count: int, parts: int) -> list[NDArray[np.intp]]:
    return [np.arange(part, count, parts) for part in range(min(count, parts))]


def _each(events: list[Event], score: Callable[[Article], float]) -> Scores:
    return {event.id: {article.id: score(article) for article in event.articles} for event in events}


def _named(event: Event, values: NDArray[np.float64]) -> dict[str, float]:
    return {article.id: float(value) for article, value in zip(event.articles, values, strict=True)}


def _whole(article: Article) -> str:
    return f"{article.title or ''}\n{article.text}"
