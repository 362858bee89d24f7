"""How much of one text stands in another, quoted words left out?"""

from collections.abc import Iterable

# Five words in a row are seldom written twice by chance; the length used in work on text reuse in news
# (Clough et al., METER corpus, 2002; Smith et al., Infectious Texts, 2013).
SHINGLE = 5


def shingles(words: Iterable[str]) -> frozenset[int]:
    """Hashes of every run of five words.

    The hash is Python's own of a tuple of strings turned to a stable one: equal in every process.
    """
    sequence = list(words)
    return frozenset(
        hash_run(sequence[index : index + SHINGLE]) for index in range(len(sequence) - SHINGLE + 1)
    )


def hash_run(run: list[str]) -> int:
    """A hash of some words that is the same in every process (``hash`` of a string is salted)."""
    value = 0
    for word in run:
        value = (value * 1_000_003 ^ _word(word)) & 0xFFFFFFFFFFFF
    return value


_known: dict[str, int] = {}


def _word(word: str) -> int:
    number = _known.get(word)
    if number is None:
        if len(_known) > 200_000:  # noqa: PLR2004 - bounded memory
            _known.clear()
        number = _known[word] = (
            int.from_bytes(word.encode("utf-8", "surrogatepass")[:16], "little") * 0x9E3779B1 & 0xFFFFFFFFFFFF
        )
    return number


def containment(first: frozenset[int], second: frozenset[int]) -> float:
    """The share of the shorter text's runs that stand in the other: 1 for a copy, 0 for strangers."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0
