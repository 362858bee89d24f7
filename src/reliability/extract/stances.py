"""Does a source state what it is asked about, deny it, or say nothing?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reliability.compare.status import denying
from reliability.extract.lexicon import lexicon, words

DENIES, SILENT = "denies", "silent"
_BACK = 3  # words before a denying word in which a "not" turns it round


def denial(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the cue from one word to another is a denial: "denied", not "did not deny" or "nor denied".

    The words that deny are those by which ``claim_status`` tells a denial.
    """
    verbs = denying()
    for place in range(first, last + 1):
        if words[place] in verbs:
            return _turns().isdisjoint(words[max(0, place - _BACK) : place])
    return False


def may_be_silent(words: Sequence[str]) -> bool:
    """Whether any word stands among some that a phrase of silence needs."""
    return not _silence()[0].isdisjoint(words)


def silences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each phrase of one sentence by which somebody asked says nothing.

    "did not respond to requests for comment", "declined to comment", "could not be reached".

    Args:
        words: The sentence's words in lower case.
    """
    if not may_be_silent(words):
        return
    pattern = _silence()[1]
    text = " ".join(words).replace("’", "'")
    for found in pattern.finditer(text):
        yield text.count(" ", 0, found.start()), text.count(" ", 0, found.end())


@cache
def _turns() -> frozenset[str]:
    return words(lexicon("cues")["stance"]["turns"])


@cache
def _silence() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words one of which stands in every such phrase, and the phrases."""
    lists = lexicon("cues")["stance"]

    def any_of(name: str) -> str:
        return "(?:" + "|".join(lists[name].split()) + ")"

    helping = lists["helping"].split()
    negated = "|".join(f"{verb} (?:not|never)|{verb}n't" for verb in helping) + "|won't|can't|cannot"
    negated = f"(?:{negated})(?: (?:{'|'.join(lists['between'].split())}|\\w+ly))?"
    answered, object_ = any_of("answering"), any_of("asked")
    phrases = (
        f"{negated} {answered}(?: \\S+){{0,5}}? {object_}",
        f"{negated} be(?:en)? reached(?: for comment)?(?! by (?!phone|telephone|email))",
        f"(?:{negated}|un) ?available(?: \\S+){{0,2}}? for comment",
        f"{any_of('refusing')}(?: to)?(?: \\w+ly)? {any_of('refused')}",
        f"{negated} (?:offer |provide |make )?(?:a |any )?comment",
        r"(?:had |has |have )?no (?:immediate |further |other )?comment",
    )
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(phrases)})(?![\w'-])")
    return words(lists["triggers"]), pattern
