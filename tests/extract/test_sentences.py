"""Where sentences end, which of them lead, and what their words are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reliability.extract.passages import passages
from reliability.extract.sentences import sentences, split
from reliability.records import Article, Passage, Span


def read(text: str, title: str | None = None):
    article = Article("a", text, title)
    found, headline = passages(article)
    return sentences(article, found, headline)


@pytest.mark.parametrize(
    "pieces",
    [
        ["The bridge closed.", "Nobody was hurt."],
        ["Dr. Lind met Sen. J. B. Kessel at 5 p.m. Monday.", "They spoke for an hour."],
        ["He left the U.S. in 2010.", "The rest stayed."],
        ["It fell in the U.S.", "The rest stayed."],
        ["“Is it safe?”", "“No,” she said."],
        ["It cost $3.5 million.", "2019 was worse."],
        ["It was… odd.", "Then it stopped!"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(pieces):
    text = " ".join(pieces)
    assert [text[start:end] for start, end in split(text, 0, len(text))] == pieces


def test_the_lead_is_the_first_two_sentences():
    text = "Bridge to close for good\nIt closes on Monday, they said. It is old. It is long.\nAnd it is very red indeed."
    assert [sentence.place for sentence in read(text)] == ["headline", "lead", "lead", "body", "body"]


def test_a_bare_dateline_is_no_lead_of_its_own():
    article = Article("a", "LONDON\nThe bridge closed on Monday.")
    story = tuple(Passage(Span("a", start, end), "story", 0.0) for start, end in ((0, 6), (7, 35)))
    assert [sentence.place for sentence in sentences(article, story, None)] == ["lead", "lead"]


def test_a_title_given_apart_is_the_first_sentence():
    first = read("The bridge closed on Monday, the mayor said.", "Bridge closed")[0]
    assert (first.span.field, first.place, first.words) == ("title", "headline", ("bridge", "closed"))


def test_words_are_folded_and_start_where_they_stand():
    text = "İstanbul’s mayor didn’t pay 3,500.50 €."
    (sentence,) = read(text)
    assert sentence.words[1:] == ("mayor", "didn't", "pay", "3,500.50")
    assert [text[start] for start in sentence.starts] == ["İ", "m", "d", "p", "3"]


@given(st.text(alphabet=st.sampled_from("aB3 .!\n'’İß"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_every_word_stands_where_it_is_said_to_start(text):
    for sentence in read(text):
        for word, start in zip(sentence.words, sentence.starts, strict=True):
            assert text[start].lower()[:1] == word[:1] or text[start] == word[0]
            assert sentence.span.start <= start < sentence.span.end
