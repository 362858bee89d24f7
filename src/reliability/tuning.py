"""Labelled events in, weights out."""

import hashlib
import json
import platform
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Any, NamedTuple

from reliability.intake import as_events
from reliability.pipeline import fingerprint, rank
from reliability.ranking import Settings
from reliability.records import Event, Feature, InputError, Problem
from reliability.scoring.cases import Case, case
from reliability.scoring.config import Config, as_config
from reliability.scoring.labels import Pair, preferences
from reliability.scoring.settings import IntervalSettings
from reliability.scoring.tuning import Tuning, tuned

_NO_INTERVAL = IntervalSettings(
    draws=1, level=0.5
)  # nobody asks for intervals here, and drawing them takes time


class Preference(NamedTuple):
    """Somebody's judgement that one article of an event is more reliable than another.

    Attributes:
        event: The event's id.
        better: The id of the more reliable article.
        worse: The id of the other.
    """

    event: str
    better: str
    worse: str


def tune(
    events: Any,
    config: Settings = None,
    *,
    pairs: Iterable[Preference | tuple[str, str, str]] = (),
    features: Sequence[Feature] | None = None,
) -> Config:
    """Which weights put the articles of labelled events in the order that their labels say?

    Args:
        events: As ``score_events`` takes them, with a label of 0 to 1 for some articles: 1 reliable, 0 not, or a grade.
            Only articles of one event are compared.
        config: The present settings, towards which the fit is pulled; a feature that weighs 0 in them stays off.
        pairs: More comparisons: ``(event id, id of the better article, id of the worse one)``.
        features: As for ``score``.

    Returns:
        The settings with tuned weights. Saved, the file keeps its comments and tells on what data, with what
        versions and how well the weights were fitted. ``study`` returns the figures as well.

    Raises:
        InputError: Where a record cannot be read or labels contradict each other, saying where; or where there are too
            few labels to tune on.
        ConfigError: Where the settings cannot be used.
    """
    return study(events, config, pairs=pairs, features=features).config


def study(
    events: Any,
    config: Settings = None,
    *,
    pairs: Iterable[Preference | tuple[str, str, str]] = (),
    features: Sequence[Feature] | None = None,
    on_event: Callable[[Event], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Tuning:
    """The same with all that is known of the weights: how well they and the present ones rank unseen events.

    Every event is read and measured once, whatever the number of fits.

    Args:
        events: As for ``tune``.
        config: As for ``tune``.
        pairs: As for ``tune``.
        features: As for ``tune``.
        on_event: Called with every event once it is measured.
        on_problem: Called with every record that cannot be used; without it the first one is raised.

    Returns:
        The settings and the figures.

    Raises:
        InputError: As for ``tune``.
        ConfigError: As for ``tune``.
    """
    from reliability.features import FEATURES

    measured = tuple(FEATURES if features is None else features)
    settings = as_config(config, [feature.name for feature in measured])
    asked: dict[str, list[Pair]] = defaultdict(list)
    for event_id, better, worse in pairs:
        asked[event_id].append((better, worse))
    found: dict[str, tuple[bytes, Case]] = {}
    for event in _events(events, on_problem):
        if event.id in found:
            raise InputError(f"two events have the id {event.id!r}; give each its own", field="id")
        preferred = preferences(event, asked.pop(event.id, ()))
        found[event.id] = _digest(event, preferred), measure(event, preferred, settings, measured)
        if on_event is not None:
            on_event(event)
    if asked:
        raise InputError(f"there is no event {min(asked)!r}, which a pair names", field="pairs")
    ordered = sorted(found.values(), key=lambda entry: entry[0])
    data = hashlib.blake2b(b"".join(digest for digest, _ in ordered), digest_size=16).hexdigest()
    return tuned([measured for _, measured in ordered], settings, {"data": f"blake2b {data}", **_versions()})


def measure(event: Event, preferred: Sequence[Pair], config: Config, features: tuple[Feature, ...]) -> Case:
    """What a labelled event's articles are credited with; one without pairs is not read at all."""
    if not preferred:
        return case(event.id, (), (), config)
    cards, _ = rank(event, replace(config, interval=_NO_INTERVAL), features)
    return case(event.id, cards, preferred, config)


def _events(events: Any, on_problem: Callable[[Problem], None] | None) -> Iterable[Event]:
    for record in as_events(events):
        if isinstance(record, Event):
            yield record
        elif on_problem is not None:
            on_problem(record)
        else:
            raise InputError(record.message, file=record.file, line=record.line, field=record.field)


def _digest(event: Event, preferred: Sequence[Pair]) -> bytes:
    """A hash of what the fit sees of an event: its texts, and which is preferred to which."""
    texts = {article.id: fingerprint(article).hex() for article in event.articles}
    pairs = sorted((texts[better], texts[worse]) for better, worse in preferred)
    seen = json.dumps([sorted(texts.values()), pairs])
    return hashlib.blake2b(seen.encode("ascii"), digest_size=16).digest()


def _versions() -> dict[str, str]:
    import reliability

    libraries = ("numpy", "scipy", "textstat")
    listed = [f"reliability {reliability.__version__}", f"Python {platform.python_version()}"]
    return {"versions": ", ".join(listed + [f"{library} {version(library)}" for library in libraries])}
