"""What is printed of a speech or an interview, word for word: the lines of its speakers, and all that is announced."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reliability.extract import sources
from reliability.extract.field import Field
from reliability.extract.lexicon import lexicon, words
from reliability.records import Attribution

_LABEL = 4  # words of a speaker's label before a colon
_EXCHANGE = 4  # lines of an interview whose speakers take turns
_ANNOUNCED = 12  # words of the line that announces a transcript
_NEAR = 4  # characters between a colon and the words it hands over
_BEFORE = 80  # characters before a quotation in which it is handed over
_NAME = r"[A-Z][\w.'’-]*(?:[ \u00a0](?:and[ \u00a0])?[A-Z][\w.'’-]*){0,6}"
# At the beginning of a line or sentence, or behind a dash: "POLLS DIFFER - Nadia Ferrow: “…"
_NAMED = re.compile(
    rf"(?:^|\n|[-–—.!?”\"][ \u00a0]|From )(?P<who>{_NAME})(?P<cue>:)\s*[\"“‘«„']+$", re.MULTILINE
)
# ... and at the end of a line.
_SIGNED = re.compile(
    rf"[\"”’»'.,!?…]*\s*(?P<cue>[-–—―]|--)\s*(?P<who>{_NAME})(?=\s*(?:$|[,(\[<]))", re.MULTILINE
)


def transcribed(field: Field, told: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of what a field prints word for word.

    Args:
        field: The field.
        told: Its other attributions.
    """
    found: list[Attribution] = []
    if ":" in field.text:
        known = {one.name.split()[-1].lower() for one in told if one.name}
        found = [*_labelled(field, known), *_announced(field)]
    return [*found, *_handed_over(field, [*told, *found])]


@cache
def _tables() -> tuple[frozenset[str], frozenset[str]]:
    lists = lexicon("cues")["transcripts"]
    return words(lists["documents"]), words(lists["announcing"])


def _announced(field: Field) -> Iterator[Attribution]:
    """The line "Transcript as follows:", after which all is the transcript's, or all up to the end of its quotation."""
    documents, announcing = _tables()
    for index, tokens in enumerate(field.tokens[:-1]):
        if len(tokens) > _ANNOUNCED or field.paragraphs[index] == field.paragraphs[index + 1]:
            continue
        spoken = set(tokens.words)
        if documents.isdisjoint(spoken) or announcing.isdisjoint(spoken):
            continue
        end = tokens.ends[-1]
        if field.text[end : end + 2].strip()[:1] != ":":
            continue
        first = field.opening[index + 1]
        kind, name = sources.source_of(tokens, 0, len(tokens) - 1)
        source = field.span_of((field.opening[index], first - 1))
        yield Attribution(
            replace(source, start=end, end=end + 1),
            "document" if kind == "role" else kind,
            field.numbers[index],
            source,
            field.span_of((first, _quoted_to(field, first))),
            name,
        )
        return


def _handed_over(field: Field, told: Sequence[Attribution]) -> Iterator[Attribution]:
    """The quotations that a name with a colon before it or a dash behind hands over, if nobody else does.

    "From Chairwoman Mora: “We knew.”", "“We knew.” – Helena Mora".
    """
    text = field.text
    for begin, end, closed in field.marks:
        found = None
        if ":" in text[max(0, begin - _NEAR) : begin]:
            found = _NAMED.search(text, max(0, begin - _BEFORE), begin)
        if found is None and closed:
            found = _SIGNED.match(text, end)
        if found is None or any(
            one.content is not None and one.content.start <= begin < one.content.end for one in told
        ):
            continue
        first, last = field.places(*found.span("who"))
        content = field.places(begin, end)
        sentence = field.sentence(first)
        if last < first or content[1] < content[0] or last > field.end(sentence):
            continue
        shift = field.opening[sentence]
        kind, name = sources.source_of(field.tokens[sentence], first - shift, last - shift)
        source = field.span_of((first, last))
        cue = replace(source, start=found.start("cue"), end=found.end("cue"))
        spoken = field.numbers[field.sentence(content[0])]
        yield Attribution(cue, kind, spoken, source, field.span_of(content), name)


def _quoted_to(field: Field, first: int) -> int:
    """The last word of the quotations that begin at a word, one behind the other; of the field where none is closed there."""
    start = field.starts[first]
    stretches = [stretch for stretch in field.marks if stretch[1] > start]
    if not stretches or stretches[0][0] > start or not stretches[0][2]:
        return len(field.words) - 1
    return field.places(*stretches[0][:2])[1]


def _labelled(field: Field, known: set[str]) -> Iterator[Attribution]:
    """The lines that begin with their speaker and a colon: of a transcript, of a headline ("Mora: We knew").

    A label is a name that speaks elsewhere in the field, or one in capitals that stands before two lines or more;
    or any, where two at least take turns.
    """
    labels: list[tuple[int, int, str]] = []
    for index, tokens in enumerate(field.tokens):
        if index and field.paragraphs[index] == field.paragraphs[index - 1]:
            continue
        if field.text.find(":", tokens.ends[0], tokens.ends[min(_LABEL, len(tokens)) - 1] + 1) < 0:
            continue
        for last in range(min(_LABEL, len(tokens) - 1)):
            if not tokens.capitalised(last):
                break
            gap = tokens.gap(last)
            if gap[:1] == ":" and gap[1:2].isspace():
                labels.append((index, last, tokens.text[tokens.starts[0] : tokens.ends[last]]))
                break
    printed = Counter(label for *_, label in labels)
    repeated = [count for count in printed.values() if count > 1]
    exchange = len(repeated) > 1 and sum(repeated) >= _EXCHANGE
    for index, last, label in labels:
        tokens = field.tokens[index]
        spoken = label.split()[-1].lower() in known or (label.isupper() and printed[label] > 1)
        if not (exchange or spoken):
            continue
        end = index
        while end + 1 < len(field.tokens) and field.paragraphs[end + 1] == field.paragraphs[index]:
            end += 1
        first = field.opening[index]
        final = field.end(end)
        kind, name = sources.source_of(tokens, 0, last)
        colon = replace(field.span_of((first, first)), start=tokens.ends[last], end=tokens.ends[last] + 1)
        content = field.span_of((first + last + 1, final))
        yield Attribution(
            colon, kind, field.numbers[index], field.span_of((first, first + last)), content, name
        )
