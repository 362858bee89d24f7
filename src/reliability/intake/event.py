"""Records gathered into events. What is wrong is reported beside the events, and loses nothing but itself."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reliability.intake.article import identifier, read_article
from reliability.intake.files import file_records
from reliability.intake.frames import frame_records, is_frame
from reliability.intake.place import Place, Record, kind
from reliability.records import Article, Event, InputError, Problem


def records(articles: object, place: Place) -> Iterator[Record | Problem]:
    """What may be the articles of one event, from any form they can be given in."""
    if is_frame(articles):
        yield from frame_records(articles, place)
    elif isinstance(articles, str | bytes | bytearray | Mapping | Article):
        yield Record(articles, place)
    elif isinstance(articles, Iterable):
        for index, item in enumerate(articles):
            if isinstance(item, os.PathLike):
                yield from file_records(Path(item))
            else:
                yield Record(item, place.item(index))
    else:
        yield place.problem(f"this is {kind(articles)}; give articles: texts, mappings, a frame or a path")


def gather(entries: Iterable[Record | Problem], event_id: str, place: Place) -> Iterator[Event | Problem]:
    """One event of the good records, after the problems of the others.

    Args:
        entries: The records, and what was found wrong before they were records.
        event_id: The event's id.
        place: Where the event stands, for an event without any records.
    """
    articles: list[Article] = []
    labels: dict[str, float] = {}
    places: dict[str, Place] = {}
    position = -1
    for position, entry in enumerate(entries):
        if isinstance(entry, Problem):
            yield entry
            continue
        try:
            article, label = read_article(entry, position)
        except InputError as error:
            yield error.problem
            continue
        if article.id in places:
            yield entry.place.problem(
                f"the id {article.id!r} is taken already ({places[article.id]}); give every article its own",
                "id",
            )
            continue
        places[article.id] = entry.place
        articles.append(article)
        if label is not None:
            labels[article.id] = label
    if articles:
        yield Event(event_id, tuple(articles), labels)
    elif position < 0:
        yield place.problem("there are no articles; give at least one")


def whole(event: Mapping[str, object], place: Place, event_id: str) -> Iterator[Event | Problem]:
    """The event of a mapping with ``articles``; its id is ``id`` or ``cluster_id``, else ``event_id``."""
    try:
        event_id = _name(event, place, "id") or event_id
    except InputError as error:  # a bad name loses no articles
        yield error.problem
    articles = event["articles"]
    inside = place.key("articles")
    if isinstance(articles, str | bytes | Mapping) or articles is None:
        yield inside.problem(f"this is {kind(articles)}; give a list of articles")
    else:
        yield from gather(records(articles, inside), event_id, inside)


def grouped(entries: Iterable[Record | Problem], event_id: str, place: Place) -> Iterator[Event | Problem]:
    """Events of records that name theirs under ``event`` or ``cluster_id``, in order of first appearance.

    Where no record names an event they are one event, called ``event_id``. Where only some do, the
    others are problems: nobody can tell what they belong to.
    """
    groups: dict[str, list[Record]] = {}
    nameless: list[Record] = []
    faults = False
    for entry in entries:
        try:
            if isinstance(entry, Problem):
                faults = True
                yield entry
            elif name := _name(entry.value, entry.place, "event"):
                groups.setdefault(name, []).append(entry)
            else:
                nameless.append(entry)
        except InputError as error:
            faults = True
            yield error.problem
    if groups:
        for stray in nameless:
            yield stray.place.problem(
                "other articles name their event and this one does not; name its event", "event"
            )
    elif nameless or not faults:
        groups[event_id] = nameless
    for name, members in groups.items():
        yield from gather(members, name, place)


def _name(value: object, place: Place, key: str) -> str | None:
    """The name of the event that stands under ``key`` or ``cluster_id``."""
    if not isinstance(value, Mapping):
        return None
    return identifier(value.get(key), place, key) or identifier(value.get("cluster_id"), place, "cluster_id")
