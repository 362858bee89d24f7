"""Errors planted into real articles: each a small edit whose place is known.

Eligible is only what stands, as a plain string, in at least two other articles of the event; whether it does is asked
of the strings, never of the library's own extractors. Every edit is written out, so that a reader can see it.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reliability.records import Article, Event

_SCALES = {"million": "billion", "billion": "million", "trillion": "billion", "thousand": "million"}
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NOUNS = {
    "people": "cases", "persons": "cases", "men": "shops", "women": "houses", "children": "vehicles", "countries": "companies",
    "states": "firms", "soldiers": "reports", "troops": "incidents", "cases": "people", "deaths": "houses", "houses": "people",
    "homes": "people", "votes": "people", "passengers": "flights", "students": "schools", "workers": "companies", "officers": "incidents",
    "victims": "cases", "rockets": "soldiers", "members": "states", "companies": "people", "seats": "districts", "patients": "hospitals",
    "boys": "cases", "girls": "cases", "senators": "states", "civilians": "houses", "militants": "attacks", "refugees": "countries",
}  # fmt: skip
_OTHER_WORDS = ("window", "harbour", "patience", "music", "winter", "market", "garden", "engine")
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|has|have|had|should|must|may)\b (?!not\b)")
_QUOTE = re.compile(r"[“\"]([^“”\"\n]{45,600}?)[,.]?[”\"]")
_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_SAID = re.compile(
    rf"(?:(?P<before>\b{_NAME}) (?:said|told|added|wrote|tweeted)|(?:said|added) (?P<after>{_NAME}))\b"
)
_CAPITAL_WORDS = frozenset("The He She They It We You But And In On At This That His Her Their".split())
_FURNITURE = (
    "Share this article", "Facebook", "Twitter", "Sign up for our newsletter", "Read more: Ten things you did not know about cheese",
    "Advertisement", "Most popular", "Storm leaves 40,000 without power on the coast", "Mayor: “I will never resign”", "Photo: Getty Images",
    "Related articles", "Markets fall by 3 percent as traders wait", "Click here to subscribe", "Comments", "Be the first to comment",
    "Copyright 2024. All rights reserved.", "We use cookies to improve your experience.", "About the author", "Follow us on Instagram", "Terms of use",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """One article with an error in it.

    Attributes:
        kind: The kind of error.
        event: The event with the edited article in place of the original.
        article: The edited article's id.
        field: Where it was edited: ``text`` or ``title``.
        places: Start and end of what is wrong, in the edited field.
        before: What stood there.
        after: What stands there now.
    """

    kind: str
    event: Event
    article: str
    field: str
    places: tuple[tuple[int, int], ...]
    before: str
    after: str


def plant(kind: str, event: Event, random_: random.Random) -> Planted | None:
    """Plants one error of a kind into one article of an event, or ``None`` where nothing is eligible."""
    articles = list(event.articles)
    random_.shuffle(articles)
    for article in articles:
        others = [other for other in event.articles if other.id != article.id]
        field = "title" if kind == "headline" else "text"
        options = list(_KINDS[kind](article, others))
        if options:
            places, before, after = random_.choice(options)
            return _edited(kind, event, article, field, places, before, after)
    return None


KINDS = (
    "scale", "digit", "unit", "count_noun", "date", "headline", "quote_word", "quote_negation", "quote_number", "speaker", "anonymised", "boilerplate",
)  # fmt: skip

_Option = tuple[list[tuple[int, int]], str, str]


def _edited(
    kind: str,
    event: Event,
    article: Article,
    field: str,
    places: list[tuple[int, int]],
    before: str,
    after: str,
) -> Planted:
    whole = article.text if field == "text" else article.title or ""
    shift, moved = 0, []
    for start, end in sorted(places):
        whole = whole[: start + shift] + after + whole[end + shift :]
        moved.append((start + shift, start + shift + len(after)))
        shift += len(after) - (end - start)
    edited = replace(article, text=whole) if field == "text" else replace(article, title=whole)
    changed = tuple(edited if other.id == article.id else other for other in event.articles)
    return Planted(kind, replace(event, articles=changed), article.id, field, tuple(moved), before, after)


def _elsewhere(piece: str, others: list[Article]) -> bool:
    """Whether a string stands, whole words, in at least two other articles."""
    pattern = re.compile(rf"(?<![\w.,$€£]){re.escape(piece)}(?![\w%]|[.,]\d)")
    return sum(bool(pattern.search(other.text)) for other in others) >= 2


def _all(piece: str, text: str) -> list[tuple[int, int]]:
    pattern = re.compile(rf"(?<![\w.,$€£]){re.escape(piece)}(?![\w%]|[.,]\d)")
    return [match.span() for match in pattern.finditer(text)]


def _replaced(text: str, found: re.Match[str], others: list[Article], after: str) -> Iterator[_Option]:
    """Every printing of a string in the article replaced, where it stands elsewhere: an article that errs errs throughout."""
    piece = found.group()
    if after != piece and _elsewhere(piece, others):
        yield _all(piece, text), piece, after


def _scale(article: Article, others: list[Article]) -> Iterator[_Option]:
    for match in re.finditer(
        r"[$€£]?\d[\d.,]*\d? (million|billion|trillion)\b|[$€£]\d[\d.]* (million|billion|trillion)\b",
        article.text,
    ):
        unit = match[1] or match[2]
        yield from _replaced(article.text, match, others, match.group().replace(unit, _SCALES[unit]))


def _digit(article: Article, others: list[Article]) -> Iterator[_Option]:
    for match in re.finditer(r"(?<![\w.,])\d[\d,]*\d(?:\.\d+)?(?: percent|%| [a-z]{4,})", article.text):
        number = re.match(r"[\d.,]+", match.group()).group()  # type: ignore[union-attr]
        if re.fullmatch(r"(?:19|20)\d\d", number):
            continue
        digits = [index for index, letter in enumerate(number) if letter.isdigit()]
        a, b = digits[0], digits[1]
        if number[a] != number[b] and number[b] != "0":
            wrong = number[:a] + number[b] + number[a + 1 : b] + number[a] + number[b + 1 :]
        else:
            wrong = number[:b] + str((int(number[b]) + 4) % 10) + number[b + 1 :]
        yield from _replaced(article.text, match, others, match.group().replace(number, wrong))


def _unit(article: Article, others: list[Article]) -> Iterator[_Option]:
    for match in re.finditer(
        r"\$\d[\d,.]*\d?(?: (?:million|billion|trillion))?|\b\d[\d.]* percent(?! point)", article.text
    ):
        piece = match.group().rstrip(".,")
        after = "€" + piece[1:] if piece[0] == "$" else piece.replace("percent", "percentage points")
        if _elsewhere(piece, others):
            yield _all(piece, article.text), piece, after


def _count_noun(article: Article, others: list[Article]) -> Iterator[_Option]:
    nouns = "|".join(_NOUNS)
    for match in re.finditer(rf"(?<![\w.,])\d[\d,]* ({nouns})\b", article.text):
        yield from _replaced(article.text, match, others, match.group().replace(match[1], _NOUNS[match[1]]))


def _date(article: Article, others: list[Article]) -> Iterator[_Option]:
    for match in re.finditer(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b", article.text):
        day = (int(match[2]) + 10) % 28 + 1
        yield from _replaced(article.text, match, others, f"{match[1]} {day}")
    for match in re.finditer(rf"\b({'|'.join(_DAYS)})\b", article.text[:600]):
        after = _DAYS[(_DAYS.index(match[1]) + 3) % 7]
        if _elsewhere(match.group(), others):
            yield [match.span()], match.group(), after


def _headline(article: Article, others: list[Article]) -> Iterator[_Option]:
    title = article.title or ""
    for match in re.finditer(r"[$€£]?\d[\d.,]*\d? (million|billion|trillion)\b", title):
        if match.group() in article.text and _elsewhere(match.group(), others):
            yield [match.span()], match.group(), match.group().replace(match[1], _SCALES[match[1]])
    for match in re.finditer(r"(?<![\w.,])\d[\d,]*\d(?= [a-z]|%)", title):
        number = match.group()
        if (
            not re.fullmatch(r"(?:19|20)\d\d", number)
            and _elsewhere(number, others)
            and number in article.text
        ):
            yield [match.span()], number, number + ("00" if "," not in number else ",000")


def _quotes(article: Article, others: list[Article]) -> Iterator[re.Match[str]]:
    plain = [_straight(other.text) for other in others]
    for match in _QUOTE.finditer(article.text):
        inner = _straight(match[1])
        if len(inner.split()) >= 9 and sum(inner in text for text in plain) >= 2:
            yield match


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _quote_word(article: Article, others: list[Article]) -> Iterator[_Option]:
    for quote in _quotes(article, others):
        for number, word in enumerate(re.finditer(r"\b[a-z]{5,}\b", quote[1])):
            start = quote.start(1) + word.start()
            after = _OTHER_WORDS[(number + len(word.group())) % len(_OTHER_WORDS)]
            yield [(start, start + len(word.group()))], word.group(), after


def _quote_negation(article: Article, others: list[Article]) -> Iterator[_Option]:
    for quote in _quotes(article, others):
        if match := re.search(r" not\b", quote[1]):
            start = quote.start(1) + match.start()
            yield (
                [(start - 8, start + 4)],
                article.text[start - 8 : start + 4],
                article.text[start - 8 : start],
            )
        elif match := _AUXILIARY.search(quote[1]):
            start = quote.start(1) + match.start()
            yield [(start, start + len(match.group()))], match.group(), f"{match[1]} not "


def _quote_number(article: Article, others: list[Article]) -> Iterator[_Option]:
    for quote in _quotes(article, others):
        for match in re.finditer(r"(?<![\w.,])\d{1,3}(?![\w.,]\d)", quote[1]):
            start = quote.start(1) + match.start()
            yield [(start, start + len(match.group()))], match.group(), str(int(match.group()) + 7)


def _speaker(article: Article, others: list[Article]) -> Iterator[_Option]:
    names = sorted(
        {
            name
            for match in _SAID.finditer(article.text)
            if (name := match["before"] or match["after"]).split()[0] not in _CAPITAL_WORDS
        }
    )
    for quote in _quotes(article, others):
        said = _SAID.match(article.text, quote.end() + 1)
        if said is None:
            continue
        name = said["before"] or said["after"]
        rivals = [other for other in names if not set(other.split()) & set(name.split())]
        group = "before" if said["before"] else "after"
        if (
            name.split()[0] not in _CAPITAL_WORDS
            and rivals
            and sum(name.split()[-1] in other.text for other in others) >= 2
        ):
            yield [said.span(group)], name, rivals[0]


def _anonymised(article: Article, others: list[Article]) -> Iterator[_Option]:  # noqa: ARG001 - one signature for all
    named = [
        match
        for match in re.finditer(rf"(?<=[.”\"] )({_NAME}) said\b", article.text)
        if match[1].split()[0] not in _CAPITAL_WORDS
    ]
    if len(named) >= 3:
        yield [match.span(1) for match in named], named[0][1], "sources"


def _boilerplate(article: Article, others: list[Article]) -> Iterator[_Option]:  # noqa: ARG001 - one signature for all
    end = len(article.text)
    yield [(end, end)], "", "\n\n" + "\n".join(_FURNITURE)


_KINDS: dict[str, Callable[[Article, list[Article]], Iterator[_Option]]] = {
    "scale": _scale,
    "digit": _digit,
    "unit": _unit,
    "count_noun": _count_noun,
    "date": _date,
    "headline": _headline,
    "quote_word": _quote_word,
    "quote_negation": _quote_negation,
    "quote_number": _quote_number,
    "speaker": _speaker,
    "anonymised": _anonymised,
    "boilerplate": _boilerplate,
}
