"""Is a name that of a state or its government, and so of nobody who could be "he"?"""

from functools import cache

from reliability.extract.lexicon import lexicon


@cache
def _names() -> frozenset[str]:
    lists = lexicon("places")
    return frozenset(lists["countries"]).union(lists["states"], lists["governments"])


@cache
def _firsts() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _names())


def is_state(words: tuple[str, ...]) -> bool:
    """Whether some words in lower case are the name of a country or state, or of the capital that stands for it."""
    if not words or _bare(words[0]) not in _firsts():
        return False
    return " ".join(map(_bare, words)) in _names()


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").strip(".,")
