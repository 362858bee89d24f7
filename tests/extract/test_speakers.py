"""Who spoke each quotation, as written and by name."""

import pytest

from reliability import read


def speakers(text: str) -> list[tuple[str | None, str, str]]:
    reading = read(text)
    return [
        (reading.quoted(quote.speaker) if quote.speaker else None, quote.name, quote.source)
        for quote in reading.quotes
        if quote.kind == "speech"
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "name", "source"),
    [
        (
            "“We knew of the leak for years,” Helena Marsk said on Monday.",
            "Helena Marsk",
            "Helena Marsk",
            "person",
        ),
        ("“We knew of the leak for years,” said Helena Marsk.", "Helena Marsk", "Helena Marsk", "person"),
        ("Helena Marsk said: “We knew of the leak for years.”", "Helena Marsk", "Helena Marsk", "person"),
        (
            "Helena Marsk told reporters, “We knew of the leak for years.”",
            "Helena Marsk",
            "Helena Marsk",
            "person",
        ),
        (
            "“We knew of the leak,” said Helena Marsk, the mayor of Aldenmoor.",
            "Helena Marsk, the mayor of Aldenmoor",
            "Helena Marsk",
            "person",
        ),
        ("“We knew of the leak for years,” the company said.", "the company", "", "institution"),
        ("“We knew of the leak for years,” the report said.", "the report", "", "document"),
        ("“We knew of the leak for years,” a spokeswoman said.", "a spokeswoman", "", "role"),
        ("“We knew of the leak for years,” sources said.", "sources", "", "vague"),
        ("“We knew of the leak for years.” - Helena Marsk", "Helena Marsk", "Helena Marsk", "person"),
        (
            "“We voted for patience,” Civic List leader Nadia Ferrow said on Sunday.",
            "Civic List leader Nadia Ferrow",
            "Nadia Ferrow",
            "person",
        ),
        (
            "“We have had no complaint,” its president, Ilse Moor, told reporters.",
            "its president, Ilse Moor",
            "Ilse Moor",
            "person",
        ),
    ],
)
def test_the_speaker_is_found_before_between_and_behind(text, speaker, name, source):
    assert speakers(text) == [(speaker, name, source)]


def test_a_speech_that_is_interrupted_has_one_speaker():
    text = "“No sum of money gives us back the river,” Greta Alvin said, “but somebody has been held responsible.”"
    assert [name for _, name, _ in speakers(text)] == ["Greta Alvin", "Greta Alvin"]


def test_a_speech_reopened_in_the_next_paragraph_has_the_same_speaker():
    text = "Greta Alvin said on Monday: “We knew of the leak for years.\n\n“We knew it and we said nothing of it.”"
    assert [name for _, name, _ in speakers(text)] == ["Greta Alvin", "Greta Alvin"]


def test_a_pronoun_keeps_its_span_and_takes_the_name_before_it():
    text = "Greta Alvin embraced her neighbours. “No sum of money gives us back the river,” she said."
    assert speakers(text) == [("she", "Greta Alvin", "person")]


def test_a_pronoun_is_never_somebody_called_by_the_other_one():
    text = (
        "“We will not appeal the ruling,” Mr. Orsic said. The fire chief, Marta Kolin, stood beside him.\n\n"
        "“It is all I have left to give,” she said."
    )
    assert speakers(text)[1] == ("she", "Marta Kolin", "person")


def test_a_surname_takes_the_full_name():
    text = "Helena Marsk said that the company knew. “They knew of the leak for years,” Marsk said."
    assert speakers(text)[0] == ("Marsk", "Helena Marsk", "person")


def test_a_pronoun_with_nobody_before_it_is_vague():
    text = "“They knew of the leak for years,” he said."
    assert speakers(text) == [("he", "", "vague")]


def test_a_quotation_beside_another_speakers_sentence_is_not_given_to_him():
    text = "“They knew of the leak.”\n\nTomas Reuven said that the company would appeal."
    assert all(name != "Tomas Reuven" for _, name, _ in speakers(text))


def test_a_line_of_a_transcript_belongs_to_its_label():
    text = "WALLACE: Did you know of the leak?\n\nPENCE: We knew.\n\nWALLACE: Since when?\n\nPENCE: For many years."
    reading = read(text)
    sources = [reading.quoted(one.source) for one in reading.attributions if one.source]
    assert sources.count("PENCE") == 2


def test_speakers_who_take_turns_have_their_lines():
    text = (
        "Lund: Why did it leak?\n\nOst: It was old.\n\nLund: Who knew of it?\n\nOst: We knew. All of us did."
    )
    turns = [
        (reading.quoted(one.source), reading.quoted(one.content))
        for reading in [read(text)]
        for one in reading.attributions
        if one.source and one.content
    ]
    assert ("Lund", "Why did it leak") in turns
    assert ("Ost", "We knew. All of us did") in turns


def test_they_are_people_in_a_role_just_spoken_of():
    text = "The harbour officials are looking into the leak at Lund. They are calling for “a new pier by spring”."
    assert {one.kind for one in read(text).attributions} == {"role"}
    text = "The rain went on all night at Lund. They are calling for “a new pier by spring”."
    assert {one.kind for one in read(text).attributions} == {"vague"}
