"""Fits the probability that a text bears out a number: ``python -m benchmarks.fit_support DIR``.

``DIR`` holds ``numeric_consistency/xsum_number_spans`` (annotations of Maynez et al., On Faithfulness and Factuality in
Abstractive Summarization, ACL 2020; CC BY 4.0): numbers of summaries that three people each held to be invented or not.
What is shipped are coefficients. Beside those fitted on all documents stand ten sets of them that each leave out the
documents of one fold, by a hash of the document's id: by these the benchmark judges, so that it judges no document by a
model that has seen it, whether its rows are these or others.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.bootstrap import Floats
from benchmarks.summaries import (
    FOLDS,
    MODEL,
    Truths,
    balanced_accuracy,
    decide,
    evidence,
    fold,
    judged,
    supported,
)
from reliability.consensus.support_model import FEATURES

FITTED = "2026-11-20"  # to be set by whoever fits
STRENGTH = 0.1  # inverse regularisation; between 0.02 and 1 the figure stays within .003


def fit(features: Floats, truth: Truths) -> list[float]:
    """A constant and the weights, as many numbers borne out as not taken for granted."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
    model.fit((features - mean) / spread, truth)
    weights = model.coef_[0] / spread
    return [round(float(value), 4) for value in (model.intercept_[0] - weights @ mean, *weights)]


def main() -> None:
    """Fits and writes the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    given = parser.parse_args()
    rows = judged(given.data)
    features = np.array([evidence(supported(row)) for row in rows])
    truth = np.array([row["label"] == "supported" for row in rows])
    folds = np.array([fold(row) for row in rows])
    apart = [fit(features[folds != one], truth[folds != one]) for one in range(FOLDS)]
    base, *weights = fit(features, truth)
    figure = balanced_accuracy(decide(features, folds, apart), truth)
    about = {
        "fitted": FITTED,
        "data": "xsum_number_spans: numbers of XSum summaries (annotations of Maynez et al. 2020, CC BY 4.0), disputed ones left out",
        "numbers": len(rows),
        "supported": int(truth.sum()),
        "balanced_accuracy": round(figure, 3),
        "measured": f"each number by the weights that leave out its document's fold ({FOLDS} folds)",
    }
    model = {
        "about": about,
        "base": base,
        "weights": dict(zip(FEATURES, weights, strict=True)),
        "folds": apart,
    }
    given.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    print(f"{given.out}: balanced accuracy {figure:.3f} on documents left out")


if __name__ == "__main__":
    main()
