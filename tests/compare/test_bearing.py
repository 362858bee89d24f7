"""What is claimed may be vaguer than what is stated, never more exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability import read
from reliability.compare.bearing import bears_out, measures_same, reach


def quantity(text):
    (found,) = read(text).quantities
    return found


@pytest.mark.parametrize(
    ("stated", "claimed"),
    [
        ("They met on 13 August 2019.", "They met in 2019."),
        ("They met on 13 August 2019.", "They met in August 2019."),
        ("It sold 1,327 tickets.", "It sold more than 1,300 tickets."),
        ("It sold 1,327 tickets.", "It sold about 1,300 tickets."),
        ("It sold 1,327 tickets.", "It sold 1,300 tickets."),
        ("It lies 156 km away.", "It lies over 150 km away."),
        ("Some 450 people came.", "Hundreds of people came."),
        ("It grew by 26%.", "A quarter of it is new."),
        ("It won 52% of the vote.", "More than half of the vote went to it."),
    ],
)
def test_a_vaguer_number_follows_from_an_exact_one_and_not_the_other_way_round(stated, claimed):
    assert bears_out(quantity(stated), quantity(claimed))
    assert not bears_out(quantity(claimed), quantity(stated))


@pytest.mark.parametrize(
    ("stated", "claimed"),
    [
        ("They met on 13 August 2019.", "They met on 14 August 2019."),
        ("At least 12 people died.", "At least 11 people died."),
        ("It sold 1,900 tickets.", "It sold more than 1,300 tickets."),
        ("It won 45% of the vote.", "More than half of the vote went to it."),
        ("Lund won 3-1.", "Lund won 2-1."),
        ("They met in August 2019.", "They met on Monday."),
    ],
)
def test_another_number_does_not_follow(stated, claimed):
    assert not bears_out(quantity(stated), quantity(claimed))


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.sampled_from(["", "more than ", "about ", "up to "]))
def test_what_bears_a_number_out_lies_within_its_reach(stated, claimed, bound):
    one, other = quantity(f"They sold {stated:,} boats."), quantity(f"They sold {bound}{claimed:,} boats.")
    assert bears_out(other, other)
    if bears_out(one, other):
        assert any(low <= one.value <= high for low, high in reach(other))


@pytest.mark.parametrize(
    ("stated", "claimed", "same"),
    [
        ("Two suspects fled.", "Two people fled.", True),
        ("Two children fled.", "Two authors fled.", None),
        ("Ten gunshots rang out.", "Ten shots rang out.", True),
        ("Two cars burned.", "Two people fled.", False),
        ("It cost $5 million.", "It cost 5 million euros.", False),
        ("It took 12 days.", "It took 12 months.", False),
    ],
)
def test_the_thing_counted_must_be_the_same(stated, claimed, same):
    assert measures_same(quantity(stated), quantity(claimed), ((), ()), ("", "")) is same


def test_what_befell_the_persons_counted_tells_them_apart():
    dead, hurt = quantity("Some 20 people died."), quantity("Some 20 people were hurt.")
    assert measures_same(dead, hurt, ((), ()), ("death", "illness")) is False
    assert measures_same(dead, quantity("There were 20 deaths."), ((), ()), ("death", "death")) is True
