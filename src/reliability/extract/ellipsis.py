"""What do neighbouring numbers leave unsaid? Units, nouns and changes that are printed once for several of them."""

import re
from dataclasses import replace

from reliability.extract.tokens import Tokens
from reliability.records import Quantity

_WAITS = re.compile(
    r"\s?of (?:the |its |their |his |her |about |some |at least |more than |nearly |up to )?(?:estimated )?|-,? ?(?:and |or |to )?"
)
_AGED = re.compile(r"\bage[ds] (?:\d{1,2}(?:, | and | or |, and ))+\Z")
_AGES = 40  # characters of a list of ages
_AGAIN = frozenset({", or", "or", "(", "(or", ", or about", "/"})
_AND = frozenset({" ", " and ", ", "})
_SIGNS = "$€£¥₹"
_CENTS = 100.0
_MOST_WAITING = 6  # numbers before one unit: "four-, five- and six-cylinder"
_PAIR = 2
_CHANGED = frozenset({"percent", "money", "measure", "count"})
_PART_BEHIND = frozenset((("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those"), ("of", "these")))
_PART_BEFORE = frozenset((("of", "which"), ("of", "whom"), ("of", "them"), ("among", "them")))


def is_part(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a bare number is a part of the count before: "28 people, nine of them ...", "ballots, of which 9,870 ..."."""
    before = tokens.words[max(first - _PAIR, 0) : first]
    return (
        tokens.words[last + 1 : last + 1 + _PAIR] in _PART_BEHIND
        or before in _PART_BEFORE
        or before[-1:] == ("including",)
    )


def inherited(found: list[Quantity], tokens: Tokens, first: int, kind: str, unit: str) -> str:
    """The change that a number shares with the one before: "fell 190 points, or 0.6%", "A fell 2%, B by 3%".

    Args:
        found: The quantities before it.
        tokens: The sentence.
        first: The first token of the number, or of its currency.
        kind: Its kind.
        unit: Its unit.

    Returns:
        ``up``, ``down``, or ``=`` where nothing is shared.
    """
    if not found or found[-1].modifier not in {"up", "down"} or kind not in _CHANGED:
        return "="
    before = found[-1]
    if tokens.word(first - 1) == "by" and before.kind == kind:
        return before.modifier
    between = tokens.text[
        max(before.span.end, before.noun.end if before.noun else 0) : tokens.starts[first]
    ].rstrip(_SIGNS)
    return before.modifier if between.strip().lower() in _AGAIN and before.unit != unit else "="


def lend_unit(found: list[Quantity], text: str) -> None:
    """Gives the last unit to numbers that wait for it: "280 million of the 1.5 billion shekels", "7- or 8-inch"."""
    if len(found) < _PAIR or not found[-1].unit:
        return
    lender = found[-1]
    for position in range(len(found) - _PAIR, max(len(found) - _PAIR - _MOST_WAITING, -1), -1):
        waiting, behind = found[position], found[position + 1]
        if (
            waiting.unit
            or waiting.kind != "number"
            or not _WAITS.fullmatch(text, waiting.span.end, behind.span.start)
        ):
            return
        found[position] = replace(waiting, kind=lender.kind, unit=lender.unit, noun=lender.noun)


def share_age(found: list[Quantity], text: str) -> None:
    """Makes an age of the second number of "aged 24 and 31"."""
    if len(found) < _PAIR or found[-1].kind != "number" or found[-_PAIR].kind != "age":
        return
    start = found[-1].span.start
    if _AGED.search(text, max(0, start - _AGES), start):
        found[-1] = replace(found[-1], kind="age", unit=found[-_PAIR].unit)


def join_cents(found: list[Quantity], text: str) -> None:
    """Makes one sum of "thirteen dollars and forty-five cents"."""
    if len(found) < _PAIR or not found[-1].unit.endswith((" cent", " penny")):
        return
    whole, part = found[-_PAIR:]
    if whole.kind != "money" or text[whole.span.end : part.span.start] not in _AND:
        return
    value, cents = float(whole.value), float(part.value)
    if cents < _CENTS and whole.unit != part.unit:
        span = replace(whole.span, end=part.span.end)
        found[-_PAIR:] = [replace(whole, span=span, value=value + cents / _CENTS, precision=0.5 / _CENTS)]
