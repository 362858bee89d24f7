"""Which of the articles are about the event, and which about something else?"""

import numpy as np
from numpy.typing import NDArray

from reliability.compare.words import SUBJECTLESS, fold
from reliability.consensus.groups import Groups
from reliability.records import Reading

Floats = NDArray[np.float64]

# Cosine of two articles' vocabularies, names counting three times. Measured on news events from several
# outlets: 99% of articles reach .22 to .28 with their nearest companion; articles of different events stay
# below .16 in half of the cases. Set low: to lose an article of the event is the worse mistake.
_SAME_EVENT = 0.20
_NAME = 3.0
_SHORTEST = 4  # letters; shorter words are seldom what a story is about


def members(readings: tuple[Reading, ...], voices: list[list[int]]) -> list[list[int]]:
    """The voices that belong together: the largest group linked by shared vocabulary.

    Whether two articles are linked depends on these two alone, so that a stranger among the articles
    changes nothing for the rest. Copies are one voice, which is linked where any of its articles is. Of groups of equal size the one with most words wins. One or
    two voices are always members: there is no majority to be strange to.

    Args:
        readings: The readings of all articles.
        voices: Indices into ``readings`` of the articles that speak with one voice.

    Returns:
        The voices of the event, in order.
    """
    if len(voices) <= 2:  # noqa: PLR2004
        return voices
    speaking = [number for number, voice in enumerate(voices) for _ in voice]
    joined = Groups(len(voices))
    for linked in _linked([_vocabulary(readings[index]) for voice in voices for index in voice]):
        for article in linked:
            joined.join(speaking[linked[0]], speaking[article])
    groups = joined.groups()
    sizes = [len(readings[voice[0]].article.text) for voice in voices]
    best = max(groups, key=lambda group: (len(group), sum(sizes[index] for index in group), -group[0]))
    return [voices[index] for index in best]


def _linked(vocabularies: list[dict[str, float]]) -> list[list[int]]:
    """Groups linked by likeness. Each article in turn is held against those that are not linked yet, so that the cost
    is linear where most are of one event; there is no table of all pairs.
    """
    numbers: dict[str, int] = {}
    words = [
        np.array([numbers.setdefault(word, len(numbers)) for word in vocabulary], dtype=np.intp)
        for vocabulary in vocabularies
    ]
    weights = [_normed(np.fromiter(vocabulary.values(), dtype=np.float64)) for vocabulary in vocabularies]
    asked = np.zeros(len(numbers))
    left = np.arange(len(words))  # the articles not linked yet, and all their words in one row
    row = np.repeat(left, [len(one) for one in words])
    word, weight = np.concatenate(words), np.concatenate(weights)
    groups = []
    while len(left):
        group: list[int] = []
        waiting = [int(left[0])]
        near = left == waiting[0]
        while waiting:
            if near.any():
                stays = np.isin(row, left[near], invert=True)
                row, word, weight, left = row[stays], word[stays], weight[stays], left[~near]
            index = waiting.pop()
            group.append(index)
            asked[words[index]] = weights[index]
            near = np.bincount(row, weight * asked[word], len(words))[left] >= _SAME_EVENT
            asked[words[index]] = 0.0
            waiting += left[near].tolist()
        groups.append(sorted(group))
    return groups


def _normed(weights: Floats) -> Floats:
    return weights / max(float(np.linalg.norm(weights)), 1e-9)


def _vocabulary(reading: Reading) -> dict[str, float]:
    weights: dict[str, float] = {}
    for sentence in reading.sentences:
        text = reading.article.text if sentence.span.field == "text" else reading.article.title or ""
        first = sentence.starts[0] if sentence.starts else 0
        for word, start in zip(sentence.words, sentence.starts, strict=True):
            if word in SUBJECTLESS or word[0].isdigit():
                continue
            if start > first and len(word) > 1 and text[start].isupper():
                weights[fold(word)] = _NAME
            elif len(word) >= _SHORTEST:
                weights.setdefault(fold(word), 1.0)
    return weights
