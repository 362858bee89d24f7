"""Outlets' articles in, the furniture of their pages out.

What a page is built of stands in pages on unrelated things, and that is how it is told where only the text is left
(Bar-Yossef and Rajagopalan, Template detection via data mining and its applications, 2002; Yi, Liu and Li, Eliminating
noisy information in web pages, 2003). Three things recur as well and are story: what the versions of one article share,
the background of a long story, and an agency's text. The first two stand in articles that are about the same; the
third is printed by outlets that do not repeat it.
"""

import hashlib
import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reliability.compare.furniture import Furniture, Standing, line_key
from reliability.compare.outlets import outlet
from reliability.compare.words import FUNCTION_WORDS, WORD
from reliability.extract import LONGEST
from reliability.extract.lines import lines
from reliability.extract.sentences import split
from reliability.intake import as_events
from reliability.intake.frames import is_frame
from reliability.records import Article, Event, InputError, Problem

# Two articles share a sentence by chance; in none of the archives that were read did three unrelated ones, and what
# is in fewer than one of a hundred is no part of how an outlet builds its pages.
_FEWEST = 3
_SHARE = 0.01
# Cosine of two articles' words. Nine in ten pairs of an outlet's articles on different events are less alike, three in
# four on the same event more. Of what three articles share, read by eye, furniture alone stood below it, and the first
# background at .46.
_ALIKE = 0.4
# Articles of an outlet that are kept in mind, at some 2 bytes a word. A line in two of a hundred articles is then missed
# three times in a hundred, one in three of a hundred once in a thousand.
_SAMPLE = 500
_BUCKETS = 256  # that words are counted in: two articles' likeness is off by some 1/16


class _Seen(NamedTuple):
    """What is kept of an article: its sentences by their keys, where the words of each end, and these."""

    keys: NDArray[np.uint64]
    ends: NDArray[np.uint32]
    words: NDArray[np.uint16]


class _Sample:
    """The articles of an outlet whose texts have the smallest hashes: a bottom-k sketch (Cohen and Kaplan, 2007).

    It hangs neither on the order in which articles come nor on how often the same one does.
    """

    def __init__(self) -> None:
        self._seen: dict[int, _Seen] = {}  # by the hash of the text
        self._largest: list[int] = []  # a heap of the hashes, negated

    def add(self, text: str) -> None:
        """Looks at an article's text, and keeps it in mind where its hash is one of the smallest so far."""
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        number = int.from_bytes(digest, "big")
        if number in self._seen or (len(self._seen) >= _SAMPLE and number > -self._largest[0]):
            return
        self._seen[number] = _seen(text[:LONGEST])
        heapq.heappush(self._largest, -number)
        if len(self._seen) > _SAMPLE:
            del self._seen[-heapq.heappop(self._largest)]

    def articles(self) -> list[_Seen]:
        """What was kept, in an order that hangs on the texts alone, so that sums over it do too."""
        return [seen for _, seen in sorted(self._seen.items())]


def learn_furniture(
    articles: Any,
    *,
    on_article: Callable[[Article], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Furniture:
    """Which sentences do outlets print in article after article, whatever these are about?

    Learnt is a sentence, or a line that is none, that stands in at least three articles of an outlet (and one in a
    hundred) which are about different things, and that most other outlets with it repeat as well. Articles are read
    one after the other. Of each outlet those 500 count whose texts have the smallest hashes: a sample that hangs neither
    on the order nor on the number of articles, and takes a megabyte or so for an outlet of articles of usual length.
    The time is linear in the length of the texts.

    Args:
        articles: Articles with a ``source`` or ``url``, or events of them, in any number and any iterable; a data frame;
            or the path of a file or folder. Which event an article belongs to makes no difference.
        on_article: Called with every article once it is read.
        on_problem: Called with every record that cannot be used; without it the first one is raised.

    Returns:
        What each outlet keeps standing, as hashes and counts.

    Raises:
        InputError: Where a record cannot be read, saying which, or where no article says whose it is.
    """
    samples: defaultdict[str, _Sample] = defaultdict(_Sample)
    for article in _articles(articles, on_problem):
        if name := outlet(article):
            samples[name].add(article.text)
        if on_article is not None:
            on_article(article)
    if not samples:
        raise InputError("no article says whose it is; give each its source or url", field="source")
    kept = {name: sample.articles() for name, sample in sorted(samples.items())}
    repeated = {name: _unrelated(sample) for name, sample in kept.items()}
    own = _own(repeated, kept.values())
    return Furniture(
        {
            name: Standing(
                len(kept[name]), {key: count for key, count in sorted(counts.items()) if key in own}
            )
            for name, counts in repeated.items()
        }
    )


def _articles(given: Any, on_problem: Callable[[Problem], None] | None) -> Iterator[Article]:
    for record in as_events(_as_events(given)):
        if isinstance(record, Event):
            yield from record.articles
        elif on_problem is not None:
            on_problem(record)
        else:
            raise InputError(record.message, file=record.file, line=record.line, field=record.field)


def _as_events(given: Any) -> Any:
    """What was given, each article that stands by itself as an event of its own."""
    one = isinstance(given, str | bytes | PathLike | Mapping | Event) or is_frame(given)
    if one or not isinstance(given, Iterable):
        return given
    return ([item] if _is_article(item) else item for item in given)


def _is_article(item: object) -> bool:
    return isinstance(item, Article) or (isinstance(item, Mapping) and "articles" not in item)


def _seen(text: str) -> _Seen:
    keys: list[int] = []
    ends: list[int] = []
    told: list[int] = []
    for start, end in lines(text):
        for begin, stop in split(text, start, end):
            words = WORD.findall(text[begin:stop].lower().replace("’", "'"))
            if any(word[0].isalpha() for word in words):
                told += [_bucket(word) for word in words if word not in FUNCTION_WORDS and word[0].isalpha()]
                keys.append(line_key(words))
                ends.append(len(told))
    return _Seen(np.array(keys, np.uint64), np.array(ends, np.uint32), np.array(told, np.uint16))


def _bucket(word: str) -> int:
    """Where a word is counted, and whether up or down (feature hashing: Weinberger and others, 2009)."""
    return crc32(word.encode("utf-8", "surrogatepass")) % (2 * _BUCKETS)


def _unrelated(sample: list[_Seen]) -> dict[int, int]:
    """In how many articles each sentence stands that recurs in articles about different things."""
    least = max(_FEWEST, math.ceil(_SHARE * len(sample)))
    where: defaultdict[int, list[int]] = defaultdict(list)
    for index, seen in enumerate(sample):
        for key in set(seen.keys.tolist()):
            where[key].append(index)
    subjects = np.array([_subject(seen, where) for seen in sample])
    return {
        key: len(found)
        for key, found in where.items()
        if len(found) >= least and _likeness(subjects[found]) <= _ALIKE
    }


def _subject(seen: _Seen, where: Mapping[int, Sequence[int]]) -> NDArray[np.float64]:
    """The direction that the words of an article point in, those of a sentence weighed by the root of 1 / its articles.

    So what stands everywhere says nothing of the subject, and what three versions share says nearly all.
    """
    weights = [len(where[key]) ** -0.5 for key in seen.keys.tolist()]
    lengths = np.diff(seen.ends, prepend=np.uint32(0))
    counts = np.bincount(seen.words, np.repeat(weights, lengths), 2 * _BUCKETS)
    subject = counts[:_BUCKETS] - counts[_BUCKETS:]
    return subject / (math.sqrt(subject @ subject) or 1.0)


def _likeness(subjects: NDArray[np.float64]) -> float:
    """The mean cosine of all pairs: what the length of their sum says, without going through the pairs."""
    whole, count = subjects.sum(axis=0), len(subjects)
    return round(float(whole @ whole - (subjects * subjects).sum()) / (count * (count - 1)), 6)


def _own(repeated: Mapping[str, Mapping[int, int]], samples: Iterable[list[_Seen]]) -> set[int]:
    """The sentences that most of the outlets which print them repeat: no agency's, whose clients print them once."""
    wanted = {key for counts in repeated.values() for key in counts}
    printing: Counter[int] = Counter()
    repeating: Counter[int] = Counter()
    for sample in samples:
        counts = Counter(key for seen in sample for key in set(seen.keys.tolist()) if key in wanted)
        printing.update(counts.keys())
        repeating.update(key for key, count in counts.items() if count > 1)
    return {key for key in wanted if 2 * repeating[key] > printing[key]}
