"""Does the more reliable of two articles on one event rank higher?

Keys without a suffix are the shipped weights. `_tuned` are weights fitted to the other events of the same set (ten
folds, pull and all), `_tuned_unseen_outlets` those fitted without the pair's two outlets as well (pairs of known outlets
only; `untuned` stands beside for the same pairs). The other suffixes are peers: see `benchmarks/rivals.py`. What is
fitted is fitted on other events. `ablation_<feature>` is the accuracy without that feature, `alone_<feature>` that of its
points alone. `pairwise_accuracy` is the mean over events, a tie counts one half; `auc` is over all labelled articles.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

import reliability
from benchmarks.bootstrap import Floats, interval, mean_interval
from benchmarks.events import clusters
from benchmarks.progress import say, track
from benchmarks.rivals import RIVALS, Scores
from reliability.pipeline import rank
from reliability.records import Event
from reliability.scoring.accuracy import accuracy
from reliability.scoring.cases import Case, case, shares
from reliability.scoring.crossvalidation import by_outlet, weights_by_event
from reliability.scoring.settings import IntervalSettings

NAME = "ranking"
SETS = ("emergent_fnc", "buzzfeed_2016", "fakes_syria", "fakenewsamt", "celebrity", "allsides_events")
BESIDE = {
    "pairwise_accuracy": "chance and any constant 0.5; peers are the other suffixes; the shipped weights were chosen in view of these sets, the tuned ones are fitted on other events",
    "auc": "chance 0.5",
}
SHOWN = ("pairwise_accuracy", "auc", "items")
Metrics = dict[str, float]


def run(data: Path) -> dict[str, Metrics]:
    """The figures on each set of labelled events in ``data``."""
    results: dict[str, Metrics] = {}
    for name in SETS:
        events = [event for event in clusters(data, name) if event.labels]
        if any(_pairs(event) for event in events):
            with threadpool_limits(1):  # small matrices: threads would only wait for each other
                results |= _measure(name, events, data)
    return results


def _measure(name: str, events: list[Event], data: Path) -> dict[str, Metrics]:
    """The shipped weights, the tuned ones and every peer, on one set."""
    config = replace(reliability.Config.default(), interval=IntervalSettings(1, 0.5))
    cases = []
    for event in track(events, f"{name}: scoring", len(events)):
        cards, _ = rank(event, config, reliability.FEATURES)
        ordered = sorted(cards, key=lambda card: card.article.id)
        cases.append(case(event.id, ordered, _pairs(event), config))
    present = shares(config)
    results = {name: _figures(events, _scores(events, cases, [present] * len(cases)))}
    results[name] |= _by_feature(events, cases, present, list(config.features))
    say(f"{name}: tuning")
    results[f"{name}_tuned"] = _figures(events, _scores(events, cases, weights_by_event(cases, present)))
    unseen = by_outlet(cases, present)
    if unseen is not None:
        results[f"{name}_tuned_unseen_outlets"] = _unseen(*unseen)
    for suffix, rival in RIVALS.items():
        say(f"{name}: {suffix}")
        scores = rival(events, data)
        if scores is not None:
            results[f"{name}_{suffix}"] = _figures(events, scores)
    return results


def _by_feature(events: list[Event], cases: list[Case], present: Floats, features: list[str]) -> Metrics:
    """The accuracy without each feature, and with it alone."""
    found = {}
    for index, feature in enumerate(features):
        without, alone = present.copy(), np.zeros_like(present)
        without[index], alone[index] = 0.0, 100.0
        for key, weights in (("ablation", without * 100.0 / without.sum()), ("alone", alone)):
            scores = _scores(events, cases, [weights] * len(cases))
            found[f"{key}_{feature}"] = float(np.mean(_accuracies(events, scores)[0]))
    return found


def _unseen(before: list[Floats], after: list[Floats]) -> Metrics:
    now, then = accuracy(after), accuracy(before)
    return {
        "pairwise_accuracy": now.value,
        "pairwise_accuracy_low": now.low,
        "pairwise_accuracy_high": now.high,
        "untuned": then.value,
        "untuned_low": then.low,
        "untuned_high": then.high,
        "items": float(now.pairs),
    }


def _scores(events: list[Event], cases: list[Case], weights: list[Floats]) -> Scores:
    """The printed score of every article of every event."""
    return {
        event.id: dict(
            zip(
                sorted(article.id for article in event.articles),
                np.round(measured.credits @ own, 1).tolist(),
                strict=True,
            )
        )
        for event, measured, own in zip(events, cases, weights, strict=True)
    }


def _figures(events: list[Event], scores: Scores) -> Metrics:
    shares_right, names, pairs = _accuracies(events, scores)
    low, high = mean_interval(shares_right, names)
    area, area_low, area_high = _auc(events, scores)
    return {
        "pairwise_accuracy": float(np.mean(shares_right)),
        "pairwise_accuracy_low": low,
        "pairwise_accuracy_high": high,
        "auc": area,
        "auc_low": area_low,
        "auc_high": area_high,
        "events": float(len(names)),
        "items": float(pairs),
    }


def _accuracies(events: list[Event], scores: Scores) -> tuple[list[float], list[str], int]:
    """The share of pairs put right in each event with both labels, the events' names, and how many pairs there are."""
    found, names, count = [], [], 0
    for event in events:
        pairs = _pairs(event)
        if pairs:
            own = scores[event.id]
            found.append(float(np.mean([(np.sign(own[a] - own[b]) + 1) / 2 for a, b in pairs])))
            names.append(event.id)
            count += len(pairs)
    return found, names, count


def _auc(events: list[Event], scores: Scores) -> tuple[float, float, float]:
    """The area under the curve over all labelled articles, with its interval by event.

    It is a sum over pairs of events, so that drawing events with replacement weights each by how often both were drawn.
    """
    good, bad = ([_labelled(event, scores, reliable) for event in events] for reliable in (True, False))
    wins = np.array([[((np.sign(a[:, None] - b[None, :]) + 1) / 2).sum() for b in bad] for a in good])
    size = np.outer([len(a) for a in good], [len(b) for b in bad])

    def area(times: Floats) -> Floats:
        return np.asarray(
            np.einsum("di,ij,dj->d", times, wins, times, optimize=True)
            / np.einsum("di,ij,dj->d", times, size, times, optimize=True)
        )

    low, high = interval(np.eye(len(events)), area)
    return float(area(np.ones((1, len(events))))[0]), low, high


def _labelled(event: Event, scores: Scores, reliable: bool) -> Floats:
    return np.array(
        [scores[event.id][name] for name, label in event.labels.items() if (label > 0.5) == reliable]
    )


def _pairs(event: Event) -> list[tuple[str, str]]:
    """The better and the worse article of every pair with different labels.

    Unlike tuning it takes one text with two labels as it comes: that is a tie.
    """
    return [(a, b) for a, one in event.labels.items() for b, other in event.labels.items() if one > other]
