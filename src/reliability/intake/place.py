"""Where a record stands, so that what is wrong with it can be found and mended."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from numbers import Real

from reliability.records import InputError, Problem


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands.

    Attributes:
        file: The file, or ``None`` where the input was not a file.
        line: The 1-based line of that file, or the 1-based record of what was given by hand.
        path: The way from that line to the record, as one would write it: ``articles[2]``.
    """

    file: str | None = None
    line: int | None = None
    path: str = ""

    def key(self, name: str) -> "Place":
        """The value under a key of the value at this place."""
        return replace(self, path=f"{self.path}.{name}" if self.path else name)

    def item(self, index: int) -> "Place":
        """One item, counted from 0, of the list at this place."""
        if self == Place():
            return Place(line=index + 1)
        return replace(self, path=f"{self.path}[{index}]")

    def problem(self, message: str, field: str | None = None) -> Problem:
        """What is wrong here, or with one field of what stands here."""
        path = self.key(field).path if field else self.path
        return Problem(message, self.file, self.line, path or None)

    def error(self, message: str, field: str | None = None) -> InputError:
        """The same as an exception."""
        return raised(self.problem(message, field))

    def __str__(self) -> str:
        return str(self.problem("")).removesuffix(": ")


@dataclass(frozen=True, slots=True)
class Record:
    """What may be an article, still as it was given.

    Attributes:
        value: A text, a mapping, an ``Article``, or something that is none of these.
        place: Where it stands.
        name: Its id should it have none of its own; ``None`` stands for its position in the event.
    """

    value: object
    place: Place
    name: str | None = None


def raised(problem: Problem) -> InputError:
    """The exception that carries a problem."""
    return InputError(problem.message, file=problem.file, line=problem.line, field=problem.field)


def kind(value: object) -> str:
    """What a value is, in words a reader of JSON and of Python both know."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, Real):
        return "a number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    return f"a value of type {type(value).__name__}"
