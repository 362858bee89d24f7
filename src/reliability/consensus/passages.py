"""Which passages stand in several articles word for word?

An article need not be a copy to print another's sentences: those of an agency, of a statement, of an earlier report.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reliability.consensus.groups import Groups
from reliability.consensus.texts import Texts
from reliability.records import Reading, SharedPassage, Span

# Two sentences are one where they share so many runs of three words outside quotation marks, fourteen words in one
# piece, and this share of the shorter one's: with every tenth word changed they keep .73.
_RUNS = 12
_SHARE = 0.6

Place = tuple[int, int]  # article, sentence


@dataclass(frozen=True, slots=True)
class Passages:
    """Sentences that are one sentence.

    Attributes:
        number: The number of the shared sentence that stands at a place, where one does.
        places: By that number, all places where it stands, in order.
    """

    number: dict[Place, int]
    places: tuple[tuple[Place, ...], ...]

    @classmethod
    def of(cls, texts: Texts, groups: list[list[int]]) -> "Passages":
        """Those of some texts, whose copies are in groups, each with the article that stands for it first."""
        pairs = texts.twins(groups, _RUNS, _SHARE)
        nodes = sorted({sentence for pair in pairs for sentence in pair})
        position = {sentence: index for index, sentence in enumerate(nodes)}
        same = Groups(len(nodes))
        for first, second in pairs:
            same.join(position[first], position[second])
        places = tuple(tuple(texts.place[nodes[index]] for index in group) for group in same.groups())
        return cls({place: number for number, group in enumerate(places) for place in group}, places)

    def spans(self, readings: tuple[Reading, ...], order: dict[int, int]) -> tuple[SharedPassage, ...]:
        """The passages as they are shown: sentences that follow each other in all of the articles are one.

        Args:
            readings: The readings.
            order: The articles that are looked at, each with its place among those that print a passage.
        """
        found = [
            tuple(
                Span(readings[article].article.id, *_extent(readings[article], first, last))
                for article, first, last in passage
            )
            for passage in self._passages(order)
        ]
        return tuple(SharedPassage(spans) for spans in found)

    def _passages(self, order: dict[int, int]) -> Iterator[tuple[tuple[int, int, int], ...]]:
        """Each passage as triples of article, first and last sentence."""
        sentences = []
        for places in self.places:
            first: dict[int, int] = {}
            for article, sentence in places:
                if article in order:
                    first.setdefault(article, sentence)
            if len(first) > 1:
                sentences.append(
                    tuple((article, first[article]) for article in sorted(first, key=order.__getitem__))
                )
        run: tuple[tuple[int, int, int], ...] = ()
        for places in sorted(sentences, key=lambda places: (order[places[0][0]], places)):
            if tuple((article, last + 1) for article, _, last in run) == places:
                run = tuple((article, begin, last + 1) for article, begin, last in run)
                continue
            if run:
                yield run
            run = tuple((article, sentence, sentence) for article, sentence in places)
        if run:
            yield run


def _extent(reading: Reading, first: int, last: int) -> tuple[int, int]:
    return reading.sentences[first].span.start, reading.sentences[last].span.end
