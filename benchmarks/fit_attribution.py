"""Fits the tables that find cues, sources and contents, and writes them beside ``extract/attribution_model.py``.

    python -m benchmarks.fit_attribution DIR

``DIR`` holds ``attribution/polnear/train.jsonl`` (PolNeAR, Newell et al., LREC 2018). Six logistic regressions:
a cue begins here; it ends here; its source begins, ends; its content begins, ends. Words are known by
themselves, by their stem and by a frame (one of the commonest words, else an ending); the three are added into
one table, rounded to steps and stored. What is shipped are words and coefficients, no text.
"""

import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks import attribution
from benchmarks.back_off import Array, gather, spread
from benchmarks.polnear import Document, Stretch, documents
from reliability.compare.words import fold
from reliability.extract import attribution_model as model
from reliability.extract.passages import passages
from reliability.extract.quotes import marked
from reliability.extract.script import ENDINGS, PAD, Script, ending
from reliability.extract.sentences import sentences
from reliability.extract.tokens import Tokens
from reliability.records import Article

RARE = 5  # occurrences a word must have to get a row
FITTED = "2026-11-20"  # to be set by whoever fits
COMMON = 250  # words that are frames themselves
STRENGTH = 0.2  # inverse regularisation; of 0.03, 0.1, 0.2, 0.3 the best by cue F1 on dev
ROUNDS = 100
FINEST = 0.02  # the least step of which a table's coefficients are stored as multiples; most are 127 steps at the most
TARGET = Path(model.__file__).parent / "attribution_model.npz"
_BOUNDS = "that but when because while which whether if after before since although though as so until who"


@dataclass
class Read:
    """A document as the library reads it: its words by sentence, its quotation marks, its attributions in words."""

    tokens: list[Tokens]
    marks: list[Stretch]
    cues: list[Stretch]
    sources: list[Stretch | None]
    contents: list[Stretch | None]


@dataclass
class Example:
    """A document as a script, and its attributions as places in it."""

    script: Script
    cues: list[Stretch]
    sources: list[Stretch | None]
    contents: list[Stretch | None]


def read(doc: Document) -> Read:
    """Reads a document up to its sentences and quotation marks, and puts its attributions into words."""
    article = Article(doc.id, doc.text)
    found, headline = passages(article)
    tokens = [Tokens.of(doc.text, sentence) for sentence in sentences(article, found, headline)]
    tokens = [piece for piece in tokens if len(piece)]
    starts = [start for piece in tokens for start in piece.starts]
    ends = [end for piece in tokens for end in piece.ends]

    def words(spans: tuple[Stretch, ...]) -> Stretch | None:
        if not spans:
            return None
        first, last = bisect_right(ends, spans[0][0]), bisect_left(starts, max(end for _, end in spans)) - 1
        return (first, last) if first <= last else None

    cues = [words(one.cue[:1]) for one in doc.handed]
    known = [index for index, cue in enumerate(cues) if cue is not None]
    stories = [passage.span for passage in found if passage.story]
    return Read(
        tokens,
        [(start, end) for span in stories for start, end, _ in marked(doc.text, span.start, span.end)],
        [cue for cue in cues if cue is not None],
        [words(doc.handed[index].source[:1]) for index in known],
        [words(doc.handed[index].content) for index in known],
    )


def vocabulary(docs: list[Read]) -> tuple[list[str], model.Vocabulary]:
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
        COMMON,
        np.zeros(len(stems), bool),
        np.array([word in bounds for word in words] + [False] * ENDINGS),
    )


def examples(docs: list[Read], known: model.Vocabulary) -> Iterator[Example]:
    """The documents as the model sees them."""
    for doc in docs:
        if not doc.tokens:
            continue
        yield Example(
            Script.of(doc.tokens, known, doc.marks),
            [(first + PAD, last + PAD) for first, last in doc.cues],
            [_shifted(source) for source in doc.sources],
            [_shifted(content) for content in doc.contents],
        )


def _shifted(span: Stretch | None) -> Stretch | None:
    return None if span is None else (span[0] + PAD, span[1] + PAD)


@dataclass
class Rows:
    """Terms and answers gathered over documents."""

    columns: list[Array]
    answers: list[Array]
    terms: list[model.Term]

    @classmethod
    def empty(cls) -> "Rows":
        """No rows yet."""
        return cls([], [], [])

    def add(self, terms: list[model.Term], answers: Array, known: model.Vocabulary) -> None:
        """Takes in the rows of one document."""
        self.terms = terms
        self.columns.append(np.stack([column for _, column, _ in spread(terms, known)], 1))
        self.answers.append(answers)

    def fit(self, known: model.Vocabulary) -> tuple[dict[str, Array], Array]:
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
        tables: dict[str, Array] = {}
        for (name, _, size), offset in zip(parts, offsets, strict=True):
            tables[name] = weights[offset : offset + size]
        return gather(tables, known), np.array(constants)


def fit(docs: list[Read]) -> tuple[list[str], model.AttributionModel]:
    """The model fitted on ``docs``, before its coefficients are rounded."""
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
        known.starters[row] = begun[row] >= 2 or begun[row] > 0.02 * seen[row]
    tables, constants = {}, {}
    for name, rows in (("cue", cue), ("end", end), ("span", span)):
        found, constant = rows.fit(known)
        tables |= {key: np.squeeze(value) for key, value in found.items()}
        constants[name] = np.squeeze(constant).astype(np.float32)
    return words, model.AttributionModel(known, tables, constants)


def _edges(example: Example, at: Array, which: Array) -> Array:
    """Per row whether the source begins, ends, the content begins, ends.

    A content that runs beyond the reach of its cue is cut there.
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
    steps = {
        name: round(max(float(np.abs(table).max()) / 127, FINEST), 5) for name, table in fitted.tables.items()
    }
    rounded = {name: np.round(table / steps[name]).astype(np.int8) for name, table in fitted.tables.items()}
    np.savez_compressed(
        TARGET,
        **rounded,
        stems=known.stems.astype(np.int16),
        frames=known.frames.astype(np.int16),
        starters=known.starters,
        bounds=known.bounds,
    )
    constants = {name: value.round(4).tolist() for name, value in fitted.constants.items()}
    whole = {
        **about,
        "steps": steps,
        "common": known.common,
        "constants": constants,
        "words": " ".join(words),
    }
    TARGET.with_suffix(".json").write_text(
        json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def main(data: Path) -> None:
    """Fits on the training documents, writes the model, measures what was written, and writes the figures too."""
    trained = [read(doc) for doc in documents(data / "attribution" / "polnear" / "train.jsonl")]
    words, fitted = fit(trained)
    about = {
        "origin": "PolNeAR (Newell et al., LREC 2018), train documents; words and coefficients only",
        "fitted": f"{FITTED}, benchmarks/fit_attribution.py",
        "documents": len(trained),
    }
    save(words, fitted, about)
    figures = attribution.run(data).get("polnear", {})
    save(words, fitted, {**about, "on_dev": {name: round(value, 4) for name, value in figures.items()}})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
