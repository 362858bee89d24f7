"""Who is it that says so, and could a reader ask them?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words
from reliability.extract.places import is_state
from reliability.extract.tokens import Tokens

_NAMED = frozenset({"person", "institution", "document", "outlet"})
_JOINED = frozenset(["of", "for", "de", "van", "von", "al", "bin", "der", "la", "del", "du", "di", "da"])
_TURNS = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "with",
        "from",
        "by",
        "on",
        "who",
        "that",
        "which",
        "to",
        "and",
        "near",
        "behind",
    ]
)
_OPENS = frozenset({"", ".", "“", '"', "''", "‘", "'", ". “", '. "'})
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "this"])
_SPEAKING = frozenset({"i", "we", "you", "he", "she", "they", "it"})
_POSSESSIVE = re.compile(r"[’']s?$")
_CONTRACTED = re.compile(r"[’'](?:s|d|m|ve|re|ll)$")
_ACRONYM = 6  # letters, at most


@dataclass(frozen=True, slots=True)
class _Tables:
    pronouns: frozenset[str]
    joiners: frozenset[str]
    relatives: frozenset[str]
    vague: frozenset[str]
    anchors: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]
    calendar: frozenset[str]
    named: frozenset[str]
    unnamed: frozenset[str]


@cache
def _tables() -> _Tables:
    lists = lexicon("cues")["sources"]
    unnamed = frozenset(lists["unnamed"])
    kinds = {name: words(lists[name]) for name in _Tables.__slots__ if name not in {"unnamed", "named"}}
    named = kinds["institutions"] | kinds["outlets"] | kinds["documents"]
    return _Tables(**kinds, named=named, unnamed=unnamed)


def person_in(words: Sequence[str]) -> str:
    """The person that a run of capitalised words names, its titles left off; empty for a group or a title alone."""
    tables = _tables()
    lowered = [word.lower().replace("’", "'").strip(".,'") for word in words]
    first, last = 0, len(words)
    while last and lowered[last - 1] in tables.calendar:
        last -= 1
    for index, word in enumerate(lowered[:last]):
        titled = word in tables.titles or word in tables.roles or word in tables.calendar
        if titled or (word.endswith("'s") and index + 1 < last):
            first = index + 1
    while first < last and (lowered[first] in FUNCTION_WORDS or len(lowered[first]) < 2):  # noqa: PLR2004 - "In Lessino"
        first += 1
    if first >= last or not tables.named.isdisjoint(lowered[first:last]):
        return ""
    if is_state(tuple(lowered[first:last])):
        return ""
    return _POSSESSIVE.sub("", " ".join(words[first:last]))


def is_role(word: str) -> bool:
    """Whether a word in lower case says what somebody is: ``expert``, ``officials``."""
    return word in _tables().roles


def source_of(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """What the phrase between two tokens (inclusive) names, and the name itself.

    Returns:
        The kind: ``person``, ``institution``, ``document``, ``outlet``, ``role`` (nobody by name), ``pronoun``,
        ``vague``, or empty where the phrase names nobody at all; and the name, empty where the phrase has none.
    """
    tables = _tables()
    if tokens.words[first] == "from" and first < last:  # "From Chairwoman Mora:"
        first += 1
    phrase = tokens.words[first : last + 1]
    if len(phrase) == 1 and phrase[0] in tables.pronouns:
        return "pronoun", ""
    runs = _runs(tokens, first, last)
    if not runs and _CONTRACTED.sub("", phrase[0]) in _SPEAKING:  # "we've always", "they also"
        return "pronoun", ""
    person = _person(tokens, runs, first, tables)
    if person:
        return "person", person
    if _is_vague(phrase, tables):
        return "vague", ""
    if phrase[-1].endswith(("'s", "’s")) and is_state(phrase):
        return "", ""  # "Norway's continued": what it does, no voice
    kind = _kind(tokens, phrase, runs, tables)
    if kind == "person" and any(is_state(tokens.words[begin : end + 1]) for begin, end in runs):
        kind = "institution"
    return kind, _longest(tokens, runs) if kind in _NAMED else ""


def _is_vague(phrase: tuple[str, ...], tables: _Tables) -> bool:
    bare = phrase[1:] if phrase[0] in {"a", "the", "an"} else phrase
    if " ".join(bare) in tables.unnamed:
        return True
    turn = next((index for index, word in enumerate(phrase) if index and word in _TURNS), len(phrase))
    front = phrase[:turn]
    counted = any(word[0].isdigit() for word in front)  # "1,340 people" can be asked
    return not counted and not tables.vague.isdisjoint(front) and tables.anchors.isdisjoint(phrase)


def _runs(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The runs of capitalised words of a phrase, each as its first and last token.

    A word that is capitalised because it opens a sentence counts only where a capital follows or it is alone.
    """
    runs: list[tuple[int, int]] = []
    for index in range(first, last + 1):
        if not tokens.capitalised(index) or _plain(tokens, index):
            continue
        if index == first and last > first and not tokens.capitalised(index + 1) and _opens(tokens, index):
            continue
        if runs and runs[-1][1] == index - 1 and tokens.gap(index - 1) in {" ", "\u00a0", ". ", ".", "-"}:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _plain(tokens: Tokens, index: int) -> bool:
    """Whether a word is no part of a name: "The" and "We've", not "US" or the "New" of "New York"."""
    if _CONTRACTED.sub("", tokens.words[index]) not in FUNCTION_WORDS:
        return False
    word = tokens.words[index]
    return not (word == "new" and tokens.capitalised(index + 1)) and tokens.raw(index) != "US"


def _opens(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.gap(index - 1).strip() in _OPENS - {""}


def _person(tokens: Tokens, runs: list[tuple[int, int]], start: int, tables: _Tables) -> str:
    """The first run that names a person: a first name and surname, or a surname behind a title."""
    for number, (begin, end) in enumerate(runs):
        if (begin > start and tokens.word(begin - 1) in _TURNS) or is_state(tokens.words[begin : end + 1]):
            continue  # "the boss of Maravel"; "North Korea said"
        first, titled = begin, False
        for index in range(begin, end + 1):
            word = tokens.words[index]
            if word in tables.titles or word in tables.roles:
                first, titled = index + 1, True
        if not titled and begin and (tokens.word(begin - 1) in tables.roles | tables.titles):
            titled = tokens.gap(begin - 1) in {" ", "\u00a0"}
        named = tokens.words[first : end + 1]
        if not named or not tables.named.isdisjoint(named):
            continue
        if any(word.endswith(("'s", "’s")) for word in named) or any(
            _acronym(tokens, at) for at in range(first, end + 1)
        ):
            continue
        follows = number + 1 < len(runs) and tokens.word(end + 1) in tables.roles and not titled
        if follows and runs[number + 1][0] == end + 2:
            continue  # "Civic List leader Nadia Ferrow": the group stands before the role
        if titled or (len(named) > 1 and tokens.word(first - 1) != "the"):
            return person_in(tokens.text[tokens.starts[first] : tokens.ends[end]].split())
    return ""


def _acronym(tokens: Tokens, index: int) -> bool:
    raw = tokens.raw(index)
    return 1 < len(raw) < _ACRONYM and raw.isupper()


def _kind(tokens: Tokens, phrase: tuple[str, ...], runs: list[tuple[int, int]], tables: _Tables) -> str:
    head = _head(phrase)
    if head in tables.documents:
        return "document"
    if head in tables.roles:
        return "role"
    capitals = {word for begin, end in runs for word in tokens.words[begin : end + 1]} - tables.calendar
    if not tables.outlets.isdisjoint(capitals):
        return "outlet"
    if not tables.institutions.isdisjoint({*capitals, head}):
        return "institution"
    if capitals and not (phrase[0] in _DETERMINERS and head not in capitals):
        begin, end = runs[0]
        owned = any(word.endswith(("'s", "’s")) for word in capitals)
        if owned and head not in capitals:  # "Marsk's constituency"
            return "role"
        group = tokens.word(begin - 1) == "the" or any(_acronym(tokens, at) for at in range(begin, end + 1))
        return "institution" if group or owned else "person"
    if not tables.documents.isdisjoint(phrase):
        return "document"
    return "" if phrase[0] in tables.joiners or FUNCTION_WORDS.issuperset(phrase) else "role"


def _head(phrase: tuple[str, ...]) -> str:
    """The head of a noun phrase: the last word before "of", "for", "at", "who"."""
    for index, word in enumerate(phrase):
        if index and word in _TURNS:
            return phrase[index - 1]
    return phrase[-1]


def _longest(tokens: Tokens, runs: list[tuple[int, int]]) -> str:
    """The longest run of capitals, "of" included: ``Bank of England``."""
    joined: list[tuple[int, int]] = []
    for begin, end in runs:
        if joined and joined[-1][1] == begin - 2 and tokens.words[begin - 1] in _JOINED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    if not joined:
        return ""
    begin, end = max(joined, key=lambda run: run[1] - run[0])
    return _POSSESSIVE.sub("", tokens.text[tokens.starts[begin] : tokens.ends[end]])
