"""Which words stand in quotation marks, in whatever marks they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability import read
from reliability.extract.quotes import kind, marked


def inside(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in marked(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said, "We knew it all along," and left.', ["We knew it all along,"]),
        ("She said, “We knew it all along,” and left.", ["We knew it all along,"]),
        ("She said, ‘We knew it all along,’ and left.", ["We knew it all along,"]),
        ("She said, 'We knew it all along,' and left.", ["We knew it all along,"]),
        ("She said, ''We knew it all along,'' and left.", ["We knew it all along,"]),
        ("She said, ``We knew it all along,'' and left.", ["We knew it all along,"]),
        ("Elle dit : « Nous le savions. » Puis elle partit.", [" Nous le savions. "]),
        ("Sie sagte: »Wir wussten es.« Dann ging sie.", ["Wir wussten es."]),
        ('She said, " We knew it all along ," and left.', [" We knew it all along ,"]),
        ("Sie sagte: „Wir wussten es.“ Dann ging sie.", ["Wir wussten es."]),
        ("She said: ”We knew it.” Then she left.", ["We knew it."]),
        ('She said: “We knew it." Then she left.', ["We knew it."]),
        ('She said: "We knew it.” Then she left.', ["We knew it."]),
        ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
        ('"He called it "art" and left," she said.', ['He called it "art" and left,']),
        ("“No,” she said, “not again.”", ["No,", "not again."]),
        ("“Why?” Mora asked.", ["Why?"]),
    ],
)
def test_quotations_are_found_in_all_marks(text, words):
    assert inside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The players' union and the clubs' owners met in the '90s.",
        "It's the neighbours' dog; they don't mind.",
        "Rock 'n' roll is here to stay, y'all.",
        'The desk is 60" wide.',
        "He is 6'2\" tall.",
        "Nothing is marked here.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(text):
    assert inside(text) == []


def test_a_possessive_does_not_end_a_quotation_in_single_marks():
    assert inside("He said, ‘the players’ union will fight this,’ and left.") == [
        "the players’ union will fight this,"
    ]


def test_inches_do_not_end_a_quotation():
    assert inside('"He is 6\'2" tall and strong," she said.') == ["He is 6'2\" tall and strong,"]


def test_a_quotation_never_closed_runs_to_the_end_of_its_paragraph():
    assert marked("“We knew it and said so", 0, 23) == [(1, 23, False)]


def test_a_quotation_left_open_ends_where_the_next_one_opens():
    text = '"We knew it all along. That is what she said. "And we will say so again," he added.'
    assert inside(text) == ["We knew it all along. That is what she said.", "And we will say so again,"]


def test_a_title_inside_a_quotation_left_open_does_not_end_it():
    text = "“I saw ‘Hamlet’ and “Lear” and I liked both of them"
    assert inside(text) == ["I saw ‘Hamlet’ and “Lear” and I liked both of them"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We knew it all along.", "speech"),
        ("thousands of shootings", "speech"),
        ("Not now,", "speech"),
        ("fake news", "term"),
        ("The Tale of the Lost River", "term"),
        ("Meet the Press,", "term"),
        ("Rocky", "term"),
        ("Lock Her Up!", "speech"),
    ],
)
def test_titles_and_single_words_are_told_from_speech(words, expected):
    assert kind(words, 0, len(words)) == expected


@given(st.text(alphabet=st.sampled_from(list("\"“”„‟«»‹›‘’'`aB .,:;?!-—\n5")), max_size=120))
def test_any_text_of_marks_yields_stretches_in_order_within_it(text):
    stretches = marked(text, 0, len(text))
    assert stretches == sorted(stretches)
    assert all(0 <= start < end <= len(text) for start, end, _ in stretches)
    reading = read(text)
    assert all(reading.quoted(quote.span) for quote in reading.quotes)


@pytest.mark.parametrize("unit", ['"', "'", "“", '"a ', " 'a", "he said "])
def test_hostile_text_is_read_to_its_end(unit):
    text = (unit * 200_000)[:200_000]  # where the cost grew with the square, this would take an hour
    assert all(0 <= start < end <= len(text) for start, end, _ in marked(text, 0, len(text)))


def test_inches_inside_a_quotation_do_not_end_it():
    assert inside('"The pipe is 6" wide," he said.') == ['The pipe is 6" wide,']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mora: ‘We Never Saw the Leak’ at the Plant in Lund\n\nIt was old.", "speech"),
        ("He wrote “A Winter in Lund” at the plant by the sea.", "term"),
        ("He leads “Midday with Nadia Ferrow” on the radio by the sea.", "term"),
        ("Robert “Bob the Builder” Mora left the plant by the sea.", "term"),
    ],
)
def test_capitals_tell_a_title_except_in_a_headline(text, expected):
    (stretch,) = marked(text, 0, len(text))
    assert kind(text, *stretch[:2]) == expected
