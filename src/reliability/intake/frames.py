"""Frames (pandas, polars, pyarrow, whatever narwhals reads): a row is an article."""

from collections.abc import Iterator
from typing import Any

from reliability.intake.article import FIELDS, absent
from reliability.intake.dialects import DIALECTS, KEYS
from reliability.intake.place import Place, Record
from reliability.records import Problem

COLUMNS = (*FIELDS, "html", "label", "event", "cluster_id", *KEYS)
TEXTS = {"text", "html", *(key for keys in DIALECTS.values() for key in keys if keys[key] == "text")}


def is_frame(value: object) -> bool:
    """Whether a value is a frame. narwhals is imported only for what has columns."""
    # Asked of the class: a lazy frame computes its columns when asked itself.
    if not (hasattr(type(value), "columns") or hasattr(type(value), "__dataframe__")):
        return False
    import narwhals as nw

    try:
        return isinstance(nw.from_native(value, pass_through=True), nw.DataFrame | nw.LazyFrame)
    except nw.exceptions.NarwhalsError:
        return True  # a frame with a fault, which frame_records reports


def frame_records(native: Any, place: Place) -> Iterator[Record | Problem]:
    """The rows of a frame as records; the columns are named as the keys of a mapping, others are ignored.

    None, NaN and NaT stand for an absent value.
    """
    import narwhals as nw

    try:
        given: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(native)
    except nw.exceptions.NarwhalsError as error:  # two columns of one name
        yield place.problem(f"the frame cannot be read ({' '.join(str(error).split())}); rename the columns")
        return
    frame = given.collect() if isinstance(given, nw.LazyFrame) else given
    names = [name for name in COLUMNS if name in frame.columns]
    if TEXTS.isdisjoint(names):
        found = ", ".join(repr(name) for name in frame.columns[:8]) or "no columns"
        yield place.problem(
            f"the frame has no column 'text' (it has {found}); rename the one with the texts", "text"
        )
        return
    columns = [frame[name].to_list() for name in names]
    nulls = [frame[name].is_null().to_list() for name in names]
    for index in range(len(frame)):
        row = {
            name: column[index]
            for name, column, null in zip(names, columns, nulls, strict=True)
            if not null[index] and not absent(column[index])
        }
        yield Record(row, place.item(index))
