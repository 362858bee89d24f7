"""Which lines does one outlet print in several of its stories?

An outlet's offers, labels and notices stand word for word in articles that were written apart; a story's own lines do
not (Yi, Liu and Li, Eliminating noisy information in web pages, 2003). Three things look alike and are story: what
a second version of an article keeps of the first; an agency's text, which other outlets print as well; and the
background that an outlet repeats on one event, of which the others speak too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reliability.compare.words import FUNCTION_WORDS, WORD
from reliability.consensus.retraction import retract
from reliability.records import Article, Passage, Reading, Span

_HOST = re.compile(r"\s*\w+://(?:[^/@]*@)?([^/:?#]+)")
# A line that ends as a sentence does and has so many words is running text.
_SENTENCE = 8
# Articles with several paragraphs, and more than this share of their running text, from one another are versions of
# one. Read by eye: two reports of an outlet on one event had a paragraph in common, versions a fifth and more.
_PARAGRAPHS = 2
_VERSION = 0.1
# A statement of whose telling words more than this share are also other outlets' words on the event is background.
_SPOKEN_OF = 0.5

_TWINS = 3  # that a line points at; it may stand in a thousand articles

_Words = tuple[str, ...]


class _Line(NamedTuple):
    """A passage that was taken for story."""

    reading: int
    passage: int
    words: _Words
    prose: bool


def relabel(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, with what an outlet repeats in articles written apart taken out of the story.

    Such a passage points at its twins, and nothing in it is a mention any more. An article whose outlet is not known
    repeats nobody. Linear in the length of the texts.

    Args:
        readings: The readings of one event's articles.
    """
    outlets = [_outlet(reading.article) for reading in readings]
    counts = Counter(outlets)
    own = {
        index: list(_story(index, reading))
        for index, reading in enumerate(readings)
        if outlets[index] and counts[outlets[index]] > 1
    }
    repeated = _repeated([line for found in own.values() for line in found], outlets)
    if not repeated:
        return tuple(readings)
    again = {line for lines in repeated for line in lines}
    apart = [line for found in own.values() if not _is_version(found, again) for line in found]
    repeated = _repeated(apart, outlets)
    others = _Others(readings, outlets, {word for lines in repeated for word in lines[0].words})
    twins: defaultdict[int, dict[int, tuple[Span, ...]]] = defaultdict(dict)
    for lines in repeated:
        if others.say_so(outlets[lines[0].reading], lines[0]):
            continue
        for line in lines:
            twins[line.reading][line.passage] = tuple(
                readings[other.reading].passages[other.passage].span
                for other in lines[: _TWINS + 1]
                if other.reading != line.reading
            )[:_TWINS]
    return tuple(
        retract(reading, twins[index], f"stands word for word in another article of {outlets[index]}")
        if index in twins
        else reading
        for index, reading in enumerate(readings)
    )


def _outlet(article: Article) -> str:
    """Who printed an article: its source, else the host of its address; empty where neither is known."""
    name = (article.source or "").strip()
    if not name and (host := _HOST.match(article.url or "")):
        name = host[1]
    return name.casefold().removeprefix("www.")


def _words(reading: Reading, passage: Passage) -> _Words:
    return tuple(WORD.findall(reading.quoted(passage.span).lower().replace("’", "'")))


def _story(index: int, reading: Reading) -> Iterator[_Line]:
    for at, passage in enumerate(reading.passages):
        if passage.kind == "story" and (words := _words(reading, passage)):
            ending = reading.quoted(passage.span)[-3:].rstrip("\"'”’»)] ")[-1:]
            yield _Line(index, at, words, len(words) >= _SENTENCE and ending in ".!?…")


def _repeated(lines: Sequence[_Line], outlets: Sequence[str]) -> list[list[_Line]]:
    """The lines that several articles of one outlet have, those of the same words together."""
    same: defaultdict[tuple[str, _Words], list[_Line]] = defaultdict(list)
    for line in lines:
        same[outlets[line.reading], line.words].append(line)
    return [found for found in same.values() if len({line.reading for line in found}) > 1]


def _is_version(found: Sequence[_Line], again: set[_Line]) -> bool:
    """Whether much of an article's running text stands in another of its outlet."""
    lengths = [(len(line.words), line in again) for line in found if line.prose]
    kept = [length for length, repeated in lengths if repeated]
    return len(kept) >= _PARAGRAPHS and sum(kept) > _VERSION * sum(length for length, _ in lengths)


class _Others:
    """What each outlet prints, and which of the words in question it uses."""

    def __init__(self, readings: Sequence[Reading], outlets: Sequence[str], wanted: set[str]) -> None:
        self._printed: Mapping[_Words, set[str]] = defaultdict(set)
        self._spoken: Mapping[str, set[str]] = {word: set() for word in wanted}
        for index, (reading, outlet) in enumerate(zip(readings, outlets, strict=True)):
            who = outlet or f"\n{index}"  # an article of an unknown outlet is another's
            for passage in reading.passages:
                words = _words(reading, passage)
                self._printed[words].add(who)
                for word in wanted.intersection(words):
                    self._spoken[word].add(who)

    def say_so(self, outlet: str, line: _Line) -> bool:
        """Whether other outlets print this line, or speak of what it states."""
        if self._printed[line.words] != {outlet}:
            return True
        if not line.prose and not any(word[0].isdigit() for word in line.words):
            return False  # a label states nothing
        telling = set(line.words) - FUNCTION_WORDS
        return sum(self._spoken[word] != {outlet} for word in telling) > _SPOKEN_OF * len(telling)
