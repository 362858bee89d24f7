"""Word lists as data: each file names its words by kind and where they come from."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of one file of this folder, read once.

    Args:
        name: The file's stem: ``furniture``, ``numbers``, ``units``, ``cues``.
    """
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(value: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(value.split())
