"""The command that tunes weights to labelled events."""

from pathlib import Path
from typing import Annotated

import typer

from reliability.cli.ending import end, refusals
from reliability.cli.options import ConfigFile, Paths, Weights, events, settings
from reliability.records import InputError, Problem
from reliability.report.terminal import Progress, show
from reliability.report.tuning import TuningText


def tune(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", dir_okay=False, help="Write the tuned weights to a file."),
    ] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--pairs",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help='Comparisons, a line each: {"event": ..., "better": ID, "worse": ID}.',
        ),
    ] = None,
    config: ConfigFile = None,
    weight: Weights = None,
) -> None:
    """Fit the weights to labelled events: which ones put the better articles ahead?

    An article's `label` is 1 (reliable), 0 (not) or a grade between; articles of one event are compared. Accuracy is
    reported for events, and outlets, that were left out of the fit.
    """
    from reliability.tuning import study  # late: it brings the pipeline

    problems: list[Problem] = []
    with refusals(problems), Progress() as progress:
        if output and not output.parent.is_dir():
            raise InputError("cannot be written: there is no such folder", file=str(output))
        chosen = settings(config, weight)
        compared = _pairs(pairs) if pairs else []
        found = study(
            events(paths, problems),
            chosen,
            pairs=compared,
            on_event=lambda _: progress.count(),
            on_problem=problems.append,
        )
        if output:
            found.config.save(output)
    show(TuningText(found, str(output) if output else None))
    end(found.after.events, problems)


def _pairs(path: Path) -> list[tuple[str, str, str]]:
    from reliability.intake.files import json_lines

    found = []
    for entry in json_lines(path):
        if isinstance(entry, Problem):
            raise InputError(entry.message, file=entry.file, line=entry.line, field=entry.field)
        place, value = entry
        names = [value.get(key) for key in ("event", "better", "worse")]
        if not all(isinstance(name, str) for name in names):
            raise InputError(
                'this is no comparison; write {"event": ID, "better": ID, "worse": ID}, each a text',
                file=place.file,
                line=place.line,
            )
        found.append((str(names[0]), str(names[1]), str(names[2])))
    return found
