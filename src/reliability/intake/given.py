"""What a call was given: one event, or many."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reliability.intake.article import as_mapping
from reliability.intake.event import gather, grouped, records, whole
from reliability.intake.frames import frame_records, is_frame
from reliability.intake.paths import read_events
from reliability.intake.place import Place, Record, kind, raised
from reliability.records import Article, Event, InputError, Problem

LONGEST_NAME = 260  # what Windows takes for a path; a text of one line this short is seldom an article


def as_event(articles: object, *, event_id: str = "event") -> Event:
    """Reads the articles of one event, whatever form they come in.

    Args:
        articles: A text, a mapping with ``text`` or the page it is in under ``html`` (and ``id``,
            ``title``, ``source``, ``url``, ``published``, ``label``; what newspaper, news-please and
            trafilatura call them is understood, see ``DIALECTS``; other keys are ignored), an
            ``Article``, an iterable of these or of paths; an ``Event`` or a mapping with ``articles``;
            a frame with these columns; or a path
            (see ``read_events``). A ``str`` is a text, unless it is one line of fewer than 260
            characters that names an existing file or folder, which is then read.
        event_id: The event's id, where the input does not name it: an ``Event``, a mapping with
            ``articles``, a path and a frame's ``event`` column do.

    Returns:
        The event. Texts are kept as they are, whatever the Unicode (lone surrogates too); bytes are
        decoded as those of a ``.txt`` file. The text of a page is what trafilatura holds for its main
        text. An article without an id is called after its position (``"0"``, ``"1"``, ...),
        that of a file after the file's stem. Dates become ISO 8601 text. Blank titles, sources, urls
        and ids count as none.

    Raises:
        InputError: Nothing given, an article without text, a field of the wrong type, two articles
            with one id, a file that cannot be read, or several events; its ``problem`` has the place.
    """
    path = _path(articles)
    if path is not None:
        found = read_events([path])
    elif _is_article(articles):
        found = gather(records(articles, Place()), event_id, Place())
    else:
        found = _event(articles, Place(), event_id)
    event = None
    for item in found:
        if isinstance(item, Problem):
            raise raised(item)
        if event is not None:
            raise InputError(
                f"there are several events ({event.id!r}, {item.id!r}, ...); give one, or score them with score_events"
            )
        event = item
    assert event is not None, "what was given yields an event or a problem"
    return event


def as_events(events: object) -> Iterator[Event | Problem]:
    """Reads many events, one at a time and only when asked for the next.

    Args:
        events: An iterable of events, each an ``Event``, a mapping ``{"id", "articles"}``, an iterable
            of articles, a frame or a ``Path``; or a frame whose column ``event`` names each row's event;
            or a path (see ``read_events``), which may be a ``str`` here; or a single event.

    Yields:
        Events, those without a name called after their position; and a ``Problem`` for each record that
        could not be read. The other articles of its event stay; an event without a good article is
        its problems alone.
    """
    path = _path(events)
    if path is not None:
        yield from read_events([path])
    elif isinstance(events, str | bytes | bytearray):
        yield Problem(
            "this is neither events nor the name of a file or folder; give a list of events or a path"
        )
    elif is_frame(events) or isinstance(events, Event | Mapping) or not isinstance(events, Iterable):
        yield from _event(events, Place(), "event")
    else:
        for index, event in enumerate(events):
            yield from _event(event, Place(line=index + 1), str(index))


def _event(given: object, place: Place, event_id: str) -> Iterator[Event | Problem]:
    """What was given for an event: the event, and what is wrong in it."""
    if isinstance(given, Event):
        inside = place.key("articles")
        entries = (
            Record(_labelled(article, given), inside.item(i)) for i, article in enumerate(given.articles)
        )
        return gather(entries, given.id, inside)
    if isinstance(given, Mapping) and "articles" in given:
        return whole(given, place, event_id)
    if _is_article(given):
        name = "a single article" if isinstance(given, Article | Mapping) else "a text"
        return iter([place.problem(f"this is {name}, not an event; give its event as a list of articles")])
    if isinstance(given, os.PathLike):
        return read_events([given])
    if is_frame(given):
        return grouped(frame_records(given, place), event_id, place)
    if isinstance(given, Iterable):
        return gather(records(given, place), event_id, place)
    return iter(
        [place.problem(f"this is {kind(given)}, not an event; give texts, mappings, a frame or a path")]
    )


def _is_article(given: object) -> bool:
    if isinstance(given, Mapping):
        return "articles" not in given
    return isinstance(given, str | bytes | bytearray | Article)


def _labelled(article: object, event: Event) -> object:
    if not isinstance(article, Article) or article.id not in event.labels:
        return article
    return as_mapping(article) | {"label": event.labels[article.id]}


def _path(given: object) -> Path | None:
    """The path that was given, if it is one."""
    if isinstance(given, os.PathLike):
        return Path(given)
    if not isinstance(given, str) or len(given) >= LONGEST_NAME or "\n" in given:
        return None
    # Not Path.exists, which raises for what no file system takes as a name.
    return Path(given) if os.path.exists(given) else None  # noqa: PTH110
