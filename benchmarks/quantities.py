"""How well, and how fast, are quantities read? NewsQuant, the Recognizers-Text sentences of CQE, and speed.

Nothing is fitted here: the reader is rules and word lists, so every row of the sets is a test row. What is
mirrored of the sets' conventions is written down in ``entries``; what is only a difference of names in
``benchmarks/quantity_names.toml``.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.quantity_names import of_gold, of_ours
from reliability.compare.words import WORD
from reliability.extract.quantities import quantities
from reliability.extract.tokens import Tokens
from reliability.records import Quantity, Sentence, Span

NAME = "quantities"

# Dates, clock times, results and ordinals are no quantities in these sets.
_COUNTED = frozenset({"money", "count", "percent", "measure", "duration", "age", "number"})
_TOLERANCE = 1e-6
_RESAMPLES = 1000
_ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A quantity as the sets write it: its value (or both ends), its unit by name, and its modifier."""

    value: tuple[float, ...]
    unit: str
    modifier: str


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of every set found under ``data``; tables go to standard error.

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
            _say(f"{key}: no such file, left out")
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        results[key] = measure(key, rows)
    events = data / "clusters/allsides_events/dev.jsonl"
    if events.exists():
        results["allsides_events"] = {"chars_per_second": speed(events)}
    return results


def measure(key: str, rows: list[dict[str, Any]]) -> dict[str, float]:
    """Strict F1 on one set, one-to-one inside a sentence, with bootstrap intervals by sentence."""
    gold = [[_gold(quantity) for quantity in row["quantities"]] for row in rows]
    found = [entries(row["text"]) for row in rows]
    total = sum(map(len, gold))
    with_modifiers = any(entry.modifier for sentence in gold for entry in sentence)
    parts = {"value_f1": ("value",), "value_unit_f1": ("value", "unit")}
    if with_modifiers:
        parts["value_modifier_f1"] = ("value", "modifier")
    figures = {}
    _say(f"{key}: {len(rows)} sentences, {total} quantities; nothing fitted")
    for name, fields in parts.items():
        counts = np.array(
            [[matches(g, f, fields), len(f), len(g)] for g, f in zip(gold, found, strict=True)], dtype=float
        )
        low, high = _interval(counts)
        figures[name] = _f1(counts.sum(axis=0))
        _say(f"  {name:18} {figures[name]:.3f}  95% interval {low:.3f} to {high:.3f}")
    return figures


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


def speed(path: Path) -> float:
    """Characters a second of CPU time, on the sentences of full articles, tokens included."""
    from reliability.extract.passages import passages
    from reliability.extract.sentences import sentences
    from reliability.records import Article

    work = []
    for number, (title, text) in enumerate(_articles(path)):
        if number == _ARTICLES:
            break
        article = Article(str(number), text, title)
        found, headline = passages(article)
        work.append((article, sentences(article, found, headline)))
    characters = sum(len(sentence.span) for _, parts in work for sentence in parts)
    best = float("inf")
    for _ in range(4):  # the first is the warm-up
        begun = time.process_time()
        for article, parts in work:
            for number, sentence in enumerate(parts):
                text = article.text if sentence.span.field == "text" else article.title or ""
                quantities(article.id, Tokens.of(text, sentence), sentence, number)
        best = min(best, time.process_time() - begun)
    _say(f"allsides_events: {len(work)} articles, {characters} characters, {characters / best:,.0f} a second")
    return characters / best


def _articles(path: Path) -> Iterator[tuple[str | None, str]]:
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


def _f1(counts: Any) -> float:
    hits, found, gold = counts
    return float(2 * hits / (found + gold)) if found + gold else 0.0


def _interval(counts: Any) -> tuple[float, float]:
    random = np.random.default_rng(0)
    figures = [
        _f1(counts[random.integers(0, len(counts), len(counts))].sum(axis=0)) for _ in range(_RESAMPLES)
    ]
    low, high = np.percentile(figures, [2.5, 97.5])
    return float(low), float(high)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
