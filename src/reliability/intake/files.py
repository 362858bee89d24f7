"""One file of articles: its records, or why it cannot be read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reliability.intake.archive import archive_records
from reliability.intake.encoding import decode, decode_text
from reliability.intake.page import LARGEST_PAGE
from reliability.intake.parse import parse
from reliability.intake.place import Place, Record, kind
from reliability.records import InputError, Problem

PAGE_SUFFIXES = frozenset({".html", ".htm"})
ARCHIVE_SUFFIXES = frozenset({".warc", ".warc.gz"})
ARTICLE_SUFFIXES = frozenset({".txt", ".json"}) | PAGE_SUFFIXES | ARCHIVE_SUFFIXES
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
WHAT_IS_READ = "read are .txt, .json, .jsonl, .ndjson, .html and .warc files, and folders of them"


def suffix(path: Path) -> str:
    """What kind of file a name stands for, in lower case: ``.txt``, ``.warc.gz``."""
    last = path.suffix.lower()
    return ".warc.gz" if last == ".gz" and path.name.lower().endswith(".warc.gz") else last


def stem(path: Path) -> str:
    """The name of a file without its suffix."""
    return path.name[: len(path.name) - len(suffix(path))]


def file_records(path: Path) -> Iterator[Record | Problem]:
    """The articles of a file that holds some, or one.

    A ``.txt`` file is an article's text, every character as it stands. A ``.json`` file is an article
    or a list of articles. An ``.html`` file is a page with an article, a ``.warc`` file any number of
    pages. An article without an id is called after the file's stem, one of a list after the stem and
    its position (``stem-0``), a page of an archive after its address.
    """
    place = Place(str(path))
    name = stem(path)
    form = suffix(path)
    try:
        if form in ARCHIVE_SUFFIXES:
            yield from archive_records(path, place)
        elif form in PAGE_SUFFIXES:
            yield Record({"html": contents(path, LARGEST_PAGE + 1)}, place, name)
        elif form == ".txt":
            yield Record(decode_text(contents(path), place), place, name)
        elif form == ".json":
            yield from _json_records(parse(decode(contents(path), place), place), place, name)
        else:
            yield unread(path)
    except InputError as error:
        yield error.problem
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        yield unreadable(path, error).problem


def _json_records(value: object, place: Place, name: str) -> Iterator[Record | Problem]:
    if value == []:
        yield place.problem("the list has no articles; put some in or take the file out")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield Record(item, place.item(index), f"{name}-{index}")
    elif isinstance(value, Mapping):
        yield Record(value, place, name)
    else:
        yield place.problem(
            f"the file holds {kind(value)}; it must hold an article (an object) or a list of articles"
        )


def json_lines(path: Path) -> Iterator[tuple[Place, Mapping[str, object]] | Problem]:
    """The objects of a file with one JSON object a line, read line by line; blank lines are skipped."""
    file = str(path)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.isspace():
                    continue
                place = Place(file, number)
                try:
                    value = parse(decode(line, place).rstrip(), place)
                except InputError as error:
                    yield error.problem
                    continue
                if isinstance(value, Mapping):
                    yield place, value
                else:
                    yield place.problem(
                        f"the line holds {kind(value)}; it must hold an article or an event (an object)"
                    )
    except (OSError, ValueError) as error:
        yield unreadable(path, error).problem


def contents(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file, or the first ``most`` of them.

    Raises:
        OSError, ValueError: The file is missing, may not be read, or has a name no file can have.
    """
    if most is None:
        return path.read_bytes()
    with path.open("rb") as file:
        return file.read(most)


def unreadable(path: Path, error: Exception) -> InputError:
    """What to say of a file or folder that the system does not let us read."""
    place = Place(str(path))
    if isinstance(error, FileNotFoundError):
        return place.error("there is no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return place.error("reading is not permitted; allow it or leave the path out")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return place.error(f"it cannot be read ({reason}); check the path")


def unread(path: Path) -> Problem:
    """What to say of a file that is not of a kind we read, or not there."""
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for names that are too long
        return unreadable(path, FileNotFoundError()).problem
    files = f"{path.suffix} files" if path.suffix else "files without a suffix"
    return Place(str(path)).problem(f"{files} are not read; {WHAT_IS_READ}")
