"""Where does a text print the numbers of a claim, of whatever, and among which words?"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from reliability.compare.words import SUBJECTLESS, fold
from reliability.records import Quantity, Reading

_BESIDE = 3  # words on either side of a number that say what it counts
_MOST = 50  # places of one number that are looked at; longer texts are tables
_WHOLE = frozenset({"date", "score"})  # kinds that have no unit


@dataclass(frozen=True, slots=True)
class Printing:
    """One place where a number stands.

    Attributes:
        beside: The telling words next to it, folded.
        before: The word right before it where that one is telling, folded, else empty: ``League`` in "League Two".
        after: The word right after it, likewise.
    """

    beside: frozenset[str]
    before: str
    after: str


def telling_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words that carry subject matter, folded."""
    return frozenset(fold(word) for word in words if word not in SUBJECTLESS and not word[0].isdigit())


def printing(reading: Reading, quantity: Quantity) -> Printing:
    """A quantity of an article as it is printed there."""
    return _printing(reading.sentences[quantity.sentence].words, *_digits(reading, quantity))


def printings(claim: Reading, text: Reading) -> list[list[Printing]]:
    """For every number of the claim, all places where the text prints the same digits or number words."""
    numbers = []
    for quantity in claim.quantities:
        first, last = _digits(claim, quantity)
        numbers.append(claim.sentences[quantity.sentence].words[first:last])
    places: dict[tuple[str, ...], list[Printing]] = {number: [] for number in numbers}
    opening = defaultdict(list)
    for number in places:
        opening[number[:1]].append(number)
    for sentence in text.sentences:
        words = sentence.words
        for index in range(len(words)):
            for number in opening.get(words[index : index + 1], ()):
                last = index + len(number)
                if words[index:last] == number and len(places[number]) < _MOST:
                    places[number].append(_printing(words, index, last))
    return [places[number] for number in numbers]


def _digits(reading: Reading, quantity: Quantity) -> tuple[int, int]:
    """The words of its sentence that print the number itself, without currency and unit: first, and past the last."""
    sentence = reading.sentences[quantity.sentence]
    first = bisect_left(sentence.starts, quantity.span.start)
    last = bisect_left(sentence.starts, quantity.span.end)
    if quantity.kind in _WHOLE:
        return first, last
    first = next((index for index in range(first, last) if sentence.words[index][0].isdigit()), first)
    return first, first + 1


def _printing(words: tuple[str, ...], first: int, last: int) -> Printing:
    before, after = words[max(0, first - _BESIDE) : first], words[last : last + _BESIDE]
    last_word, next_word = telling_words(before[-1:]), telling_words(after[:1])
    return Printing(telling_words(before + after), "".join(last_word), "".join(next_word))
