"""The ranking as a page of text: a table a reader can add up, the gravest evidence, the shared facts."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reliability.records import Scorecard, SharedPassage
from reliability.report.excerpt import Articles, shortened, visible, words
from reliability.report.facts import together
from reliability.report.names import COLUMN, heading, short_names
from reliability.report.ranked import Ranked
from reliability.report.reason import reason, rise
from reliability.report.rounding import Tenths, plain, signed

WIDTH = 80
PASSAGES = 3  # shown of those that articles of different voices share
UP, DOWN, QUIET, STRONG, HEAD = "green", "red", "dim", "bold", "bold"


def as_text(page: RenderableType, width: int = WIDTH) -> str:
    """A page as plain text, without colour or blanks at the ends of lines."""
    console = Console(
        file=io.StringIO(),
        width=width,
        color_system=None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(page)
    return "\n".join(line.rstrip() for line in capture.get().rstrip("\n").split("\n"))


@dataclass(frozen=True)
class RankingText:
    """A ranking for people, as wide as the console it is printed on."""

    ranked: Ranked

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page, from the ranking down to what could not be read."""
        ranked = self.ranked
        yield _title(ranked)
        yield ""
        yield from _points(ranked, options.max_width)
        yield _sum(ranked)
        yield ""
        yield _evidence(ranked)
        yield ""
        yield from together(ranked)
        yield from _voices(ranked)
        yield from _weights(ranked)
        yield from _problems(ranked)


def rank(ranked: Ranked, card: Scorecard) -> str:
    """``2``, or ``=2`` where several articles share the rank."""
    tied = sum(other.rank == card.rank for other in ranked.cards) > 1
    return f"={card.rank}" if tied else str(card.rank)


def points_style(tenths: int | None) -> str:
    """Green for points won, red for points lost."""
    return QUIET if not tenths else UP if tenths > 0 else DOWN


def _title(ranked: Ranked) -> Text:
    articles, voices = len(ranked.cards), len(ranked.consensus.origins)
    return Text.assemble(
        (visible(ranked.event.id), STRONG),
        f": {_count(articles, 'article')}, {_count(voices, 'independent voice')}",
    )


def _points(ranked: Ranked, width: int) -> Iterator[RenderableType]:
    """The table of points; where all features do not fit side by side, several tables below each other."""
    unmeasured = _unmeasured(ranked)
    features = [index for index, name in enumerate(_features(ranked)) if name not in unmeasured]
    names = {card.article.id: visible(card.article.id) for card in ranked.cards}
    fixed = 3 + 1 + 6 + 1 + 7  # rank, score, interval and the gaps between them
    if fixed + max(map(len, names.values()), default=0) + (COLUMN + 1) * len(features) > width:
        names = short_names(names)
    room = width - fixed - max(map(len, names.values()), default=0)
    size = max(1, room // (COLUMN + 1))
    for start in range(0, max(1, len(features)), size):
        if start:
            yield ""
        yield _table(ranked, names, features[start : start + size], start)


def _features(ranked: Ranked) -> list[str]:
    return [contribution.feature for contribution in ranked.cards[0].contributions] if ranked.cards else []


def _unmeasured(ranked: Ranked) -> list[str]:
    """Features that none of the articles has anything of: a column of dots tells less than a word."""
    return [
        name
        for index, name in enumerate(_features(ranked))
        if all(card.contributions[index].value is None for card in ranked.cards)
    ]


def _table(ranked: Ranked, names: dict[str, str], features: list[int], start: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style=HEAD)
    table.add_column("", justify="right", no_wrap=True, min_width=2)
    table.add_column("article", overflow="fold", vertical="bottom")
    if not start:
        table.add_column("score", justify="right", no_wrap=True)
        table.add_column(f"{ranked.config.interval.level:.0%}", justify="right", no_wrap=True)
    for feature in features:
        table.add_column(
            heading(visible(_features(ranked)[feature])), justify="right", no_wrap=True, min_width=COLUMN
        )
    for card in ranked.cards:
        printed = Tenths.of(card)
        cells = [Text(rank(ranked, card)), Text(names[card.article.id])]
        if not start:
            low, high = card.interval
            cells += [Text(plain(printed.score), STRONG), Text(f"{low:.0f}-{high:.0f}")]
        shown = [printed.points[feature] for feature in features]
        table.add_row(*cells, *(Text(signed(points), points_style(points)) for points in shown))
    return table


def _sum(ranked: Ranked) -> Text:
    base = plain(Tenths.of(ranked.cards[0]).base) if ranked.cards else ""
    level = f"{ranked.config.interval.level:.0%}"
    lines = [f"score = {base} (base) + points; ·: nothing to measure; {level}: interval of the score"]
    if unmeasured := _unmeasured(ranked):
        lines.append(f"nothing to measure in any of them: {', '.join(map(visible, unmeasured))}")
    return Text("\n".join(lines), QUIET)


def _evidence(ranked: Ranked) -> Table:
    """Per article why it stands where it stands, and what would take it higher."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, min_width=2)
    grid.add_column(overflow="fold", max_width=24)
    grid.add_column(overflow="fold")
    for card in ranked.cards:
        higher = rise(card, ranked.cards, ranked.config)
        notes = (f"Note: {visible(note)}" for note in card.notes)
        lines = "\n".join([visible(reason(card)), *([visible(higher)] if higher else []), *notes])
        grid.add_row(Text(rank(ranked, card)), Text(visible(card.article.id), STRONG), Text(lines))
    return grid


def _voices(ranked: Ranked) -> Iterator[Text]:
    """What counts once, with the longest words that show it."""
    consensus = ranked.consensus
    articles = {article.id: article for article in ranked.event.articles}
    shared = sorted(consensus.passages, key=lambda passage: -len(passage.spans[0]))
    for ids in consensus.origins:
        if len(ids) > 1:
            within = [one for one in shared if len({span.article_id for span in one.spans} & {*ids}) > 1]
            how = "one text" if all(one.verbatim for one in within) else "one text, some in other words,"
            said = next((f", down to {_passage(articles, one)}" for one in within), "")
            yield Text(f"\n{_listed(ids)} are copies of {how} and count as one voice{said}.")
    lent = [one for one in shared if len({consensus.voice(span.article_id) for span in one.spans}) > 1]
    for one in lent[:PASSAGES]:
        names = _listed(tuple(dict.fromkeys(span.article_id for span in one.spans)))
        yield Text(f"\n{names} share {_passage(articles, one)}: what it states counts once.")
    if len(lent) > PASSAGES:
        yield Text(f"\nAnd {_count(len(lent) - PASSAGES, 'more shared passage')}.")
    for stranger in consensus.strangers:
        yield Text(f"\n{visible(stranger)} is about another event and has no voice in this one.")


def _weights(ranked: Ranked) -> Iterator[Text]:
    """That ratings were used, and what they made of each voice."""
    consensus = ranked.consensus
    if consensus.weights:
        counts = (
            f"{visible(ids[0])} {weight:.2f}"
            for ids, weight in zip(consensus.origins, consensus.weights, strict=True)
        )
        yield Text(f"\nOutlets were rated, so voices count for: {', '.join(counts)}.")


def _passage(articles: Articles, passage: SharedPassage) -> str:
    return f"“{visible(shortened(' '.join(words(articles, passage.spans[0]).split()), 80))}”"


def _problems(ranked: Ranked) -> Iterator[RenderableType]:
    if ranked.problems:
        yield Text("\nCould not be read", HEAD)
        for problem in ranked.problems:
            yield Padding(Text(visible(str(problem)), overflow="fold"), (0, 0, 0, 2))


def _listed(ids: tuple[str, ...]) -> str:
    *first, last = (visible(name) for name in ids)
    return f"{', '.join(first)} and {last}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
