"""What do at least two independent voices say?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from reliability.compare.dates import is_day
from reliability.consensus.wording import title_of, worded
from reliability.records import Claim, Fact, Item, Name, Quantity, Reading

_WITNESSES = 2  # "at least two independent voices"
# Agreeing and differing voices that a fact is held to have before it is heard of. Of news events from several outlets
# one voice was left out at a time: of 2,300 numbers that two or more others print alike it prints .995 alike too, of 730
# quotations .92, rising with the number of others, of names and lists as many as of numbers; where one of three or four
# differs, about three in four.
_BEFORE = {"quantity": (1.5, 0.02), "quote": (0.6, 0.35), "name": (1.5, 0.02), "list": (1.5, 0.02)}
_OPENING = 10  # sentences in which news dates its event
_UNKNOWN = (1.0, 1.0)  # Laplace's, for other kinds


def facts(items: list[Item], readings: tuple[Reading, ...], voices: int) -> tuple[Fact, ...]:
    """The values that two or more voices claim: best supported first, of these what is told early, names last.

    Args:
        items: All items of the event; their claims know their voices.
        readings: The readings of the articles.
        voices: How many voices there are.
    """
    by_article = {reading.article.id: reading for reading in readings}
    found = [fact for item in items for fact in _facts(item, by_article, voices)]
    found.sort(key=lambda fact: (fact.kind == "name", -fact.voices, _place(fact)))
    return tuple(found)


def _place(fact: Fact) -> int:
    """How early it is told: headlines, then leads."""
    return min(0 if span.field == "title" else span.start for span in fact.support)


def confidence(kind: str, sure: float, against: float) -> float:
    """How probable it is that one more independent voice, if it speaks of a fact, says the same.

    The mean of a beta distribution (Laplace's rule of succession, with what is known of the kind in place of one and
    one): copies left out, and so are voices that say both.

    Args:
        kind: The kind of fact.
        sure: The voices that say it.
        against: The voices that say otherwise.
    """
    before, refuted = _BEFORE.get(kind, _UNKNOWN)
    return (sure + before) / (sure + against + before + refuted)


def _facts(item: Item, readings: dict[str, Reading], voices: int) -> Iterable[Fact]:
    if len({claim.voice for claim in item.claims if claim.voice >= 0}) < _WITNESSES:
        return
    for value in _stated(item):
        claims = [claim for claim in _on(item, item.agreeing(value)) if not _passing(claim)]
        if not _telling(item.kind, claims, _voices(claims), voices):
            continue
        opposed = _on(item, item.opposing(value))
        told = worded(item.kind, claims, readings, disputed=bool(opposed))
        if told is None or len(holders := _voices(told.claims)) < _WITNESSES:
            continue
        against = _voices(opposed)
        sure, against_it = _weight(item, holders - against), _weight(item, against - holders)
        dated = [day for claim in told.claims if (day := readings[claim.article_id].article.day)]
        yield Fact(
            item.kind,
            told.value,
            told.unit,
            told.label,
            confidence(item.kind, sure, against_it),
            tuple(claim.span for claim in told.claims),
            tuple(claim.span for claim in opposed),
            len(holders),
            min(dated, default=None),
            max(dated, default=None),
            _series(item, item.agreeing(value), readings),
        )


def _voices(claims: list[Claim]) -> set[int]:
    return {claim.voice for claim in claims if claim.voice >= 0}


def _series(
    item: Item, values: tuple[int, ...], readings: dict[str, Reading]
) -> tuple[tuple[date, float | str], ...]:
    """What the number was on which day, where dated articles say that it changed."""
    following: dict[int, list[int]] = {}
    for before, after in item.developments:
        following.setdefault(before, []).append(after)
        following.setdefault(after, []).append(before)
    reached = {value for value in values if value in following}
    waiting = [*reached]
    while waiting:
        beyond = [value for value in following[waiting.pop()] if value not in reached]
        reached.update(beyond)
        waiting += beyond
    stated = {
        (day, claim.mention.value)
        for value in reached
        for claim in item.claims_on(value)
        if isinstance(claim.mention, Quantity) and (day := readings[claim.article_id].article.day)
    }
    return tuple(sorted(stated, key=lambda one: (one[0], str(type(one[1])), one[1])))


def _on(item: Item, values: tuple[int, ...]) -> list[Claim]:
    return [claim for value in sorted(values) for claim in item.claims_on(value)]


def _weight(item: Item, voices: set[int]) -> float:
    return sum(map(item.weight, sorted(voices)))


def _stated(item: Item) -> list[int]:
    """One value for each thing stated: of values that agree, the one that most agree with, the fullest first."""
    values = Counter(claim.value for claim in item.claims)
    length = {claim.value: len(claim.text) for claim in item.claims}
    reach = {value: sum(values[other] for other in item.agreeing(value)) for value in values}
    chosen: dict[int, None] = {}
    for value in sorted(values, key=lambda value: (-reach[value], -length[value], value)):
        if not any(other in chosen for other in item.agreeing(value)):
            chosen[value] = None
    return [*chosen]


def _passing(claim: Claim) -> bool:
    """Whether it is a "Tuesday", a month or a year far down an article: many things happen then, and it is a fact of
    none.
    """
    mention = claim.mention
    if not isinstance(mention, Quantity) or mention.kind != "date" or mention.sentence <= _OPENING:
        return False
    return not is_day(str(mention.value))


def _telling(kind: str, claims: list[Claim], holders: set[int], voices: int) -> bool:
    """Whether a fact says something: of names full ones that half of the voices print, and persons with their office."""
    if len(holders) < _WITNESSES:
        return False
    if kind == "list":
        return any(not isinstance(claim.mention, Quantity) for claim in claims)
    if kind != "name" or title_of(claims):
        return True
    whole = any(isinstance(claim.mention, Name) and len(claim.mention.words) > 1 for claim in claims)
    return whole and 2 * len(holders) >= voices
