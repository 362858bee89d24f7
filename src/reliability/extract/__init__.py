"""Reads an article into mentions; the word lists are data files in ``lexicon``."""

from reliability.extract.reading import LONGEST, read

__all__ = ["LONGEST", "read"]
