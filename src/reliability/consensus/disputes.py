"""What do the articles of an event dispute, and what does each make of it?"""

from collections import Counter

from reliability.compare.marks import Marks
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
# An article that calls it untrue says so in its headline, or in two of its sentences on the subject and in one of ten:
# in long reports on politics somebody calls something false in passing.
_REFUTING = 2
_PART = 0.1
_ORDER = ("refutes", "denies", "hedges", "")


def disputes(readings: tuple[Reading, ...], voices: list[int]) -> list[Item]:
    """What at least one article calls untrue.

    Args:
        readings: The readings of the event's articles, without strangers.
        voices: The voice that each of them speaks with.

    Returns:
        At most one item of kind ``dispute``: the claims are the words by which a sentence on the event's subject
        refutes or hedges, and the headlines (first sentences where there is none) that do neither. No item: nothing is
        disputed.
    """
    subject = _subject(readings, voices)
    claims: list[Claim] = []
    disputed = False
    for reading in readings:
        own, kinds = _told(reading, subject)
        claims += own
        disputed |= _calls_untrue(kinds)
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


def _told(reading: Reading, subject: frozenset[str]) -> tuple[list[Claim], list[str]]:
    """What an article makes of the subject, and how each of its sentences on it tells it, the headline first."""
    found: list[Claim] = []
    kinds: list[str] = []
    speech = Marks(reading, frozenset({"speech"}))
    for number, sentence in enumerate(reading.sentences):
        if number and len(_content(sentence) & subject) < _TIED:
            continue
        told = [_cue(speech, sentence, *cue) for cue in cues(reading.quoted(sentence.span))]
        kind, span = min(told, key=lambda cue: (_ORDER.index(cue[0]), cue[1]), default=("", sentence.span))
        kinds.append(kind)
        if kind or not number:
            value = {"": ASSERTS, "hedges": HEDGES}.get(kind, REFUTES)
            found.append(Claim(reading.article.id, span, value, reading.printed(span)))
    return found, kinds


def _cue(speech: Marks, sentence: Sentence, kind: str, start: int, end: int) -> tuple[str, Span]:
    """A cue with its place; what a person says in quotation marks is a denial, not the article's own finding."""
    offset = sentence.span.start
    span = Span(sentence.span.article_id, offset + start, offset + end, sentence.span.field)
    return ("denies" if kind == "refutes" and speech.hold(span) else kind), span


def _calls_untrue(kinds: list[str]) -> bool:
    count = kinds.count("refutes")
    return kinds[:1] == ["refutes"] or (count >= _REFUTING and count >= _PART * len(kinds))
