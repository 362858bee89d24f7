"""Web archives: every page in them is an article."""

import gzip
import sys
import uuid
import zlib

import pytest

from reliability.intake import read_events
from reliability.intake.page import LARGEST_PAGE
from reliability.records import Event, Problem

pytest.importorskip("trafilatura")
pytest.importorskip("warcio")

FERRY = (
    "A ferry with 214 passengers ran aground off the island of Sorrel early on Tuesday, the coast guard said."
)
MORE = "Nobody was hurt, and all passengers were taken ashore before ten, according to the harbour authority."


def page(first: str = FERRY) -> bytes:
    return f"<html><head><title>Ferry</title></head><body><p>{first}</p><p>{MORE}</p></body></html>".encode()


def response(url, content, headers=(), status="200 OK", type="text/html"):  # noqa: A002
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {type}", *(f"{name}: {value}" for name, value in headers)]
    return record("response", url, "\r\n".join([*lines, "", ""]).encode() + content)


def record(kind, url, block) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
    if url:
        head += f"WARC-Target-URI: {url}\r\n"
    kinds = {"response": "application/http; msgtype=response"}
    head += (
        f"WARC-Date: 2031-03-04T09:00:00Z\r\nContent-Type: {kinds.get(kind, 'application/warc-fields')}\r\n"
    )
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def write(path, *responses):
    records = [record("warcinfo", None, b"software: none\r\n"), *responses]
    zipped = path.suffix.lower() == ".gz"
    path.write_bytes(b"".join(gzip.compress(data, mtime=0) if zipped else data for data in records))
    return path


def read(path) -> tuple[list[Problem], list[Event]]:
    found = list(read_events(path))
    return [item for item in found if isinstance(item, Problem)], [
        item for item in found if isinstance(item, Event)
    ]


@pytest.mark.parametrize("name", ["storm.warc", "storm.warc.gz", "storm.WARC.GZ"])
def test_the_pages_of_an_archive_are_one_event_called_after_it(tmp_path, name):
    problems, (event,) = read(
        write(
            tmp_path / name,
            response("https://a.example/1", page()),
            response(
                "https://b.example/2", page("Another ferry was sent to Sorrel to fetch the passengers.")
            ),
        )
    )
    assert problems == []
    assert event.id == "storm"
    assert [article.id for article in event.articles] == ["https://a.example/1", "https://b.example/2"]
    assert [article.source for article in event.articles] == ["a.example", "b.example"]
    assert event.articles[0].text == f"{FERRY}\n{MORE}"


def test_what_is_no_page_is_passed_over(tmp_path):
    problems, (event,) = read(
        write(
            tmp_path / "a.warc",
            response("https://a.example/i.png", b"\x89PNG", type="image/png"),
            response("https://a.example/gone", page(), status="404 Not Found"),
            response("https://a.example/moved", b"", status="301 Moved"),
            response("https://a.example/1", page(), type="text/html; charset=utf-8"),
            response("https://a.example/data", b"{}", type="application/json"),
        )
    )
    assert problems == []
    assert [article.id for article in event.articles] == ["https://a.example/1"]


def test_a_second_page_of_one_address_is_called_after_its_record(tmp_path):
    problems, (event,) = read(
        write(
            tmp_path / "a.warc",
            response("https://a.example/1", page()),
            response("https://a.example/1", page()),
        )
    )
    assert problems == []
    assert event.articles[1].id.startswith("<urn:uuid:")


@pytest.mark.parametrize(
    ("headers", "encoded"),
    [
        ([("Content-Encoding", "gzip")], gzip.compress(page())),
        ([("Content-Encoding", "deflate")], zlib.compress(page())),
        ([("Content-Encoding", "deflate")], zlib.compress(page())[2:-4]),
        ([("Content-Encoding", "identity")], page()),
        ([("Transfer-Encoding", "chunked")], b"%x\r\n%b\r\n0\r\n\r\n" % (len(page()), page())),
        ([("Transfer-Encoding", "chunked")], page()),
    ],
    ids=["gzip", "zlib", "deflate", "identity", "chunked", "not chunked after all"],
)
def test_pages_are_read_as_they_were_sent(tmp_path, headers, encoded):
    problems, (event,) = read(write(tmp_path / "a.warc", response("https://a.example/1", encoded, headers)))
    assert problems == []
    assert event.articles[0].text == f"{FERRY}\n{MORE}"


def test_the_encoding_in_the_header_counts(tmp_path):
    text = "Паром сел на мель у острова рано утром во вторник, сообщила береговая охрана, никто не пострадал."
    content = page(text).decode().encode("koi8-r")
    _, (event,) = read(
        write(tmp_path / "a.warc", response("https://a.example/1", content, type="text/html; charset=koi8-r"))
    )
    assert event.articles[0].text.startswith(text)


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (response("https://a.example/x", b"x", [("Content-Encoding", "br")]), "compressed as 'br'"),
        (response("https://a.example/x", b"no gzip", [("Content-Encoding", "gzip")]), "damaged"),
        (response("https://a.example/x", b"<html><body></body></html>"), "no main text"),
        (response("https://a.example/x", b" " * (LARGEST_PAGE + 1)), "larger than"),
        (
            response("https://a.example/x", gzip.compress(b" " * 60_000_000), [("Content-Encoding", "gzip")]),
            "larger than",
        ),
    ],
    ids=["brotli", "damaged", "no article", "large", "bomb"],
)
def test_a_bad_page_is_reported_with_its_record_and_the_others_stay(tmp_path, bad, says):
    path = write(
        tmp_path / "a.warc.gz",
        response("https://a.example/1", page()),
        bad,
        response("https://a.example/2", page()),
    )
    (problem,), (event,) = read(path)
    assert (problem.file, problem.line) == (str(path), 3)
    assert says in problem.message
    assert [article.id for article in event.articles] == ["https://a.example/1", "https://a.example/2"]


def test_an_archive_that_swells_beyond_measure_is_left_there(tmp_path):
    bomb = response("https://a.example/film", b"\0" * 60_000_000, type="video/mp4")
    path = write(tmp_path / "a.warc.gz", response("https://a.example/1", page()), bomb)
    (problem,), (event,) = read(path)
    assert "100 times as large as the file" in problem.message
    assert [article.id for article in event.articles] == ["https://a.example/1"]


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-40], lambda data: data[:-200] + b"\xff" * 40 + data[-160:]],
    ids=["cut off", "overwritten"],
)
def test_of_a_damaged_archive_what_stands_before_the_damage_is_read(tmp_path, damage):
    path = write(
        tmp_path / "a.warc.gz",
        response("https://a.example/1", page()),
        response("https://a.example/2", page()),
    )
    path.write_bytes(damage(path.read_bytes()))
    problems, (event,) = read(path)
    assert any("breaks off here" in problem.message for problem in problems)
    assert event.articles[0].id == "https://a.example/1"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x1f\x8bnonsense", b"WARC/1.0\r\n\r\n"])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_file_that_is_no_archive_is_reported(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    (problem,), events = read(tmp_path / name)
    assert problem.file == str(tmp_path / name)
    assert events == []


def test_an_archive_compressed_as_one_piece_is_read(tmp_path):
    plain = write(
        tmp_path / "a.warc", response("https://a.example/1", page()), response("https://a.example/2", page())
    )
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(plain.read_bytes()))
    problems, (event,) = read(tmp_path / "b.warc.gz")
    assert problems == []
    assert len(event.articles) == 2


def test_an_archive_without_pages_is_reported(tmp_path):
    path = write(tmp_path / "a.warc", response("https://a.example/i.png", b"\x89PNG", type="image/png"))
    (problem,), _ = read(path)
    assert "no page in this archive" in problem.message


def test_a_missing_archive_is_reported(tmp_path):
    (problem,), _ = read(tmp_path / "a.warc.gz")
    assert "no such file" in problem.message


def test_an_archive_in_a_folder_belongs_to_its_event(tmp_path):
    (tmp_path / "a.txt").write_text("Rain fell.")
    write(tmp_path / "b.warc", response("https://a.example/1", page()))
    _, (event,) = read(tmp_path)
    assert [article.id for article in event.articles] == ["a", "https://a.example/1"]


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    path = write(tmp_path / "a.warc", response("https://a.example/1", page()))
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (problem,), _ = read(path)
    assert 'pip install "source-reliability[warc]"' in problem.message
