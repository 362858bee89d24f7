"""The command that learns what outlets print everywhere, and those that are told of it."""

import json
import re

from typer.testing import CliRunner

from archive import BOX, articles
from reliability.cli import app


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_what_is_learnt_of_outlets_is_written_and_taken_out(tmp_path):
    archive, event = tmp_path / "archive.jsonl", tmp_path / "event.jsonl"
    rows = [{"id": one.id, "text": one.text, "source": one.source} for one in articles(BOX)]
    archive.write_text("\n".join([*map(json.dumps, rows[1:]), "{}"]), encoding="utf-8")
    event.write_text(json.dumps({"id": "dam", "articles": rows[:1]}), encoding="utf-8")
    learnt = run("learn-furniture", archive, "--output", tmp_path / "furniture.json")
    assert learnt.exit_code == 1  # one line was no article
    assert re.search(r"orrin-post.example +5 +1\b", learnt.stdout)
    assert "archive.jsonl:6" in learnt.stderr
    said = "stands word for word in 5 of 5 articles of orrin-post.example"
    for furniture, found in ([], False), (["--furniture", tmp_path / "furniture.json"], True):
        assert (said in run("score", event, "--format", "json", *furniture).stdout) == found
        explained = run("explain", event, "--article", rows[0]["id"], *furniture)
        assert ("not the story: “Our weekly letter" in explained.stdout) == found
