"""What is said of the five real articles holds however they are handed in and however they print the sum."""

import random
from pathlib import Path

import pytest

import reliability
from reliability.compare.nouns import same_thing
from reliability.records import Article

FOLDER = Path(__file__).parent.parent / "fixtures" / "events" / "un-report"
SEEDS = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def articles(texts=None, ids=None):
    return [Article((ids or {}).get(name, name), text) for name, text in (texts or SEEDS).items()]


def written(sum_):
    changed = SEEDS["000"].replace("$2 million", sum_)
    assert changed.count(sum_) == 2
    return {**SEEDS, "000": changed}


def shuffled(number):
    order = articles()
    random.Random(number).shuffle(order)  # noqa: S311 - a shuffle, no secret
    return order


NAMES = {"000": "paper", "001": "z", "002": "000", "003": "001 ", "004": "Ünïcode/☃"}
CHANGES = {
    "as they are": (articles(), {}),
    "shuffled": (shuffled(1), {}),
    "shuffled otherwise": (shuffled(2), {}),
    "ids renamed": (articles(ids=NAMES), NAMES),
    "curly quotes made straight": (articles({n: t.translate(CURLY) for n, t in SEEDS.items()}), {}),
    "two million dollars": (articles(written("two million dollars")), {}),
    "USD 2m": (articles(written("USD 2m")), {}),
    "2,000,000 US dollars": (articles(written("2,000,000 US dollars")), {}),
    "$2,000,000": (articles(written("$2,000,000")), {}),
    "line ends of Windows": (articles({n: t.replace("\n", "\r\n") for n, t in SEEDS.items()}), {}),
}


@pytest.fixture(scope="module", params=CHANGES)
def event(request):
    given, ids = CHANGES[request.param]
    ranking = reliability.score(given)
    return ranking, {name: ids.get(name, name) for name in SEEDS}


def evidence(ranking, article, feature, *verdicts):
    return [
        (piece, article_text(ranking, piece.span))
        for piece in ranking[article].evidence
        if piece.feature == feature and piece.verdict in verdicts
    ]


def article_text(ranking, span):
    return ranking[span.article_id].article.text[span.start : span.end]


def fact(ranking, value, unit):
    found = [
        fact
        for fact in ranking.consensus.facts
        if fact.value == value and (fact.unit == unit or same_thing(fact.unit, unit))
    ]
    assert len(found) == 1, [fact.label for fact in found]
    return found[0]


def sides(found):
    return {span.article_id for span in found.support}, {span.article_id for span in found.dissent}


def test_the_sum_of_000_conflicts_with_the_others_in_headline_and_lead(event):
    ranking, ids = event
    found = evidence(ranking, ids["000"], "numeric_consistency", "conflicts")
    sums = [(piece, words) for piece, words in found if "2" in words or "two" in words]
    assert len(sums) == 2
    for piece, _ in sums:
        assert {span.article_id for span in piece.against} >= {ids["001"], ids["002"], ids["004"]}


def test_the_sum_of_000_conflicts_with_its_own_quotation(event):
    ranking, ids = event
    assert evidence(ranking, ids["000"], "self_consistency", "conflicts")


def test_the_two_billion_are_a_fact_with_one_dissenter(event):
    ranking, ids = event
    support, dissent = sides(fact(ranking, 2e9, "USD"))
    assert support >= {ids["001"], ids["002"], ids["004"]}
    assert dissent == {ids["000"]}


def test_35_instances_and_17_countries_are_facts(event):
    ranking, ids = event
    support, dissent = sides(fact(ranking, 35, "instance"))
    assert support == {ids["002"], ids["003"], ids["004"]}
    assert dissent == {ids["000"]}
    support, dissent = sides(fact(ranking, 17, "country"))
    assert support == {ids["002"], ids["003"], ids["004"]}
    assert not dissent


def test_the_35_actors_of_000_conflict_with_the_35_instances(event):
    ranking, ids = event
    found = evidence(ranking, ids["000"], "numeric_consistency", "conflicts")
    assert any("35" in words for _, words in found)


def test_no_other_number_conflicts(event):
    ranking, ids = event
    assert len(evidence(ranking, ids["000"], "numeric_consistency", "conflicts")) == 3
    for name in ("001", "002", "003", "004"):
        assert not evidence(ranking, ids[name], "numeric_consistency", "conflicts")
        assert not evidence(ranking, ids[name], "self_consistency", "conflicts")


def test_001_and_002_altered_the_experts_words_and_nobody_else_did(event):
    ranking, ids = event
    for name, words in (("001", "network actor has many operations"), ("002", "Public Spy Bureau")):
        (found,) = evidence(ranking, ids[name], "quote_fidelity", "altered")
        assert words in found[1]
    for name in ("000", "003", "004"):
        assert not evidence(ranking, ids[name], "quote_fidelity", "altered", "conflicts")
        assert evidence(ranking, ids[name], "quote_fidelity", "agrees")


def test_there_are_five_origins_and_no_stranger(event):
    ranking, ids = event
    assert sorted(ranking.consensus.origins) == sorted((name,) for name in ids.values())
    assert ranking.consensus.strangers == ()


def test_the_order_stands(event):
    ranking, ids = event
    order = [card.article.id for card in ranking]
    assert set(order[:2]) == {ids["003"], ids["004"]}
    assert order[2] == ids["001"]
    assert set(order[3:]) == {ids["000"], ids["002"]}


def test_the_scores_are_the_same_in_any_order_and_under_any_name():
    plain = {card.article.id: card.score for card in reliability.score(articles())}
    for number in range(5):
        assert {card.article.id: card.score for card in reliability.score(shuffled(number))} == plain
    renamed = reliability.score(articles(ids=NAMES))
    assert {name: renamed[NAMES[name]].score for name in SEEDS} == plain
