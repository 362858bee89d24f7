"""Numbers are worth what they print, in digits, in words, and in mixtures of the two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentence_of import read

PRINTED = [
    ("1,200", 1200),
    ("12,34,567.89", 1234567.89),
    ("1 200 000", 1200000),
    ("1.200.000", 1200000),
    ("3.75", 3.75),
    ("2½", 2.5),
    ("10 1/2", 10.5),
    ("2-1/2", 2.5),
    ("twenty-five", 25),
    ("one hundred and five", 105),
    ("two hundred thousand", 200000),
    ("two million three hundred thousand", 2300000),
    ("two thousand million", 2e9),
    ("two and a half", 2.5),
    ("two and a half million", 2.5e6),
    ("a hundred", 100),
    ("a million and a half", 1.5e6),
    ("half a million", 5e5),
    ("three quarters of a million", 7.5e5),
    ("three point one four", 3.14),
    ("2 hundred thousand", 200000),
    ("4 lakh", 4e5),
    ("54K", 54000),
    ("3bn", 3e9),
]


@pytest.mark.parametrize(("text", "value"), PRINTED)
def test_a_number_is_worth_what_it_prints(text: str, value: float) -> None:
    assert [quantity.value for quantity in read(f"We saw {text} tickets.")] == [pytest.approx(value)]


@given(st.integers(min_value=1, max_value=10**15))
def test_grouped_digits_are_worth_the_whole_number(number: int) -> None:
    assert [quantity.value for quantity in read(f"We saw {number:,} tickets.")] == [float(number)]


@pytest.mark.parametrize("text", ["007", "1,23,4", "1.2.3.4", "12345678901234567890123"])
def test_a_code_is_no_number(text: str) -> None:
    assert read(f"See code {text} there.") == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [("dozens of", (24, 240)), ("thousands of", (1e3, 1e4)), ("tens of thousands of", (1e4, 1e5))],
)
def test_vague_scales_reach_to_the_next(text: str, ends: tuple[float, float]) -> None:
    assert [(quantity.value, quantity.high) for quantity in read(f"We saw {text} tickets.")] == [ends]
