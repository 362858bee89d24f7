"""Draws what the library says of untouched articles for people to judge, and keeps what they judged.

A case is one statement of the library (an alarm, a merging of two articles, a fact) with the characters that it rests
on. ``python -m benchmarks.judging draw KIND --data DIR --output FILE`` writes a sample with its texts to be read. Two
people judge it, blind to each other, each in a CSV file with ``case`` and ``verdict`` (1 right, 0 wrong);
``python -m benchmarks.judging keep KIND FILE FIRST SECOND`` keeps their verdicts in ``verdicts/KIND.csv`` with ids and
offsets alone, for the texts belong to their publishers.
"""

import csv
import json
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

import reliability
from benchmarks.events import clusters
from benchmarks.furniture import known
from benchmarks.progress import track
from reliability.records import Event, Span

SETS = ("allsides_events", "ecbplus")
WITH_OUTLETS = (*SETS, "basil", "buzzfeed_2016", "fakes_syria")  # also sets whose articles have outlets
VERDICTS = Path(__file__).parent / "verdicts"
app = typer.Typer(help="Samples for people to judge.")
_AROUND = 220  # characters on either side that a reader is shown
_OPENING = 900  # ... and from the beginning of two articles that were merged


@dataclass(frozen=True, slots=True)
class Case:
    """One statement of the library about an event.

    Attributes:
        event: The event's id.
        places: The characters that the statement rests on, its own first.
        message: The statement in words.
    """

    event: str
    places: tuple[Span, ...]
    message: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other cases, without a word of the text."""
        return self.event, " ".join(map(_place, self.places))


def alarms(feature: str) -> Callable[[Event, "reliability.Ranking"], Iterator[Case]]:
    """A kind of case: every fault that one feature finds in the articles of an event, each held against two others."""

    def found(event: Event, ranking: "reliability.Ranking") -> Iterator[Case]:
        for card in ranking:
            for piece in card.evidence:
                if piece.feature == feature and piece.verdict in {"conflicts", "altered"} and piece.severity:
                    yield Case(event.id, (piece.span, *piece.against[:2]), piece.message)

    return found


def facts(event: Event, ranking: "reliability.Ranking") -> Iterator[Case]:
    """A kind of case: every fact of an event, with up to three of the places that support it."""
    for fact in ranking.consensus.facts:
        yield Case(event.id, fact.support[:3], f"{fact.kind}: {fact.label}")


def origins(event: Event, ranking: "reliability.Ranking") -> Iterator[Case]:
    """A kind of case: every two articles of an event that are taken for copies of one text."""
    length = {article.id: len(article.text) for article in event.articles}
    for group in ranking.consensus.origins:
        for other in group[1:]:
            spans = (Span(group[0], 0, length[group[0]]), Span(other, 0, length[other]))
            yield Case(event.id, spans, "copies of one text")


KINDS: dict[str, Callable[[Event, "reliability.Ranking"], Iterator[Case]]] = {
    **{feature.name: alarms(feature.name) for feature in reliability.FEATURES},
    "facts": facts,
    "origins": origins,
}


def furniture(events: Sequence[Event]) -> Iterator[Case]:
    """A kind of case: every line known from an outlet's articles on other events."""
    for event, span, message in known(events):
        yield Case(event.id, (span,), message)


ARCHIVES: dict[str, Callable[[Sequence[Event]], Iterator[Case]]] = {"furniture": furniture}


def cases(kind: str, events: list[Event], of: Collection[str] | None = None) -> list[Case]:
    """All cases of a kind in some events, or in those ``of`` them that are named; all of them may be looked at for it."""
    if kind in ARCHIVES:
        return [case for case in ARCHIVES[kind](events) if of is None or case.event in of]
    drawn = []
    wanted = [event for event in events if of is None or event.id in of]
    for event in track(wanted, kind, len(wanted)):
        drawn += KINDS[kind](event, reliability.score(event))
    return drawn


def recorded(kind: str) -> dict[tuple[str, str], tuple[int, ...]]:
    """What people judged of a kind, by case: 1 where the library is right, one number for each of them."""
    path = VERDICTS / f"{kind}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["event"], row["places"]): (int(row["first"]), int(row["second"]))
            for row in csv.DictReader(lines)
        }


@app.command()
def draw(
    kind: Annotated[str, typer.Argument(help=f"One of {', '.join((*KINDS, *ARCHIVES))}.")],
    data: Annotated[Path, typer.Option(envvar="RELIABILITY_DATA", file_okay=False)],
    output: Annotated[
        Path, typer.Option(dir_okay=False, help="Where the sample goes, a JSON object a line.")
    ],
    count: int = 100,
    seed: int = 7,
) -> None:
    """Writes a sample of cases with the text around them, for somebody to judge."""
    if kind not in KINDS and kind not in ARCHIVES:
        raise typer.BadParameter(f"there is no kind {kind!r}; there are {', '.join((*KINDS, *ARCHIVES))}")
    sets = WITH_OUTLETS if kind in ARCHIVES else SETS
    events = {event.id: event for name in sets for event in clusters(data, name)}
    drawn = cases(kind, list(events.values()))
    random.Random(seed).shuffle(drawn)  # noqa: S311 - a sample, no secret
    if kind in ARCHIVES:  # each line of an outlet once
        drawn = list({_line(events[case.event], case.places[0]): case for case in reversed(drawn)}.values())
    with output.open("w", encoding="utf-8") as out:
        for number, case in enumerate(drawn[:count]):
            event, places = case.key
            shown = [_shown(events[case.event], span) for span in case.places]
            row = {"case": number, "event": event, "places": places, "says": case.message, "texts": shown}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    typer.echo(f"{len(drawn)} cases, {min(count, len(drawn))} written to {output}", err=True)


@app.command()
def keep(kind: str, sample: Path, first: Path, second: Path) -> None:
    """Keeps what two people judged of a sample, beside what was kept before."""
    verdicts = recorded(kind)
    own, other = _verdicts(first, kind), _verdicts(second, kind)
    for line in sample.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        verdicts[row["event"], row["places"]] = own[row["case"]], other[row["case"]]
    with (VERDICTS / f"{kind}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("event", "places", "first", "second"))
        writer.writerows((*key, *pair) for key, pair in sorted(verdicts.items()))


def _verdicts(path: Path, kind: str) -> dict[int, int]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            int(row["case"]): int(row["verdict"])
            for row in csv.DictReader(lines)
            if row.get("kind", kind) == kind
        }


def _line(event: Event, span: Span) -> tuple[str | None, str]:
    article = next(article for article in event.articles if article.id == span.article_id)
    return article.source, article.text[span.start : span.end]


def _place(span: Span) -> str:
    return f"{span.article_id}:{span.field}:{span.start}-{span.end}"


def _shown(event: Event, span: Span) -> str:
    article = next(article for article in event.articles if article.id == span.article_id)
    text = article.text if span.field == "text" else article.title or ""
    if len(span) == len(text) > _OPENING:
        return f"{article.source}: {text[:_OPENING]} …"
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return f"{article.source}, {article.title!r}: … {before}[[{text[span.start : span.end]}]]{after} …"


if __name__ == "__main__":
    app()
