"""``reliability.score`` and what it hands back."""

import copy
import json
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

import reliability
from reliability.ranking import Ranking, score, score_events
from reliability.records import Article, ConfigError, Event, InputError, Problem
from reliability.scoring.config import Config
from report.hand_made import BRIDGE, FEATURES, install, ranking

BRIDGES = [replace(BRIDGE, id=f"bridge-{number}") for number in range(3)]
BAD = {"id": "bad", "articles": [{"text": 7}]}


@pytest.fixture(autouse=True)
def _pipeline_by_hand(monkeypatch):
    install(monkeypatch)


def test_a_ranking_is_a_sequence_of_cards_best_first():
    ranked = score(BRIDGE)
    assert len(ranked) == 4
    assert [card.article.id for card in ranked] == ["002_noon", "003_evening", "001_morning", "004_night"]
    assert ranked[0].score >= ranked[-1].score
    assert ranked[:2] == ranked.cards[:2]


def test_an_article_is_found_by_its_id():
    ranked = score(BRIDGE)
    assert ranked["004_night"] is ranked[3]
    assert "004_night" in ranked
    assert ranked[0] in ranked
    assert "004" not in ranked
    with pytest.raises(KeyError, match=r"'004_nigth'; there are 004_night, .*001_morning"):
        ranked["004_nigth"]


def test_texts_and_mappings_are_ranked_by_position_and_id():
    assert {card.article.id for card in score(["12 people.", "12 people!"])} == {"0", "1"}
    assert score([{"id": "only", "text": "12 people."}])["only"].rank == 1


def test_to_dict_holds_everything_unrounded_in_json_types():
    ranked = score(BRIDGE)
    whole = ranked.to_dict()
    assert json.loads(ranked.to_json()) == json.loads(ranked.to_json(indent=2)) == whole
    for card, entry in zip(ranked, whole["ranking"], strict=True):
        assert entry["score"] == card.score == card.base + sum(c["points"] for c in entry["contributions"])
        assert entry["interval"] == list(card.interval)
        assert (entry["article"]["id"], entry["article"]["title"]) == (card.article.id, card.article.title)
        assert entry["notes"] == list(card.notes)
    night = whole["ranking"][-1]["contributions"][0]
    assert night["evidence"][0]["verdict"] == "conflicts"
    assert night["evidence"][0]["message"] == "120 people hurt: 3 other voices say 12."
    fact = whole["consensus"]["facts"][0]
    assert [span["article"] for span in fact["support"]] == ["001_morning", "002_noon", "003_evening"]
    assert [span["text"] for span in fact["dissent"]] == ["120 people"]


def test_every_span_of_to_dict_carries_the_characters_it_stands_for():
    ranked = score(BRIDGE)
    texts = {article.id: {"text": article.text, "title": article.title} for article in BRIDGE.articles}
    spans = list(_spans(ranked.to_dict()))
    assert len(spans) > 8
    for span in spans:
        assert span["text"] == texts[span["article"]][span["field"]][span["start"] : span["end"]] != ""


def test_json_survives_half_a_surrogate_pair_and_drives_no_terminal():
    lone = Event("lone", (Article("a\ud800", "12 people \udfff."), Article("b\x1b", "12 people\x9b.")))
    text = score(lone).to_json()
    assert text.isascii()
    assert text.isprintable()
    assert {entry["article"]["id"] for entry in json.loads(text)["ranking"]} == {"a\ud800", "b\x1b"}


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_frame_has_a_row_per_article_and_two_columns_per_feature(backend):
    ranked = score([*BRIDGE.articles, Article("005_mute", "Nothing to count.")])
    frame = ranked.to_frame(backend)
    assert type(frame).__module__.split(".")[0] == backend
    assert list(frame.columns) == [
        *("id", "rank", "score", "low", "high"),
        *(
            "numeric_consistency_value",
            "numeric_consistency_points",
            "readability_value",
            "readability_points",
        ),
    ]
    assert list(frame["id"]) == [card.article.id for card in ranked]
    assert list(frame["score"]) == [card.score for card in ranked]
    values = dict(zip(frame["id"], frame["numeric_consistency_value"], strict=True))
    missing = values["005_mute"]
    assert missing is None or missing != missing  # noqa: PLR0124 - not a number, as pandas has it


def test_a_frame_library_that_is_missing_is_named_with_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"source-reliability\[polars\]"):
        score(BRIDGE).to_frame("polars")
    with pytest.raises(ValueError, match="'pandas' or 'polars'"):
        score(BRIDGE).to_frame("excel")


def test_printed_it_is_the_report():
    assert "004_night" in str(score(BRIDGE))
    assert f"score = {Config.default().base:.1f} (base) + points" in str(score(BRIDGE))


def test_weights_are_taken_from_config_and_a_new_feature_needs_one():
    heavy = score(BRIDGE, {"numeric_consistency": 1000})
    assert heavy["004_night"].score < score(BRIDGE)["004_night"].score
    assert heavy.config.features["numeric_consistency"].weight == 1000

    class Mine:
        """Is it mine?"""

        name = "mine"
        measure = None

    rest = sum(settings.weight for settings in score(BRIDGE).config.features.values())
    with_mine = score(BRIDGE, {"mine": rest}, features=(*FEATURES, Mine()))
    assert with_mine.config.share("mine") == pytest.approx(50)
    assert [c.feature for c in with_mine[0].contributions] == ["numeric_consistency", "readability", "mine"]
    with pytest.raises(ConfigError, match="'mine'"):
        score(BRIDGE, {"mine": 100})
    with pytest.raises(ConfigError, match="two features are called 'mine'"):
        score(BRIDGE, features=(Mine(), Mine()))


def test_a_ranking_can_be_copied_and_sent_to_another_process():
    ranked = score(BRIDGE)
    assert copy.deepcopy(ranked) == ranked
    assert pickle.loads(pickle.dumps(ranked)) == ranked  # noqa: S301 - our own bytes


def test_events_are_scored_one_at_a_time():
    asked = []

    def events():
        for event in BRIDGES:
            asked.append(event.id)
            yield event

    rankings = score_events(events(), on_problem=print)
    assert asked == []
    assert next(rankings).event.id == "bridge-0"
    assert asked == ["bridge-0"]
    assert [ranked.event.id for ranked in rankings] == ["bridge-1", "bridge-2"]


def test_problems_go_to_the_callback_and_lose_nothing_good():
    problems = []
    rankings = list(score_events([BAD, BRIDGES[0], BAD, BRIDGES[1], BAD], on_problem=problems.append))
    assert [ranked.event.id for ranked in rankings] == ["bridge-0", "bridge-1"]
    assert [type(problem) for problem in problems] == [Problem] * 3
    assert all(ranked.problems == () for ranked in rankings)


def test_without_a_callback_problems_stay_with_the_next_ranking_or_the_last():
    rankings = list(score_events([BAD, BRIDGES[0], BRIDGES[1], BAD]))
    assert [len(ranked.problems) for ranked in rankings] == [1, 1]
    assert [len(r.problems) for r in score_events([BAD, BAD, *BRIDGES])] == [2, 0, 0]
    assert "Could not be read" in str(rankings[0])
    assert "text" in rankings[0].to_dict()["problems"][0]["message"]


def test_a_batch_without_one_good_event_is_refused():
    with pytest.raises(InputError, match="text"):
        list(score_events([BAD]))
    assert list(score_events([])) == []


def test_a_bad_config_is_refused_before_the_first_event_is_asked_for():
    with pytest.raises(ConfigError, match="numeric_consistency"):
        score_events(iter(()), {"numeric_consistencey": 1})


def test_public_names_are_listed_and_others_refused(monkeypatch):
    monkeypatch.setitem(vars(reliability), "FEATURES", None)  # what is fetched now is forgotten afterwards
    del reliability.FEATURES
    assert {"score", "score_events", "Ranking", "load_config", "FEATURES"} <= set(dir(reliability))
    assert reliability.Ranking is Ranking
    assert reliability.score is score
    assert reliability.FEATURES is FEATURES
    assert isinstance(reliability.__version__, str)
    with pytest.raises(AttributeError, match="scoer"):
        reliability.scoer  # noqa: B018 - asking for it is the test


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, reliability; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "reliability" in loaded
    assert not {"numpy", "sklearn", "textstat", "rich", "typer", "tomlkit", "pandas", "narwhals"} & set(
        loaded
    )


def test_the_hand_made_ranking_of_the_other_tests_is_what_score_makes():
    assert ranking() == score(BRIDGE)


def _spans(value):
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from _spans(part)
