"""What the articles say together, for people: each thing once, with who says it and who says otherwise."""

from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reliability.records import Fact, Span
from reliability.report.excerpt import Articles, shortened, visible, words
from reliability.report.names import short_names
from reliability.report.ranked import Ranked

SHOWN = 20  # facts; what is disputed or changes is shown in any case
NAMES = 24
LONGEST = 200  # characters of a fact
OTHERWISE = 80  # ... and of what is said otherwise
_WEEK = 7  # days, for which the day of the week tells a date
_REPEATED = frozenset({"quantity", "quote", "statement"})  # kinds of which one fact may stand in another
_MOST = 0.6  # of a sentence
_DISSENT, _QUIET, _STRONG = "red", "dim", "bold"


def together(ranked: Ranked) -> Iterator[RenderableType]:
    """A table of the facts, and a line of the names that are the same in several articles."""
    facts = ranked.consensus.facts
    if not facts:
        yield Text("No two independent voices say the same of anything that can be checked.")
        return
    articles = {article.id: article for article in ranked.event.articles}
    names = short_names(articles)
    rows = [fact for fact in once(facts) if fact.kind != "name" or fact.dissent]
    shown = [fact for at, fact in enumerate(rows) if at < SHOWN or fact.dissent or fact.series]
    if shown:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_STRONG)
        table.add_column("what they say together", overflow="fold", ratio=3)
        table.add_column("said by", overflow="fold", ratio=1)
        for fact in shown:
            table.add_row(_told(articles, fact, names), Text(_by(fact.support, names)))
        yield table
    if len(rows) > len(shown):
        yield Text(f"\nAnd {len(rows) - len(shown)} more, said by fewer.", _QUIET)
    called = _alike([fact for fact in facts if fact.kind == "name" and not fact.dissent])
    if called:
        listed = "; ".join(f"{visible(fact.label)} ({fact.voices})" for fact in called[:NAMES])
        more = f"; and {len(called) - NAMES} more" if len(called) > NAMES else ""
        yield Text.assemble(("\nnames that several voices print alike: ", _STRONG), f"{listed}{more}")


def once(facts: tuple[Fact, ...]) -> list[Fact]:
    """Each fact once: what stands in a longer one that as many voices say is not told again, nor a number that stands in a
    quotation or statement of theirs. What is disputed, or changes, is told in any case.
    """
    told: dict[str, list[tuple[str, Span]]] = {}
    kept = set()
    for fact in sorted(facts, key=lambda fact: (-fact.voices, fact.kind == "quantity", -len(fact.label))):
        said = fact.label.strip("“”.").lower()
        if fact.kind in _REPEATED and not fact.dissent and not fact.series and _repeats(fact, said, told):
            continue
        kept.add(id(fact))
        if fact.kind in _REPEATED:
            for place in fact.support:
                told.setdefault(place.article_id, []).append((said, place))
    return [fact for fact in facts if id(fact) in kept]


def _repeats(fact: Fact, said: str, told: dict[str, list[tuple[str, Span]]]) -> bool:
    """Whether all of it, or next to all, has been told: in every article that supports it, or in the first in like words."""
    if all(any(_within(place, span) for _, span in told.get(place.article_id, ())) for place in fact.support):
        return True
    return any(
        said in other or (other in said and len(other) >= _MOST * len(said))
        for other, _ in told.get(fact.support[0].article_id, ())
    )


def _within(place: Span, span: Span) -> bool:
    return span.field == place.field and span.start <= place.start and place.end <= span.end


def _alike(facts: list[Fact]) -> list[Fact]:
    """Names, those left out that are part of another: "Vice President Biden" beside "Vice President Joe Biden"."""
    words = [frozenset(fact.label.lower().split()) for fact in facts]
    return [fact for fact, own in zip(facts, words, strict=True) if not any(own < other for other in words)]


def _told(articles: Articles, fact: Fact, names: dict[str, str]) -> Text:
    """The fact, a number marked in it; below it, how it changed and who says otherwise."""
    told = _marked(articles, fact)
    if fact.series:
        told.append(f"\n  over the days: {changes(fact)}", _QUIET)
    said: dict[str, list[Span]] = {}
    for span in fact.dissent:
        said.setdefault(visible(shortened(" ".join(words(articles, span).split()), OTHERWISE)), []).append(
            span
        )
    for other, spans in said.items():
        told.append(f"\n  otherwise {_by(spans, names)}: “{other}”", _DISSENT)
    return told


def _marked(articles: Articles, fact: Fact) -> Text:
    label = visible(shortened(fact.label, LONGEST))
    if fact.kind == "quantity":
        printed = (visible(" ".join(words(articles, span).split())) for span in fact.support)
        number = max((text for text in printed if text in label), key=len, default="")
        before, _, after = label.partition(number) if number else (label, "", "")
        if number:
            return Text.assemble(before, (f"⟦{number}⟧", _STRONG), after)
    return Text(label)


def changes(fact: Fact) -> str:
    """How a number changed: ``12 (Monday), 19 (Tuesday)``; with dates where the days are of more than one week."""
    by_day: dict[date, list[str]] = {}
    for day, value in fact.series:
        by_day.setdefault(day, []).append(value if isinstance(value, str) else _plain(value))
    week = (max(by_day) - min(by_day)).days < _WEEK
    return ", ".join(
        f"{' and '.join(values)} ({f'{day:%A}' if week else f'{day.day} {day:%B}'})"
        for day, values in by_day.items()
    )


def _by(spans: tuple[Span, ...] | list[Span], names: dict[str, str]) -> str:
    return ", ".join(sorted({names[span.article_id] for span in spans}))


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
