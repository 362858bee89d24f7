"""Is a name that of a country or its government, and so of nobody who could be "he"?"""

from functools import cache

from reliability.extract.lexicon import lexicon


@cache
def _names() -> frozenset[str]:
    lists = lexicon("places")
    return frozenset(lists["countries"]) | frozenset(lists["governments"])


def is_state(words: tuple[str, ...]) -> bool:
    """Whether some words in lower case are the name of a country, or of the capital that stands for it."""
    plain = " ".join(word.replace("’", "'").removesuffix("'s").strip(".,") for word in words)
    return plain in _names()
