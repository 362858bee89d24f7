"""What the commands are told, and what they make of it: events, settings, features' weights."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from reliability.records import ConfigError, Event, Problem
from reliability.scoring.config import Config, as_config

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


Priors = Annotated[
    Path | None,
    typer.Option(
        "--priors", metavar="FILE", help="Ratings of outlets, 0 to 1: a CSV file with domain,reliability."
    ),
]
FurnitureFile = Annotated[
    Path | None,
    typer.Option(
        "--furniture",
        metavar="FILE",
        help="What outlets print everywhere; see `reliability learn-furniture`.",
    ),
]


def settings(
    path: Path | None,
    weights: list[str] | None = None,
    priors: Path | None = None,
    furniture: Path | None = None,
) -> Config:
    """The settings of a file, or the default ones, with some weights, the ratings of outlets and their furniture changed.

    Raises:
        ConfigError: For a file, a weight or a rating that cannot be used.
        InputError: For a file of ratings or furniture that cannot be read.
    """
    from reliability.features import FEATURES

    names = [feature.name for feature in FEATURES]
    chosen = as_config(path, names)
    given: dict[str, float] = {}
    for pair in weights or ():
        name, _, text = pair.partition("=")
        try:
            given[name.strip()] = float(text)
        except ValueError:
            raise ConfigError(f"write NAME=NUMBER, not {pair!r}", field="--weight") from None
    chosen = chosen.with_weights(given, known=names)
    chosen = chosen if priors is None else chosen.with_priors(priors)
    return chosen if furniture is None else chosen.with_furniture(furniture)


def events(paths: list[Path], problems: list[Problem]) -> Iterator[Event]:
    """The events of files and folders; what cannot be read is added to ``problems``."""
    from reliability.intake import read_events

    for record in read_events(paths):
        if isinstance(record, Problem):
            problems.append(record)
        else:
            yield record
