"""How much of the text is the story?"""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Consensus, Evidence, Measurement, Reading, Span


@dataclass(frozen=True, slots=True)
class BoilerplateRatio:
    """What share of the article's characters is its story, and what is page furniture?"""

    name: str = "boilerplate_ratio"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """The share of characters, white space aside, that belong to the story; what furniture is, is told in English."""
        total = sum(len(passage.span) for passage in reading.passages)
        if not total or not reading.english:
            return Measurement(self.name)
        rest = [passage for passage in reading.passages if not passage.story]
        share = 1.0 - sum(len(passage.span) for passage in rest) / total
        whole = Span(reading.article.id, reading.passages[0].span.start, reading.passages[-1].span.end)
        found = [
            Evidence(
                self.name,
                "measured",
                whole,
                (),
                f"{share:.0%} of {total:,} characters are the story.",
                share,
                1.0,
            )
        ]
        found += [
            Evidence(
                self.name,
                "boilerplate",
                passage.span,
                passage.twins,
                f"Not the story: {passage.kind} ({passage.reason}).",
                len(passage.span) / total,
            )
            for passage in rest
        ]
        return Measurement(self.name, tuple(found))
