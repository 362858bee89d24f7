"""Outlets by their domains, and how they are rated."""

import pytest

from reliability.compare.outlets import domain, known_as, outlet, rating_of, ratings
from reliability.records import Article, ConfigError, InputError


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "Example.org ",
        "www.example.org",
        "https://www.example.org/a?b",
        "http://example.org:80/",
    ],
)
def test_an_address_has_one_domain(address):
    assert domain(address) == "example.org"


@pytest.mark.parametrize(
    ("article", "rating"),
    [
        (Article("a", "", source="example.org"), 0.7),
        (Article("a", "", source="news.example.org"), 0.7),
        (Article("a", "", url="https://www.example.org/x"), 0.7),
        (Article("a", "", source="The Example", url="https://example.org/x"), 0.7),
        (Article("a", "", source="anexample.org"), None),
        (Article("a", "", source="org"), None),
        (Article("a", ""), None),
    ],
)
def test_an_article_has_the_rating_of_its_outlet(article, rating):
    assert rating_of(article, {"example.org": 0.7}) == rating


@pytest.mark.parametrize(
    ("article", "name", "known"),
    [
        (Article("a", "", source="Example.org"), "example.org", "example.org"),
        (
            Article("a", "", source="The Example", url="https://news.example.org/x"),
            "the example",
            "example.org",
        ),
        (Article("a", "", source=" ", url="https://news.example.org/x"), "news.example.org", "example.org"),
        (Article("a", "", source="anexample.org"), "anexample.org", ""),
        (Article("a", ""), "", ""),
    ],
)
def test_an_outlet_is_called_after_its_source_and_known_under_what_it_is_part_of(article, name, known):
    assert outlet(article) == name
    assert known_as(article, {"example.org"}) == known


def test_a_table_of_ratings_is_read(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text("domain,reliability,dataset\nexample.org,0.7,mine\nunknown.org,,mine\n", encoding="utf-8")
    assert ratings(path) == {"example.org": 0.7}


@pytest.mark.parametrize("rating", [1.5, -0.1, "well", None, True, float("nan")])
def test_what_is_no_rating_is_refused(rating):
    with pytest.raises(ConfigError, match="from 0 to 1"):
        ratings({"example.org": rating})


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"ratings\.csv"):
        ratings(tmp_path / "ratings.csv")
