"""Fits the model that tells furniture from story: ``python -m benchmarks.fit_passages --data DIR``.

Fitted on the rows with ``split == "train"`` of the sets marked *ship*: ``article_like`` and all extractors of
``scraped``. Boosted oblivious trees on the features of ``line_features``; word weights are log-odds of the number of
sites that use a word in furniture and in stories, taken for fitting from the other folds of sites, so that the trees
do not trust them more than they deserve.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reliability.extract.line_features import NAMES, Matrix, line_features
from reliability.extract.lines import Line
from reliability.extract.passage_model import PassageModel
from reliability.extract.passages import rules

SETS = ("wcxb_articles", "magic_html_en")
FILES = ("article_like", "scraped")
TARGET = Path(__file__).parent.parent / "src" / "reliability" / "extract" / "passage_model.json"

FOLDS = 5
LONGEST = 40  # words; the words of paragraphs are the story's, whatever they are
SITES = 10  # that must use a word before it is weighed
SURE = 0.4  # the least weight, as log-odds, that is kept
TREES, DEPTH, BINS = 110, 5, 24
RATE, RIDGE, LEAST = 0.16, 20.0, 60.0
ROWS, COLUMNS = 0.5, 0.4  # shares that each tree sees
# Chosen by hand: recall on pages against false alarms in news articles, which weigh more.
THRESHOLD, BESIDE, ALONE = 0.34, 0.6, 0.85
BARE_STORY = 0.5  # weight of the second, cleaned copy of each page

Page = dict[str, Any]
Grades = NDArray[np.float64]


def pages(data: Path, split: str) -> list[Page]:
    """The pages of all sets: ``site``, and ``lines`` of text, label and whether it is a headline."""
    found = []
    for name in (f"{folder}/{file}" for folder in SETS for file in FILES):
        path = data / "boilerplate" / f"{name}.jsonl"
        if not path.exists():
            print(f"{path} is missing: left out", file=sys.stderr)
            continue
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if row["split"] == split:
                lines = [
                    (" ".join(line["text"].split()), 1 - line["label"], line.get("title", 0))
                    for line in row["lines"]
                ]
                found.append({"set": name, "site": row["site"], "lines": [line for line in lines if line[0]]})
    return [page for page in found if page["lines"]]


def word_weights(given: list[Page]) -> dict[str, float]:
    """How far each word speaks for furniture: log-odds of sites that use it there and in stories."""
    sites: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for page in given:
        for text, furniture, title in page["lines"]:
            line = Line.of(text, 0, len(text))
            if title or len(line.tokens) > LONGEST:
                continue
            for word in {*line.tokens, "^" + " ".join(line.tokens[:2]), "=" + line.bare}:
                sites[word][furniture].add(page["site"])
    weights = {}
    for word, (story, furniture) in sorted(sites.items()):
        weight = math.log((len(furniture) + 2) / (len(story) + 2))
        if len(story) + len(furniture) >= SITES and abs(weight) >= SURE and len(word) > 1:
            weights[word] = round(weight, 2)
    return weights


def measured(page: Page, weights: dict[str, float]) -> tuple[Matrix, Grades, NDArray[np.bool_]]:
    """Features, grades (1 is furniture) and which lines count, for one page."""
    found = [Line.of(text, 0, len(text)) for text, _, _ in page["lines"]]
    marks, headline = rules(found, None)
    grades = np.array([float(furniture) for _, furniture, _ in page["lines"]])
    counts = np.array([not title for _, _, title in page["lines"]])
    return line_features(found, marks, headline, weights), grades, counts


def cleaned(page: Page, chance: np.random.Generator) -> Page:
    """The page with some or all of its furniture gone: as people paste stories, and cut at any place."""
    keep = chance.choice([0.0, 0.3, 0.7])
    lines = [line for line in page["lines"] if not line[1] or line[2] or chance.random() < keep]
    return {**page, "lines": lines or page["lines"]}


def training_rows(given: list[Page], seed: int = 0) -> tuple[Matrix, Grades, Grades]:
    """Features, grades and weights of all lines, word weights always taken from other sites."""
    chance = np.random.default_rng(seed)
    sites = sorted({page["site"] for page in given})
    fold = dict(zip(sites, chance.permutation(len(sites)) % FOLDS, strict=True))
    parts = []
    for number in range(FOLDS):
        weights = word_weights([page for page in given if fold[page["site"]] != number])
        for page in (page for page in given if fold[page["site"]] == number):
            for copy, weight in ((page, 1.0), (cleaned(page, chance), BARE_STORY)):
                features, grades, counts = measured(copy, weights)
                parts.append((features[counts], grades[counts], np.full(int(counts.sum()), weight)))
    features, grades, weights_ = (np.concatenate(piece) for piece in zip(*parts, strict=True))
    return features, grades, weights_


def boost(
    features: Matrix, grades: Grades, weights: Grades, seed: int = 0
) -> tuple[float, list[dict[str, Any]]]:
    """Oblivious trees by gradient boosting on the logistic loss, one question per level for all its nodes."""
    chance = np.random.default_rng(seed)
    limits = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in features.T]
    binned = np.stack(
        [
            np.searchsorted(limit, column, side="left")
            for limit, column in zip(limits, features.T, strict=True)
        ]
    ).astype(np.int64)
    mean = np.average(grades, weights=weights)
    base = float(np.log(mean / (1 - mean)))
    odds = np.full(len(grades), base)
    trees = []
    for number in range(TREES):
        chances = 1 / (1 + np.exp(-odds))
        slope, bend = weights * (grades - chances), weights * chances * (1 - chances)
        rows = np.flatnonzero(chance.random(len(grades)) < ROWS)
        asked = [
            column
            for column in chance.permutation(len(limits))[: int(COLUMNS * len(limits))]
            if len(limits[column])
        ]
        questions = _grow(binned[:, rows], slope[rows], bend[rows], asked, limits)
        leaf = np.zeros(len(grades), np.int64)
        for level, (column, at) in enumerate(questions):
            leaf += (binned[column] > at).astype(np.int64) << level
        values = RATE * np.bincount(leaf, slope, 1 << DEPTH) / (np.bincount(leaf, bend, 1 << DEPTH) + RIDGE)
        odds += values[leaf]
        trees.append(
            {
                "asks": [NAMES[column] for column, _ in questions],
                "limits": [float(np.float32(limits[column][at])) for column, at in questions],
                "leaves": [round(float(value), 4) for value in values],
            }
        )
        if number % 10 == 0:
            print(
                f"tree {number}: loss {-np.average(np.log(np.where(grades > 0, chances, 1 - chances)), weights=weights):.4f}",
                file=sys.stderr,
            )
    return base, trees


def _grow(
    binned: NDArray[np.int64], slope: Grades, bend: Grades, asked: list[int], limits: list[NDArray[Any]]
) -> list[tuple[int, int]]:
    """The questions of one tree: at each level the one that gains most over all nodes together."""
    leaf = np.zeros(len(slope), np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(DEPTH):
        nodes = 1 << level
        best = (-math.inf, 0, 0)
        for column in asked:
            bins = len(limits[column]) + 1
            cell = leaf * bins + binned[column]
            slopes = np.bincount(cell, slope, nodes * bins).reshape(nodes, bins)
            bends = np.bincount(cell, bend, nodes * bins).reshape(nodes, bins)
            gain = _gains(slopes, bends)
            at = int(np.argmax(gain))
            if gain[at] > best[0]:
                best = (float(gain[at]), column, at)
        _, column, at = best
        questions.append((column, at))
        leaf += (binned[column] > at).astype(np.int64) << level
    return questions


def _gains(slopes: Grades, bends: Grades) -> Grades:
    """What asking "greater than this limit?" gains, for every limit, summed over the nodes of a level."""
    low, low_bend = np.cumsum(slopes, axis=1)[:, :-1], np.cumsum(bends, axis=1)[:, :-1]
    high, high_bend = slopes.sum(axis=1, keepdims=True) - low, bends.sum(axis=1, keepdims=True) - low_bend
    score = low**2 / (low_bend + RIDGE) + high**2 / (high_bend + RIDGE)
    return np.asarray(score.sum(axis=0))


def main() -> None:
    """Fits on train, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    train = pages(given.data, "train")
    features, grades, weights = training_rows(train)
    print(f"{len(train)} pages, {len(grades)} lines", file=sys.stderr)
    base, trees = boost(features, grades, weights)
    words = word_weights(train)
    limits = {"threshold": THRESHOLD, "beside": BESIDE, "alone": ALONE, "base": round(base, 4)}
    model = PassageModel.of({**limits, "trees": trees, "words": words})
    about = {
        "made_by": "benchmarks/fit_passages.py",
        "data": "WCXB article pages (CC BY 4.0) and MagicHTML English (Apache-2.0), split = train",
        "pages": len(train),
        "sites": len({page["site"] for page in train}),
        "lines": len(grades),
        "line_f1_of_the_model_alone_on_sites_not_seen": held_out(pages(given.data, "test"), model),
    }
    given.out.write_text(written(about, limits, trees, words), encoding="utf-8")


def held_out(test: list[Page], model: PassageModel) -> dict[str, float]:
    """Line F1 of furniture per set, headlines left out, without the rules' marks and without care for sentences."""
    tallies: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for page in test:
        features, grades, counts = measured(page, dict(model.words))
        called = (model.probabilities(features) > model.threshold)[counts]
        tallies[page["set"]][0] += 2 * float(called @ grades[counts])
        tallies[page["set"]][1] += float(called.sum() + grades[counts].sum())
    return {name: round(hits / both, 3) for name, (hits, both) in sorted(tallies.items())}


def written(
    about: dict[str, Any], limits: dict[str, float], trees: list[dict[str, Any]], words: dict[str, float]
) -> str:
    """The model as JSON, a tree to a line, so that a change of it can be read."""
    parts = [f'"about": {json.dumps(about, indent=1)}']
    parts += [f'"{name}": {value}' for name, value in limits.items()]
    parts.append(
        '"trees": [\n' + ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees) + "\n]"
    )
    parts.append(f'"words": {json.dumps(words, ensure_ascii=False, separators=(",", ":"))}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
