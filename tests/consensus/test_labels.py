"""A fact is called by words that all who say it would put their names to."""

import re

import reliability
from reliability.records import Article, Event, Fact


def facts(*texts: str) -> tuple[Fact, ...]:
    articles = tuple(Article(str(index), text) for index, text in enumerate(texts))
    return reliability.score(Event("event", articles)).consensus.facts


def labels(*texts: str, kind: str = "quantity") -> list[str]:
    return [fact.label for fact in facts(*texts) if fact.kind == kind]


FERRY = (
    "The ferry Alma was carrying 56 passengers and 10 crew when it left the port of Lund, the operator said.",
    "Officials in Lund said the Alma was carrying 56 passengers and 10 crew members. Its horn was heard on shore.",
    "There were 56 passengers on the ferry, among them a school class from Orr.",
)


def test_a_number_stands_among_the_words_that_those_who_print_it_share():
    assert "the Alma was carrying 56 passengers and 10 crew members" in labels(*FERRY[:2])


def test_a_number_is_told_with_its_modifier():
    told = labels(
        "Up to 4,800 people were sleeping in tents near Lund after the flood.",
        "Mayors said that up to 4,800 people had to sleep in tents near the river.",
    )
    assert any(re.match(r"up to 4,800 people", label, re.IGNORECASE) for label in told)


def test_an_age_is_told_with_whose_it_is():
    told = labels(
        "Prosecutors charged Ann Dale, 61, with fraud in Lund.",
        "Ann Dale, age 61, was charged with fraud, the court in Lund said.",
    )
    assert any("Ann Dale, " in label and "61" in label for label in told)


def test_no_label_cuts_through_a_name_or_ends_in_a_preposition():
    for label in labels(*FERRY):
        assert not re.search(r"\b(?:of|in|on|at|the|a|and|with)$", label)
        assert "Alma" not in label or "ferry Alma" in label or "the Alma" in label


def test_a_weekday_of_different_happenings_is_no_fact():
    told = facts(
        "The council of Lund closed the old bridge on Tuesday. Drivers queued for hours.",
        "Commuters in Lund waited at the closed bridge. The football club beat Orr in front of a small crowd on Tuesday.",
    )
    assert not any(fact.value == "tuesday" for fact in told)


def test_a_day_is_told_with_what_happened():
    told = labels(
        "The council of Lund closed the old bridge on Tuesday after cracks were found.",
        "Cracks were found, so the council closed the old bridge on Tuesday, a spokesman said.",
    )
    assert any(
        "council" in label and "closed the old bridge" in label and "Tuesday" in label for label in told
    )


def test_those_who_print_a_number_among_other_words_do_not_support_it():
    told = facts(
        "Dan Green scored 14 points for Lund, which beat Orr in the final of the cup.",
        "Green scored 14 points in the final and Lund took the cup from Orr.",
        "Lund beat Orr. Ole Strand had 14 points and nine rebounds for the losing side.",
    )
    support = {span.article_id for fact in told if fact.value == 14 for span in fact.support}
    assert "2" not in support


def test_a_number_that_may_be_true_as_well_does_not_support_another():
    told = facts(
        "Victims from 18 countries were on the ferry that sank off Lund, the operator said.",
        "The victims of the ferry that sank off Lund came from 18 countries, officials said.",
        "Victims from at least 15 countries were on the ferry that sank off Lund.",
    )
    supported = [{span.article_id for span in fact.support} for fact in told if fact.value == 18]
    assert supported == [{"0", "1"}]


def test_a_quotation_is_called_by_what_all_print_of_it():
    told = labels(
        "“This bridge has been a danger for years, and everybody in the council knew of it,” mayor Eva Lind said.",
        "Mayor Eva Lind of Lund said: “This bridge has been a danger for years.”",
        "“This bridge has been a danger for years, and everybody in the council knew of it. Nobody wanted to pay,” said Lind.",
        kind="quote",
    )
    assert told == ["“This bridge has been a danger for years”"]


def test_a_person_is_called_with_the_whole_title():
    told = labels(
        "Senate Majority Leader Olaf Berg opened the debate in Lund on the bridge.",
        "The debate on the bridge in Lund was opened by Senate Majority Leader Olaf Berg.",
        kind="name",
    )
    assert "Senate Majority Leader Olaf Berg" in told


def test_what_most_say_comes_first_and_names_last():
    kinds = [fact.kind for fact in facts(*FERRY)]
    assert kinds == sorted(kinds, key=lambda kind: kind == "name")
    voices = [fact.voices for fact in facts(*FERRY) if fact.kind != "name"]
    assert voices == sorted(voices, reverse=True)


def test_what_a_day_owns_is_told_with_it():
    told = labels(
        "A pupil and a drummer met at Friday's march in Lund, the school said.",
        "The school spoke of a pupil and a drummer at Friday's march.",
    )
    assert any(label.endswith("Friday's march") for label in told), told
