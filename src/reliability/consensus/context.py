"""What is a number about? The words around it, weighted by how rare they are in the event."""

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt

from reliability.compare.words import SUBJECTLESS, fold
from reliability.records import Quantity, Reading

# Words this far from the number count half as much as its neighbours: about one clause.
_HALF_WAY = 8.0
# Sentences of other news that are thought beside the event's own: in an event of a few sentences every word stands in
# all of them and would tell nothing.
_ELSEWHERE = 15
# ... and around a date: it belongs to the verb or noun next to it ("Sunday's election").
_HALF_WAY_DATE = 3.0


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one mention.

    Attributes:
        weights: Weight per folded word, of length 1 as a vector.
    """

    weights: dict[str, float]

    def similarity(self, other: "Context") -> float:
        """Cosine of two contexts, in [0, 1]."""
        a, b = self.weights, other.weights
        if len(b) < len(a):
            a, b = b, a
        return sum(weight * b[word] for word, weight in a.items() if word in b)


class Rarity:
    """How much a word tells: the logarithm of one over the share of the event's sentences that hold it.

    (Inverse document frequency, Sparck Jones 1972, with sentences for documents.)
    """

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for reading in readings:
            for sentence in reading.sentences:
                total += 1
                counts.update({fold(word) for word in sentence.words})
        self._counts = counts
        self._total = total

    def __call__(self, word: str) -> float:
        """The weight of a folded word; next to 0 for one that stands in every sentence of a large event."""
        return log((1 + self._total + _ELSEWHERE) / (1 + self._counts[word]))

    def context(self, reading: Reading, quantity: Quantity) -> Context:
        """The words of the quantity's sentence, the nearer the heavier; the number and its unit left out."""
        sentence = reading.sentences[quantity.sentence]
        centre = next(
            (index for index, start in enumerate(sentence.starts) if start >= quantity.span.start),
            len(sentence.words),
        )
        half = _HALF_WAY_DATE if quantity.kind == "date" else _HALF_WAY
        weights: dict[str, float] = {}
        for index, (word, start) in enumerate(zip(sentence.words, sentence.starts, strict=True)):
            if word in SUBJECTLESS or word[0].isdigit() or quantity.span.start <= start < quantity.span.end:
                continue
            folded = fold(word)
            weight = self(folded) / (1.0 + abs(index - centre) / half)
            weights[folded] = max(weights.get(folded, 0.0), weight)
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return Context({word: weight / length for word, weight in weights.items()} if length else {})
