"""Which sentences of different articles say the same thing, and which the opposite?"""

from collections import Counter
from dataclasses import dataclass

from reliability.compare.statements import Statement, opposition
from reliability.compare.words import fold
from reliability.consensus.context import Rarity
from reliability.records import Claim, Difference, Item, Name, Reading, Span

# Fewer words with a meaning are no statement; many more are several in one.
_FEWEST, _MOST = 5, 24
_ENDS = (".", "!", "”", '"', "…")
_LETTERS = 3  # of a word that counts among these
# A word that more sentences than this hold tells nothing of any one of them.
_COMMON = 24
_SHARED = 4  # words that two sentences must share to be looked at
# Two sentences that share more than this both ways are one text printed twice, and one voice.
_PRINTED = 0.95
# Of what a sentence says, weighed by how much each word tells, this share must stand in another that says the same ...
_SAID = 0.72
# ... of its words other than names and numbers this share as well: who and where is not what happened ...
_PREDICATE = 0.6
_TWO = 2  # of them at least
# ... and this in one that says the opposite: what is opposed goes beside it.
_OPPOSED = 0.5


# Numbers that papers write out; "one" is an article as often as not, and told all the same.
_NUMERALS = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}


@dataclass(frozen=True, slots=True)
class _Sentence:
    reading: int
    voice: int
    span: Span
    said: Statement
    weights: dict[str, float]
    whole: float
    strict: frozenset[str]  # numbers and names: what must not be missing where the same is said
    names: frozenset[str]  # the words of its names
    head: bool  # whole, and in its own words: what can stand for others

    @property
    def stated(self) -> set[str]:
        """All it holds, numbers in either way of writing."""
        numerals = {other for word, other in _NUMERALS.items() if word in self.said.words}
        return {*self.said.content, *numerals, *(word for word in self.said.words if word in _NUMERALS), *(word for word, other in _NUMERALS.items() if other in self.said.content)}

    def in_(self, other: "_Sentence") -> float:
        """The share of what this says that the other says, in [0, 1]."""
        return sum(weight for word, weight in self.weights.items() if word in other.weights) / self.whole


    def of_the_same(self, other: "_Sentence") -> bool:
        """Whether at least one of two names nobody and no number that the other does not."""
        return self.strict <= other.stated or other.strict <= self.stated

    def borne_out_by(self, other: "_Sentence") -> bool:
        """Whether the other leaves out no name, no number and no negation, and says what happened, not only to whom."""
        if not self.head or not self.strict <= other.stated or (other.said.plain and not self.said.plain):
            return False
        happened = [word for word in self.weights if word not in self.names and not word[0].isdigit()]
        return sum(word in other.weights for word in happened) >= max(_PREDICATE * len(happened), _TWO)


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
    sentences = [
        sentence
        for index, reading in enumerate(readings)
        if reading.english
        for sentence in _sentences(index, voices[index], reading, rarity)
    ]
    same: dict[int, list[int]] = {}
    opposed: dict[int, list[tuple[int, str]]] = {}
    for i, j in _candidates(sentences):
        first, second = sentences[i], sentences[j]
        there, back = first.in_(second), second.in_(first)
        if max(there, back) >= _OPPOSED and first.of_the_same(second) and (words := opposition(first.said, second.said)):
            opposed.setdefault(i, []).append((j, words))
            opposed.setdefault(j, []).append((i, " / ".join(reversed(words.split(" / ")))))
            continue
        if min(there, back) >= _PRINTED:
            continue
        if there >= _SAID and first.borne_out_by(second):
            same.setdefault(i, []).append(j)
        if back >= _SAID and second.borne_out_by(first):
            same.setdefault(j, []).append(i)
    return _items(sentences, same, opposed, readings)


def _sentences(index: int, voice: int, reading: Reading, rarity: Rarity) -> list[_Sentence]:
    quotes = _quoted(reading)
    names: dict[int, list[Name]] = {}
    for name in reading.names:
        names.setdefault(name.sentence, []).append(name)
    found = []
    for number, sentence in enumerate(reading.sentences):
        words, text = sentence.words, reading.quoted(sentence.span)
        if sentence.place == "headline" or len(words) < _FEWEST or text.endswith("?"):
            continue
        whole = text.endswith(_ENDS) and not text.startswith("(")
        if number in quotes:
            words = tuple(
                word
                for word, start in zip(words, sentence.starts, strict=True)
                if not any(span.start <= start < span.end for span in quotes[number])
            )
        said = Statement.of(words)
        if not _FEWEST <= sum(len(word) >= _LETTERS for word in said.content) <= _MOST:
            continue
        weights = {word: rarity(word) for word in sorted(said.content)}
        numbers = {word for word in words if word[0].isdigit() or word in _NUMERALS}
        own = {fold(word) for name in names.get(number, ()) for word in name.words} & said.content
        last = {fold(name.words[-1]) for name in names.get(number, ())} & said.content
        strict = frozenset(map(fold, numbers)) | last
        found.append(_Sentence(index, voice, sentence.span, said, weights, sum(weights.values()), strict, frozenset(own), number not in quotes and whole))
    return found


def _quoted(reading: Reading) -> dict[int, list[Span]]:
    """The quotations of each sentence, those that opened in an earlier one included."""
    found: dict[int, list[Span]] = {}
    for quote in reading.quotes:
        number = quote.sentence
        while quote.kind == "speech" and number < len(reading.sentences) and reading.sentences[number].span.overlaps(quote.span):
            found.setdefault(number, []).append(quote.span)
            number += 1
    return found


def _candidates(sentences: list[_Sentence]) -> list[tuple[int, int]]:
    """Pairs of different voices that share words which few sentences hold."""
    holders: dict[str, list[int]] = {}
    for index, sentence in enumerate(sentences):
        for word in sentence.weights:
            holders.setdefault(word, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        if 1 < len(indices) <= _COMMON:
            for position, j in enumerate(indices):
                voice = sentences[j].voice
                shared.update([(i, j) for i in indices[:position] if sentences[i].voice != voice])
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


def _items(
    sentences: list[_Sentence],
    same: dict[int, list[int]],
    opposed: dict[int, list[tuple[int, str]]],
    readings: tuple[Reading, ...],
) -> list[Item]:
    """The sentence that most voices bear out first; what is part of one already is not told again."""
    items = []
    told: set[int] = set()
    heads = sorted(same.keys() | opposed.keys(), key=lambda at: (-len({sentences[other].voice for other in same.get(at, ())}), sentences[at].whole, at))
    for head in heads:
        if head in told:
            continue
        saying = [head, *same.get(head, ())]
        against = {other: words for at in saying for other, words in opposed.get(at, ()) if other not in saying}
        told.update(saying, against)
        claims = [_claim(sentences[at], 0, readings) for at in saying]
        claims += [_claim(sentences[at], 1, readings) for at in sorted(against)]
        words = next((against[at] for at in sorted(against)), "")
        items.append(Item("statement", tuple(claims), differences={(0, 1): Difference("opposite", words)} if against else {}))
    return items


def _claim(sentence: _Sentence, value: int, readings: tuple[Reading, ...]) -> Claim:
    reading = readings[sentence.reading]
    return Claim(reading.article.id, sentence.span, value, reading.printed(sentence.span))
