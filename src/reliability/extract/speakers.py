"""Who spoke each quotation, and who is meant by "he", "she" and "the spokeswoman"?"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from reliability.extract import sources
from reliability.records import Attribution, Quote, Sentence

_PERSONAL = frozenset({"he", "she", "i", "we", "who"})


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
            known = person if phrase in _PERSONAL else thing if phrase == "it" else anybody
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
        elif kind != "vague":
            thing = anybody = (kind, name)
        resolved.append(replace(attribution, kind=kind, name=name))
    return resolved


def give_speakers(
    quotes: list[Quote], attributions: list[Attribution], sentences: tuple[Sentence, ...]
) -> list[Quote]:
    """Gives each quotation the source whose cue stands nearest: in its own sentences, before it with a
    colon, or right behind it.
    """
    by_sentence: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        by_sentence.setdefault(attribution.sentence, []).append(attribution)
    starts = [sentence.span.start if sentence.span.field == "text" else -1 for sentence in sentences]
    spoken: list[Quote] = []
    for quote in quotes:
        closing = bisect_right(starts, quote.span.end) - 1 if quote.span.field == "text" else quote.sentence
        near = [
            attribution
            for number in {quote.sentence, closing}
            for attribution in by_sentence.get(number, ())
            if attribution.source is not None and not quote.span.overlaps(attribution.cue)
        ]
        if not near and closing + 1 < len(sentences):
            following = sentences[closing + 1]
            if len(following.words) <= 8 and following.span.start - quote.span.end < 4:  # noqa: PLR2004 - "..." Mora said.
                near = [
                    attribution
                    for attribution in by_sentence.get(closing + 1, ())
                    if attribution.source is not None
                ]
        if near:
            best = min(near, key=lambda attribution: (_distance(quote, attribution), attribution.cue.start))
            quote = replace(quote, speaker=best.source, name=best.name, cue=best.cue, source=best.kind)  # noqa: PLW2901 - the same quote, with its speaker
        elif (
            spoken
            and quote.kind == "speech"
            and spoken[-1].speaker is not None
            and quote.sentence - spoken[-1].sentence <= 1
            and quote.span.start - spoken[-1].span.end < 8
        ):  # noqa: PLR2004 - reopened in the next paragraph
            quote = replace(
                quote,
                speaker=spoken[-1].speaker,
                name=spoken[-1].name,
                cue=spoken[-1].cue,
                source=spoken[-1].source,
            )  # noqa: PLW2901
        spoken.append(quote)
    return spoken


def _distance(quote: Quote, attribution: Attribution) -> int:
    if attribution.cue.start >= quote.span.end:
        return attribution.cue.start - quote.span.end
    return quote.span.start - attribution.cue.end


def is_pronoun(phrase: str) -> bool:
    """Whether a source's phrase is a bare pronoun."""
    return sources.is_pronoun(phrase)
