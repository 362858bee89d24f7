"""Claims with a number that follow from a sentence or not (``newsnli``), and what speaks for either.

The library says of each number whether the sentence bears it out; the words say how far it speaks of the same at all.
"""

from collections import Counter
from itertools import groupby
from math import log
from typing import Any

import numpy as np

from benchmarks.bootstrap import Floats
from reliability.compare.words import SUBJECTLESS, fold
from reliability.consensus.support import support
from reliability.extract import read
from reliability.records import Article, Reading

Row = dict[str, Any]
_ROOT = 5  # letters that words of one family share: confirmed, confirmation
_ELSEWHERE = (
    15  # texts that are thought beside the given ones, so that a word in few of them is not all telling
)


def evidence(rows: list[Row]) -> Floats:
    """What speaks for each claim, a row for each; words weigh the more the fewer of all these texts hold them."""
    pairs = [
        (read(Article("claim", row["claim"])), read(Article("source", row["source_text"]))) for row in rows
    ]
    counts = Counter(word for pair in pairs for text in pair for word in set(_telling(text)))
    weights = {word: log((2 * len(pairs) + _ELSEWHERE) / (count + 1)) for word, count in counts.items()}
    return np.array([[*_numbers(*pair), *_words(*pair, weights)] for pair in pairs])


def _numbers(claim: Reading, source: Reading) -> list[float]:
    """Whether all numbers are borne out, or left open at worst; how many are printed; how many the source has besides."""
    found = support(claim, source)
    return [
        float(all(one.sure for one in found)),
        float(all(one.how for one in found)),
        float(np.mean([one.printed for one in found])) if found else 1.0,
        len(source.quantities) - len(claim.quantities),
    ]


def _words(claim: Reading, source: Reading, weights: dict[str, float]) -> list[float]:
    """How much of either the other holds, how long they are, and in how long runs stands what the source lacks."""
    said, stated = _telling(claim), _telling(source)
    in_source, in_claim = _Words(stated), _Words(said)
    missing = {word for word in said if word not in in_source}
    left = {word for word in stated if word not in in_claim}
    runs = [len(list(run)) for held, run in groupby(said, key=lambda word: word not in missing) if not held]
    total = sum(weights[word] for word in set(said))
    lacking = sum(weights[word] for word in missing)
    return [
        1.0 - lacking / total if total else 1.0,
        lacking,
        1.0 - len(left) / max(1, len(set(stated))),
        len(left),
        len(claim.article.text.split()),
        len(source.article.text.split()),
        len(runs),
        max(runs, default=0),
    ]


class _Words:
    """Words of a text, and their families."""

    def __init__(self, words: list[str]) -> None:
        self._words = set(words)
        self._roots = {word[:_ROOT] for word in words if len(word) >= _ROOT}

    def __contains__(self, word: str) -> bool:
        return word in self._words or (len(word) >= _ROOT and word[:_ROOT] in self._roots)


def _telling(reading: Reading) -> list[str]:
    """The words that carry subject matter, folded, in order."""
    words = (word for sentence in reading.sentences for word in sentence.words)
    return [fold(word) for word in words if word not in SUBJECTLESS and not word[0].isdigit()]
