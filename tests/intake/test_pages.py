"""Pages: the article in them, and what is said of pages that hold none or are made to do harm."""

import sys

import pandas as pd
import pytest

from reliability.intake import as_event, read_events
from reliability.intake.page import DEEPEST, LARGEST_PAGE, MOST_CHILDREN, MOST_ELEMENTS
from reliability.records import Event, InputError, Problem

pytest.importorskip("trafilatura")

STORY = [
    "A ferry with 214 passengers ran aground off the island of Sorrel early on Tuesday, the coast guard said.",
    "Nobody was hurt, and all passengers were taken ashore by 09:40, according to the harbour authority.",
    "“We heard a long scraping noise and then it was very quiet,” said Ove Brandt, who was on deck.",
    "The ferry line, which carries 1.2 million people a year, said that it would look into the cause.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>\n" for paragraph in STORY)


def page(body: str = PARAGRAPHS, head: str = "") -> str:
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
    <title>Ferry runs aground | Harbour Post</title><meta property="og:site_name" content="Harbour Post">
    <meta property="article:published_time" content="2031-03-04T08:15:00+01:00">
    <link rel="canonical" href="https://www.harbourpost.example/2031/ferry">{head}</head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <main><article><h1>Ferry runs aground</h1>{body}</article>
    <aside><h2>Read also</h2><ul><li><a href="/a">Nine tips for a dry cellar</a></li></ul></aside></main>
    <section class="comments"><p>I have been on that ferry a hundred times and never felt safe on it.</p></section>
    <footer>© 2031 Harbour Post. All rights reserved.</footer></body></html>"""


def article(given):
    return as_event(given).articles[0]


def problem_of(given) -> Problem:
    with pytest.raises(InputError) as caught:
        as_event(given)
    return caught.value.problem


def test_a_page_becomes_the_article_in_it():
    found = article({"id": "a", "html": page()})
    assert [line for line in found.text.split("\n") if line != "Ferry runs aground"] == STORY
    assert found.title == "Ferry runs aground"
    assert found.source == "harbourpost.example"
    assert found.url == "https://www.harbourpost.example/2031/ferry"
    assert found.published == "2031-03-04"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_may_be_bytes(encoding):
    declared = page().replace("utf-8", "windows-1252" if encoding == "cp1252" else encoding)
    assert article({"html": declared.encode(encoding)}).text == article({"html": page()}).text


def test_a_fragment_of_a_page_is_read():
    assert article({"html": PARAGRAPHS}).text.split("\n") == STORY


def test_what_a_mapping_says_goes_before_what_its_page_says():
    given = {"html": page(), "title": "Grounded", "source": "hp", "published": " ", "url": None, "label": 1}
    event = as_event(given)
    assert (event.articles[0].title, event.articles[0].source) == ("Grounded", "hp")
    assert event.articles[0].published == "2031-03-04"
    assert event.labels == {"0": 1.0}


def test_the_text_goes_before_the_page():
    assert article({"text": "Rain fell.", "html": page()}).text == "Rain fell."
    assert article({"text": "Rain fell.", "html": page()}).title is None


@pytest.mark.parametrize("nothing", [None, "", " \n", float("nan")])
def test_a_text_that_is_empty_gives_way_to_the_page(nothing):
    assert STORY[0] in article({"text": nothing, "html": page()}).text


def test_a_page_is_named_by_where_it_was_found_if_it_does_not_say():
    bare = page().replace("canonical", "other")
    assert article({"html": bare, "url": "https://ferries.example/1"}).source == "ferries.example"


def test_frames_may_have_pages():
    assert STORY[0] in article(pd.DataFrame({"html": [page()], "id": ["a"]})).text


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.HTML"])
def test_a_file_is_a_page(tmp_path, name):
    (tmp_path / name).write_text(page(), encoding="utf-8")
    (event,) = read_events(tmp_path / name)
    assert isinstance(event, Event)
    assert (event.id, event.articles[0].id) == ("a", "a")
    assert STORY[0] in event.articles[0].text


def test_a_folder_may_hold_pages_beside_texts(tmp_path):
    (tmp_path / "a.txt").write_text("Rain fell.")
    (tmp_path / "b.html").write_text(page(), encoding="utf-8")
    (tmp_path / "c.html").write_text("<html><body></body></html>")
    problem, event = read_events(tmp_path)
    assert (problem.file, problem.field) == (str(tmp_path / "c.html"), "html")
    assert [found.id for found in event.articles] == ["a", "b"]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (5, "the html is a number"),
        (["<p>"], "the html is a list"),
        ("", "the page is empty"),
        (b" \n", "the page is empty"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no main text was found"),
        ("<html", "no main text was found"),
        ("\x00\x01", "no main text was found"),
    ],
)
def test_a_page_without_an_article_is_reported(html, says):
    problem = problem_of(["Rain.", {"html": html}])
    assert (problem.line, problem.field) == (2, "html")
    assert says in problem.message


@pytest.mark.parametrize("missing", ["trafilatura", "lxml_html_clean"])
def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch, missing):
    for name in [
        name
        for name in sys.modules
        if name.partition(".")[0] in {"trafilatura", "justext"} or name == "lxml.html.clean"
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert 'pip install "source-reliability[html]"' in problem_of({"html": page()}).message


def test_nothing_is_printed_about_a_page(capfd):
    problem_of({"html": "<html><body></body></html>"})
    assert capfd.readouterr() == ("", "")


def test_a_page_from_the_future_has_the_same_date_on_every_day():
    assert article({"html": page()}).published == "2031-03-04"


# Hostile markup


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<div>" * 10_000 + PARAGRAPHS, f"nested more than {DEEPEST}"),
        ("<b>" * DEEPEST + PARAGRAPHS, f"nested more than {DEEPEST}"),
        (PARAGRAPHS + "<p>" + "<b>x</b>" * (MOST_CHILDREN + 1), f"more than {MOST_CHILDREN:,} in one"),
        (
            ("<p>" + "<i>x</i>" * 99 + "</p>") * (MOST_ELEMENTS // 100 + 1),
            f"more than {MOST_ELEMENTS:,} elements",
        ),
        ("<script>a</script>" * (MOST_ELEMENTS + 1), f"more than {MOST_ELEMENTS:,} elements"),
        ("x" * LARGEST_PAGE, "larger than"),
    ],
    ids=["abyss", "deep", "wide", "many", "scripts", "large"],
)
def test_markup_made_to_do_harm_is_refused(body, says):
    problem = problem_of({"html": page(body)})
    assert says in problem.message
    assert "give the article's text instead" in problem.message


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path):
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(5_000_000_000)  # a sparse file: reading it would take all memory
    (problem,) = read_events(tmp_path / "a.html")
    assert problem.file == str(tmp_path / "a.html")
    assert f"larger than {LARGEST_PAGE:,} bytes" in problem.message


@pytest.mark.parametrize(
    "body",
    [
        "<script>" + "var a = '<p>2019-01-01</p>';" * 100_000 + "</script>",
        '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": ["x", {}, 7]}</script>',
        "<p>" + "word " * 200_000 + "</p>",
        "<" * 500_000,
        "&amp;" * 200_000,
        "<!-- x -->" * 100_000,
        '<p class="' + "a " * 200_000 + '">x</p>',
        "<p>" + "2019-01-01 12 March 2019 " * 40_000 + "</p>",
    ],
    ids=[
        "script",
        "nested data",
        "odd data",
        "text",
        "brackets",
        "entities",
        "comments",
        "attribute",
        "dates",
    ],
)
def test_other_bombs_leave_the_story_readable(body):
    assert STORY[0] in article({"html": page(PARAGRAPHS + body)}).text


@pytest.mark.parametrize("fault", [RuntimeError("x"), RecursionError(), MemoryError()])
def test_whatever_the_extractor_stumbles_over_is_a_problem_of_that_page_alone(monkeypatch, fault):
    import trafilatura

    def stumble(*_args, **_options):
        raise fault

    monkeypatch.setattr(trafilatura, "bare_extraction", stumble)
    problem = problem_of({"html": page()})
    assert f"cannot be taken apart ({type(fault).__name__})" in problem.message
