"""The command line: reads files, prints rankings."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from reliability.ranking import score_events
from reliability.records import ConfigError, Event, InputError, Problem
from reliability.report.explanation import Explanation
from reliability.report.terminal import Progress, complain, show
from reliability.report.writer import Format, Writer
from reliability.scoring.config import Config, as_config

SCORED, SOME_BAD, NOTHING = 0, 1, 2  # exit status

app = typer.Typer(
    help="Which of several news articles about one event can be trusted, and why?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...", exists=True, help="Folders of articles, or .txt, .json and .jsonl files."
    ),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="A weights file; see `reliability config`.")
]
Weights = Annotated[
    list[str] | None,
    typer.Option("--weight", metavar="NAME=NUMBER", help="Another weight for a feature; repeatable."),
]


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


@app.command()
def score(
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", help="How to write the rankings.")] = Format.table,  # noqa: A002
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", dir_okay=False, help="Write to a file instead.")
    ] = None,
    config: ConfigFile = None,
    weight: Weights = None,
) -> None:
    """Rank the articles of every event in PATH.

    Exit status: 0 all scored; 1 some records were bad, the rest is scored; 2 nothing scored, or wrong usage.
    """
    problems: list[Problem] = []
    with _refusals(problems), Writer(format, output) as written, Progress() as progress:
        try:
            for ranking in score_events(
                _events(paths, problems), _config(config, weight), on_problem=problems.append
            ):
                with progress.aside():
                    written.add(ranking)
        except InputError as error:
            problems.append(error.problem)
    _end(written.count, problems)


@app.command()
def explain(
    paths: Paths,
    article: Annotated[str, typer.Option("--article", metavar="ID", help="Its id, or the beginning of it.")],
    config: ConfigFile = None,
    weight: Weights = None,
) -> None:
    """Every point of one article's score, and the words that each rests on."""
    problems: list[Problem] = []
    with _refusals(problems):
        settings = _config(config, weight)
        found = _find(article, _events(paths, problems))
        for event, name in found:
            for ranking in score_events([event], settings, on_problem=problems.append):
                show(Explanation(ranking, ranking[name]))
    _end(len(found), problems)


@app.command()
def features() -> None:
    """What is measured, what it weighs, and the question it answers."""
    from reliability.features import FEATURES

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("feature", no_wrap=True)
    table.add_column("weight", justify="right", no_wrap=True)
    table.add_column("question", overflow="fold")
    for feature in FEATURES:
        question = (type(feature).__doc__ or "").strip().split("\n")[0]
        table.add_row(Text(feature.name), f"{Config.default().share(feature.name):.1f}", Text(question))
    show(table)


@app.command()
def config() -> None:
    """Print the default weights file, to be changed and given back with --config."""
    sys.stdout.write(Config.default().to_toml())


def main() -> None:
    """Runs the command line."""
    app(prog_name="reliability")


def _config(path: Path | None, weights: list[str] | None) -> Config:
    from reliability.features import FEATURES

    names = [feature.name for feature in FEATURES]
    settings = as_config(path, names)
    given: dict[str, float] = {}
    for pair in weights or ():
        name, _, text = pair.partition("=")
        try:
            given[name.strip()] = float(text)
        except ValueError:
            raise ConfigError(f"write NAME=NUMBER, not {pair!r}", field="--weight") from None
    return settings.with_weights(given, known=names)


def _events(paths: list[Path], problems: list[Problem]) -> Iterator[Event]:
    from reliability.intake import read_events

    for record in read_events(paths):
        if isinstance(record, Problem):
            problems.append(record)
        else:
            yield record


def _find(wanted: str, events: Iterable[Event]) -> list[tuple[Event, str]]:
    """The events with an article of that id, or of the one id that begins so."""
    seen: set[str] = set()
    matches: list[tuple[Event, str]] = []
    for event in events:
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


@contextmanager
def _refusals(problems: list[Problem]) -> Iterator[None]:
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


def _end(scored: int, problems: list[Problem]) -> None:
    """Reports what could not be read, and sets the exit status."""
    for problem in problems:
        complain(str(problem))
    if not scored and not problems:
        complain("there are no articles in what was given")
    raise typer.Exit(NOTHING if not scored else SOME_BAD if problems else SCORED)
