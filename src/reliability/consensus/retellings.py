"""Which articles tell one text in other words or in another language, sentence after sentence?

A translation shares no run of words with its original, and one that was translated away and back hardly any. What it
keeps is the order of what no translator changes: numbers, and names and other words spelt alike in both languages.
Reporters who were at one press conference share these too, but not their order through the whole text; a short report
and a long one may share the order, but not the whole text. (Order-preserving alignment by anchors as evidence of
reuse across languages: Potthast, Barron-Cedeno, Stein and Rosso, Cross-language plagiarism detection, Language
Resources and Evaluation 45, 2011.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reliability.compare.alignment import Alignment, Point
from reliability.compare.cognates import cognate
from reliability.compare.texts import Ints
from reliability.consensus.texts import Texts, neighbours
from reliability.records import Reading

# How faithful to each other two texts must be: the share of their points that is in order, times the share of either
# text that lies in sentences with such points or in stretches between them that are equally long. Measured on 3,900 pairs
# of news reports on one event, no copies: 99 in 100 stay below .60, and the three above .75 that meet the other bounds as
# well are, read by eye, one tabloid's story rewritten; translations by hand reach .86 and more.
_FAITHFUL = 0.75
# Long texts share more by chance, and in less of an order: of k points in random order 2 sqrt(k) are in one. With so many
# in order none of those reports is above .41.
_MANY, _FAITHFUL_AT_LENGTH = 40, 0.60
# The share that must be covered in any case, or half of a long text would do; and the share that must lie in sentences
# with points themselves, where the stretches between are taken on trust.
_COVERED, _HELD = 0.80, 0.40
# Points in order. Between two languages only names, numbers and cognates are points, few and telling. Inside of one any
# word that both use makes one, and more are needed: two independent reports had 16 by chance.
_ACROSS, _WITHIN = 12, 20
# Shorter texts say what happened, where and how many in the one order that news has: of the reports nearest to these
# bounds a third had eight or nine sentences.
_SENTENCES = 10
# Names and numbers are looked up in pairs, each with so many that follow.
_FOLLOWING = 4
# So many of these pairs, and such a share of the shorter text's, make two texts worth aligning: translations have .63 of
# them in common and more, reports on one press conference mostly less than half.
_FEWEST = 8
_SHARE = 0.5
_REACH = 3
_ROW = 0.7  # names and numbers among the words of a sentence that is a row of a table


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two articles that are one text in different words.

    Attributes:
        first: Index of one reading.
        second: Index of the other.
        sentences: Which sentences correspond, as indices into ``Reading.sentences``.
    """

    first: int
    second: int
    sentences: tuple[Point, ...]


def retellings(readings: tuple[Reading, ...], texts: Texts, groups: list[list[int]]) -> list[Retelling]:
    """The pairs of articles that are retellings of each other.

    Linear in the length of the texts: only articles that share pairs of neighbouring names or numbers are aligned, and
    each is held against those that follow it among the holders of such a pair.

    Args:
        readings: The readings.
        texts: Their own words.
        groups: Copies, each group with the article that stands for it first: the others are not looked at.
    """
    anchors = _Anchors(readings, texts)
    found = []
    for pair in anchors.candidates([group[0] for group in groups]):
        # The longer first: which of two texts is aligned with which makes a hair's difference.
        first, second = sorted(pair, key=lambda index: -len(readings[index].article.text))
        sentences = anchors.retold(first, second)
        if sentences:
            found.append(Retelling(first, second, sentences))
    return found


class _Anchors:
    """What no translator changes, and where it stands."""

    def __init__(self, readings: tuple[Reading, ...], texts: Texts) -> None:
        self._readings = readings
        self._texts = texts
        self._numbers: dict[str, int] = {"": 0}
        self._cognate: Ints = np.full(len(texts.vocabulary), -1, dtype=np.int64)
        self._digits = np.array([word[:1].isdigit() for word in texts.vocabulary], dtype=np.bool_)
        self._read: dict[int, _Prose] = {}

    def candidates(self, articles: Sequence[int]) -> list[tuple[int, int]]:
        """The pairs of articles worth aligning."""
        own = {article: self._telling(article) for article in articles}
        found = self._sharing(own)
        if len({self._readings[article].language for article in articles} - {""}) > 1:
            found |= self._sharing(self._international(own))
        return sorted(found)

    def _telling(self, article: int) -> tuple[Ints, Ints]:
        """The names and numbers of an article in order, and which of them are printed side by side."""
        words = self._texts.words[article]
        at = np.flatnonzero(self._texts.named[article] | self._digits[words])
        keys = self._cognates(words[at])
        at, keys = at[keys > 0], keys[keys > 0]
        return keys, np.cumsum(np.diff(at, prepend=-2) != 1)

    def _cognates(self, words: Ints) -> Ints:
        """What each of some words shares with its cognates, as a number; 0 for what is no anchor."""
        for word in np.unique(words[self._cognate[words] < 0]).tolist():
            self._cognate[word] = self._numbers.setdefault(
                cognate(self._texts.vocabulary[word]), len(self._numbers)
            )
        found: Ints = self._cognate[words]
        return found

    def _international(self, own: dict[int, tuple[Ints, Ints]]) -> dict[int, tuple[Ints, Ints]]:
        """The same without what stands in articles of one language only: German writes every noun with a capital."""
        spoken: dict[str, set[int]] = {}
        for article, (keys, _) in own.items():
            spoken.setdefault(self._readings[article].language, set()).update(keys.tolist())
        every, times = np.unique(
            np.concatenate([np.fromiter(keys, dtype=np.int64) for keys in spoken.values()]),
            return_counts=True,
        )
        shared = every[times > 1]
        return {
            article: (keys[stays], names[stays])
            for article, (keys, names) in own.items()
            for stays in [np.isin(keys, shared)]
        }

    def _sharing(self, own: dict[int, tuple[Ints, Ints]]) -> set[tuple[int, int]]:
        """Pairs of articles that share enough pairs of names and numbers that follow each other in either order."""
        distinct = {article: self._paired(keys, names) for article, (keys, names) in own.items()}
        holder = np.repeat(
            np.array(list(distinct), dtype=np.int64), [len(held) for held in distinct.values()]
        )
        held = np.concatenate([np.zeros(0, dtype=np.int64), *distinct.values()])
        return {
            (first, second)
            for (first, second), shared in neighbours(held, holder, _REACH, _FEWEST).items()
            if shared >= _SHARE * min(len(distinct[first]), len(distinct[second]))
        }

    def _paired(self, keys: Ints, names: Ints) -> Ints:
        size = len(self._texts.vocabulary) + 1
        pairs = []
        for step in range(1, _FOLLOWING + 1):
            one, other = keys[:-step], keys[step:]
            apart = (names[step:] != names[:-step]) & (one != other)
            pairs.append((np.minimum(one, other) * size + np.maximum(one, other))[apart])
        return np.unique(np.concatenate(pairs))

    def retold(self, first: int, second: int) -> tuple[Point, ...]:
        """The sentences that correspond, if the one article is the other retold."""
        one, other = self._prose(first), self._prose(second)
        if min(len(one.sentences), len(other.sentences)) < _SENTENCES:
            return ()
        alignment = Alignment.of(one.lengths, other.lengths, (one.anchors, other.anchors))
        spoken = {self._readings[first].language, self._readings[second].language}
        least = _ACROSS if len(spoken) > 1 and "" not in spoken else _WITHIN
        faithful = _FAITHFUL if len(alignment.chain) < _MANY else _FAITHFUL_AT_LENGTH
        if (
            len(alignment.chain) < least
            or alignment.held < _HELD
            or alignment.covered < _COVERED
            or alignment.fidelity < faithful
        ):
            return ()
        return tuple((one.sentences[a], other.sentences[b]) for a, b in alignment.pairs)

    def _prose(self, article: int) -> "_Prose":
        if article not in self._read:
            self._read[article] = self._placed(article)
        return self._read[article]

    def _placed(self, article: int) -> "_Prose":
        """The sentences of an article, rows of tables left out, and where each anchor stands among them."""
        words, within = self._texts.words[article], self._texts.within[article]
        sentences = self._readings[article].sentences
        bare = np.bincount(within, self._texts.named[article] | self._digits[words], len(sentences))
        row = bare > _ROW * np.maximum(np.bincount(within, minlength=len(sentences)), 1)
        prose = [
            index
            for index, sentence in enumerate(sentences)
            if sentence.span.field == "text" and not row[index]
        ]
        position = {index: place for place, index in enumerate(prose)}
        anchors: dict[int, list[int]] = {}
        for anchor, index in zip(self._cognates(words).tolist(), within.tolist(), strict=True):
            if anchor and index in position:
                stands = anchors.setdefault(anchor, [])
                if not stands or stands[-1] != position[index]:
                    stands.append(position[index])
        return _Prose(prose, [len(sentences[index].span) for index in prose], anchors)


@dataclass(frozen=True, slots=True)
class _Prose:
    """An article's sentences, how long they are, and in which of them each anchor stands."""

    sentences: list[int]
    lengths: list[int]
    anchors: dict[int, list[int]]
