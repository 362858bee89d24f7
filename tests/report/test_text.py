"""The reports people read."""

import re
import unicodedata
from dataclasses import replace

import pytest
from golden import FOLDER, reports
from hand_made import BRIDGE, ranking
from hypothesis import given, settings
from hypothesis import strategies as st

from reliability.records import Article, Event, Evidence, Problem, Span
from reliability.report.explanation import Explanation
from reliability.report.text import RankingText, as_text


@pytest.mark.parametrize("name", reports())
def test_reports_are_as_they_were_last_read_by_a_person(name):
    assert reports()[name] + "\n" == (FOLDER / name).read_text(encoding="utf-8")


def test_every_row_of_the_table_adds_up():
    text = str(ranking())
    base = float(re.search(r"score = ([\d.]+) \(base\)", text)[1])
    rows = re.findall(r"^ *=?\d+ +\S+ +([\d.]+) +\d+-\d+((?: +[+-]?\d+\.\d| +·)+)$", text, re.MULTILINE)
    assert len(rows) == 4
    for score, points in rows:
        assert base + sum(float(p) for p in points.replace("·", "").split()) == pytest.approx(float(score))


def test_ties_are_shown_as_ties():
    assert re.findall(r"^ *(=?\d) \S+ +\d+\.\d", str(ranking()), re.MULTILINE) == ["=1", "=1", "3", "4"]


def test_each_article_has_its_gravest_evidence_in_words():
    text = str(ranking())
    assert re.search(r"4 004_night +120 people hurt: 3 other voices say 12\.", text)
    assert re.search(r"002_noon +Nothing contradicts it; others confirm 1 number\.", text)


def test_facts_are_shown_with_support_and_dissent():
    assert re.search(r"⟦12 people⟧ .*hurt +001, 002, 003\n +otherwise 004: “120 people”", str(ranking()))


def test_nothing_shared_copies_strangers_notes_and_problems_are_said_in_words():
    mute = Event("mute", (Article("a", "Nothing."), Article("b", "Nothing."), Article("c", "Else.")))
    ranked = ranking(mute)
    consensus = replace(ranked.consensus, origins=(("a", "b"),), strangers=("c",))
    text = str(replace(ranked, consensus=consensus, problems=(Problem("is not JSON", "x.jsonl", 3),)))
    assert "mute: 3 articles, 1 independent voice\n" in text
    assert "No two independent voices say the same" in text
    assert "a and b are copies of one text and count as one voice." in text
    assert "c is about another event" in text
    assert "Note: Nothing in it can be checked." in text
    assert "x.jsonl:3: is not JSON" in text
    assert "·" in text


def test_more_features_than_fit_go_into_tables_below_each_other():
    text = as_text(RankingText(ranking()), 36)
    assert max(map(len, text.split("\n"))) <= 36
    assert text.count("article") == 3
    assert "…" not in text.partition("what they")[0]


def test_long_ids_give_way_to_short_ones_in_the_table_alone():
    articles = tuple(replace(article, id=article.id + "_" + "x" * 40) for article in BRIDGE.articles)
    text = str(ranking(Event("long", articles)))
    assert re.search(r"^ 4 004 +\d\d\.\d", text, re.MULTILINE)
    assert max(map(len, text.split("\n"))) <= 80


def test_the_waterfall_adds_up_from_base_to_score():
    ranked = ranking()
    for card in ranked:
        text = as_text(Explanation(ranked, card))
        found = re.findall(
            r"^(?:base|numeric_consistency|readability|score) +([+-]?\d+\.\d)", text, re.MULTILINE
        )
        base, *points, score = map(float, found[:4])
        assert base + sum(points) == pytest.approx(score)


def test_an_explanation_shows_the_words_and_those_they_were_held_against():
    ranked = ranking()
    text = as_text(Explanation(ranked, ranked["004_night"]), 200)
    assert "conflicts  120 people hurt: 3 other voices say 12." in text
    assert text.count("⟦12 people⟧") == 3
    assert re.search(r"⟦120 people⟧.*⟦12 people⟧", text)  # side by side where there is room
    assert not re.search(r"⟦120 people⟧.*⟦12 people⟧", as_text(Explanation(ranked, ranked["004_night"]), 80))


def test_many_witnesses_are_counted_when_they_are_not_shown():
    others = tuple(Article(f"{number:03}", "Twelve people were hurt.") for number in range(20))
    ranked = ranking(Event("crowd", (*BRIDGE.articles, *others)))
    card = ranked["004_night"]
    twice = tuple(Span(article.id, start, start + 6) for article in others for start in (0, 7))
    piece = replace(card.evidence[0], against=twice)
    measurement = replace(card.contributions[0].measurement, evidence=(piece,))
    card = replace(card, contributions=(replace(card.contributions[0], measurement=measurement),))
    assert "and 14 more articles" in as_text(Explanation(ranked, card))


def test_what_agrees_is_summed_up_and_what_could_not_be_measured_is_said():
    ranked = ranking(Event("two", (*BRIDGE.articles, Article("005_mute", "Nothing."))))
    assert "agrees  1, others say the same: “12 people” (001, 003)" in as_text(
        Explanation(ranked, ranked["002_noon"])
    )
    text = as_text(Explanation(ranked, ranked["005_mute"]))
    assert "Nothing to measure here, so no points either way" in text
    assert "Note: Nothing in it can be checked." in text


@pytest.mark.parametrize(
    "verdict", ["contested", "unchecked", "traceable", "unattributed", "vague", "altered"]
)
def test_every_verdict_is_shown(verdict):
    ranked = ranking()
    card = ranked["002_noon"]
    piece = Evidence(
        "numeric_consistency", verdict, Span("002_noon", 0, 9), (Span("001_morning", 0, 3),), "So it is."
    )
    measurement = replace(card.contributions[0].measurement, evidence=(piece,))
    card = replace(card, contributions=(replace(card.contributions[0], measurement=measurement),))
    text = as_text(Explanation(ranked, card))
    assert re.search(rf"^  {verdict}  (So it is\.|1.*“On Monday” \(001\))", text, re.MULTILINE)


def test_titles_are_told_from_texts():
    ranked = ranking()
    card = ranked["001_morning"]
    piece = Evidence(
        "self_consistency", "conflicts", Span("001_morning", 0, 6, "title"), (), "The headline differs."
    )
    measurement = replace(card.contributions[0].measurement, evidence=(piece,))
    card = replace(card, contributions=(replace(card.contributions[0], measurement=measurement),))
    assert re.search(r"001, title +⟦Bridge⟧ falls at Lund", as_text(Explanation(ranked, card)))


@settings(max_examples=25)  # each draws nine pages
@given(st.text(st.characters(), min_size=1), st.text(st.characters(), min_size=1), st.integers(20, 130))
def test_no_text_title_or_id_can_drive_the_terminal_or_break_the_report(text, name, width):
    event = Event(name, (Article(name, f"{text} 120 people {text}", title=text), *BRIDGE.articles[:3]))
    ranked = ranking(event)
    for page in (RankingText(ranked), *(Explanation(ranked, card) for card in ranked)):
        shown = as_text(page, width)
        shown.encode("utf-8")
        kinds = {unicodedata.category(character) for character in shown if character not in "\n\u200c\u200d"}
        assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_markup_in_texts_is_shown_not_obeyed():
    ranked = ranking()
    assert "[red]Horror[/red]" in as_text(Explanation(ranked, ranked["004_night"]), 200)
