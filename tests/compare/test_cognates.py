"""What is spelt alike in several languages is one anchor."""

import pytest

from reliability.compare.cognates import cognate


@pytest.mark.parametrize(
    "words",
    [
        ("moscow", "moskau", "moscú", "moscou"),
        ("october", "oktober", "octobre"),
        ("parliament", "parlament", "parlement"),
        ("24", "2,400", "2.400", "24000"),
        ("21,500", "21.500", "21500"),
    ],
)
def test_one_name_or_number_in_several_spellings(words):
    assert len(set(map(cognate, words))) == 1
    assert cognate(words[0])


@pytest.mark.parametrize("words", [("moscow", "madrid"), ("21,500", "21,600"), ("parliament", "palace")])
def test_different_ones(words):
    assert len(set(map(cognate, words))) == len(words)


@pytest.mark.parametrize("word", ["the", "with", "sea", "7", "10"])
def test_what_stands_everywhere_is_no_anchor(word):
    assert cognate(word) == ""
