"""How like must the words around two numbers be, for the numbers to be taken for statements about one thing?

The measure is the cosine of the two contexts, weighted by rarity in the event. Paraphrases of one statement often
share no word but the number itself, so the less likely a number is to be repeated by chance, the less context it
needs; and what contradicts needs more than what agrees, for a wrong alignment is worse than a missed one. The
numbers were set on the fixture events; those of ``is_outvoted`` on one half of the news events of the benchmark
``planted``, between the likeness of planted errors and that of the same events untouched.
"""

from dataclasses import dataclass

from reliability.compare.dates import apart, is_day
from reliability.compare.numbers import significant
from reliability.records import Quantity

# Numbers that people count and guess with, and those that they time with, meet by chance in any two articles, as
# do those of one digit.
_ROUND = frozenset(map(float, (10, 12, 15, 20, 25, 30, 40, 50, 60, 100)))
_HOURS = _ROUND | frozenset(map(float, (18, 24, 36, 45, 48, 72, 90)))
_HUNDRED = 100
NEVER = 2.0
EARLY = 5  # sentences, the headline counted, in which news dates its event
_CHANCE = 2  # digits that two numbers of one event may share, exchanged or not, by chance
_FRAMED = 2  # of the six words next to a number, those that must be the same
_CLEARLY = 0.1  # what a second witness must be nearer than one who names the same day of something else
# Rival accounts of one number seldom differ by more than this factor; those that do are of two things.
_NEAR = 3.0
# ... and those nearer than this are two readings of one gauge: 99.5 and 99.6 percent of the votes counted.
_APART = 1.005


def telling(quantity: Quantity) -> int:
    """How many digits chance has to hit to repeat the number: 0 for a date or time, 1 for "two" and "20".

    A sum in millions counts one digit more: its scale says something too.
    """
    if isinstance(quantity.value, str):
        return 3 if quantity.kind == "score" else 0
    if quantity.value in (_HOURS if quantity.kind in {"duration", "age"} else _ROUND):
        return 1
    plain = len(f"{quantity.value:.0f}") if quantity.value < _HUNDRED else 1  # 70 is two digits
    digits = max(len(significant(quantity.value)), plain)
    return digits + 1 if quantity.value >= 1e6 else digits  # noqa: PLR2004 - a million


def to_agree(how: str, first: Quantity, second: Quantity, *, alone: bool) -> float:
    """The least similarity for two quantities that say the same.

    Args:
        how: ``equal`` or ``compatible``.
        first: One quantity.
        second: The other.
        alone: Whether each is the only one of its article that measures such a thing.
    """
    digits = min(telling(first), telling(second))
    if first.kind == "date":
        return _same_day(str(first.value), early=min(first.sentence, second.sentence) <= EARLY)
    if how == "compatible":
        return 0.10 if max(telling(first), telling(second)) > 1 else 0.25
    same = first.unit == second.unit and first.kind == second.kind
    if digits > 1 or (same and alone and _large(first)):
        return 0.0 if same or digits > 2 else 0.03  # noqa: PLR2004 - three digits
    return 0.20


def _same_day(value: str, *, early: bool) -> float:
    """The least similarity for two dates that agree: what happens on a "Tuesday" or in a year is many things, save
    where one of the articles tells its event.
    """
    if value[0].isalpha() and " " in value:
        return 0.20  # "last week"
    return 0.02 if early or is_day(value) else 0.15


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
        lead: Whether it stands in its article's headline or lead.
        early: Whether it stands in the first sentences of its article, where news dates its event.
        dated: Whether it names a day, and its article bears a date.
        fresh: Whether that day may be the day of the news, next to that of publishing.
        theirs_fresh: Whether the days that the two nearest voices name may be.
    """

    first: float
    second: float
    same: float | None
    frame: int
    missing: bool
    lead: bool
    early: bool
    dated: bool
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
        case "transposition" | "scale":
            return like.frame > 0 or like.first >= 0.05 if digits == _CHANCE else _close(like, 0.30)  # noqa: PLR2004
        case "unit" | "noun":
            return _of_something_else(how, mine, digits, like)
        case "digit" | "difference":
            return _another_value(how, mine, theirs, digits, like)
        case "date":
            return _another_day(str(mine.value), str(theirs.value), like)
        case _:
            return False


def _of_something_else(how: str, mine: Quantity, digits: int, like: Likeness) -> bool:
    """Whether the right number stands before a wrong unit or noun."""
    by_chance = like.frame >= _FRAMED and _close(like, 0.20 if how == "noun" else 0.30)  # two days, two years
    if how == "noun":
        return by_chance if digits < _CHANCE else _close(like, 0.10 if digits > _CHANCE else 0.12)
    if mine.kind in {"money", "percent"}:
        return like.first >= 0.10  # noqa: PLR2004 - a clause of the same sentence
    return digits == _CHANCE or by_chance


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

    What a lead tells happened on the day its article was published, or the day before; such a day is news of its own.
    """
    if like.same is not None and like.second - like.same <= _CLEARLY:
        return False
    if mine[0] == theirs[0] == "-":  # a day of a month, as events to come and gone are dated
        same_month = mine.rpartition("-")[0] == theirs.rpartition("-")[0]
        return same_month and like.missing and like.frame > 0 and _close(like, 0.12)
    if not like.early or (like.dated and (like.fresh or not like.theirs_fresh)):
        return False
    if not like.dated:  # a weekday of no week: of leads alone, where they tell one thing in like words
        return like.lead and apart(mine, theirs) > 1 and _close(like, 0.45)
    return _close(like, 0.15 if like.lead else 0.30)


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
