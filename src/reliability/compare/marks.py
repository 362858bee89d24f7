"""Which characters of an article stand inside quotation marks?"""

from bisect import bisect_right

from reliability.records import Reading, Span


class Marks:
    """The quoted stretches of one article, to be asked for any place in it."""

    def __init__(self, reading: Reading, kinds: frozenset[str] = frozenset({"speech", "term"})) -> None:
        spans = sorted(quote.span for quote in reading.quotes if quote.kind in kinds)
        self._spans = {field: [span for span in spans if span.field == field] for field in ("text", "title")}
        self._starts = {field: [span.start for span in own] for field, own in self._spans.items()}

    def hold(self, span: Span) -> bool:
        """Whether a place stands inside quotation marks."""
        at = bisect_right(self._starts[span.field], span.start)
        return at > 0 and self._spans[span.field][at - 1].overlaps(span)
