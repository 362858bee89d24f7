"""How hard is the text to read, by measures that count letters and words?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from types import ModuleType

from reliability.records import Consensus, Evidence, Measurement, Reading, Span

# Each measure with the mark below which newspapers for everybody stay and the one above which only
# specialists read: LIX and RIX after Bjornsson (1968) and Anderson (1983), the Automated Readability Index
# (Smith and Senter 1967) and Coleman-Liau (1975) as school grades 10 and 18. None of them counts syllables:
# textstat's measures that do fetch a dictionary from the network at first use.
_MARKS = {
    "lix": (50.0, 75.0),
    "rix": (5.5, 11.0),
    "automated_readability_index": (12.0, 22.0),
    "coleman_liau_index": (12.0, 20.0),
}
_SHORT_NAMES = {
    "lix": "LIX",
    "rix": "RIX",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman-Liau",
}
_FEWEST_WORDS = 100  # the length of the samples that the measures were made on


@cache
def _textstat() -> ModuleType:
    return import_module("textstat")  # late: it takes longer to import than to use


@cache
def _version() -> str:
    return version("textstat")


@dataclass(frozen=True, slots=True)
class Readability:
    """Can the text be read without effort, as news for everybody should?"""

    name: str = "readability"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """The mean of four readability measures, each 1 up to its easy mark and falling to 0 at its hard one."""
        if not reading.english:
            return Measurement(self.name)
        spans = [
            sentence.span
            for sentence in reading.sentences
            if sentence.place != "headline" and sentence.span.field == "text"
        ]
        if sum(len(sentence.words) for sentence in reading.sentences) < _FEWEST_WORDS or not spans:
            return Measurement(self.name)
        text = "\n".join(reading.quoted(span) for span in spans)
        measured = {name: float(getattr(_textstat(), name)(text)) for name in _MARKS}
        credit = sum(_credit(value, *_MARKS[name]) for name, value in measured.items()) / len(measured)
        listed = ", ".join(f"{_SHORT_NAMES[name]} {value:.1f}" for name, value in measured.items())
        message = f"{listed} (textstat {_version()})."
        span = Span(reading.article.id, spans[0].start, spans[-1].end)
        return Measurement(self.name, (Evidence(self.name, "measured", span, (), message, 1.0, credit),))


def _credit(value: float, easy: float, hard: float) -> float:
    return min(1.0, max(0.0, (hard - value) / (hard - easy)))
