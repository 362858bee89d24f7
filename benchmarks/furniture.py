"""How well is an outlet's furniture told by what was learnt from its articles on other events?

The events of all sets are dealt into ten parts by a hash of their ids; each part is looked at with what was learnt from
the others. ``articles_affected`` and ``characters`` are the shares that are newly taken out of the story, ``lines`` the
lines and sentences known, ``found_before`` the share of these that one article alone gave away. How many of the known
lines are furniture was judged by eye (``by_eye``, kind ``furniture``).

Planted, into the outlets of ``allsides_events`` with ten articles and more: a line of the house, the same in every second article of an outlet
(``planted_found``; ``_alone`` is what is found without learning), in turn as a line and at the end of a paragraph; an
agency's sentence, in six articles of one outlet and one of each of three others; an article's text as versions of it in
three more events. Of the latter two, nothing may be taken out: ``agency_alarms`` and ``version_alarms`` are the shares of
articles where something is.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, cycle
from pathlib import Path

from benchmarks.bootstrap import mean_interval
from benchmarks.events import clusters
from benchmarks.progress import track
from reliability.compare.furniture import Furniture, line_key
from reliability.compare.outlets import known_as, outlet
from reliability.compare.words import WORD
from reliability.consensus import relabel
from reliability.extract import read
from reliability.extract.lines import lines
from reliability.extract.passages import passages
from reliability.extract.sentences import split
from reliability.learning import learn_furniture
from reliability.records import Article, Event, Reading, Span

NAME = "furniture"
SETS = ("allsides_events", "basil", "buzzfeed_2016", "fakes_syria")
PARTS = 10
ENOUGH = 10  # articles of an outlet that something is planted into
_HOUSE = (
    "Our weekly letter brings five recipes and one walk to 90,000 kitchens, and costs 3 euros a month.",
    "Readers who lend us a hand get a mug, a calendar and the thanks of the whole desk.",
    "The crossword is on the back, and its solution hangs in our window from noon.",
    "Hear us think aloud: our podcast opens every Friday with coffee and ends with corrections.",
    "Spotted a slip? Drop a note into the box beside the gate and we will mend it.",
    "Old issues can be leafed through in the reading room on the second floor.",
    "Students pay half, and grandparents may give a year of delivery as a birthday present.",
    "Scan the square with your telephone to carry tomorrow's edition in your pocket.",
    "Gardeners find seeds, almanacs and rubber boots on our market page.",
    "Chess, bridge and horoscope moved to the supplement that comes with the Saturday bundle.",
    "Tell the newsroom where the lamp is broken and where the bus comes late.",
    "Photographs may be bought as prints, framed or rolled, from the archive downstairs.",
    "Join our choir of proofreaders on the first Thursday evening for soup and commas.",
    "What we get wrong is listed in blue at the foot of the opinion page.",
    "Cartoons travel: the exhibition of our draughtswoman visits a library near you.",
    "Keep the lights on with a gift to the foundation that owns every share of this title.",
    "The audio version is read by actors, for those who drive, knit or iron.",
    "Notices of births, weddings and flats to let close at eleven on the eve of print.",
)
_AGENCY = (
    "The harbour of {} was reopened on Monday after divers had cleared the wreck of a ferry from its mouth."
)

Planted = tuple[list[Event], dict[str, str]]  # events, and what was planted into which articles


def run(data: Path) -> dict[str, dict[str, float]]:
    """What is newly taken out of the articles as they are, and what becomes of lines that were planted."""
    sets = {name: events for name in SETS if (events := clusters(data, name))}
    results = {name: _taken_out(events, list(chain(*sets.values()))) for name, events in sets.items()}
    events = sets.get("allsides_events", [])
    outlets = [name for name, own in sorted(_archives(events).items()) if len(own) >= ENOUGH]
    if outlets:
        house = _house(events, outlets)
        results["allsides_events"] |= {
            "planted_found": _found(house),
            "planted_found_alone": _found(house, alone=True),
            "planted": float(len(house[1])),
            "agency_alarms": _alarms(_agency(events, outlets), events),
            "version_alarms": _alarms(_versions(events, outlets), events),
        }
    return results


def known(events: Sequence[Event]) -> Iterator[tuple[Event, Span, str]]:
    """Every known line or sentence of the events' articles, whatever it was taken for, and in how many articles it stands."""
    for event, furniture in _dealt(events):
        for article in event.articles:
            standing = furniture.outlets.get(known_as(article, furniture.outlets))
            if standing is None:
                continue
            for start, end in _pieces(article.text):
                words = WORD.findall(article.text[start:end].lower().replace("’", "'"))
                if count := standing.lines.get(line_key(words), 0):
                    said = f"in {count} of {standing.articles} articles on other events"
                    yield event, Span(article.id, start, end), said


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    return chain.from_iterable(split(text, start, end) for start, end in lines(text))


def _dealt(events: Sequence[Event]) -> Iterator[tuple[Event, Furniture]]:
    """Every event, and what was learnt from those of the other parts."""
    parts: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        parts[hashlib.blake2b(event.id.encode("utf-8")).digest()[0] % PARTS].append(event)
    for number, part in track(sorted(parts.items()), NAME, len(parts)):
        others = [event for other, group in parts.items() if other != number for event in group]
        furniture = learn_furniture(others)
        yield from ((event, furniture) for event in part)


def _archives(events: Sequence[Event]) -> dict[str, list[tuple[int, Article]]]:
    """The articles of each outlet, with the number of their event."""
    found: defaultdict[str, list[tuple[int, Article]]] = defaultdict(list)
    for number, event in enumerate(events):
        for article in event.articles:
            found[outlet(article)].append((number, article))
    return found


def _taken_out(events: Sequence[Event], everything: Sequence[Event]) -> dict[str, float]:
    """What is newly taken out of some of the events, and the lines known in these."""
    ids = {event.id for event in events}
    affected, groups = [], []
    out = characters = 0
    for event, furniture in _dealt(everything):
        if event.id not in ids:
            continue
        readings = [read(article) for article in event.articles]
        for before, after in zip(_stories(readings), _stories(readings, furniture), strict=True):
            affected.append(after < before)
            groups.append(event.id)
            out += before - after
            characters += before
    spans = [(event, span) for event, span, _ in known(everything) if event.id in ids]
    low, high = mean_interval(affected, groups)
    return {
        "articles_affected": sum(affected) / len(affected),
        "articles_affected_low": low,
        "articles_affected_high": high,
        "characters": out / characters,
        "lines": float(len(spans)),
        "found_before": sum(not _story(event, span) for event, span in spans) / len(spans)
        if spans
        else math.nan,
        "articles": float(len(affected)),
    }


def _stories(readings: Sequence[Reading], furniture: Furniture | None = None) -> list[int]:
    """How many characters of each article are story."""
    return [
        sum(len(passage.span) for passage in reading.passages if passage.story)
        for reading in relabel(readings, furniture)
    ]


def _story(event: Event, span: Span) -> bool:
    article = next(one for one in event.articles if one.id == span.article_id)
    return any(passage.story and passage.span.covers(span) for passage in passages(article)[0])


def _house(events: Sequence[Event], outlets: Sequence[str]) -> Planted:
    """A line of each outlet's own in every second of its articles, in turn by itself and at the end of a paragraph."""
    archives, planted, texts = _archives(events), {}, {}
    for name, line in zip(outlets, cycle(_HOUSE), strict=False):
        for turn, (_, article) in enumerate(archives[name][::2]):
            own = article.text.split("\n")
            own[len(own) // 2] += ("\n" if turn % 2 else " ") + line
            texts[article.id], planted[article.id] = "\n".join(own), line
    return _with(events, texts), planted


def _agency(events: Sequence[Event], outlets: Sequence[str]) -> Planted:
    """An agency's sentence in six articles of an outlet, and in one of each of the next three."""
    archives = _archives(events)
    added: defaultdict[str, list[str]] = defaultdict(list)
    for at, name in enumerate(outlets):
        line = _AGENCY.format(name.partition(".")[0].capitalize())
        clients = [archives[outlets[(at + step) % len(outlets)]][-step] for step in (1, 2, 3)]
        for _, article in (*archives[name][:6], *clients):
            added[article.id].append(line)
    planted = {name: "\n".join(sentences) for name, sentences in added.items()}
    texts = {
        article.id: f"{article.text}\n{planted[article.id]}"
        for event in events
        for article in event.articles
        if article.id in planted
    }
    return _with(events, texts), planted


def _versions(events: Sequence[Event], outlets: Sequence[str]) -> Planted:
    """The longest article of each outlet once more in each of three other events, a part of it left out each time."""
    archives, planted = _archives(events), {}
    added: defaultdict[int, list[Article]] = defaultdict(list)
    for name in outlets:
        home, article = max(archives[name], key=lambda one: len(one[1].text))
        own = article.text.split("\n")
        for turn in (1, 2, 3):
            kept = [line for number, line in enumerate(own) if number % 4 != turn]
            version = replace(article, id=f"{article.id}-{turn}", text="\n".join(kept))
            added[(home + turn * len(events) // 4) % len(events)].append(version)
            planted[version.id] = version.text
    return [
        replace(event, articles=(*event.articles, *added[number])) for number, event in enumerate(events)
    ], planted


def _with(events: Sequence[Event], texts: Mapping[str, str]) -> list[Event]:
    return [
        replace(
            event,
            articles=tuple(replace(one, text=texts.get(one.id, one.text)) for one in event.articles),
        )
        for event in events
    ]


def _found(given: Planted, *, alone: bool = False) -> float:
    """The share of the planted lines that are not story."""
    events, planted = given
    found = [
        not any(
            planted[reading.article.id] in reading.quoted(one.span) for one in reading.passages if one.story
        )
        for event, furniture in _dealt(events)
        if any(article.id in planted for article in event.articles)
        for reading in relabel([read(article) for article in event.articles], None if alone else furniture)
        if reading.article.id in planted
    ]
    return sum(found) / len(found)


def _alarms(given: Planted, untouched: Sequence[Event]) -> float:
    """The share of the articles planted into of which more is taken out than what the events as they are teach."""
    events, planted = given
    found = []
    for (event, furniture), (_, before) in zip(_dealt(events), _dealt(untouched), strict=True):
        if any(article.id in planted for article in event.articles):
            readings = [read(article) for article in event.articles]
            changed = zip(
                event.articles, _stories(readings, furniture), _stories(readings, before), strict=True
            )
            found += [more != less for article, more, less in changed if article.id in planted]
    return sum(found) / len(found)
