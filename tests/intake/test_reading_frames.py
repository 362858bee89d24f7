"""Frames: a row is an article."""

import datetime as dt

import pandas as pd
import polars as pl
import pytest

from reliability.intake import as_event, as_events
from reliability.records import Article, Event, InputError, Problem

FRAMES = pytest.mark.parametrize(
    "frame", [pd.DataFrame, pl.DataFrame, pl.LazyFrame], ids=["pandas", "polars", "lazy"]
)
ROWS = {
    "id": ["a", None],
    "text": ["Rain\r\n\u00a0fell. \U0001f327", "Sun."],
    "title": [None, "Sunny"],
    "source": ["dw.com", None],
    "published": [dt.datetime(2019, 8, 13), None],  # noqa: DTZ001 - as frames hold them
    "label": [1.0, None],
    "other": [1, 2],
}


@FRAMES
def test_rows_are_articles_and_gaps_are_absent(frame):
    assert as_event(frame(ROWS)) == Event(
        "event",
        (
            Article("a", "Rain\r\n\u00a0fell. \U0001f327", source="dw.com", published="2019-08-13T00:00:00"),
            Article("1", "Sun.", title="Sunny"),
        ),
        {"a": 1.0},
    )


@FRAMES
def test_nan_is_absent(frame):
    event = as_event(
        frame({"text": ["Rain.", "Sun."], "label": [float("nan"), 0.5], "id": [float("nan"), 7.0]})
    )
    assert event.labels == {"7": 0.5}
    assert [article.id for article in event.articles] == ["0", "7"]


def test_what_pandas_writes_for_absent_values_is_absent():
    frame = pd.DataFrame(
        {
            "text": pd.Series(["Rain.", "Sun."], dtype="string"),
            "title": pd.Series([pd.NA, "Sunny"], dtype="string"),
            "published": pd.to_datetime(["2019-08-13", None]),
            "label": pd.Series([True, pd.NA], dtype="boolean"),
            "id": pd.Series([3, pd.NA], dtype="Int64"),
        }
    )
    expected = (Article("3", "Rain.", published="2019-08-13T00:00:00"), Article("1", "Sun.", title="Sunny"))
    assert as_event(frame) == Event("event", expected, {"3": 1.0})
    assert as_event(frame.drop(columns="label").to_dict("records")).articles == expected


@FRAMES
def test_a_row_without_text_is_named(frame):
    with pytest.raises(InputError) as caught:
        as_event(frame({"text": ["Rain.", None]}))
    problem = caught.value.problem
    assert (problem.line, problem.field) == (2, "text")
    assert "no text" in problem.message


@FRAMES
def test_a_frame_without_texts_is_told_what_it_has(frame):
    with pytest.raises(InputError) as caught:
        as_event(frame({"body": ["Rain."], "heading": ["Storm"]}))
    problem = caught.value.problem
    assert problem.field == "text"
    assert "'body', 'heading'" in problem.message
    assert "rename" in problem.message


@FRAMES
def test_a_frame_without_rows_is_refused(frame):
    with pytest.raises(InputError, match="no articles"):
        as_event(frame({"text": []}))


@pytest.mark.parametrize("columns", [["text", "text"], ["text", "x", "x"]])
def test_two_columns_of_one_name_are_refused(columns):
    frame = pd.DataFrame([["Rain."] * len(columns)], columns=columns)
    with pytest.raises(InputError, match="rename the columns"):
        as_event(frame)


def test_columns_that_are_not_named_by_text_are_ignored():
    assert as_event(pd.DataFrame([["Rain.", 5]], columns=["text", 0])).articles == (Article("0", "Rain."),)


@FRAMES
def test_one_event_may_be_named_by_its_column(frame):
    assert as_event(frame({"text": ["Rain.", "Sun."], "event": ["e", "e"]}), event_id="other").id == "e"


@FRAMES
def test_several_events_in_a_frame_are_refused_where_one_is_wanted(frame):
    with pytest.raises(InputError, match="score_events"):
        as_event(frame({"text": ["Rain.", "Sun."], "event": ["e", "f"]}))


@FRAMES
def test_rows_are_grouped_by_event_in_order_of_first_appearance(frame):
    rows = {"text": ["a", "b", "c", "d"], "event": [9, 2, 9, 2], "label": [None, 0.0, 1.0, None]}
    assert list(as_events(frame(rows))) == [
        Event("9", (Article("0", "a"), Article("1", "c")), {"1": 1.0}),
        Event("2", (Article("0", "b"), Article("1", "d")), {"0": 0.0}),
    ]


@FRAMES
def test_a_frame_without_events_is_one_event(frame):
    assert list(as_events(frame({"text": ["a", "b"]}))) == [
        Event("event", (Article("0", "a"), Article("1", "b")))
    ]


@FRAMES
def test_a_row_without_its_event_is_a_problem_and_the_others_stay(frame):
    problem, event = as_events(frame({"text": ["a", "b"], "event": ["e", None]}))
    assert isinstance(problem, Problem)
    assert (problem.line, problem.field) == (2, "event")
    assert event == Event("e", (Article("0", "a"),))


def test_a_bad_row_loses_no_good_one():
    event_problem, text_problem, event = as_events(
        pd.DataFrame({"text": ["a", 5, "c", "d"], "event": ["e", "e", True, "e"]}, dtype=object)
    )
    assert (event_problem.line, event_problem.field) == (3, "event")
    assert (text_problem.line, text_problem.field) == (2, "text")
    assert event == Event("e", (Article("0", "a"), Article("2", "d")))


@FRAMES
def test_an_event_in_a_list_may_be_a_frame(frame):
    problem, first, second = as_events([frame({"text": ["a", ""]}), {"articles": frame({"text": ["b"]})}])
    assert (problem.line, problem.field) == (1, "[1].text")
    assert first == Event("0", (Article("0", "a"),))
    assert second == Event("1", (Article("0", "b"),))
