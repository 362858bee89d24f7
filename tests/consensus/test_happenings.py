"""Articles that name other people and places tell of another happening, and copies do not change that."""

from reliability.consensus.happenings import Happenings
from reliability.extract import read
from reliability.records import Article

FIRE = (
    "A fire at the Holm Hotel in Lund killed 14 guests on March 3, Mayor Ada Berg said.",
    "Mayor Ada Berg of Lund said that 14 guests of the Holm Hotel died in the fire on March 3.",
    "In Lund, the Holm Hotel burned down. Fourteen guests died, said Mayor Ada Berg.",
)
TRIAL = (
    "The trial of Karel Brouw, who burned the Tessel Theatre in Varde, began on May 9.",
    "In Varde, Karel Brouw went on trial on May 9 for burning the Tessel Theatre.",
)


def happenings(*texts, voices=None):
    readings = tuple(read(Article(str(index), text)) for index, text in enumerate(texts))
    return Happenings(readings, voices or list(range(len(texts))))


def test_those_who_name_the_same_tell_of_one_happening():
    assert happenings(*FIRE, *TRIAL).one(0, 1)
    assert happenings(*FIRE, *TRIAL).one(0, 2)
    assert happenings(*FIRE, *TRIAL).one(3, 4)


def test_those_who_name_others_do_not():
    found = happenings(*FIRE, *TRIAL)
    assert not any(found.one(fire, trial) for fire in range(3) for trial in (3, 4))


def test_a_copy_changes_nothing():
    alone = happenings(FIRE[0], FIRE[2], TRIAL[0])
    copied = happenings(FIRE[0], FIRE[0], FIRE[2], TRIAL[0], voices=[0, 0, 1, 2])
    assert alone.one(0, 1) == copied.one(0, 2) == copied.one(1, 2)
    assert alone.one(0, 2) == copied.one(0, 3) == copied.one(1, 3)


def test_where_nothing_is_named_nothing_is_told_apart():
    assert happenings("it rained", "it snowed").one(0, 1)
