"""``python -m benchmarks``: runs benchmarks and prints a table of each."""

import json
import math
import os
import platform
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from benchmarks import BENCHMARKS
from benchmarks.events import FIXTURES
from benchmarks.page import page
from benchmarks.progress import say

Results = Mapping[str, Mapping[str, float]]
LIBRARIES = ("numpy", "scikit-learn", "textstat", "rapidfuzz", "quantulum3", "nela-features")
COLUMNS = 5  # datasets side by side


def main(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="All, unless named.")] = None,
    data: Annotated[
        Path, typer.Option(envvar="RELIABILITY_DATA", file_okay=False, help="The folder of evaluation data.")
    ] = FIXTURES,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", dir_okay=False, help="Write the results here too."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print what there is, and stop.")] = False,
) -> None:
    """Measures the library: the figures that matter on one page, or all of those of the benchmarks named.

    Each stands with what it is to be held against.

    The JSON of one benchmark is {"benchmark": name, "results": {dataset: {metric: number}}, "versions": {...}}; that of
    several holds such an object under the name of each.
    """
    console = Console(highlight=False, markup=False)
    if listed:
        for name in BENCHMARKS:
            console.print(f"{name:22}{question(module(name))}", soft_wrap=True)
        return
    unknown = [name for name in names or () if name not in BENCHMARKS]
    if unknown:
        raise typer.BadParameter(f"there is no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}")
    if not data.is_dir():
        raise typer.BadParameter(f"there is no folder {data}", param_hint="--data")
    records: dict[str, dict[str, Any]] = {}
    for name in names or BENCHMARKS:
        say(f"{name}: running on {data}")
        results = finite(module(name).run(data))
        records[name] = {"benchmark": name, "results": results, "versions": versions()}
        whole = tables(name, results, getattr(module(name), "BESIDE", {}))
        short = [page(module(name), question(module(name)), results, cell)] if results else []
        for table in whole if names else short:
            console.print(table, "")
        if json_file is not None:  # after each, so that an interrupted run keeps what it has
            kept = records[name] if len(names or BENCHMARKS) == 1 else records
            json_file.write_text(json.dumps(kept, indent=2, allow_nan=False) + "\n", encoding="utf-8")
    console.print(", ".join(f"{library} {number}" for library, number in versions().items()), soft_wrap=True)


def module(name: str) -> ModuleType:
    """The module of a benchmark."""
    return import_module(f"benchmarks.{name}")


def question(benchmark: ModuleType) -> str:
    """What a benchmark asks: the first line of its docstring."""
    return (benchmark.__doc__ or "").strip().split("\n")[0]


def finite(results: Results) -> dict[str, dict[str, float]]:
    """The results without what is no number: a metric that nothing could be measured of is not there."""
    return {
        dataset: {name: float(number) for name, number in metrics.items() if math.isfinite(number)}
        for dataset, metrics in results.items()
    }


def tables(name: str, results: Results, beside: Mapping[str, str]) -> list[Table]:
    """A row per metric and a column per dataset, some datasets to a table; intervals stand with their metric."""
    datasets = list(results)
    found = []
    for start in range(0, len(datasets), COLUMNS):
        shown = datasets[start : start + COLUMNS]
        metrics = dict.fromkeys(metric for dataset in shown for metric in results[dataset])
        table = Table(title=name, title_justify="left")
        table.add_column("metric", no_wrap=True)
        for dataset in shown:
            table.add_column(dataset, justify="right", overflow="fold")
        for metric in metrics:
            if metric.removesuffix("_low").removesuffix("_high") in metrics and metric.endswith(
                ("_low", "_high")
            ):
                continue
            cells = [cell(results[dataset], metric) for dataset in shown]
            table.add_row(metric, *cells)
        table.caption = "\n".join(
            f"{metric}: {words}" for metric, words in beside.items() if metric in metrics
        )
        table.caption_justify = "left"
        found.append(table)
    return found


def cell(metrics: Mapping[str, float], metric: str) -> str:
    """A figure, with its interval where there is one."""
    if metric not in metrics:
        return ""
    low, high = metrics.get(f"{metric}_low"), metrics.get(f"{metric}_high")
    around = "" if low is None or high is None else f" ({figure(low)}-{figure(high)})"
    return figure(metrics[metric]) + around


def figure(number: float) -> str:
    """A number with three digits that count, and whole where it is large."""
    return f"{number:,.0f}" if number == int(number) or abs(number) >= 1000 else f"{number:.3g}"


def versions() -> dict[str, str]:
    """What the figures depend on besides the code."""
    found = {"python": platform.python_version(), "machine": f"{platform.machine()}, {os.cpu_count()} cores"}
    for library in ("source-reliability", *LIBRARIES):
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    typer.run(main)
