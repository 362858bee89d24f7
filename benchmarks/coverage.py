"""How many facts does an article share with others, against which it can be checked?

A fact counts for an article that states it where another voice of the event states the same or otherwise.
``confidence_error``: one voice is left out at a time, and what is then said of the chance that it says the same, if it
speaks of the fact at all, is held against whether it does: the mean distance over ten bins of stated confidence, weighted
by their cases (the bins, a reliability diagram, are printed as the run goes on). ``agreeing`` is the share that do.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

import reliability
from benchmarks.bootstrap import mean_interval
from benchmarks.calibration import calibration_error
from benchmarks.events import clusters
from reliability.consensus.facts import confidence
from reliability.records import Item

NAME = "coverage"
_ENOUGH = 3


def run(data: Path) -> dict[str, dict[str, float]]:
    """``three_fact_share``: articles with three or more such facts, on each set of events."""
    results = {}
    for name in ("allsides_events", "ecbplus"):
        shares, groups, counts = [], [], []
        foretold: list[tuple[float, bool]] = []
        for event in clusters(data, name):
            ranking = reliability.score(event)
            foretold += [pair for item in ranking.consensus.items for pair in _foretold(item)]
            for card in ranking:
                facts = sum(
                    card.article.id in {span.article_id for span in (*fact.support, *fact.dissent)}
                    for fact in ranking.consensus.facts
                )
                shares.append(facts >= _ENOUGH)
                counts.append(facts)
                groups.append(event.id)
        if shares:
            low, high = mean_interval(shares, groups)
            results[name] = {
                "three_fact_share": sum(shares) / len(shares),
                "three_fact_share_low": low,
                "three_fact_share_high": high,
                "facts_per_article": sum(counts) / len(counts),
                "items": float(len(shares)),
                "confidence_error": calibration_error(*map(np.array, zip(*foretold, strict=True))),
                "agreeing": sum(agrees for _, agrees in foretold) / len(foretold),
                "foretold": float(len(foretold)),
            }
    return results


def _foretold(item: Item) -> Iterator[tuple[float, bool]]:
    """For every voice on every fact of an item, the confidence without it, and whether it agrees."""
    stated = {frozenset(item.agreeing(claim.value)): claim.value for claim in item.claims}
    for value in stated.values():
        holders, opposed = (_voices(item, values) for values in (item.agreeing(value), item.opposing(value)))
        sure, against = holders - opposed, opposed - holders
        for voice in sorted(sure | against):
            if len(holders - {voice}) > 1:
                yield (
                    confidence(item.kind, len(sure - {voice}), len(against - {voice})),
                    voice in sure,
                )


def _voices(item: Item, values: tuple[int, ...]) -> set[int]:
    return {claim.voice for value in values for claim in item.claims_on(value) if claim.voice >= 0}
