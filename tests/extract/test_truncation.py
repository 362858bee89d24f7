"""A text that was cut off says so somewhere; a whole one is left in peace."""

import pytest

from reliability.extract import read
from reliability.extract.truncation import cut_off
from reliability.records import Article

STORY = (
    "A ferry with 214 passengers ran aground off the island of Sorrel early on Tuesday, the coast guard said.\n\n"
    "Nobody was hurt, and all passengers were taken ashore by 09:40, according to the harbour authority."
)
NEXT = "The ferry line, which carries 1.2 million people a year on nine routes, said that it would look into the cause of the"


def shown(text: str, *, passages: bool = False) -> str | None:
    article = Article("a", text)
    span = cut_off(article, read(article).passages if passages else ())
    assert span is None or (span.article_id, span.field) == ("a", "text")
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize("passages", [False, True])
@pytest.mark.parametrize(
    ("end", "shows"),
    [
        ("\n\nThe ferry line, which carries 1.2 milli… [+2345 chars]", "… [+2345 chars]"),
        (" Nob... [2,345 chars]\n", "... [2,345 chars]"),
        (" And so [+12 words]", " [+12 words]"),
        ("\n\nSubscribe to read the full story", "Subscribe to read the full story"),
        (
            "\n\nSubscribe now to continue reading.\n\nAlready a subscriber? Log in",
            "Subscribe now to continue reading.",
        ),
        ("\n\nThis article is for subscribers only.", "This article is for subscribers only."),
        (
            "\n\nTo read the full article, please sign in or create an account.",
            "To read the full article, please sign in or create an account.",
        ),
        ("\n\nYou’ve reached your limit of free articles.", "You’ve reached your limit of free articles."),
        ("\n\nContinue reading", "Continue reading"),
        ("\n\nRead the full story at Harbour Post", "Read the full story at Harbour Post"),
        (f"\n\n{NEXT[:-20]}...", "..."),
        (f"\n\n{NEXT[:-20]} […]", "[…]"),
        (f"\n\n{NEXT[:-20]} … Read more", "… Read more"),
        (f"\n\n{NEXT}", "the"),
        (f"\n\n{NEXT[:-7]}", "cause"),
        ("\n\nThe ferry line said on Tuesday afternoon that,", "that,"),
        ("\n\nThe ferry line said that it was because", "because"),
    ],
)
def test_a_text_that_was_cut_off_is_told_and_where(end, shows, passages):
    assert shown(STORY + end, passages=passages) == shows


@pytest.mark.parametrize("passages", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY
        + "\n\n“We will look into it,” said Mara Lind of the ferry line, “and we will say what we find.”",
        STORY
        + "\n\nReporting by Mara Lind in Sorrel and Ove Brandt in Harbour; editing by Piet Vos and others who contributed to this report",
        STORY
        + "\n\nFollow Mara Lind, who has written about ferries for the last nine years and lives near the harbour, on Twitter: @maralind",
        STORY + "\n\nPhoto of the ferry",
        STORY + "\n\nThe ferry line has nine routes",
        STORY
        + "\n\nThe passengers waited… and waited… until somebody came to fetch them from the beach where they stood…",
        STORY + "\n\nSign up for our newsletter",
        STORY + "\n\nAlready a subscriber? Log in",
        STORY.replace("\n\n", "\n\nContinue reading the main story\n\n"),
        STORY.replace("\n\n", "\n\nSubscribe to read the full story\n\n"),
        "The paper will ask readers to subscribe to continue reading, its owner said on Tuesday, and a fifth of them may, a survey found, though most of those who were asked said that they would rather read the news somewhere else than pay for it every month.",
        "Ferry aground",
        "...",
        "",
    ],
)
def test_a_whole_text_is_left_in_peace(text, passages):
    assert shown(text, passages=passages) is None


def test_what_is_not_the_story_is_no_end_of_it():
    text = f"{STORY}\n\n{NEXT}\n\nRead also:\n\nNine tips for a dry cellar\n\nComments"
    assert shown(text, passages=True) == "the"


@pytest.mark.parametrize(
    "text",
    [
        "…" * 200_000,
        "[+" * 200_000,
        "a " * 500_000,
        "to read the full " * 100_000,
        " \n" * 500_000,
        "a" * 500_000,
        "word " * 9 + "." * 500_000,
        "word " * 9 + "." * 500_000 + "x",
    ],
)
def test_odd_text_is_looked_through(text):
    found = cut_off(Article("a", text))
    assert found is None or 0 <= found.start < found.end <= len(text)
