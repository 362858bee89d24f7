"""Which persons, bodies and places does an article name, and with which titles?"""

import re
from dataclasses import replace
from functools import cache

from reliability.extract.lexicon import lexicon, words
from reliability.extract.name_parts import parts, title_in
from reliability.records import Name, Sentence, Span

_TITLE_CASE = 0.6  # capitals tell nothing in a headline of which more words than this begin with one
_REACH = 48  # characters before a name: a title of four words
_WHOLE = 4  # words of a person's name, at most
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = (
    rf"(?:(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|Rev|St|Prof)\.(?=\s)"
    rf"|(?:[ae]l-)?+[{_CAPITAL}][\w&]*+(?:[’'\-][^\W\d_]\w*+)*+(?:(?<=s)[’'](?=\s[{_CAPITAL}]))?+)"
)
_SHORT = re.compile(r",?\s?\((?:the\s|or\s)?[“\"]?([A-Z][A-Za-z]{0,3}[A-Z])[”\"]?\)")
_BEHIND = re.compile(
    r",\s(?:\d+,\s)?(?:an?\s|the\s|its\s|his\s|her\s)?((?:[A-Za-z][a-z’'\-]+\s){0,3}?[a-z]+)\b"
)
_OPENING = frozenset("“\"‘'(.!?…”")  # a colon opens a list as often as a sentence


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words in a row, with the small words that can stand inside a name."""
    particles = "|".join(sorted(words(lexicon("names")["particles"])))
    seconds = "|".join(
        sorted({pair.partition("/")[2].capitalize() for pair in words(lexicon("names")["pairs"])})
    )
    between = (
        rf"[ \u00a0](?:(?:of(?:[ ]the)?|for(?:[ ]the)?|(?:(?:{particles})[ ]?){{1,2}}|and(?=[ ](?:{seconds})\b))[ ])?"
        rf"(?={_WORD})"
    )
    return re.compile(rf"(?<![\w’'&.])(?=[{_CAPITAL}]){_WORD}(?:{between}{_WORD})*+")


@cache
def _whereabouts() -> frozenset[str]:
    return words(lexicon("names")["whereabouts"])


def names(text: str, spoken: list[tuple[int, Sentence]]) -> list[Name]:
    """The names of the sentences of one field, in order.

    A capital at the opening of a sentence counts where the name goes on, or where the article prints the word with a
    capital elsewhere; headlines in title case are left out.

    Args:
        text: The field the sentences stand in.
        spoken: The sentences with their numbers.
    """
    found: list[Name] = []
    doubtful: set[int] = set()
    for number, sentence in spoken:
        if sentence.place == "headline" and _title_case(text, sentence):
            continue
        begin, stop = sentence.span.start, sentence.span.end
        for run in _run().finditer(text, begin, stop):
            at = run.start()
            before = text[max(begin, at - _REACH) : at]
            for part in parts(run.group(), (before.rstrip()[-1:] or ".") in _OPENING):
                if part.alone:
                    doubtful.add(len(found))
                start, end = at + part.start, at + part.end
                kind, title = part.kind, part.title
                if not kind:
                    kind, title = _beside(
                        before if not part.start else "", text, end, stop, whole=len(part.words) > 1
                    )
                short = _SHORT.match(text, end, stop) if text[end : end + 2].endswith("(") else None
                span = Span(sentence.span.article_id, start, end, sentence.span.field)
                found.append(Name(span, kind, part.words, number, title, short.group(1) if short else ""))
    seen = {word for at, name in enumerate(found) if at not in doubtful for word in name.words}
    return _persons([name for at, name in enumerate(found) if at not in doubtful or name.words[0] in seen])


def _title_case(text: str, sentence: Sentence) -> bool:
    starts = sentence.starts
    return sum(text[at].isupper() for at in starts) > _TITLE_CASE * len(starts)


def _beside(before: str, text: str, end: int, stop: int, *, whole: bool) -> tuple[str, str]:
    """Kind and title that follow from the words around a name: ``spokesman ...``, ``..., a spokesman``, ``in ...``."""
    words_ = before.lower().split()
    if words_ and not before[-1].isspace():
        words_ = []
    title = title_in(words_)
    if not title and whole and text[end : end + 1] == "," and (behind := _BEHIND.match(text, end, stop)):
        title = title_in(behind.group(1).lower().split())
    if title:
        return "person", title
    last = words_[-1] if words_ else ""
    return ("place" if last in _whereabouts() else "thing" if last == "the" else ""), ""


def _persons(found: list[Name]) -> list[Name]:
    """A name of several words whose last the article also prints alone, or behind a title, is a person's."""
    alone = {name.words[0] for name in found if len(name.words) == 1 and name.kind in {"", "person"}}
    titled = {name.words[-1] for name in found if name.kind == "person"}
    return [
        replace(name, kind="person")
        if not name.kind
        and (name.words[-1] in titled or (1 < len(name.words) <= _WHOLE and name.words[-1] in alone))
        else name
        for name in found
    ]
