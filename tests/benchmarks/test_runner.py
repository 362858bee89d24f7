"""The benchmark runner, its intervals and its events."""

import importlib
import io
import json
import math
import sys
from types import ModuleType

import numpy as np
import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

import benchmarks
from benchmarks import bootstrap
from benchmarks.__main__ import cell, main
from benchmarks.events import clusters, fixture_events
from benchmarks.page import page
from benchmarks.variations import varied
from reliability.consensus import agree
from reliability.extract import read

APP = typer.Typer()
APP.command()(main)


@pytest.fixture
def tiny(monkeypatch):
    """A benchmark that measures next to nothing, and another."""
    for name in ("tiny", "other"):
        module = ModuleType(f"benchmarks.{name}", f"How {name} is it?\n\nVery.")
        module.NAME = name
        module.BESIDE = {"accuracy": "always yes: 0.5"}
        module.run = lambda data: {
            data.name: {"accuracy": 0.75, "accuracy_low": 0.5, "accuracy_high": 1.0, "undefined": math.nan}
        }
        monkeypatch.setitem(sys.modules, f"benchmarks.{name}", module)
    monkeypatch.setattr("benchmarks.__main__.BENCHMARKS", ("tiny", "other"))


def run(*arguments, **environment):
    return CliRunner(env={"COLUMNS": "100", "RELIABILITY_DATA": None, **environment}).invoke(
        APP, list(map(str, arguments))
    )


@pytest.mark.parametrize("name", benchmarks.BENCHMARKS)
def test_every_benchmark_is_a_module_of_its_name_that_asks_a_question(name):
    module = importlib.import_module(f"benchmarks.{name}")
    assert name == module.NAME
    assert callable(module.run)
    assert "?" in module.__doc__.strip().split("\n")[0]


@pytest.mark.usefixtures("tiny")
def test_the_list_names_each_with_its_question():
    assert run("--list").stdout.split("\n")[:2] == [
        f"{'tiny':22}How tiny is it?",
        f"{'other':22}How other is it?",
    ]


@pytest.mark.usefixtures("tiny")
def test_a_table_shows_figures_with_their_intervals_and_what_stands_beside(tmp_path):
    result = run("tiny", "--data", tmp_path)
    assert result.exit_code == 0
    assert "0.75 (0.5-1)" in result.stdout
    assert "accuracy: always yes: 0.5" in result.stdout
    assert "accuracy_low" not in result.stdout


def test_the_page_has_a_row_per_figure_that_matters_and_one_per_variant():
    benchmark = ModuleType("fires")
    benchmark.NAME, benchmark.PAGE = "fires", ("accuracy", "width")
    benchmark.BESIDE = {"accuracy": "chance 0.5", "ablation": "never shown"}
    results = {
        "north": {"accuracy": 0.75, "accuracy_low": 0.5, "accuracy_high": 1.0, "ablation": 0.1},
        "north_tuned": {"accuracy": 0.8},
        "south": {"accuracy": 0.25, "width": 4.0},
    }
    console = Console(file=io.StringIO(), width=100)
    console.print(page(benchmark, "Which fires?", results, cell))
    lines = [line.split() for line in console.file.getvalue().split("\n")]
    assert lines[:5] == [
        ["fires:", "Which", "fires?"],
        ["north", "south"],
        ["accuracy", "0.75", "(0.5-1)", "0.25"],
        ["width", "4"],
        ["accuracy,", "tuned", "0.8"],
    ]
    assert lines[5] == ["accuracy:", "chance", "0.5"]
    assert "ablation" not in console.file.getvalue()


@pytest.mark.usefixtures("tiny")
def test_json_of_one_benchmark_and_of_several(tmp_path):
    figures = {tmp_path.name: {"accuracy": 0.75, "accuracy_low": 0.5, "accuracy_high": 1.0}}
    assert run("tiny", "--data", tmp_path, "--json", tmp_path / "one.json").exit_code == 0
    one = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert one["benchmark"] == "tiny"
    assert one["results"] == figures
    assert {"python", "numpy", "textstat"} <= set(one["versions"])
    assert run("--json", tmp_path / "all.json", RELIABILITY_DATA=str(tmp_path)).exit_code == 0
    several = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert list(several) == ["tiny", "other"]
    assert several["other"] == {**one, "benchmark": "other"}


@pytest.mark.usefixtures("tiny")
def test_a_benchmark_or_a_folder_that_does_not_exist_is_named(tmp_path):
    assert "there is no benchmark 'tinny'" in run("tinny").output
    assert run("tiny", "--data", tmp_path / "missing").exit_code == 2


def test_a_folder_of_clusters_that_is_missing_is_said_and_left_out(tmp_path, capsys):
    assert clusters(tmp_path, "allsides_events") == []
    assert "clusters/allsides_events: not in" in capsys.readouterr().err


def test_clusters_are_events_with_their_labels(tmp_path):
    folder = tmp_path / "clusters" / "some"
    folder.mkdir(parents=True)
    article = {"id": "x", "text": "Two died.", "label": 1, "grade": 3, "bias": "left", "title": None}
    line = {
        "cluster_id": "c1",
        "claim_or_event": "A claim",
        "articles": [article, {**article, "id": "y", "label": None}],
    }
    (folder / "dev.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (event,) = clusters(tmp_path, "some")
    assert event.id == "c1"
    assert [a.id for a in event.articles] == ["x", "y"]
    assert event.labels == {"x": 1.0}


def test_variations_are_different_articles_of_one_event():
    event = next(event for event in fixture_events() if event.id == "un-report")
    articles = list(varied(event, 20))
    assert articles == list(varied(event, 20))
    said = agree(tuple(read(article) for article in articles))
    assert len(said.origins) == 20
    assert said.strangers == ()


def test_the_interval_of_a_mean_holds_it_and_narrows_with_more_items():
    random = np.random.Generator(np.random.PCG64(7))
    few, many = random.random(30), random.random(3000)
    for values in (few, many):
        low, high = bootstrap.mean_interval(values)
        assert low < values.mean() < high
        # close to the normal approximation
        assert high - low == pytest.approx(2 * 1.96 * values.std() / math.sqrt(len(values)), rel=0.15)
    assert bootstrap.mean_interval(few) == bootstrap.mean_interval(few)
    assert bootstrap.mean_interval(few) != bootstrap.mean_interval(few, seed=1)


def test_groups_are_drawn_whole():
    values = np.repeat([0.0, 1.0] * 20, 50)
    groups = np.repeat(np.arange(40), 50).tolist()
    alone, together = bootstrap.mean_interval(values), bootstrap.mean_interval(values, groups)
    assert together[1] - together[0] > 5 * (alone[1] - alone[0])


def test_an_interval_of_nothing_is_no_number_and_of_one_value_that_value():
    assert all(math.isnan(end) for end in bootstrap.mean_interval([]))
    assert bootstrap.mean_interval([0.25]) == (0.25, 0.25)


def test_an_f1_follows_from_counts():
    counts = [[8, 10, 10], [2, 5, 4], [0, 0, 3]]  # hits, found, wanted
    low, high = bootstrap.interval(counts, lambda sums: 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2]))
    assert 0 <= low < 2 * 10 / (15 + 17) < high <= 0.8 + 1e-9
