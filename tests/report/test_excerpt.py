"""Words in their context, fit to be shown."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reliability.records import Article, Span
from reliability.report.excerpt import AROUND, LONGEST, Excerpt, excerpt, shortened, visible, words
from reliability.report.names import COLUMN, heading, short_names


def of(text, start, end):
    return excerpt({"a": Article("a", text)}, Span("a", start, end))


@given(st.text(st.characters()))
def test_nothing_shown_can_drive_a_terminal_or_hide(text):
    shown = visible(text)
    shown.encode("utf-8")
    kinds = {
        unicodedata.category(character) for character in shown.replace("\u200c", "").replace("\u200d", "")
    }
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"])))
def test_what_can_be_seen_stays_as_it_is(text):
    assert visible(text) == text


def test_escapes_are_named_and_line_breaks_drawn():
    assert visible("a\x1b[31m\u202eb\ud800\tc") == r"a\x1b[31m\u202eb\ud800 c"
    assert visible("one \r\n\r\n two\u2028three") == "one ↵ two ↵ three"
    assert visible("👨‍👩‍👧") == "👨‍👩‍👧"


def test_context_is_cut_at_words_and_says_so():
    text = "The quick brown fox jumps over the lazy dog while 12 people watch it from the windows of the old town hall."
    shown = of(text, text.index("12"), text.index("12") + 9)
    assert shown == Excerpt(
        "…fox jumps over the lazy dog while ", "12 people", " watch it from the windows of the old…"
    )


def test_the_whole_field_is_shown_where_it_is_short():
    assert of("Only 12 people.", 5, 14) == Excerpt("Only ", "12 people", ".")


def test_context_without_a_blank_is_cut_where_it_must_be():
    shown = of("x" * 100 + "12" + "y" * 100, 100, 102)
    assert shown == Excerpt("…" + "x" * AROUND, "12", "y" * AROUND + "…")


def test_long_words_show_both_ends():
    shown = of("start " + "long " * 500 + "end", 0, 2509)
    assert shown.words.startswith("start long")
    assert shown.words.endswith("long end")
    assert len(shown.words) <= LONGEST + 3


@given(st.text(min_size=1, max_size=200), st.data())
def test_any_span_of_any_text_can_be_shown(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    of(text, start, end)
    assert words({"a": Article("a", "", title=text)}, Span("a", start, end, "title")) == text[start:end]


def test_ids_are_cut_where_they_differ_at_the_end_of_a_word():
    assert short_names(["000_59cb", "001_5f0f", "002_2677"]) == {
        "000_59cb": "000",
        "001_5f0f": "001",
        "002_2677": "002",
    }
    assert short_names(["bbc-live", "bbc-late", "ap"]) == {
        "bbc-live": "bbc-live",
        "bbc-late": "bbc-late",
        "ap": "ap",
    }
    assert short_names(["a", "a_b"]) == {"a": "a", "a_b": "a_b"}
    assert short_names(["alone_in_the_dark"]) == {"alone_in_the_dark": "alone"}


@given(st.sets(st.text("ab_1", min_size=1, max_size=6), max_size=8))
def test_no_two_articles_share_a_short_name(ids):
    names = short_names(ids)
    assert set(names) == ids
    assert len(set(names.values())) == len(ids)
    assert all(name.startswith(short) for name, short in names.items())


def test_feature_names_fold_to_a_column():
    assert heading("numeric_consistency") == "numeric\nconsis-\ntency"
    assert heading("mine") == "mine"
    assert all(
        len(line) <= COLUMN for line in heading("boilerplate_ratio_antidisestablishmentarianism").split("\n")
    )


def test_what_is_left_out_of_the_middle_is_whole_words():
    words = "We are confident that the court will conclude that it should decline"
    assert shortened(words, 40) == "We are confident … it should decline"
    assert shortened("x" * 50, 20) == "x" * 11 + " … " + "x" * 11
    assert shortened(words, len(words)) == words
