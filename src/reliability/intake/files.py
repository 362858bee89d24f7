"""One file of articles: its records, or why it cannot be read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reliability.intake.decode import decode, parse
from reliability.intake.place import Place, Record, kind
from reliability.records import InputError, Problem

ARTICLE_SUFFIXES = frozenset({".txt", ".json"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
WHAT_IS_READ = "read are .txt, .json, .jsonl and .ndjson files, and folders of them"


def file_records(path: Path) -> Iterator[Record | Problem]:
    """The articles of a ``.txt`` or ``.json`` file.

    A ``.txt`` file is an article's text, every character as it stands. A ``.json`` file is an article
    or a list of articles. An article without an id is called after the file's stem, one of a list
    after the stem and its position (``stem-0``).
    """
    place = Place(str(path))
    suffix = path.suffix.lower()
    if suffix not in ARTICLE_SUFFIXES:
        yield unread(path)
        return
    try:
        text = decode(contents(path), place)
        value = parse(text, place) if suffix == ".json" else text
    except InputError as error:
        yield error.problem
        return
    if value == []:
        yield place.problem("the list has no articles; put some in or take the file out")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield Record(item, place.item(index), f"{path.stem}-{index}")
    elif suffix == ".json" and not isinstance(value, Mapping):
        yield place.problem(
            f"the file holds {kind(value)}; it must hold an article (an object) or a list of articles"
        )
    else:
        yield Record(value, place, path.stem)


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


def contents(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: The file is missing or may not be read.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise unreadable(path, error) from error


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
