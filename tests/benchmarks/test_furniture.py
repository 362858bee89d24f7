"""The benchmark of what is learnt of outlets: a line counts where it was learnt from other events."""

import json

import pytest

from archive import BOX, articles
from benchmarks import furniture


@pytest.fixture
def data(tmp_path):
    """A data folder with an event for each article of an outlet."""

    def write(given):
        folder = tmp_path / "clusters" / "allsides_events"
        folder.mkdir(parents=True)
        rows = [
            {"cluster_id": str(at), "articles": [{"id": one.id, "text": one.text, "source": one.source}]}
            for at, one in enumerate(given)
        ]
        (folder / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        return tmp_path

    return write


def test_what_is_learnt_from_other_events_is_taken_out(data):
    given = articles(BOX)
    figures = furniture.run(data(given))["allsides_events"]
    assert figures["articles_affected"] == 1.0
    assert figures["lines"] == figures["articles"] == len(given)
    assert figures["found_before"] == 0.0
    assert figures["characters"] == pytest.approx(
        len(BOX) * len(given) / sum(len(one.text) for one in given), rel=0.05
    )


def test_a_line_that_only_two_other_events_have_is_not(data):
    figures = furniture.run(data(articles(BOX, of=3)))["allsides_events"]
    assert figures["articles_affected"] == figures["lines"] == figures["characters"] == 0.0
