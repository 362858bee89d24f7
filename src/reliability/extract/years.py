"""Is a bare number a year, or somebody's age?"""

from functools import cache

from reliability.compare.nouns import noun_class
from reliability.extract import dates
from reliability.extract.counted import counted
from reliability.extract.dates import is_year
from reliability.extract.lexicon import lexicon, words
from reliability.extract.modifiers import modifies
from reliability.extract.nouns import is_plural
from reliability.extract.numeral import Numeral
from reliability.extract.tokens import Tokens

_OLDEST = 115  # nobody was older than 122
_RECENT = ("19", "20")


@cache
def _cues() -> tuple[frozenset[str], ...]:
    years = lexicon("units")["dates"]["years"]
    return words(years["before"]), words(years["perhaps"]), words(years["ages"]), words(years["turning"])


def is_date(tokens: Tokens, read: Numeral) -> bool:
    """Whether a number without a unit is a year or a decade: in 2019, the 2019 elections, the 1990s; not 1640 houses."""
    index = read.first
    if not read.digits or read.first != read.last or not is_year(tokens, index):
        return False
    before = tokens.word(index - 1)
    surely, maybe, *_ = _cues()
    if before in surely:
        return True
    if tokens.words[index][:2] == "21" or (before in maybe and is_plural(tokens.word(index + 1))):
        return False
    if before in maybe:
        return True
    if modifies(before) and before not in {"early", "by"}:
        return False
    noun = counted(tokens, index, index)
    if noun is None or tokens.words[index][:2] not in _RECENT:
        return noun is None
    # "1900 firefighters killed": a round number before people, without an article, is no year.
    people = is_plural(tokens.word(index + 1)) and noun_class(tokens.word(index + 1)) == "person"
    return not (people and tokens.words[index].endswith("00") and before not in {"the", "its", "their"})


def year_span(tokens: Tokens, read: Numeral) -> tuple[int, int, str, int]:
    """Start, end, value and last token of a year or a decade ("1990s")."""
    value, end, last = tokens.words[read.first], read.end, read.last
    if tokens.word(last + 1) == "s" and tokens.gap(last) in {"", "’", "'"}:
        return read.start, tokens.end(last + 1), f"{value}s", last + 1
    return read.start, end, value, last


def is_age(tokens: Tokens, first: int, read: Numeral) -> bool:
    """Whether a number without a unit is an age: "Smith, 45, ...", "aged 45", "Maria, who was 10"."""
    if not 1 <= read.value < _OLDEST or read.scale > 1.0:
        return False
    _, _, ages, turning = _cues()
    before = tokens.word(first - 1)
    if before in ages or tokens.words[max(first - 2, 0) : first] in {
        ("age", "of"),
        ("ages", "of"),
        ("ages", "between"),
    }:
        return True
    index = read.last
    after = tokens.text[read.end : read.end + 2].strip()[:1]
    if after.isalnum():
        after = " "
    following = tokens.word(index + 1)
    if (tokens.word(first - 2), before) == ("will", "be") and following in {
        "by",
        "in",
        "on",
        "this",
        "next",
        "when",
    }:
        return True
    if not read.digits or (after and after not in ",.;)"):
        return (
            before in turning
            and read.digits
            and tokens.word(index + 1) in {"in", "on", "this", "next", "by", "last"}
        )
    if before in {"was", "is", "be"} and tokens.word(first - 2) in {"who", "he", "she"}:
        return True
    if before in turning:
        return True
    gap = tokens.gap(first - 1)
    last = not after and tokens.capitalised(first - 2)  # "... said Alton Nolen, 30"
    return (
        (after == "," or last)
        and tokens.capitalised(first - 1)
        and gap.strip() == ","
        and not dates.is_calendar(before)
    ) or (
        gap in {" (", ", ("}
        and after == ")"
        and tokens.capitalised(first - 1)
        and tokens.capitalised(first - 2)
    )
