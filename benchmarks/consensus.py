"""Which value is right where sources disagree, and is a probability of 0.8 right eight times in ten?

``reliability.discover`` with what it chooses itself, on every set of claims with known truths; nothing is fitted:
the truths are only looked at to count. ``accuracy`` is of exact values; of numbers ``error_rate`` is the share that is
off by more than 1%, and ``mae`` the mean absolute error. ``majority`` is the same figure for the plain vote.
``calibration_error`` is the mean distance between stated probability and share right over ten bins, weighted by
their items (the bins are printed as the run goes on). ``flight_*``: all items fused together; ``_local``: each flight
alone, as one event of news would be; ``_no_airline``: without the airlines' own sites, where the truths come from.
``<method>``: the same figure for every algorithm, named by the caller; ``crowdkit_<name>`` where that is installed.
Intervals draw objects (a flight, a city at one hour), for an object's items stand and fall together.
"""

import csv
import json
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bootstrap import mean_interval
from benchmarks.calibration import calibration_error
from benchmarks.progress import say, track
from reliability.discovery import METHODS, discover
from reliability.records import Discovery, Value

NAME = "consensus"
BESIDE = {
    "accuracy": "flight_1208_no_airline: vote 0.770, PooledInvestment 0.805, event-local 0.860; book: vote 0.64, "
    "Investment 0.74; zencrowd: vote 0.825, one-coin Dawid-Skene 0.859",
    "error_rate": "population: median 0.166, TruthFinder 0.133",
}
CLOSE = 0.01  # numbers are right within 1%
MOST_CLASSES = 20  # beyond that many labels crowd-kit's matrices take more than ten minutes
Claim = tuple[str, str, str]


def run(data: Path) -> dict[str, dict[str, float]]:
    """Measures every set below ``truth``."""
    results = {}
    folders = sorted(path.parent for path in (data / "truth").glob("*/about.json"))
    if not folders:
        say(f"{NAME}: there is no folder {data / 'truth'} with sets of claims")
    for folder in folders:
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        gold = dict(_rows(folder / "gold.csv"))
        claims = [*_rows(folder / "claims.csv")]
        for suffix, chosen, local in _variants(claims, about):
            say(f"{folder.name}{suffix}: {len(chosen):,} claims, {len(gold):,} known truths")
            results[folder.name + suffix] = _measure(chosen, gold, about, local=local)
    return results


def _rows(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from map(tuple, rows)


def _variants(claims: list[Claim], about: dict[str, Any]) -> Iterator[tuple[str, list[Claim], bool]]:
    """The set as it is and, where it is one of objects with sources to leave out, the other three ways."""
    yield "", claims, False
    for name, sources in about.items():
        if not name.startswith("leave_out_as_"):
            continue
        without = [claim for claim in claims if claim[0] not in sources]
        suffix = "_" + name.removeprefix("leave_out_as_")
        yield "_local", claims, True
        yield suffix, without, False
        yield suffix + "_local", without, True


def _measure(
    claims: list[Claim], gold: dict[str, str], about: dict[str, Any], *, local: bool
) -> dict[str, float]:
    kind = about["value"]
    events = _objects(claims, gold) if local else [claims]
    found = _answers(events, kind, about, None)
    known = [item for item in gold if item in found]
    values = [found[item][0] for item in known]
    wanted = [_typed(gold[item], kind, about) for item in known]
    right = np.array([_right(*pair) for pair in zip(values, wanted, strict=True)])
    confidence = np.array([found[item][1] for item in known])
    figure = "error_rate" if kind == "number" else "accuracy"
    counted = ~right if kind == "number" else right
    low, high = mean_interval(counted, [item.rpartition("|")[0] or item for item in known])
    results = {
        figure: float(counted.mean()),
        f"{figure}_low": low,
        f"{figure}_high": high,
        "items": float(len(known)),
    }
    if kind == "number":
        off = [abs(value - want) for value, want in zip(values, wanted, strict=True)]
        results["mae"] = float(np.mean(off))
    results["calibration_error"] = calibration_error(confidence, right)
    for method in METHODS:
        if (method == "weighted_median" and kind != "number") or (method == "latent_truth" and kind != "set"):
            continue
        other = _answers(events, kind, about, method)
        share = float(
            np.mean([_right(other[item][0], want) for item, want in zip(known, wanted, strict=True)])
        )
        results["majority" if method == "vote" else method] = 1 - share if kind == "number" else share
    if kind == "category" and not local:
        results |= _crowdkit(claims, dict(zip(known, wanted, strict=True)))
    return results


def _answers(
    events: list[list[Claim]], kind: str, about: dict[str, Any], method: str | None
) -> dict[str, tuple[Any, float]]:
    """The value of every item and how probable it is said to be."""
    answers = {}
    told: set[str] = set()
    for claims in track(events, method or "default"):
        found: Discovery = discover(
            claims,
            method=method,
            value_type=kind,
            separator=about.get("separator"),
            tolerance=CLOSE if kind == "number" else 0.0,
        )
        answers |= {item: (truth.value, truth.confidence) for item, truth in found.truths.items()}
        if method is None and found.method not in told:
            told.add(found.method)
            say(f"  {found.method}: {found.reason}")
    return answers


def _objects(claims: list[Claim], gold: dict[str, str]) -> list[list[Claim]]:
    """The claims on each object of which a truth is known."""
    objects = defaultdict(list)
    wanted = {item.rpartition("|")[0] for item in gold}
    for claim in claims:
        if (name := claim[1].rpartition("|")[0]) in wanted:
            objects[name].append(claim)
    return [*objects.values()]


def _typed(value: str, kind: str, about: dict[str, Any]) -> Value:
    if kind == "number":
        return float(value)
    return frozenset(value.split(about["separator"])) if kind == "set" else value


def _right(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, float):
        return abs(value - wanted) <= CLOSE * abs(wanted)
    return bool(value == wanted)


def _crowdkit(claims: Sequence[Claim], gold: dict[str, Value]) -> dict[str, float]:
    """The same by crowd-kit's algorithms that run, where it is installed."""
    try:
        import pandas as pd
        from crowdkit import aggregation
    except ImportError:
        say("  crowd-kit is not installed: no peers")
        return {}
    frame = pd.DataFrame(claims, columns=["worker", "task", "label"]).drop_duplicates(["worker", "task"])
    frame = frame[frame["task"].isin(set(gold))]
    results = {}
    if frame["label"].nunique() > MOST_CLASSES:
        say(f"  more than {MOST_CLASSES} labels: crowd-kit is left out")
        return {}
    for name in ("MajorityVote", "OneCoinDawidSkene", "DawidSkene", "MMSR"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                labels = getattr(aggregation, name)().fit_predict(frame)
            except Exception as error:  # noqa: BLE001 - a peer may fail in any way; it is named and left out
                say(f"  crowd-kit's {name} failed: {type(error).__name__}")
                continue
        results[f"crowdkit_{name}"] = float(
            np.mean([labels.get(item) == want for item, want in gold.items()])
        )
    return results
