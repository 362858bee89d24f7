"""What copies of one text print of a number is one mention, whatever a copyist dropped or replaced."""

import pytest
from ferry import WIRE, edited

import reliability
from reliability.consensus.context import Rarity
from reliability.consensus.echoes import echoes, for_one
from reliability.consensus.mentions import mentions

FULL = edited(WIRE.format(toll=53))
BARE = FULL.replace("53 passengers", "53")
LOST = FULL.replace("horn", "siren")


@pytest.mark.parametrize("texts", [(FULL, BARE, LOST), (BARE, FULL, LOST), (BARE, LOST, FULL)])
def test_the_fullest_printing_speaks_for_all(texts):
    readings = tuple(map(reliability.read, texts))
    found = mentions(readings, [0, 0, 0], Rarity(readings))
    repeated = echoes(found)
    tolls = [index for index, mention in enumerate(found) if mention.quantity.value == 53.0]
    (spoken,) = [index for index in tolls if index not in repeated]
    assert {repeated[index] for index in tolls if index != spoken} == {spoken}
    heard = for_one(found, repeated)[spoken]
    assert heard.quantity.unit == "passenger"
    assert heard.voice == 0
    assert len(heard.echoed) == 2


def test_what_befell_those_counted_is_taken_from_any_printing():
    told = "Rescuers said that 53 people were {} when the ferry sank off Landis. " + WIRE.format(toll="Many")
    readings = tuple(reliability.read(told.format(how)) for how in ("lost to the sea", "killed"))
    found = mentions(readings, [0, 0], Rarity(readings))
    heard = for_one(found, echoes(found))
    assert {mention.state for mention in found if mention.quantity.value == 53.0} == {"", "death"}
    assert next(mention.state for mention in heard if mention.quantity.value == 53.0) == "death"
