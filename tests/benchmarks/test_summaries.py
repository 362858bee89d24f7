"""The numbers of summaries are judged whole, and by weights that have not seen their document."""

import json

import pytest

from benchmarks import summaries


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("they raised £50, 000 for it", "000", "£50,000"),
        ("they raised £50, 000 for it", "50,", "£50,000"),
        ("a # 10.25 m loan", "10.25 m", "£10.25m"),
        ("a £1. 8m project", "8m", "£1.8m"),
    ],
)
def test_numbers_in_pieces_are_put_together(text, number, whole):
    at = text.index(number)
    joined, start, end = summaries.joined(text, at, at + len(number))
    place = joined.index(whole)
    assert place <= start < end <= place + len(whole)


def test_a_year_before_a_number_is_no_part_of_it():
    assert summaries.joined("in 2012, 300 of them left", 9, 12) == ("in 2012, 300 of them left", 9, 12)


def test_the_summaries_of_one_document_fall_into_one_fold():
    assert summaries.fold({"id": "17-Gold-0"}) == summaries.fold({"id": "17-PtGen-3"})


def test_there_is_a_set_of_weights_for_every_fold():
    model = json.loads(summaries.MODEL.read_text(encoding="utf-8"))
    assert len(model["folds"]) == summaries.FOLDS
    assert {len(weights) for weights in model["folds"]} == {1 + len(model["weights"])}
