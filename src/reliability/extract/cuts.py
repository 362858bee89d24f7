"""Where does a paragraph that holds story and furniture break in two?

A text pasted without its line breaks is one paragraph from the headline to the newsletter. It is cut where whole
sentences give themselves away; the story between them stays in one piece.
"""

from itertools import groupby

from reliability.extract.furniture import Found, furniture
from reliability.extract.lines import Line
from reliability.extract.sentences import split

# A text of more lines than this kept its line breaks: only paragraphs with a phrase of furniture are looked into.
_UNBROKEN = 3
# A paragraph of which less than this is story, to one of furniture, is a notice or a CV throughout.
_STORY = 2.0
_LONGEST = 100_000  # characters; a longer paragraph is no article


def cut(text: str, found: list[Line]) -> tuple[list[Line], list[Found | None]]:
    """The lines, long paragraphs cut where whole sentences are furniture; and what each is by its own words."""
    unbroken = len(found) <= _UNBROKEN
    parts: list[Line] = []
    marks: list[Found | None] = []
    for line in found:
        mark = furniture(line)
        if line.short or line.end - line.start > _LONGEST or not (unbroken or mark):
            parts.append(line)
            marks.append(mark)
        else:
            pieces = _pieces(text, line)
            parts += pieces
            marks += map(furniture, pieces)
    return parts, marks


def _pieces(text: str, line: Line) -> list[Line]:
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
