"""What do other readers of quantities find, where they are installed? quantulum3 and Recognizers-Text.

Neither is a dependency: ``pip install quantulum3 recognizers-text-suite "emoji<1.7"``.
"""

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from benchmarks.quantity_names import of_gold

Found = list[tuple[float, str]]  # value and unit, under the names used for comparing

_RECOGNIZERS = (
    ("recognizers_number_with_unit", "recognize_currency"),
    ("recognizers_number_with_unit", "recognize_dimension"),
    ("recognizers_number_with_unit", "recognize_age"),
    ("recognizers_number_with_unit", "recognize_temperature"),
    ("recognizers_number", "recognize_percentage"),
    ("recognizers_number", "recognize_number"),
)
# Their names for what the sets name otherwise.
_NAMES = {
    "": "", "dimensionless": "", "percent": "percentage", "year": "year", "year of age": "year of age", "pound": "pound sterling",
    "pound-mass": "pound mass", "united states dollar": "dollar", "us dollar": "dollar", "meter": "metre", "kilometer": "kilometre",
    "liter": "litre", "yen": "japanese yen", "miles per hour": "mile per hour", "tonne": "metric ton", "bahraini dinar": "bahraini dinar",
}  # fmt: skip


def peers() -> Iterator[tuple[str, Callable[[str], Found]]]:
    """The name and the reader of each peer that is installed."""
    for name, load in (("quantulum3", _quantulum3), ("Recognizers-Text", _recognizers)):
        try:
            yield name, load()
        except ImportError:
            continue


def _name(unit: str) -> str:
    return of_gold(_NAMES.get(unit.lower(), unit))


def _quantulum3() -> Callable[[str], Found]:
    parser = import_module("quantulum3.parser")

    def read(text: str) -> Found:
        try:
            return [(float(found.value), _name(found.unit.name)) for found in parser.parse(text)]
        except Exception:  # noqa: BLE001 - it raises on some texts; then it has found nothing
            return []

    return read


def _recognizers() -> Callable[[str], Found]:
    readers = [getattr(import_module(module), name) for module, name in _RECOGNIZERS]

    def read(text: str) -> Found:
        found: Found = []
        taken: list[tuple[int, int]] = []
        for reader in readers:  # the more telling first; what it covers is not read again
            for entity in reader(text, "en-us"):
                if any(entity.start <= end and start <= entity.end for start, end in taken):
                    continue
                value = _value(entity.resolution)
                if value is not None:
                    taken.append((entity.start, entity.end))
                    unit = (entity.resolution or {}).get("unit") or ""
                    found.append(
                        (value, _name("percentage" if reader.__name__.endswith("percentage") else unit))
                    )
        return found

    return read


def _value(resolution: dict[str, Any] | None) -> float | None:
    try:
        return float(json.dumps((resolution or {}).get("value")).strip('"%'))
    except ValueError:
        return None
