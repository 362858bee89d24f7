"""What is a number about? The words around it, weighted by how rare they are in the event."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from math import log, sqrt

from reliability.compare.words import FUNCTION_WORDS, SUBJECTLESS, fold
from reliability.records import Quantity, Reading

# Words this far from the number count half as much as its neighbours: about one clause.
_HALF_WAY = 8.0
# Sentences of other news that are thought beside the event's own: in an event of a few sentences every word stands in
# all of them and would tell nothing.
_ELSEWHERE = 15
# ... and around a date: it belongs to the verb or noun next to it ("Sunday's election").
_HALF_WAY_DATE = 3.0
_REACH = 80  # words on either side that are looked at: longer sentences are tables
_FRAME = 3  # words on either side that make the frame a number stands in


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one mention.

    Attributes:
        weights: Weight per folded word, the nearer the heavier, of length 1 as a vector.
        sentence: The same of the whole sentence, however far the words stand.
        before: The last folded words before the number, function words among them.
        after: The first ones after it and what it counts.
    """

    weights: dict[str, float]
    sentence: dict[str, float]
    before: frozenset[str]
    after: frozenset[str]

    def similarity(self, other: "Context") -> float:
        """Cosine of two contexts, in [0, 1]."""
        return _cosine(self.weights, other.weights)

    def likeness(self, other: "Context") -> float:
        """The same, or the cosine of the whole sentences where that is greater: clauses change places."""
        return max(_cosine(self.weights, other.weights), _cosine(self.sentence, other.sentence))

    def frame(self, other: "Context") -> int:
        """How many of the words next to the number are the same: "left [12 people] dead in"; none where they are all
        function words.
        """
        shared = (self.before & other.before, self.after & other.after)
        if all(words <= FUNCTION_WORDS for words in shared):
            return 0
        return sum(map(len, shared))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


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
        start, end = quantity.span.start, quantity.extent.end
        half = _HALF_WAY_DATE if quantity.kind == "date" else _HALF_WAY
        centre, past = bisect_left(sentence.starts, start), bisect_left(sentence.starts, end)
        near: dict[str, float] = {}
        whole: dict[str, float] = {}
        for index in range(max(0, centre - _REACH), min(past + _REACH, len(sentence.words))):
            word, at = sentence.words[index], sentence.starts[index]
            if word in SUBJECTLESS or word[0].isdigit() or start <= at < quantity.span.end:
                continue
            folded = fold(word)
            weight = self(folded)
            whole[folded] = weight
            weight /= 1.0 + abs(index - centre) / half
            near[folded] = max(near.get(folded, 0.0), weight)
        return Context(
            _unit(near),
            _unit(whole),
            frozenset(map(fold, sentence.words[max(0, centre - _FRAME) : centre])),
            frozenset(map(fold, sentence.words[past : past + _FRAME])),
        )
