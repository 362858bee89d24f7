"""How well, and how fast, are quantities read?

Measured on NewsQuant, on the Recognizers-Text sentences of CQE, and for speed on full articles. No
number is fitted: the reader is rules and word lists; but its errors on these rows were read while the rules were
written, so rows never seen may come out somewhat lower. What is mirrored of the sets' conventions is written down in ``entries``;
what is only a difference of names in ``quantity_names.toml``. Beside it stand the same figures of a regular
expression that takes every run of digits, and of the peers that are installed (``quantity_peers.py``).
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bootstrap import Floats, interval
from benchmarks.progress import say
from benchmarks.quantity_names import of_gold, of_ours
from benchmarks.quantity_peers import peers
from benchmarks.speed import peers as speed_peers
from reliability.compare.words import WORD
from reliability.extract.passages import passages
from reliability.extract.quantities import quantities
from reliability.extract.sentences import sentences
from reliability.extract.tokens import Tokens
from reliability.records import Article, Quantity, Sentence, Span

NAME = "quantities"
BESIDE = {
    "value_f1": "NewsQuant: CQE, neural, by its own kinder metric 0.920; GPT-3 0.706; quantulum3 0.729; Recognizers-Text 0.697; our errors on NewsQuant were read on these rows",
    "value_unit_f1": "NewsQuant: CQE 0.856; GPT-3 0.591; quantulum3 0.468; Recognizers-Text 0.347",
    "value_modifier_f1": "NewsQuant: CQE 0.881",
    "chars_per_second": "quantulum3 43,000; Recognizers-Text 4,200; a regular expression 13 million",
    "ratio_to_textstat": "times the CPU time of textstat's measures that need no download, same texts, same run",
}

# Dates, clock times, results and ordinals are no quantities in these sets.
_COUNTED = frozenset({"money", "count", "percent", "measure", "duration", "age", "number"})
_TOLERANCE = 1e-6
_ARTICLES = 200
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A quantity as the sets write it: its value (or both ends), its unit by name, and its modifier."""

    value: tuple[float, ...]
    unit: str
    modifier: str


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of every set found under ``data``.

    Args:
        data: A folder laid out like the evaluation data.
    """
    results: dict[str, dict[str, float]] = {}
    sets = [("newsquant", data / "quantity/newsquant/newsquant.jsonl")]
    sets += [
        (f"rtext_cqe/{path.stem}", path) for path in sorted((data / "quantity/rtext_cqe").glob("*.jsonl"))
    ]
    for key, path in sets:
        if not path.exists():
            say(f"{key}: not in {data}, left out")
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        results[key] = measure(rows)
    events = sorted((data / "clusters/allsides_events").glob("*.jsonl"))
    if events:
        results["allsides_events"] = speed(events)
    else:
        say(f"clusters/allsides_events: not in {data}, left out")
    return results


def measure(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Strict F1 on one set, one-to-one inside a sentence, with bootstrap intervals by sentence."""
    gold = [[_gold(quantity) for quantity in row["quantities"]] for row in rows]
    parts: dict[str, tuple[str, ...]] = {"value_f1": ("value",), "value_unit_f1": ("value", "unit")}
    if any(entry.modifier for sentence in gold for entry in sentence):
        parts["value_modifier_f1"] = ("value", "modifier")
    figures: dict[str, float] = {}
    found = [entries(row["text"]) for row in rows]
    for name, fields in parts.items():
        counts = _counts(gold, found, fields)
        figures[name] = float(_f1(counts.sum(axis=0)))
        figures[f"{name}_low"], figures[f"{name}_high"] = interval(counts, _f1)
    for peer, reader in [("digits", _digits), *peers()]:
        theirs = [[Entry((value,), unit, "") for value, unit in reader(row["text"])] for row in rows]
        for name in ("value_f1", "value_unit_f1"):
            figures[f"{name} of {peer}"] = float(_f1(_counts(gold, theirs, parts[name]).sum(axis=0)))
    return figures | {"items": float(sum(map(len, gold))), "sentences": float(len(rows))}


def _counts(gold: list[list[Entry]], found: list[list[Entry]], fields: tuple[str, ...]) -> Floats:
    rows = [[matches(g, f, fields), len(f), len(g)] for g, f in zip(gold, found, strict=True)]
    return np.array(rows, dtype=np.float64).reshape(-1, 3)


def _f1(sums: Floats) -> Floats:
    return 2 * sums[..., 0] / (sums[..., 1] + sums[..., 2])


def _digits(text: str) -> list[tuple[float, str]]:
    return [(float(match.group().replace(",", "")), "") for match in _DIGITS.finditer(text)]


def entries(text: str) -> list[Entry]:
    """The quantities of one sentence in the conventions of the sets.

    A conversion is an entry of its own there. A change "from A to B" is one entry with two ends there, and two
    quantities with us (the old figure and the new one are two claims): the two are joined here.
    """
    found: list[Entry] = []
    before: Quantity | None = None
    for quantity in _flat(read(text)):
        if quantity.kind not in _COUNTED:
            before = None
            continue
        entry = Entry(_ends(quantity), of_ours(quantity, text), quantity.modifier)
        if before is not None and found and _is_change(text, before, quantity):
            unit = entry.unit or found[-1].unit
            found[-1] = Entry((*found[-1].value, *entry.value), unit, found[-1].modifier)
            before = None
            continue
        found.append(entry)
        before = quantity
    return found


def read(text: str) -> list[Quantity]:
    """What the library reads in one sentence."""
    matches_ = list(WORD.finditer(text))
    sentence = Sentence(
        Span("row", 0, len(text)),
        "body",
        tuple(match.group().lower().replace("’", "'") for match in matches_),
        tuple(match.start() for match in matches_),
    )
    return quantities("row", Tokens.of(text, sentence), sentence, 0)


def matches(gold: list[Entry], found: list[Entry], fields: tuple[str, ...]) -> int:
    """How many of ``found`` are in ``gold``, each of either counted once."""
    left = list(gold)
    count = 0
    for entry in found:
        for candidate in left:
            if all(_same(entry, candidate, field) for field in fields):
                left.remove(candidate)
                count += 1
                break
    return count


def speed(paths: list[Path]) -> dict[str, float]:
    """Characters a second of CPU time, on the sentences of full articles, and the ratio to textstat's time."""
    articles = [
        Article(str(number), text, title)
        for number, (title, text) in zip(range(_ARTICLES), _articles(paths), strict=False)
    ]
    work = [(article, sentences(article, *passages(article))) for article in articles]
    characters = sum(len(sentence.span) for _, parts in work for sentence in parts)

    def read_all() -> None:
        for article, parts in work:
            for number, sentence in enumerate(parts):
                text = article.text if sentence.span.field == "text" else article.title or ""
                quantities(article.id, Tokens.of(text, sentence), sentence, number)

    _seconds(read_all)  # a warm-up
    best = min(_seconds(read_all) for _ in range(3))
    figures = {"chars_per_second": characters / best, "items": float(len(work))}
    textstat = dict(speed_peers()).get("textstat")
    if textstat is not None:
        textstat(articles[0].text)
        figures["ratio_to_textstat"] = best / _seconds(
            lambda: [textstat(article.text) for article in articles[1:]]
        )
    return figures


def _seconds(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def _articles(paths: list[Path]) -> Iterator[tuple[str | None, str]]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                for article in json.loads(line)["articles"]:
                    yield article.get("title"), article["text"]


def _gold(quantity: dict[str, Any]) -> Entry:
    value = quantity["value"]
    ends = tuple(sorted(float(end) for end in value)) if isinstance(value, list) else (float(value),)
    return Entry(ends, of_gold(quantity["unit"]), quantity["modifier"] or "")


def _flat(found: list[Quantity]) -> Iterator[Quantity]:
    for quantity in found:
        yield quantity
        if quantity.conversion is not None:
            yield quantity.conversion


def _ends(quantity: Quantity) -> tuple[float, ...]:
    value = float(quantity.value)
    return (value,) if quantity.high is None else (value, quantity.high)


def _is_change(text: str, first: Quantity, second: Quantity) -> bool:
    between = text[
        first.noun.end
        if first.noun and first.noun.start >= first.span.start
        else first.span.end : second.span.start
    ]
    before = text[: first.span.start].rstrip().lower()
    return between.strip() == "to" and before.endswith("from") and first.high is None and second.high is None


def _same(first: Entry, second: Entry, field: str) -> bool:
    if field != "value":
        return bool(getattr(first, field) == getattr(second, field))
    a, b = sorted(first.value), sorted(second.value)
    return len(a) == len(b) and all(
        abs(x - y) <= _TOLERANCE * max(abs(x), abs(y)) for x, y in zip(a, b, strict=True)
    )
