"""Events to measure on: those of the fixtures, and clusters of articles in a data folder."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.progress import say
from reliability.intake import read_events
from reliability.records import Event, Problem

FIXTURES = Path(__file__).parent.parent / "fixtures"


def fixture_events() -> list[Event]:
    """The events of ``fixtures/events``, by name."""
    return list(_events(FIXTURES / "events"))


def clusters(data: Path, name: str) -> list[Event]:
    """The events of ``clusters/<name>`` in a data folder; none where there is no such folder, and that is said.

    Each line of its ``.jsonl`` files is an event with ``cluster_id`` and ``articles``; an article's ``label`` of 0 or
    1 becomes the event's label of it.
    """
    folder = data / "clusters" / name
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        say(f"clusters/{name}: not in {data}, left out")
    return [event for path in files for event in _events(path)]


def _events(path: Path) -> Iterator[Event]:
    for record in read_events([path]):
        if isinstance(record, Problem):
            say(f"left out: {record}")
        else:
            yield record
