"""Does a source bear out the number that a summary or a claim about it states?

The library says what speaks for and against each number (``consensus.support``); the decision is a logistic regression
over that, fitted in ten-fold cross-validation in which no source stands on both sides. Beside it what needs no fitting:
the number's string occurs in the source, its value does, and for claims the larger class.
"""

import json
import re
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.bootstrap import Floats, by_group, interval
from benchmarks.progress import say
from reliability.compare.words import SUBJECTLESS, WORD, fold
from reliability.consensus.support import Support, support
from reliability.extract import read
from reliability.records import Article

NAME = "numeric_consistency"
BESIDE = {
    "balanced_accuracy": "fitted in ten-fold cross-validation by document; the string occurs in the source .747, the same value .722",
    "accuracy": "fitted in ten-fold cross-validation by source; all numbers occur .626, majority .507",
}
FOLDS = 10
STRENGTH = 0.1  # of the regularisation; some hundred items bear no more
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Truths = NDArray[np.bool_]


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of the summaries and of the claims in ``data``."""
    results = {}
    for path, name, measure in (
        (data / "numeric_consistency" / "xsum_number_spans", "xsum_number_spans", _summaries),
        (data / "numeric_consistency" / "equate" / "newsnli.jsonl", "newsnli", _claims),
    ):
        files = [path] if path.is_file() else sorted(path.glob("*.jsonl"))
        if not files:
            say(f"{path}: not there, left out")
            continue
        lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        rows = [json.loads(line) for line in lines if line.strip()]
        results[name] = measure(rows)
    return results


def _summaries(rows: list[dict[str, Any]]) -> dict[str, float]:
    rows = [row for row in rows if row["label"] != "disputed"]
    features, baselines = [], []
    for row in rows:
        found = next((one for one in _supports(row) if _covers(one, row)), None)
        printed = _stands(row["number"], row["source_text"])
        value, like, words = (found.value, found.like, found.words) if found else (False, 0.0, 0.0)
        frame = min(found.frame, 3) if found else 0
        features.append([value, like > 0, like, frame, words, printed, value * words, (like > 0) * words])
        baselines.append([printed, value])
    truth = np.array([row["label"] == "supported" for row in rows])
    groups = [row["id"].partition("-")[0] for row in rows]
    string, value = np.array(baselines, dtype=bool).T
    decided = _decide(np.array(features, dtype=float), truth, groups, balanced=True)
    return {
        **_with_interval("balanced_accuracy", decided, truth, groups, _balanced),
        "string_balanced_accuracy": _figure(string, truth, _balanced),
        "value_balanced_accuracy": _figure(value, truth, _balanced),
        "items": float(len(rows)),
    }


def _claims(rows: list[dict[str, Any]]) -> dict[str, float]:
    truth = np.array([row["label"] == "entailment" for row in rows])
    groups = [row["source_text"] for row in rows]
    contained = np.array(
        [all(_stands(number, row["source_text"]) for number in _NUMBER.findall(row["claim"])) for row in rows]
    )
    decided = _decide(np.array([_claim(row) for row in rows]), truth, groups, balanced=False)
    return {
        **_with_interval("accuracy", decided, truth, groups, _plain),
        "string_accuracy": _figure(contained, truth, _plain),
        "majority_accuracy": float(max(truth.mean(), 1 - truth.mean())),
        "items": float(len(rows)),
    }


def _claim(row: dict[str, Any]) -> list[float]:
    """How far a source bears out a claim: its numbers, and the words on either side that the other lacks."""
    found = _supports(row)
    claim, source = _content(row["claim"]), _content(row["source_text"])
    shared = len(claim & source)
    return [
        shared / max(1, len(claim)),
        shared / max(1, len(source)),
        len(claim - source),
        len(source - claim),
        float(np.mean([one.value for one in found])) if found else 0.0,
        float(np.mean([one.like > 0 for one in found])) if found else 0.0,
        float(all(one.like > 0 for one in found)),
        len(row["claim"].split()),
        len(row["source_text"].split()),
    ]


def _supports(row: dict[str, Any]) -> list[Support]:
    return support(read(Article("claim", row["claim"])), read(Article("source", row["source_text"])))


def _covers(found: Support, row: dict[str, Any]) -> bool:
    extent = found.quantity.extent
    return extent.start < row["number_end"] and row["number_start"] < extent.end


def _stands(piece: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text, re.IGNORECASE) is not None


def _content(text: str) -> set[str]:
    words = (word for word in WORD.findall(text.lower()) if word not in SUBJECTLESS and not word[0].isdigit())
    return {fold(word) for word in words}


def _decide(features: Floats, truth: Truths, groups: Sequence[Hashable], *, balanced: bool) -> Truths:
    weight = "balanced" if balanced else None
    model = make_pipeline(
        StandardScaler(), LogisticRegression(C=STRENGTH, class_weight=weight, max_iter=2000)
    )
    number = {group: index for index, group in enumerate(dict.fromkeys(groups))}
    numbers = [number[group] for group in groups]
    folds = GroupKFold(min(FOLDS, len(number)))
    decided: Truths = cross_val_predict(model, features, truth, groups=numbers, cv=folds)
    return decided


def _counts(decided: Truths, truth: Truths) -> Floats:
    """Per item: held true rightly, true, held false rightly, false."""
    return np.column_stack([decided & truth, truth, ~decided & ~truth, ~truth]).astype(float)


def _balanced(sums: Floats) -> Floats:
    return (sums[:, 0] / sums[:, 1] + sums[:, 2] / sums[:, 3]) / 2


def _plain(sums: Floats) -> Floats:
    return (sums[:, 0] + sums[:, 2]) / (sums[:, 1] + sums[:, 3])


def _figure(decided: Truths, truth: Truths, figure: Callable[[Floats], Floats]) -> float:
    return float(figure(_counts(decided, truth).sum(axis=0, keepdims=True))[0])


def _with_interval(
    name: str, decided: Truths, truth: Truths, groups: Sequence[Hashable], figure: Callable[[Floats], Floats]
) -> dict[str, float]:
    low, high = interval(by_group(_counts(decided, truth), groups), figure)
    return {name: _figure(decided, truth, figure), f"{name}_low": low, f"{name}_high": high}
