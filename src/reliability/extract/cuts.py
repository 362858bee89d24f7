"""Where does a paragraph that holds story and furniture break in two?

A text pasted without its line breaks is one paragraph from the headline to the newsletter: each of its sentences is
looked at by itself, as lines are. A paragraph of a text that kept its line breaks is cut where whole sentences give
themselves away; the story between them stays in one piece.
"""

from itertools import groupby, pairwise

from reliability.extract.breaks import lost_breaks
from reliability.extract.furniture import Found, furniture
from reliability.extract.lines import Line
from reliability.extract.sentences import split

# A text of more lines than this kept its line breaks.
_UNBROKEN = 3
# No paragraph of news runs on for so many words; where one does, breaks were lost in it.
_OVERLONG = 300
# A paragraph of which less than this is story, to one of furniture, is a notice or a CV throughout.
_STORY = 2.0
_LONGEST = 100_000  # characters; a longer paragraph is no article


def cut(text: str, found: list[Line]) -> tuple[list[Line], list[Found | None]]:
    """The lines, pasted paragraphs cut into sentences, others where whole sentences are furniture.

    Returns:
        The pieces, and what each is by its own words.
    """
    unbroken = len(found) <= _UNBROKEN
    parts: list[Line] = []
    marks: list[Found | None] = []
    for line in found:
        if line.short or line.end - line.start > _LONGEST:
            pieces = [line]
        elif unbroken or len(line.tokens) > _OVERLONG:
            pieces = _sentences(text, line)
        elif (mark := furniture(line)) is None:
            parts.append(line)
            marks.append(mark)
            continue
        else:
            pieces = _given_away(text, line)
        parts += pieces
        marks += map(furniture, pieces)
    return parts, marks


def _sentences(text: str, line: Line) -> list[Line]:
    """The sentences of a pasted paragraph, cut again where a line break seems to be lost in them."""
    pieces = []
    for start, end in split(text, line.start, line.end):
        bounds = [start, *lost_breaks(text, start, end), end]
        for at, stop in pairwise(bounds):
            piece = text[at:stop].lstrip()
            if piece:
                first = stop - len(piece)
                pieces.append(Line.of(text, first, first + len(piece.rstrip()), pasted=True, torn=at > start))
    return pieces


def _given_away(text: str, line: Line) -> list[Line]:
    sentences = [Line.of(text, start, end) for start, end in split(text, line.start, line.end)]
    given_away = [sentence.short and furniture(sentence) is not None for sentence in sentences]
    rest = sum(
        sentence.end - sentence.start for sentence, found in zip(sentences, given_away, strict=True) if found
    )
    if not rest or line.end - line.start - rest < _STORY * rest:
        return [line]
    pieces: list[Line] = []
    for found, run in groupby(zip(sentences, given_away, strict=True), key=lambda pair: pair[1]):
        stretch = [sentence for sentence, _ in run]
        pieces += stretch if found else [Line.of(text, stretch[0].start, stretch[-1].end)]
    return pieces
