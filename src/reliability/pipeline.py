"""The whole flow on one screen: read, relabel, agree, measure, score, rank."""

import hashlib

from reliability.consensus import agree, relabel
from reliability.extract import LONGEST, read
from reliability.records import Article, Consensus, Event, Feature, Measurement, Reading, Scorecard
from reliability.scoring.config import Config
from reliability.scoring.scorecard import contribute, settle
from reliability.scoring.uncertainty import interval

_SURE = 9  # decimals of a score that do not hang on the order of additions
_ALONE = 2  # articles; fewer have nobody to be checked against


def rank(
    event: Event, config: Config, features: tuple[Feature, ...]
) -> tuple[tuple[Scorecard, ...], Consensus]:
    """Ranks the articles of an event, best first.

    Nothing depends on the order in which the articles come or on their ids: they are taken in the order of a
    hash of their texts, which also breaks ties; only the very same text under two ids is told apart by these.
    """
    articles = sorted(event.articles, key=lambda article: (fingerprint(article), article.text, article.id))
    readings = relabel([read(article) for article in articles], config.furniture)
    consensus = agree(readings, config.priors)
    scored = [_score(reading, consensus, config, features) for reading in readings]
    scored.sort(key=lambda card: -_printed(card))
    ranked: list[Scorecard] = []
    for position, card in enumerate(scored):
        tied = position > 0 and _printed(card) == _printed(scored[position - 1])
        place = ranked[-1].rank if tied else position + 1
        ranked.append(
            Scorecard(card.article, place, card.base, card.contributions, card.interval, card.notes)
        )
    return tuple(ranked), consensus


def fingerprint(article: Article) -> bytes:
    """A hash of the words of an article's title and text: equal on any machine, whatever its id and white space."""
    whole = " ".join(f"{article.title or ''}\n{article.text}".split())
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _score(
    reading: Reading, consensus: Consensus, config: Config, features: tuple[Feature, ...]
) -> Scorecard:
    measurements = tuple(_measure(feature, reading, consensus, config) for feature in features)
    seed = fingerprint(reading.article).hex()
    others = len(consensus.origins) - 1 if consensus.voice(reading.article.id) >= 0 else 0
    band = interval(measurements, config, consensus.voice, reading.article.id, seed, others=others)
    return Scorecard(
        reading.article,
        0,
        config.base,
        contribute(measurements, config),
        band,
        _notes(reading, consensus, measurements),
    )


def _measure(feature: Feature, reading: Reading, consensus: Consensus, config: Config) -> Measurement:
    settings = config.features.get(feature.name)
    return settle(feature.measure(reading, consensus, settings.grades if settings else {}), config)


def _printed(card: Scorecard) -> float:
    """The score as it is printed: what looks equal is ranked equal, whichever way the last bit of a sum fell."""
    return round(round(card.score, _SURE), 1)


def _notes(reading: Reading, consensus: Consensus, measurements: tuple[Measurement, ...]) -> tuple[str, ...]:
    notes = []
    if not reading.english:
        notes.append(
            f"It is not in English ({reading.language}): only sums, percentages and quotations were held against the others."
        )
    if reading.cut is not None:
        notes.append("Its text is cut off at the end: what it leaves unsaid was not held against it.")
    if len(reading.article.text) > LONGEST:
        notes.append(f"Only the first {LONGEST:,} of its {len(reading.article.text):,} characters were read.")
    if reading.article.id in consensus.strangers:
        notes.append("It seems to be about another event: nothing in it was held against the others.")
    elif len(consensus.origins) < _ALONE:
        notes.append("No other independent article of the event: there was nothing to hold it against.")
    elif not any(
        piece.verdict in {"agrees", "conflicts", "altered"} and piece.against
        for measurement in measurements
        for piece in measurement.evidence
    ):
        notes.append("Nothing in it could be checked against the other articles.")
    return tuple(notes)
