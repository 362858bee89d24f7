"""Does the interval around a score, made from half of the other articles, hold the score made from all of them?

For every event of five articles or more, two of its articles are each scored beside a random half of the others
(rounded up), and their intervals held against the score that all others give.
"""

import random
from dataclasses import replace
from pathlib import Path

import reliability
from benchmarks.bootstrap import mean_interval
from benchmarks.events import clusters
from reliability.records import Event

NAME = "intervals"
BESIDE = {"interval_coverage": "0.75 to 0.85 is what an 80% interval promises"}
PAGE = ("interval_coverage", "interval_width")
FEWEST = 5
PER_EVENT = 2


def run(data: Path) -> dict[str, dict[str, float]]:
    """Coverage and width on each set of events in ``data``."""
    results = {}
    for name in ("allsides_events", "ecbplus"):
        events = [event for event in clusters(data, name) if len(event.articles) >= FEWEST]
        if events:
            results[name] = _measure(events)
    return results


def _measure(events: list[Event]) -> dict[str, float]:
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    held, widths, groups = [], [], []
    for event in events:
        whole = reliability.score(event)
        for article in chance.sample(list(event.articles), PER_EVENT):
            others = [other for other in event.articles if other.id != article.id]
            half = chance.sample(others, (len(others) + 1) // 2)
            card = reliability.score(replace(event, articles=(article, *half)))[article.id]
            low, high = card.interval
            held.append(low <= whole[article.id].score <= high)
            widths.append(high - low)
            groups.append(event.id)
    low, high = mean_interval(held, groups)
    return {
        "interval_coverage": sum(held) / len(held),
        "interval_coverage_low": low,
        "interval_coverage_high": high,
        "interval_width": sorted(widths)[len(widths) // 2],
        "items": float(len(held)),
    }
