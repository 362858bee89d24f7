"""All benchmarks on one page: of each its question, the figures that matter, and what they are held against.

A benchmark names its figures in ``PAGE``, else they are those of ``SHOWN``, else those it holds against something. A
dataset that is called after another one and a suffix (``emergent_fnc_tuned``) is a variant of it, and becomes a row.
"""

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType

from rich.console import Group
from rich.table import Table
from rich.text import Text

Metrics = Mapping[str, float]
_FEW = 6  # figures of a benchmark that names none


def page(
    benchmark: ModuleType,
    question: str,
    results: Mapping[str, Metrics],
    cell: Callable[[Metrics, str], str],
) -> Group:
    """One benchmark's part of the page: a row per figure, a column per dataset."""
    beside: Mapping[str, str] = getattr(benchmark, "BESIDE", {})
    metrics = _chosen(benchmark, results, beside)
    bases = [name for name in results if base(name, results) == name]
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for name in bases:
        table.add_column(name, justify="right", overflow="fold")
    for metric in metrics:
        table.add_row(metric, *(cell(results[name], metric) for name in bases))
    variants = dict.fromkeys(
        name.removeprefix(base(name, results) + "_") for name in results if name not in bases
    )
    for variant in variants if metrics else ():
        cells = (cell(results.get(f"{name}_{variant}", {}), metrics[0]) for name in bases)
        table.add_row(f"{metrics[0]}, {variant}", *cells)
    held_against = "\n".join(f"{metric}: {beside[metric]}" for metric in metrics if metric in beside)
    return Group(Text(f"{benchmark.NAME}: {question}", "bold"), table, Text(held_against, "dim"))


def base(name: str, datasets: Mapping[str, object]) -> str:
    """The dataset that a variant is called after; itself where it is none."""
    return min((other for other in datasets if name == other or name.startswith(f"{other}_")), key=len)


def _chosen(
    benchmark: ModuleType, results: Mapping[str, Metrics], beside: Mapping[str, str]
) -> Sequence[str]:
    there = [
        metric
        for metric in dict.fromkeys(metric for metrics in results.values() for metric in metrics)
        if not metric.endswith(("_low", "_high"))
    ]
    wanted = (
        getattr(benchmark, "PAGE", None) or getattr(benchmark, "SHOWN", None) or list(beside) or there[:_FEW]
    )
    return [metric for metric in wanted if metric in there]
