"""When do two sentences say the same thing, and when the opposite?"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reliability.compare.dates import WEEKDAYS
from reliability.compare.words import FUNCTION_WORDS, SUBJECTLESS, fold

_NEAR = 12  # words on either side of what is opposed: about a clause
_NEGATES = 3  # words behind a negation, of which the first that means something is what it negates
# Telling words that two sentences share beside what is opposed, at least one of them before it and two behind. Each
# has two of its own before a "before" or "after": "before he left, he met them" and "he left after he met them" are no opposites.
_BEFORE, _BEHIND = 1, 2
_OWN = 2
_TELLING = 3  # letters, at least
_IF = frozenset({"if", "unless", "whether"})
_WEEK = frozenset(WEEKDAYS)
BEING = frozenset("is are was were be been being has have had".split())
# Verbs by which a clause is told from a name with what describes it, besides what ends in "-ed".
VERBS = BEING | frozenset(
    "will would could may might can must should did does took taken made said met left began told went came gave won lost held"
    " sent led fell rose shot found hit struck broke set put cut ran kept brought bought sold spent wrote spoke drew saw knew"
    " stood sat fled flew grew became".split()
)


@dataclass(frozen=True, slots=True)
class _Tables:
    words: frozenset[str]
    others: frozenset[str]
    turns: frozenset[str]
    verbs: frozenset[str]
    until: frozenset[str]
    opposites: dict[str, tuple[str, ...]]


@cache
def _tables() -> _Tables:
    lists = tomllib.loads(files(__package__).joinpath("opposites.toml").read_text(encoding="utf-8"))
    opposites: dict[str, set[str]] = {}
    for pair in lists["opposites"]["pairs"]:
        first, second = pair.split()
        opposites.setdefault(first, set()).add(second)
        opposites.setdefault(second, set()).add(first)
    negation = {name: frozenset(lists["negation"][name].split()) for name in _Tables.__slots__[:-1]}
    return _Tables(**negation, opposites={word: tuple(sorted(own)) for word, own in opposites.items()})


@cache
def _paraphrases() -> dict[str, str]:
    text = files(__package__).joinpath("paraphrases.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)["paraphrases"]
    return {fold(other): fold(word) for word, others in lists.items() for other in others.split()}


@lru_cache(maxsize=65536)
def sense(word: str) -> str:
    """A word without inflection, or the one that news uses for it: ``release`` for ``freed``."""
    folded = fold(word)
    return _paraphrases().get(folded, folded)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as what it says: its words in order, quoted ones left out.

    Attributes:
        words: In lower case.
        folded: The same without inflection; empty for those that carry no subject matter.
        content: The folded words that do.
        negated: The folded words that a negation stands before, with their places.
        plain: Whether nothing in it negates or denies anything.
        polar: The places of words that have an opposite.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    content: frozenset[str]
    negated: dict[str, int]
    plain: bool
    polar: tuple[int, ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> "Statement":
        """The statement that a sentence's words make."""
        tables = _tables()
        folded = tuple(["" if word in SUBJECTLESS else sense(word) for word in words])
        plain = tables.words.isdisjoint(words) and tables.verbs.isdisjoint(words)
        negated = {} if plain else dict(_negated(words, folded, tables))
        plain = plain and tables.others.isdisjoint(words)
        some = not tables.opposites.keys().isdisjoint(words)
        polar = tuple(at for at, word in enumerate(words) if word in tables.opposites) if some else ()
        return cls(words, folded, frozenset(folded) - {""}, negated, plain, polar)

    def part(self, begin: int, end: int) -> "Statement":
        """What some of its words say; opposites are looked for in whole sentences only."""
        words, folded, tables = self.words[begin:end], self.folded[begin:end], _tables()
        plain = self.plain or (
            tables.words.isdisjoint(words)
            and tables.verbs.isdisjoint(words)
            and tables.others.isdisjoint(words)
        )
        return Statement(words, folded, frozenset(folded) - {""}, {}, plain, ())

    @property
    def first_verb(self) -> int | None:
        """The place of the first word that seems to be a verb."""
        return next(
            (at for at, word in enumerate(self.words) if at and (word in VERBS or word.endswith("ed"))), None
        )

    @property
    def verb(self) -> str:
        """The folded word that its first verb is or helps; empty where there seems to be none."""
        first = self.first_verb
        return "" if first is None else next((word for word in self.folded[first:] if word), "")

    def around(self, at: int) -> tuple[set[str], set[str]]:
        """The telling words before and behind a place, within a clause."""
        before, behind = self.folded[max(at - _NEAR, 0) : at], self.folded[at + 1 : at + 1 + _NEAR]
        return {word for word in before if _tells(word)}, {word for word in behind if _tells(word)}

    def following(self, at: int) -> str:
        """The next word that carries meaning."""
        return next((word for word in self.folded[at + 1 :] if word), "")


def _tells(word: str) -> bool:
    return len(word) >= _TELLING and not word.endswith("ly")


def _negated(words: tuple[str, ...], folded: tuple[str, ...], tables: _Tables) -> list[tuple[str, int]]:
    found = []
    for at, word in enumerate(words):
        following = words[at + 1 : at + 2]
        verb = word in tables.verbs and following == ("to",)
        if not (verb or word in tables.words) or (following and following[0] in tables.turns):
            continue
        reach = range(at + 1, min(at + 1 + _NEGATES, len(words)))
        target = next((place for place in reach if words[place] not in FUNCTION_WORDS), None)
        if target is not None and folded[target]:
            found.append((folded[target], target))
    return found


def at_odds(first: Statement, second: Statement) -> bool:
    """Whether both name days of the week and none that is the same, or the second states on a condition what the first
    states.
    """
    days, others = _WEEK.intersection(first.words), _WEEK.intersection(second.words)
    if days and others and days.isdisjoint(others):
        return True
    return not _IF.isdisjoint(second.words) and _IF.isdisjoint(first.words)


def done_by(statement: Statement, names: Iterable[str]) -> str:
    """The last of some folded words, names, before the first verb: who does it."""
    first = statement.first_verb
    return (
        ""
        if first is None
        else next((word for word in reversed(statement.folded[:first]) if word in names), "")
    )


def turned_round(verb: str, subject: str, other: Statement) -> bool:
    """Whether who does it suffers it in another statement: stands behind the verb there, without a "by"."""
    if not subject or verb not in other.folded or subject not in other.folded:
        return False
    at, place = other.folded.index(verb), other.folded.index(subject)
    return at < place and "by" not in other.words[at:place]


def contrast(first: Statement, second: Statement) -> str:
    """The two words of opposite meaning beside which the two say the same: ``“before” / “after”``; empty for none."""
    for at in first.polar:
        word = first.words[at]
        if word in second.words or sense(word) in first.negated:
            continue
        for other in _tables().opposites[word]:
            free = other not in first.words and sense(other) not in second.negated
            if free and other in second.words:
                place = second.words.index(other)
                if min(map(len, (first.around(at)[0], second.around(place)[0]))) >= _OWN and _beside(
                    first, at, second, place
                ):
                    return f"“{word}” / “{other}”"
    return ""


def denial(denying: Statement, stating: Statement, *, whole: bool) -> str:
    """The one word that the first negates and the second, without any negation, states: ``“not reach” / “reached”``.

    Args:
        denying: The statement with a negation.
        stating: The other.
        whole: Whether the second says all the first does, so that the words around need not be held against each other.
    """
    if not stating.plain or len(denying.negated) != 1 or not _tables().until.isdisjoint(denying.words):
        return ""
    word, at = next(iter(denying.negated.items()))
    if word not in stating.content:
        return ""
    place, following = stating.folded.index(word), denying.following(at)
    same = following == stating.following(place) and _beside(denying, at, stating, place)
    if same or (whole and (not following or following in stating.content)):
        return f"“not {denying.words[at]}” / “{stating.words[place]}”"
    return ""


def turned(words: str) -> str:
    """The same seen from the other side."""
    return " / ".join(reversed(words.split(" / ")))


def _beside(first: Statement, at: int, second: Statement, place: int) -> bool:
    """Whether the same is said on both sides of two words."""
    (before, behind), (other_before, other_behind) = first.around(at), second.around(place)
    return len(before & other_before) >= _BEFORE and len(behind & other_behind) >= _BEHIND
