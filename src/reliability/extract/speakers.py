"""Who spoke each quotation, and who is meant by "he", "she" and "the spokeswoman"?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reliability.records import Attribution, Quote, Span

_PERSONAL = frozenset({"he", "she", "i", "we", "who", "him", "her", "you"})
_THINGS = frozenset({"it", "which", "that"})
_AROUND = 6  # attributions before and behind a quotation that may hold it
_BESIDE = 4  # characters between a quotation and the words that hand it over
_JOINED = 40  # characters between two quotations of one speech
_LEFT = 120  # characters before a quotation in which it is announced
_NAME = r"(?:[A-Z][\w.'’-]*\s+){0,6}[A-Z][\w.'’-]*\w"
_WHO = rf"(?P<who>{_NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|who|[Tt]he \w+)"
_VERB = r"(?P<cue>(?:(?:also|further|then|has|had|\w+ly)\s+)?[a-z]+(?:ed|es|s|id|ote|ld|ing))"
_SIGNED = re.compile(rf"[\"”’»'.,!?…\s]*(?:[-–—―]|--)\s*(?P<who>{_NAME})")
_FROM = re.compile(rf"(?:^|\n|[.!?]\s)(?:From\s+)?(?P<who>{_NAME}(?:,[^,:\n]{{1,60}},?)?)\s*:\s*[\"“‘«„']*$")
_INVERTED = re.compile(rf"[\"”’»']*[^\S\n]{_WHO}\s{_VERB}\b")
_LED_IN = re.compile(rf"\b{_WHO}\s{_VERB}\s*[,:]\s*[\"“‘«„']*$")


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
        for quote in quotes:
            if quote.span.field != field:
                continue
            speaker = (
                _handed(quote, own, cues, text) or _announced(quote, text) or _going_on(quote, spoken, text)
            )
            spoken.append(
                replace(quote, speaker=speaker.span, name=speaker.name, cue=speaker.cue, source=speaker.source)
                if speaker
                else quote
            )
    return spoken


def _handed(quote: Quote, own: Sequence[Attribution], cues: list[int], text: str) -> _Speaker | None:
    """The source of the statement the quotation stands in or beside, by the nearest cue."""
    start, end = quote.span.start, quote.span.end
    near = own[max(0, bisect_left(cues, start) - _AROUND) : bisect_right(cues, end) + _AROUND]
    best: tuple[int, int] | None = None
    speaker: _Speaker | None = None
    for one in near:
        source, content = one.source, one.content
        if source is None or start <= one.cue.start < end:
            continue
        first, last = min(source.start, one.cue.start), max(source.end, one.cue.end)
        holds = content is not None and content.start <= start + 1 and end <= content.end + _BESIDE
        beside = quote.kind == "speech" and (
            (0 <= first - end <= _BESIDE and text[end - 1] in ",?!" and "\n" not in text[end:first])
            or (0 <= start - last <= _BESIDE and not {",", ":"}.isdisjoint(text[last:start]))
        )
        gap = one.cue.start - end if one.cue.start >= end else start - one.cue.end
        rank = (gap, 0 if content is None else len(content))
        if (holds or beside) and (best is None or rank < best):
            best, speaker = rank, _Speaker(source, one.name, one.cue, one.kind)
    return speaker


def _announced(quote: Quote, text: str) -> _Speaker | None:
    """A name behind a dash or before a colon, or a name and a verb beside the quotation."""
    if quote.kind != "speech":
        return None
    start, end = quote.span.start, quote.span.end
    low = max(0, start - _LEFT)
    match, shift = _SIGNED.match(text, end) if quote.closed else None, 0
    if match is None and text[end - 1] in ",?!":
        match = _INVERTED.match(text, end)
    if match is None:
        before = text[low:start]
        match, shift = _LED_IN.search(before) or _FROM.search(before), low
    if match is None:
        return None
    span = replace(quote.span, start=match.start("who") + shift, end=match.end("who") + shift)
    cue = None
    if "cue" in match.re.groupindex:
        cue = replace(quote.span, start=match.start("cue") + shift, end=match.end("cue") + shift)
    who = match["who"].split(",")[0]
    named = who[0].isupper() and who.lower() not in _PERSONAL | _THINGS | {"they"} and not who.startswith("The ")
    return _Speaker(span, who if named else "", cue, "person" if named else "role")


def _going_on(quote: Quote, spoken: Sequence[Quote], text: str) -> _Speaker | None:
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
