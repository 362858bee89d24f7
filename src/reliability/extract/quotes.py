"""Which words stand in quotation marks?"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from reliability.compare.words import WORD

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘]|['’](?!\w)|(?<!\w)['’]")  # none in the middle of a word
_INCHES = re.compile(r"\d['’]\s?\d{1,2}$")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d0s)\b", re.IGNORECASE)  # 'em, 'til, '90s
_ASIDE = 4  # words of a quotation inside another one that was never closed; longer ones stand for themselves
_TITLE = 10  # words of a title
# Words that stand small in titles.
_SMALL = frozenset("a an the of and or nor but in on at to for with by from as vs v de la".split())
_HEADLINE = 200  # characters: longer lines are no headlines
_NEAR = 4000  # characters of a quotation in single marks: beyond it the mark was an apostrophe
_SINGLE = frozenset("'‘’")
_ENDS = ",.!?…"
_GOES_ON = re.compile(r"\" [a-z]")
_APART = re.compile(r"\"[ \u00a0]\w")
_SPEECH_END = re.compile(r"[.!?,…—-]\s*$")
_CALLED_OUT = re.compile(r"[!?—]\s*$")

Stretch = tuple[int, int, bool]


@dataclass(slots=True)
class _Open:
    """A quotation that has been opened: where its mark stands, where its words begin, and those inside it."""

    at: int
    begin: int
    mark: str
    inside: list[Stretch] = field(default_factory=list)


def marked(text: str, start: int, end: int) -> list[Stretch]:
    """The stretches in quotation marks of one paragraph.

    Each is its first and last offset inside the marks, and whether the closing mark is there. Marks may be
    curly, straight, single, doubled single, angled or low, and of two kinds in one pair. Quotations inside a
    quotation are part of it. One that is never closed runs to the next that opens, or to the end of the
    paragraph. Apostrophes, feet and inches are no marks.
    """
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        return []
    singles = [match.start() for match in marks if match.group() in _SINGLE]
    closers = _Closers.of(text, singles, end) if singles else _NO_CLOSERS
    found: list[Stretch] = []
    stack: list[_Open] = []
    skipped = start  # where the quotation in single marks ends that we are in
    for match in marks:
        mark, at, behind = match.group(), match.start(), match.end()
        if at < skipped:
            continue
        before = text[at - 1] if at > start else " "
        after = text[behind] if behind < end else " "
        if mark in _SINGLE:
            close = None if stack or mark == "’" else closers.behind(behind)
            if close is not None and _opens(mark, before, after) and not _ELIDED.match(text, behind):
                found.append((behind, close, True))
                skipped = close + 1
        elif stack and _closes(stack[-1].mark, mark, before, after) and not _is_inches(text, start, at, end):
            opened = stack.pop()
            if at > opened.begin:
                (stack[-1].inside if stack else found).append((opened.begin, at, True))
        elif _opens(mark, before, after) or (
            mark == '"' and not stack and _stands_apart(text, at, end) and before.isspace()
        ):
            stack.append(_Open(at, behind, mark))
    edge = end
    for opened in reversed(stack):
        found += _unclosed(text, opened, edge)
        edge = opened.at
    return sorted(found)


def _stands_apart(text: str, at: int, end: int) -> bool:
    """Whether a straight mark between blanks opens: a word and, later, another mark follow it (" No ," he said)."""
    after = _APART.match(text, at, end)
    return after is not None and text.find('"', after.end(), min(end, at + _NEAR)) >= 0


def _is_inches(text: str, start: int, at: int, end: int) -> bool:
    if _INCHES.search(text, max(start, at - 5), at) is not None:
        return True
    # "The pipe is 6" wide," he said: were it the end of the quotation, the marks behind it would not pair.
    if text[at] != '"' or not text[at - 1].isdigit() or not _GOES_ON.match(text, at, end):
        return False
    return text.count('"', at + 1, min(end, at + _NEAR)) % 2 == 1


def _unclosed(text: str, opened: _Open, edge: int) -> list[Stretch]:
    """A quotation without its closing mark: up to the first longer one opened in it, and from there those alone."""
    own = [
        (begin, close, closed)
        for begin, close, closed in opened.inside
        if kind(text, begin, close) == "speech"
        and sum(1 for _ in zip(WORD.finditer(text, begin, close), range(_ASIDE + 1), strict=False)) > _ASIDE
    ]
    stop = own[0][0] - 1 if own else edge
    while stop > opened.begin and text[stop - 1].isspace():
        stop -= 1
    return [*([(opened.begin, stop, False)] if stop > opened.begin else []), *own]


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in {"“", "„", "«", "‹"}:
        return not after.isspace() or mark in {"«", "‹"}  # French typography sets a space inside
    if mark in {'"', "'", "‘", "``", "''"}:
        return (
            not before.isalnum() and before not in ".,!?)%=" and not after.isspace() and after not in ".,;:)"
        )
    if mark in {"»", "›"}:  # German and Danish books turn them inwards
        return not before.isalnum() and after.isalnum()
    # A typist's slip.
    return mark == "”" and not before.isalnum() and before not in ".,!?…)" and after.isalnum()


def _closes(opener: str, mark: str, before: str, after: str) -> bool:
    if opener in {"«", "»"}:
        return mark in {"»", "«"}
    if opener in {"‹", "›"}:
        return mark in {"›", "‹"}
    if mark in {"”", "‟"}:
        return True
    if mark in {'"', "''"}:
        return not after.isalnum() or (not before.isspace() and before not in "(-–—[")
    return mark == "“" and (opener == "„" or (not before.isspace() and not after.isalnum()))


@dataclass(frozen=True, slots=True)
class _Closers:
    """The single marks that can end a quotation, and those that can begin one."""

    places: list[int]
    sure: list[bool]
    openers: list[int]

    @classmethod
    def of(cls, text: str, singles: list[int], end: int) -> "_Closers":
        places, sure, openers = [], [], []
        for at in singles:
            before, after = text[at - 1 : at] or " ", text[at + 1] if at + 1 < end else " "
            if not after.isalnum() and not before.isspace() and text[at] != "‘":
                places.append(at)
                sure.append(before in _ENDS or before.isdigit() or (before.isalpha() and before not in "sn"))
            elif (
                after.isalnum() and (before.isspace() or before in '(“"') and not _ELIDED.match(text, at + 1)
            ):
                openers.append(at)
        return cls(places, sure, openers)

    def behind(self, begin: int) -> int | None:
        """Where the quotation closes that begins at ``begin``, before the next one opens.

        At a mark that no possessive can explain, or else at the first that could end it.
        """
        first = bisect_right(self.places, begin)
        nexts = bisect_right(self.openers, begin)
        limit = min(begin + _NEAR, self.openers[nexts] if nexts < len(self.openers) else begin + _NEAR)
        some = None
        for number in range(first, min(first + 8, len(self.places))):
            at = self.places[number]
            if at >= limit:
                break
            if self.sure[number]:
                return at
            some = some if some is not None else at
        return some


_NO_CLOSERS = _Closers([], [], [])


def kind(text: str, start: int, end: int) -> str:
    """``speech``, or ``term``: a title, a nickname, words held at a distance."""
    words = WORD.findall(text, start, end)
    if len(words) <= 2:  # noqa: PLR2004 - "Not now," and "Why?" but not "fake news"
        pattern = _SPEECH_END if len(words) > 1 else _CALLED_OUT
        return "speech" if words and pattern.search(text, start, end) else "term"
    if len(words) > _TITLE or _CALLED_OUT.search(text, start, end) or not _is_title(words):
        return "speech"
    return "speech" if _in_headline(text, start, end) else "term"


def _is_title(words: list[str]) -> bool:
    """Whether some words are capitalised as titles are: all but the small ones."""
    return (
        words[0][0].isupper()
        and any(word not in _SMALL for word in words[1:])
        and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words[1:])
    )


def _in_headline(text: str, start: int, end: int) -> bool:
    """Whether the whole line is capitalised as headlines are, so that capitals tell nothing of what it quotes."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    if high - low > _HEADLINE:
        return False
    around = [*WORD.findall(text, low, start), *WORD.findall(text, end, high)]
    return bool(around) and _is_title([*around[:1], *around])
