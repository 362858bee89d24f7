"""A sentence as one article's telling of something: how much of it does another tell too?"""

from dataclasses import dataclass

from reliability.compare.statements import Statement, at_odds, done_by, sense, turned_round
from reliability.compare.wording import NUMBERS
from reliability.compare.words import fold
from reliability.consensus.context import Rarity
from reliability.records import Name, Reading, Sentence, Span

# Fewer words with a meaning are no statement; many more are several in one.
_FEWEST, _MOST = 5, 24
_LETTERS = 3  # of a word that counts among these
_ENDS = (".", "!", "”", '"', "…")
# Of the words other than names and numbers this share must stand in what says the same, and two at least: who and
# where is not what happened.
_HAPPENED = 0.6
_TWO = 2
_MANY = 6  # of these, and the verb may be another; of fewer it may not: "is heading to", "remains in"
_STEM = 5  # letters
# Weights of words are whole numbers: sums do not hang on the order in which a set gives them.
_FINE = 1000


class Weights(dict[str, int]):
    """How much each word of an event tells, in whole numbers, each asked for once."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, word: str) -> int:
        weight = self[word] = round(_FINE * self._rarity(word))
        return weight

    def of(self, words: frozenset[str]) -> int:
        """The weight of some folded words together."""
        return sum(map(self.__getitem__, words))


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of the story, words in quotation marks left out.

    Attributes:
        reading: Index of the reading it stands in.
        voice: The voice of that article.
        span: Where it stands.
        said: What it says.
        names: The names in it.
        own: Whether it is whole and in the reporter's own words, and so can stand for others.
        starts: Where each word of what it says begins.
    """

    reading: int
    voice: int
    span: Span
    said: Statement
    names: tuple[Name, ...]
    own: bool
    starts: tuple[int, ...]

    def of_the_same(self, other: "Telling") -> bool:
        """Whether one of the two has no name and no number that the other has not."""
        return self.exact() <= other.everything() or other.exact() <= self.everything()

    def borne_out_by(self, other: "Telling") -> bool:
        """Whether the other leaves out no name, no number and no negation, and says what happened, not only to whom."""
        if (
            not self.own
            or (other.said.plain and not self.said.plain)
            or not self.exact() <= other.everything()
            or at_odds(self.said, other.said)
        ):
            return False
        names = {sense(word) for name in self.names for word in name.words}
        happened = [word for word in self.said.content if word not in names and not word[0].isdigit()]
        verb = self.said.verb
        lasts = {sense(name.words[-1]) for name in self.names}
        if turned_round(verb, done_by(self.said, lasts), other.said):
            return False
        if len(happened) < _MANY and verb and verb not in other.said.content:
            return False
        return sum(word in other.said.content for word in happened) >= max(_HAPPENED * len(happened), _TWO)

    def exact(self) -> set[str]:
        """Numbers, in digits, and the stems of the last words of names: ``Korean`` is ``Korea``."""
        return exact(self.said, self.names)

    def everything(self) -> set[str]:
        """The same of all its words."""
        numbers = {NUMBERS[word] for word in self.said.words if word in NUMBERS}
        return {*self.said.content, *(word[:_STEM] for word in self.said.content), *numbers}


def exact(said: Statement, names: tuple[Name, ...]) -> set[str]:
    """What may not be left out of a statement: numbers, in digits, and the stems of the last words of names."""
    numbers = {NUMBERS.get(word, word) for word in said.words if word in NUMBERS or word[0].isdigit()}
    named = {sense(name.words[-1]) for name in names} & said.content
    return {fold(word) for word in numbers} | {word[:_STEM] for word in named}


def tellings(index: int, voice: int, reading: Reading) -> list[Telling]:
    """The sentences of an article that state something, headlines and questions left out.

    Args:
        index: The index of the reading.
        voice: The voice of the article.
        reading: The reading.
    """
    quoted = _quoted(reading)
    named: dict[int, list[Name]] = {}
    for name in reading.names:
        named.setdefault(name.sentence, []).append(name)
    found = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.place == "headline" or len(sentence.words) < _FEWEST:
            continue
        words, starts = sentence.words, sentence.starts
        if number in quoted:
            words, starts = _unquoted(sentence, quoted[number])
        said = Statement.of(words)
        if not _FEWEST <= sum([len(word) >= _LETTERS for word in said.content]) <= _MOST:
            continue
        text = reading.article.text if sentence.span.field == "text" else reading.article.title or ""
        last = text[sentence.span.end - 1]
        if last == "?":
            continue
        own = number not in quoted and last in _ENDS and text[sentence.span.start] != "("
        found.append(Telling(index, voice, sentence.span, said, tuple(named.get(number, ())), own, starts))
    return found


def _quoted(reading: Reading) -> dict[int, list[Span]]:
    """The quotations of each sentence, those that opened in an earlier one included."""
    found: dict[int, list[Span]] = {}
    for quote in reading.quotes:
        number = quote.sentence if quote.kind == "speech" else len(reading.sentences)
        while number < len(reading.sentences) and reading.sentences[number].span.overlaps(quote.span):
            found.setdefault(number, []).append(quote.span)
            number += 1
    return found


def _unquoted(sentence: Sentence, spans: list[Span]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    own = [
        at
        for at, start in enumerate(sentence.starts)
        if not any(span.start <= start < span.end for span in spans)
    ]
    return tuple([sentence.words[at] for at in own]), tuple([sentence.starts[at] for at in own])
