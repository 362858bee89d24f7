"""When do two counts count the same things?"""

import tomllib
from functools import cache
from importlib.resources import files

from reliability.compare.words import fold


@cache
def _classes() -> dict[str, str]:
    return _listed("nouns.toml")


@cache
def states() -> dict[str, str]:
    """What befell persons that are counted (``death``, ``illness``, ``missing``, ``arrest``), by the folded words that
    say so.
    """
    return _listed("states.toml")


def _listed(name: str) -> dict[str, str]:
    """The folded words of a list, each with the name that they stand under."""
    table = tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return {fold(word): name for name, words in table.items() for word in words.split()}


@cache
def noun_class(noun: str) -> str:
    """The class of things a counted noun names, empty where it is not known."""
    return _classes().get(fold(noun), "")


@cache
def same_thing(first: str, second: str) -> bool | None:
    """Whether two counted nouns can name the same things: yes, no, or ``None`` where it cannot be told."""
    if fold(first) == fold(second):
        return True
    a, b = noun_class(first), noun_class(second)
    if a and b:
        return a == b
    return None
