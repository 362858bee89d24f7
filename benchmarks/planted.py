"""Is an error planted into a real article found, does it cost the article points, and nobody else?

Measured on events of several outlets, untouched and with one error each (``planting.py``); ``PLANTED_OUT`` in the
environment names a file to which every edit and what was found is written, one JSON object a line.
"""

import json
import os
import random
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

import reliability
from benchmarks.events import clusters
from benchmarks.planting import KINDS, Planted, plant
from reliability.records import Event, Evidence

NAME = "planted"
FEATURES = {
    "headline": ("self_consistency",),
    "quote_word": ("quote_fidelity",),
    "quote_negation": ("quote_fidelity",),
    "quote_number": ("quote_fidelity",),
    "speaker": ("quote_fidelity",),
    "anonymised": ("attribution",),
    "boilerplate": ("boilerplate_ratio",),
}
SMALL = frozenset(
    {"unit", "date", "anonymised", "boilerplate"}
)  # faults that need cost no more than 2 points
PAGE = (
    *(
        f"{kind}_{figure}"
        for kind in ("scale", "headline", "quote_negation")
        for figure in ("score_drop", "rank_drop")
    ),
    *("collateral", "number_alarms", "quote_alarms"),
)
BESIDE = {
    "scale_score_drop": "share of planted errors that cost 5 points; rank_drop: of articles not last before, those that fall",
    "collateral": "share of the event's other articles that move by 2 points; wanted at most 0.10",
    "number_alarms": "numbers called wrong in an untouched article",
    "quote_alarms": "quotations called altered in an untouched article",
}
CASES = 120  # per kind and set


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of each set of events in ``data``."""
    results = {}
    for name in ("allsides_events", "ecbplus"):
        events = clusters(data, name)
        if events:
            results[name] = _measure(events, name)
    return results


def _measure(events: list[Event], name: str) -> dict[str, float]:
    found: dict[str, list[float]] = defaultdict(list)
    untouched: dict[str, reliability.Ranking] = {}
    chance = random.Random(20)  # noqa: S311 - a sample, no secret
    kinds = os.environ.get("PLANTED_KINDS", "").split() or KINDS
    for kind in kinds:
        order = list(events)
        chance.shuffle(order)
        cases = 0
        for event in order:
            planted = plant(kind, event, chance)
            if planted is None:
                continue
            if event.id not in untouched:
                untouched[event.id] = reliability.score(event)
            _hold(planted, untouched[event.id], reliability.score(planted.event), found, name)
            cases += 1
            if cases == CASES:
                break
        found[f"{kind}_cases"] = [float(cases)]
    for event in events[:CASES]:
        ranking = untouched.get(event.id) or reliability.score(event)
        for card in ranking:
            faults = [
                piece
                for piece in card.evidence
                if piece.verdict in {"conflicts", "altered"} and piece.severity
            ]
            found["number_alarms"].append(sum(piece.feature == "numeric_consistency" for piece in faults))
            found["quote_alarms"].append(sum(piece.feature == "quote_fidelity" for piece in faults))
    return {metric: sum(values) / len(values) for metric, values in sorted(found.items()) if values}


def _hold(
    planted: Planted,
    before: "reliability.Ranking",
    after: "reliability.Ranking",
    found: dict[str, list[float]],
    name: str,
) -> None:
    """Holds the ranking with the error against the one without."""
    kind, card = planted.kind, after[planted.article]
    detected = _detected(planted, card.evidence)
    drop = before[planted.article].score - card.score
    found[f"{kind}_detected"].append(detected)
    found[f"{kind}_score_drop"].append(drop >= (2.0 if kind in SMALL else 5.0))
    last = max(other.rank for other in before)
    if before[planted.article].rank < last:
        found[f"{kind}_rank_drop"].append(card.rank > before[planted.article].rank)
    found["collateral"] += [
        abs(other.score - before[other.article.id].score) >= 2.0
        for other in after
        if other.article.id != planted.article
    ]
    _write(planted, detected, drop, name)


def _detected(planted: Planted, evidence: tuple[Evidence, ...]) -> float:
    """The share of planted places (one for most kinds) of which a piece of evidence covers at least half."""
    features = FEATURES.get(planted.kind, ("numeric_consistency",))
    verdict = {"anonymised": {"vague"}, "boilerplate": {"boilerplate"}}.get(
        planted.kind, {"conflicts", "altered"}
    )
    pieces = [
        piece.span
        for piece in evidence
        if piece.feature in features and piece.verdict in verdict and piece.span.field == planted.field
    ]
    if planted.kind == "boilerplate":
        start, end = planted.places[0]
        covered = sum(max(0, min(span.end, end) - max(span.start, start)) for span in pieces)
        return float(covered >= (end - start) / 2)
    hits = [
        any(min(span.end, end) - max(span.start, start) >= (end - start) / 2 for span in pieces)
        for start, end in planted.places
    ]
    return float(any(hits)) if planted.kind != "anonymised" else sum(hits) / len(hits)


def _write(planted: Planted, detected: float, drop: float, name: str) -> None:
    target = os.environ.get("PLANTED_OUT")
    if target:
        row: dict[str, Any] = asdict(planted) | {
            "set": name,
            "detected": detected,
            "drop": drop,
            "event": planted.event.id,
        }
        with Path(target).open("a", encoding="utf-8") as out:
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1])), indent=2))
