"""The command line: reads files, prints rankings."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from reliability.ranking import Ranking, score_events
from reliability.records import ConfigError, Event, InputError, Problem
from reliability.report.excerpt import visible
from reliability.report.explanation import Explanation
from reliability.report.text import RankingText, as_text
from reliability.scoring.config import Config, as_config

SCORED, SOME_BAD, NOTHING = 0, 1, 2  # exit status

app = typer.Typer(
    help="Which of several news articles about one event can be trusted, and why?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How rankings are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


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


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)
    ] = False,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # half a surrogate pair must not end the run
    if version:
        import reliability

        typer.echo(f"reliability {reliability.__version__}")
        raise typer.Exit(SCORED)


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
    with _refusals(), _Output(format, output) as written, _Progress() as progress:
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
    with _refusals():
        settings = _config(config, weight)
        found = _find(article, _events(paths, problems))
        for ranking in score_events([event for event, _ in found], settings, on_problem=problems.append):
            wanted = next(name for event, name in found if event.id == ranking.event.id)
            _print(Explanation(ranking, ranking[wanted]))
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
    _print(table)


@app.command()
def config() -> None:
    """Print the default weights file, to be changed and given back with --config."""
    sys.stdout.write(Config.default().to_toml())


def main() -> None:
    """Runs the command line."""
    app(prog_name="reliability")


class _Output:
    """Where rankings go: each as it comes, save that JSON is one value and waits for the last."""

    def __init__(self, form: Format, path: Path | None) -> None:
        self.count = 0
        self._form, self._path = form, path
        self._file: Any = None
        self._waiting: list[dict[str, Any]] = []

    def __enter__(self) -> "_Output":
        if self._path and not self._path.parent.is_dir():
            raise InputError("cannot be written: there is no such folder", file=str(self._path))
        return self

    def add(self, ranking: Ranking) -> None:
        self.count += 1
        match self._form:
            case Format.json:
                self._waiting.append(ranking.to_dict())
            case Format.jsonl:
                self._write(ranking.to_json())
            case Format.table if self._path:
                self._write(("\n" if self.count > 1 else "") + str(ranking))
            case Format.table:
                _print("" if self.count > 1 else None, RankingText(ranking))

    def __exit__(self, *error: object) -> None:
        if self._waiting:
            whole = self._waiting[0] if self.count == 1 else self._waiting
            self._write(json.dumps(whole, indent=2, allow_nan=False))
        if self._file:
            self._file.close()

    def _write(self, text: str) -> None:
        if self._path is None:
            print(text, flush=True)  # noqa: T201
            return
        if self._file is None:  # opened late: a run that scores nothing leaves an older file as it was
            self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace")
        print(text, file=self._file, flush=True)


class _Progress:
    """A spinner on standard error while a person is watching, and nothing otherwise."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._done = 0
        self._live = (
            Live(
                Spinner("dots", "Reading"),
                console=console,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            if console.is_terminal
            else None
        )

    def __enter__(self) -> "_Progress":
        if self._live:
            self._live.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._live:
            self._live.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Steps aside while a ranking is printed, perhaps on the same terminal."""
        if self._live is None:
            yield
            return
        self._live.stop()
        yield
        self._done += 1
        self._live.update(Spinner("dots", f"{self._done} scored"))
        self._live.start()


def _config(path: Path | None, weights: list[str] | None) -> Config:
    from reliability.features import FEATURES

    names = [feature.name for feature in FEATURES]
    settings = as_config(path, names)
    given: dict[str, float] = {}
    for pair in weights or ():
        name, equals, text = pair.partition("=")
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
    if exact or len(beginnings) == 1:
        return exact or matches
    if beginnings:
        raise InputError(
            f"{wanted!r} begins several ids; write more of one of {', '.join(beginnings[:5])}",
            field="--article",
        )
    nearest = get_close_matches(wanted, sorted(seen), n=5, cutoff=0.0)
    raise InputError(
        f"no article has the id {wanted!r}; the nearest are {', '.join(nearest)}", field="--article"
    )


@contextmanager
def _refusals() -> Iterator[None]:
    """Ends the run with a sentence where it was asked for what cannot be done."""
    try:
        yield
    except (InputError, ConfigError) as error:
        _complain(str(error))
        raise typer.Exit(NOTHING) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}")
        raise typer.Exit(NOTHING) from error


def _end(scored: int, problems: list[Problem]) -> None:
    """Reports what could not be read, and sets the exit status."""
    for problem in problems:
        _complain(str(problem))
    if not scored and not problems:
        _complain("there are no articles in what was given")
    raise typer.Exit(NOTHING if not scored else SOME_BAD if problems else SCORED)


def _complain(sentence: str) -> None:
    _console(stderr=True).print(Text.assemble(("error: ", "bold red"), visible(sentence)), soft_wrap=True)


def _print(*pages: RenderableType | None) -> None:
    console = _console()
    for page in pages:
        if page is None:
            continue
        if console.is_terminal:
            console.print(page)
        else:
            print(as_text(page, console.width), flush=True)  # noqa: T201


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
