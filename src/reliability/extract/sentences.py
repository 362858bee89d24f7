"""Where does each sentence stand, and what are its words?"""

import re
from itertools import accumulate
from typing import Literal

from reliability.compare.words import WORD
from reliability.extract.lexicon import words
from reliability.records import Article, Passage, Sentence, Span

# A full stop after one of these ends no sentence by itself.
_ABBREVIATIONS = words(
    """
    mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt cmdr adm maj rev hon pres st sr jr mt ft no nos vs etc inc ltd
    co corp llc plc bros dept est approx min max fig vol ed al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
    thurs fri sat sun e.g i.e cf a.m p.m u.s u.k u.n u.s.a d.c ph.d b.a m.a rs
    """
)
# ... unless the next word can only open one.
_OPENERS = words(
    "the a an he she it they we in on at but and this that these those there his her its their however meanwhile also as if when after"
)
_MAY_END_AND_GO_ON = frozenset(
    {"u.s", "u.k", "u.n", "u.s.a", "d.c", "a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "jr", "sr"}
)

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
_WORDS = re.compile(f"({WORD.pattern})")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘']+$")
_INITIAL = re.compile(r"(?:^|\.)[A-Za-z]$")
_LEAD = 2  # sentences: what happened, and to whom
_DATELINE = 3  # words: "LONDON (Reuters) -" is no sentence of the lead


class _Text:
    """A field of an article, and the same with case and apostrophes folded."""

    __slots__ = ("field", "folded")

    def __init__(self, field: Literal["text", "title"], text: str) -> None:
        self.field: Literal["text", "title"] = field
        self.folded = _fold(text)


def sentences(article: Article, passages: tuple[Passage, ...], headline: Span | None) -> tuple[Sentence, ...]:
    """The sentences of the story in order, the headline first where it was given apart.

    The lead is the first two sentences after the headline, whatever paragraphs they stand in.
    """
    found = []
    if headline is not None and headline.field == "title":
        title = _Text("title", article.title or "")
        found.append(_sentence(article.id, title, headline.start, headline.end, "headline"))
    body = _Text("text", article.text)
    lead = _LEAD
    for passage in passages:
        if not passage.story:
            continue
        pieces = split(article.text, passage.span.start, passage.span.end)
        if passage.kind == "headline":
            found += [_sentence(article.id, body, start, end, "headline") for start, end in pieces]
            continue
        for start, end in pieces:
            found.append(_sentence(article.id, body, start, end, "lead" if lead else "body"))
            if lead and (len(found[-1].words) > _DATELINE or article.text[end - 1] in ".!?"):
                lead -= 1
    return tuple(found)


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each sentence between two offsets."""
    pieces = []
    begin = start
    for match in _END.finditer(text, start, end):
        if _goes_on(text, begin, match.start(), match.end()):
            continue
        stop = match.start() + len(match.group().rstrip())
        pieces.append((begin, stop))
        begin = match.end()
    if begin < end:
        pieces.append((begin, end))
    return pieces


def _goes_on(text: str, begin: int, stop: int, following: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, not to the sentence."""
    if text[stop] != "." or text.startswith("...", stop):
        return False
    last = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    if last is None:
        return False
    word = last.group().lower()
    if word not in _ABBREVIATIONS and not _INITIAL.search(last.group()):
        return False
    if word in _MAY_END_AND_GO_ON:
        opener = WORD.match(text, following)
        return opener is None or opener.group().lower() not in _OPENERS
    return True


def _sentence(article_id: str, given: _Text, start: int, end: int, place: str) -> Sentence:
    pieces = _WORDS.split(given.folded[start:end])  # what stands between words, and words, in turn
    starts = tuple(accumulate(map(len, pieces), initial=start))
    return Sentence(Span(article_id, start, end, given.field), place, tuple(pieces[1::2]), starts[1:-1:2])


def _fold(text: str) -> str:
    """In lower case with straight apostrophes, every character in its place."""
    folded = text.lower()
    if len(folded) != len(text):  # a few letters become two in lower case: these stay
        folded = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return folded.replace("’", "'")
