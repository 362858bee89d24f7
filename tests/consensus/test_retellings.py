"""A text retold sentence after sentence is one voice with the text, in whatever language; a report of one's own is not."""

from itertools import permutations
from pathlib import Path

import pytest

import reliability
from reliability.records import Article, Event

FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "retellings"
RETOLD = {"bridge": ("english", "german", "spanish", "french"), "verdict": ("english", "german")}
OWN = {"bridge": ("own_report", "second_report", "brief"), "verdict": ("own_report", "court_notice")}


def article(event, name):
    return Article(name, (FIXTURES / event / f"{name}.txt").read_text(encoding="utf-8"))


def consensus(*articles):
    return reliability.score(Event("retold", articles)).consensus


def voices(*articles):
    return {frozenset(ids) for ids in consensus(*articles).origins}


@pytest.mark.parametrize("event", RETOLD)
def test_translations_of_one_text_are_one_voice_and_other_reports_are_their_own(event):
    one, others = ("original", *RETOLD[event]), OWN[event]
    found = voices(*(article(event, name) for name in (*one, *others)))
    assert found == {frozenset(one), *(frozenset({name}) for name in others)}


@pytest.mark.parametrize(
    ("event", "first", "second"),
    [(event, *pair) for event, names in RETOLD.items() for pair in permutations(("original", *names), 2)],
)
def test_any_two_of_them_show_it(event, first, second):
    others = [article(event, name) for name in OWN[event][:2]]
    assert frozenset({first, second}) in voices(article(event, first), article(event, second), *others)


def test_the_one_in_english_stands_for_its_translations():
    found = consensus(*(article("bridge", name) for name in ("german", "original", "spanish", "own_report")))
    assert next(ids for ids in found.origins if "original" in ids)[0] == "original"


def test_the_sentences_that_correspond_are_the_evidence():
    given = {name: article("bridge", name) for name in ("original", "german", "own_report", "second_report")}
    passages = consensus(*given.values()).passages
    assert len(passages) >= 12
    assert not any(passage.verbatim for passage in passages)
    sides = [
        {span.article_id: given[span.article_id].text[span.start : span.end] for span in one.spans}
        for one in passages
    ]
    assert all(side.keys() == {"original", "german"} for side in sides)
    told = {side["original"][:22]: side["german"][:22] for side in sides}
    assert told["Ferries between Varnes"] == "Fähren zwischen Varnes"
    assert told["The mayor, Jonas Whitl"] == "Bürgermeister Jonas Wh"


def test_a_retelling_is_no_further_witness():
    found = consensus(*(article("bridge", name) for name in ("original", "english", "german", "own_report")))
    cost = next(fact for fact in found.facts if fact.value == 38e6)
    assert {span.article_id for span in cost.support} >= {"original", "english", "own_report"}
    assert cost.voices == 2


def test_the_same_sentences_in_another_order_are_another_text():
    paragraphs = article("bridge", "english").text.split("\n\n")
    shuffled = Article("shuffled", "\n\n".join(paragraphs[::2] + paragraphs[1::2]))
    others = [article("bridge", name) for name in OWN["bridge"]]
    assert frozenset({"shuffled"}) in voices(article("bridge", "original"), shuffled, *others)


def test_half_a_text_retold_is_not_the_whole():
    half = Article("half", article("bridge", "english").text[: len(article("bridge", "english").text) // 2])
    more = article("bridge", "own_report")
    begun = Article("begun", half.text + "\n\n" + more.text)
    assert frozenset({"begun"}) in voices(
        article("bridge", "original"), begun, article("bridge", "second_report"), article("bridge", "brief")
    )


def test_tables_are_alike_in_order_because_they_are_tables():
    assert len(voices(article("tables", "morning"), article("tables", "evening"))) == 2


def test_the_report_says_that_it_is_in_other_words():
    names = ("original", "german", "own_report", "second_report")
    printed = str(reliability.score(Event("retold", tuple(article("bridge", name) for name in names))))
    assert "one text, some in other words" in " ".join(printed.split())
