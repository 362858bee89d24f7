"""Pages, complaints and progress on the streams of the process."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from rich.console import Console, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from reliability.report.excerpt import visible
from reliability.report.text import as_text


def show(page: RenderableType) -> None:
    """Prints a page: in colour where a person is watching, as clean text in a pipe."""
    console = _console()
    if console.is_terminal:
        console.print(page)
    else:
        print(as_text(page, console.width), flush=True)  # noqa: T201


def complain(sentence: str) -> None:
    """Prints what is wrong, on standard error and in one line, however long."""
    _console(stderr=True).print(Text.assemble(("error: ", "bold red"), visible(sentence)), soft_wrap=True)


class Progress:
    """A spinner on standard error while a person is watching, and nothing otherwise.

    Args:
        what: What is done to each thing that is counted.
    """

    def __init__(self, what: str = "scored") -> None:
        self._what = what
        console = _console(stderr=True)
        self._done = 0
        self._live: Live | None = None
        if console.is_terminal:
            # left alone, Live would send all that is printed meanwhile to standard error
            self._live = Live(console=console, transient=True, redirect_stdout=False, redirect_stderr=False)

    def __enter__(self) -> Self:
        """Shows the spinner."""
        if self._live:
            self._live.update(Spinner("dots", f"{self._done} {self._what}" if self._done else "Reading"))
            self._live.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Takes the spinner away."""
        if self._live:
            self._live.stop()

    def count(self) -> None:
        """Counts one more thing, for work that prints nothing before its end."""
        self._done += 1
        if self._live:
            self._live.update(Spinner("dots", f"{self._done} {self._what}"))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Steps aside while a ranking is printed, perhaps on the same terminal, and counts it."""
        self.__exit__()
        yield
        self._done += 1
        self.__enter__()


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
