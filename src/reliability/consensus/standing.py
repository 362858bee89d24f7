"""Which sentences of an article are known to stand in unrelated articles of its outlet?"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from reliability.compare.furniture import Furniture, Standing, line_key
from reliability.compare.outlets import known_as, outlet
from reliability.consensus.others import SENTENCE, Line, Others
from reliability.consensus.retraction import Elsewhere, retract
from reliability.records import Passage, Reading, Sentence, Span


class _Told(NamedTuple):
    """A sentence, the passage that it stands in, and in how many articles of its outlet it is known to stand."""

    passage: int
    sentence: Sentence
    articles: int


class _Run(NamedTuple):
    """Known sentences that stand side by side in one passage, and why they are not the story."""

    passage: int
    span: Span
    lines: tuple[Line, ...]
    reason: str


def without_standing(readings: Sequence[Reading], furniture: Furniture) -> tuple[Reading, ...]:
    """The readings, with what their outlets are known to print everywhere taken out of the story.

    A line is taken out whole where each of its sentences is known; out of a paragraph only what holds a known sentence
    of eight words or more, for a few words recur by themselves. What other outlets print on this event, or speak of, is
    left where it is. Linear in the length of the texts.

    Args:
        readings: The readings of one event's articles.
        furniture: What outlets are known to print everywhere.
    """
    found = [list(_runs(reading, furniture)) for reading in readings]
    asked = [line for runs in found for run in runs for line in run.lines]
    if not asked:
        return tuple(readings)
    others = Others(readings, asked)
    return tuple(
        _without(reading, [run for run in runs if not _said(run, others, outlet(reading.article))])
        for reading, runs in zip(readings, found, strict=True)
    )


def _said(run: _Run, others: Others, who: str) -> bool:
    return any(others.say_so(who, line) for line in run.lines)


def _runs(reading: Reading, furniture: Furniture) -> Iterator[_Run]:
    name = known_as(reading.article, furniture.outlets)
    known = _known(reading, furniture.outlets[name]) if name else {}
    if not known:
        return
    starts = [passage.span.start for passage in reading.passages]
    told = [
        _Told(bisect_right(starts, sentence.span.start) - 1, sentence, known.get(at, 0))
        for at, sentence in enumerate(reading.sentences)
        if sentence.span.field == "text" and sentence.words
    ]
    for passage, parts in groupby(told, key=lambda part: part.passage):
        if reading.passages[passage].kind != "story":
            continue
        whole = list(parts)
        for standing, together in groupby(whole, key=lambda part: part.articles > 0):
            run = list(together)
            if not standing or not (
                run == whole or any(len(part.sentence.words) >= SENTENCE for part in run)
            ):
                continue
            first, last = run[0].sentence.span, run[-1].sentence.span
            span = reading.passages[passage].span if run == whole else replace(first, end=last.end)
            lines = tuple(Line.of(reading, part.sentence.span) for part in run)
            count, articles = min(part.articles for part in run), furniture.outlets[name].articles
            said = f"stands word for word in {count} of {articles} articles of {name}"
            yield _Run(passage, span, lines, said)


def _known(reading: Reading, standing: Standing) -> dict[int, int]:
    """In how many articles of the outlet the sentences stand that are known, by their index.

    What tells something of this event is left out: what is handed to a source ("a spokeswoman did not answer"), and
    the time of day in a liveblog.
    """
    counts = {
        at: count
        for at, sentence in enumerate(reading.sentences)
        if (count := standing.lines.get(line_key(sentence.words), 0))
    }
    if counts:
        told = {attribution.sentence for attribution in reading.attributions}
        timed = {quantity.sentence for quantity in reading.quantities if quantity.kind == "time"}
        brief = {at for at in timed if len(reading.sentences[at].words) < SENTENCE}
        return {at: count for at, count in counts.items() if at not in told | brief}
    return counts


def _without(reading: Reading, runs: Sequence[_Run]) -> Reading:
    """The reading with its passages cut where the runs begin and end, and the runs taken out."""
    if not runs:
        return reading
    cuts: defaultdict[int, list[_Run]] = defaultdict(list)
    for run in runs:
        cuts[run.passage].append(run)
    passages: list[Passage] = []
    out: dict[int, Elsewhere] = {}
    for at, passage in enumerate(reading.passages):
        start = passage.span.start
        for run in cuts.get(at, ()):
            passages += _piece(reading, passage, start, run.span.start)
            out[len(passages)] = Elsewhere(run.reason)
            passages.append(replace(passage, span=run.span))
            start = run.span.end
        passages += _piece(reading, passage, start, passage.span.end)
    return retract(replace(reading, passages=tuple(passages)), out)


def _piece(reading: Reading, passage: Passage, start: int, end: int) -> list[Passage]:
    """What stands of a passage between two offsets, without the white space around it; nothing where that is all."""
    text = reading.article.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    return [replace(passage, span=replace(passage.span, start=start, end=end))] if start < end else []
