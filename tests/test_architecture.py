"""The structure that keeps the project readable, held by tests."""

import ast
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reliability
from reliability.records import Feature
from reliability.scoring.config import Config

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "reliability"
MODULES = sorted(SOURCE.rglob("*.py"))
FEATURES = {feature.name: feature for feature in reliability.FEATURES}
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
LONGEST = 320  # lines
# Pickles break with the next release of what they hold; a network, a clock or a shared random state would
# make two runs differ.
FORBIDDEN = {
    *("pickle", "joblib", "dill", "shelve", "marshal"),
    *("socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib"),
    *("random", "time"),
}


def test_every_feature_file_is_registered_once_under_its_own_name():
    files = {path.stem for path in (SOURCE / "features").glob("*.py")} - {"__init__"}
    homes = [type(feature).__module__.rsplit(".", 1)[1] for feature in reliability.FEATURES]
    assert sorted(homes) == sorted(files)
    assert list(FEATURES) == homes


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_asks_one_question_in_its_docstring(name):
    question = (type(FEATURES[name]).__doc__ or "").strip().splitlines()[0]
    assert question.endswith("?")
    assert question.count("?") == 1
    assert isinstance(FEATURES[name], Feature)


def test_the_weights_file_speaks_of_every_feature_and_of_no_other():
    assert list(Config.default().features) == list(FEATURES)


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_has_cases_in_which_it_must_fire_and_must_stay_silent(name):
    cases = tomllib.loads((ROOT / "fixtures" / "features" / f"{name}.toml").read_text(encoding="utf-8"))[
        "case"
    ]
    assert any("fires" in case for case in cases)
    assert any("silent" in case for case in cases)


def test_every_fixture_event_has_its_expectations():
    for folder in (ROOT / "fixtures" / "events").iterdir():
        assert not folder.is_dir() or (folder / "expected.toml").is_file(), folder.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_file_is_short_named_after_a_concept_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST
    assert not {path.stem, *path.relative_to(SOURCE).parts} & VAGUE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_pickles_reaches_out_or_asks_the_clock(path):
    imported = {name.split(".")[0] for name in _imports(ast.parse(path.read_text(encoding="utf-8")))}
    assert not imported & FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_date_is_asked_for_and_no_random_state_is_shared(path):
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    names = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    assert not names & {"today", "now", "utcnow", "seed", "default_rng", "RandomState"}


def test_imports_only_go_down():
    linter = pytest.importorskip("importlinter.cli", reason="import-linter is not installed")
    assert (
        linter.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
        == linter.EXIT_STATUS_SUCCESS
    )


def test_scoring_is_reached_without_the_heavy_libraries():
    code = "import sys, reliability as r; r.score, r.Article, r.Event, r.InputError; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"textstat", "sklearn", "rich", "typer", "pandas", "polars", "nltk", "tomlkit"}
    assert not heavy & set(ran.stdout.split())


def test_reading_and_scoring_load_no_frame_library_and_no_dictionary():
    code = "import sys, reliability as r; r.score(['Two died.', 'Two died there.']); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "polars", "rich", "typer", "tomlkit"} & set(ran.stdout.split())


def test_the_suite_has_no_network():
    with pytest.raises(AssertionError, match="reaches the network"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as plug, pytest.raises(AssertionError, match="reaches the network"):
        plug.connect(("127.0.0.1", 9))


def test_public_names_are_those_of_the_contract():
    assert {
        *("score", "score_events", "read", "load_config", "FEATURES"),
        *("Article", "Event", "Ranking", "Scorecard", "Config", "InputError", "ConfigError"),
    } <= set(reliability.__all__)


def test_every_command_and_option_is_in_the_documentation():
    from typer.main import get_command

    from reliability.cli import app

    pages = "\n".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    )
    command = get_command(app)
    for name, sub in command.commands.items():
        assert f"reliability {name}" in pages, name
        for parameter in sub.params:
            option = max(parameter.opts, key=len)
            assert not option.startswith("--") or option == "--help" or option in pages, f"{name} {option}"


def _imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
