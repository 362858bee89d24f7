"""The settings a score is made with: what every feature is worth, and how intervals are drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import fsum, isfinite
from os import PathLike, fspath
from pathlib import Path

from reliability.compare.furniture import Furniture, as_furniture
from reliability.compare.outlets import Rated, domain, ratings
from reliability.records import ConfigError, InputError
from reliability.scoring.settings import FeatureSettings, IntervalSettings, number, unknown
from reliability.scoring.weights_file import (
    Settings,
    line_of,
    read_furniture,
    read_priors,
    read_settings,
    read_text,
    with_furniture,
    with_priors,
    written,
)

DEFAULT = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Config:
    """What every feature is worth, and how intervals are drawn.

    Attributes:
        features: Settings per feature name, in the order of the weights file.
        interval: How the interval around a score is drawn.
        priors: How outlets are rated, from 0 to 1, by domain: a voice then counts for more or less than one when
            it is asked who outvotes whom. None are given unless you give them.
        furniture: What outlets are known to print everywhere, which is not the story; ``None`` where that was not
            learnt.

    Raises:
        ConfigError: Where no feature weighs anything.
    """

    features: Mapping[str, FeatureSettings]
    interval: IntervalSettings
    _source: str | None = field(default=None, repr=False, compare=False)  # the TOML whose comments are kept
    priors: Mapping[str, float] = field(default_factory=dict)
    furniture: Furniture | None = None

    _total: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_total", sum(settings.weight for settings in self.features.values()))
        if not self._total > 0.0:
            raise ConfigError(
                "every weight is 0; give at least one feature a weight above 0", field="features"
            )
        if not isfinite(self._total):
            raise ConfigError("the weights are too large to add up; make them smaller", field="features")

    @staticmethod
    def default() -> "Config":
        """The settings that come with the package."""
        return _default()

    @property
    def base(self) -> float:
        """The score of an article of which nothing can be measured, 0 to 100."""
        return fsum(self.share(name) * settings.neutral for name, settings in self.features.items())

    def share(self, name: str) -> float:
        """A feature's weight, scaled so that those of all features sum to 100.

        A feature without settings weighs 0.
        """
        settings = self.features.get(name)
        return settings.weight / self._total * 100.0 if settings else 0.0

    def with_weights(self, weights: Mapping[str, float], known: Iterable[str] = ()) -> "Config":
        """The same settings with other weights.

        Args:
            weights: Relative weight per feature; those left out stay as they are.
            known: Names of features that may be weighed besides those with settings already; a new
                one is neutral at 0.5 and linear.

        Raises:
            ConfigError: For a name that is not known, or a weight that is not a number of 0 or more.
        """
        features = dict(self.features)
        names = [*features, *(name for name in known if name not in features)]
        for name, weight in weights.items():
            if name not in names:
                raise ConfigError(unknown(str(name), names, "feature"), field=str(name))
            value = number(weight, name, hint="0 switches a feature off")
            features[name] = (
                replace(features[name], weight=value) if name in features else FeatureSettings(value)
            )
        return replace(self, features=features)

    def with_priors(self, priors: Rated) -> "Config":
        """The same settings with other ratings of outlets.

        Args:
            priors: A mapping of domains to ratings from 0 to 1, or the path of a CSV file with the columns ``domain``
                and ``reliability``.

        Raises:
            InputError: Where the file cannot be read.
            ConfigError: For a rating that is not a number from 0 to 1.
        """
        return replace(self, priors={domain(name): rating for name, rating in ratings(priors).items()})

    def with_furniture(self, furniture: Furniture | str | PathLike[str] | None) -> "Config":
        """The same settings with other knowledge of what outlets print everywhere.

        Args:
            furniture: What ``reliability.learn_furniture`` returned, or the path of the file it was saved to; ``None``
                for none.

        Raises:
            InputError: Where the file cannot be read.
            ConfigError: Where it is not furniture.
        """
        return replace(self, furniture=as_furniture(furniture))

    def to_toml(self) -> str:
        """The settings as TOML, with the comments of the file they came from.

        Raises:
            ConfigError: Where there is furniture that came from no file: settings name its file.
        """
        return self._written(None)

    def save(self, path: str | PathLike[str]) -> None:
        """Writes the settings to a TOML file that ``load_config`` reads.

        Raises:
            ConfigError: Where the file cannot be written, or there is furniture that came from no file.
        """
        text = self._written(Path(path).absolute().parent)
        try:
            Path(path).write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise ConfigError(f"cannot be written: {error.strerror}", file=fspath(path)) from error

    def _written(self, folder: Path | None) -> str:
        text = read_text(DEFAULT) if self._source is None else self._source
        said = read_settings(text, default=_shipped(), known=self.features)
        rated = with_priors(written(text, said, self.features, self.interval), self.priors)
        return with_furniture(rated, None if self.furniture is None else _named(self.furniture, folder))


def load_config(path: str | PathLike[str], features: Iterable[str] = ()) -> Config:
    """Reads a weights file; what it leaves out stays as the default has it.

    Args:
        path: A TOML file; a file of furniture that it names is looked for beside it.
        features: Names of features of your own that it may speak of besides the default ones.

    Raises:
        ConfigError: Names the file, the line where it can be told, and the dotted key, and says what to do.
    """
    text = read_text(Path(path))
    settings, interval = read_settings(text, fspath(path), default=_shipped(), known=features)
    priors = read_priors(text, fspath(path))
    furniture = _furniture(text, Path(path))
    try:
        return Config(settings, interval, text, priors, furniture)
    except ConfigError as error:
        raise ConfigError(error.problem.message, file=fspath(path), field=error.problem.field) from None


def as_config(
    config: "Config | Mapping[str, float] | str | PathLike[str] | None", features: Iterable[str] = ()
) -> Config:
    """The settings meant by whatever ``score(config=...)`` takes.

    Args:
        config: ``None`` for the default, a ``Config``, the path of a weights file, or a mapping of weights.
        features: Names of features that it may weigh besides the default ones.

    Raises:
        ConfigError: For a file or weights that cannot be used, or for anything else.
    """
    if config is None:
        return Config.default()
    if isinstance(config, Config):
        return config
    if isinstance(config, Mapping):
        return Config.default().with_weights(config, known=features)
    if isinstance(config, str | PathLike):
        return load_config(config, features)
    raise ConfigError(f"config is a Config, a path or a mapping of weights, not {type(config).__name__}")


def _furniture(text: str, path: Path) -> Furniture | None:
    """The furniture whose file a weights file names."""
    named = read_furniture(text, fspath(path))
    if named is None:
        return None
    try:
        return Furniture.load(path.parent / named)
    except InputError as error:
        message, field = f"names {named!r}: {error.problem.message}", "furniture.file"
        raise ConfigError(message, file=fspath(path), line=line_of(text, field), field=field) from error


def _named(furniture: Furniture, folder: Path | None) -> str:
    """The file of the furniture, as a weights file in that folder names it."""
    if furniture.file is None:
        raise ConfigError(
            "cannot be written: the furniture is in no file; save it and give with_furniture its path",
            field="furniture",
        )
    file = Path(furniture.file)
    inside = folder is not None and file.is_relative_to(folder)
    return (file.relative_to(folder) if folder and inside else file).as_posix()


@cache
def _shipped() -> Settings:
    return read_settings(read_text(DEFAULT), str(DEFAULT))


@cache
def _default() -> Config:
    return Config(*_shipped(), read_text(DEFAULT))
