"""Files and folders: the events they hold."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reliability.intake.event import gather, grouped, whole
from reliability.intake.files import (
    ARTICLE_SUFFIXES,
    LINES_SUFFIXES,
    WHAT_IS_READ,
    file_records,
    json_lines,
    stem,
    suffix,
    unread,
    unreadable,
)
from reliability.intake.place import Place, Record, kind
from reliability.records import Event, Problem


def read_events(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Event | Problem]:
    r"""Reads the events of files and folders, lazily; what cannot be read is a ``Problem`` in its place.

    * ``.jsonl``, ``.ndjson``: each line is a whole event, ``{"id", "articles": [...]}``, yielded as it
      is read; or an article, ``{"text", "event", ...}``, gathered by ``event`` and yielded at the end of
      the file. Without any ``event`` the articles are one event called after the file's stem.
      ``cluster_id`` is understood for both ids.
    * ``.json``: an article, a whole event, or a list of either.
    * ``.txt``: an article; its text is the file's, every character as it stands, but for a byte order mark.
      UTF-8, unless a byte order mark says otherwise; with the extra ``html`` other encodings are guessed.
    * ``.html``, ``.htm``: a page with an article, read by trafilatura (extra ``html``).
    * ``.warc``, ``.warc.gz``: a web archive; each page in it is an article called after its address (extra
      ``warc``). Archives name no events, so all pages of one, like the articles of a ``.json`` list, are
      of the same event.
    * A folder: its files of these kinds but ``.jsonl``, by name, are one event called after it; other files
      and hidden ones are ignored. A folder without such files: each folder in it that has some is
      an event, and its ``.jsonl`` files are read.
    * The articles of all files but ``.jsonl`` among ``paths`` are one event, which comes last: one file gives it
      its stem as id, several the name of the folder they share, else ``"event"``.

    An article without an id is called after its file's stem (in a ``.json`` list ``stem-0``, ``stem-1``;
    in events and ``.jsonl`` its position in the event). Ids of events are not held against each other.
    Lone surrogates (``"\ud800"`` in JSON) are kept; such text cannot be written as UTF-8 without escapes.

    Args:
        paths: Files and folders; one path by itself will do.

    Yields:
        Events, and a ``Problem`` with file, line and field for each record that could not be read. The
        other articles of its event stay.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    loose: list[Record | Problem] = []
    named: set[Path] = set()
    for given in paths:
        if not isinstance(given, str | os.PathLike):
            yield Problem(f"this is {kind(given)}, not a path; {WHAT_IS_READ}")
            continue
        path = Path(given)
        if suffix(path) not in ARTICLE_SUFFIXES or _is_folder(path):
            yield from _events(path)
            continue
        for entry in file_records(path):
            if isinstance(entry, Record) and isinstance(entry.value, Mapping) and "articles" in entry.value:
                yield from whole(entry.value, entry.place, entry.name or path.stem)
            else:
                loose.append(entry)
                named.add(path)
    if named:
        yield from gather(loose, _shared_name(named), Place())


def _events(path: Path) -> Iterator[Event | Problem]:
    """The events of a folder or of a file of lines; a problem for any other."""
    if _is_folder(path):
        yield from _folder(path)
    elif suffix(path) in LINES_SUFFIXES:
        yield from _lines(path)
    else:
        yield unread(path)


def _lines(path: Path) -> Iterator[Event | Problem]:
    """The events of a file with one event or one article a line."""
    articles: list[Record] = []
    empty = True
    for entry in json_lines(path):
        empty = False
        if isinstance(entry, Problem):
            yield entry
            continue
        place, value = entry
        if "articles" in value:
            yield from whole(value, place, f"{path.stem}-{place.line}")
        else:
            articles.append(Record(value, place))
    if articles:
        yield from grouped(articles, path.stem, Place(str(path)))
    elif empty:
        yield Place(str(path)).problem("the file is empty; put an article or an event on each line")


def _folder(path: Path) -> Iterator[Event | Problem]:
    """The event of a folder, or the events of the folders and lines in it."""
    try:
        entries = _visible(path)
    except OSError as error:
        yield unreadable(path, error).problem
        return
    files = _articles(entries)
    if files:
        yield from _folder_event(path, files)
        return
    empty = True
    for entry in entries:
        for event in _inside(entry):
            empty = False
            yield event
    if empty:
        yield Place(str(path)).problem(f"the folder holds nothing to read; {WHAT_IS_READ}")


def _inside(entry: Path) -> Iterator[Event | Problem]:
    """The events of what stands in a folder of events; none where it is something else."""
    if entry.is_dir():
        try:
            files = _articles(_visible(entry))
        except OSError as error:
            yield unreadable(entry, error).problem
            return
        if files:
            yield from _folder_event(entry, files)
    elif suffix(entry) in LINES_SUFFIXES:
        yield from _lines(entry)


def _folder_event(path: Path, files: list[Path]) -> Iterator[Event | Problem]:
    entries = (entry for file in files for entry in file_records(file))
    return gather(entries, _folder_name(path), Place(str(path)))


def _visible(path: Path) -> list[Path]:
    return sorted(
        (entry for entry in path.iterdir() if not entry.name.startswith(".")), key=lambda entry: entry.name
    )


def _articles(entries: list[Path]) -> list[Path]:
    """The files that are articles; a link that leads nowhere is among them, to be reported."""
    return [entry for entry in entries if suffix(entry) in ARTICLE_SUFFIXES and not entry.is_dir()]


def _is_folder(path: Path) -> bool:
    # Not Path.is_dir, which raises for names that are too long.
    return os.path.isdir(path)  # noqa: PTH112


def _folder_name(path: Path) -> str:
    return path.resolve().name or "event"  # resolved, because "." has no name


def _shared_name(files: set[Path]) -> str:
    """The id of the event that files named one by one make."""
    if len(files) == 1:
        return stem(next(iter(files)))
    folders = {file.absolute().parent for file in files}
    return _folder_name(folders.pop()) if len(folders) == 1 else "event"
