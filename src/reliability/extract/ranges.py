"""Do two numbers print the ends of one range?"""

from functools import cache

from reliability.extract.lexicon import lexicon
from reliability.extract.numeral import Numeral
from reliability.extract.numerals import is_multiple, openers
from reliability.extract.tokens import Tokens

_DASHES = frozenset("-–—‑‐−")
_SPACES = frozenset({" ", "\u00a0", "\u202f"})
_CHANGES = frozenset(
    [
        "rose",
        "fell",
        "rise",
        "fall",
        "increase",
        "increased",
        "grew",
        "grown",
        "grow",
        "raised",
        "raise",
        "cut",
        "lowered",
        "up",
        "down",
        "dropped",
        "jumped",
        "climbed",
        "went",
        "moved",
        "slipped",
        "slow",
        "slowed",
        "improved",
        "improve",
        "rising",
        "rises",
        "falls",
        "falling",
        "increases",
        "going",
        "go",
        "gone",
        "doubled",
        "fallen",
        "risen",
        "revised",
        "widened",
        "narrowed",
        "soared",
        "plunged",
    ]
)
_LOOK_BACK = 6
_NEIGHBOURS = 2  # "three or four", "two or three": the second is the next number, or the one after it


@cache
def _bounds() -> frozenset[str]:
    return frozenset(
        {
            "about",
            "around",
            "roughly",
            "some",
            "approximately",
            "up",
            "as",
            "just",
            "an",
            "estimated",
            "anywhere",
        }
    )


def connector(tokens: Tokens, first: int, last: int, read: Numeral, *, has_unit: bool) -> int | None:
    """The token at which the other end of a range begins, if a dash or a word of ranges follows.

    Args:
        tokens: The sentence.
        first: The first token of the first number, currency included.
        last: Its last token, unit included.
        read: The first number.
        has_unit: Whether it has a unit of its own.
    """
    if last + 1 >= len(tokens) or is_multiple(tokens.words[last]):
        return None
    gap, word = tokens.gap(last), tokens.words[last + 1]
    if gap == "-" and word in {"or", "and"}:
        return None  # 7- or 8-inch
    following = last + 1
    if _opens(word):
        bare = gap.strip(" \u00a0$€£¥₹%°A")
        negative = gap[:1] == " " and gap[-1] == "-" and not has_unit  # "Stoxx 50 -1.3%"
        return following if len(bare) == 1 and bare in _DASHES and not negative else None
    opened = last + 2
    if not _opens(tokens.word(opened)) and tokens.gap(last + 1).strip(" $€£¥₹") == "":
        code = tokens.word(opened)  # RM120,000 to RM300,000
        opened = opened + 1 if code in {"rm", "rs", "us", "hk", "nt", "eur", "usd", "gbp"} else opened
    if gap.strip() not in {"", "-"} and not (gap.strip(" %") == "" or gap.strip() == "%"):
        return None
    if word == "and" and _is_between(tokens, first):
        return opened if _opens(tokens.word(opened)) else None
    if word in {"to", "through"} or (word == "up" and tokens.word(last + 2) == "to"):
        opened = last + 3 if word == "up" else opened
        if not _opens(tokens.word(opened)):
            return None
        return None if _is_change(tokens, first, has_unit=has_unit) else opened
    if (
        word == "or"
        and not has_unit
        and gap in _SPACES
        and _opens(tokens.word(last + 2))
        and tokens.gap(last + 1) in _SPACES
    ):
        return (
            last + 2
            if read.value == int(read.value) and read.digits == tokens.words[last + 2][0].isdecimal()
            else None
        )
    return None


def fits(
    first: Numeral, second: Numeral, unit: tuple[str, str], other: tuple[str, str], *, joined_by: str
) -> bool:
    """Whether two numbers can be the ends of one range: one unit, or only the second has one.

    Args:
        first: The first number.
        second: The second.
        unit: Kind and name of the first's unit, empty where it has none.
        other: Those of the second's.
        joined_by: The word between the two, or a dash.
    """
    if joined_by == "or":
        return first.value < second.value <= first.value + _NEIGHBOURS and other[0] != "money"
    if second.value <= first.value and second.scale == 1.0:
        return False
    if unit[0] and unit[0] != "count" and unit != other:
        return unit[0] == "money" and not other[0]
    return not (unit[0] == "count" and joined_by == "dash" and not other[0])


def scaled(first: Numeral, second: Numeral) -> Numeral:
    """The lower end with the scale that the upper lends it: "2 to 3 million"."""
    if second.scale > 1.0 and first.scale == 1.0 and first.value < second.value / second.scale:
        return first._replace(
            value=first.value * second.scale, precision=first.precision * second.scale, scale=second.scale
        )
    return first


def _opens(word: str) -> bool:
    return (
        bool(word)
        and (word[0].isdecimal() or word in openers())
        and word not in {"third", "quarter", "fourth", "fifth"}
    )


def _is_between(tokens: Tokens, first: int) -> bool:
    at = first - 1
    while tokens.word(at) in _bounds():
        at -= 1
    return tokens.word(at) == "between"


def _is_change(tokens: Tokens, first: int, *, has_unit: bool) -> bool:
    """Whether two figures are an old and a new one ("rose from 20 to 35"), or a step and where it led ("rose 2% to 5%")."""
    before = tokens.word(first - 1)
    near = tokens.words[max(0, first - 1 - _LOOK_BACK) : max(0, first)]
    changes = not _CHANGES.isdisjoint(near)
    if before == "from":
        return changes
    directions = lexicon("numbers")["directions"]
    return has_unit and (before in directions["up"].split() or before in directions["down"].split())
