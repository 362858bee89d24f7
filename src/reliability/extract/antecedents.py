"""Whom does "the magistrate" mean, by the name that stood behind the role before?"""

import re

from reliability.extract import sources

_NAME = r"(?:[A-Z][\w'’-]+[ \u00a0]){1,3}[A-Z][\w'’-]+"
_THE_ROLE = re.compile(r"the (\w+)(?:$| (?:of|in|at|for|on|from)\b)")
_BACK = 6000  # characters: who holds an office is said once


def holder_before(phrase: str, text: str, at: int) -> str:
    """The person whose name stands directly behind a role somewhere before ``at``.

    "The magistrate Helena Marsk was hard on them ... said the magistrate": ``Helena Marsk``.

    Args:
        phrase: The source as written, in lower case: ``the magistrate``.
        text: The field.
        at: Where the source stands.

    Returns:
        The name, or an empty string.
    """
    role = _THE_ROLE.match(phrase)
    if role is None:
        return ""
    before = re.findall(rf"\b(?i:{re.escape(role[1])})[ \u00a0]({_NAME})", text[max(0, at - _BACK) : at])
    return sources.person_in(before[-1].split()) if before else ""
