"""What the headline prints in quotation marks, looked for in the text below it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.words import SUBJECTLESS, fold
from reliability.records import Consensus, Evidence, Measurement, Quote, Reading

_FEWEST_WORDS = 80  # in a shorter text a headline can say more than the text does
_TELLING = 2  # words that carry a meaning: one alone is a nickname or a title


@dataclass(frozen=True, slots=True)
class HeadlineFidelity:
    """Does the text print what its headline puts in quotation marks?"""

    name: str = "headline_fidelity"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Credits each quotation of the headline of which every telling word stands in the text; one cut off says nothing."""
        if reading.headline is None or reading.cut is not None:
            return Measurement(self.name)
        headline = reading.headline
        quotes = [quote for quote in reading.quotes if headline.overlaps(quote.span)]
        if not quotes:
            return Measurement(self.name)
        below = [
            word for sentence in reading.sentences if sentence.place != "headline" for word in sentence.words
        ]
        if len(below) < _FEWEST_WORDS:
            return Measurement(self.name)
        text = {fold(word) for word in below}
        found = [_held(quote, text, reading, self.name) for quote in quotes]
        return Measurement(self.name, tuple(piece for piece in found if piece is not None))


def _held(quote: Quote, text: set[str], reading: Reading, feature: str) -> Evidence | None:
    telling = [word for word in _words(quote, reading) if word not in SUBJECTLESS]
    if len(telling) < _TELLING:
        return None
    missing = [word for word in telling if fold(word) not in text]
    printed = f"The headline's “{reading.printed(quote.span)}”"
    if missing:
        message = f"{printed}: the text never says “{missing[0]}”."
        return Evidence(feature, "measured", quote.span, (), message, 1.0, 0.0)
    return Evidence(feature, "measured", quote.span, (), f"{printed} stands in the text.", 1.0, 1.0)


def _words(quote: Quote, reading: Reading) -> list[str]:
    return [
        word
        for sentence in reading.sentences
        if sentence.span.overlaps(quote.span)
        for word, start in zip(sentence.words, sentence.starts, strict=True)
        if quote.span.start <= start < quote.span.end and sentence.span.field == quote.span.field
    ]
