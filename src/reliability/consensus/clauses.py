"""Which part of a sentence says something by itself, and does another sentence say it too?

Two reporters seldom put the same into one sentence, but what the one tells in a clause the other tells in one of his.
"""

import re
from dataclasses import dataclass

from reliability.compare.statements import BEING, VERBS, Statement, sense
from reliability.compare.words import FUNCTION_WORDS, REPORTING, WORD
from reliability.consensus.telling import Telling, exact
from reliability.records import Name, Reading, Span

# Where a clause ends: the sentence goes on with another, or with an aside.
_ENDS = re.compile(
    r"[,;:(]|\s[—–-]|--|\s(?:and|but|where|when|while|after|before|because|although|though|despite|amid|following|saying"
    r"|according|including)\b"
)
# Behind these stands what belongs to the noun before, or what all hangs on.
_HANGS = re.compile(r",?\s(?:who|which|whose|whom|if|unless|until)\b")
_SAID = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|added|told \w+|stated) that\s|\bsaid\s(?=the\s|it\s|he\s|she\s|they\s)"
)
_APPOSED = re.compile(
    r",\s(?:an?|the|one)\s[^,]*(?:,|$)"
)  # who somebody is: "Ann Dale, an aide detailed to the office"
_TAIL = re.compile(r",(?:\s[a-z]+){1,2}$")  # "..., just days" of "just days after"
_NO_END = FUNCTION_WORDS | REPORTING
_MARKS = re.compile(r"[“”\"]")
_CONDITIONS = frozenset(
    "if whether although though while when unless despite because since as after before once even among".split()
)
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
        if self.verb not in other.said.content:
            return False
        both = self.happened & other.said.content
        return len(both) >= max(_MOST * len(self.happened), _HAPPENED) and not self._turned(other.said)

    def _turned(self, other: Statement) -> bool:
        """Whether who does it here suffers it there: behind the verb, with no "by"."""
        if not self.subject or self.verb not in other.folded or self.subject not in other.folded:
            return False
        verb, subject = other.folded.index(self.verb), other.folded.index(self.subject)
        return verb < subject and "by" not in other.words[verb:subject]


def clauses(telling: Telling, reading: Reading) -> tuple[Clause, ...]:
    """What a sentence says before it goes on: its opening clause, and what it says that somebody said.

    Args:
        telling: The sentence.
        reading: Its reading.

    Returns:
        The longer before the shorter; none where all hangs on a condition.
    """
    opening = telling.said.words[0]
    if opening in _CONDITIONS or opening.endswith(("ed", "ing")):
        return ()
    text = reading.quoted(telling.span)
    stops = (match.start() for sign in (_MARKS, _HANGS) if (match := sign.search(text)))
    last = min(stops, default=len(text))
    ends = [*(match.start() for match in _ENDS.finditer(text, 0, last)), last]
    begins = [0, *(match.end() for match in _SAID.finditer(text, 0, last))]
    found = (_clause(telling, text[begin:end], begin) for begin in begins for end in ends if begin < end)
    return tuple(sorted(filter(None, found), key=lambda clause: (-len(clause.span), clause.span.start)))


def _clause(telling: Telling, text: str, begin: int) -> Clause | None:
    """The clause that some words make; ``None`` for none: no verb, too few words, or its end left out."""
    text = _TAIL.sub("", text.rstrip(" ,.;:-–—!"))
    found = list(WORD.finditer(text))
    printed = [match.group() for match in found]
    words = tuple([word.lower() for word in printed])
    if not words or words[-1] in _NO_END or words[-1].endswith(("ly", "ing")):
        return None
    aside = _APPOSED.search(text)
    verbs = [
        at
        for at in range(1, len(words))
        if _is_verb(printed, at) and not (aside and aside.start() < found[at].start() < aside.end())
    ]
    if not verbs or ("that" in words and verbs[-1] < len(words) - 1 - words[::-1].index("that")):
        return None
    said = Statement.of(words)
    if sum([len(word) >= _LETTERS for word in said.content]) < _FEWEST:
        return None
    happened = said.content & {
        sense(word.lower()) for word in printed if word[0].islower() and len(word) >= _LETTERS
    }
    if len(happened) < _HAPPENED:
        return None
    whole = telling.span
    span = Span(whole.article_id, whole.start + begin, whole.start + begin + len(text), whole.field)
    if any(name.span.start < span.end < name.span.end for name in telling.names):
        return None
    names = tuple(
        [name for name in telling.names if name.span.start >= span.start and name.span.end <= span.end]
    )
    lasts = {sense(name.words[-1]) for name in names}
    subject = next((word for word in reversed(said.folded[: verbs[0]]) if word in lasts), "")
    verb = next((word for word in said.folded[verbs[0] :] if word), "")
    return Clause(span, said, names, happened, subject, verb)


def _is_verb(printed: list[str], at: int) -> bool:
    """Whether a word is a verb in the past or one that helps; "released by" without one that helps only describes."""
    word = printed[at]
    if word in VERBS:
        return True
    if not word.endswith("ed") or not word[0].islower():
        return False
    return printed[at + 1 : at + 2] != ["by"] or printed[at - 1] in BEING
