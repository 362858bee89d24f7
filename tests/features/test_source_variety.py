"""Each source of an article counts once, however it is named."""

import pytest

import reliability

BASE = (
    "The Harbour Institute of Lund said on Monday that the pier had sunk by a hand. "
    "{second} It fears that the winter will bring more. The town closed the pier at noon, and the fishing boats lie in the old dock."
)


def sources(second):
    text = BASE.format(second=second)
    card = reliability.score([text])[0]
    return [
        text[piece.span.start : piece.span.end]
        for piece in card.evidence
        if piece.feature == "source_variety" and piece.verdict == "traceable"
    ]


@pytest.mark.parametrize(
    "second",
    [
        "“The ground is soft,” the Harbour Institute said.",
        "The institute said that the ground is soft.",
        "The Harbour Institute of Lund’s report said that the ground is soft.",
        "The HIL said that the ground is soft.",
        "We’ve said before that the ground is soft.",
        "The fishermen want to move their boats away.",
    ],
)
def test_a_source_under_a_shorter_or_longer_name_is_one(second):
    assert len(sources(second)) == 1


@pytest.mark.parametrize(
    "second",
    ["The Ferry Guild said that the ground is soft.", "The institute of Vanne said that the ground is soft."],
)
def test_two_sources_are_two(second):
    assert len([source for source in sources(second) if source != "It"]) == 2


def test_whoever_only_acts_is_no_vague_source():
    text = BASE.format(second="Some wanted to move their boats away.")
    assert not [piece for piece in reliability.score([text])[0].evidence if piece.verdict == "vague"]
