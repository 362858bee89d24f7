"""What an outlet repeats in articles written apart is not their story; what it repeats for other reasons is."""

from itertools import permutations

import pytest

import reliability
from reliability.consensus import relabel
from reliability.records import Article, Event

FIRST = """Dam at Orrin gives way after a week of rain
The dam above Orrin gave way early on Tuesday and put 40 houses under water, the fire brigade said.
Nobody was killed, but six people were taken to hospital with broken bones.
Mayor Ida Holm called the night the worst that she could remember."""
SECOND = """What the engineers knew about the Orrin dam
Cracks in the eastern wall were reported to the county two years ago, papers seen by this newspaper show.
The county put off repairs twice because the tunnel under the pass had eaten its budget.
Ida Holm, the mayor, said that nobody had told her of any crack."""
OTHER = """Forty houses flooded as Orrin dam breaks
A dam broke above the town of Orrin on Tuesday, and the water reached 40 houses, firefighters said.
Six people are in hospital. The cracks in its eastern wall had been known for two years."""
BOX = "Our weekly letter brings five recipes and one walk to 90,000 kitchens, and costs 3 euros a month."
LABEL = "Continues under the picture"


def event(
    first, second, other=OTHER, *, outlets=("orrin-post.example", "orrin-post.example", "daily.example")
):
    texts = (first, second, other)
    return [
        Article(name, text, source=outlet)
        for name, text, outlet in zip(("a", "b", "c"), texts, outlets, strict=True)
    ]


def furniture(articles):
    """The lines called furniture, per article, and the ranking."""
    ranking = reliability.score(articles)
    texts = {article.id: article.text for article in articles}
    return {
        article.id: [
            texts[article.id][piece.span.start : piece.span.end]
            for piece in ranking[article.id].evidence
            if piece.verdict == "boilerplate"
        ]
        for article in articles
    }, ranking


def within(text, line):
    """The text with a line after its third."""
    lines = text.split("\n")
    return "\n".join([*lines[:3], line, *lines[3:]])


@pytest.mark.parametrize("line", [BOX, LABEL])
def test_a_line_that_an_outlet_prints_in_two_reports_is_furniture_and_points_at_its_twin(line):
    articles = event(within(FIRST, line), within(SECOND, line))
    found, ranking = furniture(articles)
    assert found == {"a": [line], "b": [line], "c": []}
    (piece,) = [piece for piece in ranking["a"].evidence if piece.verdict == "boilerplate"]
    (twin,) = piece.against
    assert twin.article_id == "b"
    assert articles[1].text[twin.start : twin.end] == line
    assert "orrin-post.example" in piece.message


def test_a_line_that_stands_alone_is_left_where_it_is():
    found, _ = furniture(event(within(FIRST, BOX), SECOND))
    assert found == {"a": [], "b": [], "c": []}


def test_numbers_and_quotations_in_repeated_lines_are_no_mentions():
    box = "“Cook slowly and eat late,” says our weekly letter, which 90,000 kitchens get for 3 euros a month."
    articles = event(within(FIRST, box), within(SECOND, box))
    _, ranking = furniture(articles)
    held = {span for item in ranking.consensus.items for claim in item.claims for span in [claim.span]}
    boxes = {article.id: article.text.find(box) for article in articles}
    assert not any(
        0 <= boxes[span.article_id] <= span.start < boxes[span.article_id] + len(box) for span in held
    )
    assert any(fact.value == 40 for fact in ranking.consensus.facts)


def test_the_next_sentence_steps_in_for_one_of_the_lead():
    def opened(text):
        head, rest = text.split("\n", maxsplit=1)
        return f"{head}\n{BOX}\n{rest}"

    given = [reliability.read(article) for article in event(opened(FIRST), opened(SECOND))]
    alone = reliability.read(Article("a", FIRST))
    before, after = given[0], relabel(given)[0]
    assert before.quoted(before.sentences[1].span) == BOX
    assert [sentence.place for sentence in after.sentences] == [s.place for s in alone.sentences]
    assert [(q.value, q.place, q.sentence) for q in after.quantities] == [
        (q.value, q.place, q.sentence) for q in alone.quantities
    ]


def test_what_a_second_version_keeps_of_the_first_is_story():
    update = (
        FIRST.replace("six people", "nine people")
        + "\nThe county promised an inquiry by the end of the month."
    )
    found, _ = furniture(event(FIRST, update))
    assert found == {"a": [], "b": [], "c": []}


def test_an_agency_text_that_other_outlets_print_too_is_story():
    found, _ = furniture(event(within(FIRST, BOX), within(SECOND, BOX), within(OTHER, BOX)))
    assert found == {"a": [], "b": [], "c": []}


def test_background_of_which_others_speak_is_story():
    background = (
        "The dam above the town had cracks in its eastern wall that were known for two years before Tuesday."
    )
    found, _ = furniture(event(within(FIRST, background), within(SECOND, background)))
    assert found == {"a": [], "b": [], "c": []}


@pytest.mark.parametrize(
    "outlets",
    [(None, None, None), ("", "", "daily.example"), ("post.example", "mail.example", "daily.example")],
)
def test_articles_of_different_or_unknown_outlets_repeat_nobody(outlets):
    found, _ = furniture(event(within(FIRST, LABEL), within(SECOND, LABEL), outlets=outlets))
    assert found == {"a": [], "b": [], "c": []}


def test_the_host_of_an_address_tells_the_outlet_where_it_is_not_given():
    first, second, other = event(within(FIRST, LABEL), within(SECOND, LABEL), outlets=(None, None, None))
    articles = [
        Article("a", first.text, url="https://www.orrin-post.example/dam"),
        Article("b", second.text, source="Orrin-Post.example", url="https://short.example/x"),
        other,
    ]
    assert furniture(articles)[0] == {"a": [LABEL], "b": [LABEL], "c": []}


def test_the_order_of_the_articles_changes_nothing():
    articles = event(within(FIRST, BOX), within(SECOND, BOX))
    assert len({str(sorted(furniture(list(order))[0].items())) for order in permutations(articles)}) == 1


def test_an_event_is_ranked_alike_whatever_events_stand_beside_it():
    def told(rankings):
        return [ranking.to_dict() for ranking in rankings]

    one = Event("one", tuple(event(within(FIRST, BOX), OTHER)[:2]))
    two = Event("two", tuple(event(within(SECOND, BOX), OTHER)[:2]))
    alone = [*reliability.score_events([one]), *reliability.score_events([two])]
    assert told(reliability.score_events([one, two])) == told(alone)


def test_a_line_that_many_articles_share_points_at_a_few():
    readings = [
        reliability.read(
            Article(
                str(number),
                f"Ward {number} planted {number + 20} oaks this autumn.\n{BOX}",
                source="a.example",
            )
        )
        for number in range(50)
    ]
    assert [[len(p.twins) for p in reading.passages] for reading in relabel(readings)] == [[0, 3]] * 50
