"""The articles' own words side by side: which runs of them stand in several articles, and in which sentences?"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from reliability.compare.texts import RUN, Ints, Numbering, runs
from reliability.records import Reading

# A run that many hold ("the united states said") is followed to this many holders on: of three sentences that are
# one, each is then linked to the next whatever stands between them.
_ON = 3
_NOTHING = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Every run of three words outside quotation marks: quoting one document is not copying.

    Attributes:
        words: Per article, its own words by their numbers.
        distinct: Per article, its different runs, sorted.
        sentence: Per run that stands within a sentence, the sentence, numbered through all articles.
        run: Per such run, which it is.
        place: Per sentence, article and index into ``Reading.sentences``.
    """

    words: tuple[Ints, ...]
    distinct: tuple[Ints, ...]
    sentence: Ints
    run: Ints
    place: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, readings: tuple[Reading, ...]) -> Self:
        """Those of the readings."""
        numbering = Numbering()
        own = [_own_words(reading, numbering) for reading in readings]
        words, distinct, sentences, within = [], [], [], []
        place: list[tuple[int, int]] = []
        for article, (numbers, of) in enumerate(own):
            found = runs(numbers, numbering.size)
            words.append(np.asarray(numbers, dtype=np.int64))
            distinct.append(np.unique(found))
            sentence = np.asarray(of, dtype=np.int64)
            whole = np.flatnonzero(sentence[: len(found)] == sentence[RUN - 1 :][: len(found)])
            within.append(found[whole])
            sentences.append(sentence[whole] + len(place))
            place += [(article, index) for index in range(len(readings[article].sentences))]
        return cls(
            tuple(words),
            tuple(distinct),
            np.concatenate([_NOTHING, *sentences]),
            np.concatenate([_NOTHING, *within]),
            tuple(place),
        )

    def alike(self, articles: list[int], least: int) -> dict[tuple[int, int], int]:
        """Pairs of some articles that follow each other among the holders of ``least`` runs, and of how many they do."""
        owner = np.repeat(np.array(articles), [len(self.distinct[article]) for article in articles])
        return _neighbours(
            np.concatenate([_NOTHING, *(self.distinct[one] for one in articles)]), owner, 1, least
        )

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
            pairs |= _neighbours(held, sentence[looked], _ON, least)
        return [
            (a, b)
            for (a, b), count in pairs.items()
            if count >= share * min(length[a], length[b]) and self.place[a][0] != self.place[b][0]
        ]


def _neighbours(held: Ints, holder: Ints, reach: int, least: int) -> dict[tuple[int, int], int]:
    """How many runs two holders share in whose list of holders they stand up to ``reach`` places apart."""
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


def _own_words(reading: Reading, numbering: Numbering) -> tuple[list[int], list[int]]:
    """The words of the text outside quotation marks, and the sentence that each stands in."""
    quoted = [(quote.span.start, quote.span.end) for quote in reading.quotes if quote.span.field == "text"]
    words: list[int] = []
    sentences: list[int] = []
    position = 0
    for index, sentence in enumerate(reading.sentences):
        if sentence.span.field != "text":
            continue
        before = len(words)
        if position < len(quoted) and quoted[position][0] < sentence.span.end:
            for word, start in zip(sentence.words, sentence.starts, strict=True):
                while position < len(quoted) and quoted[position][1] <= start:
                    position += 1
                if position == len(quoted) or start < quoted[position][0]:
                    words.append(numbering[word])
        else:
            words += [numbering[word] for word in sentence.words]
        sentences += [index] * (len(words) - before)
    return words, sentences
