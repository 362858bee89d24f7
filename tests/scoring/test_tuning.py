"""Tuning: labels to pairs, pairs to weights, and what is claimed of them."""

import re
from dataclasses import replace

import numpy as np
import pytest

import reliability
from fires import fires
from reliability.records import Article, Event, InputError, Measurement, Scorecard
from reliability.records.scorecard import Contribution, Evidence
from reliability.records.span import Span
from reliability.scoring.accuracy import accuracy, gain
from reliability.scoring.cases import Case
from reliability.scoring.changes import changes
from reliability.scoring.config import Config, load_config
from reliability.scoring.crossvalidation import by_event, by_outlet
from reliability.scoring.fit import fit, folds
from reliability.scoring.labels import preferences
from reliability.scoring.tuning import tuned
from reliability.tuning import study, tune

EVEN = np.array([50.0, 50.0])


def event(texts, labels, name="event"):
    return Event(name, tuple(Article(key, text) for key, text in texts.items()), labels)


def case(name, values, outlets=None):
    """An event whose first article is better than the second."""
    return Case(
        name, np.array(values, dtype=float), np.array([[0, 1]], dtype=np.intp), outlets or (None, None)
    )


# labels


def test_articles_with_different_grades_are_a_pair_and_equal_ones_are_not():
    found = preferences(event({"a": "1", "b": "2", "c": "3", "d": "4"}, {"a": 1.0, "b": 0.5, "c": 0.5}))
    assert found == (("a", "b"), ("a", "c"))


def test_pairs_are_added_to_what_the_grades_say_and_counted_once():
    given = event({"a": "1", "b": "2", "c": "3"}, {"a": 1.0, "b": 0.0})
    assert preferences(given, [("a", "b"), ("b", "c")]) == (("a", "b"), ("b", "c"))


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        (("b", "a"), "'a' above 'b' and the reverse"),
        (("a", "x"), "no article 'x'"),
        (("a", "a"), "against itself"),
    ],
)
def test_pairs_that_cannot_be_meant_are_refused_with_the_event(pair, says):
    with pytest.raises(InputError, match=says) as error:
        preferences(event({"a": "1", "b": "2"}, {"a": 1.0, "b": 0.0}, "storm"), [pair])
    assert "'storm'" in str(error.value)


def test_one_text_with_two_labels_is_a_contradiction():
    with pytest.raises(InputError, match="same text and different labels"):
        preferences(event({"a": "Rain.", "b": "Rain."}, {"a": 1.0, "b": 0.0}))


# accuracy


def test_a_tie_is_half_right_and_every_event_counts_alike():
    found = accuracy([np.array([5.0, 0.0]), np.array([-1.0]), np.array([])])
    assert (found.value, found.events, found.pairs) == (0.375, 2, 3)
    assert 0.0 <= found.low <= found.value <= found.high <= 0.75


def test_a_gain_that_is_the_same_in_every_event_has_no_spread():
    before, after = [np.array([-1.0])] * 6, [np.array([1.0])] * 6
    assert (gain(before, after).value, gain(before, after).low, gain(before, after).high) == (1.0, 1.0, 1.0)


def test_leads_are_of_printed_scores():
    barely = case("e", [[0.5004, 0.5], [0.5, 0.5]])
    assert barely.leads(EVEN) == [0.0]


# fit


def test_weight_goes_to_the_feature_that_orders_the_pairs_and_none_becomes_negative():
    cases = [case(str(index), [[0.9, 0.0], [0.7, 0.9]]) for index in range(20)]
    weights = fit(cases, EVEN, 0.1)
    assert weights[0] > 90.0
    assert weights.min() == 0.0
    assert weights.sum() == pytest.approx(100.0)


def test_a_strong_pull_leaves_the_present_weights():
    cases = [case(str(index), [[0.9, 0.2], [0.3, 0.7]]) for index in range(20)]
    assert fit(cases, EVEN, 1e6) == pytest.approx(EVEN, abs=0.1)


def test_a_feature_that_is_switched_off_stays_off():
    cases = [case(str(index), [[0.9, 0.5], [0.3, 0.5]]) for index in range(20)]
    assert fit(cases, np.array([0.0, 100.0]), 0.1)[0] == 0.0


def test_an_event_counts_alike_however_many_pairs_it_has():
    few = [case(str(index), [[0.9, 0.2], [0.3, 0.7]]) for index in range(4)]
    many = Case(
        "many",
        np.array([[0.3, 0.7], [0.9, 0.2]]),
        np.array([[0, 1]] * 50, dtype=np.intp),
        (None, None),
    )
    weights = fit([*few, many], EVEN, 0.1)
    assert weights[0] > weights[1]


def test_folds_cover_every_event_once_and_never_train_on_what_they_hold():
    cases = [case(str(index), [[1, 0], [0, 1]]) for index in range(7)]
    parts = folds(cases, 3)
    assert sorted(held.event for part, _ in parts for held in part) == sorted(case.event for case in cases)
    assert all(not {held.event for held in part} & {other.event for other in rest} for part, rest in parts)


def test_cross_validation_does_not_see_the_labels_of_the_event_it_is_asked_about():
    random = np.random.Generator(np.random.PCG64(1))
    cases = [case(str(index), random.random((2, 2))) for index in range(12)]
    turned = [cases[0], replace(cases[1], pairs=cases[1].pairs[:, ::-1]), *cases[2:]]
    here, there = by_event(cases, EVEN)[1], by_event(turned, EVEN)[1]
    assert here == -there
    assert here != 0.0


def outlet_events(count=48, outlets=16):
    """Events in which a feature tells one half of the outlets from the other, but for each outlet differently."""
    cases = []
    for index in range(count):
        good, bad = index % (outlets // 2), (index * 3 + 1) % (outlets // 2)
        values = np.full((2, outlets // 2 + 1), 0.5)
        values[0, good] = 1.0  # a feature per good outlet: recognised, it is right
        values[1, -1] = 0.6  # what there was before is wrong
        cases.append(Case(f"e{index}", values, np.array([[0, 1]]), (f"good{good}", f"bad{bad}")))
    return cases


def test_weights_that_only_know_outlets_do_well_on_new_events_and_no_better_on_new_outlets():
    cases = outlet_events()
    present = np.append(np.full(8, 1.0), 92.0)
    seen = accuracy(by_event(cases, present))
    before, after = by_outlet(cases, present)
    assert seen.value > 0.9
    assert gain(before, after).value < 0.2


def test_without_known_outlets_nothing_is_said_of_them():
    cases = [case(str(index), [[0.9, 0.2], [0.3, 0.7]]) for index in range(20)]
    assert by_outlet(cases, EVEN) is None


# tune


@pytest.fixture(scope="module")
def found():
    return study(fires())


def test_tuning_reports_how_well_unseen_events_are_ranked(found):
    assert found.before.value == found.after.value == 1.0
    assert (found.after.events, found.after.pairs, found.articles) == (8, 24, 32)
    assert sum(settings.weight for settings in found.config.features.values()) == pytest.approx(100.0)


def test_the_file_keeps_its_comments_and_records_data_versions_and_fit(found, tmp_path):
    path = tmp_path / "weights.toml"
    found.config.save(path)
    text = path.read_text(encoding="utf-8")
    for line in Config.default().to_toml().splitlines():
        if line.lstrip().startswith("#"):
            assert line in text
    head = text.split("# End of the tuning's record.")[0]
    assert re.search(r"data +blake2b [0-9a-f]{32}", head)
    assert re.search(r"versions +reliability .*numpy \d.*scipy \d", head)
    assert re.search(r"after +1\.000 .*cross-validated by event", head)
    assert load_config(path) == found.config


def test_tuning_again_replaces_the_record(found, tmp_path):
    path = tmp_path / "weights.toml"
    found.config.save(path)
    again = tune(fires(), load_config(path)).to_toml()
    assert again.count("# Tuned by") == 1


def test_the_order_of_events_and_articles_changes_nothing(found):
    turned = [{**one, "articles": one["articles"][::-1]} for one in reversed(fires())]
    assert study(turned).config.to_toml() == found.config.to_toml()


def test_the_hash_tells_other_labels_and_other_texts():
    def data(given):
        return re.search(r"blake2b (\w+)", tune(given).to_toml())[1]

    other = fires()
    other[0]["articles"][0]["label"] = 0.5
    assert len({data(fires()), data(other), data(fires(7))}) == 3


def test_pairs_alone_are_labels_enough():
    events = fires()
    pairs = [(event["id"], "agency", "rumour") for event in events]
    for event in events:
        for article in event["articles"]:
            del article["label"]
    assert study(events, pairs=pairs).after.pairs == len(events)


def test_a_pair_of_an_event_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="no event 'Nowhere'"):
        tune(fires(), pairs=[("Nowhere", "agency", "rumour")])


def test_labels_of_one_kind_are_no_labels():
    events = fires()
    for event in events:
        for article in event["articles"]:
            article["label"] = 1
    with pytest.raises(
        InputError, match="no event has articles with different labels; tuning needs at least 5"
    ):
        tune(events)


def test_too_few_events_are_counted():
    with pytest.raises(InputError, match="only 4 events have articles with different labels"):
        tune(fires(4))


def test_two_events_of_one_name_are_refused():
    with pytest.raises(InputError, match="two events have the id 'Ardmore'"):
        tune([*fires(), fires(1)[0]])


def test_a_record_that_cannot_be_read_is_raised_or_handed_over():
    bad = {"id": "broken", "articles": [{"id": "x"}]}
    with pytest.raises(InputError, match="no text"):
        tune([*fires(), bad])
    met = []
    assert study([*fires(), bad], on_problem=met.append).after.events == 8
    assert len(met) == 1


def test_labels_turned_upside_down_are_said_to_be_past_following():
    events = fires()
    for event in events:
        for article in event["articles"]:
            article["label"] = 1 - article["label"]
    assert "is 1 the reliable end" in study(events).verdict


def test_labels_against_every_feature_are_refused():
    cases = [
        case(str(index), [[0.0] * len(reliability.FEATURES), [1.0] * len(reliability.FEATURES)])
        for index in range(40)
    ]
    with pytest.raises(InputError, match="run against every feature"):
        tuned(cases, Config.default(), {})


def test_tune_is_a_public_name():
    assert reliability.tune is tune


# changes


def card(name, rank, **points):
    span = Span(name, 0, 1)
    entries = tuple(
        Contribution(
            Measurement(feature, (Evidence(feature, "measured", span, (), "", 1.0, 1.0),)), 50.0, 0.5, value
        )
        for feature, value in points.items()
    )
    return Scorecard(Article(name, "x"), rank, 50.0, entries, (0.0, 100.0))


def test_a_change_of_rank_names_whom_it_is_against_and_what_moved_it():
    before = [
        card("a", 1, numbers=5.0, names=0.0),
        card("b", 2, numbers=1.0, names=2.0),
        card("c", 3, numbers=0.0, names=0.0),
    ]
    after = [
        card("b", 1, numbers=1.0, names=9.0),
        card("a", 2, numbers=4.0, names=1.0),
        card("c", 3, numbers=0.0, names=0.0),
    ]
    first, second = changes(before, after)
    assert (first.article_id, first.ranks, first.rises_against, first.falls_against) == (
        "b",
        (2, 1),
        ("a",),
        (),
    )
    assert first.moved == (("names", 6.0), ("numbers", 1.0))
    assert (second.article_id, second.falls_against) == ("a", ("b",))


def test_scores_that_move_without_ranks_are_no_change():
    before = [card("a", 1, numbers=5.0), card("b", 2, numbers=1.0)]
    after = [card("a", 1, numbers=9.0), card("b", 2, numbers=2.0)]
    assert changes(before, after) == ()
