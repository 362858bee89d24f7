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
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from benchmarks import attribution
from benchmarks.back_off import Array, gather, spread
from benchmarks.polnear import Document, Stretch, documents
from reliability.compare.words import fold
from reliability.extract import attribution_model as model
from reliability.extract.field import Field
from reliability.extract.passages import passages
from reliability.extract.quotes import marked
from reliability.extract.script import ENDINGS, PAD, Script, ending
from reliability.extract.sentences import sentences
from reliability.extract.templates import Table, Term
from reliability.extract.tokens import Tokens
from reliability.extract.voices import candidates
from reliability.records import Article

RARE = 5  # occurrences a word must have to get a row
FITTED = "2026-11-20"  # to be set by whoever fits
COMMON = 250  # words that are frames themselves
STRENGTH = 0.2  # inverse regularisation; of 0.03, 0.1, 0.2, 0.3 the best by cue F1 on dev
SENTENCE_STRENGTH = (
    0.05  # ... for sentences; of 0.03, 0.1, 0.3 the lower were better on training documents left out
)
FOLDS = 3  # the documents in parts, each scored by cue tables fitted on the others
ROUNDS = 100
FINEST = 0.02  # the least step of which a table's coefficients are stored as multiples; most are 127 steps at the most
TARGET = Path(model.__file__).parent / "attribution_model.npz"
_BOUNDS = "that but when because while which whether if after before since although though as so until who"


@dataclass
class Read:
    """A document as the library reads it, and its attributions in words: first and last of each."""

    field: Field
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


def read(doc: Document) -> Read | None:
    """Reads a document up to its sentences and quotation marks, and puts its attributions into words."""
    article = Article(doc.id, doc.text)
    found, headline = passages(article)
    stories = [passage.span for passage in found if passage.story]
    marks = [stretch for span in stories for stretch in marked(doc.text, span.start, span.end)]
    pieces = enumerate(sentences(article, found, headline))
    field = Field.of([(number, one, Tokens.of(doc.text, one)) for number, one in pieces], marks)
    if field is None:
        return None

    def words(spans: tuple[Stretch, ...]) -> Stretch | None:
        if not spans:
            return None
        first = bisect_right(field.ends, spans[0][0])
        last = bisect_left(field.starts, max(end for _, end in spans)) - 1
        return (first, last) if first <= last else None

    cues = [words(one.cue[:1]) for one in doc.handed]
    known = [index for index, cue in enumerate(cues) if cue is not None]
    return Read(
        field,
        [cue for cue in cues if cue is not None],
        [words(doc.handed[index].source[:1]) for index in known],
        [words(doc.handed[index].content) for index in known],
    )


def vocabulary(docs: list[Read]) -> tuple[list[str], model.Vocabulary]:
    """The words of the training texts, and what the model knows of each."""
    counts = Counter(word for doc in docs for word in doc.field.words)
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
        yield Example(
            Script.of([doc.field], known),
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
    terms: list[Term]

    @classmethod
    def empty(cls) -> "Rows":
        """No rows yet."""
        return cls([], [], [])

    def add(self, kind: str, atoms: Array, answers: Array, known: model.Vocabulary) -> None:
        """Takes in the rows of one document."""
        self.terms = model.KINDS[kind].terms(atoms, model.sizes(len(known.stems))[kind])
        self.columns.append(np.stack([column for _, column, _ in spread(self.terms, known)], 1))
        self.answers.append(answers)

    def matrix(self, known: model.Vocabulary) -> tuple[csr_matrix, list[tuple[str, Array, int]]]:
        """One row per place, a one for every entry it looks up; and which columns are whose."""
        parts = spread(self.terms, known)
        sizes = [size for *_, size in parts]
        columns = np.concatenate(self.columns) + np.cumsum([0, *sizes[:-1]])
        rows = len(columns)
        return csr_matrix(
            (np.ones(columns.size, np.float32), columns.ravel(), np.arange(rows + 1) * columns.shape[1]),
            shape=(rows, sum(sizes)),
        ), parts

    def fit(self, known: model.Vocabulary) -> tuple[dict[str, Array], Array]:
        """Fits one regression per answer and gathers its coefficients by table."""
        matrix, parts = self.matrix(known)
        weights, constants = regress(matrix, np.concatenate(self.answers), STRENGTH)
        return gather(cut(weights, parts), known), constants


def regress(matrix: csr_matrix, answers: Array, strength: float) -> tuple[Array, Array]:
    """Coefficients and constant of one logistic regression per column of answers."""
    coefficients, constants = [], []
    for answer in np.atleast_2d(answers.T):
        fitted = LogisticRegression(C=strength, max_iter=ROUNDS).fit(matrix, answer)
        coefficients.append(fitted.coef_[0])
        constants.append(fitted.intercept_[0])
        print(f"fitted {matrix.shape[0]} rows, {fitted.n_iter_[0]} rounds", file=sys.stderr)
    return np.stack(coefficients, 1), np.array(constants)


def cut(weights: Array, parts: list[tuple[str, Array, int]]) -> dict[str, Array]:
    """The coefficients of each part."""
    ends = np.cumsum([size for *_, size in parts])
    return {name: weights[end - size : end] for (name, _, size), end in zip(parts, ends, strict=True)}


def fit(docs: list[Read]) -> tuple[list[str], model.AttributionModel]:
    """The model fitted on ``docs``, before its coefficients are rounded."""
    words, known = vocabulary(docs)
    all_ = list(examples(docs, known))
    _starters(all_, known)
    end, span = Rows.empty(), Rows.empty()
    for example in all_:
        script = example.script
        if not example.cues:
            continue
        begins, ends = np.array(example.cues).T
        at, which = model.cue_rows(script, begins)
        atoms = model.end_atoms(script, begins, at, which)
        end.add("end", atoms, (at == ends[which]).astype(int), known)
        at, which = model.span_rows(script, begins)
        atoms = model.span_atoms(script, (begins, ends), at, which)
        span.add("span", atoms, _edges(example, at, which), known)
    tables = {kind: _table(kind, *rows.fit(known)) for kind, rows in (("end", end), ("span", span))}
    tables["cue"] = fit_cues(all_, known)
    tables |= fit_sentences(all_, known)
    return words, model.AttributionModel(known, tables)


def _table(kind: str, tables: dict[str, Array], constant: Array) -> Table:
    squeezed = {name: np.squeeze(table).astype(np.float32) for name, table in tables.items()}
    return Table.of(model.KINDS[kind], squeezed, np.squeeze(constant).astype(np.float32))


def _starters(docs: list[Example], known: model.Vocabulary) -> None:
    """Notes the words that cues begin with."""
    begun, seen = Counter[int](), Counter[int]()
    for doc in docs:
        words = doc.script.grid[0]
        begun.update(words[[first for first, _ in doc.cues]].tolist())
        seen.update(words[doc.script.places].tolist())
    for row in range(len(known.starters)):
        often = begun[row] > 0.003 * seen[row] if begun[row] >= 2 else begun[row] > 0.02 * seen[row]
        known.starters[row] = often


def fit_cues(docs: list[Example], known: model.Vocabulary) -> Table:
    """The scores of "a cue begins here"."""
    rows = Rows.empty()
    for doc in docs:
        answers = np.isin(doc.script.places, [first for first, _ in doc.cues]).astype(int)
        rows.add("cue", model.cue_atoms(doc.script, doc.script.places), answers, known)
    return _table("cue", *rows.fit(known))


def fit_sentences(docs: list[Example], known: model.Vocabulary) -> dict[str, Table]:
    """The scores of "this sentence holds an attribution", seen beside cue scores of tables fitted on other documents."""
    words, whole = Rows.empty(), Rows.empty()
    sentence_of, answers, count = [], [], 0
    for part in range(FOLDS):
        cue = fit_cues([doc for number, doc in enumerate(docs) if number % FOLDS != part], known)
        scored = model.AttributionModel(known, {"cue": cue})
        for doc in docs[part::FOLDS]:
            script = doc.script
            _, _, _, best, held = candidates(script, scored)
            held_by = _touched(doc)
            words.add("held", model.word_atoms(script), np.zeros(len(script.places)), known)
            whole.add("sentence", model.sentence_atoms(script, best, held), held_by, known)
            opened = np.searchsorted(script.opens, np.arange(len(script.places)), "right") - 1
            sentence_of.append(opened + count)
            answers.append(held_by)
            count += len(held_by)
    of_words, word_parts = words.matrix(known)
    of_sentences, sentence_parts = whole.matrix(known)
    number = np.concatenate(sentence_of)
    gathered = csr_matrix(
        (np.ones(len(number), np.float32), (number, np.arange(len(number)))), (count, len(number))
    )
    weights, constant = regress(
        hstack([gathered @ of_words, of_sentences], "csr"), np.concatenate(answers), SENTENCE_STRENGTH
    )
    split = of_words.shape[1]
    return {
        "held": _table("held", gather(cut(weights[:split], word_parts), known), np.zeros(1)),
        "sentence": _table("sentence", gather(cut(weights[split:], sentence_parts), known), constant),
    }


def _touched(doc: Example) -> Array:
    """Per sentence whether any cue, source or content stands in it."""
    held = np.zeros(len(doc.script.opens), int)
    opens = doc.script.places[doc.script.opens]
    for spans in (doc.cues, doc.sources, doc.contents):
        for first, last in filter(None, spans):
            held[np.searchsorted(opens, first, "right") - 1 : np.searchsorted(opens, last, "right")] = 1
    return held


def _edges(example: Example, at: Array, which: Array) -> Array:
    """Per row whether the source begins, ends, the content begins, ends, and whether the row stands in the content.

    A content that runs beyond the reach of its cue is cut there.
    """
    answers = np.zeros((len(at), 5), int)
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
            answers[mine & (at >= content[0]) & (at <= content[1]), 4] = 1
    return answers


def save(words: list[str], fitted: model.AttributionModel, about: dict[str, Any]) -> None:
    """Writes the tables and what is to be known of them."""
    known = fitted.vocabulary
    weights = {name: part for table in fitted.tables.values() for name, part in table.parts()}
    steps = {name: round(max(float(np.abs(part).max()) / 127, FINEST), 5) for name, part in weights.items()}
    rounded = {name: np.round(part / steps[name]).astype(np.int8) for name, part in weights.items()}
    np.savez_compressed(
        TARGET,
        **rounded,
        stems=known.stems.astype(np.int16),
        frames=known.frames.astype(np.int16),
        starters=known.starters,
        bounds=known.bounds,
    )
    constants = {kind: table.constant.round(4).tolist() for kind, table in fitted.tables.items()}
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
    train = documents(data / "attribution" / "polnear" / "train.jsonl")
    trained = [one for one in map(read, train) if one is not None]
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
