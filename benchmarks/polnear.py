"""PolNeAR (Newell et al., LREC 2018) as it is measured on: documents, their attributions, and counts of hits."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bootstrap import Floats, interval
from benchmarks.progress import say

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Handed:
    """One attribution: the stretches of its cue, its source and its content, without marks at their ends."""

    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    raw: tuple[Stretch, ...]


@dataclass(frozen=True)
class Document:
    """One article and its attributions."""

    id: str
    text: str
    handed: tuple[Handed, ...]


def held_out(data: Path) -> list[Document]:
    """The documents nothing was fitted on: all files below ``attribution/polnear`` but ``train.jsonl``."""
    folder = data / "attribution" / "polnear"
    files = sorted(path for path in folder.glob("*.jsonl") if path.stem != "train")
    if not files:
        say(f"no {folder}/*.jsonl besides train.jsonl: left out")
    return [document for path in files for document in documents(path)]


def documents(path: Path) -> list[Document]:
    """The documents of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_document(json.loads(line)) for line in lines if line.strip()]


def trimmed(text: str, start: int, end: int) -> Stretch:
    """A stretch without the marks and blanks at its ends; as it is where it is nothing else (the cue ":")."""
    if not any(letter.isalnum() for letter in text[start:end]):
        return start, end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _document(row: Mapping[str, Any]) -> Document:
    text = row["text"]

    def clean(spans: Iterable[list[int]]) -> tuple[Stretch, ...]:
        found = (trimmed(text, start, end) for start, end in spans)
        return tuple((start, end) for start, end in found if start < end)

    handed = tuple(
        Handed(
            clean(one["cue"]),
            clean(one["source"]),
            clean(one["content"]),
            tuple((start, end) for start, end in one["content"]),
        )
        for one in row["attributions"]
    )
    return Document(row["doc_id"], text, handed)


def scores(counts: list[list[tuple[int, int, int]]], names: list[str]) -> dict[str, float]:
    """F1 per name, each with its 95% interval over documents.

    Args:
        counts: Per document and name: hits, found, wanted.
        names: The metrics.
    """
    table = np.array(counts, dtype=float).reshape(len(counts), len(names), 3)
    results: dict[str, float] = {}
    for column, name in enumerate(names):
        rows = table[:, column]
        results[name] = float(_f1(rows.sum(0)[None])[0])
        results[f"{name}_low"], results[f"{name}_high"] = interval(rows, _f1)
    return results


def _f1(sums: Floats) -> Floats:
    return 2 * sums[:, 0] / np.maximum(sums[:, 1] + sums[:, 2], 1)


def counted(found: set[Any], wanted: set[Any]) -> tuple[int, int, int]:
    """Hits, found, wanted."""
    return len(found & wanted), len(found), len(wanted)
