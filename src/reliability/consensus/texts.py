"""The articles' own words side by side: which runs of them stand in several articles, and in which sentences?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from reliability.compare.texts import RUN, Ints, Numbering, runs
from reliability.records import Reading

# A run that many hold ("the united states said") is followed to this many holders on: of three sentences that are
# one, each is then linked to the next whatever stands between them.
_ON = 3
# With every tenth word changed a sentence keeps seven runs in ten; one that has three of them is the same sentence.
_EDITED = 0.3
_NOTHING = np.zeros(0, dtype=np.int64)

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Every run of three words outside quotation marks: quoting one document is not copying.

    Attributes:
        words: Per article, its own words by their numbers.
        within: Per article, the sentence of each of these words, as an index into ``Reading.sentences``.
        named: Per article, whether each of them is printed with a capital, and not because it opens a sentence.
        vocabulary: All words, folded, by their numbers.
        distinct: Per article, its different runs, sorted.
        sentence: Per run that stands within a sentence, the sentence, numbered through all articles.
        run: Per such run, which it is.
        place: Per sentence, article and index into ``Reading.sentences``.
        opening: Per article, the number of its first sentence; and what the next article's would be.
    """

    words: tuple[Ints, ...]
    within: tuple[Ints, ...]
    named: tuple[Bools, ...]
    vocabulary: tuple[str, ...]
    distinct: tuple[Ints, ...]
    sentence: Ints
    run: Ints
    place: tuple[tuple[int, int], ...]
    opening: tuple[int, ...]

    @classmethod
    def of(cls, readings: tuple[Reading, ...]) -> Self:
        """Those of the readings."""
        numbering = Numbering()
        own = [_own_words(reading, numbering) for reading in readings]
        distinct, sentences, whole, opening = [], [], [], [0]
        place: list[tuple[int, int]] = []
        for article, (words, within, _) in enumerate(own):
            found = runs(words, numbering.size)
            distinct.append(np.unique(found))
            inside = np.flatnonzero(within[: len(found)] == within[RUN - 1 :][: len(found)])
            whole.append(found[inside])
            sentences.append(within[inside] + len(place))
            place += [(article, index) for index in range(len(readings[article].sentences))]
            opening.append(len(place))
        return cls(
            tuple(words for words, _, _ in own),
            tuple(within for _, within, _ in own),
            tuple(named for _, _, named in own),
            numbering.words,
            tuple(distinct),
            np.concatenate([_NOTHING, *sentences]),
            np.concatenate([_NOTHING, *whole]),
            tuple(place),
            tuple(opening),
        )

    def alike(self, articles: list[int], least: int) -> dict[tuple[int, int], int]:
        """Pairs of some articles that follow each other among the holders of ``least`` runs, and of how many they do."""
        owner = np.repeat(np.array(articles), [len(self.distinct[article]) for article in articles])
        return neighbours(
            np.concatenate([_NOTHING, *(self.distinct[one] for one in articles)]), owner, 1, least
        )

    def throughout(self, article: int, other: int) -> float:
        """The share of an article that stands in sentences which another article has too, however edited."""
        begin, end = np.searchsorted(self.sentence, self.opening[article : article + 2])
        sentence, run = self.sentence[begin:end] - self.opening[article], self.run[begin:end]
        length = np.bincount(sentence)
        kept = np.bincount(sentence, np.isin(run, self.distinct[other]), len(length))
        return float(length[kept >= _EDITED * length].sum() / max(len(run), 1))

    def twins(self, groups: list[list[int]], least: int, share: float) -> list[tuple[int, int]]:
        """Pairs of sentences of different articles that share so many runs, and such a share of the shorter's.

        Looked at are the articles of each group side by side, and the first articles of all groups side by side: the
        copies of one text do not stand between it and another.
        """
        length = np.bincount(self.sentence, minlength=len(self.place))
        long = np.flatnonzero(length[self.sentence] >= least)
        sentence, run = self.sentence[long], np.unique(self.run[long], return_inverse=True)[1]
        article = np.array([article for article, _ in self.place], dtype=np.int64)[sentence]
        first, several = np.zeros((2, len(self.words)), dtype=np.int64)
        first[[group[0] for group in groups]] = 1
        for number, group in enumerate(groups, start=1):
            several[group] = number if len(group) > 1 else 0
        pairs: dict[tuple[int, int], int] = {}
        for side in (first, several):
            looked = np.flatnonzero(side[article])
            held = run[looked] * (len(groups) + 1) + side[article[looked]]
            pairs |= neighbours(held, sentence[looked], _ON, least)
        return [
            (a, b)
            for (a, b), count in pairs.items()
            if count >= share * min(length[a], length[b]) and self.place[a][0] != self.place[b][0]
        ]


def neighbours(held: Ints, holder: Ints, reach: int, least: int) -> dict[tuple[int, int], int]:
    """How many things two holders share in whose list of holders they stand up to ``reach`` places apart.

    Args:
        held: What is held.
        holder: By whom, at the same index.
        reach: How far apart, 1 or more: the cost grows with it, and not with the number of holders.
        least: Pairs that share fewer are left out.
    """
    order = np.lexsort((holder, held))
    held, holder = held[order], holder[order]
    most = int(holder.max(initial=0)) + 1
    codes = []
    for step in range(1, reach + 1):
        same = (held[step:] == held[:-step]) & (holder[step:] != holder[:-step])
        codes.append(holder[:-step][same] * most + holder[step:][same])
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    firsts, seconds = np.divmod(pairs[counts >= least], most)
    found = zip(firsts.tolist(), seconds.tolist(), strict=True)
    return dict(zip(found, counts[counts >= least].tolist(), strict=True))


def _own_words(reading: Reading, numbering: Numbering) -> tuple[Ints, Ints, Bools]:
    """The words of the text outside quotation marks, the sentence that each stands in, and whether it is named."""
    text = reading.article.text
    quoted = [(quote.span.start, quote.span.end) for quote in reading.quotes if quote.span.field == "text"]
    words: list[int] = []
    sentences: list[int] = []
    named: list[bool] = []
    position = 0
    for index, sentence in enumerate(reading.sentences):
        if sentence.span.field != "text":
            continue
        before = len(words)
        starts: Iterable[int] = sentence.starts
        if position < len(quoted) and quoted[position][0] < sentence.span.end:
            own = []
            for word, start in zip(sentence.words, sentence.starts, strict=True):
                while position < len(quoted) and quoted[position][1] <= start:
                    position += 1
                if position == len(quoted) or start < quoted[position][0]:
                    words.append(numbering[word])
                    own.append(start)
            starts = own
        else:
            words += [numbering[word] for word in sentence.words]
        named += [text[start].isupper() for start in starts]
        if len(words) > before:
            named[before] = False  # a sentence opens with a capital in any case
        sentences += [index] * (len(words) - before)
    return (
        np.asarray(words, dtype=np.int64),
        np.asarray(sentences, dtype=np.int64),
        np.asarray(named, dtype=np.bool_),
    )
