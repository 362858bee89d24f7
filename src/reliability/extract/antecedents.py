"""Whom does "the magistrate" mean, by the name that stood behind the role before, and whom does "they"?"""

import re

from reliability.extract import sources

_NAME = r"(?:[A-Z][\w'’-]+[ \u00a0]){1,3}[A-Z][\w'’-]+"
_THE_ROLE = re.compile(r"the (\w+)(?:$| (?:of|in|at|for|on|from)\b)")
_BACK = 6000  # characters: who holds an office is said once
_GROUP = re.compile(r"\b[Tt]he (?:[\w.'’-]+ ){0,3}?(\w+s)\b")
_JUST_BEFORE = 300  # characters: "they" are those of the sentence before, or of the one before that


def holder_before(phrase: str, text: str, at: int) -> tuple[str, int, int] | None:
    """The person whose name stands directly behind a role somewhere before ``at``.

    "The magistrate Helena Marsk was hard on them ... said the magistrate": ``Helena Marsk``.

    Args:
        phrase: The source as written, in lower case: ``the magistrate``.
        text: The field.
        at: Where the source stands.

    Returns:
        The name, and where it begins and ends; ``None`` where there is none.
    """
    role = _THE_ROLE.match(phrase)
    if role is None:
        return None
    pattern = rf"\b(?i:{re.escape(role[1])})[ \u00a0]({_NAME})"
    found = list(re.finditer(pattern, text[max(0, at - _BACK) : at]))[-1:]
    name = sources.person_in(found[0][1].split()) if found else ""
    if not name:
        return None
    shift = max(0, at - _BACK)
    return name, found[0].start(1) + shift, found[0].end(1) + shift


def group_before(text: str, at: int) -> bool:
    """Whether "they" can mean people in a role that were just spoken of: "The UN experts investigate ... They want"."""
    before = _GROUP.finditer(text, max(0, at - _JUST_BEFORE), at)
    return any(sources.is_role(group[1].lower()) for group in before)
