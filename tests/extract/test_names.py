"""Names are read whole, with their titles, and nothing else that begins with a capital."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reliability

READ = [
    ("It was Attorney General William Barr who spoke.", "william barr", "person", "attorney general"),
    ("It was the police chief Hanna Ekholm who spoke.", "hanna ekholm", "person", "police chief"),
    ("Then Hanna Ekholm, a spokeswoman for the port, spoke.", "hanna ekholm", "person", "spokeswoman"),
    ("It was Secretary of State Ines Falk who spoke.", "ines falk", "person", "secretary of state"),
    (
        "They called the Ministry of Foreign Affairs in Lund.",
        "ministry of foreign affairs",
        "organisation",
        "",
    ),
    ("It was the People's Bank of Tarvenia that paid.", "people's bank of tarvenia", "organisation", ""),
    ("He flew to South Korea's capital.", "south korea", "place", ""),
    ("There was ice in Nordhavn that day.", "nordhavn", "place", ""),
    ("They saw Ursula von der Leyen there.", "ursula von der leyen", "", ""),
]


def names(text):
    return reliability.read(text).names


@pytest.mark.parametrize(("text", "words", "kind", "title"), READ, ids=[row[1] for row in READ])
def test_a_name_is_read_whole_with_its_title(text, words, kind, title):
    assert (words, kind, title) in [(" ".join(name.words), name.kind, name.title) for name in names(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials were pleased. However, nothing moved on Monday.",
        "It was cold in January. Meanwhile the ice grew.",
        "HARBOUR CLOSED AFTER STORM",
        "The North Korean fishermen slept.",
    ],
)
def test_no_other_capital_is_a_name(text):
    assert names(text) == ()


def test_the_abbreviation_behind_a_name_is_kept():
    [name] = names("It was the Coastal Haulage Bureau (CHB) that paid.")
    assert name.short == "CHB"


def test_a_possessive_parts_two_names():
    assert [name.words for name in names("It was Norvane's Coastal Haulage Bureau that paid.")] == [
        ("norvane",),
        ("coastal", "haulage", "bureau"),
    ]


@given(st.text(alphabet="AaÉéÄßİıŁłB. ’'-,(“”\n Mrofthe", max_size=80))
def test_a_name_is_what_its_span_holds(text):
    reading = reliability.read(text)
    for name in reading.names:
        printed = reading.quoted(name.span)
        assert printed == printed.strip()
        assert len(printed.split()) == len(name.words)


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("He told The New York Times of the plan.", "New York Times"),
        ("The House Energy and Commerce Committee met.", "House Energy and Commerce Committee"),
        (
            "They asked the Department of Health and Human Services.",
            "Department of Health and Human Services",
        ),
        ("He met Syrian President Bashar al-Assad there.", "Bashar al-Assad"),
        ("She served in the U.S. Coast Guard.", "U.S. Coast Guard"),
        ("He flew with Ukraine International Airlines Flight 752.", "Ukraine International Airlines"),
    ],
)
def test_a_name_is_read_whole(sentence, printed):
    article = reliability.Article("a", sentence)
    found = reliability.read(article).names
    assert printed in {sentence[name.span.start : name.span.end] for name in found}


def test_an_and_between_two_names_stays_between_them():
    names = reliability.read(
        reliability.Article("a", "The debate saw Trump and Commerce Secretary Wilbur Ross.")
    ).names
    assert ("wilbur", "ross") in {name.words for name in names}
    assert not any("and" in name.words for name in names)


def test_a_row_of_capitals_with_a_verb_in_it_is_a_heading():
    names = reliability.read(
        reliability.Article("a", "On stage: President Obama Will Travel To Boston soon.")
    ).names
    assert not any("travel" in name.words for name in names)
