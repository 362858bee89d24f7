"""Whom and what do the articles of an event name, and which of them call it otherwise?"""

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from reliability.compare.names import (
    abbreviations,
    misspelt,
    one_word_apart,
    rendered_alike,
    reordered,
    same_person,
    surname,
)
from reliability.compare.words import SUBJECTLESS, fold
from reliability.consensus.context import Rarity
from reliability.consensus.groups import Groups
from reliability.records import Claim, Difference, Item, Name, Reading

# Mr and Mrs say nothing of who somebody is.
_PLAIN = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr"})
_BEARERS = frozenset({"person", "organisation", "place"})
_WITNESSES = 2
# A word that more names than this hold ("Committee", "National") is no reason to compare them all.
_COMMON = 12
# Cosine of what is said beside two names that differ in a word: two chambers have a committee each for everything, so
# only names of which the same is said can be one. Read by eye on 1,700 articles of news events: of what differs in a word
# and reaches this, next to nothing named somebody else; at 0.10 half of the bodies did and next to no person; without
# it nearly all did.
_SAID_ALIKE = 0.15
_SAID_ALIKE_PERSON = 0.10
_SAID_BOTH = 2  # words, at least: one is soon shared in a short text
_LOOKED_AT = 4  # mentions of a name, voice by voice


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print a name, what it seems to name, and where it is printed."""

    words: tuple[str, ...]
    kind: str
    mentions: tuple[tuple[int, Name], ...]


def bearers(readings: tuple[Reading, ...], voices: list[int], rarity: Rarity) -> list[Item]:
    """The persons, bodies and places that several articles name.

    Names are compared through indices of surnames, abbreviations and words, so the cost is linear in their number.

    Args:
        readings: The event's readings.
        voices: The voice of each.
        rarity: The weights of the event's words.

    Returns:
        An item of kind ``name`` for each bearer that two voices name: one value for what it is called, another for every
        name that cannot stand beside that one.
    """
    forms = _forms(readings)
    joined = Groups(len(forms))
    _join_persons(forms, joined)
    _join_bodies(forms, joined)
    groups = [_Bearer([forms[index] for index in group], voices) for group in joined.groups()]
    differences = _otherwise(groups, readings, rarity)
    items = []
    for at, group in enumerate(groups):
        others = [(other, kind) for other, (whose, kind) in differences.items() if whose == at]
        if group.kind in _BEARERS and at not in differences and (others or len(group.voices) >= _WITNESSES):
            items.append(_item(group, [(groups[other], kind) for other, kind in others], readings))
    return items


class _Bearer:
    """All forms of one name."""

    def __init__(self, forms: list[_Form], voices: list[int]) -> None:
        self.mentions = forms[0].mentions
        if len(forms) > 1:
            mentions = (mention for form in forms for mention in form.mentions)
            self.mentions = tuple(sorted(mentions, key=lambda pair: (pair[0], pair[1].span)))
        self.voices = {voices[reading] for reading, _ in self.mentions}
        self.by_voice = voices
        self.kind = (
            _majority([form.kind for form in forms for _ in form.mentions])
            if len(forms) > 1
            else forms[0].kind
        )
        self.words = max((form.words for form in forms), key=lambda words: (len(words), words))

    @property
    def shorts(self) -> set[str]:
        """The abbreviations that stand behind it in brackets."""
        return {name.short.lower() for _, name in self.mentions if name.short}

    @property
    def titles(self) -> set[str]:
        """What it is printed with, "Mr" left out."""
        return {name.title for _, name in self.mentions if name.title} - _PLAIN

    @property
    def offices(self) -> set[str]:
        """The words of its titles."""
        return {word for title in self.titles for word in title.split()}


def _forms(readings: tuple[Reading, ...]) -> list[_Form]:
    found: dict[tuple[str, ...], list[tuple[int, Name]]] = {}
    for index, reading in enumerate(readings):
        for name in reading.names:
            found.setdefault(name.words, []).append((index, name))
    return [
        _Form(words, _majority([name.kind for _, name in found[words]]), tuple(found[words]))
        for words in sorted(found)
    ]


def _majority(kinds: list[str]) -> str:
    """The kind that most mentions tell, of those that tell any."""
    known = sorted(set(kinds) - {""})
    return max(known, key=kinds.count) if known else ""


def _join_persons(forms: list[_Form], joined: Groups) -> None:
    """One surname, first names that can be one; a bare surname belongs to the one person that has it."""
    by_surname: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        if form.kind == "person":
            by_surname.setdefault(surname(form.words), []).append(index)
    for same in by_surname.values():
        full = [index for index in same if len(forms[index].words) > 1]
        for position, first in enumerate(full):
            for second in full[:position]:
                if same_person(forms[first].words, forms[second].words):
                    joined.join(first, second)
        bare = [index for index in same if len(forms[index].words) == 1]
        if len({joined.find(index) for index in full}) == 1:
            for index in bare:
                joined.join(index, full[0])


def _join_bodies(forms: list[_Form], joined: Groups) -> None:
    """``UN``, ``United Nations``; ``Security Council``, ``UN Security Council``: where only one can be meant."""
    shorts: dict[str, list[int]] = {}
    ends: dict[tuple[str, ...], list[int]] = {}
    for index, form in enumerate(forms):
        if form.kind in {"organisation", "place", "thing"} and len(form.words) > 1:
            for letters in sorted(abbreviations(form.words)):
                shorts.setdefault(letters, []).append(index)
            for cut in range(1, len(form.words) - 1 if form.kind == "organisation" else 0):
                ends.setdefault(form.words[cut:], []).append(index)
    for index, form in enumerate(forms):
        if form.kind == "organisation":
            whole = shorts.get(form.words[0], []) if len(form.words) == 1 else ends.get(form.words, [])
            if len(whole) == 1:
                joined.join(index, whole[0])


def _otherwise(
    groups: list[_Bearer], readings: tuple[Reading, ...], rarity: Rarity
) -> dict[int, tuple[int, str]]:
    """The names of a minority that can only mean what more voices call otherwise: whose, and how they differ."""
    holders: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        if len(group.words) > 1:
            for word in sorted(set(group.words)):
                holders.setdefault(word, []).append(index)
    found: dict[int, tuple[int, str]] = {}
    pairs = {
        (few, many)
        for indices in holders.values()
        if len(indices) <= _COMMON
        for few in indices
        for many in indices
        if _outnumbered(groups[few], groups[many])
    }
    for few, many in sorted(pairs):
        how = _how(groups[few], groups[many], readings, rarity)
        if how and few not in found:
            found[few] = (many, how)
    return {few: end for few, end in found.items() if end[0] not in found}


def _outnumbered(few: _Bearer, many: _Bearer) -> bool:
    """Who prints both names means two bearers."""
    return (
        len(many.voices) >= _WITNESSES
        and len(few.voices) < len(many.voices)
        and not few.voices & many.voices
        and few.kind in {"", many.kind}
    )


def _how(few: _Bearer, many: _Bearer, readings: tuple[Reading, ...], rarity: Rarity) -> str:
    a, b = few.words, many.words
    if few.kind == "person":
        if misspelt(a, b):
            return "spelling"
        other = few.titles and many.titles and few.offices.isdisjoint(many.offices)
        apart = one_word_apart(a, b) and not other
        return "name" if apart and _said_alike(few, many, readings, rarity) else ""
    if rendered_alike(a, b):
        return ""
    if reordered(a, b) or any(short in abbreviations(b) - abbreviations(a) for short in few.shorts):
        return "name"
    if misspelt(a, b):
        return "spelling"
    return "name" if one_word_apart(a, b) and _said_alike(few, many, readings, rarity) else ""


def _said_alike(few: _Bearer, many: _Bearer, readings: tuple[Reading, ...], rarity: Rarity) -> bool:
    """Whether two voices say beside their name what is said beside the other."""
    enough = _SAID_ALIKE_PERSON if few.kind == "person" else _SAID_ALIKE
    left_out = {fold(word) for word in (*few.words, *many.words)}
    own = [_beside(name, readings[index], left_out, rarity) for index, name in few.mentions[:_LOOKED_AT]]
    alike = {
        many.by_voice[index]
        for index, name in many.mentions
        if any(_cosine(one, _beside(name, readings[index], left_out, rarity)) >= enough for one in own)
    }
    return len(alike) >= _WITNESSES


def _beside(name: Name, reading: Reading, left_out: set[str], rarity: Rarity) -> dict[str, float]:
    words = {fold(word) for word in reading.sentences[name.sentence].words if word not in SUBJECTLESS}
    return {word: rarity(word) for word in sorted(words - left_out)}


def _cosine(first: dict[str, float], second: dict[str, float]) -> float:
    both = first.keys() & second.keys()
    if len(both) < _SAID_BOTH:
        return 0.0
    length = sqrt(sum(weight**2 for weight in first.values()) * sum(weight**2 for weight in second.values()))
    return sum(first[word] * second[word] for word in sorted(both)) / length if length else 0.0


def _item(group: _Bearer, others: list[tuple[_Bearer, str]], readings: tuple[Reading, ...]) -> Item:
    claims = _claims(group, 0, readings)
    differences = {}
    for value, (other, kind) in enumerate(others, start=1):
        claims += _claims(other, value, readings)
        differences[0, value] = Difference(kind)
    return Item("name", tuple(claims), differences=differences)


def _claims(bearer: _Bearer, value: int, readings: tuple[Reading, ...]) -> list[Claim]:
    """One of each article: where it prints the name in full, with a title if it ever does; a body as most articles do."""
    printed = Counter(words for _, words in {(reading, name.words) for reading, name in bearer.mentions})
    often = {words: count if len(words) > 1 else 0 for words, count in printed.items()}

    def fullness(name: Name) -> tuple[bool, int, int]:
        titled = bool(name.title) and name.title not in _PLAIN
        return titled, 0 if bearer.kind == "person" else often[name.words], len(name.words)

    fullest: dict[int, Name] = {}
    for reading, name in bearer.mentions:
        if reading not in fullest or fullness(name) > fullness(fullest[reading]):
            fullest[reading] = name
    return [
        Claim(readings[reading].article.id, name, value, readings[reading].printed(name.span))
        for reading, name in fullest.items()
    ]
