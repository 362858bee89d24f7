"""How well is page furniture told from the story, line by line, in plain text?

The lines of a page are joined and read as an article without a title; a line is called furniture where most of its
characters are. Headlines are left out of every figure. Where rows have a ``split``, those of ``test`` are measured:
the model was fitted on ``train``, other sites. ``_pasted`` are the same pages without their line breaks, sentence by
sentence: what most of a sentence is, it is. Beside each set stand, as sets of their own, ``_constant`` (everything is
furniture; for the ratio the median page of the training rows, or of the set where there are none) and, where it is
installed, ``_justext`` (jusText's rules on length and stop words; there are no links to count in plain text).
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.bootstrap import by_group, interval
from benchmarks.progress import say
from reliability.extract.passages import passages
from reliability.extract.sentences import split
from reliability.records import Article

NAME = "boilerplate"
FILES = ("article_like", "scraped")
BESIDE = {
    "line_f1": "scrapinghub/article_like: jusText .763, LR + context .903, trees .930, trafilatura on HTML .961; scraped .799",
    "char_f1": "scrapinghub/article_like: jusText .585, LR + context .779, trees .831, trafilatura on HTML .891; scraped .651",
    "ratio_mae": "scrapinghub/article_like: jusText .123, LR + context .066, trees .047, trafilatura on HTML .037",
}

Flags = NDArray[np.bool_]
Row = dict[str, Any]


class Page(NamedTuple):
    """A text, cut into what is judged.

    Attributes:
        site: Whose page it is.
        text: The text.
        units: Start and end of each line, or sentence.
        furniture: Whether a character is furniture.
        counts: Whether it counts: headlines and line breaks do not.
    """

    site: str
    text: str
    units: list[tuple[int, int]]
    furniture: Flags
    counts: Flags

    @classmethod
    def of(cls, row: Row, *, pasted: bool = False) -> "Page":
        """The page of a row; pasted, without its line breaks."""
        lines = [(" ".join(line["text"].split()), line) for line in row["lines"]]
        lines = [(text, line) for text, line in lines if text]
        text = (" " if pasted else "\n").join(text for text, _ in lines)
        furniture, counts = np.zeros(len(text), np.bool_), np.zeros(len(text), np.bool_)
        units, start = [], 0
        for line, about in lines:
            end = start + len(line)
            units.append((start, end))
            furniture[start:end] = not about["label"]
            counts[start:end] = not about.get("title")
            start = end + 1
        return cls(
            str(row.get("site", row.get("id"))),
            text,
            split(text, 0, len(text)) if pasted else units,
            furniture,
            counts,
        )

    def mostly(self, flags: Flags) -> Flags:
        """Of which units most of the characters that count have the flag, for each unit that has some that count."""
        sums = np.cumsum([[0, 0], *np.stack([flags & self.counts, self.counts], axis=1)], axis=0)
        units = np.array(self.units, np.intp).reshape(-1, 2)
        flagged, counted = (sums[units[:, 1]] - sums[units[:, 0]]).T
        return (2 * flagged > counted)[counted > 0]


Caller = Callable[[Page], Flags]


def run(data: Path) -> dict[str, dict[str, float]]:
    """Measures every file of every folder below ``data/boilerplate``."""
    results: dict[str, dict[str, float]] = {}
    for path in sorted(path for file in FILES for path in (data / "boilerplate").glob(f"*/{file}.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        measured = [row for row in rows if row.get("split", "test") == "test"]
        others = [row for row in rows if row.get("split", "test") != "test"]
        if not measured:
            continue
        say(
            f"{NAME}: {path.parent.name}/{path.stem}, {len(measured)} pages"
            + (", sites not fitted on" if others else "")
        )
        for pasted in (False, True):
            key = f"{path.parent.name}/{path.stem}{'_pasted' if pasted else ''}"
            pages = [Page.of(row, pasted=pasted) for row in measured]
            results[key] = {**figures(pages, called), "lines_per_second": _speed(pages)}
            results[f"{key}_constant"] = {
                **figures(pages, lambda page: np.ones(len(page.text), np.bool_)),
                "ratio_mae": _constant_error(pages, [Page.of(row) for row in others] or pages),
            }
            if (justext := _justext()) is not None:
                results[f"{key}_justext"] = figures(pages, justext)
    if not results:
        say(f"{NAME}: no sets below {data / 'boilerplate'}: left out")
    return results


def called(page: Page) -> Flags:
    """Which characters are called furniture when the text is read as an article."""
    furniture = np.zeros(len(page.text), np.bool_)
    for passage in passages(Article(NAME, page.text))[0]:
        if not passage.story:
            furniture[passage.span.start : passage.span.end] = True
    return furniture


def figures(pages: list[Page], caller: Caller) -> dict[str, float]:
    """F1 of furniture over lines (or sentences), with bounds, and over characters; what else a page is told by.

    ``ratio_mae`` is the mean error of a page's share of furniture, ``story_lost`` the share of the story's characters
    that are called furniture.
    """
    lines, characters, errors, sites = [], [], [], []
    for page in pages:
        if not page.counts.any():
            continue
        calls = caller(page)
        lines.append(_tally(page.mostly(calls), page.mostly(page.furniture)))
        characters.append(_tally(calls[page.counts], page.furniture[page.counts]))
        errors.append(abs(characters[-1][1] - characters[-1][2]) / characters[-1][3])
        sites.append(page.site)
    low, high = interval(by_group(lines, sites), _f1)
    hits, said, wanted, counted = np.sum(characters, axis=0)
    return {
        "line_f1": float(_f1(np.sum(lines, axis=0, keepdims=True))[0]),
        "line_f1_low": low,
        "line_f1_high": high,
        "char_f1": float(2 * hits / (said + wanted)),
        "story_lost": float((said - hits) / (counted - wanted)),
        "ratio_mae": float(np.mean(errors)),
        "items": float(sum(tally[3] for tally in lines)),
        "pages": float(len(lines)),
    }


def _tally(calls: Flags, furniture: Flags) -> tuple[float, float, float, float]:
    """Hits, called, wanted and all."""
    return float(np.sum(calls & furniture)), float(calls.sum()), float(furniture.sum()), float(len(calls))


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2])


def _shares(pages: list[Page]) -> list[float]:
    return [float(page.furniture[page.counts].mean()) for page in pages if page.counts.any()]


def _constant_error(pages: list[Page], others: list[Page]) -> float:
    return float(np.mean(np.abs(np.array(_shares(pages)) - np.median(_shares(others)))))


def _speed(pages: list[Page]) -> float:
    """Lines (or sentences) read in a second of CPU time, after one call to warm up."""
    articles = [Article(NAME, page.text) for page in pages if page.text]
    passages(articles[0])
    started = time.process_time()
    for article in articles:
        passages(article)
    return sum(len(page.units) for page in pages) / (time.process_time() - started)


def _justext() -> Caller | None:
    """JusText's classification by length and stop words, with its own settings for English."""
    try:
        from justext import core, get_stoplist
    except ImportError:
        return None
    stops = get_stoplist("English")

    def caller(page: Page) -> Flags:
        paragraphs = [_Paragraph(page.text[start:end]) for start, end in page.units]
        core.classify_paragraphs(paragraphs, stops)
        core.revise_paragraph_classification(paragraphs)
        calls = np.zeros(len(page.text), np.bool_)
        for (start, end), paragraph in zip(page.units, paragraphs, strict=True):
            calls[start:end] = paragraph.class_type != "good"
        return calls

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
