"""Every feature fires where it must and stays silent where it must: ``fixtures/features/<feature>.toml``."""

import tomllib
from pathlib import Path

import pytest

import reliability
from reliability.records import Article

FOLDER = Path(__file__).parent.parent / "fixtures" / "features"
CASES = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("feature", "case"), CASES, ids=[f"{name}: {case['name']}" for name, case in CASES])
def test_a_feature_fires_where_it_must_and_stays_silent_where_it_must(feature, case):
    articles = [_article(str(number), given) for number, given in enumerate(case["articles"])]
    text = articles[0].text
    found = [piece for piece in reliability.score(articles)["0"].evidence if piece.feature == feature]
    assert ("fires" in case) != ("silent" in case)
    if "silent" in case:
        assert not [piece for piece in found if piece.verdict in case["silent"]]
        return
    wanted = case["fires"]
    start = text.index(wanted["text"])
    end = start + len(wanted["text"])
    assert any(
        piece.verdict == wanted["verdict"] and piece.span.start < end and start < piece.span.end
        for piece in found
    ), [(piece.verdict, text[piece.span.start : piece.span.end]) for piece in found]


def _article(name, given):
    """An article of a case: its text, or a table of the text and what else is known of it."""
    return Article(name, given.strip()) if isinstance(given, str) else Article(name, **given)


def test_every_file_of_cases_belongs_to_a_feature():
    assert {path.stem for path in FOLDER.glob("*.toml")} == {feature.name for feature in reliability.FEATURES}
