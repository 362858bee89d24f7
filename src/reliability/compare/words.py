"""When are two words the same word? Case, inflection and spelling are folded; function words stand apart."""

import re
from functools import lru_cache

# Words that carry no subject matter: articles, pronouns, prepositions, auxiliaries. A closed class, written out.
FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although am an and another any are around as at back be became
    because been before being below between both but by came can could d did do does down during each either
    even ever every few first for from further get got had has have he her here hers him himself his how i if in
    into is it its itself just last later least less ll made make many may me might more most much must my nearly
    near new next no nor not now of off on once one only onto or other our out over own per re same
    she should since so some still such t than that the their theirs them then there these they this those
    though through to today told too under until up upon us use used using ve very was we were what when
    where whether which while who whom whose why will with within without would yet you your s
    """.split()
)

# The verbs of reporting say who speaks and not of what; the days of the week stand in every story.
REPORTING = frozenset(
    """
    according added announced asked claimed confirmed explained noted reported reportedly reporting revealed said say says saying
    stated statement tell tells told monday tuesday wednesday thursday friday saturday sunday
    """.split()
)

# What is left out when the subject of a sentence is asked for.
SUBJECTLESS = FUNCTION_WORDS | REPORTING

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

# Spellings that differ between British and American English, folded to the American one.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|ite|al)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s)?$"), r"ter\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
)
_IRREGULAR = {
    "died": "die", "dead": "die", "death": "die", "deaths": "die", "dies": "die", "dying": "die", "deadly": "die",
    "kill": "die", "kills": "die", "killed": "die", "killing": "die", "killings": "die",
    "fatality": "die", "fatalities": "die", "lives": "life",
    "stole": "steal", "stolen": "steal", "theft": "steal", "thefts": "steal",
    "won": "win", "lost": "lose", "loss": "lose", "losses": "lose", "rose": "rise", "risen": "rise",
    "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "growth": "grow",
    "paid": "pay", "sold": "sell", "bought": "buy", "held": "hold", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "sent": "send", "met": "meet", "left": "leav", "began": "begin", "begun": "begin",
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person",
    "hurt": "injur", "injuries": "injur", "injury": "injur", "wounded": "injur",
    "pct": "percent", "percentage": "percent",
    "news": "news", "series": "series", "species": "species", "this": "this", "always": "always",
}  # fmt: skip
_SHORTEST_STEM = 3


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form in which inflections, possessives and spellings of one word are equal.

    A light suffix stripper in the manner of Porter (1980), step 1 only: enough to bring ``attacks``,
    ``attacked`` and ``attacking`` together, too little to merge words of different meaning.

    Args:
        word: One word; case does not matter.

    Returns:
        The folded form; two words are held to be the same where it is equal.
    """
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s")
    if word[:1].isdigit():
        return word.replace(",", "")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return _strip(word)


def _strip(word: str) -> str:
    for suffix, replacement in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return word[: -len(suffix)] + replacement
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    for suffix in ("ing", "ed"):
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) >= _SHORTEST_STEM and any(vowel in stem for vowel in "aeiouy"):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem
    if word.endswith("e") and len(word) > _SHORTEST_STEM + 1:
        return word[:-1]
    return word
