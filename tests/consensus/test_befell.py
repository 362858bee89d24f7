"""What befell the persons that a number counts: what the sentence says of them, not of the next ones."""

import pytest

from reliability.consensus.mentions import befell
from reliability.extract import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A quake hit the south, killing at least 10 people, injuring dozens more.", "death"),
        ("Four parcels since March 2 killed 21 people and injured many others.", "death"),
        ("Officials said 80 injured and 12 people missing.", "missing"),
        ("The blast injured 12 people and killed a dog.", "illness"),
        ("Twelve people, all of them miners, died.", "death"),
        ("Some 40 people came to the fair.", ""),
    ],
)
def test_it_is_what_the_sentence_says_of_them(sentence, expected):
    found = read(sentence)
    people = next(one for one in found.quantities if one.unit == "person" and float(one.value) < 80)
    assert befell(found, people) == expected
