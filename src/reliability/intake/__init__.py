"""From what users have (texts, mappings, frames, files) to articles and events, or to what is wrong with it."""

from reliability.intake.given import as_event, as_events
from reliability.intake.paths import read_events

__all__ = ["as_event", "as_events", "read_events"]
