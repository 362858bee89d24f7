"""The commands that tune weights and compare them."""

import json

import pytest
from typer.testing import CliRunner

import reliability
from fires import fires
from reliability.cli import app


def run(*arguments):
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def events(tmp_path):
    """The fires as lines of a file."""
    path = tmp_path / "fires.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in fires()), encoding="utf-8")
    return path


def test_tune_prints_before_and_after_and_writes_a_file_that_score_takes(events, tmp_path):
    weights = tmp_path / "weights.toml"
    result = run("tune", events, "--output", weights)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Tuned on 8 events: 24 pairs of 32 articles." in result.stdout
    assert "1.00 (1.00-1.00)" in result.stdout
    assert "weight before" in result.stdout
    assert run("score", events, "--config", weights).exit_code == 0


def test_without_output_nothing_is_written_and_that_is_said(events, tmp_path):
    before = sorted(tmp_path.iterdir())
    result = run("tune", events)
    assert "Nothing was written" in result.stdout
    assert sorted(tmp_path.iterdir()) == before


def test_tune_starts_from_the_weights_it_is_given(events, tmp_path):
    weights = tmp_path / "weights.toml"
    run("tune", events, "--weight", "readability=0", "--output", weights)
    assert reliability.load_config(weights).share("readability") == 0.0


def test_tune_takes_comparisons_from_a_file(events, tmp_path):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"event": "Ardmore", "better": "radio", "worse": "agency"}\n', encoding="utf-8")
    assert "25 pairs" in run("tune", events, "--pairs", pairs).stdout


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"event": "Ardmore", "better": "radio"}', "pairs.jsonl:1: this is no comparison"),
        ("{", "pairs.jsonl:1"),
        ('{"event": "Ardmore", "better": "rumour", "worse": "radio"}', "the reverse"),
        ('{"event": "Nowhere", "better": "rumour", "worse": "radio"}', "no event 'Nowhere'"),
    ],
)
def test_comparisons_that_cannot_be_used_end_the_run_with_their_place(events, tmp_path, line, says):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(line + "\n", encoding="utf-8")
    result = run("tune", events, "--pairs", pairs)
    assert result.exit_code == 2
    assert says in result.stderr


def test_events_without_labels_are_refused_in_words(tmp_path):
    path = tmp_path / "fires.jsonl"
    bare = [
        {"id": event["id"], "articles": [{"id": one["id"], "text": one["text"]} for one in event["articles"]]}
        for event in fires()
    ]
    path.write_text("".join(json.dumps(event) + "\n" for event in bare), encoding="utf-8")
    result = run("tune", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no event has articles with different labels" in result.stderr


def test_a_folder_that_is_not_there_is_noticed_before_the_work(events, tmp_path):
    result = run("tune", events, "--output", tmp_path / "no" / "weights.toml")
    assert result.exit_code == 2
    assert "no such folder" in result.stderr


def test_a_bad_record_is_reported_and_the_rest_is_used(events):
    with events.open("a", encoding="utf-8") as file:
        file.write('{"id": "broken", "articles": [{"id": "x"}]}\n')
    result = run("tune", events)
    assert result.exit_code == 1
    assert "no text" in result.stderr
    assert "Tuned on 8 events" in result.stdout


def weights_file(path, **weights):
    reliability.Config.default().with_weights(weights).save(path)
    return path


def test_compare_names_the_articles_that_change_rank_and_why(events, tmp_path):
    names = reliability.Config.default().features
    numbers = weights_file(tmp_path / "a.toml", **dict.fromkeys(names, 0.0) | {"numeric_consistency": 1.0})
    sources = weights_file(tmp_path / "b.toml", **dict.fromkeys(names, 0.0) | {"attribution": 1.0})
    result = run("compare", numbers, sources, events)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "8 of 8 events ranked otherwise." in result.stdout
    assert "falls against" in result.stdout
    assert "attribution" in result.stdout


def test_compare_of_a_file_with_itself_changes_nothing(events, tmp_path):
    same = weights_file(tmp_path / "a.toml", attribution=20.0)
    assert run("compare", same, same, events).stdout == "0 of 8 events ranked otherwise.\n"


def test_compare_refuses_a_file_that_is_no_weights_file(events, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[features.numbers]\nweight = 1\n", encoding="utf-8")
    result = run("compare", bad, bad, events)
    assert result.exit_code == 2
    assert "bad.toml:1" in result.stderr
