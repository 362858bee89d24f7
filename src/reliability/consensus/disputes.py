"""What do the articles of an event dispute, and what does each make of it?"""

from collections import Counter

from reliability.compare.status import ASSERTS, HEDGES, REFUTES, cue_words, cues
from reliability.compare.words import SUBJECTLESS, fold
from reliability.records import Claim, Item, Reading, Sentence, Span

# What an event is about stands in the headline or the first two sentences of at least this share of its voices, and
# of two at least; a sentence with two such words speaks of it, one with a single one may speak of anything.
_SHARE = 0.35
_VOICES = 2
_TIED = 2
_OPENING = 3  # sentences: the headline and two more
_SHORTEST = 4  # letters; shorter words are seldom what a story is about
_REFUTING = 2  # sentences that must call it untrue where the headline does not: one may speak of something beside it


def disputes(readings: tuple[Reading, ...], voices: list[int]) -> list[Item]:
    """What at least one article calls untrue in its headline, or in two sentences on the event's subject.

    Args:
        readings: The readings of the event's articles, without strangers.
        voices: The voice that each of them speaks with.

    Returns:
        At most one item of kind ``dispute``: the claims are the words by which a sentence on the subject refutes or
        hedges, and the headlines (first sentences where there is none) that do neither. No item: nothing is disputed.
    """
    subject = _subject(readings, voices)
    claims: list[Claim] = []
    disputed = False
    for reading in readings:
        own, refuting = _claims(reading, subject)
        claims += own
        disputed |= refuting >= _REFUTING
    return [Item("dispute", tuple(claims))] if disputed else []


def _subject(readings: tuple[Reading, ...], voices: list[int]) -> frozenset[str]:
    """The words that the headlines and leads of the event share; copies count once."""
    said: dict[int, set[str]] = {}
    for reading, voice in zip(readings, voices, strict=True):
        for sentence in reading.sentences[:_OPENING]:
            said.setdefault(voice, set()).update(_content(sentence))
    times = Counter(word for words in said.values() for word in words)
    enough = max(_VOICES, _SHARE * len(said))
    return frozenset(word for word, count in times.items() if count >= enough)


def _content(sentence: Sentence) -> set[str]:
    return {
        fold(word)
        for word in sentence.words
        if len(word) >= _SHORTEST and word not in SUBJECTLESS and word not in cue_words()
    }


def _claims(reading: Reading, subject: frozenset[str]) -> tuple[list[Claim], int]:
    """What an article makes of the subject, and in how many sentences it calls it untrue (its headline counts double)."""
    found: list[Claim] = []
    untrue = 0
    for number, sentence in enumerate(reading.sentences):
        opening = number == 0
        if not opening and len(_content(sentence) & subject) < _TIED:
            continue
        told = cues(reading.quoted(sentence.span))
        if told:
            kind, start, end = min(told, key=lambda cue: (_ORDER.index(cue[0]), cue[1]))
            untrue += (_REFUTING if opening else 1) * (kind == "refutes")
            start, end = sentence.span.start + start, sentence.span.start + end
            span = Span(reading.article.id, start, end, sentence.span.field)
            found.append(_claim(reading, span, HEDGES if kind == "hedges" else REFUTES))
        elif opening:
            found.append(_claim(reading, sentence.span, ASSERTS))
    return found, untrue


_ORDER = ("refutes", "denies", "hedges")


def _claim(reading: Reading, span: Span, value: int) -> Claim:
    return Claim(reading.article.id, span, value, reading.printed(span))
