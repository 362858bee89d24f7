"""Printed points add up."""

from hypothesis import given
from hypothesis import strategies as st

from reliability.records import Article, Contribution, Evidence, Measurement, Scorecard, Span
from reliability.report.rounding import Tenths, plain, signed

EVIDENCE = (Evidence("f", "measured", Span("a", 0, 1), (), "Seen.", 1.0, 1.0),)


def card(base, points):
    contributions = tuple(
        Contribution(Measurement(f"f{i}", EVIDENCE if p is not None else (), 0.5, 1.0), 10.0, 0.5, p or 0.0)
        for i, p in enumerate(points)
    )
    return Scorecard(Article("a", "x"), 1, base, contributions, (0.0, 100.0))


@given(st.floats(0, 100), st.lists(st.none() | st.floats(-100, 100), max_size=9))
def test_printed_base_and_points_add_up_to_the_printed_score(base, points):
    scored = card(base, points)
    printed = Tenths.of(scored)
    assert printed.base + sum(p or 0 for p in printed.points) == printed.score
    assert plain(printed.score) == f"{round(scored.score, 1) + 0.0:.1f}"
    assert plain(printed.base) == f"{round(base, 1):.1f}"


@given(st.floats(0, 100), st.lists(st.none() | st.floats(-100, 100), min_size=1, max_size=9))
def test_no_points_are_printed_far_off_and_nothing_measured_stays_a_dot(base, points):
    printed = Tenths.of(card(base, points)).points
    for shown, exact in zip(printed, points, strict=True):
        if exact is None:
            assert signed(shown) == "·"
        else:
            assert abs(shown - exact * 10) < 2.01


def test_the_missing_tenth_goes_to_whom_rounding_took_most():
    assert Tenths.of(card(60.0, [3.04, 2.04, None, 1.09])) == Tenths(662, 600, (31, 20, None, 11))


def test_points_carry_their_sign_and_nothing_is_plain_zero():
    assert [signed(t) for t in (31, -31, 0, -3, None)] == ["+3.1", "-3.1", "0.0", "-0.3", "·"]
