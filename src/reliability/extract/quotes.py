"""Which words stand in quotation marks?"""

import re

from reliability.compare.words import WORD

_MARK = re.compile(r"[\"“”„‟«»‹›‘’']|``|''")
_OPENERS = {"“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’"}
_DOUBLE_CLOSERS = frozenset('”"“‟»')
_SPEECH_WORDS = 4  # words in marks; fewer are a term unless they end like speech
_SPEECH_END = re.compile(r"[.!?,…—-]\s*$")
_MOST = 4000  # characters of one quotation within a paragraph: beyond it the mark was never closed


def marked(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches in quotation marks of one paragraph: first and last offset inside the marks, and
    whether the closing mark is there.

    Marks may be curly, straight, single, angled or low, and of two kinds in one pair. Quotations inside
    a quotation are part of it. One that is never closed runs to the end of the paragraph. Apostrophes and
    inches are no marks.
    """
    found: list[tuple[int, int, bool]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        if opened is None:
            if _opens(mark, before, after) and (
                mark not in "'‘" or _single_closes(text, match.end(), end) is not None
            ):
                opened = (match.end(), mark)
            continue
        begin, opener = opened
        if opener in "'‘":
            if mark in "'’" and not after.isalnum() and at == _single_closes(text, begin, end):
                found.append((begin, at, True))
                opened = None
            continue
        if _closes(opener, mark, before, after):
            if at > begin:
                found.append((begin, at, True))
            opened = None
        elif mark == "“" and opener == "“" and at - begin > _MOST:
            found.append((begin, at, False))
            opened = (match.end(), mark)
    if opened is not None and opened[1] not in "'‘" and end > opened[0]:
        found.append((opened[0], end, False))
    return found


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in "“„«‹":
        return not after.isspace() or mark in "«‹"  # French typography sets a space inside
    if mark in {'"', "'", "‘", "``"}:
        return (
            not before.isalnum() and before not in ".,!?)%" and not after.isspace() and after not in ".,;:)"
        )
    if mark in "»›":  # German and Danish books turn them inwards
        return not before.isalnum() and after.isalnum()
    return (
        mark == "”" and not before.isalnum() and before not in ".,!?…)" and after.isalnum()
    )  # a typist's slip


def _closes(opener: str, mark: str, before: str, after: str) -> bool:
    if opener in {"“", "”", '"', "„", "``"}:
        if mark in "”‟":
            return True
        if mark == '"' or mark == "''":
            return not before.isspace() or after.isspace() or not after.isalnum()
        return mark == "“" and (opener == "„" or (not before.isspace() and not after.isalnum()))
    if opener in "«»":
        return mark in "»«"
    return mark in "›‹"


def _single_closes(text: str, begin: int, end: int) -> int | None:
    """Where a quotation in single marks closes: at a mark behind punctuation, or else at the first one that
    ends a word, if it holds at least three words or a possessive cannot explain it."""
    candidates = []
    for match in re.finditer(r"['’](?![^\W_])", text[begin : min(end, begin + _MOST)]):
        at = begin + match.start()
        before = text[at - 1]
        if before in ",.!?…":
            return at
        if before.isalnum() or before in ')]"”':
            candidates.append((at, before))
    for at, before in candidates:
        if before != "s" and before != "n":
            return at
    return candidates[0][0] if candidates else None


def kind(text: str, start: int, end: int) -> str:
    """``speech``, or ``term``: a title, a nickname, words held at a distance."""
    words = WORD.findall(text, start, end)
    if len(words) < _SPEECH_WORDS:
        return "speech" if len(words) > 1 and _SPEECH_END.search(text, start, end) else "term"
    named = [word for word in words if len(word) > 3]  # noqa: PLR2004 - articles and prepositions are small in titles
    if (
        named
        and all(word[0].isupper() for word in named)
        and not _SPEECH_END.search(text, start, end)
        and len(words) <= 10
    ):  # noqa: PLR2004
        return "term"
    return "speech"
