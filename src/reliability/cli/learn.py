"""The command that learns what outlets print everywhere."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from reliability.cli.ending import end, refusals
from reliability.cli.options import Paths, events
from reliability.records import InputError, Problem
from reliability.report.excerpt import visible
from reliability.report.terminal import Progress, show


def learn_furniture(
    paths: Paths,
    output: Annotated[
        Path,
        typer.Option("--output", metavar="FILE", dir_okay=False, help="Where what was learnt is written."),
    ],
) -> None:
    """Learn what outlets print in article after article, whatever these are about.

    The articles need a `source` or `url`; which events they belong to makes no difference. The file holds hashes and
    counts, no text; give it to `score` with --furniture.
    """
    from reliability.learning import learn_furniture as learnt  # late: it brings the pipeline

    problems: list[Problem] = []
    done = 0
    with refusals(problems), Progress("read") as progress:
        if not output.parent.is_dir():
            raise InputError("cannot be written: there is no such folder", file=str(output))

        def count(_: object) -> None:
            nonlocal done
            done += 1
            progress.count()

        found = learnt(events(paths, problems), on_article=count, on_problem=problems.append)
        found.save(output)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("outlet", overflow="fold")
    table.add_column("articles", justify="right")
    table.add_column("lines", justify="right")
    for name, standing in found.outlets.items():
        if standing.lines:
            table.add_row(Text(visible(name)), str(standing.articles), str(len(standing.lines)))
    if table.row_count:
        show(table)
    show(
        Text(
            f"{sum(len(standing.lines) for standing in found.outlets.values())} lines that recur, of {table.row_count} "
            f"of {len(found.outlets)} outlets. Written to {visible(str(output))}."
        )
    )
    end(done, problems)
