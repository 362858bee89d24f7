"""How much of the text is the story?"""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Consensus, Evidence, Measurement, Reading, Span

# Characters of story, about five hundred words, that furniture is held against: who reads on meets as much of it, and a longer
# story hides none.
_LONG = 3000


@dataclass(frozen=True, slots=True)
class BoilerplateRatio:
    """What share of the article's characters is its story, and what is page furniture?"""

    name: str = "boilerplate_ratio"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """The share of characters that belong to the story, of which so many count as a news story has; English only."""
        total = sum(len(passage.span) for passage in reading.passages)
        if not total or not reading.english:
            return Measurement(self.name)
        rest = [passage for passage in reading.passages if not passage.story]
        story = total - sum(len(passage.span) for passage in rest)
        counted = total - max(story - _LONG, 0)
        held = f", held against {_LONG:,} of the story" if story > _LONG and rest else ""
        whole = Span(reading.article.id, reading.passages[0].span.start, reading.passages[-1].span.end)
        found = [
            Evidence(
                self.name,
                "measured",
                whole,
                (),
                f"{story / total:.0%} of {total:,} characters are the story{held}.",
                min(story, _LONG) / counted,
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
                len(passage.span) / counted,
            )
            for passage in rest
        ]
        return Measurement(self.name, tuple(found))
