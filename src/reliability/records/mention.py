"""What an article mentions: quantities, quotes, attributions, names, and the passages they stand in."""

from dataclasses import dataclass

from reliability.records.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures.

    Attributes:
        span: The number with its currency, scale and unit: ``US $ 2 billion``.
        kind: ``money``, ``count``, ``percent``, ``measure``, ``duration``, ``date``, ``time``,
            ``ordinal`` or ``number`` (nothing said of what it counts).
        value: The number in its unit (2e9), or for ``date`` and ``time`` a partial ISO 8601 string
            (``2019-08-13``, ``--08-13``, ``monday``, ``last week``): what the text says, never filled in.
        unit: An ISO 4217 code, ``percent``, ``kilometre``, ``month``, or the counted noun in the
            singular (``country``); empty where there is none.
        high: The upper end where the text gives a range, else ``None``.
        modifier: ``=`` as it stands, ``~`` about, ``>`` at least or more than, ``<`` at most or fewer
            than, ``up`` and ``down`` for a change.
        noun: The words counted or measured, where they were found.
        precision: Half of the last place printed, in the value's unit: how far rounding may have moved it.
        sentence: Index into ``Reading.sentences``.
        place: ``headline``, ``lead``, ``body`` or ``quote``.
        conversion: The same amount in another unit, where the text gives one in brackets.
    """

    span: Span
    kind: str
    value: float | str
    unit: str
    sentence: int
    place: str
    high: float | None = None
    modifier: str = "="
    noun: Span | None = None
    precision: float = 0.0
    conversion: "Quantity | None" = None

    @property
    def extent(self) -> Span:
        """The number with the noun that it counts, where that follows it: ``35 reported instances``."""
        if self.noun is None or self.noun.field != self.span.field or self.noun.start < self.span.start:
            return self.span
        return Span(self.span.article_id, self.span.start, max(self.span.end, self.noun.end), self.span.field)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words printed inside quotation marks.

    Attributes:
        span: The words, without the marks.
        kind: ``speech``, or ``term`` for a title, a nickname or words held at a distance.
        closed: Whether the closing mark is there.
        sentence: Index into ``Reading.sentences`` of the sentence it opens in.
        speaker: Who said it, as written (a pronoun if it is one), or ``None``.
        name: The speaker's name as far as the text resolves it, else empty.
        cue: The words that give it to the speaker: ``said``, ``according to``.
        source: What the speaker is: ``Attribution.kind``, empty where there is none.
        antecedent: Where the name stands that a pronoun, role or surname was resolved to, else ``None``.
    """

    span: Span
    kind: str
    closed: bool
    sentence: int
    speaker: Span | None = None
    name: str = ""
    cue: Span | None = None
    source: str = ""
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement handed to its source.

    Attributes:
        cue: The words that hand it over: ``said``, ``according to``.
        kind: ``person``, ``institution``, ``document``, ``outlet``, ``role`` (no name), ``vague``
            (nobody a reader could ask), or empty where nobody is named and nobody is hidden ("is expected").
        sentence: Index into ``Reading.sentences``.
        source: Who is named, as written, or ``None`` (``it is believed``).
        content: What is attributed, where it could be told.
        name: The source's name as far as the text resolves it, else empty.
        stance: ``denies`` where the source denies what is attributed, ``silent`` where it was asked and says
            nothing ("did not respond to requests for comment"), empty where it states it.
        antecedent: Where the name stands that a pronoun, role or surname was resolved to, else ``None``.
        tells: Whether the source tells something or holds it to be so ("said", "believes"); "wants", "approved" and
            "was seen" hand over what somebody means or does, which is nobody's word on what happened.
    """

    cue: Span
    kind: str
    sentence: int
    source: Span | None = None
    content: Span | None = None
    name: str = ""
    stance: str = ""
    antecedent: Span | None = None
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body or place by name.

    Attributes:
        span: The name, without title or possessive.
        kind: ``person``, ``organisation``, ``place``, ``thing`` (something with "the" before it), or empty where it
            cannot be told.
        words: Its words in lower case; titles, possessives and the stops of abbreviations left off.
        sentence: Index into ``Reading.sentences``.
        title: The title or office it is printed with, in lower case: ``attorney general``; mostly empty.
        short: The abbreviation that stands behind it in brackets: ``RGB``; mostly empty.
    """

    span: Span
    kind: str
    words: tuple[str, ...]
    sentence: int
    title: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line or paragraph, and whether it belongs to the story.

    Attributes:
        span: The passage, without the white space around it.
        kind: ``story``, ``headline``, or what else it is: ``repeat``, ``byline``, ``caption``,
            ``related``, ``author``, ``navigation``, ``advertising``, ``comments``, ``legal``, ``other``.
        probability: That it is *not* the story, in [0, 1].
        reason: Why, in a few words, for the report.
        twins: The same words in other articles, where these gave it away.
    """

    span: Span
    kind: str
    probability: float
    reason: str = ""
    twins: tuple[Span, ...] = ()

    @property
    def story(self) -> bool:
        """Whether the passage counts as the story (the headline does)."""
        return self.kind in {"story", "headline"}
