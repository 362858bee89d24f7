"""What shouts in an article, outside quotation marks."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from reliability.compare.marks import Marks
from reliability.compare.words import FUNCTION_WORDS, WORD
from reliability.records import Consensus, Evidence, Measurement, Reading, Sentence, Span

_FEWEST_WORDS = 40  # a shout in two sentences tells little of the article
_ENGLISH = (
    0.25  # the share of function words that running English has at the very least; the lists are English
)
_PER = 150.0  # words of plain prose that weigh as much as one shout: about a paragraph and a half
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")
_QUESTION = re.compile(r"(?<=[A-Za-z])\?(?=\s+[^\sa-z]|\s*$)")
_POST = re.compile(
    r"^.*\(@\w{1,30}\).*$", re.MULTILINE
)  # "— Ann Berg (@annberg) May 4": what somebody posted
_EXCLAMATION = re.compile(r"(?<=[A-Za-z])!+(?=\s+[^\sa-z]|\s*$)")
_STOP = re.compile(r"[.!?]\s")
_BEFORE = re.compile(r"[A-Za-z]+$")
_MESSAGES = {
    "capitals": "capitals for emphasis",
    "question": "a question put to the reader",
    "exclamation": "an exclamation",
    "loaded": "a word that tells what to feel",
    "interjection": "talk, not report",
    "label": "a label that calls for attention",
}
_Met = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Restraint:
    """Does it report without shouting?"""

    name: str = "restraint"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Weighs each shout, and each word that only adds stress, against the length of the story; English only.

        Who wants to be believed stresses: adverbs of degree and words like "every" and "never" are commoner in fabricated
        and partisan news than in trusted news (Rashkin et al., Truth of Varying Shades, EMNLP 2017).
        """
        count = sum(len(sentence.words) for sentence in reading.sentences)
        plain = sum(word in FUNCTION_WORDS for sentence in reading.sentences for word in sentence.words)
        spans = [sentence.span for sentence in reading.sentences if sentence.span.field == "text"]
        if count < _FEWEST_WORDS or plain < _ENGLISH * count or not spans:
            return Measurement(self.name)
        marks = Marks(reading)
        text = reading.article.text
        posts = [found.span() for found in _POST.finditer(text)] if "(@" in text else []
        met = [(kind, span) for kind, span in _met(reading) if not (marks.hold(span) or _posted(span, posts))]
        shouts = [(kind, span) for kind, span in met if kind != "stress"]
        stresses = [span for kind, span in met if kind == "stress"]
        whole = Span(reading.article.id, spans[0].start, spans[-1].end)
        message = f"{count:,} words, in which {len(shouts) or 'nothing'} shout{'s' * (len(shouts) < 2)}."  # noqa: PLR2004 - the singular
        found = [Evidence(self.name, "measured", whole, (), message, 1.0 + count / _PER, 1.0)]
        for kind, span in shouts:
            message = f"“{reading.printed(span)}”: {_MESSAGES[kind]}."
            found.append(Evidence(self.name, "measured", span, (), message, grades.get(kind, 0.0), 0.0))
        if stresses:
            first, *rest = stresses
            more = f" and {len(rest)} more" if rest else ""
            message = f"“{reading.printed(first)}”{more}: words that add nothing but stress."
            weight = grades.get("stress", 0.0) * len(stresses)
            found.append(Evidence(self.name, "measured", first, tuple(rest), message, weight, 0.0))
        return Measurement(self.name, tuple(found))


def _posted(span: Span, posts: list[tuple[int, int]]) -> bool:
    """Whether a place stands in a post that the article shows: somebody else's words without marks."""
    at = bisect_right(posts, (span.end, 0)) - 1 if posts and span.field == "text" else -1
    return at >= 0 and span.start < posts[at][1]


def _met(reading: Reading) -> Iterator[_Met]:
    """Kind and place of each; words are looked up in the lists, signs are looked for once in the text."""
    listed = _listed()
    for sentence in reading.sentences:
        if not listed.keys().isdisjoint(sentence.words):
            yield from _said(reading, sentence)
        if not _words("labels").isdisjoint(sentence.words):
            yield from _called(reading, sentence)
    fields: tuple[tuple[Literal["text", "title"], str], ...] = (
        ("text", reading.article.text),
        ("title", reading.article.title or ""),
    )
    for field, text in fields:
        own = [sentence for sentence in reading.sentences if sentence.span.field == field]
        starts = [sentence.span.start for sentence in own]
        for kind, start, end in _signs(text):
            at = bisect_right(starts, start) - 1
            if at < 0 or own[at].span.end < end:
                continue  # not the story
            sentence = own[at]
            if kind == "capitals" and (
                sentence.place == "headline" or start == sentence.span.start or _styled(reading, sentence)
            ):
                continue
            yield kind, Span(reading.article.id, start, end, field)


def _signs(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _EXCLAMATION.finditer(text) if "!" in text else ():
        word = _BEFORE.search(text, max(0, found.start() - 20), found.start())
        if word and word[0].lower() not in _words("names"):
            yield "exclamation", word.start(), found.end()
    for found in _QUESTION.finditer(text) if "?" in text else ():
        if not _alone(text, found.end()):
            yield "question", found.start() - 1, found.end()
    for found in _CAPITALS.finditer(text):
        if _written_small(found[0].lower(), text):
            yield "capitals", *found.span()


def _alone(text: str, end: int) -> bool:
    """Whether a question is a line by itself: asked by an interviewer, or the heading of its answer."""
    if text[end : end + 1] not in {"", "\n"}:
        return False
    first = text.rfind("\n", 0, end) + 1
    return bool(first) and not _STOP.search(text, first, end)


def _written_small(word: str, text: str) -> bool:
    """Whether the article, or English, writes a word small: in capitals it is then no abbreviation."""
    if word in _words("furniture") or word in _words("bodies"):
        return False
    return word in FUNCTION_WORDS or (word in text and re.search(rf"\b{word}\b", text) is not None)


def _said(reading: Reading, sentence: Sentence) -> Iterator[_Met]:
    listed = _listed()
    whole = reading.article.text if sentence.span.field == "text" else reading.article.title or ""
    for number, word in enumerate(sentence.words):
        for kind, phrase in listed.get(word, ()):
            last = number + len(phrase) - 1
            if sentence.words[number : last + 1] != phrase:
                continue
            start, end = sentence.starts[number], sentence.starts[last] + len(phrase[-1])
            if kind == "interjection" and number and _named(whole, start, sentence.starts[number - 1]):
                continue
            if "-" not in (whole[start - 1 : start], whole[end : end + 1]):  # else it is part of another word
                yield kind, Span(reading.article.id, start, end, sentence.span.field)


def _named(text: str, start: int, before: int) -> bool:
    """Whether a word is part of a name: the "Gee" of "Master Gee"."""
    return text[start].isupper() and text[before].isupper() and not text[start : start + 3].isupper()


def _called(reading: Reading, sentence: Sentence) -> Iterator[_Met]:
    headed = sentence.place == "headline" and not _styled(reading, sentence)
    for found in _label().finditer(reading.quoted(sentence.span)):
        if found[0][0] in "[(" or headed:
            start, end = (sentence.span.start + offset for offset in found.span())
            yield "label", Span(reading.article.id, start, end, sentence.span.field)


def _styled(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line is all in capitals: the outlet's style."""
    text = reading.quoted(sentence.span)
    return text.upper() == text


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))


@cache
def _words(kind: str) -> frozenset[str]:
    """A list's words; of hyphenated ones, which sentences hold in parts, the last part."""
    return frozenset(WORD.findall(word)[-1] for word in _lists()[kind].lower().split())


@cache
def _listed() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Kind and words of each listed phrase, by its first word."""
    lists = _lists()
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, phrases in (
        ("loaded", [*lists["phrases"], *lists["loaded"].split()]),
        ("interjection", lists["interjections"].split()),
        ("stress", lists["stress"].split()),
    ):
        for phrase in phrases:
            for spelt in {phrase, phrase.replace("'", "’")}:
                words = tuple(WORD.findall(spelt))
                found.setdefault(words[0], []).append((kind, words))
    return found


@cache
def _label() -> re.Pattern[str]:
    called = "|".join(map(re.escape, _lists()["labels"].split()))
    return re.compile(rf"[\[(](?i:{called})[^\])]{{0,20}}[\])]|(?<![\w-])(?:{called})(?=\s*[:!\-–—])")
