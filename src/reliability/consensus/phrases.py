"""How far do the words around a number reach that belong to it, and where can they be cut?"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from reliability.compare.dates import WEEKDAYS
from reliability.compare.statements import BEING, VERBS
from reliability.compare.words import FUNCTION_WORDS, REPORTING, fold
from reliability.records import Quantity, Reading, Span

_REACH = 14  # words on either side: about a clause
_SHORTEST = 3  # letters of a word that says something
_SAID = 2  # words before a date stands the verb of who said something that day: "said on Monday"
_FOREIGN = 1  # word that is not wanted is passed over, where wanted ones go on behind it
_OVER = re.compile(r"[.;:!?—–()\[\]{}“”\"|•·*\n…]|--| - ")  # between two words: the clause is over
_REST = re.compile(r"(?:[.'’\-][a-z0-9]\w*)+")  # of a word in which a full stop or hyphen stands
_SIGNS = " $£€¥\u00a0"
_ARTICLES = frozenset("the a an this these those his her its their our my your".split())
# What opens a clause of its own behind the number, and what the number's own clause stands behind.
_BEHIND = frozenset(
    "that who which whose whom while when because although though but if where as until whether".split()
)
_BEFORE = _BEHIND - {"who", "which"} | {"after", "before", "since"}
_TELLS = REPORTING - {*WEEKDAYS} | {"including", "includes", "include", "included"}
_INTO = frozenset(
    "of in by for with from at to on into onto over under between among after before since during through against about upon within without than per via".split()
)
# What stands before a number and is part of what it says, and what before a noun that would say something else without.
_WITH_NUMBER = frozenset(
    "at least most more than less fewer about around nearly almost some up to as many much over under roughly approximately"
    " only just another other first last next early late a an the each every no not additional".split()
)
_WITH_NOUN = _ARTICLES | frozenset(
    "no not never each every both all any some more most several many few another other former alleged acting attempted"
    " suspected failed fake false possible potential proposed planned deputy vice non".split()
)
_NO_START = frozenset(
    "to much many than".split()
)  # ... but not by itself: "up to", "as many as", "more than"
_AGED = frozenset("age aged a an the".split())  # between a name with its comma and an age
_SUBJECTS = _ARTICLES | frozenset("i you he she it we they".split())
_PARTICIPLE = ("ed", "ing")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number in its sentence.

    Attributes:
        mention: The number.
        reading: The article.
        words: The words of the sentence, in lower case.
        folded: The same without inflection; empty for those that say nothing of what the number is of.
        starts: Where each begins.
        first: The place of the number's first word.
        past: The place past the last word of what it counts.
        said: What the sentence says besides the number: telling words, and other numbers.
        text: The field of the article that the sentence stands in.
    """

    mention: Quantity
    reading: Reading
    words: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    first: int
    past: int
    said: frozenset[str]
    text: str

    @classmethod
    def of(cls, mention: Quantity, reading: Reading) -> "Phrase":
        """The number where it stands in an article."""
        sentence = reading.sentences[mention.sentence]
        first = bisect_left(sentence.starts, mention.span.start)
        if first == len(sentence.starts) or sentence.starts[first] >= mention.span.end:
            first = max(first - 1, 0)  # it begins inside of a word
        past = max(bisect_left(sentence.starts, mention.extent.end), first + 1)
        folded = tuple(map(_telling, sentence.words))
        words = sentence.words
        text = reading.article.text if mention.span.field == "text" else reading.article.title or ""
        said = {*folded[:first], *folded[past:]}
        said.update([word for word in words if word[0].isdigit()])
        said.difference_update(words[first:past])
        said.discard("")
        return cls(mention, reading, words, folded, sentence.starts, first, past, frozenset(said), text)

    @property
    def near(self) -> frozenset[str]:
        """The telling words and other numbers around the number."""
        begin, end = max(self.first - _REACH, 0), self.past + _REACH
        numbers = [word for word in self.words[begin:end] if word[0].isdigit()]
        return frozenset((*self.folded[begin:end], *numbers)) - {""}

    @property
    def named(self) -> set[str]:
        """The telling words that are printed with a capital."""
        return {word for word, at in zip(self.folded, self.starts, strict=True) if self.text[at].isupper()}

    @property
    def dates_saying(self) -> bool:
        """Whether a date is that of somebody's saying so: "his lawyer said on Thursday"."""
        return not _TELLS.isdisjoint(self.words[max(self.first - _SAID, 0) : self.first])

    def beside(self, first: int, past: int) -> set[str]:
        """The telling words from one place to another, the number left out."""
        return {*self.folded[first : self.first], *self.folded[self.past : past]} - {""}

    def leftmost(self, wanted: frozenset[str]) -> int:
        """The farthest word to the left that is wanted, in the number's clause, where a phrase begins."""
        edges = [self.first]
        foreign = 0
        before = _BEFORE - _INTO if self.mention.kind == "date" else _BEFORE  # "before dawn on Tuesday"
        for at in range(self.first - 1, max(self.first - 1 - _REACH, -1), -1):
            word, gap = self.words[at], self._gap(at)
            told = word in _TELLS and (self.mention.kind != "date" or at < self.first - _SAID)
            if _OVER.search(gap) or told or (word in before and at < self.first - 1):
                break
            if word == "that" or ("," in gap and not self._aged(at)) or _other_number(word, wanted):
                break
            foreign = 0 if self.folded[at] in wanted else foreign + bool(self.folded[at])
            if self.folded[at] in wanted or word in wanted:
                edges.append(at)
            elif foreign > _FOREIGN:
                break
        first = self._begun(edges[-1]) if len(edges) > 1 else self.first
        while len(edges) > 1 and self._hangs(first):
            edges.pop()
            first = edges[-1]
        return first

    def rightmost(self, wanted: frozenset[str], *, joined: bool = True) -> int:
        """The place past the farthest word to the right, likewise.

        Args:
            wanted: The folded words.
            joined: Whether the label may go on behind an "and".
        """
        edges = [self.past]
        foreign = 0
        for at in range(self.past, min(self.past + _REACH, len(self.words))):
            word, gap = self.words[at], self._gap(at - 1)
            if _OVER.search(gap) or "," in gap or word in _BEHIND or word in _TELLS:
                break
            if (word == "and" and not joined) or (at == self.past and word in _SUBJECTS):
                break
            if _other_number(word, wanted):
                break
            foreign = 0 if self.folded[at] in wanted else foreign + bool(self.folded[at])
            if self.folded[at] in wanted or word in wanted:
                edges.append(at + 1)
            elif foreign > _FOREIGN:
                break
        while len(edges) > 1 and not (self._ends(edges[-1]) or self._one_more(edges[-1])):
            edges.pop()
        past = edges[-1]
        if past == self.past and self._attributive() and self._noun(past):
            past += 1
        return past + self._one_more(past)

    def cut(self, first: int, past: int) -> str:
        """The words from the one place to the other, with what belongs to them; no name or number cut through."""
        extent = self.mention.extent
        allowed = _WITH_NOUN if first < self.first else _WITH_NUMBER
        if past == self.past and self.mention.kind in {"money", "percent"}:
            allowed = allowed - {"a", "an"}  # "a $60 billion" has a noun behind it
        while first and self.words[first - 1] in allowed and not self._gap(first - 1).strip(_SIGNS):
            first -= 1
        while first < self.first and (
            self.words[first] in _NO_START or (self.words[first] == "up" and self.words[first + 1] != "to")
        ):
            first += 1
        start, end = min(self.starts[first], extent.start), max(extent.end, self._end(past - 1))
        sentence = self.mention.sentence
        numbers = [one.extent for one in self.reading.quantities if one.sentence == sentence]
        for span in (*self._names(), *numbers):
            start = span.start if span.start < start < span.end else start
            end = span.end if span.start < end < span.end else end
        rest = Span(extent.article_id, end, self.reading.sentences[sentence].span.end, extent.field)
        if more := _REST.match(self.reading.quoted(rest)):
            end += more.end()
        return self.reading.printed(Span(extent.article_id, start, end, extent.field))

    def _names(self) -> list[Span]:
        return [name.span for name in self.reading.names if name.sentence == self.mention.sentence]

    def _end(self, at: int) -> int:
        return self.starts[at] + len(self.words[at])

    def _gap(self, at: int) -> str:
        """What is printed between a word and the one behind it."""
        return self.text[self.starts[at] + len(self.words[at]) : self.starts[at + 1]]

    def _aged(self, at: int) -> bool:
        """Whether the comma behind a word stands between a name and an age."""
        named = any(span.start <= self.starts[at] < span.end for span in self._names())
        return named and _AGED.issuperset(self.words[at + 1 : self.first])

    def _begun(self, first: int) -> int:
        """Where a phrase begins that would be cut: its verb or adjective, and what a preposition hangs on."""
        at = first - 1
        while at > 0 and self.words[at] in _ARTICLES and not self._gap(at).strip():
            at -= 1
        if at > 0 and self.words[at] in _INTO and not self.words[first].endswith("ing"):
            at -= 1
        elif at < first - 1:
            return first
        whole = at >= 0 and self.folded[at] and not self._gap(at).strip() and not self._gap(first - 1).strip()
        return at if whole else first

    def _hangs(self, first: int) -> bool:
        """Whether a label that begins here begins inside of a phrase: behind a preposition or a hyphen."""
        if not first:
            return False
        at = first - 1
        while at > 0 and self.words[at] in _ARTICLES:
            at -= 1
        held = self.words[at] in _INTO and not self.words[first].endswith("ing")
        return held or self._gap(first - 1) in {"-", "’", "'"}

    def _ends(self, past: int) -> bool:
        """Whether a phrase can end before a word: not behind a verb whose object is left out, or inside of a compound."""
        if past == len(self.words):
            return True
        gap = self._gap(past - 1)
        if _OVER.search(gap) or "," in gap:
            return True
        last = self.words[past - 1]
        if self.words[past] == "to" or last in VERBS:  # what was to be done, or how, is left out
            return False
        if self.folded[past]:
            return self.words[past].endswith(_PARTICIPLE)
        return not last.endswith(_PARTICIPLE) or self.words[past - 2] in BEING

    def _one_more(self, past: int) -> bool:
        """Whether the noun that a cut would leave behind is the next word: "ice cream | shop"."""
        return past > self.past and self._adjoins(past) and not self._adjoins(past + 1)

    def _adjoins(self, at: int) -> bool:
        """Whether a word that says something, and is no participle, stands right behind the one before it."""
        return self._noun(at) and not self.words[at].endswith((*_PARTICIPLE, "ly"))

    def _noun(self, at: int) -> bool:
        return at < len(self.words) and bool(self.folded[at]) and self._gap(at - 1) in {" ", "-"}

    def _attributive(self) -> bool:
        """Whether the number only describes what follows: "90-day", "a March 2013", "Friday's"."""
        if self.words[self.past - 1].endswith(("'s", "’s")):  # "Friday's march"
            return True
        if self.mention.kind in {"date", "money"}:
            return self.first > 0 and self.words[self.first - 1] in _ARTICLES
        return self.mention.kind != "age" and "-" in self.reading.quoted(self.mention.extent)


@lru_cache(maxsize=16384)
def _telling(word: str) -> str:
    if word in FUNCTION_WORDS or word in REPORTING or len(word) < _SHORTEST or word[0].isdigit():
        return ""
    return fold(word)


def _other_number(word: str, wanted: frozenset[str]) -> bool:
    """Whether a word is a number that others may print otherwise."""
    return word[0].isdigit() and word not in wanted
