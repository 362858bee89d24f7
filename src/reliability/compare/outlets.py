"""Which outlet printed it, and how was that rated?"""

import csv
import math
from collections.abc import Container, Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path

from reliability.records import Article, ConfigError, InputError

Rated = Mapping[str, float] | str | PathLike[str] | None


def ratings(given: Rated) -> dict[str, float]:
    """Ratings from 0 to 1 as they are given.

    Args:
        given: A mapping, or the path of a CSV file with the columns ``domain`` (or ``source``) and ``reliability``;
            rows without a rating are left out.

    Raises:
        InputError: The file cannot be read, or a row names nobody.
        ConfigError: A rating that is no number from 0 to 1.
    """
    if given is None:
        return {}
    rows = given.items() if isinstance(given, Mapping) else _rows(Path(given))
    return {source: _rating(source, rating) for source, rating in rows}


def rating_of(article: Article, rated: Mapping[str, float]) -> float | None:
    """The rating of the article's outlet: of its domain, or of the one that this is part of; ``None`` without one.

    Args:
        article: The article.
        rated: Ratings by ``domain``.
    """
    name = known_as(article, rated)
    return rated[name] if name else None


def known_as(article: Article, known: Container[str]) -> str:
    """The domain under which the article's outlet is known, or the one that this is part of; empty where none is.

    Args:
        article: The article.
        known: Every ``domain`` of which something is known.
    """
    return next((name for name in _names(article) if name in known), "")


def outlet(article: Article) -> str:
    """Who printed an article: the bare domain of its source, else of its address; empty where neither is known."""
    return next(iter(_names(article)), "")


def domain(address: str) -> str:
    """The bare domain of an address: ``https://www.example.org/news`` and ``Example.org`` are ``example.org``."""
    host = address.strip().lower().partition("://")[2] or address.strip().lower()
    return host.partition("/")[0].rpartition("@")[2].partition(":")[0].strip().removeprefix("www.")


def _names(article: Article) -> Iterable[str]:
    for given in (article.source, article.url):
        name = domain(given or "")
        while name:
            yield name
            name = name.partition(".")[2] if name.count(".") > 1 else ""


def _rating(source: str, rating: object) -> float:
    try:
        value = float(rating)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        value = math.nan
    if isinstance(rating, bool) or not 0.0 <= value <= 1.0:
        raise ConfigError(
            f"the rating {rating!r} is no number from 0 to 1; mend it or leave it out", field=source
        )
    return value


def _rows(path: Path) -> list[tuple[str, str]]:
    file = fspath(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = [*csv.DictReader(lines)]
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror}); check the path", file=file) from error
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8; save it as UTF-8", file=file) from error
    named = [(row.get("source") or row.get("domain") or "", row.get("reliability") or "") for row in rows]
    for line, (source, _) in enumerate(named, start=2):
        if not source:
            raise InputError("there is no source (or domain); name it", file=file, line=line, field="source")
    return [(source, rating) for source, rating in named if rating]
