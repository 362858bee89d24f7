"""Who spoke each quotation, and who is meant by "he", "she" and "the spokeswoman"?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reliability.extract import sources
from reliability.extract.antecedents import group_before, holder_before
from reliability.extract.stances import SILENT
from reliability.records import Attribution, Quote, Span

_PERSONAL = frozenset({"he", "she", "him", "her", "who"})
_WRITERS = frozenset({"i", "we", "you"})
_BACK = 400  # characters before a pronoun in which whom it means is named
_STOP = re.compile(r"(?<=[a-z0-9)”\"’][.!?])\s+|\n+")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"|«[^»\n]*»?")
_CAPITALS = re.compile(r"[A-Z][\w’'-]+\.?(?:[ \u00a0][A-Z][\w’'-]*\.?)*")
_THINGS = frozenset({"it", "which", "that"})
_AROUND = 6  # attributions before and behind a quotation that may hold it
_BESIDE = 4  # characters between a quotation and the words that hand it over
_FAR = 60  # characters to a cue beyond which words right beside the quotation come first
_JOINED = 40  # characters between two quotations of one speech
_OPENERS = " \u00a0\t\n\"“‘«„'"
_LEFT = 200  # characters before a quotation in which it is announced
_NAME = r"(?:[A-Z][\w.'’-]*\s+){0,6}[A-Z][\w.'’-]*\w"
_WHO = rf"(?P<who>{_NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|who|[Tt]he \w+)"
_SPOKEN_TO = re.compile(r"\b(?:to|with|of|for|from|against|about|on|at|than|like)\s$")
_OWNS = re.compile(r"['’]s?$")  # "Hunter's claims:" is nobody speaking
_VERB = r"(?P<cue>(?:(?:also|further|then|has|had|\w+ly)\s+)?[a-z]+(?:ed|es|s|id|ote|ld|ing))"
_SIGNED = re.compile(rf"[\"”’»'.,!?…\s]*(?:[-–—―]|--)\s*(?P<who>{_NAME})")
_FROM = re.compile(rf"(?:^|\n|[.!?]\s)(?:From\s+)?(?P<who>{_NAME}(?:,[^,:\n]{{1,60}},?)?)\s*:\s*[\"“‘«„']*$")
_INVERTED = re.compile(rf"[\"”’»']*[^\S\n]{_WHO}\s{_VERB}\b")
_LED_IN = re.compile(rf"\b{_WHO}\s{_VERB}\s*[,:]\s*[\"“‘«„']*$")


def resolve(attributions: list[Attribution], fields: Mapping[str, str]) -> list[Attribution]:
    """Gives pronouns, surnames and repeated roles the name that the text resolves them to.

    "He" and "she" stand for the person named last before them, first in the sentence where there are several, who
    has not been called by the other pronoun; else for the last role that spoke. "They" stands for the last source of
    any kind, or for people in a role just spoken of, "it" for an institution or document, a surname for the full name it ends, "the spokeswoman" for
    whoever was named in that role. Where nothing fits, a pronoun stays a ``vague`` source; "I" and "you" are
    whoever writes and reads: neither named nor vague.

    Args:
        attributions: The attributions of an article in order.
        fields: The texts that spans index, by field.
    """
    chain = _Chain()
    resolved = []
    for attribution in attributions:
        source = attribution.source
        if source is None:
            resolved.append(attribution)
            continue
        text = fields[attribution.cue.field]
        phrase = text[source.start : source.end].lower()
        kind, name = attribution.kind, attribution.name
        if kind == "pronoun":
            kind, name = chain.antecedent(_said_of(phrase), text, source)
        elif kind and kind != "vague":
            holder = holder_before(phrase, text, source.start) if kind == "role" else None
            if holder is not None:
                kind, name = "person", holder[0]
                chain.where[name] = replace(source, start=holder[1], end=holder[2])
            kind, name = chain.named(kind, name, phrase)
        antecedent = chain.where.get(name) if name and name.lower() not in phrase else None
        if name and antecedent is None:
            chain.where[name] = source
        same = antecedent is None and (kind, name) == (attribution.kind, attribution.name)
        resolved.append(
            attribution if same else replace(attribution, kind=kind, name=name, antecedent=antecedent)
        )
    return resolved


@dataclass(slots=True)
class _Chain:
    """Who has been named so far, and by which pronoun."""

    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    where: dict[str, Span] = field(default_factory=dict)
    single: tuple[str, str] | None = None
    anybody: tuple[str, str] | None = None
    thing: tuple[str, str] | None = None

    def named(self, kind: str, name: str, phrase: str) -> tuple[str, str]:
        """Takes in a source that is no pronoun, and completes its name."""
        if kind == "person" and name:
            *first, surname = name.split()
            name = name if first else self.names.get(surname, name)
            self.names[surname] = name
            self.roles.update((word, (kind, name)) for word in phrase.split())
            if phrase.startswith(("mr ", "mr. ")):
                self.called[name] = "he"
            elif phrase.startswith(("ms", "mrs", "miss ")):
                self.called[name] = "she"
        elif kind == "role":
            role = phrase.rsplit(maxsplit=1)[-1]
            if phrase.startswith("the ") and role in self.roles:
                kind, name = self.roles[role]
        else:
            self.thing = (kind, name)
        self.anybody = (kind, name)
        if kind == "person" or (
            kind == "role" and not phrase.endswith("s")
        ):  # "he" is never "the UN experts"
            self.single = (kind, name)
        return kind, name

    def antecedent(self, phrase: str, text: str, pronoun_at: Span) -> tuple[str, str]:
        """Whom a pronoun stands for: kind and name."""
        if phrase in _WRITERS:
            return "", ""
        if phrase in _THINGS:
            return self.thing or ("vague", "")
        if phrase not in _PERSONAL:
            return self.anybody or ("role" if group_before(text, pronoun_at.start) else "vague", "")
        pronoun = {"him": "he", "her": "she"}.get(phrase, phrase)
        name = self._mentioned(pronoun, text, pronoun_at)
        if name:
            self.called.setdefault(name, pronoun)
            self.single = self.anybody = ("person", name)
            return "person", name
        if self.single is not None and self.called.get(self.single[1], pronoun) == pronoun:
            return self.single
        return ("role", "") if self.single else ("vague", "")

    def _mentioned(self, pronoun: str, text: str, at: Span) -> str:
        """The person named last before a pronoun: in the nearest sentence that names any, the first."""
        low = max(0, at.start - _BACK)
        before = _QUOTED.sub(_blank, text[low : at.start])
        ends = [stop.end() for stop in _STOP.finditer(before)]
        for begin, end in zip([*ends[::-1], 0], [len(before), *ends[::-1]], strict=True):
            for run in _CAPITALS.finditer(before, begin, end):
                words = run.group().split()
                name = sources.person_in(words)
                if name and " " not in name:
                    name = self.names.get(name, "")
                elif name:
                    self.names.setdefault(name.split()[-1], name)
                if name and self.called.get(name, pronoun) == pronoun:
                    self.where[name] = replace(at, start=low + run.start(), end=low + run.end())
                    return name
        return ""


def _said_of(phrase: str) -> str:
    """The pronoun of a phrase that is one: of "we've always" it is "we"."""
    return re.split(r"[ \u00a0\n'’]", phrase, maxsplit=1)[0]


def _blank(quoted: re.Match[str]) -> str:
    return " " * len(quoted.group())


@dataclass(frozen=True, slots=True)
class _Speaker:
    span: Span
    name: str
    cue: Span | None
    source: str
    antecedent: Span | None = None


def give_speakers(
    quotes: Sequence[Quote], attributions: Sequence[Attribution], fields: Mapping[str, str]
) -> list[Quote]:
    """Gives each quotation its speaker.

    That is the source of the statement it stands in; else whoever signs it ("..." - Name) or is announced
    before a colon; else, for a speech that is interrupted or goes on in the next paragraph, its speaker so far.
    Where none of this is at hand it has no speaker.
    """
    spoken: list[Quote] = []
    for name, text in fields.items():
        own = [
            one
            for one in attributions
            if one.cue.field == name and one.source is not None and one.stance != SILENT
        ]
        cues = [one.cue.start for one in own]
        for quote in quotes:
            if quote.span.field != name:
                continue
            speaker = _handed(quote, own, cues, text)
            if speaker is None or _gap(quote, speaker) > _FAR:
                speaker = _announced(quote, text) or speaker
            speaker = speaker or _going_on(quote, spoken, text)
            spoken.append(
                replace(
                    quote,
                    speaker=speaker.span,
                    name=speaker.name,
                    cue=speaker.cue,
                    source=speaker.source,
                    antecedent=speaker.antecedent,
                )
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
            best, speaker = rank, _Speaker(source, one.name, one.cue, one.kind, one.antecedent)
    return speaker


def _gap(quote: Quote, speaker: _Speaker) -> int:
    """The characters between a quotation and the cue that hands it over."""
    if speaker.cue is None:
        return 0
    return max(quote.span.start - speaker.cue.end, speaker.cue.start - quote.span.end)


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
    if match is not None and _OWNS.search(match["who"]):
        match = None
    if match is None:
        return _subject(quote, text, low) if text[low:start].rstrip(_OPENERS).endswith(":") else None
    span = replace(quote.span, start=match.start("who") + shift, end=match.end("who") + shift)
    cue = None
    if "cue" in match.re.groupindex:
        cue = replace(quote.span, start=match.start("cue") + shift, end=match.end("cue") + shift)
    who = match["who"].split(",")[0]
    named = (
        who[0].isupper() and who.lower() not in _PERSONAL | _THINGS | {"they"} and not who.startswith("The ")
    )
    name = sources.person_in(who.split()) if named else ""
    return _Speaker(span, name or (who if named else ""), cue, "person" if named else "role")


def _subject(quote: Quote, text: str, low: int) -> _Speaker | None:
    """The one person named in the sentence that leads to a quotation with a colon."""
    sentence = _STOP.split(text[low : quote.span.start])[-1]
    shift = quote.span.start - len(sentence)
    named = [(run, sources.person_in(run.group().split())) for run in _CAPITALS.finditer(sentence)]
    persons = {
        name: run for run, name in named if " " in name and not _SPOKEN_TO.search(sentence, 0, run.start())
    }
    if len(persons) != 1:
        return None
    name, run = persons.popitem()
    span = replace(quote.span, start=shift + run.start(), end=shift + run.end())
    return _Speaker(span, name, None, "person")


def _going_on(quote: Quote, spoken: Sequence[Quote], text: str) -> _Speaker | None:
    """The speaker of the quotation before it, where nobody else is named between the two."""
    if not spoken or quote.kind != "speech":
        return None
    last = spoken[-1]
    if (
        last.speaker is None
        or last.span.field != quote.span.field
        or quote.span.start - last.span.end > _JOINED
    ):
        return None
    between = text[last.span.end : quote.span.start]
    if "\n" in between and last.closed:
        return None
    return _Speaker(last.speaker, last.name, last.cue, last.source, last.antecedent)
