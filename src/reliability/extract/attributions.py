"""Which statements are handed to a source, and to whom?"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from reliability.extract import sources
from reliability.extract.lexicon import lexicon, words
from reliability.extract.tokens import Tokens
from reliability.records import Attribution, Sentence, Span

# A source's phrase ends at one of these on its way from the cue.
_LEFT_BOUNDS = frozenset(
    "that but when because while which whether if after before since although though as so until yet".split()
)
_RIGHT_BOUNDS = frozenset(
    "that who which in on at to during after before when as while and but by about with into over this last earlier later was is were are has have had".split()
)
_MOST = 14  # words of a source's phrase, apposition included
_DETERMINERS = frozenset("the a an his her its their our this that one two three".split())


@dataclass(frozen=True, slots=True)
class _Lists:
    speech: frozenset[str]
    weak: frozenset[str]
    between: frozenset[str]
    adverbs: frozenset[str]
    triggers: frozenset[str]
    nobody: tuple[str, ...]
    following: tuple[str, ...]


@cache
def _lists() -> _Lists:
    cues: dict[str, Any] = lexicon("cues")["cues"]
    speech, weak, adverbs = words(cues["speech"]), words(cues["weak"]), frozenset(cues["adverbs"])
    firsts = {phrase.split()[0] for phrase in (*cues["following"],)} | {
        "it",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    }
    return _Lists(
        speech | weak,
        weak,
        words(cues["between"]),
        adverbs,
        speech | weak | adverbs | firsts,
        tuple(cues["nobody"]),
        tuple(cues["following"]),
    )


def attributions(
    article_id: str, tokens: Tokens, sentence: Sentence, number: int, quoted: list[tuple[int, int]]
) -> list[Attribution]:
    """The attributions of one sentence, in order; cues inside quotation marks are the speaker's own words.

    Args:
        article_id: For the spans.
        tokens: The sentence's tokens.
        sentence: The sentence.
        number: Its index among the article's sentences.
        quoted: Offsets of the stretches in quotation marks of the field.
    """
    lists = _lists()
    found: list[Attribution] = []
    taken = -1
    for index, word in enumerate(tokens.words):
        if index <= taken or word not in lists.triggers or _inside(tokens.starts[index], quoted):
            continue
        hit = (
            _nobody(tokens, index, lists)
            or _following(tokens, index, lists)
            or _verb(tokens, index, lists, quoted)
        )
        if hit is None:
            continue
        cue, source = hit
        kind = sources.kind(tokens, *source) if source else "vague"
        if (
            kind == "vague"
            and source
            and len(found)
            and found[-1].source
            and tokens.starts[source[0]] == found[-1].source.start
        ):
            continue
        field = sentence.span.field
        span = Span(article_id, tokens.starts[source[0]], tokens.ends[source[1]], field) if source else None
        content = _content(article_id, sentence, tokens, cue, source)
        found.append(
            Attribution(
                Span(article_id, tokens.starts[cue[0]], tokens.ends[cue[1]], field),
                kind,
                number,
                span,
                content,
                sources.name(tokens, *source) if source else "",
            )
        )
        taken = max(cue[1], source[1] if source else 0)
    return found


def _inside(at: int, quoted: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in quoted)


def _phrase_at(tokens: Tokens, index: int, phrases: tuple[str, ...]) -> int:
    """How many words of the longest of ``phrases`` stand at ``index``; 0 for none."""
    ahead = " ".join(tokens.words[index : index + 6]) + " "
    return max((len(phrase.split()) for phrase in phrases if ahead.startswith(phrase + " ")), default=0)


def _nobody(tokens: Tokens, index: int, lists: _Lists) -> tuple[tuple[int, int], None] | None:
    length = _phrase_at(tokens, index, lists.nobody)
    if length:
        return (index, index + length - 1), None
    if tokens.words[index] in lists.adverbs:
        return (index, index), None
    return None


def _following(tokens: Tokens, index: int, lists: _Lists) -> tuple[tuple[int, int], tuple[int, int]] | None:
    length = _phrase_at(tokens, index, lists.following)
    if not length:
        return None
    first = index + length
    last = _right(tokens, first)
    return ((index, first - 1), (first, last)) if last is not None else None


def _verb(
    tokens: Tokens, index: int, lists: _Lists, quoted: list[tuple[int, int]]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    if tokens.words[index] not in lists.speech or (
        tokens.words[index] in lists.weak and not _hands_over(tokens, index)
    ):
        return None
    left = _left(tokens, index, lists, quoted)
    if left is not None:
        return (index, index), left
    closed = index == 0 or any(mark in tokens.gap(index - 1) for mark in ",”\"»’'?!")
    if closed and index + 1 < len(tokens) and tokens.gap(index) in {" ", "\u00a0"}:
        last = _right(tokens, index + 1)
        if last is not None and (
            tokens.capitalised(index + 1)
            or tokens.words[index + 1] in _DETERMINERS
            or sources.is_pronoun(tokens.words[index + 1])
            or sources.kind(tokens, index + 1, last) in {"vague"}
        ):
            return (index, index), (index + 1, last)
    return None


def _hands_over(tokens: Tokens, index: int) -> bool:
    """Whether a statement follows a verb that has other uses: "that", a colon, a quotation, or the end."""
    ahead, behind = tokens.gap(index), tokens.gap(index - 1) if index else "\n"
    marks = '“"«:‘,'
    return (
        "that" in tokens.words[index + 1 : index + 4]
        or any(mark in ahead for mark in marks)
        or any(mark in tokens.gap(index + 1) for mark in '“"«:‘')
        or any(mark in behind for mark in '”"»’')
        or index == len(tokens) - 1
    )


def _left(tokens: Tokens, index: int, lists: _Lists, quoted: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The phrase before a verb: its subject, with an apposition between commas if there is one."""
    last = index - 1
    while (
        last >= 0
        and (tokens.words[last] in lists.between or tokens.words[last].endswith("ly"))
        and tokens.gap(last) in {" ", "\u00a0"}
    ):
        last -= 1
    if (
        last < 0
        or any(mark in tokens.gap(last) for mark in '”"“».!?:;)—')
        or _inside(tokens.starts[last], quoted)
    ):
        return None
    apposition = "," in tokens.gap(last)
    first = last
    commas = 1 if apposition else 0
    while first > 0 and last - first < _MOST:
        gap, before = tokens.gap(first - 1), tokens.words[first - 1]
        if any(mark in gap for mark in '”"“«».!?:;()—–\n'):
            if not (gap in {". ", "."} and len(before) <= 3):  # noqa: PLR2004 - "U.S. State Department", "Dr. Mora"
                break
        if (
            before in _LEFT_BOUNDS
            or (before in lists.speech and not tokens.capitalised(first - 1))
            or _inside(tokens.starts[first - 1], quoted)
        ):
            break
        if "," in gap:
            if not commas:
                break
            commas -= 1
        first -= 1
    if (
        tokens.words[first]
        in {"and", "or", "in", "on", "at", "by", "to", "of", "however", "meanwhile", "also"}
        and first < last
    ):
        first += 1
    phrase = tokens.words[first : last + 1]
    if len(phrase) == 1 and phrase[0] in _DETERMINERS:
        return None  # "the reported attacks"
    if apposition and not tokens.capitalised(first) and phrase[0] not in _DETERMINERS:
        return None
    noun_like = (
        tokens.capitalised(last)
        or tokens.capitalised(first)
        or phrase[0] in _DETERMINERS
        or sources.is_pronoun(phrase[-1])
        or sources.kind(tokens, first, last) == "vague"
        or _knows(phrase)
    )
    if sources.is_pronoun(phrase[-1]):
        first = last
    return (first, last) if noun_like and last - first < _MOST else None


def _knows(phrase: tuple[str, ...]) -> bool:
    """Whether a bare noun can speak: "police said", "officials said", "prosecutors said"."""
    table = lexicon("cues")["sources"]
    return any(
        word in words(table[name]) for word in phrase[-2:] for name in ("roles", "institutions", "documents")
    )


def _right(tokens: Tokens, first: int) -> int | None:
    """The last word of the phrase that begins at ``first``."""
    if first >= len(tokens):
        return None
    last = first
    while last + 1 < len(tokens) and last - first < _MOST:
        gap, word = tokens.gap(last), tokens.words[last + 1]
        if (
            any(mark in gap for mark in ',;:!?()”"“—–\n')
            or ("." in gap and len(tokens.words[last]) > 3)
            or word in _RIGHT_BOUNDS
        ):  # noqa: PLR2004
            break
        last += 1
    return last


def _content(
    article_id: str, sentence: Sentence, tokens: Tokens, cue: tuple[int, int], source: tuple[int, int] | None
) -> Span | None:
    """What is attributed: the longer side of the sentence beyond source and cue."""
    first = min(cue[0], source[0] if source else cue[0])
    last = max(cue[1], source[1] if source else cue[1])
    before, after = first, len(tokens) - 1 - last
    if max(before, after) == 0:
        return None
    if after >= before:
        return Span(
            article_id, tokens.starts[last + 1], max(tokens.ends[-1], sentence.span.end), sentence.span.field
        )
    return Span(article_id, sentence.span.start, tokens.ends[first - 1], sentence.span.field)
