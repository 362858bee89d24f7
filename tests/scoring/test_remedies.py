"""What would have to change for an article to rise."""

import pytest

import reliability
from reliability.report.reason import rise
from reliability.scoring.remedies import remedy

BODY = "The old bridge at Lund fell on Monday, mayor Ann Berg said. "
RIGHT = "There were 137 people hurt, and 24 cars sank, she told the council of the town. "
TEXTS = {
    "one": BODY + RIGHT + "The frost had opened a crack in the northern pillar, said the mason Olof Ek.",
    "two": "A crack in the stone brought the bridge at Lund down on Monday. "
    "Mayor Ann Berg counted 137 people hurt and 24 cars sunk, and closed the road along the bank.",
    "three": "Divers in Lund looked for the 24 cars that sank with the old bridge on Monday. "
    "Of the 137 people hurt, said mayor Ann Berg, most went home at night.",
    "four": "The bridge in Lund is gone. On Monday 1,370 people were hurt when it fell, said mayor Ann Berg, "
    "and 24 cars sank into the river.",
}


@pytest.fixture(scope="module")
def ranking():
    return reliability.score([{"id": name, "text": text} for name, text in TEXTS.items()])


def test_the_first_article_has_nothing_to_mend(ranking):
    assert remedy(ranking[0], ranking.cards, ranking.config) is None
    assert rise(ranking[0], ranking.cards, ranking.config) == ""


def test_an_article_with_one_wrong_number_rises_by_mending_it(ranking):
    card = ranking["four"]
    found = remedy(card, ranking.cards, ranking.config)
    assert card.rank == 4
    assert found is not None
    assert found.rank < 4
    assert [TEXTS["four"][piece.span.start : piece.span.end] for piece in found.pieces] == ["1,370 people"]


def test_what_a_remedy_promises_comes_true(ranking):
    found = remedy(ranking["four"], ranking.cards, ranking.config)
    mended = TEXTS | {"four": TEXTS["four"].replace("1,370", "137")}
    after = reliability.score([{"id": name, "text": text} for name, text in mended.items()])["four"]
    assert after.rank <= found.rank
    assert after.score - ranking["four"].score >= found.points - 1.0


def test_every_article_but_the_first_is_told_what_would_lift_it(ranking):
    for card in ranking.cards[1:]:
        assert rise(card, ranking.cards, ranking.config).endswith(".")


def test_the_report_says_what_would_lift_an_article(ranking):
    assert "the contradicted words were right (+" in " ".join(str(ranking).split())
