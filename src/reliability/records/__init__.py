"""The records that travel between the stages: frozen, plain, and knowing no file format."""

from reliability.records.article import Article, Event
from reliability.records.claims import Copying, Discovery, SourceReliability, Truth, Value
from reliability.records.errors import ConfigError, InputError, Problem
from reliability.records.fact import Consensus, Fact, SharedPassage
from reliability.records.item import Claim, Difference, Item, Side, Sides
from reliability.records.mention import Attribution, Name, Passage, Quantity, Quote
from reliability.records.reading import Reading, Sentence
from reliability.records.scorecard import Contribution, Evidence, Feature, Measurement, Scorecard, Verdict
from reliability.records.span import Span

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "ConfigError",
    "Consensus",
    "Contribution",
    "Copying",
    "Difference",
    "Discovery",
    "Event",
    "Evidence",
    "Fact",
    "Feature",
    "InputError",
    "Item",
    "Measurement",
    "Name",
    "Passage",
    "Problem",
    "Quantity",
    "Quote",
    "Reading",
    "Scorecard",
    "Sentence",
    "SharedPassage",
    "Side",
    "Sides",
    "SourceReliability",
    "Span",
    "Truth",
    "Value",
    "Verdict",
]
