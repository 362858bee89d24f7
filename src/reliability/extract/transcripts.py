"""What is printed of a speech or an interview, word for word: the lines of its speakers, and all that is announced."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reliability.extract import sources
from reliability.extract.field import Field
from reliability.extract.lexicon import lexicon, words
from reliability.records import Attribution

_LABEL = 4  # words of a speaker's label before a colon
_ANNOUNCED = 12  # words of the line that announces a transcript


def transcribed(field: Field, known: set[str]) -> list[Attribution]:
    """The attributions of a transcript that a field prints, if it prints one.

    Args:
        field: The field.
        known: The surnames, in lower case, of those who speak elsewhere in it.
    """
    if ":" not in field.text:
        return []
    return [*_labelled(field, known), *_announced(field)]


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


def _quoted_to(field: Field, first: int) -> int:
    """The last word of the quotations that begin at a word, one behind the other; of the field where none is closed there."""
    start = field.starts[first]
    stretches = [stretch for stretch in field.marks if stretch[1] > start]
    if not stretches or stretches[0][0] > start or not stretches[0][2]:
        return len(field.words) - 1
    return field.places(*stretches[0][:2])[1]


def _labelled(field: Field, known: set[str]) -> Iterator[Attribution]:
    """The lines that begin with their speaker and a colon: of a transcript, of a headline ("Mora: We knew").

    A label is a name that speaks elsewhere in the field, or one in capitals that stands before two lines or more.
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
    printed = [label for *_, label in labels]
    for index, last, label in labels:
        tokens = field.tokens[index]
        if label.split()[-1].lower() not in known and not (label.isupper() and printed.count(label) > 1):
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
