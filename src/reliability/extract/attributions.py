"""Which statements are handed to a source, and to whom?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reliability.extract import sources
from reliability.extract.attribution_model import attribution_model
from reliability.extract.lexicon import lexicon, words
from reliability.extract.script import Script
from reliability.extract.stances import DENIES, SILENT, denial, silences
from reliability.extract.tokens import Tokens
from reliability.extract.voices import Voice, voices
from reliability.records import Attribution, Sentence, Span

_UNCLEAR = ""  # the kind of an attribution that names nobody, and is not vague by its words either
_CONTINUES = 2  # words beyond the first of a quotation that goes on with the speaker before it
_LABEL = 4  # words of a speaker's label before a colon
_HELPING = frozenset({"has", "have", "had", "also"})  # "has declined to comment"
_ANTECEDENT = 6  # words in which a relative pronoun's antecedent is looked for


def attributions(
    sentences: Sequence[tuple[int, Sentence, Tokens]], marks: Sequence[tuple[int, int, bool]]
) -> list[Attribution]:
    """The attributions of one field, in order of their cues.

    A content is given as the stretch from its first word to its last; cue and source may stand inside it
    ("No," she said, "never"). A source that is a pronoun has the kind ``pronoun`` until it is resolved.

    Args:
        sentences: The field's sentences: the index among the article's, the sentence, its tokens.
        marks: The stretches in quotation marks of the field, in order.
    """
    field = _Field.of([piece for piece in sentences if len(piece[2])])
    if not field.words:
        return []
    model = attribution_model()
    quoted = [(start, end) for start, end, _ in marks]
    script = Script.of(field.tokens, model.vocabulary, quoted)
    nobody = list(_nobody(field))
    taken = {place for voice in nobody for place in range(voice.cue[0], voice.cue[1] + 1)}
    handed = voices(script, model)
    if taken:
        handed = [voice for voice in handed if taken.isdisjoint(range(voice.cue[0], voice.cue[1] + 1))]
    handed = _with_silences(field, _lengthen(handed, field, marks))
    found = sorted([*nobody, *handed], key=lambda voice: voice.cue)
    plain = [field.attribution(voice, vague=voice in nobody) for voice in found]
    labelled = list(_labelled(field, {one.name.split()[-1].lower() for one in plain if one.name}))
    return sorted([*plain, *labelled], key=lambda one: one.cue) if labelled else plain


@dataclass(frozen=True, slots=True)
class _Field:
    """The words of a field, numbered through, and the sentences they stand in."""

    tokens: list[Tokens]
    numbers: list[int]
    opening: list[int]
    paragraphs: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    span: Span | None

    @classmethod
    def of(cls, pieces: Sequence[tuple[int, Sentence, Tokens]]) -> "_Field":
        tokens = [piece for *_, piece in pieces]
        opening, paragraphs, count, paragraph, behind = [], [], 0, 0, 0
        for _, sentence, piece in pieces:
            paragraph += "\n" in piece.text[behind : sentence.span.start]
            opening.append(count)
            paragraphs.append(paragraph)
            count, behind = count + len(piece), sentence.span.end
        return cls(
            tokens,
            [number for number, *_ in pieces],
            opening,
            paragraphs,
            [word for piece in tokens for word in piece.words],
            [start for piece in tokens for start in piece.starts],
            [end for piece in tokens for end in piece.ends],
            pieces[0][1].span if pieces else None,
        )

    def sentence(self, place: int) -> int:
        """Which of the field's sentences a word stands in."""
        return bisect_right(self.opening, place) - 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The first and last word between two offsets."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end) - 1

    def attribution(self, voice: Voice, *, vague: bool) -> Attribution:
        """The record of a voice."""
        sentence = self.sentence(voice.cue[0])
        kind, name = "vague" if vague else _UNCLEAR, ""
        if voice.source is not None:
            kind, name = self._source(*voice.source)
        return Attribution(
            self.span_of(voice.cue),
            kind,
            self.numbers[sentence],
            self.span_of(voice.source) if voice.source else None,
            self.span_of(voice.content) if voice.content else None,
            name,
            self._stance(*voice.cue, sentence),
        )

    def _stance(self, first: int, last: int, sentence: int) -> str:
        shift, words = self.opening[sentence], self.tokens[sentence].words
        first, last = first - shift, min(last - shift, len(words) - 1)
        if any(begin <= last and first <= end for begin, end in silences(words)):
            return SILENT
        return DENIES if denial(words, first, last) else ""

    def _source(self, first: int, last: int) -> tuple[str, str]:
        sentence = self.sentence(first)
        shift, tokens = self.opening[sentence], self.tokens[sentence]
        first, last = first - shift, min(last - shift, len(tokens) - 1)
        if first == last and first and tokens.words[first] in _relatives():  # "Marsk, who said"
            before = tokens.words[max(0, first - _ANTECEDENT) : first]
            kind, name = sources.source_of(tokens, first - len(before), first - 1)
            return ("role", "") if kind in {"vague", "pronoun"} else (kind, name)
        return sources.source_of(tokens, first, last)

    def span_of(self, places: tuple[int, int]) -> Span:
        """From one word to another."""
        assert self.span is not None
        return Span(self.span.article_id, self.starts[places[0]], self.ends[places[1]], self.span.field)


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


def _nobody(field: _Field) -> Iterator[Voice]:
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
        end = field.opening[sentence] + len(field.tokens[sentence]) - 1
        if last > end or first < field.opening[sentence] or words[last + 1 : last + 2] == ["by"]:
            continue
        yield Voice((first, last), None, (last + 1, end) if last < end else None)


def _with_silences(field: _Field, handed: list[Voice]) -> list[Voice]:
    """The voices with those that say nothing: their whole phrase is the cue, and there is no content.

    Where no cue was found, whoever stands before the phrase in its clause is silent.
    """
    for index, tokens in enumerate(field.tokens):
        shift = field.opening[index]
        for begin, end in silences(tokens.words):
            first, last = begin + shift, end + shift
            known = [voice for voice in handed if _is_silence(voice, first, last)]
            handed = [voice for voice in handed if voice not in known]
            source = next((voice.source for voice in known if voice.source), None)
            if not known and (subject := _subject(tokens, begin)):
                source = (subject[0] + shift, subject[1] + shift)
            handed.append(Voice((first, last), source, None))
    return handed


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


def _labelled(field: _Field, known: set[str]) -> Iterator[Attribution]:
    """The lines that begin with their speaker and a colon: of a transcript, of a headline ("Mora: We knew").

    A label is a name that speaks elsewhere in the field, or one in capitals that stands before two lines or more.
    """
    labels: list[tuple[int, int, str]] = []
    for index, tokens in enumerate(field.tokens):
        if index and field.paragraphs[index] == field.paragraphs[index - 1]:
            continue
        for last in range(min(_LABEL, len(tokens) - 1)):
            if not tokens.capitalised(last):
                break
            gap = tokens.gap(last)
            if gap[:1] == ":" and gap[1:2].isspace():
                labels.append((index, last, tokens.text[tokens.starts[0] : tokens.ends[last]]))
                break
    printed = [label for *_, label in labels]
    for index, last, label in labels:
        tokens = field.tokens[index]
        if label.split()[-1].lower() not in known and not (label.isupper() and printed.count(label) > 1):
            continue
        end = index
        while end + 1 < len(field.tokens) and field.paragraphs[end + 1] == field.paragraphs[index]:
            end += 1
        first = field.opening[index]
        final = field.opening[end] + len(field.tokens[end]) - 1
        kind, name = sources.source_of(tokens, 0, last)
        colon = replace(field.span_of((first, first)), start=tokens.ends[last], end=tokens.ends[last] + 1)
        content = field.span_of((first + last + 1, final))
        yield Attribution(
            colon, kind, field.numbers[index], field.span_of((first, first + last)), content, name
        )


def _lengthen(found: list[Voice], field: _Field, marks: Sequence[tuple[int, int, bool]]) -> list[Voice]:
    """Contents run to the end of the quotations they reach into, and on through those that nobody else says."""
    stretches = [(*field.places(start, end), closed) for start, end, closed in marks]
    stretches = [stretch for stretch in stretches if stretch[0] <= stretch[1]]
    if not stretches:
        return found
    firsts = [first for first, *_ in stretches]
    lengthened = []
    for voice in found:
        if voice.content is None:
            lengthened.append(voice)
            continue
        low, high = voice.content
        for edge in (low, high):
            at = bisect_right(firsts, edge) - 1
            if at < 0:
                continue
            first, last, _ = stretches[at]
            if edge <= last and not first <= voice.cue[0] <= last:
                low, high = min(low, first), max(high, last)
        lengthened.append(replace(voice, content=(low, high)))
    return _go_on(lengthened, field, stretches)


def _go_on(found: list[Voice], field: _Field, stretches: list[tuple[int, int, bool]]) -> list[Voice]:
    """A quotation that is nobody's goes on with whoever spoke last in its paragraph.

    Or in the paragraph before, if there a quotation was left open or the last sign is a colon.
    """
    covered = bytearray(len(field.words) + 1)
    for voice in found:
        if voice.content is not None:
            covered[voice.content[0] : voice.content[1] + 1] = b"\1" * (
                voice.content[1] + 1 - voice.content[0]
            )
    turns = sorted(range(len(found)), key=lambda index: _last(found[index]))
    lasts = [_last(found[index]) for index in turns]
    grown: dict[int, int] = {}
    for number, (first, last, _) in enumerate(stretches):
        if last - first >= _CONTINUES and not any(covered[first : last + 1]):
            at = bisect_left(lasts, first) - 1
            index = turns[at] if at >= 0 else -1
            behind = max(lasts[at], grown.get(index, 0)) if at >= 0 else 0
            here, there = field.sentence(first), field.sentence(behind)
            same = here == there or (
                here == there + 1
                and first == field.opening[here]
                and field.paragraphs[here] == field.paragraphs[there]
            )
            announced = _is_colon(field, behind, first)
            left_open = number > 0 and not stretches[number - 1][2] and behind >= stretches[number - 1][1]
            if index >= 0 and (same or left_open or announced) and found[index].content is not None:
                grown[index] = last
    return [
        replace(voice, content=(voice.content[0], max(voice.content[1], grown[index])))
        if index in grown and voice.content is not None
        else voice
        for index, voice in enumerate(found)
    ]


def _is_colon(field: _Field, before: int, after: int) -> bool:
    """Whether nothing but a colon and the like stands between two words."""
    if after != before + 1:
        return False
    return ":" in field.tokens[0].text[field.ends[before] : field.ends[before] + 2]


def _last(voice: Voice) -> int:
    return max(voice.cue[1], voice.content[1] if voice.content else 0)
