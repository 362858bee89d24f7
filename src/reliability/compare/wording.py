"""The words between two quotation marks, made ready for comparing: what is the speaker's, what the writer's?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reliability.compare.words import FUNCTION_WORDS, WORD, fold

_INITIAL = re.compile(r"\[(\w)\](?=\w)")  # "[W]hile"
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_ELLIPSIS = re.compile(r"\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…")
GAP = "…"  # stands among the folded words where some were left out
_PIECE = re.compile(rf"{WORD.pattern}|[{GAP}()]")
# Clippings, spellings and spoken forms that change nothing: 'em, Oct, Gen, sceptical, gonna.
_CLIPPED = {"em": "them", "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "dr": "doctor", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "dept": "department", "govt": "government", "jan": "january", "feb": "february", "mar": "march", "apr": "april", "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december", "pct": "percent", "adm": "admiral", "maj": "major", "rev": "reverend", "sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical", "defence": "defense", "offence": "offense", "licence": "license", "programme": "program", "programmes": "programs", "grey": "gray", "gonna": "going to", "wanna": "want to", "gotta": "got to", "kinda": "kind of"}  # fmt: skip
_CONTRACTED = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation made ready for comparing.

    Attributes:
        words: Its words folded (contractions opened, small numbers in digits); ``…`` where it says that words
            were left out, and for the words in square brackets, which are not the speaker's.
        raw: The words as printed, one for each of ``words``; for an opened contraction the first has all.
        aside: Whether each stands in round brackets: the speaker's own, or put in by the writer.
        content: The folded words that carry meaning, those in round brackets left out.
    """

    words: tuple[str, ...]
    raw: tuple[str, ...]
    aside: tuple[bool, ...]
    content: frozenset[str]

    @property
    def spoken(self) -> int:
        """How many words it has outside round brackets; one at least."""
        return max(len(self.words) - sum(self.aside), 1)

    @classmethod
    def of(cls, text: str) -> "Wording":
        """The wording of some quoted text."""
        if "[" in text:
            text = _BRACKETS.sub(f" {GAP} ", _INITIAL.sub(r"\1", text))
        words: list[str] = []
        raw: list[str] = []
        aside: list[bool] = []
        bracketed = False
        for printed in _PIECE.findall(_ELLIPSIS.sub(f" {GAP} ", text)):
            if printed in "()":
                bracketed = printed == "("
                continue
            for number, piece in enumerate(spelt_out(printed)):
                words.append(piece)
                raw.append(printed if number == 0 else "")
                aside.append(bracketed)
        content = frozenset(
            word
            for word, beside in zip(words, aside, strict=True)
            if not beside and word not in FUNCTION_WORDS and word != GAP
        )
        return cls(tuple(words), tuple(raw), tuple(aside), content)


@lru_cache(maxsize=65536)
def spelt_out(printed: str) -> tuple[str, ...]:
    """A printed word as it is compared: contractions opened, small numbers in digits, each piece folded."""
    return tuple(NUMBERS.get(piece, piece if piece == GAP else fold(piece)) for piece in opened(printed))


def opened(printed: str) -> list[str]:
    """The words of a contraction: "don't" is "do not"."""
    word = printed.lower().replace("’", "'")
    if word in _CLIPPED:
        return _CLIPPED[word].split()
    if word in {"can't", "cannot"}:
        return ["can", "not"]
    if word == "won't":
        return ["will", "not"]
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending):
            return [word[: -len(ending)], full.strip()]
    if word in {"it's", "that's", "he's", "she's", "what's", "there's", "who's", "here's"}:
        return [word[:-2], "is"]
    return [word]
