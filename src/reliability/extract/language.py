"""In which language is a text written?"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from reliability.extract.lexicon import lexicon, words

# Taken from all over the text; more would not change the answer.
_SAMPLE = 400
# Below this many words (or letters, where words are not set apart) nothing is said: a headline holds too few
# function words, and a name is spelt the same everywhere.
_FEWEST_WORDS = 20
_FEWEST_LETTERS = 40
# Two in five words of running text are on its language's list, one in ten on another's. Lists of names, tables and
# programs stay below the first bound; mixtures and close kin (Danish and Norwegian) below the second.
_TELLING = 0.15
_AHEAD = 1.25
# English is what is measured by English words, so that it is not English must be plainer still.
_AHEAD_OF_ENGLISH = 2.0


def language(tokens: Sequence[str]) -> str:
    """The language of a text, as far as its function words or its letters tell.

    Args:
        tokens: Its words in lower case, as in ``Sentence.words``.

    Returns:
        An ISO 639-1 code (``en``), or ``""`` where the text is too short, mixed, or in none of the languages
        of ``lexicon/languages.toml``.
    """
    sample = tokens[:: len(tokens) // _SAMPLE + 1]
    script = _script("".join(sample))
    if script or len(sample) < _FEWEST_WORDS:
        return script
    lists = _lists()
    hits = Counter(code for word in sample for code in lists.get(word, ()))
    (best, most), (_, next_most) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    if most < _TELLING * len(sample) or most < _AHEAD * next_most:
        return ""
    if best != "en" and most < _AHEAD_OF_ENGLISH * hits["en"]:
        return ""
    return best


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """The languages on whose list a word is."""
    found: dict[str, list[str]] = {}
    for code, listed in lexicon("languages")["words"].items():
        for word in words(listed):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{letters}]") for code, letters in lexicon("languages")["letters"].items()}


_KANA = re.compile("[\u3041-\u30ff]")


def _script(letters: str) -> str:
    """The language that writes most of these letters, where it is the only one to write with them."""
    if letters.isascii() or len(letters) < _FEWEST_LETTERS:
        return ""
    if len(_KANA.findall(letters)) > len(letters) / 8:  # Japanese is Chinese characters with kana in between
        return "ja"
    for code, pattern in _scripts().items():
        if len(pattern.findall(letters)) > len(letters) / 2:
            return code
    return ""
