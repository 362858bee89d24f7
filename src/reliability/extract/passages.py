"""Which lines are the story, which is its headline, and what is the rest?

A first reading by rules: phrases by which furniture gives itself away (``lexicon/furniture.toml``), the
shape of a line, and its neighbours. What the rules do not know is story: to call a story line furniture
costs the reader a fact, the reverse costs a point.
"""

import re
from dataclasses import dataclass
from functools import cache

from reliability.compare.words import WORD, fold
from reliability.extract.lexicon import lexicon
from reliability.extract.lines import lines
from reliability.records import Article, Passage, Span

# A line this long reads as a paragraph, whatever it begins with; from reading news pages: captions and
# teasers end well before thirty words.
_LONG = 30
# The shortest line that can be a headline, and the longest (the longest of the events read had 24).
_HEADLINE = range(3, 31)
# A repeated line of fewer words may be a refrain of the story ("Yes, he said.").
_REPEATED = 4

_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$|[.!?…]\s*[\"'”’»)\]]*\s*\[\d+\]$")
_STRONG_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp4|avif)\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_PAGE_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})",
    re.IGNORECASE,
)
_BY = re.compile(r"by\s*:?\s+\S", re.IGNORECASE)
_TRIM = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_AGENCY = re.compile(
    r"\b(?:Reuters|AP|AFP|DW|BBC|CNN|dpa|UPI|ANI|PTI|IANS|Xinhua|EFE|ANSA|TASS|Kyodo|Yonhap|Bloomberg|Agencies|Associated Press|Agence France-Presse)\b"
)
_SITE_BREAK = re.compile(r"\s+[-–—|·»:]\s+")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    lower: str
    words: tuple[str, ...]

    @property
    def prose(self) -> bool:
        """Reads as running text: ends a sentence and has the length of one."""
        return len(self.words) >= 8 and bool(_ENDS_SENTENCE.search(self.text))


@cache
def _phrases(kind: str) -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str] | None]:
    table = lexicon("furniture")[kind]
    contains = "|".join(re.escape(phrase) for phrase in table.get("contains", ()))
    whole = frozenset(table.get("whole", ())) | frozenset(table.get("heads", ()))
    return whole, tuple(table.get("starts", ())), re.compile(contains) if contains else None


_KINDS = ("comments", "advertising", "legal", "author", "caption", "related", "navigation", "byline")


def passages(article: Article) -> tuple[tuple[Passage, ...], Span | None]:
    """Gives every line of the article a kind, and finds its headline.

    Returns:
        The passages in order, and the headline's span: in the text where it stands there, in the
        title where it was only given apart, ``None`` where there is none.
    """
    found = [_line(article.text, start, end) for start, end in lines(article.text)]
    kinds = [_furniture(line) for line in found]
    _mark_pages(found, kinds)
    _mark_lists(found, kinds)
    headline = _headline(article, found, kinds)
    if headline is not None:
        kinds[headline] = ("headline", "the headline")
    _mark_head(found, kinds, headline)
    _mark_repeats(found, kinds, headline)
    _mark_tail(found, kinds)
    result = tuple(
        Passage(
            Span(article.id, line.start, line.end),
            kind or "story",
            1.0 if kind and kind != "headline" else 0.0,
            reason,
        )
        for line, (kind, reason) in zip(found, kinds, strict=True)
    )
    if headline is not None:
        return result, result[headline].span
    if article.title and article.title.strip():
        title = article.title
        start = len(title) - len(title.lstrip())
        return result, Span(article.id, start, len(title.rstrip()), "title")
    return result, None


def _line(text: str, start: int, end: int) -> _Line:
    raw = text[start:end]
    lower = raw.lower().replace("’", "'").replace("‘", "'")
    # Only short lines are held against phrases and other lines; a paragraph's words are read later, once.
    words = tuple(WORD.findall(lower)) if len(raw) <= 40 * _LONG else ("",) * (_LONG + 1)
    return _Line(start, end, raw, lower, words)


def _furniture(line: _Line) -> tuple[str, str]:
    """What a line is by its own words alone; empty where nothing gives it away."""
    if not line.words:
        return "other", "no words"
    if len(line.lower) > 40 * _LONG:
        return "", ""
    bare = _TRIM.sub("", line.lower)
    short = len(line.words) <= _LONG
    for kind in _KINDS:
        whole, starts, contains = _phrases(kind)
        if short and (bare in whole or line.lower in whole):
            return kind, f"“{_clip(line.text)}” is page furniture"
        if (
            short
            and line.lower.startswith(starts)
            and not (
                line.prose
                and kind in {"related", "byline", "caption", "author", "advertising"}
                and not _opens_with_label(line)
            )
        ):
            return kind, "begins as page furniture does"
        if contains is not None and len(line.words) <= 3 * _LONG and (hit := contains.search(line.lower)):
            if not line.prose or kind in {"author", "comments", "legal", "advertising"}:
                return kind, f"holds “{hit.group()}”"
    if short and _FILE_NAME.search(line.text) and not line.prose:
        return "caption", "the name of an image file"
    if short and (url := _URL.search(line.text)) and 2 * len(url.group()) >= len(line.text):
        return "other", "a bare address"
    return "", ""


def _opens_with_label(line: _Line) -> bool:
    """Whether a label and a colon open the line: "Read also: ..."."""
    return ":" in line.text[:28]


def _mark_pages(found: list[_Line], kinds: list[tuple[str, str]]) -> None:
    """Bylines, date lines, credit lines: short lines made of names and dates."""
    for index, line in enumerate(found):
        if kinds[index][0] or len(line.words) > 16 or _STRONG_END.search(line.text):
            continue
        if _PAGE_DATE.search(line.text) and len(_PAGE_DATE.sub("", line.text).split()) <= 7:
            rest = _TRIM.sub("", _PAGE_DATE.sub(" ", line.text))
            if all(
                word[:1].isupper() or not word[:1].isalpha() or word.lower() in _DATE_WORDS
                for word in rest.split()
            ):
                kinds[index] = ("byline", "a date line")
                continue
        if _BY.match(line.text) and len(line.words) <= 12 and _names_only(line.text.split(None, 1)[1]):
            kinds[index] = ("byline", "a byline")
        elif _AGENCY.search(line.text) and len(line.words) <= 8 and _names_only(line.text) and index > 0:
            kinds[index] = ("caption", "a credit line")


_DATE_WORDS = frozenset(
    "by at on am pm a.m p.m et est edt gmt bst utc cet ist the updated published posted last min read mins minutes ago and".split()
)


def _names_only(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and all(
        word[0].isupper()
        or word.lower() in {"and", "for", "in", "of", "de", "van", "von", "with", "the", "at", "al"}
        for word in words
    )


def _mark_lists(found: list[_Line], kinds: list[tuple[str, str]]) -> None:
    """Lists of other stories: what follows their heads, as long as it reads like headlines."""
    heads = frozenset(lexicon("furniture")["related"]["heads"])
    inside = False
    for index, line in enumerate(found):
        if kinds[index][0] == "related" and _TRIM.sub("", line.lower) in heads:
            inside = True
        elif inside and not kinds[index][0]:
            if len(line.words) > _LONG or (
                len(line.words) >= 12 and line.text.rstrip("\"'”’»)]").endswith(".")
            ):
                inside = False
            else:
                kinds[index] = ("related", "stands in a list of other stories")


def _headline(article: Article, found: list[_Line], kinds: list[tuple[str, str]]) -> int | None:
    """The line that is the headline: the given title where it stands in the text, else the first that reads as one."""
    if article.title and article.title.strip():
        wanted = tuple(WORD.findall(article.title.lower().replace("’", "'")))
        for index, line in enumerate(found):
            if line.words == wanted and len(wanted) > 1:
                return index
        return None
    for index, line in enumerate(found):
        if kinds[index][0]:
            continue
        if len(line.words) not in _HEADLINE or (
            _STRONG_END.search(line.text) and not line.text.rstrip("\"'”’»").endswith(("?", "!"))
        ):
            return None
        follows = next((later for later in range(index + 1, len(found)) if not kinds[later][0]), None)
        if follows is None or len(found[follows].words) < _HEADLINE.start:
            return None
        if _is_site_title(line, found[follows]):
            kinds[index] = ("other", "the page's title")
            continue
        if _is_name(line) and not found[follows].prose:
            continue  # a section or a name above the headline
        return index
    return None


def _is_site_title(line: _Line, headline: _Line) -> bool:
    """Whether a line is the headline with the site's name behind (or before) it: the page's title."""
    parts = _SITE_BREAK.split(line.lower)
    return len(parts) > 1 and any(
        tuple(WORD.findall(part)) == headline.words for part in (parts[0], parts[-1], " ".join(parts[:-1]))
    )


def _is_name(line: _Line) -> bool:
    return len(line.words) <= 4 and _names_only(line.text)


def _mark_head(found: list[_Line], kinds: list[tuple[str, str]], headline: int | None) -> None:
    """Names that stand alone above the first paragraph, or just before an author's CV, are the author's."""
    if headline is None:
        first = 0
    else:
        first = headline + 1
        for index in range(headline):
            if not kinds[index][0] and not found[index].prose:
                kinds[index] = ("other", "stands above the headline")
    for index in range(first, len(found)):
        if kinds[index][0]:
            continue
        following = kinds[index + 1][0] if index + 1 < len(found) else ""
        if _is_name(found[index]) and not _STRONG_END.search(found[index].text):
            if following in {"author", "byline"} or (headline is not None and index == headline + 1):
                kinds[index] = ("author" if following == "author" else "byline", "an author's name")
        elif index > first + 3:
            break


def _mark_repeats(found: list[_Line], kinds: list[tuple[str, str]], headline: int | None) -> None:
    """Second copies of a headline or paragraph: said twice, it counts once."""
    seen: dict[tuple[str, ...], int] = {}
    for index, line in enumerate(found):
        if kinds[index][0] in {"", "headline"} and len(line.words) >= _REPEATED:
            key = line.words if len(line.words) <= _LONG else tuple(line.lower.split())
            if key in seen and index != headline:
                kinds[index] = ("repeat", "stands above already")
            seen.setdefault(key, index)
    if headline is not None:
        title = found[headline]
        for index, line in enumerate(found):
            if not kinds[index][0] and len(line.words) <= _LONG and _is_site_title(line, title):
                kinds[index] = ("repeat", "the headline again, with the site's name")


def _mark_tail(found: list[_Line], kinds: list[tuple[str, str]]) -> None:
    """Short lines after the last sentence of the story."""
    for index in range(len(found) - 1, 0, -1):
        line = found[index]
        if kinds[index][0]:
            continue
        if _STRONG_END.search(line.text) or len(line.words) >= _HEADLINE.stop:
            return
        if len(line.words) < 8 and any(kind in _TAIL_KINDS for kind, _ in kinds[index - 1 :]):
            kinds[index] = ("other", "a fragment after the end of the story")
        else:
            return


_TAIL_KINDS = frozenset({"related", "comments", "advertising", "legal", "navigation", "caption", "author"})


def _clip(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a line in the form in which inflections are equal."""
    return tuple(fold(word) for word in words)
