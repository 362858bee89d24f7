"""Which articles are copies of one text, and so one voice?"""

from collections import Counter

from reliability.compare.texts import containment, shingles
from reliability.compare.words import fold
from reliability.consensus.groups import Groups
from reliability.records import Reading

# The share of three-word runs outside quotation marks that two texts must share to be one text: halfway between
# what independent reports share and what edited copies keep (see ``compare.texts``).
_COPY = 0.50
# Fewer runs than this are a few sentences; stock phrases can make them alike.
_FEWEST = 20


def origins(readings: tuple[Reading, ...]) -> list[list[int]]:
    """Groups of indices into ``readings`` that count as one voice each, ordered by their first index.

    Candidates are found through an index of runs in which each text is paired with the next one that
    holds the same run, so the cost is linear in the length of the texts.
    """
    own = [tuple(_own_words(reading)) for reading in readings]
    runs = [shingles(words) for words in own]
    holders: dict[int, int] = {}
    pairs: Counter[tuple[int, int]] = Counter()
    for index, found in enumerate(runs):
        for run in found:
            before = holders.get(run)
            if before is not None:
                pairs[before, index] += 1
            holders[run] = index
    groups = Groups(len(readings))
    same: dict[tuple[str, ...], int] = {}
    for index, words in enumerate(own):
        if words:
            groups.join(same.setdefault(words, index), index)  # the very same words, however few
    for (first, second), shared in pairs.items():
        smaller = min(len(runs[first]), len(runs[second]))
        # A third member can stand between two copies in the index; a part of the runs is enough to look closer.
        if (
            smaller >= _FEWEST
            and shared >= _COPY * smaller / 4
            and containment(runs[first], runs[second]) >= _COPY
        ):
            groups.join(first, second)
    return groups.groups()


def _own_words(reading: Reading) -> list[str]:
    """The article's words outside quotation marks: quoting one document is not copying."""
    quoted = [(quote.span.start, quote.span.end) for quote in reading.quotes if quote.span.field == "text"]
    words: list[str] = []
    position = 0
    for sentence in reading.sentences:
        if sentence.span.field != "text":
            continue
        for word, start in zip(sentence.words, sentence.starts, strict=True):
            while position < len(quoted) and quoted[position][1] <= start:
                position += 1
            if position < len(quoted) and quoted[position][0] <= start:
                continue
            words.append(fold(word))
    return words
