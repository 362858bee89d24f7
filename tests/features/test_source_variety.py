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
    ],
)
def test_a_source_under_a_shorter_or_longer_name_is_one(second):
    assert len(sources(second)) == 1


def test_two_sources_are_two():
    assert len(sources("The Ferry Guild said that the ground is soft.")) == 2
