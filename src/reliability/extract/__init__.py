"""Reads an article into mentions; the word lists are data files in ``lexicon``."""

from reliability.extract.reading import read

__all__ = ["read"]
