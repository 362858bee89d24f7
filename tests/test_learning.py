"""What an outlet prints in articles on different things is its furniture; what recurs for other reasons is not."""

import json
import string
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reliability
from archive import BOX, LABEL, OUTLET, STORIES, articles, within
from reliability import Article, Config, ConfigError, Event, Furniture, InputError, learn_furniture
from reliability.compare.furniture import Standing, line_key
from reliability.compare.words import WORD


def key(line):
    return line_key(WORD.findall(line.lower()))


def learnt(given):
    """The lines learnt of the outlet, as hashes with counts."""
    return dict(learn_furniture(given).outlets[OUTLET].lines)


@pytest.mark.parametrize("line", [BOX, LABEL])
def test_a_line_in_three_articles_on_different_things_is_learnt_with_its_count(line):
    found = learn_furniture(articles(line, of=3))
    assert found == Furniture({OUTLET: Standing(len(STORIES), {key(line): 3})})


def test_a_line_in_two_articles_is_not():
    assert learnt(articles(BOX, of=2)) == {}


def test_a_sentence_is_learnt_from_different_paragraphs():
    given = articles()
    given = [replace(one, text=f"{one.text} {BOX}") for one in given]
    assert learnt(given) == {key(BOX): len(STORIES)}


def test_what_the_versions_of_one_article_share_is_story():
    updates = [f"{STORIES[0]}\nThe county promised help number {number}." for number in range(5)]
    given = [Article(str(at), text, source=OUTLET) for at, text in enumerate([*updates, *STORIES[1:]])]
    assert learnt(given) == {}


def test_furniture_that_is_half_of_every_page_is_learnt():
    boxes = (
        BOX,
        "Readers who lend us a hand get a mug, a calendar and our thanks.",
        "The crossword is on the back, and its solution hangs in our window.",
        "Parking behind the printing house is free for subscribers until noon.",
        "Old issues can be leafed through in the reading room every weekday.",
    )
    assert set(learnt(articles(*boxes))) == {key(box) for box in boxes}


def test_the_background_of_a_long_story_is_story():
    background = "The dam above Orrin was built by the county in 1931 and had cracks in its eastern wall."
    given = [
        Article(str(at), f"Orrin dam: {news}\n{news} {background}", source=OUTLET)
        for at, news in enumerate(
            (
                "The county will mend the cracks of the Orrin dam in spring, an engineer of the county said.",
                "Villagers below the Orrin dam sue the county over the cracks that flooded their houses.",
                "A new wall for the Orrin dam will cost the county nine million, its engineers reckon.",
                "Cracks in the Orrin dam were known to the county, a report on the flood finds.",
            )
        )
    ]
    assert learnt([*given, *articles()]) == {}


def test_an_agencys_sentence_that_other_outlets_print_once_is_story():
    others = [Article(f"x{at}", f"{STORIES[at]}\n{BOX}", source=f"other-{at}.example") for at in range(2)]
    assert learnt([*articles(BOX, of=3), *others]) == {}


def test_a_line_that_several_outlets_repeat_is_furniture_of_each():
    found = learn_furniture([*articles(BOX), *articles(BOX, outlet="daily.example")])
    assert {name: set(standing.lines) for name, standing in found.outlets.items()} == {
        OUTLET: {key(BOX)},
        "daily.example": {key(BOX)},
    }


def test_one_text_given_many_times_is_one_article():
    assert learnt([replace(articles(BOX)[0], id=str(number)) for number in range(9)]) == {}


def test_events_frames_mappings_and_paths_are_read_alike(tmp_path):
    import pandas as pd

    given = articles(BOX)
    rows = [{"id": one.id, "text": one.text, "source": one.source} for one in given]
    (tmp_path / "archive.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    wanted = learn_furniture(given)
    assert wanted.outlets[OUTLET].lines
    for form in (
        iter(given),
        rows,
        [Event("one", tuple(given[:2])), Event("two", tuple(given[2:]))],
        [{"id": "one", "articles": rows}],
        pd.DataFrame(rows),
        tmp_path,
        str(tmp_path / "archive.jsonl"),
    ):
        assert learn_furniture(form) == wanted


def test_articles_are_read_one_after_the_other():
    read = []

    def archive():
        for one in articles(BOX):
            yield one
            assert read[-1] == one.id

    learn_furniture(archive(), on_article=lambda one: read.append(one.id))
    assert len(read) == len(STORIES)


def test_the_host_of_an_address_tells_whose_an_article_is():
    given = [replace(one, source=None, url=f"https://www.{OUTLET}/{one.id}") for one in articles(BOX)]
    assert learnt(given) == {key(BOX): len(STORIES)}


def test_articles_of_unknown_outlets_teach_nothing_and_that_is_said():
    with pytest.raises(InputError, match="source or url"):
        learn_furniture([replace(one, source=None) for one in articles(BOX)])


def test_a_bad_record_is_raised_or_handed_over():
    given = [*articles(BOX), {"id": "x", "source": OUTLET}]
    with pytest.raises(InputError, match="text"):
        learn_furniture(given)
    problems = []
    assert learn_furniture(given, on_problem=problems.append).outlets
    assert len(problems) == 1


def large_archive(size, having):
    """So many articles, the first ``having`` of them with the box."""
    letters = string.ascii_lowercase[:9]
    names = ["".join(name) for name in product(letters, letters, letters)][:size]
    kinds = "elk owl ant hen fox eel bee yew fir oak ivy rye".split()
    texts = [" ".join(f"{kind}{name}" for kind in kinds) for name in names]
    return [
        Article(name, f"{text}\n{BOX}" if at < having else text, source=OUTLET)
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    ]


def test_of_a_large_archive_a_sample_is_kept_in_mind():
    standing = learn_furniture(large_archive(700, 700)).outlets[OUTLET]
    assert standing == Standing(500, {key(BOX): 500})


@pytest.mark.parametrize(("having", "found"), [(3, {}), (4, {key(BOX): 4})])
def test_what_less_than_one_of_a_hundred_articles_have_is_not_learnt(having, found):
    assert learnt(large_archive(400, having)) == found


@settings(max_examples=25, deadline=None)
@given(
    st.permutations(range(len(STORIES) * 3)),
    st.lists(st.integers(0, len(STORIES) * 3 - 1), max_size=5),
)
def test_neither_order_nor_repetition_nor_events_change_what_is_learnt(order, again):
    given = [*articles(BOX, LABEL), *articles(BOX, of=2, outlet="daily.example")]
    unbroken = [replace(one, id=f"{one.id}-unbroken", text=one.text.replace("\n", " ")) for one in given[::2]]
    given = [*given, *unbroken]
    shuffled = [given[at] for at in order]
    shuffled += [replace(given[at], id=f"again-{number}") for number, at in enumerate(again)]
    assert learn_furniture(shuffled) == learn_furniture([Event("all", tuple(given))])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_odd_texts_raise_nothing(texts):
    given = [{"id": str(at), "text": text or "x", "source": OUTLET} for at, text in enumerate(texts)]
    found = learn_furniture([*given, *articles(BOX)], on_problem=lambda _: None)
    assert found.outlets[OUTLET].lines[key(BOX)] == len(STORIES)


def scored(text, furniture, *others):
    """The lines of an article that are called furniture, with the sentences that say so."""
    given = [Article("a", text, source=OUTLET), *others]
    card = reliability.score(given, Config.default().with_furniture(furniture))["a"]
    return {
        text[piece.span.start : piece.span.end]: piece.message
        for piece in card.evidence
        if piece.verdict == "boilerplate"
    }


OTHER = Article(
    "b",
    "A violin brought 210,000 euros in Harl, Bo Lind said.\nIt is 70 years since it was played.",
    source="x.org",
)


@pytest.fixture(scope="module")
def known():
    return learn_furniture([*articles(BOX, LABEL)[2:], *articles()[:2]])


@pytest.mark.parametrize("line", [BOX, LABEL])
def test_a_known_line_is_furniture_and_the_count_is_said(line, known):
    assert scored(within(STORIES[1], line), known, OTHER) == {
        line: f"Not the story: other (stands word for word in 4 of 6 articles of {OUTLET})."
    }
    assert scored(within(STORIES[1], line), None, OTHER) == {}


def test_a_known_sentence_is_cut_out_of_a_paragraph(known):
    text = STORIES[1].replace("Its varnish", f"{BOX} Its varnish")
    assert list(scored(text, known, OTHER)) == [BOX]
    [reading] = reliability.consensus.relabel([reliability.read(Article("a", text, source=OUTLET))], known)
    whole = [reading.quoted(passage.span) for passage in reading.passages]
    assert " ".join(" ".join(whole).split()) == " ".join(text.split())
    assert all(reading.quoted(sentence.span) != BOX for sentence in reading.sentences)
    assert 90_000 not in {quantity.value for quantity in reading.quantities}


def test_a_few_known_words_inside_a_paragraph_are_left_where_they_are(known):
    assert scored(f"{STORIES[1]} {LABEL}", known, OTHER) == {}


def test_what_others_print_on_the_event_is_story(known):
    reprint = replace(OTHER, text=f"{OTHER.text}\n{BOX}")
    assert scored(within(STORIES[1], BOX), known, reprint) == {}


def test_what_others_speak_of_is_story(known):
    told = replace(
        OTHER, text="A weekly letter brings recipes and a walk to 90,000 kitchens for 3 euros a month."
    )
    assert scored(within(STORIES[1], BOX), known, told) == {}


def test_what_is_handed_to_a_source_is_story():
    said = "A spokeswoman of the county did not answer questions on Monday, she said."
    known = learn_furniture(articles(said))
    assert known.outlets[OUTLET].lines
    assert scored(within(STORIES[1], said), known, OTHER) == {}


def test_the_time_stamp_of_a_liveblog_is_story():
    stamp = "Update at 10 a.m. ET."
    known = learn_furniture(articles(stamp))
    assert known.outlets[OUTLET].lines
    assert scored(within(STORIES[1], stamp), known, OTHER) == {}


def test_other_outlets_are_left_alone_and_parts_of_one_are_not(known):
    text = within(STORIES[1], BOX)
    for source, found in (("orrin.example", 0), (f"sport.{OUTLET}", 1), (None, 0)):
        [reading] = reliability.consensus.relabel(
            [reliability.read(Article("a", text, source=source))], known
        )
        assert sum(passage.kind == "other" for passage in reading.passages) == found


def test_an_event_is_ranked_alike_whatever_events_stand_beside_it(known):
    config = Config.default().with_furniture(known)
    events = [[one, OTHER] for one in articles(BOX)[:2]]
    together = [ranking.to_dict() for ranking in reliability.score_events(events, config)]
    assert [entry["ranking"] for entry in together] == [
        reliability.score(event, config).to_dict()["ranking"] for event in events
    ]


def test_what_is_saved_is_read_again_and_tells_no_text(known, tmp_path):
    path = tmp_path / "furniture.json"
    known.save(path)
    assert Furniture.load(path) == known
    assert Config.default().with_furniture(path) == Config.default().with_furniture(known)
    text = path.read_text(encoding="utf-8")
    assert "letter" not in text
    known.save(path)
    assert path.read_text(encoding="utf-8") == text


HEAD = '{"format": "furniture 1", "outlets": '


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("{", InputError, "furniture.json:1: broken JSON"),
        ("[" * 100_000, InputError, "furniture.json"),
        ("\ufffd\ud800", InputError, "furniture.json"),
        ('{"format": "furniture 9"}', ConfigError, "field 'format': .*learn it anew"),
        ("[]", ConfigError, "field 'format'"),
        (HEAD + "3}", ConfigError, "field 'outlets': must be an object"),
        (HEAD + '{"a": 1}}', ConfigError, "field 'outlets.a'"),
        (
            HEAD + '{"a": {"articles": 0, "lines": {}}}}',
            ConfigError,
            "'outlets.a.articles': must be a whole number",
        ),
        (HEAD + '{"a": {"articles": true, "lines": {}}}}', ConfigError, "whole number"),
        (HEAD + '{"a": {"articles": 9}}}', ConfigError, "field 'outlets.a.lines'"),
        (HEAD + '{"a": {"articles": 9, "lines": {"zz": 3}}}}', ConfigError, "'zz' is no hash"),
        (HEAD + '{"a": {"articles": 9, "lines": {"00000000000000-1": 3}}}}', ConfigError, "is no hash"),
        (
            HEAD + '{"a": {"articles": 9, "lines": {"0123456789abcdef": 2.5}}}}',
            ConfigError,
            "0123456789abcdef",
        ),
    ],
)
def test_what_is_no_furniture_is_refused_with_its_place(text, error, said, tmp_path):
    path = tmp_path / "furniture.json"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(error, match=said):
        Furniture.load(path)


def test_files_that_cannot_be_read_or_written_are_named(tmp_path):
    with pytest.raises(InputError, match=r"furniture\.json: it cannot be read \(No such file"):
        Furniture.load(tmp_path / "furniture.json")
    with pytest.raises(InputError, match="cannot be written"):
        Furniture().save(tmp_path / "nowhere" / "furniture.json")
    with pytest.raises(ConfigError, match="path of its file, not int"):
        Config.default().with_furniture(3)
