"""Claims as they are given: tuples, a frame or a CSV file, brought to one shape."""

import csv
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from reliability.records import InputError, Value

ValueType = Literal["category", "number", "set", "path"]
COLUMNS = ("source", "item", "value")
# Whole numbers are names of classes, not amounts, where a handful of them comes back item after item.
FEW_CODES = 10
ITEMS_PER_CODE = 10


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims in columns; all values are of one type.

    Attributes:
        sources: Who says it.
        items: Of what.
        values: What: words, numbers, or frozensets of words.
        kinds: The kind of fact: given, or what stands behind the item's last bar.
        value_type: ``category``, ``number``, ``set`` or ``path``.
    """

    sources: Sequence[str]
    items: Sequence[str]
    values: Sequence[Value]
    kinds: Sequence[str]
    value_type: ValueType


def read_claims(given: Any, value_type: str | None = None, separator: str | None = None) -> Claims:
    """Claims from whatever holds them.

    Args:
        given: Tuples ``(source, item, value)`` or ``(source, item, value, kind)``; a frame or a CSV file with
            the columns ``source``, ``item``, ``value`` and, where there is one, ``kind``.
        value_type: ``category``, ``number``, ``set`` or ``path`` (values that contain each other); all but the last
            are told from the values where it is ``None``.
        separator: What stands between the members of a set that is written as text, or the steps of a path.

    Raises:
        InputError: No claims, a missing column or value, a number that is none; it says where.
    """
    if value_type is not None and value_type not in get_args(ValueType):
        raise InputError(
            f"{value_type!r} is no type of value; it is one of {', '.join(get_args(ValueType))}",
            field="value_type",
        )
    columns, file = _columns(given)
    sources, items, values = ([*columns[name]] for name in COLUMNS)
    if not values:
        raise InputError("there are no claims; give at least one (source, item, value)", file=file)
    for name, column in (("source", sources), ("item", items), ("value", values)):
        _refuse_gaps(column, name, file)
    sources, items = [str(source) for source in sources], [str(item) for item in items]
    kind = columns.get("kind")
    kinds = (
        [item.rpartition("|")[2] if "|" in item else "" for item in items]
        if kind is None
        else [*map(str, kind)]
    )
    if separator is not None and value_type != "path":
        values = [value.split(separator) if isinstance(value, str) else value for value in values]
    told = value_type or _tell(values, items)
    return Claims(sources, items, _as_type(values, told, file), kinds, told)  # type: ignore[arg-type]


def _columns(given: Any) -> tuple[dict[str, Sequence[Any]], str | None]:
    if isinstance(given, str | Path):
        return _read_csv(Path(given)), str(given)
    if hasattr(type(given), "columns") or hasattr(type(given), "__dataframe__"):
        return _read_frame(given), None
    rows = [*given]
    if {*map(type, rows)} - {tuple, list} or {*map(len, rows)} - {3, 4}:
        line = next(
            n
            for n, row in enumerate(rows, start=1)
            if type(row) not in (tuple, list) or len(row) not in (3, 4)
        )
        raise InputError(f"a claim is a tuple (source, item, value), not {rows[line - 1]!r}", line=line)
    if len({*map(len, rows)}) > 1:
        raise InputError("some claims have a kind and some have none; give all of them one, or none")
    return dict(
        zip((*COLUMNS, "kind"), _turned(rows, len(rows[0]) if rows else len(COLUMNS)), strict=False)
    ), None


def _turned(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    """Rows as columns; ``zip(*rows)`` makes an iterator of every row, which takes ten times as long."""
    return [[row[at] for row in rows] for at in range(width)]


def _read_csv(path: Path) -> dict[str, Sequence[Any]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows, [])
            _require(header, str(path))
            table = [row for row in rows if row]
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror}); check the path", file=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8; save it as UTF-8", file=str(path)) from error
    for number, row in enumerate(table, start=2):
        if len(row) != len(header):
            raise InputError(
                f"the row has {len(row)} fields, the header {len(header)}", file=str(path), line=number
            )
    return dict(zip(header, _turned(table, len(header)), strict=True))


def _read_frame(given: Any) -> dict[str, Sequence[Any]]:
    import narwhals as nw

    frame = nw.from_native(given)
    table = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    _require(table.columns, None)
    return {name: table[name].to_list() for name in (*COLUMNS, "kind") if name in table.columns}


def _require(names: Sequence[str], file: str | None) -> None:
    for name in COLUMNS:
        if name not in names:
            found = ", ".join(map(repr, names)) or "no columns"
            raise InputError(
                f"there is no column {name!r} (there are {found}); rename one", file=file, field=name
            )


def _refuse_gaps(column: Sequence[Any], name: str, file: str | None) -> None:
    """A missing value is no claim: better said than guessed."""
    types = {*map(type, column)}
    if types == {str} and "" not in column:
        return
    for index, value in enumerate(column):
        if value is None or value == "" or (isinstance(value, float) and not math.isfinite(value)):
            line = index + (2 if file else 1)
            raise InputError(
                "it is missing or not finite; leave the claim out", file=file, line=line, field=name
            )


def _tell(values: Sequence[Any], items: Sequence[str]) -> ValueType:
    """The type of value that all of them have."""
    if any(isinstance(value, frozenset | set | list | tuple) for value in values):
        return "set"
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return "number"
    distinct = {str(value) for value in values}
    if not all(map(_is_number, distinct)):
        return "category"
    codes = all(float(value).is_integer() for value in distinct) and len(distinct) <= FEW_CODES
    return "category" if codes and len(set(items)) >= ITEMS_PER_CODE * len(distinct) else "number"


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _as_type(values: Iterable[Any], value_type: str, file: str | None) -> list[Value]:
    if value_type in {"category", "path"}:
        return [str(value) for value in values]
    if value_type == "set":
        return [*_sets(values)]
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError) as error:
        raise InputError(
            f"a value is not a number ({error}); give value_type='category'", file=file, field="value"
        ) from error


def _sets(values: Iterable[Any]) -> Iterator[frozenset[str]]:
    """The values as sets; many sources state one set, which is read once and kept once."""
    known: dict[Any, frozenset[str]] = {}
    for value in values:
        if not isinstance(value, str | frozenset | tuple):
            yield _members(value)
            continue
        if value not in known:
            known[value] = _members(value)
        yield known[value]


def _members(value: Any) -> frozenset[str]:
    whole = (value,) if isinstance(value, str) else value
    return frozenset(text for member in whole if (text := str(member).strip()))
