"""A number of a claim is borne out by the same value of the same thing, not by the same digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability import read
from reliability.consensus.inferred import inferred
from reliability.consensus.support import support
from reliability.consensus.support_model import evidence, probability
from reliability.records import Article

TEXT = "The council of Lund will pay $2 billion for the bridge. Police said 35 people were hurt when it fell, and 12 cars sank."


def of(claim, text=TEXT):
    return support(read(Article("claim", claim)), read(Article("text", text)))


def test_the_same_value_of_the_same_thing_bears_a_number_out():
    (found,) = of("In Lund, 35 people were hurt as the bridge fell.")
    assert found.value
    assert found.how == "states"
    assert read(Article("text", TEXT)).quoted(found.mention.extent) == "35 people"
    assert found.probability > 0.5


def test_the_same_value_of_another_thing_does_not():
    (found,) = of("In Lund, 35 cars sank as the bridge fell.")
    assert found.value
    assert not found.sure
    assert found.mention is None
    assert found.probability < of("In Lund, 12 cars sank as the bridge fell.")[0].probability


def test_another_scale_does_not():
    (found,) = of("The council of Lund will pay $2 million for the bridge.")
    assert not found.value
    assert not found.sure


def test_words_that_the_text_lacks_lower_the_share_of_its_words():
    (near,), (far,) = of("Police said 35 people were hurt."), of("A volcano left 35 people penniless.")
    assert far.words < near.words == 1.0
    assert far.near < near.near
    assert far.probability < near.probability


def test_a_claim_without_numbers_has_no_support():
    assert of("The bridge fell.") == []


@pytest.mark.parametrize(
    ("claim", "text", "how"),
    [
        ("Two people were arrested.", "A man, 41, and a woman, 23, were arrested in Lund.", "implies"),
        ("Police hold two men.", "The men, aged 24 and 31, were taken to Lund.", "implies"),
        ("Three climbers are safe.", "Police in Lund praised the trio.", "implies"),
        ("It ended in a 1-1 draw.", "The match ends, Lund Town 1, Malmo City 1.", "implies"),
        (
            "At least 20 people died.",
            "There were 15 deaths in the north and another five in the south.",
            "implies",
        ),
        ("the league two side lost.", "They hope to stay in League Two.", "names"),
        ("Police made eight arrests.", "At least eight were arrested.", "states"),
        ("He was shot three times.", "Neighbours heard three shots.", "states"),
        ("They lost 1,840.", "In all 1,840 boats were lost.", "states"),
        ("Two authors won.", "She has two children.", "open"),
        ("They lost two.", "They own two boats.", "open"),
        ("A two-year deal.", "They stay in League Two.", ""),
        ("Three people died.", "A man, 41, and a woman, 23, were arrested in Lund.", ""),
        ("He lost 15 boats.", "There were 10 boats in the north and five in the south.", ""),
    ],
)
def test_how_a_text_says_a_number(claim, text, how):
    (found,) = of(claim, text)
    assert found.how == how


def test_what_is_implied_stands_on_the_characters_that_imply_it():
    text = read(
        Article(
            "text", "In Lund a man and a young woman were arrested. Ann Lee, 41, and Bo Ek, 23, were freed."
        )
    )
    people, ages = inferred(text)
    assert text.quoted(people.span) == "a man and a young woman"
    assert text.quoted(ages.span) == "41, and Bo Ek, 23"
    assert people.value == ages.value == 2


def test_a_claim_follows_from_itself():
    claim = "Some 35 people, 12 of them children, were hurt on 3 May 2019; the damage is put at $2m, or 4% of the sum."
    assert {found.how for found in of(claim, claim)} == {"states"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_odd_text_yields_what_it_can(claim, text):
    assert all(0 < found.probability < 1 for found in of(f"{claim} 35 people 12", f"{text} 35"))


@given(st.booleans(), st.integers(0, 5), st.floats(0, 1))
def test_more_that_speaks_for_a_number_makes_it_more_probable(printed, near, words):
    def chance(*, sure):
        return probability(evidence(sure=sure, left=False, near=near, printed=printed, words=words))

    assert chance(sure=True) > chance(sure=False)
