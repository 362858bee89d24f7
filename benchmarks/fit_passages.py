"""Fits the model that tells furniture from story: ``python -m benchmarks.fit_passages --data DIR``.

Fitted on the rows with ``split == "train"`` of the sets marked *ship*: ``article_like`` and all extractors of
``scraped``, with their line breaks and without. The weights of words (a logistic regression) and the trees learn from one
another: the trees see of every line only what words are worth on sites that it does not come from.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from benchmarks.boosting import Values, boost
from reliability.extract.cuts import cut
from reliability.extract.furniture import Found
from reliability.extract.line_features import DAMPING, READ_WORDS, WEIGHED, Matrix, line_features
from reliability.extract.lines import Line
from reliability.extract.passage_model import PassageModel
from reliability.extract.passages import rules
from reliability.extract.surroundings import SEEN, surroundings

SETS = ("wcxb_articles", "magic_html_en")
FILES = ("article_like", "scraped")
TARGET = Path(__file__).parent.parent / "src" / "reliability" / "extract" / "passage_model.json"

FOLDS = 5
SITES = 10  # that must use a word before it is weighed
LEAST = 0.2  # the smallest weight of a word, as log-odds, that is kept
TREES = 400
BARE_STORY = 0.5  # weight of the second, cleaned copy of each page
PASTED = (
    "",
    "trafilatura_recall",
)  # pages as they are, and one extractor's leavings, are read without line breaks too
MIXED = 0.5  # a sentence is what most of it is
# On two fifths of the sites, when the rest is fitted on, line F1 is best at 0.4 for pages and at 0.3 for what extractors
# leave, and for sentences at 0.5 inside furniture and 0.7 alone.
LIMITS = {"threshold": 0.35, "beside": 0.5, "alone": 0.7}

Flags = NDArray[np.bool_]
Page = dict[str, Any]
Place = tuple[str, str]  # where a word stands, and the word
Weights = dict[str, dict[str, float]]


@dataclass
class Lines:
    """The lines (of pasted pages, the sentences) of many pages as the trees see them.

    Attributes:
        pages: Lines, marks of the rules and headline of every page.
        sites: Whose each page is.
        fold: The fold of each page's site.
        bounds: Where each page's lines start among all lines, and where the last one's end.
        grades: What share of each line is furniture.
        weights: What each line counts; headlines count nothing.
    """

    pages: list[tuple[list[Line], list[Found | None], int | None]]
    sites: list[str]
    fold: NDArray[np.intp]
    bounds: NDArray[np.intp]
    grades: Values
    weights: Values

    @property
    def folds(self) -> NDArray[np.intp]:
        """The fold of every line."""
        return np.repeat(self.fold, np.diff(self.bounds))


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
                found.append(
                    {
                        "set": name,
                        "site": row["site"],
                        "extractor": row.get("extractor", ""),
                        "lines": [line for line in lines if line[0]],
                    }
                )
    return [page for page in found if page["lines"]]


def cleaned(page: Page, chance: np.random.Generator) -> Page:
    """The page with some or all of its furniture gone: as people paste stories, and cut at any place."""
    keep = chance.choice([0.0, 0.3, 0.7])
    lines = [line for line in page["lines"] if not line[1] or line[2] or chance.random() < keep]
    return {**page, "lines": lines or page["lines"]}


def variants(given: list[Page], chance: np.random.Generator) -> Iterator[tuple[Page, float, bool]]:
    """Every page as it is and cleaned, some also without their line breaks; what each counts, whether it is pasted."""
    for page in given:
        yield page, 1.0, False
    for page in given:
        yield cleaned(page, chance), BARE_STORY, False
    for page in given:
        if page["extractor"] in PASTED:
            yield page, 1.0, True
            yield cleaned(page, chance), BARE_STORY, True


def prepared(every: Iterable[tuple[Page, float, bool]], seed: int = 0) -> Lines:
    """All lines of the pages, each page counting as the root of its length: a long one is not many sites."""
    chance = np.random.default_rng(seed)
    every = list(every)
    sites = sorted({page["site"] for page, _, _ in every})
    fold = dict(zip(sites, chance.permutation(len(sites)) % FOLDS, strict=True))
    read, grades, weights = [], [], []
    for page, weight, pasted in every:
        found, marks, shares, titles = _read(page, pasted=pasted)
        read.append((found, marks, rules(found, marks, None)))
        grades.append(shares)
        weights.append(weight * (titles < MIXED) / len(found) ** 0.5)
    bounds = np.cumsum([0, *map(len, grades)])
    counted = np.concatenate(weights)
    return Lines(
        read,
        [page["site"] for page, _, _ in every],
        np.array([fold[page["site"]] for page, _, _ in every]),
        bounds,
        np.concatenate(grades),
        counted / counted.mean(),
    )


def _read(page: Page, *, pasted: bool) -> tuple[list[Line], list[Found | None], Values, Values]:
    """The pieces of a page's text, what each is by its words, which share of it is furniture, and headline."""
    lengths = np.array([len(text) for text, _, _ in page["lines"]])
    text = (" " if pasted else "\n").join(text for text, _, _ in page["lines"])
    starts = np.cumsum([0, *(lengths[:-1] + 1)])
    whole = [(0, len(text))] if pasted else zip(starts, starts + lengths, strict=True)
    found, marks = cut(text, [Line.of(text, int(start), int(end)) for start, end in whole])
    ends = np.array([(line.start, line.end) for line in found])
    line = np.searchsorted(starts, ends, side="right") - 1
    inside = np.minimum(ends - starts[line], lengths[line])
    shares = []
    for flag in (1, 2):
        flags = np.array([row[flag] for row in page["lines"]])
        before = np.cumsum([0, *(flags * lengths)])[line] + flags[line] * inside
        all_before = np.cumsum([0, *lengths])[line] + inside
        shares.append((before[:, 1] - before[:, 0]) / (all_before[:, 1] - all_before[:, 0]))
    return found, marks, shares[0], shares[1]


class Words:
    """What a line says, as the rows of a logistic regression whose sum ``line_features`` redoes."""

    def __init__(self, lines: Lines) -> None:
        sites: defaultdict[Place, set[str]] = defaultdict(set)
        said = []
        for (found, _, _), site in zip(lines.pages, lines.sites, strict=True):
            for line in found:
                said.append(spoken(line))
                for word, _ in said[-1]:
                    sites[word].add(site)
        self.names = sorted(word for word, used in sites.items() if len(used) >= SITES)
        column = {word: number for number, word in enumerate(self.names)}
        kept = [[(column[word], share) for word, share in line if word in column] for line in said]
        starts = np.cumsum([0, *map(len, kept)])
        flat = list(chain.from_iterable(kept))
        self.rows = csr_matrix(
            (np.array([share for _, share in flat]), np.array([word for word, _ in flat]), starts),
            shape=(len(kept), len(self.names)),
        )

    def weights(self, lines: Lines, chosen: Flags) -> Weights:
        """How far each word speaks for furniture, learnt from the chosen lines."""
        chosen = chosen & (lines.weights > 0)
        model = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=8, tol=None, random_state=0, average=True)
        model.fit(self.rows[chosen], lines.grades[chosen] > MIXED, sample_weight=lines.weights[chosen])
        found: Weights = {where: {} for where in WEIGHED}
        for (where, word), weight in zip(self.names, model.coef_[0], strict=True):
            if abs(weight) >= LEAST:
                found[where][word] = round(float(weight), 2)
        return found


def spoken(line: Line) -> list[tuple[Place, float]]:
    """The words that a line is weighed by, and how much each counts: the twin of what ``line_features`` sums."""
    words = line.tokens[:READ_WORDS]
    share = (len(words) + DAMPING) ** -0.5
    anywhere = [(("anywhere", word), share) for word in words]
    whole = [(("whole", line.bare), 1.0)] if line.short else []
    return [*anywhere, (("first", words[0]), 1.0), (("last", words[-1]), 1.0), *whole]


def seen(lines: Lines, weights: dict[int, Weights]) -> Matrix:
    """What the trees see of all lines; the words of each page are weighed by other folds."""
    return np.concatenate(
        [
            surroundings(line_features(found, marks, top, weights[int(fold)]), top)
            for (found, marks, top), fold in zip(lines.pages, lines.fold, strict=True)
        ]
    )


def fitted(lines: Lines, words: Words, only: Flags) -> dict[str, Any]:
    """The model as its file holds it, fitted on the chosen lines."""
    weights = {fold: words.weights(lines, only & (lines.folds != fold)) for fold in range(FOLDS)}
    only = only & (lines.weights > 0)
    trees = boost(seen(lines, weights)[only], SEEN, lines.grades[only], lines.weights[only], TREES)
    return {**LIMITS, **trees, "words": words.weights(lines, only)}


def main() -> None:
    """Fits on train, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    train = pages(given.data, "train")
    lines = prepared(variants(train, np.random.default_rng(0)))
    print(f"{len(train)} pages, {len(lines.grades)} lines", file=sys.stderr)
    model = fitted(lines, Words(lines), np.ones(len(lines.grades), np.bool_))
    about = {
        "made_by": "benchmarks/fit_passages.py",
        "data": "WCXB article pages (CC BY 4.0) and MagicHTML English (Apache-2.0), split = train",
        "pages": len(train),
        "sites": len({page["site"] for page in train}),
        "lines": len(lines.grades),
        "line_f1_of_the_model_alone_on_sites_not_seen": held_out(
            pages(given.data, "test"), PassageModel.of(model)
        ),
    }
    given.out.write_text(written(about, model), encoding="utf-8")


def held_out(test: list[Page], model: PassageModel) -> dict[str, float]:
    """Line (pasted: sentence) F1 of furniture per set, headlines left out, without the rules' marks and without care for sentences."""
    tallies: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for page, pasted in product(test, (False, True)):
        lines = prepared([(page, 1.0, pasted)])
        counts = lines.weights > 0
        called = (model.probabilities(*lines.pages[0]) > model.threshold)[counts]
        furniture = lines.grades[counts] > MIXED
        name = f"{page['set']}_pasted" if pasted else page["set"]
        tallies[name][0] += 2 * float((called & furniture).sum())
        tallies[name][1] += float(called.sum() + furniture.sum())
    return {name: round(hits / both, 3) for name, (hits, both) in sorted(tallies.items())}


def written(about: dict[str, Any], model: dict[str, Any]) -> str:
    """The model as JSON, a tree to a line, so that a change of it can be read."""
    parts = [f'"about": {json.dumps(about, indent=1)}']
    parts += [f'"{name}": {model[name]}' for name in LIMITS]
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model["trees"])
    parts.append(f'"base": {model["base"]}, "trees": [\n{trees}\n]')
    parts.append(
        f'"words": {json.dumps(model["words"], ensure_ascii=False, separators=(",", ":"), sort_keys=True)}'
    )
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
