"""What a report needs to know of a ranking."""

from typing import Protocol

from reliability.records import Consensus, Event, Problem, Scorecard
from reliability.scoring.config import Config


class Ranked(Protocol):
    """The articles of one event, ranked: ``reliability.Ranking`` is one."""

    @property
    def event(self) -> Event:
        """The articles as given."""
        ...

    @property
    def cards(self) -> tuple[Scorecard, ...]:
        """A scorecard per article, best first."""
        ...

    @property
    def consensus(self) -> Consensus:
        """What the articles say together."""
        ...

    @property
    def config(self) -> Config:
        """The settings that they were scored with."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Records that could not be read."""
        ...
