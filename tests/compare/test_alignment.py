"""Order is what tells a text retold from another text about the same things."""

from hypothesis import given
from hypothesis import strategies as st

from reliability.compare.alignment import Alignment

TEXTS = st.lists(st.lists(st.integers(1, 60), max_size=6), min_size=1, max_size=12)


def aligned(first, second):
    """Two texts of one letter for every anchor, each text a list of sentences, each a list of anchors."""
    return Alignment.of(
        [len(one) for one in first], [len(one) for one in second], (_places(first), _places(second))
    )


def _places(text):
    places = {}
    for index, sentence in enumerate(text):
        for anchor in dict.fromkeys(sentence):
            places.setdefault(anchor, []).append(index)
    return places


@given(TEXTS)
def test_a_text_corresponds_to_itself_sentence_by_sentence(text):
    alignment = aligned(text, text)
    assert alignment.chain == alignment.points
    if alignment.points:
        assert alignment.order == 1.0
        assert alignment.covered == 1.0
        assert alignment.pairs == [(index, index) for index in range(len(text))]


@given(TEXTS, TEXTS)
def test_the_chain_is_in_order_in_both_texts_and_it_does_not_matter_which_comes_first(first, second):
    here, there = aligned(first, second), aligned(second, first)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in zip(here.chain, here.chain[1:], strict=False))
    assert len(here.chain) == len(there.chain)
    assert sorted((b, a) for a, b in there.points) == list(here.points)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(here.pairs, here.pairs[1:], strict=False))
    assert 0.0 <= here.held <= here.covered <= 1.0


def test_the_same_things_in_another_order_are_not_in_order():
    text = [[anchor] for anchor in range(1, 10)]
    assert aligned(text, text[::-1]).order == 1 / 9


def test_what_lies_between_counts_where_it_is_about_as_long():
    text = [[1], [2] * 90, [3]]
    retold = [[1], [4] * 45, [5] * 40, [3]]
    cut = [[1], [4] * 9, [3]]
    assert aligned(text, retold).covered == 1.0
    assert aligned(text, retold).held < 0.1
    assert aligned(text, cut).covered < 0.1


def test_what_stands_more_often_in_one_text_makes_no_point():
    assert aligned([[1], [1, 2]], [[1, 2]]).points == ((1, 0),)
