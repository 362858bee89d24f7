"""How many facts does an article share with others, against which it can be checked?

A fact counts for an article that states it where another voice of the event states the same or otherwise.
"""

from pathlib import Path

import reliability
from benchmarks.bootstrap import mean_interval
from benchmarks.events import clusters

NAME = "coverage"
_ENOUGH = 3


def run(data: Path) -> dict[str, dict[str, float]]:
    """``three_fact_share``: articles with three or more such facts, on each set of events."""
    results = {}
    for name in ("allsides_events", "ecbplus"):
        shares, groups, counts = [], [], []
        for event in clusters(data, name):
            ranking = reliability.score(event)
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
            }
    return results
