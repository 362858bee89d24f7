"""What one article says in a sentence another may say in a clause; who does it and who suffers it must stay the same."""

import reliability
from reliability.records import Article, Event, Item


def statements(*texts: str) -> list[Item]:
    articles = tuple(Article(str(index), text) for index, text in enumerate(texts))
    items = reliability.score(Event("event", articles)).consensus.items
    return [item for item in items if item.kind == "statement"]


def test_a_clause_is_found_in_another_sentence():
    (item,) = statements(
        "Divers recovered the steering wheel of the sunken ferry on Monday, and officials hoped that it would tell them why the"
        " crew had left the route without a word.",
        "The steering wheel of the sunken ferry was recovered by divers from a ledge that fishermen call the Tooth, where the"
        " current is weakest at noon.",
    )
    assert item.claims[0].text == "Divers recovered the steering wheel of the sunken ferry on Monday"
    assert {claim.article_id for claim in item.claims} == {"0", "1"}


def test_what_news_says_in_another_word_is_the_same():
    assert statements(
        "The court in Lund released the two captured fishermen after a hearing of an hour.",
        "After a hearing on the harbour's rules the court in Lund freed the two captured fishermen, who cheered.",
    )


def test_who_does_it_and_who_suffers_it_must_be_the_same():
    assert not statements(
        "Olaf Berg accepted the proposal of a ceasefire in the valley, but the fighting went on.",
        "While the fighting went on, the proposal of a ceasefire in the valley was one that rebels accepted from Olaf Berg.",
    )


def test_another_day_is_another_statement():
    assert not statements(
        "Rescuers freed four boys from the flooded cave near Orr on Sunday.",
        "On Monday rescuers freed four boys from the flooded cave near Orr.",
    )


def test_a_clause_under_a_condition_says_nothing():
    assert not statements(
        "If divers recover the steering wheel of the sunken ferry, the inquiry in Lund will go on.",
        "Divers recovered the steering wheel of the sunken ferry from a ledge, fishermen in Lund said.",
    )


def test_a_negated_twin_is_dissent():
    items = statements(
        "The operator did inspect the rusty steering of the ferry before the accident, its lawyer said, and showed a receipt.",
        "Papers show that the operator did not inspect the rusty steering of the ferry before the accident.",
        "The operator never did inspect the rusty steering of the ferry before the accident, engineers said in Lund.",
    )
    assert any(item.differences for item in items)
