"""A number of a claim is borne out by the same value of the same thing, not by the same digits."""

from reliability import read
from reliability.consensus.support import support
from reliability.records import Article

TEXT = "The council of Lund will pay $2 billion for the bridge. Police said 35 people were hurt when it fell, and 12 cars sank."


def of(claim):
    return support(read(Article("claim", claim)), read(Article("text", TEXT)))


def test_the_same_value_of_the_same_thing_bears_a_number_out():
    (found,) = of("In Lund, 35 people were hurt as the bridge fell.")
    assert found.value
    assert found.like > 0.2


def test_the_same_value_of_another_thing_does_not():
    (found,) = of("In Lund, 35 cars sank as the bridge fell.")
    assert found.value
    assert found.like == 0
    assert found.rival > 0


def test_another_scale_does_not():
    (found,) = of("The council of Lund will pay $2 million for the bridge.")
    assert not found.value
    assert found.like == 0
    assert found.rival > 0.5


def test_words_that_the_text_lacks_lower_the_share_of_its_words():
    (near,), (far,) = of("Police said 35 people were hurt."), of("A volcano left 35 people penniless.")
    assert far.words < near.words == 1.0


def test_a_claim_without_numbers_has_no_support():
    assert of("The bridge fell.") == []
