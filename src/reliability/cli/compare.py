"""The command that shows what other weights would change."""

from pathlib import Path
from typing import Annotated

import typer

from reliability.cli.ending import end, refusals
from reliability.cli.options import Paths, events, settings
from reliability.pipeline import rank
from reliability.records import Problem
from reliability.report.changes import ChangesText
from reliability.report.terminal import Progress, show
from reliability.scoring.changes import changes


def compare(
    before: Annotated[
        Path, typer.Argument(metavar="A.toml", exists=True, dir_okay=False, help="A weights file.")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="B.toml", exists=True, dir_okay=False, help="Another weights file.")
    ],
    paths: Paths,
) -> None:
    """Which articles change rank from the weights of A to those of B, and which features' points move them?"""
    from reliability.features import FEATURES

    problems: list[Problem] = []
    done = changed = 0
    with refusals(problems), Progress() as progress:
        old, new = settings(before), settings(after)
        for event in events(paths, problems):
            found = changes(rank(event, old, FEATURES)[0], rank(event, new, FEATURES)[0])
            done += 1
            changed += bool(found)
            with progress.aside():
                if found:
                    show(ChangesText(event.id, found))
        if done:
            with progress.aside():
                show(f"{changed} of {done} {'event' if done == 1 else 'events'} ranked otherwise.")
    end(done, problems)
