"""Does a source bear out the number that a summary or a claim about it states?

Of summaries' numbers the library judges itself (``consensus.support``), by weights that were fitted on other documents
than the number's: ``fit_support`` keeps a set of them for each fold of documents. Whether a claim follows is decided by
a logistic regression over its numbers and words, fitted in ten-fold cross-validation in which no source stands on both
sides. Beside it what needs no fitting: the number's string occurs in the source, its value does, and for claims the
larger class.
"""

import json
import re
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks import claims, summaries
from benchmarks.bootstrap import Floats, by_group, interval
from benchmarks.progress import say
from benchmarks.summaries import Truths

NAME = "numeric_consistency"
BESIDE = {
    "balanced_accuracy": "by weights fitted on other documents; the string occurs in the source .747, the same value .722",
    "accuracy": "fitted in ten-fold cross-validation by source; all numbers occur .626, majority .507",
}
FOLDS = 10
STRENGTH = 0.05  # inverse regularisation; some hundred claims bear no more
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of the summaries and of the claims in ``data``."""
    results = {}
    if rows := summaries.judged(data):
        results["xsum_number_spans"] = _summaries(rows)
    else:
        say(f"{data / 'numeric_consistency' / 'xsum_number_spans'}: not there, left out")
    path = data / "numeric_consistency" / "equate" / "newsnli.jsonl"
    if path.is_file():
        lines = path.read_text(encoding="utf-8").splitlines()
        results["newsnli"] = _claims([json.loads(line) for line in lines if line.strip()])
    else:
        say(f"{path}: not there, left out")
    return results


def _summaries(rows: list[dict[str, Any]]) -> dict[str, float]:
    found = [summaries.supported(row) for row in rows]
    features = np.array([summaries.evidence(one) for one in found])
    folds = np.array([summaries.fold(row) for row in rows])
    decided = summaries.decide(
        features, folds, json.loads(summaries.MODEL.read_text(encoding="utf-8"))["folds"]
    )
    truth = np.array([row["label"] == "supported" for row in rows])
    string = np.array([_stands(row["number"], row["source_text"]) for row in rows])
    value = np.array([one is not None and one.value for one in found])
    groups = [summaries.document(row) for row in rows]
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
    decided = _crossed(claims.evidence(rows), truth, groups)
    return {
        **_with_interval("accuracy", decided, truth, groups, _plain),
        "string_accuracy": _figure(contained, truth, _plain),
        "majority_accuracy": float(max(truth.mean(), 1 - truth.mean())),
        "items": float(len(rows)),
    }


def _stands(piece: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text, re.IGNORECASE) is not None


def _crossed(features: Floats, truth: Truths, groups: Sequence[Hashable]) -> Truths:
    """What is decided of each row by a model that has not seen its group."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))
    number = {group: index for index, group in enumerate(dict.fromkeys(groups))}
    folds = GroupKFold(min(FOLDS, len(number)))
    decided: Truths = cross_val_predict(
        model, features, truth, groups=[number[group] for group in groups], cv=folds
    )
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
