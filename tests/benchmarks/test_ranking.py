"""The benchmark of rankings, on made-up events with a known answer."""

import json

import pytest

from benchmarks import ranking
from fires import fires


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Its figures on the fires, given as one of the sets."""
    data = tmp_path_factory.mktemp("data")
    folder = data / "clusters" / "buzzfeed_2016"
    folder.mkdir(parents=True)
    lines = [json.dumps({"cluster_id": event["id"], "articles": event["articles"]}) for event in fires()]
    (folder / "dev.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ratings = "domain,reliability,dataset\nagency.example,0.9,x\nrumour.example,0.1,x\n"
    (data / "clusters" / "source_labels.csv").write_text(ratings, encoding="utf-8")
    return ranking.run(data)


def test_the_one_that_all_others_contradict_is_put_below_them(results):
    shipped = results["buzzfeed_2016"]
    assert (shipped["pairwise_accuracy"], shipped["auc"]) == (1.0, 1.0)
    assert (shipped["events"], shipped["items"]) == (8, 24)
    assert shipped["auc_low"] == shipped["auc_high"] == 1.0


def test_a_feature_that_measures_nothing_alone_is_a_coin(results):
    assert results["buzzfeed_2016"]["alone_quote_fidelity"] == 0.5
    assert results["buzzfeed_2016"]["ablation_quote_fidelity"] == 1.0


def test_tuned_weights_and_every_peer_stand_beside(results):
    suffixes = {key.removeprefix("buzzfeed_2016").removeprefix("_") for key in results}
    assert {"", "tuned", "length", "quotes", "centroid", "outlet", "tfidf"} <= suffixes


def test_a_constant_is_worth_one_half(results):
    # None of the reports has a quotation mark.
    assert results["buzzfeed_2016_quotes"]["pairwise_accuracy"] == 0.5
    assert results["buzzfeed_2016_quotes"]["auc"] == 0.5


def test_a_learner_that_may_not_see_the_outlets_asked_about_has_nothing_to_learn_from(results):
    assert results["buzzfeed_2016_tfidf"]["pairwise_accuracy"] == 1.0
    assert results["buzzfeed_2016_tfidf_unseen_outlets"]["pairwise_accuracy"] == 0.5


def test_a_missing_set_is_left_out(tmp_path):
    assert ranking.run(tmp_path) == {}
