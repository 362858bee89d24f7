"""Which statements are handed to a source, and to whom?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from reliability.extract import sources
from reliability.extract.attribution_model import attribution_model
from reliability.extract.contents import lengthen
from reliability.extract.field import Field
from reliability.extract.lexicon import lexicon, words
from reliability.extract.script import Script
from reliability.extract.stances import DENIES, SILENT, denial, may_be_silent, silences
from reliability.extract.tokens import Tokens
from reliability.extract.transcripts import transcribed
from reliability.extract.voices import Voice, voices
from reliability.records import Attribution

_UNCLEAR = ""  # the kind of an attribution that names nobody, and is not vague by its words either
_HELPING = frozenset({"has", "have", "had", "also"})  # "has declined to comment"
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_SPOKEN = 2  # words beyond the first of a quotation that is speech
_ANTECEDENT = 6  # words in which a relative pronoun's antecedent is looked for


def attributions(fields: Sequence[Field]) -> list[Attribution]:
    """The attributions of an article, field by field, in order of their cues.

    A content is given as the stretch from its first word to its last; cue and source may stand inside it
    ("No," she said, "never"). A source that is a pronoun has the kind ``pronoun`` until it is resolved.
    """
    if not fields:
        return []
    model = attribution_model()
    script = Script.of(fields, model.vocabulary)
    handed = voices(script, model)
    found: list[Attribution] = []
    for field, own in zip(fields, handed, strict=True):
        found += _of_field(field, own)
    return found


def _of_field(field: Field, handed: list[Voice]) -> list[Attribution]:
    nobody = list(_nobody(field))
    taken = {place for voice in nobody for place in range(voice.cue[0], voice.cue[1] + 1)}
    if taken:
        handed = [voice for voice in handed if taken.isdisjoint(range(voice.cue[0], voice.cue[1] + 1))]
    sure = lengthen([voice for voice in handed if not voice.spare], field)
    sure, silent = _with_silences(field, sure)
    told = [_attribution(field, voice, vague=True, silent=False) for voice in nobody]
    told += [_attribution(field, voice, vague=False, silent=voice in silent) for voice in sure]
    told += transcribed(field, told)
    told = _with_spares(field, told, [voice for voice in handed if voice.spare])
    return sorted(told, key=lambda one: one.cue)


def _with_spares(field: Field, told: list[Attribution], spare: list[Voice]) -> list[Attribution]:
    """The attributions, and what the sentences hold that none of them reaches into and that are likely to hold one.

    Whoever spoke up to the sentence before, in the same paragraph, goes on; else the spare voice stands.
    """
    if not spare:
        return told
    reaching: dict[int, int] = {}
    for number, one in enumerate(told):
        for span in filter(None, (one.cue, one.source, one.content)):
            reaching.update(dict.fromkeys(range(*field.sentences(span)), number))
    for voice in spare:
        sentence = field.sentence(voice.cue[0])
        if sentence in reaching:
            continue
        before = reaching.get(sentence - 1, -1)
        content = told[before].content if before >= 0 else None
        if content is None or field.paragraphs[sentence] != field.paragraphs[sentence - 1]:
            reaching[sentence] = len(told)
            told.append(_attribution(field, voice, vague=False, silent=False))
        else:
            reaching[sentence] = before
            told[before] = replace(
                told[before], content=replace(content, end=field.ends[field.end(sentence)])
            )
    return told


def _attribution(field: Field, voice: Voice, *, vague: bool, silent: bool) -> Attribution:
    """The record of a voice."""
    sentence = field.sentence(voice.cue[0])
    kind, name = "vague" if vague else _UNCLEAR, ""
    if voice.source is not None:
        kind, name = _source(field, *voice.source)
    return Attribution(
        field.span_of(voice.cue),
        kind,
        field.numbers[sentence],
        field.span_of(voice.source) if voice.source else None,
        field.span_of(voice.content) if voice.content else None,
        name,
        SILENT if silent else DENIES if denial(field.words, *voice.cue) else "",
        tells=vague or _tells(field, voice),
    )


def _tells(field: Field, voice: Voice) -> bool:
    """Whether a cue is one of telling or believing, or hands over a quotation: "sniffed", before one."""
    first, last = voice.cue
    if not _telling().isdisjoint(field.words[first : last + 1]):
        return not _undergoes(field, voice)
    if voice.content is None or not field.marks:
        return False
    low, high = field.starts[voice.content[0]] - 1, field.ends[voice.content[1]]
    within = islice(field.marks, bisect_left(field.marks, (low,)), bisect_left(field.marks, (high,)))
    return any(
        end - begin >= _SPOKEN for begin, end in (field.places(start, end) for start, end, _ in within)
    )


def _undergoes(field: Field, voice: Voice) -> bool:
    """Whether what the cue says is done to the words before it: "was accused of", "the sum, estimated to be"."""
    helped, bare, behind = _passive()
    first, last = voice.cue
    if voice.source is None or voice.source[0] >= first:
        return False
    said = field.words[first : last + 2]
    for place, word in enumerate(said[: last + 1 - first]):
        if word in helped and not _BE.isdisjoint(said[:place]):
            return True
        if word in bare and not behind.isdisjoint(said[place + 1 : place + 2]):
            return True
    return False


@cache
def _passive() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = lexicon("cues")["telling"]
    return words(lists["undergone"]), words(lists["bare"]), words(lists["behind"])


@cache
def _telling() -> frozenset[str]:
    lists = lexicon("cues")
    return words(lists["speech"]["verbs"]) | words(lists["telling"]["verbs"])


def _source(field: Field, first: int, last: int) -> tuple[str, str]:
    sentence = field.sentence(first)
    shift, tokens = field.opening[sentence], field.tokens[sentence]
    first, last = first - shift, min(last - shift, len(tokens) - 1)
    if first == last and first and tokens.words[first] in _relatives():  # "Marsk, who said"
        before = tokens.words[max(0, first - _ANTECEDENT) : first]
        kind, name = sources.source_of(tokens, first - len(before), first - 1)
        return ("role", "") if kind in {"vague", "pronoun"} else (kind, name)
    return sources.source_of(tokens, first, last)


@cache
def _relatives() -> frozenset[str]:
    return words(lexicon("cues")["sources"]["relatives"])


@cache
def _nobodies() -> tuple[dict[str, list[tuple[str, ...]]], frozenset[str]]:
    """The phrases by which nobody in particular says something, by their last word, and adverbs that do."""
    lists = lexicon("cues")["nobody"]
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for verb in words(lists["verbs"]):
        phrases[verb] = [(*subject.split(), verb) for subject in lists["subjects"]]
        phrases[verb] += [(auxiliary, verb, "to") for auxiliary in words(lists["auxiliaries"])]
    for phrase in lists["phrases"]:
        whole = tuple(phrase.split())
        phrases.setdefault(whole[-1], []).append(whole)
    return phrases, words(lists["adverbs"])


def _nobody(field: Field) -> Iterator[Voice]:
    """The statements that are handed to nobody: "it is believed", "reportedly"."""
    phrases, adverbs = _nobodies()
    words = field.words
    for place in [place for place, word in enumerate(words) if word in phrases or word in adverbs]:
        word = words[place]
        first, last = place, place
        if word not in adverbs:
            begins = (place - phrase.index(word) for phrase in phrases[word])
            match = next(
                (
                    (begin, begin + len(phrase) - 1)
                    for begin, phrase in zip(begins, phrases[word], strict=True)
                    if begin >= 0
                    and words[begin] == phrase[0]
                    and tuple(words[begin : begin + len(phrase)]) == phrase
                ),
                None,
            )
            if match is None:
                continue
            first, last = match
        sentence = field.sentence(place)
        end = field.end(sentence)
        if last > end or first < field.opening[sentence] or words[last + 1 : last + 2] == ["by"]:
            continue
        yield Voice((first, last), None, (last + 1, end) if last < end else None)


def _with_silences(field: Field, handed: list[Voice]) -> tuple[list[Voice], list[Voice]]:
    """The voices, and those among them that say nothing: their whole phrase is the cue, and there is no content.

    Where no cue was found, whoever stands before the phrase in its clause is silent.
    """
    silent: list[Voice] = []
    if not may_be_silent(field.words):
        return handed, silent
    for index, tokens in enumerate(field.tokens):
        shift = field.opening[index]
        for begin, end in silences(tokens.words):
            first, last = begin + shift, end + shift
            known = [voice for voice in handed if _is_silence(voice, first, last)]
            handed = [voice for voice in handed if voice not in known]
            source = next((voice.source for voice in known if voice.source), None)
            if not known and (subject := _subject(tokens, begin)):
                source = (subject[0] + shift, subject[1] + shift)
            silent.append(Voice((first, last), source, None))
    return [*handed, *silent], silent


def _is_silence(voice: Voice, first: int, last: int) -> bool:
    """Whether a cue, or all that it hands over, stands in a phrase of silence."""
    content = voice.content or (-1, -1)
    return (voice.cue[0] <= last and first <= voice.cue[1]) or first <= content[0] <= content[1] <= last


def _subject(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """The words before a place in its clause."""
    last = place - 1
    while last >= 0 and tokens.words[last] in _HELPING:
        last -= 1
    first = last
    while first > 0 and not _parts(tokens.gap(first - 1)):
        first -= 1
    return (first, last) if last >= 0 else None


def _parts(gap: str) -> bool:
    """Whether a clause ends at a gap."""
    return any(sign in gap for sign in ',;:()–—“”"')
