"""The commands that score: ``score`` ranks events, ``explain`` shows one article's points."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from reliability.cli.ending import end, refusals
from reliability.cli.options import ConfigFile, FurnitureFile, Paths, Priors, Weights, events, settings
from reliability.ranking import score_events
from reliability.records import Event, InputError, Problem
from reliability.report.explanation import Explanation
from reliability.report.terminal import Progress, show
from reliability.report.writer import Format, Writer


def score(
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", help="How to write the rankings.")] = Format.table,  # noqa: A002
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", dir_okay=False, help="Write to a file instead.")
    ] = None,
    config: ConfigFile = None,
    weight: Weights = None,
    priors: Priors = None,
    furniture: FurnitureFile = None,
) -> None:
    """Rank the articles of every event in PATH.

    Exit status: 0 all scored; 1 some records were bad, the rest is scored; 2 nothing scored, or wrong usage.
    """
    problems: list[Problem] = []
    with refusals(problems), Writer(format, output) as written, Progress() as progress:
        try:
            for ranking in score_events(
                events(paths, problems),
                settings(config, weight, priors, furniture),
                on_problem=problems.append,
            ):
                with progress.aside():
                    written.add(ranking)
        except InputError as error:
            problems.append(error.problem)
    end(written.count, problems)


def explain(
    paths: Paths,
    article: Annotated[str, typer.Option("--article", metavar="ID", help="Its id, or the beginning of it.")],
    config: ConfigFile = None,
    weight: Weights = None,
    priors: Priors = None,
    furniture: FurnitureFile = None,
) -> None:
    """Every point of one article's score, and the words that each rests on."""
    problems: list[Problem] = []
    with refusals(problems):
        chosen = settings(config, weight, priors, furniture)
        found = _find(article, events(paths, problems))
        for event, name in found:
            for ranking in score_events([event], chosen, on_problem=problems.append):
                show(Explanation(ranking, ranking[name]))
    end(len(found), problems)


def _find(wanted: str, given: Iterable[Event]) -> list[tuple[Event, str]]:
    """The events with an article of that id, or of the one id that begins so."""
    seen: set[str] = set()
    matches: list[tuple[Event, str]] = []
    for event in given:
        ids = [article.id for article in event.articles]
        seen.update(ids)
        matches += [(event, name) for name in ids if name.startswith(wanted)]
    exact = [(event, name) for event, name in matches if name == wanted]
    beginnings = sorted({name for _, name in matches})
    if exact or len(beginnings) == 1 or not seen:
        return exact or matches
    if beginnings:
        raise InputError(
            f"{wanted!r} begins several ids: {', '.join(beginnings[:9])}; write more of it", field="--article"
        )
    nearest = get_close_matches(wanted, sorted(seen), n=5, cutoff=0.0)
    raise InputError(
        f"no article has the id {wanted!r}; the nearest are {', '.join(nearest)}", field="--article"
    )
