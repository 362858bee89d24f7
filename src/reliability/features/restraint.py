"""What shouts in an article, outside quotation marks."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reliability.compare.marks import Marks
from reliability.compare.words import FUNCTION_WORDS, WORD
from reliability.records import Consensus, Evidence, Measurement, Reading, Sentence, Span

_FEWEST_WORDS = 40  # a shout in two sentences tells little of the article
_ENGLISH = (
    0.25  # the share of function words that running English has at the very least; the lists are English
)
_PER = 150.0  # words of plain prose that weigh as much as one shout: about a paragraph and a half
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")
_QUESTION = re.compile(r"[A-Za-z]\?")
_EXCLAMATION = re.compile(r"([A-Za-z]+)!+(?=\s+[^\sa-z]|\s*$)")
_MESSAGES = {
    "capitals": "capitals for emphasis",
    "question": "a question put to the reader",
    "exclamation": "an exclamation",
    "loaded": "a word that tells what to feel",
    "label": "a label that calls for attention",
}


@dataclass(frozen=True, slots=True)
class Restraint:
    """Does it report without shouting?"""

    name: str = "restraint"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Weighs each shout outside quotation marks against the length of the story; English only."""
        words = [word for sentence in reading.sentences for word in sentence.words]
        plain = sum(word in FUNCTION_WORDS for word in words)
        spans = [sentence.span for sentence in reading.sentences if sentence.span.field == "text"]
        if len(words) < _FEWEST_WORDS or plain < _ENGLISH * len(words) or not spans:
            return Measurement(self.name)
        shouts = [
            Evidence(
                self.name,
                "measured",
                span,
                (),
                f"“{reading.printed(span)}”: {_MESSAGES[kind]}.",
                grades.get(kind, 0.0),
                0.0,
            )
            for kind, span in _shouts(reading)
        ]
        whole = Span(reading.article.id, spans[0].start, spans[-1].end)
        message = f"{len(words):,} words, in which {len(shouts) or 'nothing'} shout{'s' * (len(shouts) < 2)}."  # noqa: PLR2004 - the singular
        story = Evidence(self.name, "measured", whole, (), message, 1.0 + len(words) / _PER, 1.0)
        return Measurement(self.name, (story, *shouts))


def _shouts(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Kind and place of each, outside quotation marks."""
    small = _small_words(reading)
    marks = Marks(reading)
    for sentence in reading.sentences:
        text = reading.quoted(sentence.span)
        offset = sentence.span.start
        for kind, start, end in _in_sentence(text, sentence, small):
            span = Span(reading.article.id, offset + start, offset + end, sentence.span.field)
            if not marks.hold(span):
                yield kind, span


def _in_sentence(text: str, sentence: Sentence, small: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    style = text.upper() == text  # a line all in capitals is the outlet's style
    for kind, pattern, firsts in _patterns():
        if firsts.isdisjoint(sentence.words):
            continue
        for found in pattern.finditer(text):
            if kind != "label" or (found[0][0] in "[(") or (sentence.place == "headline" and not style):
                yield kind, *found.span()
    yield from _marks_in(text)
    if style or sentence.place == "headline":
        return
    for found in _CAPITALS.finditer(text):
        if found.start() and found[0].lower() in small:
            yield "capitals", *found.span()


def _marks_in(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _EXCLAMATION.finditer(text) if "!" in text else ():
        if found[1].lower() not in _names("names"):
            yield "exclamation", *found.span()
    for found in _QUESTION.finditer(text) if "?" in text else ():
        yield "question", *found.span()


def _small_words(reading: Reading) -> frozenset[str]:
    """Words that the article, or English, writes small: in capitals they are no abbreviations."""
    text = reading.article.text
    return (frozenset(re.findall(r"\b[a-z]{3,}\b", text)) | FUNCTION_WORDS) - _names("furniture")


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(_lists()[kind].split())


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Each kind with its pattern and the words of which one must be there, so that the pattern is seldom run."""
    phrases = [*_lists()["phrases"], *_lists()["loaded"].split()]
    loaded = "|".join(map(re.escape, phrases))
    labels = "|".join(map(re.escape, _lists()["labels"].split()))
    return (
        ("loaded", re.compile(rf"(?<![\w-])(?:{loaded})(?![\w-])", re.IGNORECASE), _first_words(phrases)),
        (
            "label",
            re.compile(rf"[\[(](?i:{labels})[^\])]{{0,20}}[\])]|(?<![\w-])(?:{labels})(?=\s*[:!\-–—])"),
            _first_words(_lists()["labels"].split()),
        ),
    )


def _first_words(phrases: list[str]) -> frozenset[str]:
    return frozenset(match.group().lower() for phrase in phrases if (match := WORD.search(phrase)))
