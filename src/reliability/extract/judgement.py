"""What of the lines that no rule knows does the model take for furniture?

How sure it must be goes by what a mistake would cost: a short line outside the running text costs little, a subhead
more, a sentence of the story a fact.
"""

from reliability.extract.furniture import Found
from reliability.extract.language import language
from reliability.extract.lines import Line
from reliability.extract.passage_model import passage_model

# The least probability of what a rule found; read by eye, more than nine in ten of them are right in news articles.
_SURE = 0.95
_SHORT_SENTENCE = 4  # words; shorter lines with a full stop are labels
_PASTED_SENTENCE = 2  # words; in a paragraph they are answers and afterthoughts
_DECK = 6  # words; shorter lines above the story are names and dates
_ITEM = 6  # words; shorter items of a list are links and labels more often than statements
_BULLETS = frozenset("*-•·–")
_INSIDE = 2  # of the four lines around, the one above among them, that are furniture: inside furniture
# A page with a smaller share of furniture (expected, in lines) is a story as people paste it: its lone short lines
# are subheads.
_CLEAN = 0.25
# The model was fitted on English pages; a sentence in another language only lacks the words that it knows.
_READ = frozenset({"en", ""})
# Kinds that come as several lines.
_GO_ON = frozenset({"related", "author", "navigation", "advertising", "comments", "legal"})


def judge(found: list[Line], marks: list[Found | None], headline: int | None) -> list[float]:
    """Marks, in place, what the model takes for furniture.

    Returns:
        For every line the probability that it is not the story.
    """
    model = passage_model()
    chances: list[float] = model.probabilities(found, marks, headline).tolist()
    for index, mark in enumerate(marks):
        if index == headline:
            chances[index] = 0.0
        elif mark is not None:
            chances[index] = max(chances[index], _SURE)
    body = next((index for index, line in enumerate(found) if line.prose and marks[index] is None), None)
    if body is None:  # nothing that the rest could be furniture of
        return chances
    open_ = [index for index, mark in enumerate(marks) if mark is None]
    sentences = [
        index
        for index in open_
        if _reads_as_story(found[index], above=index < body) or _may_go_on(found, index)
    ]
    clean = sum(chances) < _CLEAN * len(chances)
    for index in sorted(set(open_) - set(sentences)):
        limit = model.beside if clean and _stands_between_paragraphs(found, index) else model.threshold
        if chances[index] > limit:
            marks[index] = _mark(marks, index)
    # A deck above the story is story; a pasted one is rarely told from what stands around it.
    suspected = [
        index
        for index in sentences
        if chances[index] > model.beside and (index > body or _is_label(found[index]))
    ]
    if suspected and language([word for line in found for word in line.tokens]) in _READ:
        _mark_sentences(suspected, marks, headline, chances)
    return chances


def _mark_sentences(
    suspected: list[int], marks: list[Found | None], headline: int | None, chances: list[float]
) -> None:
    """Marks, in place, the sentences that are furniture: inside of other furniture, or beyond doubt."""
    model = passage_model()
    known = [mark is not None and index != headline for index, mark in enumerate(marks)]
    for index in suspected:
        inside = known[index - 1] and sum(known[max(0, index - 2) : index + 3]) >= _INSIDE
        if chances[index] > (model.beside if inside else model.alone):
            marks[index] = _mark(marks, index)


def _is_label(line: Line) -> bool:
    """Whether a sentence cut out of a paragraph is none."""
    return line.pasted and line.short and not line.prose


def _reads_as_story(line: Line, *, above: bool) -> bool:
    """Whether the line may be a sentence, an item of the story's list, a deck above it, or a post that it quotes."""
    return (
        line.prose
        or (line.closed and len(line.tokens) >= (_PASTED_SENTENCE if line.pasted else _SHORT_SENTENCE))
        or (line.text[0] in _BULLETS and len(line.tokens) >= _ITEM)
        or (above and len(line.tokens) >= _DECK)
        or "(@" in line.text
    )


def _may_go_on(found: list[Line], index: int) -> bool:
    """Whether a line may be half a sentence, torn where no line break was lost: "Many watched The Bridge"."""
    return (
        index + 1 < len(found) and found[index + 1].torn and found[index].text.rpartition(" ")[2][0].islower()
    )


def _stands_between_paragraphs(found: list[Line], index: int) -> bool:
    """Whether running text stands above and below, as with a subhead."""
    return 0 < index < len(found) - 1 and found[index - 1].prose and found[index + 1].prose


def _mark(marks: list[Found | None], index: int) -> Found:
    """The mark of a line that the model took for furniture: what stands above it goes on, where that can."""
    above = marks[index - 1] if index else None
    if above is not None and above.kind in _GO_ON:
        return Found(above.kind, "reads like the furniture above it")
    return Found("other", "reads like page furniture")
