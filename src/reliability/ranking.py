"""The public face: articles in, a ranking out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from os import PathLike
from typing import Any, Literal, overload

from reliability.records import ConfigError, Consensus, Event, Feature, InputError, Problem, Scorecard
from reliability.scoring.config import Config, as_config

Settings = Config | Mapping[str, float] | str | PathLike[str] | None


@dataclass(frozen=True)
class Ranking:
    """The articles of one event, best first, and what they say together.

    A ranking is a sequence of scorecards: ``len``, iteration, ``ranking[0]``; an article's card is
    also found under its id, ``ranking["article-id"]``, and ``"article-id" in ranking`` tells whether it is there.

    Attributes:
        event: The articles as given.
        cards: A scorecard per article, best first.
        consensus: The facts that independent voices share, and which articles are one voice.
        config: The settings that they were scored with.
        problems: Records read along with the event that could not be used.
    """

    event: Event
    cards: tuple[Scorecard, ...]
    consensus: Consensus
    config: Config
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.cards)

    def __iter__(self) -> Iterator[Scorecard]:
        return iter(self.cards)

    def __contains__(self, item: object) -> bool:
        return any(item in (card.article.id, card) for card in self.cards)

    @overload
    def __getitem__(self, key: int | str) -> Scorecard: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Scorecard, ...]: ...
    def __getitem__(self, key: int | str | slice) -> Scorecard | tuple[Scorecard, ...]:
        if not isinstance(key, str):
            return self.cards[key]
        for card in self.cards:
            if card.article.id == key:
                return card
        ids = [card.article.id for card in self.cards]
        nearest = get_close_matches(key, ids, n=len(ids), cutoff=0.0)
        raise KeyError(f"no article {key!r}; there are {', '.join(nearest)}")

    def to_dict(self) -> dict[str, Any]:
        """Everything a person can see of the ranking, in plain JSON types; nothing is rounded.

        Every span is ``{"article", "start", "end", "field", "text"}``.
        """
        from reliability.report.plain import as_dict

        return as_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """The same as JSON, in ASCII: it survives every terminal, pipe and half of a surrogate pair.

        Args:
            indent: Spaces per level; ``None`` puts it all on one line.
        """
        import json

        return json.dumps(self.to_dict(), indent=indent, allow_nan=False)

    def to_frame(self, backend: Literal["pandas", "polars"] = "pandas") -> Any:
        """One row per article: id, rank, score, low, high, and per feature its value and points.

        Args:
            backend: Whose frame it is to be; each is an extra, ``source-reliability[polars]``.

        Raises:
            ImportError: Where that library is not installed.
            ValueError: For another backend.
        """
        from reliability.report.frame import as_frame

        return as_frame(self, backend)

    def __str__(self) -> str:
        from reliability.report.text import RankingText, as_text

        return as_text(RankingText(self))


def score(articles: Any, config: Settings = None, *, features: Sequence[Feature] | None = None) -> Ranking:
    """Which of these articles about one event can be trusted most, and why?

    Args:
        articles: An ``Event``, or articles as strings, mappings or ``Article`` records in any iterable,
            a data frame, or the path of a file or folder.
        config: Weights: a ``Config``, the path of a weights file, or a mapping such as
            ``{"numeric_consistency": 40}``; ``None`` for the default.
        features: What is measured, ``reliability.FEATURES`` unless given. A feature of your own weighs
            nothing until ``config`` gives it a weight.

    Returns:
        The ranking; printed, it is a report.

    Raises:
        InputError: Where the articles cannot be read, saying which, where and what to do.
        ConfigError: Where the settings cannot be used, naming file and key.
    """
    from reliability.intake import as_event

    settings, measured = _settings(config, features)
    return _rank(as_event(articles), settings, measured)


def score_events(
    events: Iterable[Any],
    config: Settings = None,
    *,
    features: Sequence[Feature] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[Ranking]:
    """Many events, one after the other and only as they are asked for.

    Each stands on its own: an event is ranked alike whichever others are given with it. What can only be learnt from
    many is learnt apart, and given as a setting: ``tune``, ``learn_furniture``.

    Args:
        events: ``Event`` records, mappings, or anything ``score`` takes as the articles of one event.
        config: As for ``score``.
        features: As for ``score``.
        on_problem: Called with every record that cannot be used, as it is met. Without it a problem is
            kept in the ``problems`` of the next ranking (those after the last one, in the last one;
            therefore each ranking is handed out once the next one is made).

    Returns:
        A ranking per event, in the order given.

    Raises:
        InputError: Without ``on_problem``, where there were problems and no event that could be ranked.
        ConfigError: At once, where the settings cannot be used.
    """
    settings, measured = _settings(config, features)
    if on_problem is None:
        return _with_problems(events, settings, measured)
    return _ranked(events, settings, measured, on_problem)


def _settings(config: Settings, features: Sequence[Feature] | None) -> tuple[Config, tuple[Feature, ...]]:
    from reliability.features import FEATURES

    measured = tuple(FEATURES if features is None else features)
    names = [feature.name for feature in measured]
    for name in names:
        if names.count(name) > 1:
            raise ConfigError(f"two features are called {name!r}; each needs a name of its own")
    return as_config(config, names), measured


def _rank(event: Event, config: Config, features: tuple[Feature, ...]) -> Ranking:
    from reliability.pipeline import rank

    cards, consensus = rank(event, config, features)
    return Ranking(event, cards, consensus, config)


def _ranked(
    events: Iterable[Any],
    config: Config,
    features: tuple[Feature, ...],
    on_problem: Callable[[Problem], None],
) -> Iterator[Ranking]:
    from reliability.intake import as_events

    for record in as_events(events):
        if isinstance(record, Problem):
            on_problem(record)
        else:
            yield _rank(record, config, features)


def _with_problems(events: Iterable[Any], config: Config, features: tuple[Feature, ...]) -> Iterator[Ranking]:
    met: list[Problem] = []
    held: Ranking | None = None
    for ranking in _ranked(events, config, features, met.append):
        if held is not None:
            yield held
        held = replace(ranking, problems=tuple(met))
        met.clear()
    if held is not None:
        yield replace(held, problems=(*held.problems, *met))
    elif met:
        first = met[0]
        raise InputError(first.message, file=first.file, line=first.line, field=first.field)
