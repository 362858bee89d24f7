"""What stands in a run of capitalised words: a title and a name, a body, several names?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reliability.compare.words import FUNCTION_WORDS
from reliability.extract.lexicon import lexicon, words
from reliability.extract.places import is_state

_LONGEST = 8  # words; a longer run of capitals is a headline, or a list that lost its commas
_ACRONYM = 6  # letters, at most
_PIECE = re.compile(r"(?:(?<!\S)[ae]l-)?(\S+)")  # "Assad" of "Bashar al-Assad"
_LINKS = frozenset({"of", "for", "the"})
_FULL = 2  # words of a name with its first name, and of a title that is one by itself


@dataclass(frozen=True, slots=True)
class Part:
    """One name in a run of capitals.

    Attributes:
        start: Where it begins in the run, its title left off.
        end: Where it ends, a possessive left off.
        kind: ``person``, ``organisation``, ``place`` or empty.
        words: In lower case, possessives left off.
        title: The title before it: ``attorney general``.
        alone: Whether nothing but its place in a sentence may have made it a capital.
    """

    start: int
    end: int
    kind: str
    words: tuple[str, ...]
    title: str
    alone: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    titles: frozenset[str]
    halves: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    offices: frozenset[str]
    acts: frozenset[str]
    past: frozenset[str]
    places: frozenset[str]
    numbered: frozenset[str]
    new: frozenset[str]
    pairs: frozenset[str]
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    raw: str
    plain: str  # lowered, without possessive and full stop
    start: int

    @property
    def link(self) -> bool:
        return self.raw in _LINKS

    @property
    def end(self) -> int:
        """Where it ends; a possessive is none of it."""
        return (
            self.start
            + len(self.raw)
            - (2 if self.raw.endswith(("'s", "’s")) and not self.plain.endswith("s's") else 0)
        )


@cache
def _tables() -> _Tables:
    own, cues = lexicon("names"), lexicon("cues")["sources"]
    lists = {
        name: words(own[name])
        for name in (
            "halves",
            "heads",
            "inner",
            "openers",
            "calendar",
            "acts",
            "past",
            "places",
            "numbered",
            "new",
            "pairs",
            "headings",
        )
    }
    return _Tables(
        titles=(words(cues["roles"]) | words(cues["titles"]) | words(own["titles"])) - words(own["kin"]),
        bodies=lists["heads"]
        | words(cues["institutions"])
        | words(cues["outlets"])
        | words(cues["documents"]),
        offices=frozenset(own["offices"]),
        **lists,
    )


# A paper names the same few hundred persons and places all day.
@lru_cache(maxsize=16384)
def parts(run: str, opens: bool) -> tuple[Part, ...]:
    """The names in a run of capitalised words, in order.

    Args:
        run: The words as printed, small words between them included.
        opens: Whether the first stands where a sentence opens.
    """
    found = []
    tables = _tables()
    pieces = [
        _Word(piece.group(1), _plain(piece.group(1), tables), piece.start(1))
        for piece in _PIECE.finditer(run)
    ]
    shift = len(pieces)
    if opens:
        pieces = _without_opener(pieces, tables)
    opens = opens and shift == len(pieces)
    for part in _split(pieces, tables):
        read = _read(part, tables, alone=opens and part[:1] == pieces[:1])
        if read is not None:
            found.append(read)
    return tuple(found)


def title_in(words_: list[str]) -> str:
    """The title that words in lower case end with: ``police chief`` of ``the local police chief``; empty for none."""
    tables = _tables()
    first = len(words_)
    while first and words_[first - 1] in tables.titles:
        first -= 1
    held = words_[first:]
    return "" if not held or (len(held) == 1 and held[0] in tables.halves) else " ".join(held)


def _plain(raw: str, tables: _Tables) -> str:
    plain = raw.lower().replace("’", "'")
    return plain if plain in tables.inner else plain.removesuffix("'s").rstrip("'.")


def _without_opener(pieces: list[_Word], tables: _Tables) -> list[_Word]:
    first = 0
    while first < len(pieces) and (
        (pieces[first].plain in FUNCTION_WORDS and not _new(pieces[first : first + 2], tables))
        or pieces[first].plain in tables.openers
        or pieces[first].plain.endswith("ly")
        or pieces[first].raw[0].islower()
    ):
        first += 1
    return pieces[first:]


def _new(pieces: list[_Word], tables: _Tables) -> bool:
    """Whether a "New" begins the name of a place: "New York Times"."""
    return len(pieces) > 1 and pieces[0].plain == "new" and pieces[1].plain in tables.new


def _split(pieces: list[_Word], tables: _Tables) -> Iterator[list[_Word]]:
    """A run cut behind possessives, at words of the calendar, and at an "of" that belongs to no name."""
    part: list[_Word] = []
    act = bool(pieces) and pieces[-1].plain in tables.acts
    for at, word in enumerate(pieces):
        inside = not word.link or act or any(one.plain in tables.heads for one in part)
        again = not word.link and any(
            one.plain == word.plain for one in part
        )  # a name printed twice in a row
        apart = word.raw == "and" and not _paired(pieces[at - 1 : at + 2], tables)
        if word.plain in tables.calendar or again or apart or not (inside or _in_office(pieces, at, tables)):
            yield part
            part = [word] if again else []
            continue
        part.append(word)
        if len(word.plain) < len(word.raw.rstrip(".")):
            yield part
            part = []
    yield part


def _paired(around: list[_Word], tables: _Tables) -> bool:
    """Whether an "and" stands in the name of a body that is named after two things: "Energy and Commerce Committee"."""
    return f"{around[0].plain}/{around[-1].plain}" in tables.pairs


def _in_office(pieces: list[_Word], at: int, tables: _Tables) -> bool:
    """Whether an "of" stands in the name of an office: "Secretary of State"."""
    around = " ".join(word.plain for word in pieces[max(at - 2, 0) : at + 3])
    return any(office in around for office in tables.offices)


def _read(part: list[_Word], tables: _Tables, *, alone: bool) -> Part | None:
    while part and (
        part[-1].raw[0].islower() or part[-1].plain in FUNCTION_WORDS or part[-1].plain in tables.numbered
    ):
        part = part[:-1]
    while part and (part[0].raw[0].islower() or part[0].plain == "the"):
        part = part[1:]
    heading = any(word.plain in tables.headings and word.raw[0].isupper() for word in part[1:])
    if not part or len(part) > _LONGEST or heading or _shouted(part):
        return None
    body = _is_body(part, tables)
    title, last = ("", 0) if body else _title(part, tables)
    own = part[last:]
    while len(own) > 1 and not title and own[0].plain in tables.past:
        own = own[1:]
    plain = tuple(word.plain for word in own)
    if plain[-1].endswith("n") and is_state((*plain[:-1], plain[-1][:-1])):
        return None  # "North Korean" names nobody
    if len(own) == 1 and not title and (plain[0] in tables.titles or plain[0] in FUNCTION_WORDS):
        return None
    plain = tuple(word.replace(".", "") for word in plain)
    kind = "organisation" if body else "place" if is_state(plain) else "person" if title else ""
    return Part(own[0].start, own[-1].end, kind, plain, title, alone and len(own) == 1 and not title)


def _is_body(part: list[_Word], tables: _Tables) -> bool:
    """Whether the words name a body: their last, or the one before "of", is a word for one; or an abbreviation."""
    if len(part) == 1:
        letters = part[0].raw.removesuffix("’s").removesuffix("'s").replace(".", "")
        return 1 < len(letters) <= _ACRONYM and letters.isupper()
    front = next((at for at, word in enumerate(part) if word.link), len(part))
    return part[front - 1].plain in tables.bodies


def _title(part: list[_Word], tables: _Tables) -> tuple[str, int]:
    """The title that a name begins with, and where the name begins: ``Attorney General | William Barr``."""
    plain = [word.plain for word in part]
    whole = " ".join(plain)
    for office in tables.offices:
        if f"{office} " in whole:
            return office, whole[: whole.index(office) + len(office)].count(" ") + 1
    last = max((at for at, word in enumerate(plain[:-1]) if word in tables.titles), default=-1)
    title = title_in(plain[: last + 1])
    if not title and last >= 0 and len(plain) - last > _FULL and plain[last] not in tables.places:
        title = plain[last]  # "General Michael Hayden", but neither "General Electric" nor "U.S. Coast Guard"
    return title, last + 1 if title else 0


def _shouted(part: list[_Word]) -> bool:
    letters = "".join(word.raw for word in part)
    return len(letters) > _ACRONYM and letters.isupper() and "." not in letters
