"""Weights files: TOML text to settings and back, comments and all."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from reliability.compare.outlets import domain
from reliability.records import ConfigError
from reliability.scoring.settings import FeatureSettings, IntervalSettings, number, unknown
from reliability.scoring.shape import Shape

Settings = tuple[dict[str, FeatureSettings], IntervalSettings]


def read_text(path: Path) -> str:
    """The text of a weights file.

    Raises:
        ConfigError: For a file that is missing, unreadable or not UTF-8 text.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8 text; save it as UTF-8", file=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"cannot be read: {reason}", file=str(path)) from error


def read_settings(
    text: str, file: str | None = None, *, default: Settings | None = None, known: Iterable[str] = ()
) -> Settings:
    """The settings that a TOML text makes, laid over the default ones.

    Args:
        text: The TOML; every key may be left out where there is a default.
        file: Its name, for messages.
        default: What it is laid over; without one every feature and grade name is allowed.
        known: Names of features besides the default ones.

    Raises:
        ConfigError: Names the file, the line and the dotted key, and says what to do.
    """
    try:
        return _settings(_parsed(text), default, known)
    except ConfigError as error:
        problem = error.problem
        line = problem.line or (line_of(text, problem.field) if problem.field else None)
        raise ConfigError(problem.message, file=file, line=line, field=problem.field) from None


def read_priors(text: str, file: str | None = None) -> dict[str, float]:
    """How the TOML text rates outlets, by domain; empty where it does not.

    Raises:
        ConfigError: Names the file, the line and the domain of what is not a number from 0 to 1.
    """
    given = _parsed(text).get("priors", {})
    try:
        with _under("priors"):
            return {domain(name): number(rating, name, high=1.0) for name, rating in _table(given).items()}
    except ConfigError as error:
        line = line_of(text, error.problem.field or "priors")
        raise ConfigError(error.problem.message, file=file, line=line, field=error.problem.field) from None


def with_priors(text: str, priors: Mapping[str, float]) -> str:
    """The TOML text with these ratings of outlets in place of its own."""
    import tomlkit

    if read_priors(text) == priors:
        return text
    document = tomlkit.parse(text)
    document.pop("priors", None)
    if priors:
        table = tomlkit.table()
        table.update({name: float(rating) for name, rating in sorted(priors.items())})
        document["priors"] = table
    return tomlkit.dumps(document)


def read_furniture(text: str, file: str | None = None) -> str | None:
    """The file of furniture that the TOML text names, as it names it; ``None`` where it names none.

    Raises:
        ConfigError: Names the file and the line of what is no name of a file.
    """
    given = _parsed(text).get("furniture", {})
    try:
        with _under("furniture"):
            _only(_table(given), ("file",), "setting")
            return _path_of(given["file"]) if "file" in given else None
    except ConfigError as error:
        line = line_of(text, error.problem.field or "furniture")
        raise ConfigError(error.problem.message, file=file, line=line, field=error.problem.field) from None


def with_furniture(text: str, named: str | None) -> str:
    """The TOML text with this file of furniture in place of its own."""
    import tomlkit

    if read_furniture(text) == named:
        return text
    document = tomlkit.parse(text)
    document.pop("furniture", None)
    if named is not None:
        document["furniture"] = tomlkit.table().append("file", named)
    return tomlkit.dumps(document)


def written(
    text: str, said: Settings, features: Mapping[str, FeatureSettings], interval: IntervalSettings
) -> str:
    """The TOML ``text`` with every setting changed that it says differently; comments stay.

    Args:
        text: The TOML to change.
        said: The settings it makes as it stands.
        features: The features it should make; one it should not name any more is given weight 0.
        interval: The interval it should make.
    """
    import tomlkit

    said_features, said_interval = said
    document = tomlkit.parse(text)
    gone = {name: replace(was, weight=0.0) for name, was in said_features.items() if name not in features}
    for name, wanted in (*features.items(), *gone.items()):
        was = said_features.get(name)
        for key in ("weight", "neutral", "strength"):
            if was is None or getattr(was, key) != getattr(wanted, key):
                _put(document, ("features", name, key), float(getattr(wanted, key)))
        if was is None or was.shape != wanted.shape:
            _put(document, ("features", name, "shape"), _inline(wanted.shape.written()))
        for grade, worth in wanted.grades.items():
            if was is None or was.grades.get(grade) != worth:
                _put(document, ("features", name, "grades", grade), float(worth))
    for key in ("draws", "level"):
        if getattr(said_interval, key) != getattr(interval, key):
            _put(document, ("interval", key), getattr(interval, key))
    return tomlkit.dumps(document)


def line_of(text: str, key: str) -> int | None:
    """The 1-based line that sets a dotted key, or the nearest table or key around it."""
    wanted, table = key.split("."), []
    best, found = 0, None
    for index, line in enumerate(text.split("\n"), start=1):
        header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
        entry = re.match(r"\s*([\w.\"'\s-]+?)\s*=", line)
        if header:
            path = table = _path(header[1])
        elif entry:
            path = table + _path(entry[1])
        else:
            continue
        if len(path) > best and wanted[: len(path)] == path:
            best, found = len(path), index
    return found


def _path(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column \d+\)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        reason = (
            str(error).replace(place[0], "") if place else str(error).removesuffix(" (at end of document)")
        )
        raise ConfigError(f"is not valid TOML: {reason}", line=line) from error
    except (RecursionError, ValueError) as error:  # nested, or an integer written, beyond all measure
        raise ConfigError(
            "is not a weights file: it is nested too deeply, or a number is too long"
        ) from error


def _settings(raw: dict[str, Any], default: Settings | None, known: Iterable[str]) -> Settings:
    _only(raw, ("features", "interval", "priors", "furniture"), "setting")
    features = dict(default[0]) if default else {}
    names = None if default is None else [*features, *(name for name in known if name not in features)]
    with _under("features"):
        for name, table in _table(raw.get("features", {})).items():
            with _under(name):
                if names is not None and name not in names:
                    raise ConfigError(unknown(name, names, "feature"))
                features[name] = _feature(_table(table), features.get(name))
    with _under("interval"):
        table = _table(raw.get("interval", {}))
        _only(table, ("draws", "level"), "setting")
        interval = replace(default[1], **table) if default else IntervalSettings(**table)
    return features, interval


def _feature(table: dict[str, Any], was: FeatureSettings | None) -> FeatureSettings:
    _only(table, ("weight", "neutral", "strength", "shape", "grades"), "setting")
    if was is None and "weight" not in table:
        raise ConfigError("has no weight; give it one, 0 or more")
    given: dict[str, Any] = {
        key: number(table[key], key) for key in ("weight", "neutral", "strength") if key in table
    }
    if "shape" in table:
        try:
            given["shape"] = Shape.parse(table["shape"])
        except ValueError as error:
            raise ConfigError(str(error), field="shape") from error
    with _under("grades"):
        grades = {
            name: number(grade, name, high=1.0) for name, grade in _table(table.get("grades", {})).items()
        }
        if was:
            _only(grades, was.grades, "grade")
    given["grades"] = {**(was.grades if was else {}), **grades}
    return replace(was, **given) if was else FeatureSettings(**given)


@contextmanager
def _under(table: str) -> Iterator[None]:
    """Puts a table's name before the field of every error raised inside."""
    try:
        yield
    except ConfigError as error:
        field = ".".join(filter(None, (table, error.problem.field)))
        raise ConfigError(error.problem.message, field=field) from error


def _table(raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise ConfigError(f"must be a table of settings, not {raw!r}")
    return raw


def _path_of(named: object) -> str:
    if not isinstance(named, str) or not named:
        raise ConfigError(f"must be the path of a file, not {named!r}", field="file")
    return named


def _only(table: Iterable[str], known: Iterable[str], what: str) -> None:
    names = list(known)
    for key in table:
        if key not in names:
            raise ConfigError(unknown(key, names, what), field=key)


def _inline(shape: str | dict[str, list[Any]]) -> object:
    import tomlkit

    return shape if isinstance(shape, str) else tomlkit.inline_table().append(*next(iter(shape.items())))


def _put(document: Any, path: tuple[str, ...], value: object) -> None:
    """Sets a value; a table that has to be made for it is inline wherever a header would break the file."""
    import tomlkit
    from tomlkit.items import InlineTable

    *tables, key = path
    for depth, name in enumerate(tables):
        if name not in document:
            inline = depth > 1 or isinstance(document, InlineTable)
            document[name] = (
                tomlkit.inline_table() if inline else tomlkit.table(is_super_table=len(tables) > depth + 1)
            )
        document = document[name]
    document[key] = value
