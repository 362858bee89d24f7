"""Which part of a sentence says something by itself, and does another sentence say it too?

Two reporters seldom put the same into one sentence, but what the one tells in a clause the other tells in one of his.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from reliability.compare.dates import WEEKDAYS
from reliability.compare.statements import BEING, VERBS, Statement, at_odds, sense, turned_round
from reliability.compare.words import FUNCTION_WORDS, REPORTING
from reliability.consensus.telling import Telling, Weights, exact
from reliability.records import Name, Reading, Span

# Words and signs with which a sentence goes on, with another clause or an aside ...
_GOES_ON = frozenset(
    "and but where when while after before because although though despite amid following saying according including".split()
)
_SIGNS = frozenset(",;:()—–-")
# ... and those with which nothing behind them stands by itself, or before them.
_HANGS = frozenset("who which whose whom if unless until".split())
_MARKS = frozenset('“”"')
_CONDITIONS = frozenset(
    "if whether although though while when unless despite because since as after before once even among".split()
)
_NO_END = FUNCTION_WORDS | REPORTING - {*WEEKDAYS}
_LOOSE = 2  # words behind the last comma that say nothing without what is cut off: ", just days | after"
_FEWEST = 5  # words that mean something
_LETTERS = 3  # of each of these
# Of the words that are printed small, and so name nobody, three at least and this share must stand in what says the same:
# read by eye on the news events that thresholds are set on, nine in ten pairs did say the same.
_HAPPENED = 3
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says something by itself.

    Attributes:
        span: Where it stands.
        said: What it says.
        names: The names in it.
        happened: Its telling words that are printed small.
        subject: The last word of the last name before its verb, folded; empty where there is none.
        verb: Its verb, folded.
    """

    span: Span
    said: Statement
    names: tuple[Name, ...]
    happened: frozenset[str]
    subject: str
    verb: str

    def borne_out_by(self, other: Telling) -> bool:
        """Whether another sentence leaves out no name, no number and no negation, says what happened, and by whom."""
        if other.said.plain != self.said.plain or not exact(self.said, self.names) <= other.everything():
            return False
        if self.verb not in other.said.content or at_odds(self.said, other.said):
            return False
        both = self.happened & other.said.content
        return len(both) >= max(_MOST * len(self.happened), _HAPPENED) and not turned_round(
            self.verb, self.subject, other.said
        )


class Sentence:
    """A sentence that may say in a clause what another says: its opening clause, and what it says that somebody said.

    Where it may be cut, and what its words weigh, is worked out once; clauses are made of it only where another sentence
    shares enough of them.
    """

    def __init__(self, telling: Telling, reading: Reading, weights: Weights) -> None:
        self._telling = telling
        self._text = reading.article.text if telling.span.field == "text" else reading.article.title or ""
        self._weights = [weights[word] if word else 0 for word in telling.said.folded]
        total = [0, *accumulate(self._weights)]
        self._cuts = [(begin, end, total[end] - total[begin]) for begin, end in self._bounds()]
        self._least = min((weight for _, _, weight in self._cuts), default=0) / max(total[-1], 1)

    def clauses(self, other: Telling, share: float, enough: float) -> Iterator[Clause]:
        """The clauses that another sentence bears out.

        Args:
            other: The other sentence.
            share: The share of this sentence's words, by what they tell, that stands in it.
            enough: The share of a clause's words that must.
        """
        if not self._cuts or share < enough * self._least:
            return
        content = other.said.content
        folded = self._telling.said.folded
        shared = [
            0,
            *accumulate([w if word in content else 0 for word, w in zip(folded, self._weights, strict=True)]),
        ]
        for begin, end, weight in self._cuts:
            if shared[end] - shared[begin] >= enough * weight:
                clause = self._clause(begin, end)
                if clause is not None and clause.borne_out_by(other):
                    yield clause

    def _bounds(self) -> list[tuple[int, int]]:
        """Where clauses may begin and end, in words; none where all hangs on a condition."""
        words, starts, text = self._telling.said.words, self._telling.starts, self._text
        opening = text[self._telling.span.start : starts[0]]
        if words[0] in _CONDITIONS or words[0].endswith(("ed", "ing")) or not _MARKS.isdisjoint(opening):
            return []
        begins, ends = [0], []
        for at in range(1, len(words)):
            word, gap = words[at], text[starts[at - 1] + len(words[at - 1]) : starts[at]]
            if word in _HANGS or (gap != " " and not _MARKS.isdisjoint(gap)):
                ends.append(at)
                break
            if word in _GOES_ON or (gap != " " and not _SIGNS.isdisjoint(gap)):
                ends.append(at)
            if word == "that" and words[at - 1] in REPORTING:
                begins.append(at + 1)
        else:
            ends.append(len(words))
        return [(begin, end) for begin in begins for end in ends if end - begin >= _FEWEST]

    def _clause(self, begin: int, end: int) -> Clause | None:
        """The clause that some words make; ``None`` for none: no verb, too few words, or its end left out."""
        telling, starts = self._telling, self._telling.starts
        small = [self._text[start].islower() for start in starts[:end]]
        commas = self._commas(begin, end)
        if commas and commas[-1] >= end - _LOOSE and all(small[commas[-1] :]):
            end = commas[-1]
        words, folded = telling.said.words[begin:end], telling.said.folded[begin:end]
        if words[-1] in _NO_END or words[-1].endswith(("ly", "ing")):
            return None
        verbs = self._verbs(words, small[begin:end], [at - begin for at in commas])
        if not verbs or ("that" in words and verbs[-1] < len(words) - 1 - words[::-1].index("that")):
            return None
        if len({word for word in folded if len(word) >= _LETTERS}) < _FEWEST:
            return None
        printed_small = zip(folded, small[begin:end], strict=True)
        happened = frozenset([word for word, low in printed_small if low and len(word) >= _LETTERS])
        span = Span(
            telling.span.article_id, starts[begin], starts[end - 1] + len(words[-1]), telling.span.field
        )
        cut = any(name.span.start < span.end < name.span.end for name in telling.names)
        if len(happened) < _HAPPENED or cut:
            return None
        names = tuple([name for name in telling.names if span.start <= name.span.start < span.end])
        part = telling.said.part(begin, end)
        return Clause(span, part, names, happened, *_done_by(folded, verbs[0], names))

    def _commas(self, begin: int, end: int) -> list[int]:
        """The words behind a comma."""
        words, starts = self._telling.said.words, self._telling.starts
        return [
            at
            for at in range(begin + 1, end)
            if "," in self._text[starts[at - 1] + len(words[at - 1]) : starts[at]]
        ]

    def _verbs(self, words: tuple[str, ...], small: list[bool], commas: list[int]) -> list[int]:
        """The places of verbs; what is said of somebody between commas is none: "Ann Dale, an aide detailed to ..."."""
        verbs = []
        apposed = False
        for at in range(1, len(words)):
            if at in commas:
                apposed = words[at] in {"a", "an", "the", "one"}
            word = words[at]
            past = (
                word.endswith("ed")
                and small[at]
                and (words[at + 1 : at + 2] != ("by",) or words[at - 1] in BEING)
            )
            if not apposed and (word in VERBS or past):
                verbs.append(at)
        return verbs


def _done_by(folded: tuple[str, ...], verb: int, names: tuple[Name, ...]) -> tuple[str, str]:
    """The last word of the last name before the verb, and the verb."""
    lasts = {sense(name.words[-1]) for name in names}
    subject = next((word for word in reversed(folded[:verb]) if word in lasts), "")
    return subject, next((word for word in folded[verb:] if word), "")
