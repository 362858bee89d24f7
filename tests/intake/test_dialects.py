"""Articles as other tools write them are taken as they are."""

import datetime as dt
import json

import pandas as pd
import pytest

from reliability.intake import as_event, read_events
from reliability.records import Article

TEXT = "Rain fell on the town."
URL = "https://www.dw.com/en/rain/a-1"
# Every key the tool writes, with a value of the type it writes.
NEWS_PLEASE = {
    "authors": ["A B"],
    "date_download": "2019-08-14 10:00:00",
    "date_modify": "None",
    "date_publish": "2019-08-13 17:03:00",
    "description": "Rain.",
    "filename": "a.json",
    "image_url": "https://www.dw.com/i.jpg",
    "language": "en",
    "localpath": None,
    "maintext": TEXT,
    "source_domain": "www.dw.com",
    "text": None,
    "title": "Storm",
    "title_page": None,
    "title_rss": None,
    "url": URL,
}
NEWSPAPER = {
    "url": URL,
    "read_more_link": "",
    "language": "en",
    "title": "Storm",
    "top_image": "https://www.dw.com/i.jpg",
    "images": ["https://www.dw.com/i.jpg"],
    "movies": [],
    "keywords": ["rain"],
    "keyword_scores": {"rain": 1.5},
    "tags": [],
    "authors": ["A B"],
    "publish_date": "2019-08-13 17:03:00",
    "summary": "Rain.",
    "meta_description": "Rain.",
    "meta_lang": "en",
    "meta_site_name": "www.dw.com",
    "canonical_link": URL,
    "text": TEXT,
}
TRAFILATURA = {
    "title": "Storm",
    "author": "A B",
    "hostname": "www.dw.com",
    "date": "2019-08-13 17:03:00",
    "fingerprint": "f00",
    "id": None,
    "license": None,
    "comments": "I like rain.",
    "raw_text": TEXT,
    "text": TEXT,
    "language": None,
    "image": None,
    "pagetype": "article",
    "filedate": "2019-08-14",
    "source": URL,
    "source-hostname": "DW",
    "excerpt": "Rain.",
    "categories": "",
    "tags": "",
}
TOOLS = pytest.mark.parametrize(
    "given", [NEWS_PLEASE, NEWSPAPER, TRAFILATURA], ids=["news-please", "newspaper", "trafilatura"]
)
ARTICLE = Article("a", TEXT, "Storm", "www.dw.com", URL, "2019-08-13 17:03:00")


@TOOLS
def test_what_a_tool_writes_is_an_article(tmp_path, given):
    (tmp_path / "a.json").write_text(json.dumps(given))
    (event,) = read_events(tmp_path / "a.json")
    assert event.articles == (ARTICLE,)


@TOOLS
def test_a_frame_with_a_tools_columns_is_read(given):
    frame = pd.DataFrame([{**given, "id": "a"}])
    assert as_event(frame[[name for name in frame if name != "html"]]).articles[0].text == TEXT


def test_our_own_names_go_before_those_of_tools():
    given = {"id": "a", "text": "Sun.", "maintext": "Rain.", "published": "today", "date": "2019-08-13"}
    assert as_event(given).articles == (Article("a", "Sun.", published="today"),)


@pytest.mark.parametrize("empty", [None, "", " \n", float("nan")])
def test_a_field_of_ours_that_is_empty_is_filled(empty):
    assert as_event({"text": empty, "raw_text": "Rain."}).articles[0].text == "Rain."


def test_a_date_may_be_a_date():
    given = {"text": "Rain.", "publish_date": dt.datetime(2019, 8, 13, tzinfo=dt.UTC)}
    assert as_event(given).articles[0].published == "2019-08-13T00:00:00+00:00"


@pytest.mark.parametrize("nothing", ["None", "", None])
def test_a_date_that_was_not_found_is_none(nothing):
    assert as_event({"text": "Rain.", "date_publish": nothing}).articles[0].published is None


def test_a_key_that_only_happens_to_have_a_tools_name_is_ignored():
    given = {"text": "Rain.", "date": 1565715780, "hostname": ["a"], "sitename": {"a": 1}}
    assert as_event(given).articles == (Article("0", "Rain."),)
