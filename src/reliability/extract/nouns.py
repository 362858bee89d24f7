"""Which words are plural nouns, and what is one of them called?"""

from functools import cache

from reliability.extract.lexicon import lexicon, words

_SHORTEST = 4  # letters of a plural: "his" and "was" are none
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "police": "police",
    "troops": "troop", "feet": "foot", "teeth": "tooth", "mice": "mouse", "crises": "crisis", "analyses": "analysis", "theses": "thesis", "criteria": "criterion",
    "phenomena": "phenomenon", "knives": "knife", "halves": "half", "shelves": "shelf", "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "buses": "bus", "viruses": "virus",
    "campuses": "campus", "bonuses": "bonus", "houses": "house", "cases": "case", "causes": "cause", "clauses": "clause", "licences": "licence", "movies": "movie", "series": "series", "species": "species",
    "cookies": "cookie", "zombies": "zombie", "calories": "calorie", "rookies": "rookie", "ties": "tie", "lies": "lie", "aircraft": "aircraft", "shoes": "shoe", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo",
    "headquarters": "headquarters", "axes": "axe", "caches": "cache", "gases": "gas", "dies": "die", "pies": "pie", "goods": "goods", "media": "media",
}  # fmt: skip


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    nouns = lexicon("units")["nouns"]
    return frozenset(nouns["plurals"]), words(nouns["never"])


def is_plural(word: str) -> bool:
    """Whether a word looks like an English plural noun."""
    plurals, never = _lists()
    if word in plurals or (word.endswith("men") and len(word) > _SHORTEST and word not in never):
        return True
    return (
        len(word) >= _SHORTEST
        and word[-1] == "s"
        and word[0].isalpha()
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in never
    )


def singular(noun: str) -> str:
    """The singular of an English plural noun, good enough to be the name of what is counted."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > _SHORTEST + 1:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > _SHORTEST:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
