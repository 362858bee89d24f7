"""Which statements are handed to a source, and to whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability import read
from reliability.extract.attribution_model import attribution_model


def handed(text: str) -> list[tuple[str | None, str, str]]:
    reading = read(text)
    return [
        (reading.quoted(one.source) if one.source else None, reading.quoted(one.cue), one.kind)
        for one in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The court ordered nothing, Helena Marsk said on Monday.", ("Helena Marsk", "person")),
        ("The ministry said on Monday that 37 people had died.", ("The ministry", "institution")),
        ("The plant leaked for six years, according to the report.", ("the report", "document")),
        ("Reuters reported on Monday that the plant had leaked.", ("Reuters", "outlet")),
        (
            "A spokeswoman for the company said the plant had leaked.",
            ("A spokeswoman for the company", "role"),
        ),
        ("Sources close to the firm said the plant had leaked.", ("Sources close to the firm", "vague")),
        ("A media report claimed that the plant had leaked.", ("A media report", "vague")),
        ("Critics said the plant had leaked.", ("Critics", "vague")),
        ("Police said the plant had leaked.", ("Police", "institution")),
        ("Helena Marsk’s publicist said the plant had leaked.", ("Helena Marsk’s publicist", "role")),
        ("New York officials said the plant had leaked.", ("New York officials", "role")),
        ("New Jersey said on Monday that the plant had leaked.", ("New Jersey", "institution")),
    ],
)
def test_a_source_is_what_its_words_say(text, wanted):
    assert wanted in [(source, kind) for source, _, kind in handed(text)]


@pytest.mark.parametrize(
    "phrase",
    ["It is believed", "It is rumoured", "It has been claimed", "Rumour has it", "it emerged"],
)
def test_what_nobody_in_particular_says_is_vague(phrase):
    assert (None, phrase, "vague") in handed(f"{phrase} that the plant had leaked for six years.")


def test_what_somebody_believes_is_not_vague():
    assert all(kind != "vague" for *_, kind in handed("It is believed by the court that the plant leaked."))


@pytest.mark.parametrize(
    "text", ["I said that I would write about the leak.", "We’ve said that the plant leaked."]
)
def test_i_and_you_are_neither_named_nor_vague(text):
    kinds = [kind for source, _, kind in handed(text) if source and source.startswith(("I", "We"))]
    assert kinds
    assert set(kinds) == {""}


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Helena Marsk said on Monday that the plant had leaked.", {True}),
        ("Experts believe that the plant leaked for six years.", {True}),
        ("“We knew of the leak all along,” sniffed Helena Marsk.", {True}),
        ("Helena Marsk wants to close the plant in May.", {False}),
        ("Helena Marsk was accused of closing the plant.", {False}),
        ("Helena Marsk was quoted as saying that the plant had leaked.", {True}),
    ],
)
def test_whoever_wants_something_tells_nothing(text, tells):
    assert {one.tells for one in read(text).attributions} == tells


def test_a_content_reaches_to_the_end_of_the_quotation():
    reading = read("“The plant leaked. We knew of it. We said nothing,” Helena Marsk said.")
    (content,) = [reading.quoted(one.content) for one in reading.attributions if one.content]
    assert content.startswith("The plant leaked")
    assert content.rstrip(",").endswith("We said nothing")


def test_a_sentence_without_a_cue_is_handed_to_nobody():
    assert handed("The plant stands on the river. It has three chimneys.") == []


def test_the_model_says_what_it_was_fitted_on():
    model = attribution_model()
    assert model.vocabulary.rows["said"] >= 0
    assert all(table.weights.dtype == "float32" for table in model.tables.values())


@given(st.text(max_size=200))
def test_any_text_yields_attributions_whose_spans_stand_in_it(text):
    reading = read(text)
    for one in reading.attributions:
        for span in (one.cue, one.source, one.content):
            assert span is None or 0 <= span.start < span.end <= len(text)


def stances(text: str) -> list[tuple[str, str, str]]:
    reading = read(text)
    return [(one.stance, reading.quoted(one.cue), one.name) for one in reading.attributions]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Helena Marsk, the mayor, declined to comment.", "declined to comment", "Helena Marsk"),
        (
            "Helena Marsk could not be reached for comment.",
            "could not be reached for comment",
            "Helena Marsk",
        ),
        ("The Lund Council had no immediate comment.", "had no immediate comment", "Lund Council"),
        (
            "The owner has not responded to three emails from the Courier.",
            "has not responded to three emails",
            "",
        ),
        (
            "The police refused to say how many ships were lost.",
            "refused to say",
            "",
        ),
        (
            "A spokesman didn’t return calls for comment.",
            "didn’t return calls",
            "",
        ),
    ],
)
def test_whoever_is_asked_and_says_nothing_is_silent(text, phrase, name):
    assert [(cue, whose) for stance, cue, whose in stances(text) if stance == "silent"] == [(phrase, name)]


def test_a_denial_is_told_from_a_statement_and_from_its_negation():
    assert ("denies", "denied", "Helena Marsk") in stances("Helena Marsk denied that the plant had leaked.")
    assert all(
        stance == ""
        for stance, *_ in stances(
            "Helena Marsk did not deny that the plant had leaked. She neither confirmed nor denied the rest."
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "The guard returned to the plant after calls from the harbour.",
        "Helena Marsk said that she would comment on the report.",
        "The river could not be reached by the boats.",
    ],
)
def test_what_only_sounds_like_silence_is_none(text):
    assert all(stance != "silent" for stance, *_ in stances(text))


def test_what_a_line_announces_word_for_word_is_the_transcripts():
    reading = read(
        "Mora spoke in Lund on Monday.\n\nA full transcript follows:\n\nTonight we came to Lund.\n\nWe ate fish by the river."
    )
    (content,) = [
        reading.quoted(one.content) for one in reading.attributions if one.kind == "document" and one.content
    ]
    assert content == "Tonight we came to Lund.\n\nWe ate fish by the river"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The town was told on Monday.\n\nFrom Chairwoman Nadia Mora: “We knew of it.”", "Nadia Mora"),
        ("POLLS DIFFER - Nadia Mora: “Two weeks ago the lead was wide. It is gone.”", "Nadia Mora"),
        (
            "Ten sayings on love.\n\n“We loved. It was long ago.” ― Nadia Mora\n“We knew of it.”― Jon Ost",
            "Jon Ost",
        ),
    ],
)
def test_a_name_beside_a_quotation_makes_it_traceable(text, name):
    assert name in [one.name for one in read(text).attributions if one.content is not None]
