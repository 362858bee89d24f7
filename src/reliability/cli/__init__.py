"""The command line: reads files, prints rankings. A module per group of commands."""

import io
import sys
from typing import Annotated

import typer

from reliability.cli.compare import compare
from reliability.cli.ending import SCORED
from reliability.cli.learn import learn_furniture
from reliability.cli.score import explain, score
from reliability.cli.tune import tune
from reliability.cli.weights import config, features

app = typer.Typer(
    help="Which of several news articles about one event can be trusted, and why?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (score, explain, features, config, tune, compare, learn_furniture):
    app.command()(command)


def main() -> None:
    """Runs the command line."""
    app(prog_name="reliability")


def _version(wanted: bool) -> None:
    if wanted:
        import reliability

        typer.echo(f"reliability {reliability.__version__}")
        raise typer.Exit(SCORED)


@app.callback()
def _start(
    version: Annotated[  # noqa: ARG001  (its callback answers it)
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show must not end the run
