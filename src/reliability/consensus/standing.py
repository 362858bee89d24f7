"""Which sentences of an article are known to stand in unrelated articles of its outlet?"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from reliability.compare.furniture import Furniture, line_key
from reliability.compare.outlets import outlet
from reliability.consensus.others import SENTENCE, Line, Others
from reliability.consensus.retraction import Elsewhere, retract
from reliability.records import Passage, Reading, Span


class _Run(NamedTuple):
    """Known sentences that stand side by side in one passage, and what is known of them."""

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
        _without(
            reading,
            [
                run
                for run in runs
                if not any(others.say_so(outlet(reading.article), line) for line in run.lines)
            ],
        )
        for reading, runs in zip(readings, found, strict=True)
    )


def _runs(reading: Reading, furniture: Furniture) -> Iterator[_Run]:
    standing = furniture.of(reading.article)
    if standing is None or not standing.lines:
        return
    starts = [passage.span.start for passage in reading.passages]
    told = {attribution.sentence for attribution in reading.attributions}
    counted = [
        (
            bisect_right(starts, sentence.span.start) - 1,
            0 if at in told else standing.lines.get(line_key(sentence.words), 0),
            sentence,
        )
        for at, sentence in enumerate(reading.sentences)
        if sentence.span.field == "text" and sentence.words
    ]
    for passage, parts in groupby(counted, key=lambda part: part[0]):
        if reading.passages[passage].kind != "story":
            continue
        whole = list(parts)
        for known, run in groupby(whole, key=lambda part: part[1] > 0):
            if not known:
                continue
            sentences = [(count, sentence) for _, count, sentence in run]
            if len(sentences) < len(whole) and max(len(one.words) for _, one in sentences) < SENTENCE:
                continue
            first, last = sentences[0][1].span, sentences[-1][1].span
            span = (
                reading.passages[passage].span
                if len(sentences) == len(whole)
                else replace(first, end=last.end)
            )
            least = min(count for count, _ in sentences)
            yield _Run(
                passage,
                span,
                tuple(Line.of(reading, one.span) for _, one in sentences),
                f"stands word for word in {least} of {standing.articles} articles of {outlet(reading.article)}",
            )


def _without(reading: Reading, runs: Sequence[_Run]) -> Reading:
    """The reading with its passages cut where the runs begin and end, and the runs taken out."""
    if not runs:
        return reading
    passages: list[Passage] = []
    out: dict[int, Elsewhere] = {}
    for at, passage in enumerate(reading.passages):
        start = passage.span.start
        for run in runs:
            if run.passage != at:
                continue
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
