"""What is said while a benchmark runs: on standard error, so that results can be piped."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track as _track

Thing = TypeVar("Thing")
_console = Console(stderr=True, highlight=False, markup=False)


def say(sentence: str) -> None:
    """Prints one line."""
    _console.print(sentence, soft_wrap=True)


def track(things: Iterable[Thing], what: str, total: int | None = None) -> Iterator[Thing]:
    """The same things, with a bar while a person is watching."""
    yield from _track(things, what, total, console=_console, transient=True, disable=not _console.is_terminal)
