"""Which sentences hand something over, by which words, to whom, and what?

On the documents of PolNeAR that nothing was fitted on. A sentence counts as attributed if the cue, source or
content of any attribution touches it (``sentence_f1``); one of speech if a cue of speech stands in it: a cue that
holds one of the verbs of ``cues.toml`` or "according to" (``speech_sentence_f1``). Sentences are split line by
line, by the library's own splitter. ``cue_f1`` and ``source_f1`` compare exact stretches, marks and blanks at
their ends left off, each distinct stretch counted once. ``content_f1`` compares words; the library gives a content
from its first word to its last, and the words of its own cue and source are taken out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path

from benchmarks.polnear import Document, Stretch, counted, held_out, scores, trimmed
from benchmarks.progress import say
from reliability import read
from reliability.compare.words import WORD
from reliability.extract.lexicon import lexicon, words
from reliability.extract.sentences import split

NAME = "attribution"
METRICS = ["sentence_f1", "speech_sentence_f1", "cue_f1", "source_f1", "content_f1", "always_yes_sentence_f1"]
BESIDE = {
    "sentence_f1": "rule 0.877; n-gram logistic regression 0.902; two people 0.924; our thresholds were set on training documents left out of a fit; the rule for signed quotations (“…” – Name) after a look at the form of one of these",
    "speech_sentence_f1": "rule 0.909; n-gram logistic regression 0.934",
    "cue_f1": "CRF 0.633; two people 0.705",
    "source_f1": "CRF 0.645; two people 0.777",
    "content_f1": "CRF 0.839; two people 0.917",
}


def run(data: Path) -> dict[str, dict[str, float]]:
    """Measures the attributions of ``reliability.read``."""
    docs = held_out(data)
    if not docs:
        return {}
    say(f"{NAME}: {len(docs)} documents")
    results = scores([_counts(document) for document in docs], METRICS)
    return {"polnear": {**results, "items": float(sum(len(document.handed) for document in docs))}}


def _counts(document: Document) -> list[tuple[int, int, int]]:
    text = document.text
    found = [
        (
            (one.cue.start, one.cue.end),
            [(one.source.start, one.source.end)] if one.source is not None else [],
            [(one.content.start, one.content.end)] if one.content is not None else [],
        )
        for one in read(text).attributions
        if one.cue.field == "text"
    ]
    places = _Places(text)
    touched = places.sentences(span for cue, source, content in found for span in (cue, *source, *content))
    wanted = places.sentences(
        span for one in document.handed for span in (*one.cue, *one.source, *one.content)
    )
    spoken = places.sentences(cue for cue, *_ in found if _is_speech(text, cue))
    wanted_spoken = places.sentences(
        cue for one in document.handed for cue in one.cue if _is_speech(text, cue)
    )
    said = {
        word
        for cue, source, content in found
        for word in places.words(content) - places.words([cue]) - places.words(source)
    }
    return [
        counted(touched, wanted),
        counted(spoken, wanted_spoken),
        counted(
            {trimmed(text, *cue) for cue, *_ in found}, {one.cue[0] for one in document.handed if one.cue}
        ),
        counted(
            {trimmed(text, *source[0]) for _, source, _ in found if source},
            {one.source[0] for one in document.handed if one.source},
        ),
        counted(said, {word for one in document.handed for word in places.words(one.content)}),
        counted(set(range(len(places.starts))), wanted),
    ]


class _Places:
    """The sentences and words of a text, found by their offsets."""

    def __init__(self, text: str) -> None:
        pieces, at = [], 0
        for line in text.splitlines(keepends=True):
            pieces += split(text, at, at + len(line))
            at += len(line)
        pieces = [(start, end) for start, end in pieces if text[start:end].strip()]
        self.starts = [start for start, _ in pieces]
        self.ends = [end for _, end in pieces]
        spans = [match.span() for match in WORD.finditer(text)]
        self.word_starts = [start for start, _ in spans]
        self.word_ends = [end for _, end in spans]

    def sentences(self, spans: Iterable[Stretch]) -> set[int]:
        """The sentences that any of the spans touches."""
        return {
            number
            for start, end in spans
            for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        }

    def words(self, spans: Iterable[Stretch]) -> set[int]:
        """The words that begin in any of the spans."""
        return {
            number
            for start, end in spans
            for number in range(bisect_left(self.word_starts, start), bisect_left(self.word_starts, end))
        }


def _is_speech(text: str, cue: Stretch) -> bool:
    return not words(lexicon("cues")["speech"]["verbs"]).isdisjoint(
        WORD.findall(text[cue[0] : cue[1]].lower())
    )
