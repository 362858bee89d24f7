"""When two names can be of one bearer, and when they cannot stand beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability.compare.names import (
    abbreviations,
    misspelt,
    one_word_apart,
    rendered_alike,
    reordered,
    same_person,
)

WORDS = st.lists(st.text(alphabet="abcdeéghijkoqwyz", min_size=1, max_size=9), min_size=1, max_size=4).map(
    tuple
)


def words(text):
    return tuple(text.lower().split())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chris Lind", "Christopher Lind"),
        ("Bill Barr", "William P. Barr"),
        ("A Westbrook", "Amara J Westbrook"),
        ("Westbrook", "Amara Westbrook"),
        ("Mohamed Westbrook", "Mohammed Westbrook"),
        ("Amara Westbrook Jr", "Amara Westbrook"),
    ],
)
def test_first_names_of_one_person(first, second):
    assert same_person(words(first), words(second))


@pytest.mark.parametrize(
    ("first", "second"), [("Karin Westbrook", "Amara Westbrook"), ("K Falk", "Amara Falk")]
)
def test_first_names_of_two_persons(first, second):
    assert not same_person(words(first), words(second))


def test_an_abbreviation_counts_small_words_or_not():
    assert "rgb" in abbreviations(words("Reconnaissance General Bureau"))
    assert {"dprk", "dprok"} == abbreviations(words("Democratic People's Republic of Korea"))
    assert abbreviations(words("Bureau")) == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Muammar Gaddafi", "Moammar Qadhafi"),
        ("Recep Erdoğan", "Recep Erdogan"),
        ("Betty Ford Centre", "Betty Ford Center"),
    ],
)
def test_another_rendering_is_the_same_name(first, second):
    assert rendered_alike(words(first), words(second))
    assert not misspelt(words(first), words(second))


@pytest.mark.parametrize(
    ("first", "second"), [("Amara Wetsbrook", "Amara Westbrook"), ("Mark Olberwald", "Mark Oberwald")]
)
def test_a_slip_is_a_misspelling(first, second):
    assert misspelt(words(first), words(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Roman Catholics", "Roman Catholic"),
        ("North African", "North Africa"),
        ("Ann Berg", "Ann Burg"),
        ("Amara Falk", "Amara Lindgren"),
    ],
)
def test_an_ending_a_short_word_and_another_word_are_no_misspellings(first, second):
    assert not misspelt(words(first), words(second))


def test_words_in_another_order():
    assert reordered(
        words("People's Democratic Republic of Korea"), words("Democratic People's Republic of Korea")
    )
    assert not reordered(words("Leeds University"), words("University Leeds"))
    assert not reordered(words("New England Bank of"), words("Bank of New England"))


def test_one_word_apart_means_another_stem():
    assert one_word_apart(words("Marine Safety Council"), words("Marine Rescue Council"))
    assert not one_word_apart(words("Tarvenian Coast Guard"), words("Tarvenia Coast Guard"))
    assert not one_word_apart(words("Jim Falk"), words("James Falk"))


@given(WORDS, WORDS)
def test_names_are_compared_alike_from_either_side(first, second):
    for relation in (same_person, rendered_alike, misspelt, reordered, one_word_apart):
        assert relation(first, second) == relation(second, first)


@given(WORDS)
def test_a_name_is_the_same_as_itself(name):
    assert same_person(name, name)
    assert rendered_alike(name, name)
    assert not misspelt(name, name)
    assert not reordered(name, name)
    assert not one_word_apart(name, name)
