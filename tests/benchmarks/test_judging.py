"""Samples for people to judge: what is kept of them tells no text, and finds its case again."""

import json

import pytest
from typer.testing import CliRunner

from archive import BOX, LABEL, articles
from benchmarks import by_eye, judging
from benchmarks.events import fixture_events
from benchmarks.judging import KINDS, cases


@pytest.fixture
def data(tmp_path):
    """A data folder with one event: the seeds."""
    event = next(event for event in fixture_events() if len(event.articles) > 2)
    folder = tmp_path / "clusters" / "allsides_events"
    folder.mkdir(parents=True)
    articles = [{"id": one.id, "text": one.text, "title": one.title} for one in event.articles]
    record = {"cluster_id": event.id, "articles": articles}
    (folder / "dev.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", ["facts", "numeric_consistency", "origins"])
def test_a_case_is_told_by_ids_and_offsets_alone(kind):
    events = fixture_events()
    found = cases(kind, events)
    assert found
    texts = {(event.id, article.id): article for event in events for article in event.articles}
    for case in found:
        for place, span in zip(case.key[1].split(" "), case.places, strict=True):
            assert place == f"{span.article_id}:{span.field}:{span.start}-{span.end}"
            assert (case.event, span.article_id) in texts


def test_a_sample_shows_the_text_and_is_the_same_each_time(data, tmp_path):
    written = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.jsonl"
        arguments = ["draw", "facts", "--data", str(data), "--output", str(path), "--count", "3"]
        assert CliRunner().invoke(judging.app, arguments).exit_code == 0
        written.append(path.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    rows = [json.loads(line) for line in written[0].splitlines()]
    assert len(rows) == 3
    assert all("[[" in text for row in rows for text in row["texts"])


def test_a_line_known_from_other_events_is_a_case_once_for_each_outlet(tmp_path):
    folder = tmp_path / "clusters" / "allsides_events"
    folder.mkdir(parents=True)
    rows = [
        {"cluster_id": str(at), "articles": [{"id": one.id, "text": one.text, "source": one.source}]}
        for at, one in enumerate(articles(BOX, LABEL))
    ]
    (folder / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = cases("furniture", judging.clusters(tmp_path, "allsides_events"))
    assert len(found) == 2 * len(rows)
    assert {case.message for case in found} == {"in 5 of 5 articles on other events"}
    sample = tmp_path / "sample.jsonl"
    arguments = ["draw", "furniture", "--data", str(tmp_path), "--output", str(sample)]
    assert CliRunner().invoke(judging.app, arguments).exit_code == 0
    shown = [json.loads(line)["texts"][0] for line in sample.read_text(encoding="utf-8").splitlines()]
    assert sorted(text.split("[[")[1].split("]]")[0] for text in shown) == sorted([BOX, LABEL])


def test_verdicts_become_figures(data, tmp_path, monkeypatch):
    monkeypatch.setattr(judging, "VERDICTS", tmp_path)
    monkeypatch.setattr(by_eye, "VERDICTS", tmp_path)
    event = fixture_events()[0]
    found = [case.key for case in KINDS["facts"](event, judging.reliability.score(event))][:4]
    lines = ["event,places,first,second"]
    lines += [
        f"{name},{places},{first},{second}"
        for (name, places), (first, second) in zip(found, [(1, 1), (1, 0), (0, 0), (1, 1)], strict=True)
    ]
    (tmp_path / "facts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = by_eye.run(data)["facts"]
    assert figures["true_share"] == 2.5 / 4
    assert figures["agreement"] == 3 / 4
    assert figures["items"] == 4


def test_verdicts_of_two_readers_are_kept_without_a_word_of_the_text(data, tmp_path, monkeypatch):
    monkeypatch.setattr(judging, "VERDICTS", tmp_path)
    sample = tmp_path / "sample.jsonl"
    arguments = ["draw", "facts", "--data", str(data), "--output", str(sample), "--count", "2"]
    assert CliRunner().invoke(judging.app, arguments).exit_code == 0
    for name, verdicts in (("first", (1, 0)), ("second", (1, 1))):
        rows = [f"facts,{case},{verdict}" for case, verdict in enumerate(verdicts)]
        (tmp_path / f"{name}.csv").write_text(
            "\n".join(["kind,case,verdict", *rows, "origins,0,0"]), encoding="utf-8"
        )
    files = [str(tmp_path / name) for name in ("sample.jsonl", "first.csv", "second.csv")]
    assert CliRunner().invoke(judging.app, ["keep", "facts", *files]).exit_code == 0
    assert sorted(judging.recorded("facts").values()) == [(0, 1), (1, 1)]
    rows = [json.loads(line) for line in sample.read_text(encoding="utf-8").splitlines()]
    assert {(row["event"], row["places"]) for row in rows} == judging.recorded("facts").keys()
