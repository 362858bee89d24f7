"""When do two names name the same person or body?"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

from reliability.compare.words import fold

_LETTERS = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    "mr mrs ms dr prof professor sir sen senator rep gov governor gen president minister secretary judge justice chief coach captain mayor director".split()
)
_SMALL = frozenset({"of", "for", "the", "and", "on"})
_AFTER = frozenset({"jr", "sr", "ii", "iii", "iv"})
_Words = tuple[str, ...]

# One alphabet or another is rendered with these in turns: "Gaddafi", "Qadhafi"; "Zelenskyy", "Zelensky".
_RENDERINGS = str.maketrans({"q": "k", "c": "k", "g": "k", "y": "i", "j": "i", "w": "v", "z": "s", "x": "s"})
_SILENT = re.compile(r"[aeiouh'\-]")
_DOUBLED = re.compile(r"(.)\1+")
# A slip of the pen changes a letter or two of a long word; short words lie that close to each other anyhow.
_LONG = 5
_SLIP = 1
_LONGER, _SLIPS = 8, 2
# So many first letters in common are one stem.
_STEM = 5


def same_name(first: str, second: str) -> bool:
    """Whether two names can be of one bearer: equal, one part of the other (``Sint``, ``Amara Sint``), or an
    abbreviation of the other (``UN``, ``United Nations``).
    """
    a, b = _parts(first), _parts(second)
    if not a or not b:
        return True  # a bare title names nobody that could be somebody else
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return "".join(a) == "".join(part[0] for part in b) or "".join(b) == "".join(part[0] for part in a)


def abbreviations(words: _Words) -> set[str]:
    """What the first letters of a name make, small words counted or not: ``rgb`` of ``reconnaissance general bureau``,
    ``dprk`` and ``dprok`` of ``democratic people's republic of korea``.
    """
    telling = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in own) for own in (telling, words)} if len(telling) > 1 else set()


def surname(words: _Words) -> str:
    """The last word of a person's name that is not "Jr" or the like."""
    return next((word for word in reversed(words) if word not in _AFTER), "")


def same_person(first: _Words, second: _Words) -> bool:
    """Whether two names with one surname can be of one person: first names equal, short for each other, or not there."""
    a, b = _given(first), _given(second)
    return not a or not b or any(_same_given(one, other) for one in a for other in b)


def rendered_alike(first: _Words, second: _Words) -> bool:
    """Whether two names differ by no more than how another alphabet or an accent is rendered: ``Zelenskyy``."""
    return len(first) == len(second) and all(map(_rendered, first, second))


def misspelt(first: _Words, second: _Words) -> bool:
    """Whether two names are the same but for a letter or two of one long word, as a slip leaves them."""
    unlike = [pair for pair in zip(first, second, strict=False) if not _rendered(*pair)]
    if len(unlike) != 1 or len(first) != len(second) or len(first) < 2:  # noqa: PLR2004 - something must be the same
        return False
    (a, b), shorter = unlike[0], min(map(len, unlike[0]))
    if a.startswith(b) or b.startswith(a):
        return False  # an ending: "Roman Catholics", "North African"
    return (
        shorter >= _LONG and a[0] == b[0] and OSA.distance(a, b) <= (_SLIPS if shorter >= _LONGER else _SLIP)
    )


def reordered(first: _Words, second: _Words) -> bool:
    """Whether two names are the same three words or more in another order, the small ones in their places."""
    if first == second or len(first) < 3 or sorted(first) != sorted(second):  # noqa: PLR2004 - "Leeds University" is no slip
        return False
    return all((a in _SMALL) == (b in _SMALL) for a, b in zip(first, second, strict=True))


def one_word_apart(first: _Words, second: _Words) -> bool:
    """Whether two names are the same but for one word in its place, and that of another stem: not ``Afghan``, ``Afghanistan``."""
    if len(first) != len(second) or len(first) < 2:  # noqa: PLR2004 - something must be the same
        return False
    unlike = [pair for pair in zip(first, second, strict=True) if not _rendered(*pair)]
    return len(unlike) == 1 and unlike[0][0][:_STEM] != unlike[0][1][:_STEM] and not _same_given(*unlike[0])


def _rendered(first: str, second: str) -> bool:
    """Whether two words are one, as two alphabets have it: ``Qaddafi``, ``Gadhafi``."""
    if first == second or fold(first) == fold(second):
        return True
    a, b = _bare(first), _bare(second)
    return a == b or (_skeleton(a) == _skeleton(b) and sorted(a) != sorted(b))  # letters exchanged are a slip


def _bare(word: str) -> str:
    """Without accents, and without an Arabic article."""
    word = word.removeprefix("al-").removeprefix("el-")
    return (
        word
        if word.isascii()
        else "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    )


def _skeleton(word: str) -> str:
    """The consonants that every rendering keeps; vowels count as one sound at the front."""
    front = "a" if word[:1] in "aeiouy" else ""
    return front + _DOUBLED.sub(r"\1", _SILENT.sub("", word.translate(_RENDERINGS)))


def _given(words: _Words) -> _Words:
    return tuple(
        word for word in words[: -1 if words[-1:] and words[-1] not in _AFTER else -2] if word not in _TITLES
    )


def _same_given(first: str, second: str) -> bool:
    """``Chris`` and ``Christopher``, ``J`` and ``John``, ``Bill`` and ``William``."""
    if _rendered(first, second):
        return True
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    return longer[:3] == shorter[:3] or frozenset((first, second)) in _nicknames()


@cache
def _nicknames() -> frozenset[frozenset[str]]:
    text = files(__package__).joinpath("nicknames.toml").read_text(encoding="utf-8")
    return frozenset(
        frozenset((name, short))
        for name, shorts in tomllib.loads(text)["nicknames"].items()
        for short in shorts.split()
    )


def _parts(name: str) -> list[str]:
    return [part for part in (match.lower() for match in _LETTERS.findall(name)) if part not in _TITLES]
