"""One article explained: every point of its score, and the words that each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reliability.records import Article, Contribution, Evidence, Scorecard, Span
from reliability.report.excerpt import excerpt, shortened, visible, words
from reliability.report.gravity import faults_of
from reliability.report.names import short_names
from reliability.report.ranked import Ranked
from reliability.report.rounding import Tenths, plain, signed
from reliability.report.text import DOWN, HEAD, QUIET, STRONG, UP, points_style, rank

SIDE_BY_SIDE = 100  # columns: below this, half the width holds no sentence
WITNESSES = 6  # other articles shown for one piece of evidence
GRAVE = ("conflicts", "altered")  # shown with both sides quoted; lesser faults are listed
BAR = 24  # columns of the waterfall, drawn where the page has BARS columns
BARS, NUMBERS = 76, 52  # columns: below the second, only value and points are printed

STYLES = {
    "conflicts": DOWN,
    "altered": DOWN,
    "vague": "yellow",
    "unattributed": "yellow",
    "boilerplate": "yellow",
    "contested": "magenta",
    "agrees": UP,
    "traceable": UP,
}
MEANT = {
    "agrees": "others say the same",
    "traceable": "a reader could ask",
    "unchecked": "nobody else speaks of it",
    "unattributed": "checkable, and handed to nobody",
    "vague": "nobody a reader could ask",
    "boilerplate": "not the story",
}


@dataclass(frozen=True)
class Explanation:
    """One article's scorecard for people, as wide as the console it is printed on."""

    ranked: Ranked
    card: Scorecard

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page: who, how many points, and why."""
        yield from self._head()
        yield ""
        yield self._waterfall(options.max_width)
        for contribution, points in zip(self.card.contributions, Tenths.of(self.card).points, strict=True):
            yield ""
            yield Text.assemble(
                (visible(contribution.feature), HEAD), "  ", (signed(points), points_style(points))
            )
            for part in self._feature(contribution, options.max_width):
                yield Padding(part, (0, 0, 0, 2))

    def _head(self) -> Iterator[Text]:
        card, article = self.card, self.card.article
        low, high = card.interval
        yield Text.assemble(
            (visible(article.id), STRONG),
            f": rank {rank(self.ranked, card)} of {len(self.ranked.cards)}, score ",
            (plain(Tenths.of(card).score), STRONG),
            f", {self.ranked.config.interval.level:.0%} interval {low:.1f} to {high:.1f}",
        )
        about = filter(None, (article.title, article.source, article.published, article.url))
        for known in about:
            yield Text(visible(known), QUIET)
        for note in card.notes:
            yield Text(f"Note: {visible(note)}")

    def _waterfall(self, width: int) -> Table:
        """The base, what every feature adds or takes, and the score that comes of it."""
        printed = Tenths.of(self.card)
        totals = list(accumulate((points or 0 for points in printed.points), initial=printed.base))
        scale = min(totals), max(totals)
        shown = ("points", "value", "weight", "neutral")[: 4 if width >= NUMBERS else 2]
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET)
        table.add_column("", overflow="fold")
        for name in shown:
            table.add_column(name, justify="right", no_wrap=True)
        table.add_column("", no_wrap=True)

        def row(name: str, points: Text, numbers: tuple[str, ...], bar: Text) -> None:
            numbers = numbers[: len(shown) - 1]
            table.add_row(Text(name), points, *numbers, bar if width >= BARS else "")

        row("base", Text(plain(printed.base)), ("", "", ""), _bar(printed.base, printed.base, *scale))
        for index, (contribution, points) in enumerate(
            zip(self.card.contributions, printed.points, strict=True)
        ):
            value = contribution.value
            row(
                visible(contribution.feature),
                Text(signed(points), points_style(points)),
                (
                    "·" if value is None else f"{value:.2f}",
                    f"{contribution.weight:.1f}",
                    f"{contribution.neutral:.2f}",
                ),
                Text("") if value is None else _bar(totals[index], totals[index + 1], *scale),
            )
        row(
            "score",
            Text(plain(printed.score), STRONG),
            ("", "", ""),
            _bar(printed.score, printed.score, *scale),
        )
        return table

    def _feature(self, contribution: Contribution, width: int) -> Iterator[RenderableType]:
        if contribution.value is None:
            yield Text("Nothing to measure here, so no points either way; the interval is wider for it.")
        contested = [piece for piece in contribution.evidence if piece.verdict == "contested"]
        grave = [piece for piece in faults_of(contribution) if piece.verdict in GRAVE]
        for pieces in _together([*grave, *contested]):
            yield Text.assemble(
                (pieces[0].verdict, STYLES[pieces[0].verdict]), "  ", visible(pieces[0].message)
            )
            yield Padding(self._held_against(pieces, width), (0, 0, 0, 2))
        for piece in contribution.evidence:
            if piece.verdict == "measured":
                yield Text(visible(piece.message))
        rest: dict[str, list[Evidence]] = {}
        for piece in contribution.evidence:
            again = piece.verdict == "agrees" and not piece.weight  # said before, and counted there
            if piece.verdict not in {*GRAVE, "contested", "measured"} and not again:
                rest.setdefault(piece.verdict, []).append(piece)
        for verdict in sorted(rest):
            yield self._summary(verdict, rest[verdict])

    def _held_against(self, pieces: list[Evidence], width: int) -> RenderableType:
        """This article's words, and beside or below them the words they were held against."""
        own = Group(*(self._excerpt(piece.span) for piece in pieces))
        # One place of each article: what it says twice it says once.
        against = list({span.article_id: span for span in reversed(pieces[0].against)}.values())[::-1]
        others: list[RenderableType] = [self._excerpt(span) for span in against[:WITNESSES]]
        if len(against) > WITNESSES:
            others.append(Text(f"and {len(against) - WITNESSES} more articles", QUIET))
        if not others:
            return own
        if width < SIDE_BY_SIDE:
            return Group(own, *(Padding(other, (0, 0, 0, 2)) for other in others))
        grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        grid.add_row(own, Group(*others))
        return grid

    def _excerpt(self, span: Span) -> Table:
        shown = excerpt(self._articles, span)
        place = ", title" if span.field == "title" else ""
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(overflow="fold", max_width=24)
        grid.add_column(overflow="fold")
        grid.add_row(
            Text(f"{self._name(span)}{place}", QUIET),
            Text.assemble(shown.before, (f"⟦{shown.words}⟧", STRONG), shown.after),
        )
        return grid

    def _summary(self, verdict: str, pieces: list[Evidence]) -> Text:
        own = all(span.article_id == self.card.article.id for piece in pieces for span in piece.against)
        meant = f", {MEANT[verdict]}" if verdict in MEANT else ""
        if verdict == "agrees" and own:
            meant = ", borne out by the article itself"
        said = []
        for piece in pieces:
            what = visible(shortened(words(self._articles, piece.span), 60))
            by = ", ".join(dict.fromkeys(self._name(span) for span in piece.against))
            said.append(f"“{what}” ({by})" if by else f"“{what}”")
        return Text.assemble(
            (verdict, STYLES.get(verdict, QUIET)), f"  {len(pieces)}{meant}: {'; '.join(said)}"
        )

    def _name(self, span: Span) -> str:
        return self._names[span.article_id]

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.ranked.event.articles}

    @cached_property
    def _names(self) -> dict[str, str]:
        return short_names(self._articles)


def _together(pieces: list[Evidence]) -> list[list[Evidence]]:
    """Pieces of one verdict that were held against the same words, told once: a number said twice."""
    groups: dict[object, list[Evidence]] = {}
    for piece in pieces:
        key = (piece.verdict, piece.against) if piece.against else piece
        groups.setdefault(key, []).append(piece)
    return [
        sorted(group, key=lambda piece: (-piece.severity, -piece.weight, piece.span))
        for group in groups.values()
    ]


def _bar(start: int, end: int, low: int, high: int) -> Text:
    """The way from one total to the next, on a scale from the lowest to the highest of all."""
    scale = (BAR - 1) / max(1, high - low)
    first, last = round((min(start, end) - low) * scale), round((max(start, end) - low) * scale)
    if start == end:
        return Text(" " * first + "│", QUIET)
    return Text(" " * first + "█" * max(1, last - first), points_style(end - start))
