"""A day is counted back from the day its article was published, as far as the text names one."""

from datetime import date

import pytest

from reliability.compare.dates import days_before

THURSDAY = date(2024, 3, 7)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("thursday", 0),
        ("wednesday", 1),
        ("friday", 6),
        ("--03-05", 2),
        ("2024-03-10", -3),
        ("2023-03-07", 366),
        ("2024-03", None),
        ("--02-30", None),
        ("last week", None),
        ("yesterday", None),
    ],
)
def test_days_before_the_publishing(value, days):
    assert days_before(value, THURSDAY) == days


def test_without_a_date_of_publishing_nothing_is_counted():
    assert days_before("monday", None) is None
