"""Copies are one voice, and what is one text's in part counts in part."""

from ferry import LETTER, NOTES, REVIEW, WIRE, article, edited

import reliability
from reliability.records import Article, Event


def consensus(*articles):
    return reliability.score(Event("ferry", articles)).consensus


def voices(*articles):
    return {frozenset(ids) for ids in consensus(*articles).origins}


def toll(found):
    return next(fact for fact in found.facts if fact.unit == "passenger")


def test_an_edited_copy_is_one_voice_with_what_it_copies_and_says_where():
    found = consensus(
        article("wire", WIRE),
        Article("copy", edited(WIRE.format(toll=35))),
        article("notes", NOTES),
        article("letter", LETTER),
    )
    assert {"wire", "copy"} in [set(ids) for ids in found.origins]
    assert found.passages
    assert all({span.article_id for span in passage.spans} == {"wire", "copy"} for passage in found.passages)
    assert toll(found).voices == 3


def test_reports_in_their_own_words_are_voices_of_their_own():
    found = consensus(
        *(article(str(index), text) for index, text in enumerate((WIRE, NOTES, LETTER, REVIEW)))
    )
    assert len(found.origins) == 4
    assert found.passages == ()


def test_quoting_one_document_is_not_copying():
    statement = "“" + WIRE.format(toll="Many") + "”"
    first = Article(
        "first", f"The coast guard published its log. {statement} the log says. " + NOTES.format(toll=35)
    )
    second = Article("second", f"A log is all there is. {statement} it reads. " + LETTER.format(toll=35))
    found = consensus(first, second, article("review", REVIEW))
    assert len(found.origins) == 3
    assert found.passages == ()


def test_a_claim_in_anothers_passage_is_no_witness_of_its_own():
    borrowed = WIRE.format(toll=35).split(". ")[1] + ". "
    own = "Schools on Orr stay closed until Monday. The bishop will lead a service in the harbour church. "
    part = Article(
        "part", own + borrowed + NOTES.format(toll="Many").replace("Many passengers drowned", "It was dark")
    )
    found = consensus(article("wire", WIRE), part, article("letter", LETTER))
    assert len(found.origins) == 3
    assert {span.article_id for passage in found.passages for span in passage.spans} == {"wire", "part"}
    assert {span.article_id for span in toll(found).support} == {"wire", "part", "letter"}
    assert toll(found).voices == 2


def test_reprints_that_differ_testify_to_their_own_printing():
    sentence = WIRE.split(". ")[1] + "."
    papers = [
        Article(
            name,
            own.format(toll="Many").replace("Many passengers drowned", "They drowned")
            + " "
            + sentence.format(toll=number),
        )
        for name, own, number in (("a", NOTES, 35), ("b", LETTER, 35), ("c", REVIEW, 53))
    ]
    ranking = reliability.score(Event("ferry", tuple(papers)))
    assert [piece.verdict for piece in ranking["c"].evidence if piece.feature == "numeric_consistency"] == [
        "conflicts"
    ]


def test_the_later_version_stands_for_both():
    early = article("early", WIRE, 35, "2024-03-01")
    late = article("late", WIRE, 53, "2024-03-02")
    found = consensus(early, late, article("notes", NOTES, 53), article("letter", LETTER, 53))
    assert next(ids for ids in found.origins if "early" in ids) == ("late", "early")
    assert toll(found).value == 53
    assert toll(found).voices == 3


def test_copies_change_nothing_that_is_said_of_others():
    papers = [
        article("wire", WIRE, 53),
        article("notes", NOTES),
        article("letter", LETTER),
        article("review", REVIEW),
    ]
    copies = [Article(f"copy {number}", edited(papers[0].text)) for number in range(9)]
    alone = reliability.score(Event("ferry", tuple(papers)))
    crowded = reliability.score(Event("ferry", (*papers, *copies)))
    for name in ("wire", "notes", "letter", "review"):
        assert [*map(_said, crowded[name].evidence)] == [*map(_said, alone[name].evidence)]


def _said(piece):
    return piece.verdict, piece.span, piece.message


def _partly(own, number, credit=""):
    """A text of which less than half is the wire's."""
    _, second, third, _ = WIRE.format(toll=number).split(". ")
    return credit + f"{second}. {third}. " + own.format(toll=number).replace("Landis", "Orr")


def test_an_agencys_credit_is_a_hint_and_no_proof():
    rest = (article("letter", LETTER), article("review", REVIEW))
    credit = "LANDIS (AP) - "
    assert len(voices(article("wire", credit + WIRE), article("notes", credit + NOTES), *rest)) == 4
    plain = article("wire", WIRE), Article("half", _partly(NOTES, 35))
    credited = article("wire", credit + WIRE), Article("half", _partly(NOTES, 35, credit))
    assert len(voices(*plain, *rest)) == 4
    assert len(voices(*credited, *rest)) == 3


def test_agreeing_on_what_is_wrong_says_copying():
    rest = [article(f"own {number}", text) for number, text in enumerate((LETTER, REVIEW))]
    more = [
        Article(
            "own 2",
            "Rescue boats came back to Landis empty. Nobody hopes any more. 35 passengers drowned as the ferry sank.",
        ),
        Article(
            "own 3",
            "The insurer of the Orr ferry would not comment in Landis. When the ferry sank, 35 passengers drowned.",
        ),
    ]
    half = [article("wire", WIRE, 53), Article("half", _partly(NOTES, 53))]
    right = [article("wire", WIRE, 35), Article("half", _partly(NOTES, 35))]
    assert len(voices(*right, *rest, *more)) == 6
    assert len(voices(*half, *rest, *more)) == 5


def _verdicts(ranking, name):
    return [piece.verdict for piece in ranking[name].evidence if piece.feature == "numeric_consistency"]


def test_a_copy_that_lost_what_is_counted_bears_nothing_out():
    papers = [
        article("wire", WIRE, 53),
        article("notes", NOTES),
        article("letter", LETTER),
        article("review", REVIEW),
    ]
    full = [Article(f"full {number}", edited(papers[0].text) + " More soon." * number) for number in range(5)]
    bare = [
        Article(f"bare {number}", edited(papers[0].text).replace("53 passengers", "53" + " sadly" * number))
        for number in range(3)
    ]
    for crowd in (bare, full, [*bare, *full], [*bare, *full[:1]], [*bare[:1], *full]):
        assert "conflicts" in _verdicts(reliability.score(Event("ferry", (*papers, *crowd))), "wire")


def test_half_of_anothers_story_under_a_lead_of_ones_own_is_no_copy():
    own = (
        "Three ministers resigned within an hour on Saturday, and the government of Landis fell before lunch. The island "
        "of Orr had sent four of the ninety members of parliament, and all four withdrew their support after a night of "
        "talks that the president described as the longest of his life. Elections will be held before the end of May. "
    )
    _, second, third, fourth = WIRE.format(toll=35).split(". ")
    half = Article("half", f"{own}{second}. {third}. {fourth}")
    found = consensus(
        article("wire", f"{WIRE} {REVIEW}"), half, article("letter", LETTER), article("notes", NOTES)
    )
    assert ("half",) in found.origins
    assert {span.article_id for span in found.passages[0].spans} == {"wire", "half"}
