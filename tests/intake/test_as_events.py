"""Many events, lazily; what is wrong is reported beside them and loses nothing but itself."""

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from reliability.intake import as_events
from reliability.records import Article, Event, Problem

FOLDER = Path(__file__).parents[2] / "fixtures/events/un-report"


def place(problem: Problem) -> tuple[str | None, int | None, str | None]:
    return problem.file, problem.line, problem.field


def test_events_come_in_every_form():
    event = Event("e", (Article("a", "Rain."),), {"a": 0.5})
    found = list(
        as_events(
            [
                event,
                {"id": "m", "articles": [{"text": "Sun.", "label": 1}]},
                {"cluster_id": 4, "articles": ["Fog."]},
                {"articles": ["Snow."]},
                ["Hail.", Article("b", "Mist.")],
                (text for text in ["Ice."]),
            ]
        )
    )
    assert found == [
        event,
        Event("m", (Article("0", "Sun."),), {"0": 1.0}),
        Event("4", (Article("0", "Fog."),)),
        Event("3", (Article("0", "Snow."),)),
        Event("4", (Article("0", "Hail."), Article("b", "Mist."))),
        Event("5", (Article("0", "Ice."),)),
    ]


def test_a_path_is_read_and_paths_are_events():
    (event,) = as_events(FOLDER)
    assert event.id == "un-report"
    assert list(as_events(str(FOLDER))) == [event]
    assert list(as_events([FOLDER, FOLDER])) == [event, event]


def test_a_single_event_will_do():
    event = Event("e", (Article("a", "Rain."),))
    assert list(as_events(event)) == [event]
    assert list(as_events({"id": "e", "articles": [{"id": "a", "text": "Rain."}]})) == [event]


def test_events_are_read_only_when_asked_for():
    asked = []

    def events():
        for number in count():
            asked.append(number)
            yield [f"Rain {number}."]

    found = as_events(events())
    assert asked == []
    assert next(found).articles[0].text == "Rain 0."
    assert next(found).id == "1"
    assert asked == [0, 1]


def test_a_bad_record_is_a_problem_and_the_good_articles_stay():
    found = list(
        as_events(
            [
                ["Rain.", None, "Sun.", {"id": "0", "text": "Snow."}],
                {"id": True, "articles": [{"text": "Fog.", "label": 3}, "Hail."]},
                Event("e", (Article("a", " "), Article("b", "Mist.")), {"a": 1, "b": 0, "c": 1}),
            ]
        )
    )
    assert [place(item) for item in found if isinstance(item, Problem)] == [
        (None, 1, "[1].text"),
        (None, 1, "[3].id"),
        (None, 2, "id"),
        (None, 2, "articles[0].label"),
        (None, 3, "articles[0].text"),
    ]
    assert [item for item in found if isinstance(item, Event)] == [
        Event("0", (Article("0", "Rain."), Article("2", "Sun."))),
        Event("1", (Article("1", "Hail."),)),
        Event("e", (Article("b", "Mist."),), {"b": 0.0}),
    ]
    assert "record 1, field '[0]'" in found[1].message


@pytest.mark.parametrize(
    ("bad", "field", "says"),
    [
        ([], None, "no articles"),
        ([None], "[0].text", "no text"),
        ({"articles": []}, "articles", "no articles"),
        ({"articles": None}, "articles", "null"),
        ("Rain.", None, "a text, not an event"),
        (b"Rain.", None, "a text, not an event"),
        ({"text": "Rain."}, None, "a single article, not an event"),
        (Article("a", "Rain."), None, "a single article, not an event"),
        (5, None, "a number, not an event"),
        (None, None, "null, not an event"),
    ],
)
def test_an_event_without_a_good_article_is_its_problem(bad, field, says):
    first, problem, last = as_events([["Rain."], bad, ["Sun."]])
    assert (first.id, last.id) == ("0", "2")
    assert place(problem) == (None, 2, field)
    assert says in problem.message


def test_a_path_that_is_not_there_is_a_problem(tmp_path):
    problem, event = as_events([tmp_path / "nowhere", ["Rain."]])
    assert problem.file == str(tmp_path / "nowhere")
    assert event.id == "1"


@pytest.mark.parametrize("wrong", ["no/such/path.jsonl", "Rain.\nSun.", b"Rain.", {"text": "Rain."}, 5, None])
def test_what_is_no_events_is_a_problem(wrong):
    (problem,) = as_events(wrong)
    assert isinstance(problem, Problem)
    assert "give" in problem.message


def test_no_events_are_no_events():
    assert list(as_events([])) == []


def test_intake_is_light_and_imports_no_frames_library():
    code = """
import sys
from reliability.intake import as_event
as_event([{"text": "Rain.", "published": None}, "Sun."])
print([name for name in ("narwhals", "pandas", "polars", "numpy", "sklearn") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
