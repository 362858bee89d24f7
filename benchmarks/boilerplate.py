"""How well is page furniture told from the story, line by line, in plain text?

The lines of a page are joined and read as an article without a title; a line is called furniture where the passage
it stands in is. Headlines are left out of every figure. Where rows have a ``split``, those of ``test`` are measured:
the model was fitted on ``train``, other sites. Beside each set stand, as sets of their own, ``_constant`` (every line
is furniture; for the ratio the median page of the training rows, or of the set where there are none) and, where it is
installed, ``_justext`` (jusText's rules on length and stop words; there are no links to count in plain text).
"""

import json
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.bootstrap import by_group, interval
from benchmarks.progress import say
from reliability.extract.passages import passages
from reliability.records import Article

NAME = "boilerplate"
FILES = ("article_like", "scraped")
BESIDE = {
    "line_f1": "scrapinghub/article_like: jusText .763, LR + context .903, trees .930, trafilatura on HTML .961; scraped .799",
    "char_f1": "scrapinghub/article_like: jusText .585, LR + context .779, trees .831, trafilatura on HTML .891; scraped .651",
    "ratio_mae": "scrapinghub/article_like: jusText .123, LR + context .066, trees .047, trafilatura on HTML .037",
}

Calls = NDArray[np.bool_]
Caller = Callable[[list[str]], Calls]
Row = dict[str, Any]


def run(data: Path) -> dict[str, dict[str, float]]:
    """Measures every file of every folder below ``data/boilerplate``."""
    results: dict[str, dict[str, float]] = {}
    for path in sorted(path for file in FILES for path in (data / "boilerplate").glob(f"*/{file}.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        measured = [row for row in rows if row.get("split", "test") == "test"]
        others = [row for row in rows if row.get("split", "test") != "test"]
        if not measured:
            continue
        key = f"{path.parent.name}/{path.stem}"
        say(f"{NAME}: {key}, {len(measured)} pages" + (", sites not fitted on" if others else ""))
        results[key] = {**figures(measured, called), "lines_per_second": _speed(measured)}
        results[f"{key}_constant"] = {
            **figures(measured, lambda texts: np.ones(len(texts), np.bool_)),
            "ratio_mae": _constant_error(measured, others or measured),
        }
        if (justext := _justext()) is not None:
            results[f"{key}_justext"] = figures(measured, justext)
    if not results:
        say(f"{NAME}: no sets below {data / 'boilerplate'}: left out")
    return results


def called(texts: list[str]) -> Calls:
    """Which of the lines are called furniture when they are read as one article."""
    starts = list(np.cumsum([0, *(len(text) + 1 for text in texts[:-1])]))
    furniture = np.zeros(len(texts), np.bool_)
    for passage in passages(Article(NAME, "\n".join(texts)))[0]:
        furniture[bisect_right(starts, passage.span.start) - 1] |= not passage.story
    return furniture


def figures(rows: list[Row], caller: Caller) -> dict[str, float]:
    """F1 of furniture over lines and over characters, with bounds, and the mean error of a page's share of it."""
    lines, characters, errors, sites = [], [], [], []
    for row in rows:
        texts, furniture, counts = _page(row)
        if not counts.any():
            continue
        calls = caller(texts)[counts]
        furniture = furniture[counts]
        lengths = np.array([len(text) for text in texts])[counts]
        lines.append(_tally(calls, furniture, np.ones(len(calls))))
        characters.append(_tally(calls, furniture, lengths))
        errors.append(abs(lengths @ calls - lengths @ furniture) / lengths.sum())
        sites.append(row.get("site", row.get("id")))
    low, high = interval(by_group(lines, sites), _f1)
    return {
        "line_f1": float(_f1(np.sum(lines, axis=0, keepdims=True))[0]),
        "line_f1_low": low,
        "line_f1_high": high,
        "char_f1": float(_f1(np.sum(characters, axis=0, keepdims=True))[0]),
        "ratio_mae": float(np.mean(errors)),
        "items": float(sum(tally[3] for tally in lines)),
        "pages": float(len(lines)),
    }


def _page(row: Row) -> tuple[list[str], Calls, Calls]:
    """The lines of a page, which of them are furniture, and which count: all but headlines."""
    lines = [(" ".join(line["text"].split()), line) for line in row["lines"]]
    kept = [(text, line) for text, line in lines if text]
    return (
        [text for text, _ in kept],
        np.array([not line["label"] for _, line in kept], np.bool_),
        np.array([not line.get("title") for _, line in kept], np.bool_),
    )


def _tally(calls: Calls, furniture: Calls, weights: NDArray[Any]) -> tuple[float, float, float, float]:
    """Hits, called, wanted and all, each line at its weight."""
    return (
        float(weights @ (calls & furniture)),
        float(weights @ calls),
        float(weights @ furniture),
        float(weights.sum()),
    )


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2])


def _shares(rows: list[Row]) -> Iterator[float]:
    for row in rows:
        texts, furniture, counts = _page(row)
        lengths = np.array([len(text) for text in texts]) * counts
        if lengths.sum():
            yield float(lengths @ furniture / lengths.sum())


def _constant_error(rows: list[Row], others: list[Row]) -> float:
    return float(np.mean(np.abs(np.array(list(_shares(rows))) - np.median(list(_shares(others))))))


def _speed(rows: list[Row]) -> float:
    """Lines read in a second of CPU time, after one call to warm up."""
    given = [[text for text in _page(row)[0] if text] for row in rows]
    articles = [Article(NAME, "\n".join(texts)) for texts in given if texts]
    passages(articles[0])
    started = time.process_time()
    for article in articles:
        passages(article)
    return sum(map(len, given)) / (time.process_time() - started)


def _justext() -> Caller | None:
    """JusText's classification by length and stop words, with its own settings for English."""
    try:
        from justext import core, get_stoplist
    except ImportError:
        return None
    stops = get_stoplist("English")

    def caller(texts: list[str]) -> Calls:
        paragraphs = [_Paragraph(text) for text in texts]
        core.classify_paragraphs(paragraphs, stops)
        core.revise_paragraph_classification(paragraphs)
        return np.array([paragraph.class_type != "good" for paragraph in paragraphs], np.bool_)

    return caller


class _Paragraph:
    """A line as jusText sees a paragraph: no links, no heading."""

    heading = is_heading = False
    chars_count_in_links = tags_count = 0
    class_type = cf_class = dom_path = ""

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def words_count(self) -> int:
        """Words, cut at white space."""
        return len(self.text.split())

    def stopwords_density(self, stops: frozenset[str]) -> float:
        """The share of words that are stop words."""
        words = self.text.split()
        return sum(word.lower() in stops for word in words) / len(words)

    def links_density(self) -> float:
        """No links in plain text."""
        return 0.0
