"""Inflections of one word fold into one form, irregular ones too."""

import pytest

from reliability.compare.words import fold


@pytest.mark.parametrize(
    "words",
    [
        "injure injures injured injuring injury injuries hurt",
        "leave leaves leaving left",
        "die died dead deaths killed",
    ],
)
def test_forms_of_one_word_are_one_word(words):
    assert len({fold(word) for word in words.split()}) == 1


@pytest.mark.parametrize("word", ["hurt", "left", "dead", "stolen", "fell", "women", "percentage"])
def test_a_folded_word_folds_to_itself(word):
    assert fold(fold(word)) == fold(word)
