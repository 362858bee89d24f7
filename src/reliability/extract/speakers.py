"""Who spoke each quotation, and who is meant by "he", "she" and "the spokeswoman"?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reliability.records import Attribution, Quote, Sentence, Span

_PERSONAL = frozenset({"he", "she", "i", "we", "who", "him", "her", "you"})
_THINGS = frozenset({"it", "which", "that"})
_NEAR = 60  # characters between a quotation and the cue beside it
_JOINED = 40  # characters between two quotations of one sentence or one speech
_NAME = r"(?:[A-Z][\w.'’-]*\s+){0,6}[A-Z][\w.'’-]*[\w]"
_SIGNED = re.compile(rf"[\"”’»'.,!?…\s]*(?:[-–—―]|--)\s*({_NAME})")
_FROM = re.compile(rf"(?:^|\n|[.!?]\s)(?:From\s+)?({_NAME}(?:,[^,:\n]{{1,60}},?)?)\s*:\s*[\"“‘«„']*$")


def resolve(attributions: list[Attribution], fields: Mapping[str, str]) -> list[Attribution]:
    """Gives pronouns, surnames and repeated roles the name that the text resolves them to.

    A pronoun stands for the last source before it that it can stand for: "he" and "she" for a person or
    role, "they" for anybody, "it" for an institution or document. A surname stands for the full name it ends.
    One that nothing precedes stays what it is: a ``vague`` source.

    Args:
        attributions: The attributions of an article in order.
        fields: The texts that spans index, by field.
    """
    resolved: list[Attribution] = []
    names: dict[str, str] = {}
    by_role: dict[str, tuple[str, str]] = {}
    person: tuple[str, str] | None = None
    anybody: tuple[str, str] | None = None
    thing: tuple[str, str] | None = None
    for attribution in attributions:
        source = attribution.source
        phrase = fields[source.field][source.start : source.end].lower() if source else ""
        kind, name = attribution.kind, attribution.name
        if kind == "pronoun":
            known = person if phrase in _PERSONAL else thing if phrase in _THINGS else anybody
            kind, name = known or ("vague", "")
        elif kind == "role" and not name:
            role = phrase.split()[-1] if phrase else ""
            if phrase.startswith("the ") and role in by_role:
                kind, name = by_role[role]
            anybody = (kind, name)
            person = person if role.endswith("s") else anybody
        elif kind in {"person", "role"}:
            surname = name.split()[-1] if name else ""
            name = names.get(surname, name) if len(name.split()) == 1 else name
            if surname:
                names[surname] = name
            for word in phrase.split():
                by_role[word] = (kind, name)
            anybody = (kind, name)
            # "he" is one person: never the experts of "the UN experts said"
            person = person if kind == "role" and phrase.endswith("s") else anybody
        elif source is not None and kind != "vague":
            thing = anybody = (kind, name)
        resolved.append(replace(attribution, kind=kind, name=name))
    return resolved


@dataclass(frozen=True, slots=True)
class _Speaker:
    span: Span
    name: str
    cue: Span | None
    source: str


def give_speakers(
    quotes: Sequence[Quote], attributions: Sequence[Attribution], fields: Mapping[str, str]
) -> list[Quote]:
    """Gives each quotation its speaker.

    That is the source of the statement it stands in; else whoever signs it ("..." - Name) or is announced
    before a colon; else, for a speech that is interrupted or goes on in the next paragraph, its speaker so far.
    Where none of this is at hand it has no speaker.
    """
    spoken: list[Quote] = []
    for field, text in fields.items():
        own = [one for one in attributions if one.cue.field == field and one.source is not None]
        cues = [one.cue.start for one in own]
        reach = _reach(own)
        for quote in quotes:
            if quote.span.field != field:
                continue
            speaker = (
                _handed(quote, own, cues, reach)
                or _signed(quote, text)
                or _going_on(quote, spoken, text, cues)
            )
            spoken.append(
                replace(quote, speaker=speaker.span, name=speaker.name, cue=speaker.cue, source=speaker.source)
                if speaker
                else quote
            )
    return spoken


def _reach(own: Sequence[Attribution]) -> int:
    """How many attributions around a quotation can hold it: all whose contents are that long."""
    return 6 if own else 0


def _handed(quote: Quote, own: Sequence[Attribution], cues: list[int], reach: int) -> _Speaker | None:
    """The source of the smallest content that holds the quotation, or of the cue beside it."""
    start, end = quote.span.start, quote.span.end
    near = own[max(0, bisect_left(cues, start) - reach) : bisect_right(cues, end) + reach]
    best: tuple[int, int, Attribution] | None = None
    for one in near:
        if start <= one.cue.start < end:
            continue
        content = one.content
        gap = one.cue.start - end if one.cue.start >= end else start - one.cue.end
        holds = content is not None and content.start <= start + 1 and end - 1 <= content.end + 2
        if holds or (quote.kind == "speech" and gap <= 2 and content is None):
            rank = (gap, len(content) if content else 0, one)
            if best is None or rank[:2] < best[:2]:
                best = rank
    if best is None:
        return None
    one = best[2]
    return _Speaker(one.source, one.name, one.cue, one.kind) if one.source else None


def _signed(quote: Quote, text: str) -> _Speaker | None:
    """A name behind a dash, or before a colon."""
    match = _SIGNED.match(text, quote.span.end) if quote.closed else None
    if match is None:
        low = max(0, quote.span.start - 120)
        match = _FROM.search(text[low : quote.span.start])
        shift = low
    else:
        shift = 0
    if match is None:
        return None
    span = Span(quote.span.article_id, match.start(1) + shift, match.end(1) + shift, quote.span.field)
    name = text[span.start : span.end].split(",")[0]
    return _Speaker(span, name, None, "person")


def _going_on(quote: Quote, spoken: Sequence[Quote], text: str, cues: list[int]) -> _Speaker | None:
    """The speaker of the quotation before it, where nobody else is named between the two."""
    if not spoken or quote.kind != "speech":
        return None
    last = spoken[-1]
    if last.speaker is None or last.span.field != quote.span.field or quote.span.start - last.span.end > _JOINED:
        return None
    between = text[last.span.end : quote.span.start]
    if "\n" in between and last.closed:
        return None
    return _Speaker(last.speaker, last.name, last.cue, last.source)
