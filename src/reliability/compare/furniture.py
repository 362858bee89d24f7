"""Which sentences does an outlet print in article after article, whatever these are about?"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from reliability.records import ConfigError, InputError

_FORMAT = "furniture 1"
_NOTE = "A line is the first 64 bits of BLAKE2b of its words in lower case, with a space between."
_BITS = 64


def line_key(words: Iterable[str]) -> int:
    """The 64 bits that a sentence is known by: BLAKE2b of its words, equal on any machine.

    Args:
        words: Its words in lower case, as ``Sentence.words`` has them.
    """
    text = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=_BITS // 8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Standing:
    """What one outlet keeps standing, as printers say of type that is set once and used again.

    Attributes:
        articles: How many of its articles were looked at.
        lines: In how many of them each sentence stands, by ``line_key``.
    """

    articles: int
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which sentences do outlets print in article after article, whatever these are about?

    Learnt by ``reliability.learn_furniture``. It holds no text, for texts belong to their publishers: only hashes and
    counts.

    Attributes:
        outlets: What each outlet keeps standing, by its domain or name.
        file: The file that it was read from, where it was.
    """

    outlets: Mapping[str, Standing] = field(default_factory=dict)
    file: str | None = field(default=None, compare=False)

    def save(self, path: str | PathLike[str]) -> None:
        """Writes it to a JSON file, an outlet after the other in the order of their names.

        Raises:
            InputError: Where the file cannot be written.
        """
        outlets = {
            name: {
                "articles": standing.articles,
                "lines": {f"{key:016x}": count for key, count in sorted(standing.lines.items())},
            }
            for name, standing in sorted(self.outlets.items())
        }
        text = json.dumps({"format": _FORMAT, "note": _NOTE, "outlets": outlets}, indent=1)
        try:
            Path(path).write_text(text + "\n", encoding="utf-8", newline="")
        except OSError as error:
            raise InputError(
                f"it cannot be written ({error.strerror}); check the path", file=fspath(path)
            ) from error

    @staticmethod
    def load(path: str | PathLike[str]) -> "Furniture":
        """Reads what ``save`` wrote.

        Raises:
            InputError: Where the file cannot be read, or is not JSON.
            ConfigError: Where it is JSON but not furniture; names the file and the field.
        """
        file = fspath(path)
        raw = _parsed(Path(path), file)
        if not isinstance(raw, dict) or raw.get("format") != _FORMAT:
            raise ConfigError(
                f"this is no furniture of this version ({_FORMAT!r}); learn it anew",
                file=file,
                field="format",
            )
        found = {
            name: _standing(entry, f"outlets.{name}", file)
            for name, entry in _table(raw.get("outlets"), "outlets", file).items()
        }
        return Furniture(found, str(Path(path).absolute()))


def as_furniture(given: Furniture | str | PathLike[str] | None) -> Furniture | None:
    """The furniture that was given, or that of a file.

    Raises:
        InputError: As ``Furniture.load`` does.
        ConfigError: As ``Furniture.load`` does, or for what is neither.
    """
    if given is None or isinstance(given, Furniture):
        return given
    if isinstance(given, str | PathLike):
        return Furniture.load(given)
    raise ConfigError(f"furniture is a Furniture or the path of its file, not {type(given).__name__}")


def _parsed(path: Path, file: str) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise InputError(
            f"broken JSON at column {error.colno} ({error.msg}); learn it anew", file=file, line=error.lineno
        ) from error
    except (
        OSError,
        UnicodeDecodeError,
        RecursionError,
        ValueError,
    ) as error:  # ValueError: a number beyond measure
        reason = getattr(error, "strerror", None) or "it is not the JSON that was saved"
        raise InputError(f"it cannot be read ({reason}); check the path", file=file) from error


def _standing(entry: object, place: str, file: str) -> Standing:
    table = _table(entry, place, file)
    lines = _table(table.get("lines"), f"{place}.lines", file)
    return Standing(
        _count(table.get("articles"), f"{place}.articles", file),
        {
            _key(key, f"{place}.lines", file): _count(count, f"{place}.lines.{key}", file)
            for key, count in lines.items()
        },
    )


def _table(value: object, place: str, file: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError("must be an object; learn it anew", file=file, field=place)
    return value


def _count(value: object, place: str, file: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(
            f"must be a whole number of 1 or more, not {value!r}; learn it anew", file=file, field=place
        )
    return value


def _key(text: str, place: str, file: str) -> int:
    try:
        key = int(text, 16) if len(text) == _BITS // 4 and text.isalnum() else -1
    except ValueError:
        key = -1
    if key < 0:
        raise ConfigError(
            f"{text!r} is no hash of {_BITS // 4} digits; learn it anew", file=file, field=place
        )
    return key
