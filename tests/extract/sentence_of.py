"""Reads one sentence, as the tests of this folder need it."""

from reliability.compare.words import WORD
from reliability.extract.quantities import quantities
from reliability.extract.tokens import Tokens
from reliability.records import Quantity, Sentence, Span


def sentence_of(text: str) -> Sentence:
    found = list(WORD.finditer(text))
    return Sentence(
        Span("a", 0, len(text)),
        "body",
        tuple(match.group().lower().replace("’", "'") for match in found),
        tuple(match.start() for match in found),
    )


def read(text: str) -> list[Quantity]:
    sentence = sentence_of(text)
    return quantities("a", Tokens.of(text, sentence), sentence, 0)
