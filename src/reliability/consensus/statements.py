"""Which sentences of different articles say the same thing, and which the opposite?"""

from collections.abc import Iterator

from reliability.compare.statements import contrast, denial, turned
from reliability.consensus.clauses import Sentence
from reliability.consensus.context import Rarity
from reliability.consensus.telling import Telling, Weights, tellings
from reliability.records import Claim, Difference, Item, Reading, Span

# A word that more sentences than this hold, and more than two of each voice, tells nothing of any one of them; a
# sentence is compared with so many others that share a word, so that the cost stays linear.
_COMMON = 24
_EACH = 2
_SHARED = 4  # words that two sentences must share to be looked at
# Two sentences that share more than this both ways are one text printed twice: copies are one voice.
_PRINTED = 0.95
# Of what a sentence says, weighed by how much each word tells, this share must stand in another that says the same: read
# by eye on news events, four in five pairs above 0.7 said the same, and nearly all once names, numbers and verbs had to ...
_SAID = 0.72
# ... and this of a clause, whose verb and subject have to as well. Read by eye likewise, nine in ten did say the same.
_CLAUSE = 0.7
# ... and this in one that says the opposite: what is opposed goes beside it.
_OPPOSED = 0.5


_PRONOUNS = frozenset("he she it they this that these those his her their its".split())
_Head = tuple[int, Span]  # a sentence, and what of it is said


def statements(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """What sentences of several voices state.

    Pairs come from an index of words, so the cost is linear in the number of sentences. Words in quotation marks are
    the quotations' business and left out.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.

    Returns:
        Items of kind ``statement``: value 0 for a sentence and those of other voices that say all of it, value 1 for
        those that say the opposite.
    """
    told = [
        telling
        for index, reading in enumerate(readings)
        if reading.english
        for telling in tellings(index, voices[index], reading)
    ]
    same: dict[_Head, list[int]] = {}
    opposed: dict[int, list[tuple[int, str]]] = {}
    weights = Weights(rarity)
    whole = [weights.of(telling.said.content) for telling in told]
    sentences = _Sentences(told, readings, weights)
    for i, j in _candidates(told, len(set(voices))):
        first, second = told[i], told[j]
        shared = weights.of(first.said.content & second.said.content)
        there, back = shared / whole[i], shared / whole[j]
        if max(there, back) >= _OPPOSED and (opposite := _opposition(first, second, there, back)):
            opposed.setdefault(i, []).append((j, opposite))
            opposed.setdefault(j, []).append((i, turned(opposite)))
        elif min(there, back) < _PRINTED:
            for one, other, share in ((i, j, there), (j, i, back)):
                for span in _borne_out(told[one], told[other], share, sentences, one, max(there, back)):
                    same.setdefault((one, span), []).append(other)
    return _items(told, same, opposed, readings)


class _Sentences(dict[int, Sentence]):
    """The sentences that some other shares words with, each cut up once."""

    def __init__(self, told: list[Telling], readings: tuple[Reading, ...], weights: Weights) -> None:
        super().__init__()
        self._told, self._readings, self._weights = told, readings, weights

    def __missing__(self, index: int) -> Sentence:
        telling = self._told[index]
        made = self[index] = Sentence(telling, self._readings[telling.reading], self._weights)
        return made


def _borne_out(
    telling: Telling, other: Telling, share: float, sentences: _Sentences, index: int, most: float
) -> Iterator[Span]:
    """What of a sentence another bears out: all of it, or where neither says all of the other, its clauses."""
    if share >= _SAID and telling.borne_out_by(other):
        yield telling.span
    elif most < _SAID:
        yield from (clause.span for clause in sentences[index].clauses(other, share, _CLAUSE))


def _opposition(first: Telling, second: Telling, there: float, back: float) -> str:
    """The words by which one says the opposite of the other."""
    a, b = first.said, second.said
    words = contrast(a, b) or denial(a, b, whole=there >= _SAID) or turned(denial(b, a, whole=back >= _SAID))
    return words if words and first.of_the_same(second) else ""


def _candidates(told: list[Telling], voices: int) -> list[tuple[int, int]]:
    """Pairs of different voices that share words which few sentences hold."""
    holders: dict[str, list[int]] = {}
    for index, telling in enumerate(told):
        for word in telling.said.content:
            holders.setdefault(word, []).append(index)
    common = max(_COMMON, _EACH * voices)
    shared: dict[tuple[int, int], int] = {}
    for indices in holders.values():
        if not 1 < len(indices) <= common:
            continue
        for position, j in enumerate(indices):
            voice = told[j].voice
            for i in indices[max(position - _COMMON, 0) : position]:
                if told[i].voice != voice:
                    shared[i, j] = shared.get((i, j), 0) + 1
    return sorted([pair for pair, count in shared.items() if count >= _SHARED])


def _items(
    told: list[Telling],
    same: dict[_Head, list[int]],
    opposed: dict[int, list[tuple[int, str]]],
    readings: tuple[Reading, ...],
) -> list[Item]:
    """What most voices bear out first, whole sentences before clauses; what stands in one is not told again."""
    items = []
    done: set[int] = set()
    heads = same.keys() | {(at, told[at].span) for at in opposed}
    voices = {head: len({told[other].voice for other in same.get(head, ())}) for head in heads}

    def order(head: _Head) -> tuple[int, bool, bool, int, int]:
        at, span = head
        named = told[at].said.words[0] not in _PRONOUNS
        return -voices[head], span != told[at].span, not named, len(told[at].said.content), at

    for at, span in sorted(heads, key=lambda head: (*order(head), -len(head[1]), head[1].start)):
        if at in done:
            continue
        beside = same.get((at, span), [])
        saying = [at, *beside]
        against = {
            other: words for one in saying for other, words in opposed.get(one, ()) if other not in saying
        }
        done.update(saying, against)
        claims = [
            _claim(told[at], span, 0, readings),
            *(_claim(told[one], told[one].span, 0, readings) for one in beside),
        ]
        claims += [_claim(told[one], told[one].span, 1, readings) for one in sorted(against)]
        words = next((against[one] for one in sorted(against)), "")
        differences = {(0, 1): Difference("opposite", words)} if against else {}
        items.append(Item("statement", tuple(claims), differences=differences))
    return items


def _claim(telling: Telling, span: Span, value: int, readings: tuple[Reading, ...]) -> Claim:
    reading = readings[telling.reading]
    return Claim(reading.article.id, span, value, reading.printed(span))
