"""Numbers of summaries, each borne out by its document or not as three people held (``xsum_number_spans``)."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.bootstrap import Floats
from reliability.consensus import support_model
from reliability.consensus.support import Support, support
from reliability.extract import read
from reliability.records import Article, Quantity, Reading, Span

Row = dict[str, Any]
Truths = NDArray[np.bool_]
FOLDS = 10
MODEL = Path(support_model.__file__).with_name("support_model.json")
_UNFOUND = (0.0,) * len(support_model.FEATURES)
# The summaries are printed in the pieces that their tokenizer cut: "£50, 000", "# 1m", "10.25 m", "£1. 8m", ``so\'\'.
_PIECES = (
    (re.compile(r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)),\s+(?=\d{3}(?!\d))"), ","),
    (re.compile(r"# (?=\d)"), "£"),
    (re.compile(r"(?<=\d)\. (?=\d+ ?m\b)"), "."),
    (re.compile(r"(?<=\d) (?=m\b)"), ""),
    (re.compile(r"``|\\'\\'|''"), '"'),
    (re.compile(r"\\'"), "'"),
)


def judged(data: Path) -> list[Row]:
    """The rows whose judges agree."""
    files = sorted((data / "numeric_consistency" / "xsum_number_spans").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if row["label"] != "disputed"]


def document(row: Row) -> str:
    """The id of the row's document, which several summaries share."""
    return str(row["id"]).partition("-")[0]


def fold(row: Row) -> int:
    """The fold of the row's document."""
    return hashlib.sha256(document(row).encode()).digest()[1] % FOLDS


def evidence(found: Support | None) -> tuple[float, ...]:
    """What speaks for a number; nothing where it was not found."""
    return found.evidence if found else _UNFOUND


def supported(row: Row) -> Support | None:
    """What the document says of the row's number, ``None`` where it stands in no sentence."""
    text, start, end = joined(row["claim"], row["number_start"], row["number_end"])
    claim = read(Article("claim", text))
    quantity = _quantity(claim, start, end)
    if quantity is None:
        return None
    document = read(Article("document", row["source_text"]))
    return support(replace(claim, quantities=(quantity,)), document)[0]


def joined(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A summary with the pieces of its numbers put together, and where the number between two offsets stands then."""
    for pattern, piece in _PIECES:
        moved = []
        for offset in (start, end):
            before = [met for met in pattern.finditer(text) if met.end() <= offset]
            moved.append(offset - sum(len(met.group()) - len(piece) for met in before))
        text, (start, end) = pattern.sub(piece, text), moved
    return text, start, max(end, start + 1)


def _quantity(claim: Reading, start: int, end: int) -> Quantity | None:
    """The quantity that stands there; a number in a name, which is none, as the name that it is."""
    conversions = [one.conversion for one in claim.quantities if one.conversion]
    for one in (*conversions, *claim.quantities):
        if one.span.start < end and start < one.span.end:
            return one
    for number, sentence in enumerate(claim.sentences):
        if sentence.span.start <= start < sentence.span.end:
            span = Span(claim.article.id, start, end, sentence.span.field)
            return Quantity(span, "name", claim.quoted(span), "", number, sentence.place)
    return None


def decide(features: Floats, folds: NDArray[np.intp], weights: Sequence[Sequence[float]]) -> Truths:
    """Whether each number is held to be borne out, by the weights that leave out its fold."""
    chosen = np.array(weights)[folds]
    return chosen[:, 0] + (chosen[:, 1:] * features).sum(axis=1) > 0


def balanced_accuracy(decided: Truths, truth: Truths) -> float:
    """The mean of the shares of right decisions on those that are borne out and on those that are not."""
    return float((decided[truth].mean() + (~decided[~truth]).mean()) / 2)
