"""Fits the tables that find cues, sources and contents, and writes them beside ``extract/attribution_model.py``.

    python -m benchmarks.fit_attribution DIR

``DIR`` holds ``attribution/polnear/train.jsonl`` (PolNeAR, Newell et al., LREC 2018). Six logistic regressions:
a cue begins here; it ends here; its source begins, ends; its content begins, ends. Words are known by
themselves, by their stem and by a frame (one of the commonest words, else an ending); the three are added into
one table, rounded to steps and stored. What is shipped are words and coefficients, no text.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.polnear import Document, documents
from reliability.compare.words import fold
from reliability.extract import attribution_model as model
from reliability.extract.script import ENDINGS, PAD, Script, ending

RARE = 5  # occurrences a word must have to get a row
COMMON = 250  # words that are frames themselves
STRENGTH = 0.2  # inverse regularisation; of 0.03, 0.1, 0.2, 0.3 the best by cue F1 on dev
ROUNDS = 100
STEP = 0.02  # coefficients are stored as whole multiples of it
TARGET = Path(model.__file__).parent / "attribution_model.npz"
_BOUNDS = "that but when because while which whether if after before since although though as so until who"


@dataclass
class Example:
    """A document as a script, and its attributions as places in it."""

    script: Script
    cues: list[tuple[int, int]]
    sources: list[tuple[int, int] | None]
    contents: list[tuple[int, int] | None]


def vocabulary(docs: list[Document]) -> tuple[list[str], model.Vocabulary]:
    """The words of the training texts, and what the model knows of each."""
    counts = Counter(word for doc in docs for piece in doc.tokens for word in piece.words)
    words = [
        word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= RARE
    ]
    numbers: dict[str, int] = {}
    stems = [numbers.setdefault(fold(word), len(numbers)) for word in words]
    stems += [len(numbers) + extra for extra in range(ENDINGS)]
    frames = [row if row < COMMON else COMMON + ending(word) for row, word in enumerate(words)]
    frames += [COMMON + extra for extra in range(ENDINGS)]
    bounds = set(_BOUNDS.split())
    return words, model.Vocabulary(
        {word: row for row, word in enumerate(words)},
        np.array(stems),
        np.array(frames),
        np.zeros(len(stems), bool),
        np.array([word in bounds for word in words] + [False] * ENDINGS),
    )


def examples(docs: list[Document], known: model.Vocabulary) -> Iterator[Example]:
    """The documents as the model sees them."""
    for doc in docs:
        if not doc.tokens:
            continue
        script = Script.of(doc.tokens, known.rows, doc.marks)
        gold = [handed for handed in doc.handed if handed.cue is not None]
        shift = lambda span: None if span is None else (span[0] + PAD, span[1] + PAD)  # noqa: E731
        yield Example(
            script,
            [shift(handed.cue) for handed in gold],
            [shift(handed.source) for handed in gold],
            [shift(handed.hull) for handed in gold],
        )


@dataclass
class Rows:
    """Terms and answers gathered over documents."""

    columns: list[np.ndarray[Any, Any]]
    answers: list[np.ndarray[Any, Any]]
    terms: list[model.Term]

    @classmethod
    def empty(cls) -> "Rows":
        return cls([], [], [])

    def add(self, terms: list[model.Term], answers: np.ndarray[Any, Any], known: model.Vocabulary) -> None:
        self.terms = terms
        self.columns.append(np.stack([column for _, column, _ in spread(terms, known)], 1))
        self.answers.append(answers)

    def fit(self, known: model.Vocabulary) -> tuple[dict[str, np.ndarray[Any, Any]], np.ndarray[Any, Any]]:
        """Fits one regression per answer and gathers its coefficients by table."""
        parts = spread(self.terms, known)
        sizes = [size for *_, size in parts]
        offsets = np.cumsum([0, *sizes[:-1]])
        columns, answers = np.concatenate(self.columns) + offsets, np.concatenate(self.answers)
        rows = len(columns)
        matrix = csr_matrix(
            (np.ones(columns.size, np.float32), columns.ravel(), np.arange(rows + 1) * columns.shape[1]),
            shape=(rows, sum(sizes)),
        )
        coefficients, constants = [], []
        for answer in np.atleast_2d(answers.T):
            fitted = LogisticRegression(C=STRENGTH, max_iter=ROUNDS).fit(matrix, answer)
            coefficients.append(fitted.coef_[0])
            constants.append(fitted.intercept_[0])
            print(f"fitted {rows} rows, {fitted.n_iter_[0]} rounds", file=sys.stderr)
        weights = np.stack(coefficients, 1)
        tables: dict[str, np.ndarray[Any, Any]] = {}
        for (name, _, size), offset in zip(parts, offsets, strict=True):
            tables[name] = weights[offset : offset + size]
        return gather(tables, known), np.array(constants)


def spread(terms: list[model.Term], known: model.Vocabulary) -> list[tuple[str, np.ndarray[Any, Any], int]]:
    """The terms with those on words spread into the word, its stem and its frame."""
    parts = []
    for term in terms:
        if term.size:
            parts.append((term.name, term.index, term.size))
            continue
        sides = model.SIDES if term.name.startswith("span") else 1
        row, side = term.index // sides, term.index % sides
        for kind, lookup in (
            ("word", np.arange(len(known.stems))),
            ("stem", known.stems),
            ("frame", known.frames),
        ):
            parts.append((f"{term.name}/{kind}", lookup[row] * sides + side, (lookup.max() + 1) * sides))
    return parts


def gather(
    tables: dict[str, np.ndarray[Any, Any]], known: model.Vocabulary
) -> dict[str, np.ndarray[Any, Any]]:
    """Adds the three parts of a term on words into one table."""
    gathered: dict[str, np.ndarray[Any, Any]] = {}
    for name, weights in tables.items():
        whole, _, kind = name.partition("/")
        if kind:
            sides = model.SIDES if name.startswith("span") else 1
            lookup = {"word": np.arange(len(known.stems)), "stem": known.stems, "frame": known.frames}[kind]
            index = (lookup[:, None] * sides + np.arange(sides)).ravel()
            gathered[whole] = gathered.get(whole, 0) + weights[index]
        else:
            gathered[whole] = weights
    return gathered


def fit(docs: list[Document]) -> tuple[list[str], model.AttributionModel]:
    """The model fitted on ``docs``, its coefficients rounded as they are shipped."""
    words, known = vocabulary(docs)
    cue, end, span = Rows.empty(), Rows.empty(), Rows.empty()
    begun = Counter[int]()
    seen = Counter[int]()
    for example in examples(docs, known):
        script = example.script
        places = np.arange(PAD, len(script.words) - PAD)
        answers = np.zeros(len(script.words), int)
        answers[[begin for begin, _ in example.cues]] = 1
        begun.update(script.words[answers > 0].tolist())
        seen.update(script.words[places].tolist())
        cue.add(model.cue_terms(script, places, known), answers[places], known)
        if not example.cues:
            continue
        begins = np.array([begin for begin, _ in example.cues])
        ends = np.array([stop for _, stop in example.cues])
        at, which = model.cue_rows(script, begins)
        end.add(model.end_terms(script, begins[which], at, known), (at == ends[which]).astype(int), known)
        at, which = model.span_rows(script, begins)
        span.add(
            model.span_terms(script, (begins, ends), at, which, known), _edges(example, at, which), known
        )
    for row in range(len(known.starters)):
        known.starters[row] = begun[row] >= 2 or begun[row] > 0.02 * seen[row]  # noqa: PLR2004
    tables, constants = {}, {}
    for name, rows in (("cue", cue), ("end", end), ("span", span)):
        found, constant = rows.fit(known)
        tables |= {key: np.squeeze(value) for key, value in found.items()}
        constants[name] = np.squeeze(constant).astype(np.float32)
    rounded = {
        name: np.clip(np.round(table / STEP), -127, 127).astype(np.int8) for name, table in tables.items()
    }
    return words, model.AttributionModel(known, rounded, constants)


def _edges(example: Example, at: np.ndarray[Any, Any], which: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Per row whether the source begins, ends, the content begins, ends; a content that runs beyond the
    reach of its cue is cut there.
    """
    answers = np.zeros((len(at), 4), int)
    for index in range(len(example.cues)):
        mine = which == index
        low, high = at[mine][0], at[mine][-1]
        source, content = example.sources[index], example.contents[index]
        if source is not None:
            answers[mine & (at == source[0]), 0] = 1
            answers[mine & (at == source[1]), 1] = 1
        if content is not None:
            answers[mine & (at == max(content[0], low)), 2] = 1
            answers[mine & (at == min(content[1], high)), 3] = 1
    return answers


def save(words: list[str], fitted: model.AttributionModel, about: dict[str, Any]) -> None:
    """Writes the tables and what is to be known of them."""
    known = fitted.vocabulary
    np.savez_compressed(
        TARGET,
        **fitted.tables,
        stems=known.stems.astype(np.int16),
        frames=known.frames.astype(np.int16),
        starters=known.starters,
        bounds=known.bounds,
    )
    constants = {name: value.round(4).tolist() for name, value in fitted.constants.items()}
    whole = {**about, "step": STEP, "constants": constants, "words": " ".join(words)}
    TARGET.with_suffix(".json").write_text(
        json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    trained = documents(Path(sys.argv[1]) / "attribution" / "polnear" / "train.jsonl")
    save(
        *fit(trained),
        {
            "origin": "PolNeAR (Newell et al., LREC 2018), train split; coefficients and words only",
            "fitted": "2026-11-20, benchmarks/fit_attribution.py",
            "documents": len(trained),
        },
    )
