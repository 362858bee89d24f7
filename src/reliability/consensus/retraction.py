"""What is left of a reading when some of its passages turn out not to be the story?"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from reliability.records import Reading, Sentence, Span


class Elsewhere(NamedTuple):
    """Why a passage is not the story, in a few words, and where the same words stand in other articles."""

    reason: str
    twins: tuple[Span, ...] = ()


def retract(reading: Reading, found: Mapping[int, Elsewhere]) -> Reading:
    """The reading without what was read in the given passages.

    Args:
        reading: The reading of one article.
        found: Every passage that is not the story, by its index, and why it is not.
    """
    passages = tuple(
        replace(passage, kind="other", reason=found[at].reason, twins=found[at].twins)
        if at in found
        else passage
        for at, passage in enumerate(reading.passages)
    )
    out = [passages[at].span for at in sorted(found)]
    starts = [span.start for span in out]
    kept = [
        at
        for at, sentence in enumerate(reading.sentences)
        if not (before := bisect_right(starts, sentence.span.start))
        or not out[before - 1].covers(sentence.span)
    ]
    now = {before: after for after, before in enumerate(kept)}
    sentences = _with_lead(reading, kept)
    return replace(
        reading,
        passages=passages,
        sentences=tuple(sentences),
        quantities=tuple(
            replace(
                quantity,
                sentence=now[quantity.sentence],
                place=quantity.place
                if quantity.place == "quote"
                else sentences[now[quantity.sentence]].place,
            )
            for quantity in reading.quantities
            if quantity.sentence in now
        ),
        quotes=tuple(
            replace(quote, sentence=now[quote.sentence]) for quote in reading.quotes if quote.sentence in now
        ),
        attributions=tuple(
            replace(attribution, sentence=now[attribution.sentence])
            for attribution in reading.attributions
            if attribution.sentence in now
        ),
        names=tuple(
            replace(name, sentence=now[name.sentence]) for name in reading.names if name.sentence in now
        ),
    )


def _with_lead(reading: Reading, kept: list[int]) -> list[Sentence]:
    """The sentences that are left; the next ones step in for those of the lead that are gone."""
    sentences = [reading.sentences[at] for at in kept]
    leads = [sum(sentence.place == "lead" for sentence in group) for group in (reading.sentences, sentences)]
    gone = leads[0] - leads[1]
    for at, sentence in enumerate(sentences):
        if gone and sentence.place == "body":
            sentences[at] = replace(sentence, place="lead")
            gone -= 1
    return sentences
