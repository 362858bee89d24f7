"""Who is it that says so, and could a reader ask them?"""

import re
from functools import cache

from reliability.extract.lexicon import lexicon, words
from reliability.extract.tokens import Tokens

_TITLE_WORDS = frozenset(
    "mr mrs ms dr sir lord lady sen rep gov gen president minister secretary prime chief the a an".split()
)


@cache
def _tables() -> dict[str, frozenset[str]]:
    sources = lexicon("cues")["sources"]
    return {
        name: words(sources[name])
        for name in ("pronouns", "vague", "anchors", "roles", "institutions", "documents", "outlets")
    }


def is_pronoun(word: str) -> bool:
    """Whether a source is a pronoun, to be resolved from what stands before."""
    return word in _tables()["pronouns"]


def kind(tokens: Tokens, first: int, last: int) -> str:
    """What the phrase between two tokens (inclusive) names: ``person``, ``institution``, ``document``,
    ``outlet``, ``role`` (no name), ``pronoun``, or ``vague``.
    """
    tables = _tables()
    phrase = tokens.words[first : last + 1]
    if len(phrase) == 1 and phrase[0] in tables["pronouns"]:
        return "pronoun"
    joined = " ".join(phrase)
    unnamed = joined.removeprefix("a ").removeprefix("the ") in lexicon("cues")["sources"]["unnamed"]
    if unnamed or (
        any(word in tables["vague"] for word in phrase)
        and not any(word in tables["anchors"] for word in phrase)
    ):
        return "vague"
    head = _head(phrase)
    capitals = [
        word
        for offset, word in enumerate(phrase)
        if tokens.capitalised(first + offset) and word not in _TITLE_WORDS
    ]
    opens = first == 0 or tokens.gap(first - 1).strip() in {".", "“", '"'}
    if (
        opens
        and capitals
        and capitals[0] == phrase[0]
        and phrase[0] not in tables["outlets"] | tables["institutions"]
        and len(phrase) > 1
        and not tokens.capitalised(first + 1)
    ):
        capitals = capitals[1:]  # a sentence's first word is no name for its capital alone
    if head in tables["documents"]:
        return "document"
    if head in tables["roles"] and not _names_a_person(tokens, first, last, tables):
        return "role"
    if any(word in tables["outlets"] for word in capitals):
        return "outlet"
    if any(word in tables["institutions"] for word in (*capitals, head)):
        return (
            "person"
            if _names_a_person(tokens, first, last, tables)
            and any(word in tables["roles"] for word in phrase)
            else "institution"
        )
    if capitals:
        return "person"
    if any(word in tables["documents"] for word in phrase):
        return "document"
    return (
        "role"
        if any(word in tables["roles"] for word in phrase)
        else "vague"
        if any(word in tables["vague"] for word in phrase)
        else "role"
    )


def _head(phrase: tuple[str, ...]) -> str:
    """The head of a noun phrase: the last word before "of", "for", "at", "in" or "with"."""
    for index, word in enumerate(phrase):
        if word in {"of", "for", "at", "in", "with", "from", "by", "on", "who"} and index:
            return phrase[index - 1]
    return phrase[-1] if phrase else ""


def _names_a_person(tokens: Tokens, first: int, last: int, tables: dict[str, frozenset[str]]) -> bool:
    """Whether two capitalised words in a row, neither of an institution, a role nor a title, stand there."""
    run = 0
    for index in range(first, last + 1):
        word = tokens.words[index]
        plain = (
            word not in tables["institutions"]
            and word not in tables["roles"]
            and word not in tables["outlets"]
            and word not in _TITLE_WORDS
            and len(word) > 1
        )
        run = (
            run + 1
            if tokens.capitalised(index) and plain and (run == 0 or tokens.gap(index - 1) in {" ", "\u00a0"})
            else 0
        )
        if run == 2:  # noqa: PLR2004 - a first name and a surname
            return True
    return False


def name(tokens: Tokens, first: int, last: int) -> str:
    """The capitalised words of a source, as a name to compare: ``Reconnaissance General Bureau``."""
    best, begin, end = (0, 0), -1, -1
    for index in range(first, last + 1):
        if tokens.capitalised(index) and tokens.words[index] not in _TITLE_WORDS:
            begin, end = index if begin < 0 else begin, index
            if end - begin >= best[1] - best[0]:
                best = (begin, end + 1)
        elif tokens.words[index] not in {"of", "for", "de", "van", "von", "al", "bin", "der", "la"}:
            begin = -1
    if best[1] == 0:
        return ""
    return re.sub(r"[’']s$", "", tokens.text[tokens.starts[best[0]] : tokens.ends[best[1] - 1]])
