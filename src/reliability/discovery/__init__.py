"""Truth discovery: from claims of many sources to the value of every item and the reliability of every source."""

from reliability.discovery.discover import discover
from reliability.discovery.methods import METHODS

__all__ = ["METHODS", "discover"]
