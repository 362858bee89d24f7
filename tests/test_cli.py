"""The commands."""

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest
from typer.testing import CliRunner

from reliability.cli import app
from reliability.scoring.config import Config
from report.hand_made import BRIDGE, install
from report.hand_made import rank as by_hand


@pytest.fixture(autouse=True)
def _pipeline_by_hand(monkeypatch):
    install(monkeypatch)


@pytest.fixture
def bridge(tmp_path):
    """The hand-made event as a folder of texts."""
    folder = tmp_path / "bridge"
    folder.mkdir()
    for article in BRIDGE.articles:
        (folder / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    return folder


@pytest.fixture
def batch(tmp_path):
    """Two events in lines, and three lines that are none."""
    one = {"id": "one", "articles": [{"id": "x", "text": "12 people."}, {"id": "yes", "text": "12 people!"}]}
    two = {"id": "two", "articles": [{"id": "x", "text": "12 people."}, {"id": "yet", "text": "9 people!"}]}
    path = tmp_path / "batch.jsonl"
    path.write_text("{broken\n" + json.dumps(one) + "\n[]\n" + json.dumps(two) + "\n7\n", encoding="utf-8")
    return path


def run(*arguments, **extra):
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, [str(argument) for argument in arguments], **extra)


def test_score_prints_a_clean_table_in_a_pipe(bridge):
    result = run("score", bridge)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"^ 4 004_night +\d\d\.\d", result.stdout, re.MULTILINE)
    assert "\x1b" not in result.stdout
    assert not re.search(r" $", result.stdout, re.MULTILINE)


def test_json_is_one_object_for_one_event_and_a_list_for_several(bridge, batch):
    one = json.loads(run("score", bridge, "--format", "json").stdout)
    assert one["event"] == "bridge"
    several = json.loads(run("score", batch, "--format", "json").stdout)
    assert [ranking["event"] for ranking in several] == ["one", "two"]


def test_jsonl_is_one_ranking_a_line(bridge, batch):
    lines = run("score", bridge, batch, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["bridge", "one", "two"]


def test_several_tables_stand_below_each_other(batch):
    out = run("score", batch).stdout
    assert re.search(r"\n\ntwo: 2 articles", out)


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_output_goes_to_the_file_as_it_would_go_to_the_pipe(bridge, batch, tmp_path, form):
    out = tmp_path / "out"
    result = run("score", bridge, batch, "--format", form, "--output", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert out.read_text(encoding="utf-8") == run("score", bridge, batch, "--format", form).stdout


def test_a_run_that_scores_nothing_leaves_an_older_output_as_it_was(tmp_path):
    (tmp_path / "bad.jsonl").write_text("{broken", encoding="utf-8")
    (tmp_path / "out").write_text("older", encoding="utf-8")
    assert (
        run("score", tmp_path / "bad.jsonl", "--format", "json", "--output", tmp_path / "out").exit_code == 2
    )
    assert (tmp_path / "out").read_text(encoding="utf-8") == "older"


def test_bad_records_are_reported_at_the_end_with_their_place_and_the_rest_is_scored(batch):
    result = run("score", batch, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    places = re.findall(r"^error: \S*batch\.jsonl:(\d)", result.stderr, re.MULTILINE)
    assert places == ["1", "3", "5"]
    assert result.output.index('"two"') < result.output.index("error: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["score"], "Missing argument"),
        (["score", "{missing}"], "does not exist"),
        (["score", "{bridge}", "{missing}"], "does not exist"),
        (["score", "{bridge}", "--format", "xml"], "xml"),
        (["score", "{bridge}", "--output", "{missing}/out.json"], "no such folder"),
        (["score", "{bridge}", "--output", "{bridge}"], "directory"),
        (["score", "{bridge}", "--config", "{missing}"], "No such file"),
        (["score", "{bridge}", "--config", "{bridge}/001_morning.txt"], "not valid TOML"),
        (["score", "{bridge}", "--weight", "readability"], "NAME=NUMBER"),
        (["score", "{bridge}", "--weight", "readability=much"], "NAME=NUMBER"),
        (["score", "{bridge}", "--weight", "readability=nan"], "finite"),
        (["score", "{bridge}", "--weight", "readabilty=1"], "did you mean 'readability'?"),
        (["score", "{bridge}", "--priors", "{missing}"], "No such file"),
        (["score", "{bridge}", "--priors", "{bad}"], "'often' is no number from 0 to 1"),
        (["score", "{bridge}", "--furniture", "{missing}"], "No such file"),
        (["explain", "{bridge}", "--article", "004", "--furniture", "{bad}"], "broken JSON"),
        (["learn-furniture", "{bridge}"], "--output"),
        (["learn-furniture", "{bridge}", "--output", "{missing}/out.json"], "no such folder"),
        (["learn-furniture", "{bridge}", "--output", "{empty}/out.json"], "source or url"),
        (["learn-furniture", "{empty}", "--output", "{empty}/out.json"], "nothing to read"),
        (["score", "{empty}"], "nothing to read"),
        (["explain", "{bridge}"], "--article"),
        (["explain", "{bridge}", "--article", "004_nihgt"], "the nearest are 004_night,"),
        (["explain", "{bridge}", "--article", "00"], "001_morning, 002_noon, 003_evening, 004_night"),
        (["explain", "{empty}", "--article", "x"], "nothing to read"),
        (["explode"], "explode"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(bridge, tmp_path, arguments, words):
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.csv").write_text("domain,reliability\nexample.org,often\n", encoding="utf-8")
    places = {name: tmp_path / name for name in ("missing", "empty")}
    places |= {"bridge": bridge, "bad": tmp_path / "bad.csv"}
    result = run(*(argument.format(**places) for argument in arguments))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in re.sub(r"[\s│]+", " ", result.stderr)


def test_weights_come_from_the_file_and_then_from_the_line(bridge, tmp_path):
    (tmp_path / "weights.toml").write_text("[features.readability]\nweight = 1000\n", encoding="utf-8")

    def weights(*arguments):
        card = json.loads(run("score", bridge, "--format", "json", *arguments).stdout)["ranking"][0]
        return {c["feature"]: round(c["weight"], 1) for c in card["contributions"]}

    default = Config.default()
    numbers, style = (default.features[name].weight for name in ("numeric_consistency", "readability"))
    rest = sum(settings.weight for settings in default.features.values()) - style
    shares = {name: round(default.share(name), 1) for name in ("numeric_consistency", "readability")}
    assert weights() == shares
    assert weights("--config", tmp_path / "weights.toml")["readability"] == round(1e5 / (1000 + rest), 1)
    assert weights("--weight", "readability=0", "--weight", f"numeric_consistency={rest - numbers}") == {
        "numeric_consistency": 50.0,
        "readability": 0.0,
    }
    back = weights("--config", tmp_path / "weights.toml", "--weight", f"readability={style}")
    assert back["readability"] == shares["readability"]


def test_ratings_of_outlets_reach_the_pipeline(bridge, tmp_path, monkeypatch):
    rated = []
    monkeypatch.setattr(
        sys.modules["reliability.pipeline"],
        "rank",
        lambda event, config, features: rated.append(dict(config.priors)) or by_hand(event, config, features),
    )
    (tmp_path / "ratings.csv").write_text("domain,reliability\nwww.Example.org,0.7\n", encoding="utf-8")
    assert run("score", bridge, "--priors", tmp_path / "ratings.csv").exit_code == 0
    assert run("score", bridge).exit_code == 0
    assert rated == [{"example.org": 0.7}, {}]


def test_explain_finds_an_article_by_id_or_by_the_beginning_of_it(bridge):
    whole = run("explain", bridge, "--article", "004_night")
    assert whole.exit_code == 0
    assert "⟦120 people⟧" in whole.stdout
    assert run("explain", bridge, "--article", "004").stdout == whole.stdout


def test_explain_looks_in_every_event_and_takes_a_whole_id_before_a_beginning(bridge, batch):
    result = run("explain", bridge, batch, "--article", "yet")
    assert result.exit_code == 1  # the three bad lines
    assert result.stdout.startswith("yet: rank 2 of 2")
    assert run("explain", batch, "--article", "x").stdout.count("x: rank") == 2
    several = run("explain", batch, "--article", "ye")
    assert several.exit_code == 2
    assert several.stderr.index("batch.jsonl:1") < several.stderr.index("begins several ids: yes, yet")


def test_explain_takes_weights(bridge):
    result = run("explain", bridge, "--article", "004", "--weight", "readability=0")
    assert re.search(r"readability +0\.0 ", result.stdout)


def test_features_lists_name_weight_and_question():
    result = run("features")
    assert result.exit_code == 0
    assert re.search(
        r"^numeric_consistency +\d+\.\d +Do its numbers agree with the others' numbers\?$",
        result.stdout,
        re.MULTILINE,
    )
    assert "Not part of the question" not in result.stdout


def test_config_prints_the_default_file_as_it_is():
    result = run("config")
    assert result.exit_code == 0
    assert result.stdout == Config.default().to_toml()
    assert tomllib.loads(result.stdout)["features"]["readability"]["neutral"] == 1.0


def test_version_is_printed():
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"reliability \S+\n", result.stdout)


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_hostile_texts_and_ids_reach_the_output_escaped(tmp_path, form):
    path = tmp_path / "hostile.jsonl"
    articles = [
        {"id": "a\x1b[2J\ud800", "text": "120 people \ud800\x1b]0;x\x07."},
        *({"text": "12 people."},) * 3,
    ]
    path.write_text(json.dumps({"id": "e\x9b\udfff", "articles": articles}), encoding="utf-8")
    result = run("score", path, "--format", form)
    assert result.exit_code == 0
    assert not set(result.stdout) & set("\x1b\x07\x9b")
    assert r"\ud800" in result.stdout
    assert run("explain", path, "--article", "a\x1b").exit_code == 0


def test_output_that_knows_no_curly_quotes_gets_escapes_instead(bridge):
    result = CliRunner(charset="ascii").invoke(app, ["explain", str(bridge), "--article", "004"])
    assert result.exit_code == 0
    assert r"\u27e6120 people\u27e7" in result.stdout


def outside(*arguments, before="pass", **extra):
    """Runs the command in a process of its own, with the pipeline by hand."""
    code = (
        "import sys, pytest; from report.hand_made import install; install(pytest.MonkeyPatch());"
        f"{before}; sys.argv = ['reliability', *sys.argv[1:]];"
        "import runpy; runpy.run_module('reliability', run_name='__main__')"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, os.path.dirname(__file__)])}  # noqa: PTH120 - joined as text
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], env=environment, **extra)


def test_a_reader_that_leaves_ends_the_run_without_a_word(tmp_path):
    event = json.dumps({"articles": [{"text": "12 people."}] * 3})
    (tmp_path / "many.jsonl").write_text(f"{event}\n" * 300, encoding="utf-8")
    for form in ("table", "jsonl"):
        command = outside(
            "score", tmp_path / "many.jsonl", "--format", form, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""
        command.stderr.close()
        command.wait(timeout=60)


def test_a_person_watching_gets_colour_and_progress(bridge):
    pty = pytest.importorskip("pty", reason="no terminals of this kind on Windows")
    ours, theirs = pty.openpty()
    command = outside(
        "score", bridge, stdout=theirs, stderr=theirs, before="import os; os.environ['TERM'] = 'xterm'"
    )
    command.wait(timeout=60)
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "\x1b[1m" in seen
    assert "Reading" in seen
    assert "004_night" in seen
