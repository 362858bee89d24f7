"""What tuning found, as a page of text."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from reliability.report.excerpt import visible
from reliability.scoring.accuracy import Accuracy
from reliability.scoring.tuning import Tuning


@dataclass(frozen=True)
class TuningText:
    """Accuracy before and after, the weights before and after, and what to make of it.

    Attributes:
        tuning: What was found.
        file: Where the weights were written, if they were.
    """

    tuning: Tuning
    file: str | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page."""
        found = self.tuning
        yield Text(
            f"Tuned on {_count(found.after.events, 'event')}: {_count(found.after.pairs, 'pair')} of "
            f"{_count(found.articles, 'article')}. A pair is right where the better article scores higher; a tie "
            "is half right; every event counts alike. New are events, and outlets, left out of the fit; in brackets "
            "stand 95% intervals by event."
        )
        yield ""
        yield _accuracies(found)
        yield ""
        yield _weights(found)
        yield ""
        yield Text(found.verdict)
        if self.file is None:
            yield Text("Nothing was written; give --output FILE to keep the weights.")
        else:
            yield Text(f"Written to {visible(self.file)}.")


def _accuracies(found: Tuning) -> Table:
    table = _table("pairs put right", "before", "after", "gain")
    rows = [("new events", found.before, found.after, found.gain)]
    if found.outlets_before and found.outlets_after and found.outlets_gain:
        rows.append(("new outlets too", found.outlets_before, found.outlets_after, found.outlets_gain))
    for name, before, after, gain in rows:
        table.add_row(name, _share(before), _share(after), _difference(gain))
    return table


def _weights(found: Tuning) -> Table:
    table = _table("feature", "weight before", "after")
    for name in found.config.features:
        table.add_row(name, f"{found.present.share(name):.1f}", f"{found.config.share(name):.1f}")
    return table


def _table(first: str, *rest: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(first, no_wrap=True)
    for name in rest:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _share(accuracy: Accuracy) -> str:
    return f"{accuracy.value:.2f} ({accuracy.low:.2f}-{accuracy.high:.2f})"


def _difference(gain: Accuracy) -> str:
    return f"{gain.value:+.2f} ({gain.low:+.2f} to {gain.high:+.2f})"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
