"""Which articles of an event change rank, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from reliability.report.excerpt import visible
from reliability.scoring.changes import Change

_SHOWN = 3  # features and articles named in a row: more than the largest few move nothing
_LEAST = 0.05  # points; less is printed as 0.0


@dataclass(frozen=True)
class ChangesText:
    """An event and its articles whose rank is another one.

    Attributes:
        event: The event's id.
        changes: What changed.
    """

    event: str
    changes: Sequence[Change]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A title and a row per article."""
        yield Text(visible(self.event), style="bold")
        table = Table(box=None, padding=(0, 2, 0, 1))
        table.add_column("article", overflow="fold")
        table.add_column("rank", no_wrap=True)
        table.add_column("score", no_wrap=True)
        table.add_column("why", overflow="fold", ratio=1)
        for change in self.changes:
            table.add_row(
                Text(visible(change.article_id)),
                f"{change.ranks[0]} → {change.ranks[1]}",
                f"{change.scores[0]:.1f} → {change.scores[1]:.1f}",
                Text(why(change)),
            )
        yield table
        yield ""


def why(change: Change) -> str:
    """Against whom the article rises or falls, and how many points each feature moves its lead."""
    moves = [
        f"{verb} {_names(ids)}"
        for verb, ids in (("rises against", change.rises_against), ("falls against", change.falls_against))
        if ids
    ]
    points = [f"{feature} {moved:+.1f}" for feature, moved in change.moved if abs(moved) >= _LEAST]
    said = "; ".join(moves)
    return f"{said}: {', '.join(points[:_SHOWN])} points" if points else said


def _names(ids: Sequence[str]) -> str:
    shown = [visible(name) for name in ids[:_SHOWN]]
    return ", ".join(shown) + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
