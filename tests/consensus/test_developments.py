"""Numbers that change with the days are a series and no quarrel."""

from datetime import date

import reliability
from reliability.records import Article, Event

TEXTS = (
    (
        "A ferry sank off the port of Landis on Friday. At least {} passengers drowned when the ferry sank, the coast guard "
        "said. The harbour was closed."
    ),
    "Boats searched the sea near Landis after the ferry went down. Some {} passengers drowned as the ferry sank, officials said.",
    "Divers went on with the search off Landis. The coast guard said that {} passengers drowned when the ferry sank.",
    "Rescuers found more bodies near Landis. {} passengers drowned when the ferry sank, the minister of transport said.",
)


def ranked(*tolls_and_days):
    papers = (
        Article(str(index), text.format(toll), published=day)
        for index, (text, (toll, day)) in enumerate(zip(TEXTS, tolls_and_days, strict=True))
    )
    return reliability.score(Event("ferry", tuple(papers)))


def verdicts(ranking):
    return {
        piece.verdict for card in ranking for piece in card.evidence if piece.feature == "numeric_consistency"
    }


def test_a_toll_that_rises_from_day_to_day_is_a_series():
    ranking = ranked((35, "2024-03-01"), (35, "2024-03-01"), (52, "2024-03-02"), (52, "2024-03-03"))
    tolls = {fact.value: fact for fact in ranking.consensus.facts if fact.unit == "passenger"}
    assert tolls[35.0].series == (
        (date(2024, 3, 1), 35.0), (date(2024, 3, 2), 52.0), (date(2024, 3, 3), 52.0)
    )  # fmt: skip
    assert tolls[52.0].series == tolls[35.0].series
    assert (tolls[52.0].first, tolls[52.0].last) == (date(2024, 3, 2), date(2024, 3, 3))
    assert not tolls[35.0].dissent
    assert "conflicts" not in verdicts(ranking)


def test_on_one_day_the_same_numbers_are_a_quarrel():
    ranking = ranked((35, "2024-03-01"), (35, "2024-03-01"), (52, "2024-03-01"), (52, "2024-03-01"))
    assert all(fact.series == () for fact in ranking.consensus.facts)
    assert any(fact.dissent for fact in ranking.consensus.facts)


def test_without_dates_nothing_is_known_of_time():
    ranking = ranked((35, None), (35, None), (52, None), (52, None))
    assert all((fact.first, fact.last, fact.series) == (None, None, ()) for fact in ranking.consensus.facts)
