"""Tells which of several news articles about one event can be trusted, and why.

>>> import reliability
>>> ranking = reliability.score(["First article ...", "Second article ...", "Third article ..."])
>>> print(ranking)  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reliability.compare.furniture import Furniture
    from reliability.discovery import discover
    from reliability.extract import read
    from reliability.features import FEATURES
    from reliability.learning import learn_furniture
    from reliability.ranking import Ranking, score, score_events
    from reliability.records import Article, ConfigError, Event, InputError, Scorecard
    from reliability.scoring.config import Config, load_config
    from reliability.tuning import tune

    __version__: str

__all__ = [
    "FEATURES",
    "Article",
    "Config",
    "ConfigError",
    "Event",
    "Furniture",
    "InputError",
    "Ranking",
    "Scorecard",
    "__version__",
    "discover",
    "learn_furniture",
    "load_config",
    "read",
    "score",
    "score_events",
    "tune",
]

# Each name is fetched when first asked for: `import reliability` itself loads nothing.
_HOMES = {
    "FEATURES": "reliability.features",
    "Article": "reliability.records",
    "Config": "reliability.scoring.config",
    "ConfigError": "reliability.records",
    "Event": "reliability.records",
    "Furniture": "reliability.compare.furniture",
    "InputError": "reliability.records",
    "Ranking": "reliability.ranking",
    "Scorecard": "reliability.records",
    "discover": "reliability.discovery",
    "learn_furniture": "reliability.learning",
    "load_config": "reliability.scoring.config",
    "read": "reliability.extract",
    "score": "reliability.ranking",
    "score_events": "reliability.ranking",
    "tune": "reliability.tuning",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = _version()
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'reliability' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("source-reliability")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
