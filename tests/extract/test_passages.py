"""What is story, what is headline, and what is neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reliability.extract.passages import passages
from reliability.extract.reading import read
from reliability.records import Article

LEAD = "The council of Brackwater voted on Monday to close the old harbour bridge for repairs that will last two years."
BODY = [
    "Engineers found cracks in three of its seven pillars, the mayor, Ruth Kessel, told reporters after the meeting.",
    '"We would rather build a detour than bury somebody," she said. Shopkeepers on the quay fear for their trade.',
    "Traffic will be led over the northern ring from the first of May, and buses will run every ten minutes.",
]
STORY = ["Harbour bridge to close for two years", LEAD, *BODY]


def kinds(lines: list[str], title: str | None = None) -> dict[str, str]:
    text = "\n".join(lines)
    return {
        text[passage.span.start : passage.span.end]: passage.kind
        for passage in passages(Article("a", text, title))[0]
    }


def not_story(lines: list[str], title: str | None = None) -> list[str]:
    return [line for line, kind in kinds(lines, title).items() if kind not in {"story", "headline"}]


def test_a_clean_story_is_all_story_and_its_first_line_the_headline():
    assert not not_story(STORY)
    assert kinds(STORY)[STORY[0]] == "headline"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share on Facebook", "navigation"),
        ("Advertisement", "advertising"),
        ("Sign up for our morning newsletter", "advertising"),
        ("Photo: Mara Lind/Getty Images", "caption"),
        ("IMG_2041-scaled.jpg", "caption"),
        ("Read also: Ten bridges you must walk before you die", "related"),
        ("Follow Mara Lind on Twitter", "author"),
        ("14 comments", "comments"),
        ("© 2021 Brackwater Courier. All rights reserved.", "legal"),
        ("Call our newsdesk on 0555 0199", "navigation"),
        ("Get 20% off your first order", "advertising"),
        ("Story continues below", "advertising"),
        ("Sign up for The Tide, our weekly letter on life by the sea.", "advertising"),
        ("Please verify you're not a robot by clicking the box.", "advertising"),
        ("Get the Courier app", "advertising"),
        ("A diver looks at the third pillar on Sunday. (AP Photo/Mara Lind)", "caption"),
        ("The bridge at dusk. Photograph: Mara Lind/The Courier", "caption"),
        ("► VIDEO: The cracks from below", "related"),
        ("Slideshow (13 Images)", "navigation"),
        ("1 of 3", "navigation"),
        ("0:00 / 2:31", "navigation"),
    ],
)
def test_furniture_in_the_middle_of_a_story_is_named(line, kind):
    page = [*STORY[:3], line, *STORY[3:]]
    assert kinds(page)[line] == kind
    assert not_story(page) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "BRACKWATER (Reuters) - The council voted on Monday to close the bridge.",
        "What happens next",
        "18:40 The mayor has left the town hall without a word to the press.",
        "that an infamous crack had been known since the spring.",
        "- The northern ring, from the first of May",
        "Photos by the agency show cracks as wide as a hand in three of the pillars, and rust below the water.",
        "“Why not say so?” she asked.",
        "BRACKWATER (AP)",
        "18:40",
        "1 of 3 pillars is beyond repair",
        "14 of 20",
        "Follow the money, says the auditor, and the bridge will follow.",
        "Video shows the moment the pillar cracked",
    ],
)
def test_datelines_subheads_lists_time_stamps_and_torn_sentences_are_story(line):
    assert kinds([*STORY[:3], line, *STORY[3:]])[line] == "story"


def test_a_list_of_other_stories_ends_where_running_text_begins_again():
    other = [
        "Most read in Region",
        "Ferry sinks off the cape: 14 missing",
        '"I ate 52 eggs": a baker tells all',
    ]
    page = [*STORY[:3], *other, *STORY[3:]]
    assert not_story(page) == other


def test_what_stands_above_the_headline_is_not_story():
    assert not_story(["Brackwater Courier | News from the coast", "Tuesday, 4 May 2021", *STORY]) == [
        "Brackwater Courier | News from the coast",
        "Tuesday, 4 May 2021",
    ]


def test_the_second_copy_of_a_lead_is_a_repeat_and_the_first_is_story():
    text = "\n".join([STORY[0], LEAD, LEAD, *BODY])
    found = [passage.kind for passage in passages(Article("a", text))[0]]
    assert found == ["headline", "story", "repeat", "story", "story", "story"]


def test_a_cv_below_its_head_is_the_authors():
    cv = "Mara Lind grew up by the sea. She has two dogs, and rows to work."
    assert kinds([*STORY, "About the author", cv])[cv] == "author"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mara Lind is the Courier's harbour correspondent. She has covered three mayors.", "author"),
        ("With files from the Canadian Press", "author"),
        ("Follow Mara Lind @maralind", "author"),
        ("Forward-looking statements: this release speaks of what may come and involves risks.", "legal"),
        ("The views expressed here are the author's own.", "legal"),
        ("Brackwater Steel is a leading supplier of girders with 400 employees in nine countries.", "legal"),
    ],
)
def test_furniture_at_the_end_is_named(line, kind):
    assert kinds([*STORY, line])[line] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Ruth Kessel is the first mayor of the town to close the bridge.",
        "Olaf Berg is an engineer with the state and wrote the report on the pillars.",
        "This story has been corrected to show that the bridge has seven pillars.",
    ],
)
def test_a_last_paragraph_on_somebody_else_is_story(line):
    assert kinds([*STORY, line])[line] == "story"


def test_figures_listed_in_a_story_are_story():
    items = [
        "* Repairs to cost 14 million euros ($15.2 million), up 8%",
        "* State share at 52.5%, two points more than planned",
        "* Proposes toll of 1.10 euros per car",
    ]
    assert not not_story([*STORY[:2], *items, *STORY[2:]])


def test_the_given_title_is_the_headline_where_it_stands():
    _, headline = passages(Article("a", "\n".join(["News", *STORY]), STORY[0]))
    assert headline is not None
    assert (headline.field, headline.start) == ("text", 5)


def test_a_title_given_apart_is_the_headline_without_the_white_space_around_it():
    _, headline = passages(Article("a", LEAD, "  Bridge to close "))
    assert headline is not None
    assert (headline.field, headline.start, headline.end) == ("title", 2, 17)


PASTED = [
    LEAD,
    *BODY,
    "The council will meet again in June, when the builders have told what the work will cost.",
]


def pasted(*pieces: str) -> list[str]:
    """What of a text without line breaks is not the story."""
    text = " ".join(pieces)
    found = passages(Article("a", text))[0]
    return [text[passage.span.start : passage.span.end] for passage in found if not passage.story]


def test_every_sentence_of_a_pasted_paragraph_is_a_passage():
    text = " ".join(PASTED)
    found = passages(Article("a", text))[0]
    assert [text[passage.span.start : passage.span.end] for passage in found] == [
        *PASTED[:2],
        '"We would rather build a detour than bury somebody," she said.',
        "Shopkeepers on the quay fear for their trade.",
        *PASTED[3:],
    ]
    assert all(passage.kind == "story" and passage.probability < 0.5 for passage in found)


@pytest.mark.parametrize("place", [2, 5], ids=["in the middle", "at the end"])
@pytest.mark.parametrize(
    "furniture",
    [
        ["Sign up for our newsletter.", "All rights reserved."],
        ["We use cookies to improve your visit."],
        ["Please enable JavaScript to view this page."],
        ["You have two free articles left this month."],
        ["Photo: Mara Lind/Getty Images."],
        ["Mara Lind is a staff writer at the Courier. She can be reached at mara@courier.example."],
        ["Read More"],
        ["Share on Facebook Share on Twitter"],
        ["Subscribe to the Courier and never miss a story. Already a subscriber?"],
    ],
)
def test_sentences_of_furniture_in_a_pasted_text_are_cut_out(furniture, place):
    given = " ".join(furniture)
    assert " ".join(pasted(*PASTED[:place], *furniture, *PASTED[place:])) == given


@pytest.mark.parametrize(
    "sentence",
    [
        "“Why not say so?” she asked.",
        "It was not enough.",
        "The mayor told The Harbour Times that she would stay.",
        "Readers of The Tide, a magazine on life by the sea, voted the bridge their favourite place in the region.",
        "BRACKWATER (AP) - The first cracks were seen in 1998.",
        "Brackwater (CNN) A diver had found the first cracks in 1998.",
        "She did not.",
        "He followed the case in the Brackwater Courier until his death.",
        "Photos taken by divers show rust below the water.",
        "The newsletter of the harbour office had warned of the cracks in March.",
        "They share a flat on the quay.",
        "Thousands watched The Bridge, a play on the year 1911, in the square.",
    ],
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_sentences_of_the_story_in_a_pasted_text_stay(sentence, place):
    assert not pasted(*PASTED[:place], sentence, *PASTED[place:])


def test_a_line_break_lost_before_the_story_is_found_again():
    assert " ".join(pasted("Share on Facebook Copy link", *PASTED)) == "Share on Facebook Copy link"


def test_blanks_where_line_breaks_were_lost_do_no_harm():
    assert pasted("Read More  ", *PASTED) == ["Read More"]


def test_a_quotation_over_several_sentences_of_a_pasted_text_is_one():
    said = "We saw it coming. Nobody listened to us. Now we pay."
    reading = read(" ".join([*PASTED[:2], f"“{said}” she told the council.", *PASTED[2:]]))
    assert said in [reading.quoted(quote.span) for quote in reading.quotes]


@pytest.mark.parametrize(
    "text", ["A story.", "Fire in Brackwater kills five", "Bridge closed\nFor two years"]
)
def test_where_there_is_no_running_text_short_lines_are_no_furniture(text):
    assert all(passage.story for passage in passages(Article("a", text))[0])


def test_the_first_sentence_of_a_text_in_another_language_is_no_furniture():
    text = "Die Fähre ist am frühen Dienstag vor der Insel auf Grund gelaufen, und alle Fahrgäste sind an Land gebracht."
    assert [passage.kind for passage in passages(Article("a", text))[0]] == ["story"]


def test_no_text_has_no_passages():
    assert passages(Article("a", " \n\u200b\n")) == ((), None)


@given(
    st.text(alphabet=st.sampled_from('aB3 .,\n\r\u2028"“|©é'), max_size=200)
    | st.lists(
        st.sampled_from(["Read More", "The", "Brackwater (CNN)", "saw.", " ", "It", "a", "“We", "No."]),
        max_size=80,
    ).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_passages_stand_in_order_on_characters_of_the_text_and_have_probabilities(text):
    found, _ = passages(Article("a", text))
    end = 0
    for passage in found:
        assert end <= passage.span.start < passage.span.end <= len(text)
        assert text[passage.span.start : passage.span.end].strip()
        assert 0.0 <= passage.probability <= 1.0
        end = passage.span.end


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "word " * (size // 5),
        lambda size: "\n" * size,
        lambda size: '"' * size,
        lambda size: "a.\n" * (size // 3),
        lambda size: "Related\n" * (size // 8),
        lambda size: "A | B\n" * (size // 6),
        lambda size: "by " * (size // 3),
        lambda size: "Read More The " * (size // 14),
        lambda size: "No. " * (size // 4),
    ],
    ids=[
        "one line",
        "empty lines",
        "quotes",
        "short lines",
        "heads",
        "bars",
        "bylines",
        "lost breaks",
        "sentences",
    ],
)
def test_hostile_text_is_told_apart_to_its_end(make):
    article = Article("a", make(100_000))  # where the cost grew with the square, this would take many minutes
    found, _ = passages(article)
    assert all(article.text[passage.span.start : passage.span.end].strip() for passage in found)


def test_a_caption_that_ends_with_its_credit_is_no_story_and_dates_nothing():
    text = (
        "The mayor spoke to reporters on Monday.\n"
        "President Olaf Berg addresses mayors in the palace in Lund, May 24, 2020. REUTERS/Jon Ernst\n"
        "Berg had previously rebuffed calls to testify, people said on Monday."
    )
    found = read(text)
    assert [passage.kind for passage in found.passages] == ["story", "caption", "story"]
    assert {quantity.value for quantity in found.quantities} == {"monday"}
