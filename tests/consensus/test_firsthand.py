"""Of words that several voices print, the first witness is told by reasons, and never by the order of the texts."""

from dataclasses import replace

import pytest
from ferry import LETTER, NOTES, REVIEW, WIRE, article

import reliability
from reliability.records import Article, Event

OPENING, TOLL, CAPTAIN, DIVERS = WIRE.format(toll=35).split(". ")
BORROWED = f"{TOLL}. {CAPTAIN}. "
OWN = {
    "notes": NOTES.format(toll="Many").replace("Many passengers drowned", "it was dark"),
    "letter": LETTER.format(toll="Many").replace("Many passengers drowned", "it was dark"),
}
# What changes the hash of a text, and so the order in which the articles are taken.
ENDINGS = ("", " More soon.", " It rained.", " The wind fell.", " Nothing else is known.")


def printing(name, ending="", words=BORROWED, **given):
    return Article(name, f"{OWN[name]} {words}{ending}", **given)


def ranked(*articles):
    return reliability.score(Event("ferry", (*articles, article("review", REVIEW))))


def owners(*articles):
    return {passage.owner for passage in ranked(*articles).consensus.passages}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("first", ["notes", "letter"])
class TestReasons:
    def test_the_day_tells(self, first, ending):
        days = {name: "2024-03-01" if name == first else "2024-03-02" for name in OWN}
        assert owners(*(printing(name, ending, published=days[name]) for name in OWN)) == {first}

    def test_who_is_named_as_the_source(self, first, ending):
        outlets = {"notes": "landispost.example", "letter": "The Orr Herald"}
        names = {"notes": "the Landis Post", "letter": "the Orr Herald"}
        papers = [replace(printing(name, ending), source=outlets[name]) for name in OWN]
        cited = [
            one
            if one.id == first
            else replace(one, text=f"{one.text} The bell was lost, {names[first]} reported.")
            for one in papers
        ]
        assert owners(*cited) == {first}

    def test_whose_text_bears_an_agencys_name(self, first, ending):
        papers = (printing(name, ending) for name in OWN)
        assert owners(
            *(replace(one, text=f"LANDIS (AP) - {one.text}") if one.id == first else one for one in papers)
        ) == {first}

    def test_who_prints_most_of_it(self, first, ending):
        cut = BORROWED.replace(" who heard the horn and", " who").replace(
            " within sight of the breakwater", ""
        )
        assert owners(*(printing(name, ending, BORROWED if name == first else cut) for name in OWN)) == {
            first
        }


@pytest.mark.parametrize("ending", ENDINGS)
def test_where_nothing_tells_nobody_is_the_copyist(ending):
    found = ranked(printing("notes", ending), printing("letter"))
    assert {passage.owner for passage in found.consensus.passages} == {""}
    toll = next(fact for fact in found.consensus.facts if fact.unit == "passenger")
    assert toll.voices == 2
    against = {
        name: {
            span.article_id
            for piece in found[name].evidence
            if "35 passengers" in piece.message
            for span in piece.against
        }
        for name in OWN
    }
    assert against == {"notes": {"review"}, "letter": {"review"}}


@pytest.mark.parametrize("ending", ENDINGS)
def test_who_says_so_in_words_of_his_own_besides_is_not_heard_twice(ending):
    besides = replace(printing("notes", ending), text=f"{NOTES.format(toll=35)} {BORROWED}{ending}")
    found = ranked(besides, printing("letter", ""))
    assert next(fact.voices for fact in found.consensus.facts if fact.unit == "passenger") == 2
