"""What gives a line away as page furniture, by its own words alone?

The phrases are data (``lexicon/furniture.toml``); here stand the shapes: bylines, date lines, credits,
offers, calls to write in. A long line of running text is no furniture because of one phrase, unless the
phrase is one that only furniture uses ("delivered to your inbox").
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from reliability.compare.words import WORD
from reliability.extract.lexicon import lexicon, words
from reliability.extract.lines import LONG, Line


class Found(NamedTuple):
    """What a line is, and why, in a few words for the report."""

    kind: str
    reason: str


# The kinds whose phrases are looked for, the ones that say most first.
_KINDS = ("comments", "advertising", "legal", "author", "caption", "related", "navigation", "byline")
# Running text may open as these do ("Photos by the agency show ...") and be the story.
_MAY_OPEN_PROSE = frozenset({"related", "byline", "caption", "author", "advertising"})
# Running text that holds one of their phrases is furniture all the same.
_IN_PROSE = frozenset({"author", "comments", "legal", "advertising"})
# A phrase inside a longer paragraph than this is the paragraph's subject ("the privacy policy of ...").
_LONGEST_HOLDER = 3 * LONG
_LABEL = 28  # characters: a label and its colon stand in these
_HEAD = 6  # words at most in the head of a list
_CREDIT = 8  # words at most in a line of credits
_BYLINE = 12  # words at most
_DATE_LINE = 16  # words at most, and
_BESIDE_DATE = 7  # so many of them beside the date

_MEDIA_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".avif")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PAGE_DATE = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+[ -]min(?:ute)?s? read\b")
_BY = re.compile(r"(?:\d{1,2}[:.]\d\d(?: ?[ap]m)?[ |·•,–-]+)?by:? (?=\S)", re.IGNORECASE)
_AGENCY = re.compile(
    r"\b(?:Reuters|AP|AFP|DW|BBC|CNN|dpa|UPI|ANI|PTI|IANS|Xinhua|EFE|ANSA|TASS|Kyodo|Yonhap|Bloomberg"
    r"|Associated Press|Agence France-Presse)\b"
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]+\([A-Z]")
_WRITE_IN = re.compile(
    r"(?:^|[.?!] )(?:call|text|phone|ring|e-?mail|message|whatsapp|write to|contact)\b.{0,60}?(?:\d{4}|@)"
)
_FOLLOW = re.compile(
    r"\W*follow .{1,60} (?:(?:on|at) (?:twitter|facebook|x|instagram|bluesky|threads|https?)\b|@\w)"
)
_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")
_COMMENT_COUNT = re.compile(r"\d+ (?:comment|commentar|thought|repl|response)[a-z]*\b")
_OFFER = re.compile(
    r"(?:open|get|start|try|create|claim|join|buy|book|shop|order|save|win|unlock|grab|enjoy)\b.*"
    r"(?:\bfree\b|\bapp$|% off|\bdiscount|\btrial\b|\bvoucher|\bpromo code|\bspecial offer|\bwithout fees\b)"
)
_COUNTER = re.compile(
    r"(?:1|(?:image|photo|picture|slide|page|video)s? \d+) (?:of|/) \d+$|slideshow \(|\d+:\d\d ?/ ?\d+:\d\d"
)
# A credit behind a caption's sentence, or in its brackets.
_CREDITED = re.compile(
    r"[.!?”\"’)] \W?(?:photo|photograph|picture|image|credit|illustration|video)s?(?:/| by| courtesy|:| -).{2,60}$"
    r"|[(\[](?:ap|afp|reuters|getty|epa|pa|upi|file)(?: photo| images| file)?/[^()\[\]]{2,60}[)\]]$"
    r"|[(\[][^()\[\]]{2,60}/(?:ap|afp|reuters|getty|epa|pa|upi|file)(?: photo| images| via .{2,30})?[)\]]$"
    r"|[.!?”\"’)] (?:reuters|afp|epa|upi|ap photo|getty images)/[^\W\d_][\w.'-]* [\w.' -]{2,40}$"
)
_BEFORE_CREDITS = frozenset(".!?”\"’')]")  # and one of these; apostrophes are straight by then
_OF_CREDITS = ("photo", "image", "picture", "credit", "illustration", "video", "/")  # one of them is in each
_IS = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}is (?:an?|the|our|[A-Z][\w ]{1,40}?['’]s?) ")
_ROLE = 6  # words at most until the author's role is named
_BULLETS = "►▶▸•●■–—-*·»›→| "
# Each with the characters of which one must be there, for that is quickly seen.
_NUMBER = frozenset("0123456789")
_MAKES = (
    (_NUMBER | {"("}, _COUNTER.match, Found("navigation", "the counter of a gallery or a player")),
    (_NUMBER, _COMMENT_COUNT.match, Found("comments", "a count of comments")),
    (frozenset("w"), _FOLLOW.match, Found("author", "asks readers to follow")),
    (_NUMBER | {"@"}, _WRITE_IN.search, Found("navigation", "asks readers to write in")),
    (frozenset("aeiou"), _OFFER.match, Found("advertising", "an offer")),
)
_LETTERS = re.compile(r"[^\W\d_]+")


def furniture(line: Line) -> Found | None:
    """What a line is by its own words; ``None`` where nothing gives it away."""
    if not (line.lower[0].isalnum() or WORD.search(line.lower)):
        return Found("other", "no words")
    if len(line.tokens) > _LONGEST_HOLDER:
        return None
    if line.short:
        return _whole(line) or _opening(line) or _holding(line) or (None if line.prose else _shape(line))
    return _holding(line)


def is_head(line: Line) -> bool:
    """Whether a line heads a list of other stories: "Most read", "More from the region"."""
    if line.closed or len(line.tokens) > _HEAD:
        return False
    related = lexicon("furniture")["related"]
    bare = line.bare
    return bare in related["heads"] or (
        ":" not in bare
        and (bare.startswith(tuple(related["head_starts"])) or bare.endswith(tuple(related["head_ends"])))
    )


def is_date_line(line: Line) -> bool:
    """Whether a line is a date, with nothing but names and the words of dates beside it."""
    if line.closed or len(line.tokens) > _DATE_LINE or not any(map(str.isdigit, line.lower)):
        return False
    rest, dates = _PAGE_DATE.subn(" ", line.text)
    beside = rest.split()
    return (
        dates > 0
        and len(beside) <= _BESIDE_DATE
        and all(
            not word[:1].isalpha() or word[0].isupper() or word.lower().strip(".,:") in _small_words("date")
            for word in beside
        )
    )


def is_credit(line: Line) -> bool:
    """Whether a line is made of names, an agency's among them, and is no dateline."""
    if _DATELINE.match(line.text):
        return False
    return len(line.tokens) <= _CREDIT and bool(_AGENCY.search(line.text)) and names_only(line.text)


def tells_of_author(line: Line) -> bool:
    """Whether a paragraph opens by saying of a name that it writes: "Ann Lee is our court reporter"."""
    opening = _IS.match(line.text)
    if opening is None:
        return False
    roles = words(lexicon("furniture")["writers"]["roles"])
    return not roles.isdisjoint(_LETTERS.findall(line.lower[opening.end() :])[:_ROLE])


def is_name(line: Line) -> bool:
    """Whether a line is a name of four words at most."""
    return len(line.tokens) <= 4 and names_only(line.text)  # noqa: PLR2004 - said in the docstring


def names_only(text: str) -> bool:
    """Whether every word is a name's: capitalised, or one of the small words inside names."""
    parts, small = _LETTERS.findall(text), _small_words("name")
    return bool(parts) and all(part[0].isupper() or part in small for part in parts)


@cache
def _small_words(kind: str) -> frozenset[str]:
    return words(lexicon("furniture")["small_words"][kind])


class _Phrases(NamedTuple):
    whole: dict[str, str]
    calls: tuple[str, ...]
    starts: dict[
        str, tuple[tuple[str, ...], tuple[str, ...]]
    ]  # phrases and their kinds, by their first letter
    contains: dict[str, tuple[tuple[str, str], ...]]  # by one of their words
    telling: frozenset[str]  # these words


_NO_PHRASES: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@cache
def _phrases() -> _Phrases:
    whole: dict[str, str] = {}
    starts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    contains: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in _KINDS:
        table = lexicon("furniture")[kind]
        for phrase in (*table.get("heads", ()), *table.get("whole", ())):
            whole.setdefault(phrase, kind)
        for phrase in (*table.get("head_starts", ()), *table.get("starts", ()), *table.get("calls", ())):
            starts[phrase[0]].append((phrase, kind))
        for phrase in table.get("contains", ()):
            # The longest word is the rarest; it may stand at a mark.
            word = max(phrase.split(), key=len)
            for token in (word, *(word + mark for mark in ".,:;!?)"), "(" + word):
                contains[token].append((phrase, kind))
    return _Phrases(
        whole,
        tuple(lexicon("furniture")["advertising"]["calls"]),
        {
            key: (tuple(phrase for phrase, _ in value), tuple(kind for _, kind in value))
            for key, value in starts.items()
        },
        {key: tuple(value) for key, value in contains.items()},
        frozenset(contains),
    )


def _whole(line: Line) -> Found | None:
    whole = _phrases().whole
    kind = whole.get(line.lower) or whole.get(line.bare)
    return Found(kind, f"“{_clip(line.text)}” is page furniture") if kind else None


def _opening(line: Line) -> Found | None:
    lower = line.lower if line.lower[0].isalnum() else line.lower.lstrip(_BULLETS) or line.lower
    phrases = _phrases()
    openings, kinds = phrases.starts.get(lower[0], _NO_PHRASES)
    if not lower.startswith(openings):
        return None
    story = line.prose and ":" not in lower[:_LABEL] and not lower.startswith(phrases.calls)
    for phrase, kind in zip(openings, kinds, strict=True):
        if lower.startswith(phrase) and not (story and kind in _MAY_OPEN_PROSE):
            return Found(kind, f"opens with “{phrase.strip()}”")
    return None


def _holding(line: Line) -> Found | None:
    if _phrases().telling.isdisjoint(line.tokens):
        return None
    contains = _phrases().contains
    for token in line.tokens:
        for phrase, kind in contains.get(token, ()):
            if phrase in line.lower and (kind in _IN_PROSE or not line.prose):
                return Found(kind, f"holds “{phrase.strip()}”")
    return None


def _shape(line: Line) -> Found | None:
    """What a short line is by its make, whatever its words."""
    lower = line.lower
    there = set(lower)
    if "read" in lower and _READING_TIME.search(lower):
        return Found("byline", "a reading time")
    if (
        len(line.tokens) <= _BYLINE
        and "b" in there
        and (by := _BY.match(line.text))
        and names_only(line.text[by.end() :])
    ):
        return Found("byline", "a byline")
    if (
        not _BEFORE_CREDITS.isdisjoint(there)
        and any(map(lower.__contains__, _OF_CREDITS))
        and _CREDITED.search(lower)
    ):
        return Found("caption", "ends with a credit")
    if "@" in there and _EMAIL.search(lower):
        return Found("navigation", "holds an address to write to")
    if "." in there and any(name in lower for name in _MEDIA_FILES):
        return Found("caption", "the name of a media file")
    for signs, make, found in _MAKES:
        if not signs.isdisjoint(there) and make(lower):
            return found
    return None


def _clip(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
