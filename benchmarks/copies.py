"""Do independent articles keep their facts against any number of copies of a wrong one, and stay independent?

Into one article of an event a sum, count or percentage that ``m`` others state is planted wrong; then 1 to ``3 m``
lightly edited copies of it are added: synonyms for a few words, another order of paragraphs, every tenth word dropped
or doubled. The fact is kept where the consensus still states the true value, supported by all ``m``, and the wrong
article is still contradicted. One article of an event is also retold: names and numbers stay where they are, and of
its other words seven in ten are exchanged; ``retold_found`` says how often it is one voice with its original. Untouched articles that are merged into one voice are counted as well: all of them in
``merged_share``, and in ``wrong_merge_share`` those that share the voice of no article of which two people found them to
be a copy or rewriting (``verdicts/origins.csv``; what nobody read counts as wrong).
"""

import random
import re
from dataclasses import replace
from pathlib import Path

import reliability
from benchmarks.events import clusters
from benchmarks.judging import recorded
from benchmarks.planting import Planted, plant
from benchmarks.variations import reworded
from reliability.records import Article, Event

NAME = "copies"
CASES = 40
_EXCHANGED = 0.7
_LONG = 1500  # letters, a dozen sentences
_SYNONYMS = {
    "said": "stated", "told": "informed", "killed": "slain", "big": "large", "many": "numerous", "also": "likewise", "after": "following", "before": "prior to",
    "began": "started", "show": "demonstrate", "people": "persons", "near": "close to", "began to": "started to", "help": "assist", "buy": "purchase",
}  # fmt: skip


def run(data: Path) -> dict[str, dict[str, float]]:
    """``facts_kept`` and ``wrong_merge_share`` on each set of events."""
    results = {}
    for name in ("allsides_events", "ecbplus"):
        events = clusters(data, name)
        if events:
            results[name] = _kept(events) | _retold(events) | _merged(events)
    return results


def _kept(events: list[Event]) -> dict[str, float]:
    chance = random.Random(3)  # noqa: S311 - a sample, no secret
    kept, together, cases = [], [], 0
    for event in chance.sample(events, len(events)):
        planted = plant("scale", event, chance) or plant("digit", event, chance)
        if planted is None:
            continue
        before = _contradicted(reliability.score(planted.event), planted)
        if not before:
            continue  # the error itself was not found: another benchmark's business
        cases += 1
        others = len(event.articles) - 1
        wrong = next(article for article in planted.event.articles if article.id == planted.article)
        copies: list[Article] = []
        for number in range(1, 3 * others + 1):
            copies.append(_copy(wrong, number, chance))
            if number not in {1, others, 2 * others, 3 * others}:
                continue
            crowd = replace(planted.event, articles=(*planted.event.articles, *copies))
            ranking = reliability.score(crowd)
            kept.append(_contradicted(ranking, planted))
            voice = ranking.consensus.voice
            together.append(sum(voice(copy.id) == voice(wrong.id) for copy in copies) / len(copies))
        if cases == CASES:
            break
    return {
        "facts_kept": sum(kept) / len(kept) if kept else float("nan"),
        "copies_found": sum(together) / len(together) if together else float("nan"),
        "items": float(cases),
    }


def _contradicted(ranking: "reliability.Ranking", planted: Planted) -> bool:
    """Whether the article with the error is still told so."""
    return any(
        piece.verdict == "conflicts" and piece.span.start < end and start < piece.span.end
        for piece in ranking[planted.article].evidence
        for start, end in planted.places
    )


def _copy(article: Article, number: int, chance: random.Random) -> Article:
    """The same text with light edits: synonyms, another order of paragraphs, every tenth word dropped or doubled."""
    paragraphs = [paragraph for paragraph in re.split(r"\n+", article.text) if paragraph.strip()]
    head, tail = paragraphs[:2], paragraphs[2:]
    chance.shuffle(tail)
    edited = []
    for paragraph in (*head, *tail):
        words = []
        for word in paragraph.split(" "):
            if word.lower() in _SYNONYMS and chance.random() < 0.5:
                words.append(_SYNONYMS[word.lower()])
            elif word.isalpha() and word.islower() and chance.random() < 0.1:
                words += [] if chance.random() < 0.5 else [word, word]
            else:
                words.append(word)
        edited.append(" ".join(words))
    return replace(article, id=f"{article.id}-copy-{number}", text="\n\n".join(edited), source=None, url=None)


def _retold(events: list[Event]) -> dict[str, float]:
    """How often an article is found to be another retold, of those long enough to tell."""
    chance = random.Random(4)  # noqa: S311 - a sample, no secret
    found = []
    for event in chance.sample(events, len(events)):
        longest = max(event.articles, key=lambda article: (len(article.text), article.id))
        if len(longest.text) < _LONG or len(found) == CASES:
            continue
        again = replace(longest, id="retold", text=reworded(longest.text, event, _EXCHANGED, chance))
        voice = reliability.score(replace(event, articles=(*event.articles, again))).consensus.voice
        found.append(voice(longest.id) == voice(again.id))
    return {"retold_found": sum(found) / len(found) if found else float("nan"), "retold": float(len(found))}


def _merged(events: list[Event]) -> dict[str, float]:
    articles = merged = wrong = 0
    copies = _judged()
    for event in events:
        origins = reliability.score(event).consensus.origins
        articles += sum(map(len, origins))
        merged += sum(len(group) for group in origins if len(group) > 1)
        wrong += sum(
            not any((event.id, *sorted((one, other))) in copies for other in group)
            for group in origins
            if len(group) > 1
            for one in group
        )
    return {
        "wrong_merge_share": wrong / articles,
        "merged_share": merged / articles,
        "articles": float(articles),
    }


def _judged() -> set[tuple[str, ...]]:
    """Pairs of articles that two people read and found to be one text or a rewriting of it."""
    return {
        (event, *sorted(place.partition(":")[0] for place in places.split(" ")))
        for (event, places), verdicts in recorded("origins").items()
        if all(verdicts)
    }
