"""Bad input ends in a sentence that says what to do, or in an honest ranking; never in a traceback, and never in hours."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reliability
from reliability.cli import app
from reliability.records import Article, InputError

EVENTS = Path(__file__).parent.parent / "fixtures" / "events"
SEEDS = EVENTS / "un-report"
# Seconds of CPU time for what takes one to four on an idle core, more where cores are shared; quadratic work takes
# minutes.
PATIENCE = 20


def run(*arguments):
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, [str(argument) for argument in arguments])


def seeds():
    return [Article(path.stem, path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]


def seen(ranking):
    """Points, interval and verdicts of every article but the added one."""
    return {
        card.article.id: (
            [(c.feature, c.value, c.points) for c in card.contributions],
            card.interval,
            [
                (piece.feature, piece.verdict, piece.span, piece.against, piece.message)
                for piece in card.evidence
            ],
            card.notes,
        )
        for card in ranking
        if card.article.id != "added"
    }


# Through the API: an InputError with its place and what to do.
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "no articles; give at least one"),
        ("", "empty"),
        ([" \n\t\u00a0"], "empty or only white space"),
        ([None], "no text"),
        ([{"id": "x"}], "no text"),
        ([{"text": 7}], "the text is a number"),
        ([b"caf\xe9"], "is not UTF-8"),
        (["Fine here.", {"id": "1", "text": "Fine."}, {"id": "1", "text": "Fine too."}], "is taken already"),
        ([Path("no-such-file.txt")], "no such file"),
        (17, "give texts"),
        ([{"text": "Fine.", "title": 3}], "the title is a number"),
        ([{"text": "Fine.", "label": 7}], "between 0 and 1"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(given, words):
    with pytest.raises(InputError, match=words):
        reliability.score(given)


def test_the_place_of_a_bad_record_is_named():
    with pytest.raises(InputError) as caught:
        reliability.score(["Fine.", "Fine too.", {"text": None}])
    assert caught.value.problem.line == 3
    assert caught.value.problem.field == "text"


# Through files and the command line: reported at the end with its place, and the rest is scored.
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.txt", b"caf\xe9 and more", "bad.txt:1: the byte 0xe9 at byte offset 3"),
        ("bad.txt", b"", "bad.txt, field 'text': the text is empty"),
        ("bad.txt", b"\n" * 9, "bad.txt, field 'text': the text is empty"),
        ("bad.json", b'{"text": "torn', "bad.json:1: broken JSON"),
        ("bad.json", b"[1, 2]", "bad.json"),
        ("bad.json", b'{"id": "003_529f7cb7d93272aa", "text": "Twice."}', "is taken already"),
        ("bad.json", b'{"text": null}', "bad.json, field 'text': the article has no text"),
    ],
)
def test_a_bad_file_among_good_ones_is_reported_and_the_rest_is_scored(tmp_path, name, content, words):
    for path in SEEDS.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / name).write_bytes(content)
    result = run("score", tmp_path, "--format", "json")
    assert result.exit_code == 1
    assert words in result.stderr
    assert len(json.loads(result.stdout)["ranking"]) == 5


def test_a_broken_line_is_reported_with_its_number_and_the_rest_is_scored(tmp_path):
    whole = json.dumps({"id": "one", "articles": [{"text": article.text} for article in seeds()]})
    (tmp_path / "batch.jsonl").write_text(f'{whole}\n{{"id": "two", "articles\n{whole}\n', encoding="utf-8")
    result = run("score", tmp_path / "batch.jsonl", "--format", "jsonl")
    assert result.exit_code == 1
    assert "batch.jsonl:2: broken JSON" in result.stderr
    assert [json.loads(line)["event"] for line in result.stdout.splitlines()] == ["one", "one"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00\x01\x02\xfe"])
def test_nothing_that_can_be_scored_ends_with_2(tmp_path, content):
    (tmp_path / "only.txt").write_bytes(content)
    result = run("score", tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "only.txt" in result.stderr


def test_a_missing_file_and_an_empty_folder_end_with_2(tmp_path):
    assert run("score", tmp_path / "missing").exit_code == 2
    result = run("score", tmp_path)
    assert result.exit_code == 2
    assert "nothing to read" in result.stderr


# What can be read is ranked, with None where there is nothing to measure.
def test_a_single_article_is_scored_on_what_it_is_by_itself():
    (article, *_) = seeds()
    (card,) = reliability.score([article])
    assert card.rank == 1
    assert card.notes
    values = {contribution.feature: contribution.value for contribution in card.contributions}
    assert values["numeric_consistency"] is None
    assert values["quote_fidelity"] is None
    assert not [piece for piece in card.evidence if piece.against and piece.feature != "self_consistency"]


def test_a_single_article_has_a_wider_interval_than_among_the_others():
    among = reliability.score(seeds())
    for article in seeds():
        (alone,) = reliability.score([article])
        wide, narrow = alone.interval, among[article.id].interval
        assert wide[1] - wide[0] > narrow[1] - narrow[0] - 10


def test_articles_that_have_nothing_to_do_with_each_other_neither_agree_nor_conflict():
    first = [min(folder.glob("*.txt")) for folder in sorted(EVENTS.iterdir()) if folder.is_dir()][:5]
    ranking = reliability.score(
        [Article(path.parent.name, path.read_text(encoding="utf-8")) for path in first]
    )
    assert len(ranking) == 5
    for card in ranking:
        assert card.notes
        held = [piece for piece in card.evidence if piece.feature != "self_consistency"]
        assert not [
            piece for piece in held if piece.verdict in {"agrees", "conflicts", "altered", "contested"}
        ]


@pytest.mark.parametrize(
    "slug", [folder.name for folder in sorted(EVENTS.iterdir()) if folder.is_dir() and folder != SEEDS]
)
def test_an_article_of_another_event_leaves_the_five_exactly_as_they_were(slug):
    before = seen(reliability.score(seeds()))
    for path in sorted((EVENTS / slug).glob("*.txt"))[:3]:
        ranking = reliability.score([*seeds(), Article("added", path.read_text(encoding="utf-8"))])
        assert ranking.consensus.strangers == ("added",)
        assert "another event" in ranking["added"].notes[0]
        assert seen(ranking) == before


def test_copies_do_not_decide_which_articles_are_the_event():
    other = [
        Article(path.stem, path.read_text(encoding="utf-8")) for path in (EVENTS / "earthquake").glob("*.txt")
    ]
    two = seeds()[3:]
    assert len(other) == 3
    assert set(reliability.score([*two, *other]).consensus.strangers) == {article.id for article in two}
    copies = [Article(f"copy-{number}", two[0].text) for number in range(2)]
    found = reliability.score([*two, *copies, *other]).consensus.strangers
    assert set(found) == {article.id for article in (*two, *copies)}


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "".join(map(chr, range(32))) + "\x7f\x80\x9f",
        "\u202e\u2066 right to left \u2069",
        "\ud800 half a pair \udfff",
        "🔔🎄",
        "—",
        "“",
        '"' * 9,
        "1" * 4000,
        "1," * 2000,
        "é" + "\u0301" * 500,
        "\u2028\u2029\x85\x0b\x0c.",
        "a",
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_odd_characters_are_scored_alone_and_among_others(tmp_path, text):
    assert len(reliability.score([text, text + " again", text + " and again"])) == 3
    among = reliability.score([*seeds(), Article("added", text)])
    assert len(among) == 6
    assert str(among).isprintable() or "\n" in str(among)
    if text.isascii():
        (tmp_path / "odd.txt").write_bytes(text.encode())
        assert run("score", tmp_path).exit_code == 0
        assert run("explain", tmp_path, "--article", "odd").exit_code == 0


LINE = "The mayor said {number} people were hurt when bridge number {number} fell, and “we will rebuild bridge {number}”. "
LARGE = {
    "ten megabytes of news": "".join(LINE.format(number=n) + ("\n" if n % 3 else "") for n in range(10**5)),
    "ten thousand empty lines": "One line.\n" + "\n" * 10**4 + "Another line.",
    "a megabyte of empty lines": "One line.\n" + " \n" * 500_000 + "Another line.",
    "a megabyte of control characters": "\x00\x01\x1b\x7f" * 250_000 + ".",
    "a megabyte of digits": "7" * 10**6,
    "a megabyte of commas": "," * 10**6,
    "a megabyte of digits and commas": "1," * 500_000,
    "a megabyte of straight quotes": '"' * 10**6,
    "a megabyte of curly quotes": "“" * 10**6,
    "a megabyte of curly and straight quotes": '“"' * 500_000,
    "a megabyte of million million": "million " * 125_000,
}
# Ends of articles of one event, so that the articles are held against each other.
HOSTILE = {
    "fifty kilobytes of apostrophes": "'" * 50_000,
    "fifty kilobytes of two": "two " * 12_500,
    "fifty kilobytes of one word": "x" * 50_000,
    "fifty kilobytes of capitals": "Al " * 16_650,
    "fifty kilobytes of percentages": "5% " * 16_650,
    "fifty kilobytes of dollars": "$ " * 25_000,
    "fifty kilobytes of said": "said " * 10_000,
    "fifty kilobytes of quotations": "“No,” he said. " * 3_500,
    "fifty kilobytes of counts": "5 people and 7 cats. " * 2_500,
    "fifty kilobytes of full stops": ". " * 25_000,
    "fifty kilobytes of brackets": "(" * 50_000,
    "fifty kilobytes of accents": "e\u0301" * 25_000,
    "fifty kilobytes of quotations that stay open": "“We call upon all responsible states " * 1_500,
}


def ranked_within_patience(folder):
    """The ids that the command ranks, under a limit on CPU time, so that a busy machine makes little difference."""
    limited = (
        f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_CPU, ({PATIENCE}, {PATIENCE}));"
        "sys.argv[0] = 'reliability'; runpy.run_module('reliability', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, "score", str(folder), "--format", "json"]
    ran = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE * 12)
    assert ran.returncode >= 0, f"no ranking in {PATIENCE} seconds of CPU time"
    assert ran.returncode == 0, ran.stderr.decode()[-500:]
    return {entry["article"]["id"] for entry in json.loads(ran.stdout)["ranking"]}


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on CPU time there")
@pytest.mark.parametrize("name", LARGE)
def test_a_large_text_among_others_takes_seconds(tmp_path, name):
    text = LARGE[name]
    assert text.count("\n") >= 10**4 or len(text) >= 10**6 - 10**4
    (tmp_path / "large.txt").write_text(text, encoding="utf-8", newline="")
    for path in sorted(SEEDS.glob("*.txt"))[:2]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert len(ranked_within_patience(tmp_path)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on CPU time there")
@pytest.mark.parametrize("name", HOSTILE)
def test_articles_of_one_event_that_repeat_one_thing_take_seconds(tmp_path, name):
    for path in sorted(SEEDS.glob("*.txt"))[2:]:
        text = path.read_text(encoding="utf-8") + "\n" + HOSTILE[name]
        assert len(text) >= 50_000
        (tmp_path / path.name).write_text(text, encoding="utf-8", newline="")
    assert len(ranked_within_patience(tmp_path)) == 3
