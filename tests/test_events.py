"""Every fixture event comes out as a careful reader wrote down before the code was run on it."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import reliability
from reliability.compare.nouns import same_thing
from reliability.records import Evidence, Quantity

EVENTS = Path(__file__).parent.parent / "fixtures" / "events"
SLUGS = sorted(path.name for path in EVENTS.iterdir() if path.is_dir())
FAULTS = {"conflicts", "altered"}


@pytest.fixture(scope="module", params=SLUGS)
def event(request: pytest.FixtureRequest) -> tuple[reliability.Ranking, dict[str, Any]]:
    folder = EVENTS / request.param
    return reliability.score(folder), tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))


def field_text(ranking: reliability.Ranking, article: str, field: str = "text") -> str:
    given = ranking[article].article
    return given.text if field == "text" else given.title or ""


def places(ranking: reliability.Ranking, wanted: dict[str, Any]) -> list[tuple[int, int]]:
    text, piece = field_text(ranking, wanted["article"], wanted.get("field", "text")), wanted["text"]
    found, at = [], text.find(piece)
    while at >= 0:
        found.append((at, at + len(piece)))
        at = text.find(piece, at + 1)
    return found


def meets(ranking: reliability.Ranking, piece: Evidence, wanted: dict[str, Any]) -> bool:
    return (
        piece.span.article_id == wanted["article"]
        and piece.feature == wanted["feature"]
        and piece.verdict == wanted["verdict"]
        and piece.span.field == wanted.get("field", "text")
        and any(piece.span.start < end and start < piece.span.end for start, end in places(ranking, wanted))
    )


def all_evidence(ranking: reliability.Ranking) -> list[Evidence]:
    return [piece for card in ranking for piece in card.evidence]


def test_every_expected_piece_of_evidence_is_given(event):
    ranking, expected = event
    missing = [
        wanted
        for wanted in expected["evidence"]
        if not any(meets(ranking, piece, wanted) for piece in all_evidence(ranking))
    ]
    assert not missing


def test_no_fault_is_found_that_a_careful_reader_did_not_find(event):
    ranking, expected = event
    known = [*expected["evidence"], *expected.get("allowed", [])]
    alarms = [
        (
            piece.span.article_id,
            piece.feature,
            field_text(ranking, piece.span.article_id, piece.span.field)[piece.span.start : piece.span.end],
            piece.message,
        )
        for piece in all_evidence(ranking)
        if piece.verdict in FAULTS and not any(meets(ranking, piece, wanted) for wanted in known)
    ]
    assert not alarms


def test_every_expected_fact_stands_with_its_support_and_dissent(event):
    ranking, expected = event
    missing = [
        wanted
        for wanted in expected["fact"]
        if not any(_is_fact(fact, wanted) for fact in ranking.consensus.facts)
    ]
    assert not missing


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def _is_fact(fact: reliability.records.Fact, wanted: dict[str, Any]) -> bool:
    if fact.kind != wanted["kind"]:
        return False
    if "text" in wanted:
        if _plain(wanted["text"]) not in _plain(str(fact.value)):
            return False
    elif fact.value != wanted["value"] or not (
        fact.unit == wanted["unit"] or same_thing(fact.unit, wanted["unit"])
    ):
        return False
    support = {span.article_id for span in fact.support}
    dissent = {span.article_id for span in fact.dissent}
    return support >= set(wanted["support"]) and dissent == set(wanted.get("dissent", []))


def test_the_ranking_keeps_the_expected_order(event):
    ranking, expected = event
    wrong = [
        (better, round(ranking[better].score, 1), worse, round(ranking[worse].score, 1))
        for above, below in pairwise(expected["order"])
        for better in above
        for worse in below
        if ranking[better].score <= ranking[worse].score
    ]
    assert not wrong


def test_copies_are_one_voice_and_strangers_are_named(event):
    ranking, expected = event
    together = {tuple(sorted(group)) for group in ranking.consensus.origins if len(group) > 1}
    assert together == {tuple(sorted(group)) for group in expected["origins"]}
    assert set(ranking.consensus.strangers) == set(expected["strangers"])


def test_what_is_not_the_story_is_found_and_no_story_line_is(event):
    ranking, expected = event
    for card in ranking:
        article = card.article
        called = [piece.span for piece in card.evidence if piece.verdict == "boilerplate"]
        found = sorted(article.text[span.start : span.end] for span in called)
        assert found == sorted(expected["not_story"].get(article.id, [])), article.id


def test_offsets_index_the_text_as_given(event):
    ranking, _ = event
    for card in ranking:
        for piece in card.evidence:
            for span in (piece.span, *piece.against):
                whole = field_text(ranking, span.article_id, span.field)
                assert 0 <= span.start < span.end <= len(whole)
                assert whole[span.start : span.end].strip()


def test_a_reading_quotes_its_quantities_from_the_text(event):
    ranking, _ = event
    for card in ranking:
        reading = reliability.read(card.article)
        assert all(
            isinstance(quantity, Quantity) and reading.quoted(quantity.span)
            for quantity in reading.quantities
        )
