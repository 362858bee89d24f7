"""The facts on the page: each once, with how it changed and who says otherwise."""

from datetime import date

from reliability.records import Fact, Span
from reliability.report.facts import changes, once


def fact(label: str, *places: Span, kind: str = "quantity", voices: int = 2, **more: object) -> Fact:
    return Fact(kind, label, "", label, 0.9, places, voices=voices, **more)  # type: ignore[arg-type]


A, B = Span("a", 10, 20), Span("b", 10, 20)
WIDE = (Span("a", 0, 60), Span("b", 0, 60))


def test_a_number_inside_of_a_statement_is_not_told_again():
    number = fact("12 people", A, B)
    statement = fact("The flood killed 12 people in Lund.", *WIDE, kind="statement")
    assert once((number, statement)) == [statement]


def test_a_number_that_more_voices_tell_stays_and_the_statement_goes():
    number = fact("The flood killed 12 people", A, B, Span("c", 1, 5), voices=3)
    statement = fact("The flood killed 12 people in Lund.", *WIDE, kind="statement")
    assert once((number, statement)) == [number]


def test_what_is_disputed_or_changes_is_told_in_any_case():
    statement = fact("The flood killed 12 people in Lund.", *WIDE, kind="statement")
    disputed = fact("12 people", A, B, dissent=(Span("c", 0, 2),))
    moving = fact("12 people", A, B, series=((date(2024, 5, 6), 12.0), (date(2024, 5, 7), 19.0)))
    assert once((disputed, moving, statement)) == [disputed, moving, statement]


def test_changes_within_a_week_are_told_by_its_days():
    toll = fact(
        "19 people",
        A,
        B,
        series=((date(2024, 5, 6), 12.0), (date(2024, 5, 7), 19.0), (date(2024, 5, 8), 24.0)),
    )
    assert changes(toll) == "12 (Monday), 19 (Tuesday), 24 (Wednesday)"


def test_changes_over_weeks_are_told_by_dates():
    toll = fact("1,200 homes", A, B, series=((date(2024, 5, 6), 1200.0), (date(2024, 5, 20), 3.5e6)))
    assert changes(toll) == "1,200 (6 May), 3,500,000 (20 May)"
