"""What do a line's neighbours say of it? Lists of other stories, names above a CV, second copies, the tail.

Each function marks, in place, lines that are still unmarked.
"""

from reliability.extract.furniture import (
    Found,
    is_credit,
    is_date_line,
    is_head,
    is_name,
    tells_of_author,
)
from reliability.extract.headline import is_page_head, names_page
from reliability.extract.lines import Line

Marks = list[Found | None]

_ITEM = 12  # words; a closed line as long as this is no item of a list of headlines
_AUTHOR_HEAD = 4  # words at most: "About the author"
# A repeated line of fewer words may be a refrain of the story ("Yes, he said."), or a cell of a table.
_REPEATED = 8
_BELOW = Found("author", "stands below an author's name")
_FRAGMENT = 8  # words; what follows the end of the story is shorter
_AFTER_END = frozenset({"related", "comments", "advertising", "legal", "navigation", "caption", "author"})


def mark_lists(found: list[Line], marks: Marks) -> None:
    """Lists of other stories: what follows their heads, as long as it reads like headlines."""
    inside = False
    for index, line in enumerate(found):
        if is_head(line):
            inside = True
            marks[index] = marks[index] or Found("related", "heads a list of other stories")
        elif inside and marks[index] is None:
            story = line.prose if line.pasted else len(line.tokens) >= _ITEM and line.ending == "."
            inside = line.short and not story
            if inside:
                marks[index] = Found("related", "stands in a list of other stories")


def mark_top(found: list[Line], marks: Marks, headline: int | None) -> None:
    """What stands above the headline, and in the first lines: paths, dates, names of authors."""
    if headline is not None:
        for index in range(headline):
            if marks[index] is None and not found[index].prose:
                marks[index] = Found("other", "stands above the headline")
    for index, line in enumerate(found):
        if marks[index] is not None:
            continue
        if line.prose:
            return
        if headline is None and is_page_head(line):
            marks[index] = Found("navigation", "a path or title of the page")
        elif is_date_line(line):
            marks[index] = Found("byline", "a date line")
        elif headline is not None and index == headline + 1 and is_name(line) and not line.closed:
            marks[index] = Found("byline", "an author's name")


def mark_authors(found: list[Line], marks: Marks) -> None:
    """Names that stand before a byline or an author's CV, and the CV below its head; credits in the text."""
    for index, line in enumerate(found):
        if marks[index] is not None:
            continue
        above = marks[index - 1] if index else None
        below = marks[index + 1] if index + 1 < len(found) else None
        if below and below.kind in {"author", "byline"} and is_name(line) and not line.closed:
            marks[index] = Found("author" if below.kind == "author" else "byline", "an author's name")
        elif (
            above
            and above.kind == "author"
            and above != _BELOW
            and len(found[index - 1].tokens) <= _AUTHOR_HEAD
        ):
            marks[index] = _BELOW
        elif index and (found[index - 1].prose or line is found[-1]) and is_credit(line) and not line.closed:
            marks[index] = Found("caption", "a credit line")


def mark_repeats(found: list[Line], marks: Marks, headline: int | None) -> None:
    """Second copies of a headline or paragraph: said twice, it counts once."""
    seen: set[str] = set()
    if headline is not None:
        title = found[headline]
        seen.add(title.bare)
        words = title.words
        for index, line in enumerate(found):
            if words and marks[index] is None and index != headline and names_page(line, words):
                marks[index] = Found("repeat", "the headline again, with the site's name")
    for index, line in enumerate(found):
        if marks[index] is None and index != headline:
            known = line.bare if line.short else line.lower
            if known in seen:
                marks[index] = Found("repeat", "stands above already")
            elif len(line.tokens) >= _REPEATED:
                seen.add(known)


def mark_tail(found: list[Line], marks: Marks) -> None:
    """What follows the last sentence of the story: CVs, and short lines with furniture among them."""
    after = False
    for index in range(len(found) - 1, 0, -1):
        line, mark = found[index], marks[index]
        if mark is not None:
            after = after or mark.kind in _AFTER_END
        elif tells_of_author(line):
            marks[index] = Found("author", "says who wrote it")
            after = True
        elif line.closed or len(line.tokens) >= _FRAGMENT:
            return
        elif after or ((above := marks[index - 1]) is not None and above.kind in _AFTER_END):
            marks[index] = Found("other", "a fragment after the end of the story")
        else:
            return
