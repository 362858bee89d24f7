"""Dates and times of day are read as far as the text gives them, and nothing is filled in."""

import pytest

from extract.sentence_of import read

PRINTED = [
    ("on 2019-08-13", "2019-08-13"),
    ("at 2019-09-01T10:38:07.190Z", "2019-09-01"),
    ("on 13 August 2019", "2019-08-13"),
    ("on August 13, 2019", "2019-08-13"),
    ("on the 13th of August", "--08-13"),
    ("on oct. 13", "--10-13"),
    ("in August 2019", "2019-08"),
    ("in June of 2018", "2018-06"),
    ("in March", "--03"),
    ("on 27/04/2025", "2025-04-27"),
    ("on 04/27/2025", "2025-04-27"),
    ("on 04/05/2025", "04/05/2025"),
    ("in 2011-2015", "2011/2015"),
    ("in 2012/13", "2012/2013"),
    ("in the 1990s", "1990s"),
    ("on Monday", "monday"),
    ("at Sunday's vote", "sunday"),
    ("on Tues.", "tuesday"),
    ("this year", "this year"),
    ("tonight", "tonight"),
    ("at 5 p.m.", "17:00"),
    ("at 12am", "00:00"),
    ("at 12.30 pm", "12:30"),
    ("at 9 o'clock", "09:00"),
    ("at 0930 GMT", "09:30"),
]


@pytest.mark.parametrize(("text", "value"), PRINTED)
def test_a_date_is_kept_as_partial_as_it_is_printed(text: str, value: str) -> None:
    assert [quantity.value for quantity in read(f"It came {text}")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "The sun sat low.",
        "He will wed her.",
        "It ran 1:36.6 there.",
        "It is 13/13/2019 here.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not [quantity for quantity in read(text) if quantity.kind in {"date", "time"}]


def test_an_impossible_clock_time_is_no_time() -> None:
    assert not [quantity for quantity in read("It came at 27:80 pm.") if quantity.kind == "time"]


def test_two_days_of_one_month_both_have_the_month() -> None:
    assert [quantity.value for quantity in read("It runs from 18-22 October.")] == ["--10-18", "--10-22"]
