"""One event, from every form its articles can be given in."""

import datetime as dt
import sys
from collections import UserDict
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability.intake import as_event
from reliability.records import Article, Event, InputError, Problem

ODD_TEXT = "One\r\ntwo\rthree\u2028four\u00a0five \U0001f1fa\U0001f1f3 e\u0301 \x00 \ufeff end \n"
TEXTS = st.text(min_size=1).filter(lambda text: not text.isspace())
FOLDER = Path(__file__).parents[2] / "fixtures/events/un-report"


def problem_of(articles, **options) -> Problem:
    with pytest.raises(InputError) as caught:
        as_event(articles, **options)
    return caught.value.problem


def texts(event: Event) -> list[str]:
    return [article.text for article in event.articles]


def ids(event: Event) -> list[str]:
    return [article.id for article in event.articles]


def test_a_string_is_one_article_called_after_its_position():
    assert as_event("Rain fell.") == Event("event", (Article("0", "Rain fell."),), {})


def test_the_event_can_be_named():
    assert as_event("Rain fell.", event_id="storm").id == "storm"


@pytest.mark.parametrize(
    "articles",
    [
        ["a", {"text": "b"}, Article("2", "c")],
        ("a", b"b", UserDict(text="c")),
        iter(["a", bytearray(b"b"), "c"]),
        {"a": 0, "b": 0, "c": 0}.keys(),
        pd.Series(["a", "b", "c"]),
    ],
    ids=["list", "tuple", "iterator", "view", "series"],
)
def test_any_iterable_of_texts_mappings_and_articles_will_do(articles):
    event = as_event(articles)
    assert texts(event) == ["a", "b", "c"]
    assert ids(event) == ["0", "1", "2"]


def test_a_mapping_fills_every_field_and_its_label_goes_to_the_event():
    fields = {
        "id": "dw",
        "text": "Rain.",
        "title": "Storm",
        "source": "dw.com",
        "url": "https://dw.com/1",
        "published": "2019-08-13",
    }
    event = as_event({**fields, "label": 1, "unknown": object()})
    assert event.articles == (Article(**fields),)
    assert event.labels == {"dw": 1.0}


def test_an_article_stays_as_it_is():
    article = Article("a", ODD_TEXT, "Title", "dw.com", "https://dw.com", "2019-08-13")
    assert as_event(article).articles == (article,)


def test_an_event_stays_as_it_is():
    event = Event("storm", (Article("a", "Rain."), Article("b", "Sun.")), {"b": 0.25})
    assert as_event(event, event_id="other") == event


def test_the_articles_of_an_event_are_checked():
    event = Event("storm", (Article("a", "Rain."), Article("a", "Sun.")))
    problem = problem_of(event)
    assert problem.field == "articles[1].id"
    assert "field 'articles[0]'" in problem.message


def test_the_labels_of_an_event_are_checked():
    event = Event("storm", (Article("a", "Rain."),), {"a": 7})
    assert problem_of(event).field == "articles[0].label"


def test_a_mapping_with_articles_is_an_event_with_its_own_id():
    event = as_event({"id": "storm", "articles": ["Rain.", {"id": "b", "text": "Sun.", "label": False}]})
    assert event == Event("storm", (Article("0", "Rain."), Article("b", "Sun.")), {"b": 0.0})


def test_a_mapping_with_articles_and_without_an_id_takes_the_name_given():
    assert as_event({"articles": ["Rain."]}, event_id="storm").id == "storm"


@pytest.mark.parametrize("articles", [None, "Rain.", {"text": "Rain."}, 5])
def test_articles_that_are_no_list_are_refused(articles):
    problem = problem_of({"articles": articles})
    assert problem.field == "articles"
    assert "give" in problem.message


# Texts


@given(TEXTS)
def test_text_is_kept_exactly_in_every_form(text):
    for form in ([text], {"text": text}, Article("a", text), {"articles": [text]}):
        assert texts(as_event(form)) == [text]


@pytest.mark.parametrize("text", [ODD_TEXT, "\ud800 alone", "\ufeffmark", "\x00"])
def test_odd_text_is_kept_exactly(text):
    assert texts(as_event([text, {"text": text}])) == [text, text]


@given(TEXTS)
def test_utf8_bytes_are_text(text):
    assert texts(as_event([text.encode(), {"text": text.encode()}])) == [text.removeprefix("\ufeff")] * 2


def test_a_large_article_is_taken_whole():
    text = "Rain fell on the town. " * 450_000
    assert texts(as_event(text)) == [text]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({}, "no text"),
        ({"text": None}, "no text"),
        ({"text": float("nan")}, "no text"),
        ({"text": pd.NA}, "no text"),
        (None, "no text"),
        (float("nan"), "no text"),
        ("", "only white space"),
        ({"text": " \n\u00a0\t"}, "only white space"),
        ("\n" * 10_000, "only white space"),
        ({"text": 5}, "a number"),
        ({"text": True}, "true or false"),
        ({"text": ["a"]}, "a list"),
        ({"text": {"a": "b"}}, "an object"),
    ],
)
def test_an_article_without_text_is_named(value, says):
    problem = problem_of(["Rain.", value])
    assert (problem.file, problem.line, problem.field) == (None, 2, "text")
    assert says in problem.message
    assert "give" in problem.message


def test_bytes_that_are_not_utf8_are_said_so_with_their_offset_and_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    problem = problem_of(["Rain.", {"text": b"Line\nCaf\xe9 society"}])
    assert (problem.line, problem.field) == (2, "text")
    assert "0xe9 at byte offset 8, line 2, is not UTF-8" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_says_how_bytes_are_read(encoding):
    assert texts(as_event("Rain in Łódź.".encode(encoding))) == ["Rain in Łódź."]


@pytest.mark.parametrize(("value", "says"), [(5, "a number"), ([], "a list"), (object(), "of type object")])
def test_what_is_no_article_is_named(value, says):
    problem = problem_of(["Rain.", value])
    assert (problem.line, problem.field) == (2, None)
    assert says in problem.message


def test_an_event_among_articles_is_told_apart():
    assert "whole event" in problem_of(["Rain.", {"articles": ["Sun."]}]).message


@pytest.mark.parametrize("nothing", [[], (), iter([]), {"articles": []}, Event("e", ())])
def test_nothing_given_is_refused(nothing):
    assert "no articles" in problem_of(nothing).message


@pytest.mark.parametrize("articles", [None, 5, 2.5, object()])
def test_what_holds_no_articles_is_refused(articles):
    assert "give" in problem_of(articles).message


# Ids


@pytest.mark.parametrize(
    ("given_id", "kept"),
    [
        ("a b", "a b"),
        (7, "7"),
        (np.int64(7), "7"),
        (7.0, "7"),
        (None, "0"),
        ("", "0"),
        (" ", "0"),
        (float("nan"), "0"),
    ],
)
def test_ids_become_text(given_id, kept):
    assert ids(as_event({"id": given_id, "text": "Rain."})) == [kept]


@pytest.mark.parametrize("wrong", [True, 2.5, float("inf"), ["a"], b"a"])
def test_ids_of_other_types_are_refused(wrong):
    problem = problem_of([{"id": wrong, "text": "Rain."}])
    assert (problem.line, problem.field) == (1, "id")
    assert "the id is" in problem.message


def test_two_articles_with_one_id_are_refused_with_both_places():
    problem = problem_of([{"id": "a", "text": "Rain."}, "Sun.", {"id": "a", "text": "Snow."}])
    assert (problem.line, problem.field) == (3, "id")
    assert "'a'" in problem.message
    assert "record 1" in problem.message


def test_a_position_that_is_another_articles_id_is_refused():
    problem = problem_of([{"id": 1, "text": "Rain."}, "Sun."])
    assert (problem.line, problem.field) == (2, "id")


# Labels and the other fields


@pytest.mark.parametrize(
    ("label", "kept"),
    [(0, 0.0), (1, 1.0), (0.25, 0.25), (True, 1.0), (False, 0.0), (np.float32(0.5), 0.5), (np.True_, 1.0)],
)
def test_labels_are_numbers_from_0_to_1(label, kept):
    labels = as_event({"text": "Rain.", "label": label}).labels
    assert labels == {"0": kept}
    assert type(labels["0"]) is float


def test_an_absent_label_is_no_label():
    assert as_event(["Rain.", {"text": "Sun.", "label": None}]).labels == {}


@pytest.mark.parametrize("label", [-1, 2, 1.01, float("nan"), float("inf"), 10**400, "1", "", [], Decimal(1)])
def test_other_labels_are_refused(label):
    problem = problem_of(["Rain.", {"text": "Sun.", "label": label}])
    assert (problem.line, problem.field) == (2, "label")
    assert "the label is" in problem.message
    assert "give 1 (reliable)" in problem.message


@pytest.mark.parametrize("field", ["title", "source", "url", "published"])
@pytest.mark.parametrize("wrong", [5, True, ["a"], b"a"])
def test_other_fields_must_be_text(field, wrong):
    problem = problem_of(["Rain.", {"text": "Sun.", field: wrong}])
    assert (problem.line, problem.field) == (2, field)
    assert f"the {field} is" in problem.message


@pytest.mark.parametrize("field", ["title", "source", "url", "published"])
@pytest.mark.parametrize("nothing", [None, "", " \n", float("nan"), pd.NA, pd.NaT])
def test_absent_and_blank_fields_are_none(field, nothing):
    assert as_event({"text": "Rain.", field: nothing}).articles == (Article("0", "Rain."),)


def test_titles_keep_their_white_space():
    assert as_event({"text": "Rain.", "title": " Storm\n"}).articles[0].title == " Storm\n"


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("last Monday", "last Monday"),
        (dt.date(2019, 8, 13), "2019-08-13"),
        (dt.datetime(2019, 8, 13, 7, 30, tzinfo=dt.UTC), "2019-08-13T07:30:00+00:00"),
        (pd.Timestamp("2019-08-13"), "2019-08-13T00:00:00"),
    ],
)
def test_dates_become_iso_text(published, kept):
    assert as_event({"text": "Rain.", "published": published}).articles[0].published == kept


# Paths


def test_a_path_is_read():
    event = as_event(FOLDER)
    assert event.id == "un-report"
    assert ids(event) == sorted(file.stem for file in FOLDER.glob("*.txt"))


def test_a_short_string_that_names_something_is_a_path():
    assert as_event(str(FOLDER)) == as_event(FOLDER)


@pytest.mark.parametrize("text", ["no/such/file.txt", "a\x00b", "\ud800", "x" * 259, "Rain.\n"])
def test_any_other_string_is_a_text(text):
    assert texts(as_event(text)) == [text]


def test_a_long_string_is_never_a_path(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Rain.")
    roundabout = str(tmp_path) + "/." * 150 + "/a.txt"
    assert Path(roundabout).exists()
    assert texts(as_event(roundabout)) == [roundabout]


def test_a_string_in_a_list_is_never_a_path():
    assert texts(as_event([str(FOLDER)])) == [str(FOLDER)]


def test_paths_in_a_list_are_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    (tmp_path / "b.json").write_bytes(b'[{"text": "Sun."}, {"text": "Snow.", "label": 1}]')
    event = as_event([tmp_path / "a.txt", "Hail.", tmp_path / "b.json"])
    assert ids(event) == ["a", "1", "b-0", "b-1"]
    assert texts(event) == ["Rain.", "Hail.", "Sun.", "Snow."]
    assert event.labels == {"b-1": 1.0}


def test_a_path_in_a_list_that_is_no_article_is_refused(tmp_path):
    problem = problem_of(["Rain.", tmp_path / "a.csv"])
    assert problem.file == str(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text("a,b")
    assert ".csv files are not read" in problem_of([tmp_path / "a.csv"]).message


def test_a_path_that_is_not_there_is_refused(tmp_path):
    problem = problem_of(tmp_path / "a.txt")
    assert problem.file == str(tmp_path / "a.txt")
    assert "no such file" in problem.message


def test_several_events_are_refused(tmp_path):
    file = tmp_path / "two.jsonl"
    file.write_text('{"id": "a", "articles": ["Rain."]}\n{"id": "b", "articles": ["Sun."]}\n')
    message = problem_of(file).message
    assert "'a', 'b'" in message
    assert "score_events" in message


def test_the_first_problem_is_the_one_raised_and_can_be_printed():
    with pytest.raises(InputError, match=r"^record 2, field 'text': the article has no text; give it one"):
        as_event(["Rain.", None, {"text": 5}])
