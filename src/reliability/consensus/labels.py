"""Which words around a number would all who print it put their names to?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from reliability.compare.words import fold
from reliability.consensus.phrases import Phrase
from reliability.consensus.thresholds import EARLY, telling
from reliability.records import Claim, Quantity, Reading

_SEEN = (
    24  # printings held against each other for their words: an event of thousands has as many of one number
)
# Of the other voices so many must print a word for all to be held to it; beside a date half.
_MOST = {False: 2 / 3, True: 1 / 2}
_DIGITS = 3  # a number of fewer is met by chance: who prints it among other words says something else
_HAPPENED = 2  # words beside a date that say of what it is, not all of a name ...
_TOLD = 3  # ... or words and numbers that the openings of two articles share: they tell one event of that day
# Beside a date they say nothing of what happened then.
_HOURS = frozenset(
    map(
        fold,
        "morning afternoon evening night noon midnight day week month year weekend late early time local".split(),
    )
)
_LEADS = frozenset({"headline", "lead"})
_BARE = frozenset(
    {"age", "percent", "number", "ordinal"}
)  # say nothing without a word of whose or what they are


@dataclass(frozen=True, slots=True)
class Label:
    """A number among words that others share.

    Attributes:
        text: The words.
        claims: Whose they are.
    """

    text: str
    claims: list[Claim]


def shared_words(
    claims: list[Claim], value: float | str, unit: str, readings: Mapping[str, Reading], *, disputed: bool
) -> Label | None:
    """A number with the words around it that most of the voices who print it have too.

    Of the printings of the value the one that shares most with the others is taken, and cut where they part: at the
    edge of a phrase, never inside of a name or number.

    Args:
        claims: Who prints it.
        value: The number as the fact states it.
        unit: What it counts.
        readings: The readings by article.
        disputed: Whether somebody says otherwise: then a date that others share no word of is told as well.

    Returns:
        ``None`` where nothing is said: of a date what happened then, of an age whose, of a share of what.
    """
    places = [
        (claim, Phrase.of(claim.mention, readings[claim.article_id]))
        for claim in claims
        if isinstance(claim.mention, Quantity)
    ]
    chosen, shared = _most_shared(places, value, unit)
    if chosen.mention.kind == "date":
        return _dated(chosen, shared, places, disputed=disputed)
    first, past = chosen.leftmost(shared), chosen.rightmost(shared)
    told = chosen.beside(first, past) & shared
    if not told:  # nothing that most print, but perhaps something that one other does
        chosen, some = _most_shared(places, value, unit, few=True)
        first, past = chosen.leftmost(some), chosen.rightmost(some)
        told = chosen.beside(first, past) & some & chosen.named
    by_chance = bool(told) and not disputed and telling(chosen.mention) < _DIGITS
    held = [claim for claim, phrase in places if not (by_chance and told.isdisjoint(phrase.said))]
    if not told and not disputed and (not unit or chosen.mention.kind in _BARE):
        return None
    return Label(chosen.cut(first, past), held)


def _dated(
    chosen: Phrase, shared: frozenset[str], places: list[tuple[Claim, Phrase]], *, disputed: bool
) -> Label | None:
    """A date with what happened then: what the openings of two articles tell, or words that stand beside it in both."""
    early = [(claim, phrase) for claim, phrase in places if _early(phrase)]
    opened = _opened(chosen.mention.value, early[:_SEEN])
    first, past = chosen.leftmost(shared), chosen.rightmost(shared)
    told = frozenset(chosen.beside(first, past)) & shared - _HOURS
    if len(told) < _HAPPENED or told <= chosen.named:
        if opened is None and not disputed:
            return None
        chosen, told = opened or (chosen, frozenset())
        first, past = _whole(chosen)
    everything = set[str]()
    if opened is not None:
        everything.update(*(phrase.said for _, phrase in early if phrase is not opened[0]))
    named = chosen.named
    held = [
        claim
        for claim, phrase in places
        if chosen.dates_saying >= phrase.dates_saying
        and (
            _also(phrase, told, named)
            or (
                _early(phrase)
                and len(everything & phrase.said) >= (1 if phrase.mention.place in _LEADS else _HAPPENED)
            )
        )
    ]
    return Label(chosen.cut(first, past), held)


def _opened(value: float | str, places: list[tuple[Claim, Phrase]]) -> tuple[Phrase, frozenset[str]] | None:
    """Of the sentences with which articles open and date their event, the one that shares most with others, and what."""
    by_voice, counts = _said(places)
    found = []
    for claim, phrase in places:
        own = by_voice[claim.voice]
        told = frozenset([word for word in phrase.said if counts[word] > (word in own)]) - _HOURS
        if phrase.mention.value == value and len(told) >= _TOLD:
            found.append((phrase, told))
    found.sort(key=lambda one: -len(one[1]))
    return next((one for one in found if one[0].beside(*_whole(one[0])) & one[1] - one[0].named), None)


def _whole(phrase: Phrase) -> tuple[int, int]:
    """The clause that a number stands in."""
    whole = frozenset(phrase.folded)
    return phrase.leftmost(whole), phrase.rightmost(whole, joined=False)


def _also(phrase: Phrase, told: frozenset[str], named: set[str]) -> bool:
    """Whether a sentence says what happened too: two words of it, not names alone."""
    shared = told & phrase.said
    return len(shared) >= min(_HAPPENED, len(told)) and not (shared and shared <= named)


def _early(phrase: Phrase) -> bool:
    """Whether it stands where an article dates its event."""
    return phrase.mention.sentence <= EARLY


def _most_shared(
    places: list[tuple[Claim, Phrase]], value: float | str, unit: str, *, few: bool = False
) -> tuple[Phrase, frozenset[str]]:
    """The printing of a value whose words most other voices have too, or a few, and these words."""
    by_voice, counts = _said(places[:_SEEN])
    best, chosen, shared = (-1, False, False, False, 0), places[0][1], frozenset[str]()
    for claim, phrase in places[:_SEEN]:
        if phrase.mention.value != value:
            continue
        own = by_voice[claim.voice]
        enough = 1 if few else max(_MOST[phrase.mention.kind == "date"] * (len(by_voice) - 1), 1)
        common = frozenset(
            word
            for word in phrase.near
            if counts[word] - (word in own) >= (len(by_voice) - 1 if word[0].isdigit() else enough)
        )
        weight = sum(counts[word] - (word in own) for word in common)
        mention = phrase.mention
        rank = (
            weight,
            mention.unit == unit,
            mention.modifier == "=",
            mention.place != "headline",
            -len(phrase.words),
        )
        if rank > best:
            best, chosen, shared = rank, phrase, common
    return chosen, shared


def _said(places: list[tuple[Claim, Phrase]]) -> tuple[dict[int, set[str]], Counter[str]]:
    """What every voice says beside the number, and how many say each word."""
    by_voice: dict[int, set[str]] = {}
    for claim, phrase in places:
        by_voice.setdefault(claim.voice, set()).update(phrase.said)
    return by_voice, Counter(chain.from_iterable(by_voice.values()))
