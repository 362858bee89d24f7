"""Writes what the documents take from the code and from the benchmarks' results, so that neither is ever told twice.

    python docs/generate.py

Between ``<!-- begin: name -->`` and ``<!-- end: name -->`` stands what the function of that name below returns; after
each ``>>>`` of a ``pycon`` block stands what the code prints now. ``tests/test_docs.py`` fails while anything is stale.
"""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EVENT = "fixtures/events/un-report"
ARTICLE = "000_59cb72552d9d2c90"
EXPLAINED = 30  # lines of the explanation that the README shows
MARKED = re.compile(r"(<!-- begin: (\w+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)
SESSION = re.compile(r"(```pycon\n)(.*?)(```)", re.DOTALL)


def documents() -> dict[Path, str]:
    """Every document with something generated in it, and its text as it should be."""
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    with contextlib.chdir(ROOT):
        return {path: fresh(path.read_text(encoding="utf-8")) for path in paths}


def fresh(text: str) -> str:
    """A document with everything generated in it made anew."""
    text = MARKED.sub(lambda found: f"{found[1]}{SECTIONS[found[2]]()}\n{found[3]}", text)
    names: dict[str, Any] = {}
    return SESSION.sub(lambda found: f"{found[1]}{session(found[2], names)}{found[3]}", text)


def session(text: str, names: dict[str, Any]) -> str:
    """An interactive session with the output that it has now; ``names`` are what earlier sessions left."""
    typed = [line for line in text.split("\n") if line.startswith((">>>", "..."))]
    pieces = []
    for statement in re.findall(r"^>>> .*(?:\n\.\.\..*)*", "\n".join(typed), re.MULTILINE):
        source = "\n".join(line[4:] for line in statement.split("\n")) + "\n"
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(source, "<session>", "single"), names)  # noqa: S102 - our own documents
        pieces.append(f"{statement}\n{printed.getvalue()}")
    return "".join(pieces)


def scorecard() -> str:
    """The ranking of the five real articles, as it is printed."""
    import reliability

    return fenced(str(reliability.score(EVENT)), "text")


def explanation() -> str:
    """The beginning of what is said of the last of them."""
    import reliability
    from reliability.report.explanation import Explanation
    from reliability.report.text import as_text

    ranking = reliability.score(EVENT)
    lines = as_text(Explanation(ranking, ranking[ARTICLE])).split("\n")
    return fenced("\n".join([*lines[:EXPLAINED], *(["..."] if len(lines) > EXPLAINED else [])]), "text")


def benchmarks() -> str:
    """The figures in ``benchmarks/results``, a table per benchmark, each figure with what it is held against."""
    from benchmarks.__main__ import cell, module, question

    parts = []
    for path in sorted((ROOT / "benchmarks" / "results").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        benchmark = module(record["benchmark"])
        shown = getattr(benchmark, "SHOWN", None) or _figures(record["results"])
        lines = _table(record["benchmark"], record["results"], shown, cell)
        beside = [
            f"`{name}`: {words}." for name, words in getattr(benchmark, "BESIDE", {}).items() if name in shown
        ]
        machine = ", ".join(f"{library} {number}" for library, number in record["versions"].items())
        parts += [question(benchmark), "\n".join(lines), " ".join([*beside, f"With {machine}."])]
    return "\n\n".join(parts)


def _table(
    name: str,
    results: Mapping[str, Mapping[str, float]],
    shown: Sequence[str],
    cell: Callable[[Mapping[str, float], str], str],
) -> list[str]:
    """Metrics beside datasets, the longer of the two downwards."""
    downwards = {dataset: [cell(metrics, metric) for metric in shown] for dataset, metrics in results.items()}
    heads = [f"`{metric}`" for metric in shown]
    if len(shown) > len(results):
        columns = zip(*downwards.values(), strict=True)
        heads, downwards = list(results), dict(zip(heads, map(list, columns), strict=True))
    return [
        f"| `{name}` | {' | '.join(heads)} |",
        "|---|" + "---:|" * len(heads),
        *(f"| {row} | {' | '.join(cells)} |" for row, cells in downwards.items()),
    ]


def _figures(results: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The names of all metrics, their intervals aside."""
    names = dict.fromkeys(name for metrics in results.values() for name in metrics)
    return [name for name in names if not name.endswith(("_low", "_high"))]


def features() -> str:
    """What is measured: the question, how it is answered, what it weighs."""
    import inspect

    import reliability

    config = reliability.Config.default()
    parts = []
    for feature in reliability.FEATURES:
        settings = config.features[feature.name]
        parts += [
            f"## `{feature.name}`",
            inspect.cleandoc(type(feature).__doc__ or ""),
            inspect.cleandoc(type(feature).measure.__doc__ or ""),
            f"Weighs {config.share(feature.name):.1f} of 100; moves no points at {settings.neutral:g}.",
        ]
    return "\n\n".join(parts)


def config() -> str:
    """The default weights file, comments and all."""
    import reliability

    return fenced(reliability.Config.default().to_toml(), "toml")


def commands() -> str:
    """Every command with its options."""
    from typer.main import get_command

    from reliability.cli import app

    parts = []
    for name, command in get_command(app).commands.items():
        words = [
            parameter.metavar or parameter.name.upper()
            for parameter in command.params
            if parameter.param_type_name == "argument"
        ]
        parts += [f"## `reliability {' '.join([name, *words])}`", (command.help or "").strip()]
        rows = [
            f"| `{max(parameter.opts, key=len)}` | {parameter.help} |"
            for parameter in command.params
            if parameter.param_type_name == "option"
        ]
        if rows:
            parts.append("\n".join(["| option | |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def fenced(text: str, language: str) -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


SECTIONS: dict[str, Callable[[], str]] = {
    function.__name__: function
    for function in (scorecard, explanation, benchmarks, features, config, commands)
}


if __name__ == "__main__":
    sys.path.insert(0, os.fspath(ROOT))  # the benchmarks lie beside
    for document, text in documents().items():
        if document.read_text(encoding="utf-8") != text:
            document.write_text(text, encoding="utf-8")
            print(f"written: {document.relative_to(ROOT)}")  # noqa: T201 - says what it did
