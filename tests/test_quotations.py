"""A quotation that many articles print."""

import random

import reliability
from reliability.records import Article

PLACES = "Lund Ost Mora Vik Holm Dal Berg Sund Nes Eid Voll Moen Hagen Lien Strand Bakke Vang Haug Lie Moe Dahl Foss Rud Sand Aas Hauge Nygard Solberg".split()


THINGS = "ferry inn bread harvest mill orchard chapel market quay barge school lantern cellar meadow wagon forge".split()


def printed(place: str, words: str) -> Article:
    chance = random.Random(place)  # noqa: S311 - each article tells the rest in its own words
    rest = " ".join(
        f"The {chance.choice(THINGS)} near {chance.choice(PLACES)} lost its {chance.choice(THINGS)}."
        for _ in range(6)
    )
    return Article(place, f"The old bridge at Lund fell on Monday. “{words},” Mayor Ann Berg said. {rest}")


def test_however_many_print_it_one_quotation_is_one_item_and_a_changed_one_stands_out():
    right = "The northern pillar was never once inspected in all those years"
    wrong = "The northern pillar was once inspected in all those years"
    ranking = reliability.score([*(printed(place, right) for place in PLACES), printed("Xander", wrong)])
    items = [item for item in ranking.consensus.items if item.kind == "quote"]
    assert len(items) == 1
    assert {claim.article_id for claim in items[0].claims} == {*PLACES, "Xander"}
    assert [piece.verdict for piece in ranking["Xander"].evidence if piece.feature == "quote_fidelity"] == [
        "altered"
    ]
