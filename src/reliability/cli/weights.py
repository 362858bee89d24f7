"""The commands that show what is measured and what it weighs: ``features`` and ``config``."""

import sys

from rich.table import Table
from rich.text import Text

from reliability.report.terminal import show
from reliability.scoring.config import Config


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


def config() -> None:
    """Print the default weights file, to be changed and given back with --config."""
    sys.stdout.write(Config.default().to_toml())
