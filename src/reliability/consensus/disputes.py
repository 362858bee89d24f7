"""What do the articles of an event dispute, and what does each make of it?"""

from collections import Counter

from reliability.compare.marks import Marks
from reliability.compare.status import (
    ASSERTS,
    DENIES,
    HEDGES,
    REFUTES,
    cue_words,
    cues,
    headline_cues,
    marks,
    of_a_statement,
    of_the_story,
    opens_note,
)
from reliability.compare.words import SUBJECTLESS, fold
from reliability.records import Claim, Item, Reading, Sentence, Span

# What an event is about stands in the headline or the first two sentences of at least this share of its voices, and
# of two at least; a sentence with two such words speaks of it, one with a single one may speak of anything.
_SHARE = 0.35
_VOICES = 2
_TIED = 2
_OPENING = 3  # sentences: the headline and two more
_SHORTEST = 4  # letters; shorter words are seldom what a story is about
# An article that calls it untrue, or unconfirmed, says so in its headline, in a note on its own story, or in two of its
# sentences on the subject and in one of ten: in long reports on politics somebody calls something false in passing.
_OFTEN = 2
_PART = 0.1
_OPEN = frozenset({"refutes", "doubts"})  # each makes a dispute by itself
_UNTRUE = frozenset({"refutes", "negates"})
_DENY = _UNTRUE | {"denies"}
_TELLING = _OPEN | {"denies"}
_ORDER = ("refutes", "denies", "negates", "doubts", "hedges")  # the plainest word of a sentence counts

_Cues = dict[int, tuple[str, Span]]
_Kinds = list[
    tuple[str, bool]
]  # of each sentence on the subject, and whether it is the headline or a newsroom's note


def disputes(readings: tuple[Reading, ...], voices: list[int]) -> list[Item]:
    """What at least one article calls untrue or unconfirmed.

    Args:
        readings: The readings of the event's articles, without strangers.
        voices: The voice that each of them speaks with.

    Returns:
        At most one item of kind ``dispute``: the claims are the words by which a sentence on the event's subject
        hedges or denies, and the headlines (first sentences where there is none) that do neither. It is refuted by an
        article that as a whole calls it untrue; a denial handed on is somebody's word. No item: nothing is disputed.
    """
    cued = [_cued(reading) for reading in readings]
    if not any(kind in _OPEN for found in cued for kind, _ in found.values()):
        return []
    subject = _subject(readings, voices)
    told = [_told(reading, found, subject) for reading, found in zip(readings, cued, strict=True)]
    if not any(_stands(kinds, _OPEN) for _, kinds in told):
        return []
    return [Item("dispute", tuple(claim for claims, _ in told for claim in claims))]


def _cued(reading: Reading) -> _Cues:
    """The plainest word of doubt or denial in each sentence that has one, by the sentence's number."""
    found: _Cues = {}
    speech: Marks | None = None
    for number, sentence in enumerate(reading.sentences):
        if number and marks().isdisjoint(sentence.words):
            continue
        text = reading.quoted(sentence.span)
        told = cues(text) if number else headline_cues(text)
        if told:
            speech = speech or Marks(reading, frozenset({"speech"}))
            placed = [_placed(speech, sentence, *cue) for cue in told]
            found[number] = min(placed, key=lambda cue: (_ORDER.index(cue[0]), cue[1]))
    return found


def _placed(speech: Marks, sentence: Sentence, kind: str, start: int, end: int) -> tuple[str, Span]:
    """A cue with its place; what a person says in quotation marks is a denial, not the article's own finding."""
    offset = sentence.span.start
    span = Span(sentence.span.article_id, offset + start, offset + end, sentence.span.field)
    return ("denies" if kind == "refutes" and speech.hold(span) else kind), span


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


def _told(reading: Reading, cued: _Cues, subject: frozenset[str]) -> tuple[list[Claim], _Kinds]:
    """What an article makes of the subject, and how each of its sentences on it tells it, the headline first."""
    kinds: _Kinds = []
    places: list[Span] = []
    for number, sentence in enumerate(reading.sentences):
        kind, span = cued.get(number, ("", sentence.span))
        shared = len(_content(sentence) & subject)
        noted = kind in _TELLING and opens_note(_line(reading, sentence))
        tied = noted or shared >= _TIED or _refers(reading, sentence, kind, span, shared)
        if number and not tied:
            continue
        if kind == "negates" and not tied:
            kind, span = "", sentence.span  # it may deny anything
        kinds.append((kind, noted or not number))
        places.append(span)
    refutes = REFUTES if _stands(kinds, _UNTRUE) else DENIES
    values = [refutes if kind in _DENY else HEDGES if kind else ASSERTS for kind, _ in kinds]
    claims = [
        Claim(reading.article.id, span, value, reading.printed(span))
        for number, (span, value) in enumerate(zip(places, values, strict=True))
        if value != ASSERTS or not number
    ]
    return claims, kinds


def _refers(reading: Reading, sentence: Sentence, kind: str, span: Span, shared: int) -> bool:
    """Whether a doubt that names too little of the subject speaks of it all the same.

    It calls a statement untrue that has one word of the subject, or points back at the story: "It is a spoof".
    """
    if kind not in _TELLING:
        return False
    if shared and of_a_statement(sentence.words):
        return True
    return kind in _OPEN and of_the_story(reading.quoted(sentence.span), span.start - sentence.span.start)


def _line(reading: Reading, sentence: Sentence) -> str:
    """The line that a sentence stands in, up to its end."""
    text = reading.article.text if sentence.span.field == "text" else reading.article.title or ""
    return text[text.rfind("\n", 0, sentence.span.start) + 1 : sentence.span.end]


def _stands(kinds: _Kinds, wanted: frozenset[str]) -> bool:
    """Whether the article as a whole, and not a sentence in passing, does one of these."""
    count = sum(kind in wanted for kind, _ in kinds)
    return any(top and kind in wanted for kind, top in kinds) or (
        count >= _OFTEN and count >= _PART * len(kinds)
    )
