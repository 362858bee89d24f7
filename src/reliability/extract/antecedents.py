"""Whom do "she" and "the magistrate" mean, by the names that stand before them?"""

import re

from reliability.extract.lexicon import lexicon, words

_NAME = r"(?:[A-Z][\w'’-]+[ \u00a0]){1,3}[A-Z][\w'’-]+"
_SUBJECT = re.compile(rf"(?:^|[.!?…][\"”’»]?\s+)({_NAME})(?=[\s,])")
_QUOTED = re.compile(r"[“«][^”»\n]*[”»]|\"[^\"\n]*\"")
_PARAGRAPH = 700  # characters looked back at: longer paragraphs change their subject
_ARTICLE = 6000  # ... and for who holds an office, which is said once
_NOT_PEOPLE = ("institutions", "outlets", "documents")


def subject_before(text: str, at: int) -> str:
    """The person whose full name opens the last sentence of the paragraph before ``at`` that a name opens.

    "Ann Berg, the mayor, came too. “We will rebuild,” she said": ``Ann Berg``. Quoted words are passed over.

    Args:
        text: The field.
        at: Where the pronoun stands.

    Returns:
        The name, or an empty string.
    """
    start = text.rfind("\n", max(0, at - _PARAGRAPH), at) + 1
    plain = _QUOTED.sub(lambda match: " " * len(match.group()), text[max(start, at - _PARAGRAPH) : at])
    names = [match[1] for match in _SUBJECT.finditer(plain)]
    return names[-1] if names and _is_person(names[-1]) else ""


def holder_before(text: str, at: int, role: str) -> str:
    """The person whose name stands directly behind a role somewhere before ``at``.

    "The magistrate Helena Marsk was hard on them ... said the magistrate": ``Helena Marsk``.
    """
    found = re.findall(rf"\b(?i:{re.escape(role)})[ \u00a0]({_NAME})", text[max(0, at - _ARTICLE) : at])
    return found[-1] if found and _is_person(found[-1]) else ""


def _is_person(name: str) -> bool:
    lists = lexicon("cues")["sources"]
    return not any(word.lower() in words(lists[kind]) for word in name.split() for kind in _NOT_PEOPLE)
