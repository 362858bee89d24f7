"""Which numbers does a text state without printing them? People it lists, and results it gives side by side."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reliability.compare.nouns import noun_class
from reliability.compare.words import FUNCTION_WORDS
from reliability.records import Quantity, Reading, Sentence, Span

_SINGLE = frozenset({"a", "an", "another", "one"})
_GROUPS = {"both": 2, "pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4}
_MORE = frozenset({"another", "additional", "further"})
_REACH = 4  # words from the article to its noun: "a young Scottish woman"
_NEXT = 2  # words from one person to the next: "a man, 41, a woman"
_LISTED = 2
_LONGEST = 12  # people named one by one; longer lists are tables
# "Lund United 1, Malmo City 1."
_RESULT = re.compile(
    r"\b[A-Z][\w'’.&-]{0,30}[^\S\n](\d{1,2}),[^\S\n][A-Z][\w'’.&-]{0,30}(?:[^\S\n][\w'’.&-]{1,30}){0,3}[^\S\n](\d{1,2})(?![\w:-]|[,.]\d)"
)


def inferred(reading: Reading) -> Iterator[Quantity]:
    """The numbers that follow from what a text lists.

    ``a man, 41, and a woman, 23, were arrested`` counts two people; so do ``the pair`` and two ages in one sentence.
    ``Lund United 1, Malmo City 1`` is a result, ``15 deaths and another five`` twenty. Other sums and differences are left
    out: in a long text some two numbers give any third.

    Yields:
        Counts and scores, each with the characters it follows from.
    """
    ages: dict[int, list[Span]] = {}
    for quantity in reading.quantities:
        if quantity.kind == "age":
            ages.setdefault(quantity.sentence, []).append(quantity.span)
    for number, sentence in enumerate(reading.sentences):
        words, starts = sentence.words, sentence.starts
        for run in _people(words):
            yield _persons(
                sentence, number, len(run), starts[run[0][0]], starts[run[-1][1]] + len(words[run[-1][1]])
            )
        listed = ages.get(number, [])
        if _LISTED <= len(listed) <= _LONGEST:
            yield _persons(sentence, number, len(listed), listed[0].start, listed[-1].end)
        for index, word in enumerate(words):
            if word in _GROUPS and noun_class("".join(words[index + 1 : index + 2])) in {"", "person"}:
                yield _persons(sentence, number, _GROUPS[word], starts[index], starts[index] + len(word))
        yield from _results(reading, sentence, number)
    yield from _sums(reading)


def _sums(reading: Reading) -> Iterator[Quantity]:
    """Sums that a text asks for itself: "15 deaths in the north and another five in the south"."""
    for first, more in pairwise(reading.quantities):
        if first.sentence != more.sentence or first.kind != "count" or more.kind not in {"count", "number"}:
            continue
        if first.high is not None or more.high is not None or more.unit not in {"", "other", first.unit}:
            continue
        sentence = reading.sentences[more.sentence]
        before = bisect_left(sentence.starts, more.span.start) - 1
        if before >= 0 and sentence.words[before] in _MORE:
            span = Span(first.span.article_id, first.span.start, more.span.end, first.span.field)
            yield replace(first, span=span, value=float(first.value) + float(more.value), noun=None)


def _people(words: tuple[str, ...]) -> Iterator[list[tuple[int, int]]]:
    """Persons named one by one by what they are, "a man, 41, and a young woman": first and last word of each."""
    run: list[tuple[int, int]] = []
    for first, last in _single(words):
        joined = words[max(first - 1, 0)] == "and"
        if run and not joined and first - run[-1][1] > _NEXT:
            run = []
        run.append((first, last))
        if joined and len(run) > 1:
            yield run


def _single(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Single persons: "a man", "another young woman"."""
    for index, word in enumerate(words):
        if word not in _SINGLE:
            continue
        for other in range(index + 1, min(index + 1 + _REACH, len(words))):
            if words[other] in FUNCTION_WORDS:
                break
            if noun_class(words[other]) == "person":
                yield index, other
                break


def _persons(sentence: Sentence, number: int, count: int, start: int, end: int) -> Quantity:
    span = Span(sentence.span.article_id, start, end, sentence.span.field)
    return Quantity(span, "count", float(count), "person", number, sentence.place)


def _results(reading: Reading, sentence: Sentence, number: int) -> Iterator[Quantity]:
    if sum(word[0].isdigit() for word in sentence.words) < _LISTED:
        return
    offset = sentence.span.start
    for result in _RESULT.finditer(reading.quoted(sentence.span)):
        high, low = sorted(map(int, result.groups()), reverse=True)
        span = Span(
            sentence.span.article_id, offset + result.start(), offset + result.end(), sentence.span.field
        )
        yield Quantity(span, "score", f"{high}-{low}", "", number, sentence.place)
