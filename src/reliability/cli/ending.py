"""How a command ends: what was wrong, and the exit status."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from reliability.records import ConfigError, InputError, Problem
from reliability.report.terminal import complain

SCORED, SOME_BAD, NOTHING = 0, 1, 2  # exit status


@contextmanager
def refusals(problems: list[Problem]) -> Iterator[None]:
    """Ends the run with a sentence where it was asked for what cannot be done, after the problems met so far."""
    try:
        yield
    except (InputError, ConfigError) as error:
        for problem in problems:
            complain(str(problem))
        complain(str(error))
        raise typer.Exit(NOTHING) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}")
        raise typer.Exit(NOTHING) from error


def end(done: int, problems: Sequence[Problem]) -> None:
    """Reports what could not be read, and sets the exit status."""
    for problem in problems:
        complain(str(problem))
    if not done and not problems:
        complain("there are no articles in what was given")
    raise typer.Exit(NOTHING if not done else SOME_BAD if problems else SCORED)
