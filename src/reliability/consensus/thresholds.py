"""How like must the words around two numbers be, for the numbers to be taken for statements about one thing?

The measure is the cosine of the two contexts, weighted by rarity in the event. Paraphrases of one statement often
share no word but the number itself, so the less likely a number is to be repeated by chance, the less context it
needs; and what contradicts needs more than what agrees, for a wrong alignment is worse than a missed one. The
numbers were set on the fixture events; those of ``is_outvoted`` on one half of the news events of the benchmark
``planted``, between the likeness of planted errors and that of the same events untouched.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reliability.compare.dates import WEEKDAYS, is_day
from reliability.compare.numbers import significant
from reliability.records import Quantity

_HUNDRED = 100
NEVER = 2.0
EARLY = 5  # sentences, the headline counted, in which news dates its event
_CHANCE = 2  # digits that two numbers of one event may share, exchanged or not, by chance
_FRAMED = 2  # of the six words next to a number, those that must be the same
_CLEARLY = 0.1  # what a second witness must be nearer than one who names the same day of something else
FAR_BETTER = 0.2  # by how much another day of an article is the one that a witness speaks of
# Rival accounts of one number seldom differ by more than this factor; those that do are of two things.
_NEAR = 3.0
# ... and those nearer than this are two readings of one gauge: 99.5 and 99.6 percent of the votes counted.
_APART = 1.005


@cache
def _round(kind: str) -> frozenset[float]:
    """The numbers that people count or time with, by the name of their list."""
    table = tomllib.loads(files(__package__).joinpath("round_numbers.toml").read_text(encoding="utf-8"))
    return frozenset(map(float, table["counting"] + (table["timing"] if kind == "timing" else [])))


def telling(quantity: Quantity) -> int:
    """How many digits chance has to hit to repeat the number: 0 for a date or time, 1 for "two" and "20".

    A sum in millions counts one digit more: its scale says something too.
    """
    if isinstance(quantity.value, str):
        return 3 if quantity.kind == "score" else 0
    if quantity.value in (_round("timing" if quantity.kind in {"duration", "age"} else "counting")):
        return 1
    plain = len(f"{quantity.value:.0f}") if quantity.value < _HUNDRED else 1  # 70 is two digits
    digits = max(len(significant(quantity.value)), plain)
    return digits + 1 if quantity.value >= 1e6 else digits  # noqa: PLR2004 - a million


def to_agree(how: str, first: Quantity, second: Quantity, *, alone: bool, own: bool) -> float:
    """The least similarity for two quantities that say the same.

    Args:
        how: ``equal`` or ``compatible``.
        first: One quantity.
        second: The other.
        alone: Whether each is the only one of its article that measures such a thing.
        own: Whether both stand in one article.
    """
    digits = min(telling(first), telling(second))
    if first.kind == "date":
        return _same_day(str(first.value), sorted((first.sentence, second.sentence)), own=own)
    if how == "compatible":
        return 0.10 if max(telling(first), telling(second)) > 1 else 0.25
    same = first.unit == second.unit and first.kind == second.kind
    if digits > 1 or (same and alone and _large(first)):
        return 0.0 if same or digits > 2 else 0.03  # noqa: PLR2004 - three digits
    return 0.20


def _same_day(value: str, sentences: list[int], *, own: bool) -> float:
    """The least similarity for two dates that agree: what happens on a "Tuesday" or in a year is many things, save
    where both articles tell their event; and one article tells of several.
    """
    first, second = sentences
    if value[0].isalpha() and " " in value:
        return 0.20  # "last week"
    if value in WEEKDAYS:
        return 0.20 if own or first > EARLY else 0.04 if second <= EARLY else 0.10
    return 0.02 if first <= EARLY or is_day(value) else 0.15


def _large(quantity: Quantity) -> bool:
    """Whether a round number is at least not one of the first ten."""
    return not isinstance(quantity.value, str) and quantity.value >= 10  # noqa: PLR2004


def _near(first: Quantity, second: Quantity) -> bool:
    """Whether two numbers are near enough for one to be printed for the other without a slip of the pen."""
    if isinstance(first.value, str) or isinstance(second.value, str):
        # Two scores with no number in common are of two games, or two teams' records.
        return first.kind != "score" or not set(str(first.value).split("-")).isdisjoint(
            str(second.value).split("-")
        )
    smaller, larger = sorted((abs(first.value), abs(second.value)))
    return smaller * _APART <= larger <= smaller * _NEAR


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for one thing being meant by a number and by another that two voices or more agree on.

    Attributes:
        first: Likeness to the nearest of these voices, in [0, 1].
        second: Likeness to the next one.
        same: Likeness to the nearest other voice that prints the number itself, ``None`` where none does.
        frame: How many of the six words next to the number are the same, none where only function words are.
        missing: Whether the article states the other number nowhere.
        common: Whether at least half of all other voices state it.
        lead: Whether it stands in its article's headline or lead.
        early: Whether it stands in the first sentences of its article, where news dates its event.
        dated: Whether it names a day, and its article bears a date.
        own: Whether that is the day on which its article was published, or was by its dateline.
        fresh: Whether that day may be the day of the news, next to that of publishing.
        theirs_fresh: Whether the days that the two nearest voices name may be, and are none after the article's own.
    """

    first: float
    second: float
    same: float | None
    frame: int
    missing: bool
    common: bool
    lead: bool
    early: bool
    dated: bool
    own: bool
    fresh: bool
    theirs_fresh: bool


def is_outvoted(how: str, mine: Quantity, theirs: Quantity, like: Likeness) -> bool:
    """Whether a number that nobody else prints stands where two voices or more print another.

    The grosser the slip, the less it needs: no two sums that matter to one event differ by exactly a thousand.

    Args:
        how: The kind of difference.
        mine: The number that stands alone.
        theirs: The one that the others print.
        like: What speaks for one thing being meant.
    """
    digits = min(telling(mine), telling(theirs))
    match how:
        case "transposition" | "scale" | "unit" if digits > _CHANCE:
            return True
        case "scale" if digits == _CHANCE:
            return like.frame > 0 or like.first >= 0.05  # noqa: PLR2004
        case "transposition" if digits == _CHANCE:
            return like.missing or like.frame > 0 or like.first >= 0.05  # noqa: PLR2004
        case "transposition":
            return like.frame >= _FRAMED or _close(like, 0.30)
        case "scale":
            return like.frame >= _FRAMED and _close(like, 0.45)  # 500 of them, 5,000 of others
        case "unit" | "noun":
            return _of_something_else(how, mine, digits, like)
        case "digit" | "difference":
            return _another_value(how, mine, theirs, digits, like)
        case "date":
            return _another_day(str(mine.value), str(theirs.value), like)
        case _:
            return False


def is_plain(how: str, mine: Quantity, theirs: Quantity) -> bool:
    """Whether the digits themselves say that one thing is meant: nobody else's sum has three of them in common."""
    return how in {"scale", "transposition", "unit", "noun"} and min(telling(mine), telling(theirs)) > _CHANCE


def _of_something_else(how: str, mine: Quantity, digits: int, like: Likeness) -> bool:
    """Whether the right number stands before a wrong unit or noun.

    Two counts of two digits or more seldom are the same by chance: who prints the number that others print of
    something else, and that nobody else prints of this, has miscounted nothing and misnamed it.
    """
    if how == "noun":
        alone = like.missing and like.same is None
        if digits < _CHANCE:  # two days, two years
            return like.frame >= _FRAMED and like.first >= 0.05  # noqa: PLR2004
        if alone:
            return digits > _CHANCE or like.common or like.first >= 0.05 or like.frame > 0  # noqa: PLR2004
        return _close(like, 0.10 if digits > _CHANCE else 0.12)
    if mine.kind in {"money", "percent"}:
        return like.first >= 0.10 or like.frame >= _FRAMED  # noqa: PLR2004 - a clause of the same sentence
    return digits == _CHANCE or (like.frame >= _FRAMED and _close(like, 0.30))


def _another_value(how: str, mine: Quantity, theirs: Quantity, digits: int, like: Likeness) -> bool:
    """Whether a number that is near the right one stands in its place."""
    if mine.kind == "duration" and how == "difference" and digits == 1:
        return like.missing and _close(like, 0.60)  # all that happens is so many days after something else
    if how == "digit" or _one_digit_apart(mine, theirs):
        return _in_its_place(like) and _near(mine, theirs) and _close(like, 0.10)
    return like.missing and like.frame >= _FRAMED and _near(mine, theirs) and _close(like, 0.45)


def _one_digit_apart(first: Quantity, second: Quantity) -> bool:
    """Whether a slip of one digit makes one of the other: 17 and 27; what is farther apart was meant otherwise."""
    if isinstance(first.value, str) or isinstance(second.value, str):
        return False
    a, b = f"{first.value:g}", f"{second.value:g}"
    return len(a) == len(b) > 1 and sum(one != other for one, other in zip(a, b, strict=True)) == 1


def _in_its_place(like: Likeness) -> bool:
    """Whether a number stands where the other should: the article does not state that one, and the words next to it
    are the same, or the sentence as a whole is.
    """
    return like.missing and (like.frame >= _FRAMED or _close(like, 0.60))


def _close(like: Likeness, least: float) -> bool:
    """Whether one voice is near enough, and a second one half as near."""
    return like.first >= least and like.second >= least / 2


def _another_day(mine: str, theirs: str, like: Likeness) -> bool:
    """Whether a day is another than the one two voices name, and no later day of the same story.

    What the first sentences of a dated article tell happened on the day it was published, or the one before. So a day
    of days ago that stands there alone, where others print a day of the news, is suspect before any word is compared.
    """
    if like.same is not None and like.second - like.same <= _CLEARLY:
        return False
    if mine[0].isdigit() or mine[0] == "-":
        return like.missing and like.same is None and not like.own and _another_date(mine, theirs, like)
    if not like.early or (like.dated and (like.fresh or not like.theirs_fresh)):
        return False
    if like.dated:
        return _close(like, 0.05 if like.lead else 0.10 if like.same is None else 0.20)
    return like.same is None and ((like.lead and _close(like, 0.10)) or _close(like, 0.40))


def _another_date(mine: str, theirs: str, like: Likeness) -> bool:
    """Whether a date stands in the place of another one: in the same month, or in all but the same sentence."""
    if mine.rpartition("-")[0] == theirs.rpartition("-")[0]:
        return like.frame > 0 and like.first >= 0.05  # noqa: PLR2004
    return like.first >= 0.40 and like.second >= 0.10  # noqa: PLR2004


def to_differ(
    how: str, first: Quantity, second: Quantity, *, leads: bool, alone: bool, outvoted: bool
) -> float:
    """The least similarity for two quantities that contradict each other.

    Args:
        how: The kind of difference.
        first: One quantity.
        second: The other.
        leads: Whether both stand in a headline or lead.
        alone: Whether each is the only one of its article that measures such a thing.
        outvoted: Whether two voices stand on one side, so that the other may be told wrong.
    """
    digits = min(telling(first), telling(second))
    match how:
        case "scale":
            return {1: 0.45, 2: 0.10}.get(digits, 0.03)
        case "transposition":
            return {2: 0.15}.get(digits, 0.02)
        case "digit" if not _near(first, second):
            return NEVER
        case "digit":
            return {3: 0.25}.get(digits, 0.10)
        case "unit" if first.kind not in {"money", "percent"}:
            return 0.15 if digits > 1 else 0.60
        case "unit" | "noun":
            return 0.0 if digits > 1 else 0.30
        case "date":
            return (0.15 if leads else 0.40) if alone else 0.45 if leads else 0.60
        case _:
            if not _near(first, second):
                return NEVER
            strict, loose = (0.25, 0.45) if outvoted else (0.15, 0.30)
            return strict if alone and digits > 1 else loose
