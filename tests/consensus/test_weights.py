"""Where outlets are rated, voices count for more or less than one."""

from dataclasses import replace

import pytest
from ferry import LETTER, NOTES, WIRE, article

import reliability
from reliability import Config
from reliability.records import Event

PAPERS = (
    replace(article("wire", WIRE, 53), source="good.org"),
    replace(article("notes", NOTES, 35), url="https://www.bad.com/ferry"),
    replace(article("letter", LETTER, 35), source="news.worse.com"),
)


def verdict(priors, name="wire"):
    ranking = reliability.score(Event("ferry", PAPERS), Config.default().with_priors(priors))
    return next(piece.verdict for piece in ranking[name].evidence if piece.feature == "numeric_consistency")


def test_without_ratings_two_outvote_one():
    ranking = reliability.score(Event("ferry", PAPERS))
    assert verdict({}) == "conflicts"
    assert ranking.consensus.weights == ()
    assert "rated" not in str(ranking)


def test_two_of_ill_repute_do_not_outvote_one_of_good():
    assert verdict({"good.org": 0.9, "bad.com": 0.2, "worse.com": 0.1}) == "contested"


def test_one_of_good_repute_alone_outvotes_nobody():
    assert verdict({"good.org": 1.0, "bad.com": 0.0, "worse.com": 0.0}, "notes") in {"agrees", "contested"}


def test_the_report_says_that_ratings_were_used():
    config = Config.default().with_priors({"good.org": 0.9, "bad.com": 0.3})
    ranking = reliability.score(Event("ferry", PAPERS), config)
    by_voice = dict(zip(ranking.consensus.origins, ranking.consensus.weights, strict=True))
    assert by_voice["wire",] == pytest.approx((4 * 0.9 / 0.6 + 1) / 5)
    assert by_voice["notes",] == pytest.approx((4 * 0.3 / 0.6 + 1) / 5)
    assert by_voice["letter",] == 1.0
    assert "Outlets were rated" in str(ranking)
    assert ranking.to_dict()["consensus"]["weights"] == [*ranking.consensus.weights]
