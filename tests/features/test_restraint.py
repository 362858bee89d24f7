"""What looks like a shout and is none."""

import pytest

import reliability

BASE = (
    "The old bridge at Lund fell into the river on Monday. The frost of the long winter had opened a crack in the stone, and "
    "police closed the road along the bank and sent the people home. The harbour pilots, who had warned of it, were not there."
)


def shouts(more):
    text = BASE + more
    card = reliability.score([text])[0]
    found = [piece for piece in card.evidence if piece.feature == "restraint"]
    assert found
    return [text[piece.span.start : piece.span.end] for piece in found[1:]]


@pytest.mark.parametrize(
    "more",
    [
        " Wonder Lars and Master Gee sang for the divers.",
        " Doctors of the WHO looked at the water.",
        " The so-called black box of the ferry was not found.",
        " The mayor? who was in Vanne ? came back at noon.",
        "\n\nWho looks after the bridge?\n\nThe town does, and it has no money.",
        "\n\nWhoa, the bridge is GONE! — Ann Berg (@annberg) May 4, 2014",
    ],
    ids=["a name", "a body", "a thing so called", "a sign gone wrong", "a heading", "a post"],
)
def test_what_only_looks_like_a_shout_is_none(more):
    assert shouts(more) == []


@pytest.mark.parametrize(
    ("more", "shout"),
    [
        (" Gee, that was quick.", "Gee"),
        (" The town NOT once looked at it, and not once sent a diver.", "NOT"),
        (" Who will pay for this? Nine men lost their boats.", "s?"),
        ("\n\nWhoa, the bridge is gone.", "Whoa"),
    ],
)
def test_a_shout_beside_it_is_one(more, shout):
    assert shout in shouts(more)
