"""Which passages stand in several articles?

An article need not be a copy to print another's sentences: those of an agency, of a statement, of an earlier report.
Where one article is another retold, the sentences that correspond are passages too, in different words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reliability.consensus.firsthand import Place, first_witnesses
from reliability.consensus.groups import Groups
from reliability.consensus.retellings import Retelling
from reliability.consensus.texts import Texts
from reliability.records import Reading, SharedPassage, Span

# Two sentences are one where they share so many runs of three words outside quotation marks, fourteen words in one
# piece, and this share of the shorter one's: with every tenth word changed they keep .73.
_RUNS = 12
_SHARE = 0.6

_Stretch = tuple[int, int, int]  # article, first and last sentence


@dataclass(frozen=True, slots=True)
class Passages:
    """Sentences that are one sentence.

    Attributes:
        number: The number of the shared sentence that stands at a place, where one does.
        places: By that number, all places where it stands, in order.
        retold: The numbers of those that stand somewhere in other words.
        first: By the number, the article that had it before other voices, ``None`` where that is not known.
    """

    number: dict[Place, int]
    places: tuple[tuple[Place, ...], ...]
    retold: frozenset[int]
    first: tuple[int | None, ...]

    @classmethod
    def of(
        cls,
        readings: tuple[Reading, ...],
        texts: Texts,
        groups: list[list[int]],
        retold: Iterable[Retelling] = (),
    ) -> "Passages":
        """Those of some texts.

        Args:
            readings: The readings.
            texts: Their own words.
            groups: Which are copies, in each group first the one that stands for it.
            retold: Pairs of texts that are one in different words, sentence after sentence.
        """
        verbatim = texts.twins(groups, _RUNS, _SHARE)
        reworded = [pair for one in retold for pair in _corresponding(one, texts)]
        pairs = [*verbatim, *reworded]
        nodes = sorted({sentence for pair in pairs for sentence in pair})
        position = {sentence: index for index, sentence in enumerate(nodes)}
        same = Groups(len(nodes))
        for first, second in pairs:
            same.join(position[first], position[second])
        places = tuple(tuple(texts.place[nodes[index]] for index in group) for group in same.groups())
        number = {place: number for number, group in enumerate(places) for place in group}
        reworded_numbers = frozenset(number[texts.place[first]] for first, _ in reworded)
        return cls(number, places, reworded_numbers, first_witnesses(places, readings, groups))

    def spans(self, readings: tuple[Reading, ...], order: dict[int, int]) -> tuple[SharedPassage, ...]:
        """The passages as they are shown: sentences that follow each other in all of the articles are one.

        Args:
            readings: The readings.
            order: The articles that are looked at, each with its place among those that print a passage.
        """
        return tuple(
            SharedPassage(
                tuple(
                    Span(readings[article].article.id, *_extent(readings[article], begin, end))
                    for article, begin, end in passage
                ),
                number not in self.retold,
                "" if (first := self.first[number]) is None else readings[first].article.id,
            )
            for passage, number in self._passages(order)
        )

    def _passages(self, order: dict[int, int]) -> Iterator[tuple[tuple[_Stretch, ...], int]]:
        """Each passage in all of its articles, and the number of its first sentence; a retold one is one sentence."""
        sentences = []
        for number, places in enumerate(self.places):
            found: dict[int, int] = {}
            for article, sentence in places:
                if article in order:
                    found.setdefault(article, sentence)
            if len(found) > 1:
                ordered = sorted(found, key=lambda one: (one != self.first[number], order[one]))
                sentences.append((tuple((article, found[article]) for article in ordered), number))
        run: tuple[_Stretch, ...] = ()
        begun = -1
        for places, number in sorted(sentences, key=lambda one: (order[one[0][0][0]], one)):
            follows = tuple((article, last + 1) for article, _, last in run) == places
            if follows and self.retold.isdisjoint((begun, number)):
                run = tuple((article, begin, last + 1) for article, begin, last in run)
                continue
            if run:
                yield run, begun
            run, begun = tuple((article, sentence, sentence) for article, sentence in places), number
        if run:
            yield run, begun


def _corresponding(one: Retelling, texts: Texts) -> list[tuple[int, int]]:
    """The sentences that correspond, as they are numbered through all articles."""
    first, second = texts.opening[one.first], texts.opening[one.second]
    return [(first + a, second + b) for a, b in one.sentences]


def _extent(reading: Reading, first: int, last: int) -> tuple[int, int]:
    return reading.sentences[first].span.start, reading.sentences[last].span.end
