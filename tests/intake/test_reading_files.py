"""Files and folders: what is read, what is reported, and where."""

import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability.intake import as_events, read_events
from reliability.records import Article, Event, Problem

FOLDER = Path(__file__).parents[2] / "fixtures/events/un-report"
ODD_TEXT = "One\r\ntwo\rthree\u2028four\u00a0five \U0001f1fa\U0001f1f3 e\u0301 \x00 \ufeff end \n"
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "label", "event", "articles", "title"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def write(path: Path, content) -> Path:
    """Writes bytes as they are, text as UTF-8, and anything else as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, bytes | str):
        content = json.dumps(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(path: Path, *records) -> Path:
    return write(
        path, "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records)
    )


def read(*paths) -> list[Event | Problem]:
    return list(read_events(paths))


def only(found: list[Event | Problem]) -> Event | Problem:
    assert len(found) == 1, found
    return found[0]


def problem_of(*paths) -> Problem:
    found = only(read(*paths))
    assert isinstance(found, Problem)
    return found


def place(problem: Problem) -> tuple[str | None, int | None, str | None]:
    return problem.file, problem.line, problem.field


# .txt


@given(st.text(min_size=1).filter(lambda text: not text.isspace() and not text.startswith("\ufeff")))
def test_a_text_file_is_kept_character_by_character(tmp_path_factory, text):
    file = write(tmp_path_factory.mktemp("texts") / "a.txt", text)
    assert only(read(file)) == Event("a", (Article("a", text),))


def test_line_ends_and_odd_characters_stay(tmp_path):
    assert only(read(write(tmp_path / "dw.txt", ODD_TEXT))).articles == (Article("dw", ODD_TEXT),)


def test_a_byte_order_mark_is_dropped_once(tmp_path):
    assert only(read(write(tmp_path / "a.txt", "\ufeff\ufeffRain."))).articles[0].text == "\ufeffRain."


def test_suffixes_may_be_capitals(tmp_path):
    assert only(read(write(tmp_path / "a.TXT", "Rain."))).articles == (Article("a", "Rain."),)


@pytest.mark.parametrize(
    ("content", "offset", "line"),
    [(b"\xff", 0, 1), (b"Line\r\nCaf\xe9 x", 9, 2), (b"\xef\xbb\xbfab\n\n\xe2\x82", 7, 3)],
)
def test_broken_utf8_is_reported_with_byte_offset_and_line(tmp_path, monkeypatch, content, offset, line):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    file = write(tmp_path / "a.txt", content)
    problem = problem_of(file)
    assert place(problem) == (str(file), line, None)
    assert f"at byte offset {offset}, line {line}," in problem.message
    assert "save the text as UTF-8" in problem.message


@pytest.mark.parametrize("content", ["", " \n", "\n" * 10_000])
def test_a_text_file_without_text_is_reported(tmp_path, content):
    file = write(tmp_path / "a.txt", content)
    problem = problem_of(file)
    assert place(problem) == (str(file), None, "text")
    assert "only white space" in problem.message


def test_a_large_file_is_read(tmp_path):
    text = "Rain fell on the town.\r\n" * 430_000
    assert only(read(write(tmp_path / "a.txt", text))).articles[0].text == text


# .json


@pytest.mark.parametrize(
    ("value", "event"),
    [
        ({"text": "Rain.", "title": "Storm"}, Event("f", (Article("f", "Rain.", "Storm"),))),
        ({"id": "a", "text": "Rain.", "label": 1}, Event("f", (Article("a", "Rain."),), {"a": 1.0})),
        (
            [{"text": "Rain."}, {"id": "b", "text": "Sun."}],
            Event("f", (Article("f-0", "Rain."), Article("b", "Sun."))),
        ),
        ({"id": 5, "articles": [{"text": "Rain."}]}, Event("5", (Article("0", "Rain."),))),
        ({"cluster_id": "c", "articles": [{"text": "Rain."}]}, Event("c", (Article("0", "Rain."),))),
        ({"articles": [{"text": "Rain."}]}, Event("f", (Article("0", "Rain."),))),
    ],
    ids=["article", "named article", "list", "event", "cluster", "nameless event"],
)
def test_a_json_file_is_an_article_a_list_or_an_event(tmp_path, value, event):
    assert only(read(write(tmp_path / "f.json", value))) == event


def test_a_json_file_may_be_a_list_of_events(tmp_path):
    file = write(tmp_path / "f.json", [{"id": "a", "articles": ["Rain."]}, {"articles": ["Sun."]}])
    assert read(file) == [Event("a", (Article("0", "Rain."),)), Event("f-1", (Article("0", "Sun."),))]


@given(st.text(min_size=1).filter(lambda text: not text.isspace()), st.booleans())
def test_json_text_is_kept_character_by_character(tmp_path_factory, text, escaped):
    content = json.dumps({"text": text}, ensure_ascii=escaped)
    folder = tmp_path_factory.mktemp("texts")
    for name in ("a.json", "a.jsonl"):
        assert only(read(write(folder / name, content))).articles[0].text == text


def test_lone_surrogates_are_kept(tmp_path):
    file = write(tmp_path / "a.json", r'{"text": "x\ud800y"}')
    assert only(read(file)).articles[0].text == "x\ud800y"


def test_a_byte_order_mark_before_json_is_dropped(tmp_path):
    for name in ("a.json", "a.jsonl"):
        assert only(read(write(tmp_path / name, '\ufeff{"id": "b", "text": "Rain."}'))).articles == (
            Article("b", "Rain."),
        )


def test_broken_json_is_reported_with_line_and_column(tmp_path):
    file = write(tmp_path / "a.json", '{"id": "a",\n  "text" "Rain."}')
    problem = problem_of(file)
    assert place(problem) == (str(file), 2, None)
    assert "broken JSON at column 10 (Expecting ':' delimiter); mend it" in problem.message


def test_broken_utf8_in_json_is_reported(tmp_path):
    file = write(tmp_path / "a.json", b'{"text":\n "Caf\xe9"}')
    problem = problem_of(file)
    assert place(problem) == (str(file), 2, None)
    assert "byte offset 14" in problem.message


@pytest.mark.parametrize(
    ("value", "field", "says"),
    [
        ('"text"', None, "a text"),
        (5, None, "a number"),
        (None, None, "null"),
        (True, None, "true or false"),
        ([], None, "no articles"),
        ({}, "text", "no text"),
        ({"text": 5}, "text", "a number"),
        ({"text": "Rain.", "label": "yes"}, "label", "a text"),
        ({"text": "Rain.", "label": float("nan")}, "label", "not between 0 and 1"),
        ({"text": "Rain.", "label": float("inf")}, "label", "not between 0 and 1"),
        ([5], "[0]", "a number"),
        ([{"text": None}], "[0].text", "no text"),
        ({"articles": []}, "articles", "no articles"),
        ({"articles": "Rain."}, "articles", "a text"),
        ({"articles": 5}, "articles", "a number"),
        ({"articles": {"a": "Rain."}}, "articles", "an object"),
        ({"articles": [{"text": "", "id": "a"}]}, "articles[0].text", "only white space"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(tmp_path, value, field, says):
    file = write(tmp_path / "a.json", value)
    problem = problem_of(file)
    assert place(problem) == (str(file), None, field)
    assert says in problem.message


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"articles": ' * 100_000, "nested too deeply"),
        ('{"text": "Rain.", "label": ' + "1" * 5_000 + "}", "too many digits"),
    ],
    ids=["lists", "objects", "digits"],
)
def test_json_beyond_reason_is_reported(tmp_path, name, content, says):
    file = write(tmp_path / name, content)
    problem = problem_of(file)
    assert problem.file == str(file)
    assert says in problem.message


# .jsonl


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".JSONL"])
def test_whole_events_are_read_line_by_line(tmp_path, suffix):
    file = lines(
        tmp_path / f"f{suffix}",
        {"id": "a", "articles": [{"id": "x", "text": "Rain.", "label": 0}]},
        "",
        {"cluster_id": 7, "articles": [{"text": "Sun."}]},
        {"articles": [{"text": "Snow."}]},
    )
    assert read(file) == [
        Event("a", (Article("x", "Rain."),), {"x": 0.0}),
        Event("7", (Article("0", "Sun."),)),
        Event("f-4", (Article("0", "Snow."),)),
    ]


def test_articles_are_grouped_by_event_in_order_of_first_appearance(tmp_path):
    file = lines(
        tmp_path / "f.jsonl",
        {"event": "b", "text": "1"},
        {"cluster_id": 5, "text": "2"},
        {"id": "x", "event": "b", "text": "3", "label": 1},
        {"event": 5, "text": "4"},
    )
    assert read(file) == [
        Event("b", (Article("0", "1"), Article("x", "3")), {"x": 1.0}),
        Event("5", (Article("0", "2"), Article("1", "4"))),
    ]


def test_articles_without_an_event_are_one_event_named_after_the_file(tmp_path):
    file = lines(tmp_path / "storm.jsonl", {"text": "Rain."}, {"text": "Sun."})
    assert read(file) == [Event("storm", (Article("0", "Rain."), Article("1", "Sun.")))]


def test_an_article_without_the_event_that_others_have_is_reported(tmp_path):
    file = lines(tmp_path / "f.jsonl", {"text": "Rain."}, {"event": "e", "text": "Sun."})
    problem, event = read(file)
    assert place(problem) == (str(file), 1, "event")
    assert "name its event" in problem.message
    assert event == Event("e", (Article("0", "Sun."),))


def test_a_bad_event_name_does_not_lose_the_articles_that_name_none(tmp_path):
    file = lines(tmp_path / "f.jsonl", {"event": ["e"], "text": "Rain."}, {"text": "Sun."})
    problem, event = read(file)
    assert place(problem) == (str(file), 1, "event")
    assert event == Event("f", (Article("0", "Sun."),))


def test_events_and_articles_may_stand_in_one_file(tmp_path):
    file = lines(tmp_path / "f.jsonl", {"event": "e", "text": "Rain."}, {"id": "w", "articles": ["Sun."]})
    assert [event.id for event in read(file)] == ["w", "e"]


def test_windows_line_ends_and_a_missing_last_one_will_do(tmp_path):
    file = write(tmp_path / "f.jsonl", '{"text": "Rain.\\r\\n"}\r\n\r\n{"text": "Sun.\u2028"}')
    assert [article.text for article in only(read(file)).articles] == ["Rain.\r\n", "Sun.\u2028"]


def test_bad_lines_are_reported_and_lose_nothing_else(tmp_path):
    file = write(
        tmp_path / "f.jsonl",
        b'{"event": "e", "text": "Rain."}\n'
        b'{"event": "e", "text": \n'
        b'["e"]\n'
        b'{"event": "e", "text": "Caf\xe9"}\n'
        b'{"event": ["e"], "text": "Hail."}\n'
        b'{"event": "e", "text": 5}\n'
        b'{"event": "e", "text": "Fog.", "label": NaN}\n'
        b'{"event": "e", "id": "0", "text": "Mist."}\n'
        b'{"event": "e", "text": "Sun."}\n',
    )
    *problems, event = read(file)
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, None),
        (3, None),
        (4, None),
        (5, "event"),
        (6, "text"),
        (7, "label"),
        (8, "id"),
    ]
    assert {problem.file for problem in problems} == {str(file)}
    says = ["column 23", "a list", "byte offset 27", "a list", "a number", "between 0 and 1", f"({file}:1)"]
    assert all(words in problem.message for words, problem in zip(says, problems, strict=True))
    assert event == Event("e", (Article("0", "Rain."), Article("4", "Sun.")))


def test_bad_articles_of_a_whole_event_are_reported_and_the_others_stay(tmp_path):
    file = lines(
        tmp_path / "f.jsonl",
        {"id": "a", "articles": ["Rain."]},
        {
            "id": ["b"],
            "articles": [
                {"id": "x", "text": "Sun."},
                {"id": "x", "text": "Moon."},
                5,
                {"text": " "},
                {"text": "Fog."},
            ],
        },
        {"id": "c", "articles": [{"text": None}]},
        {"id": "d", "articles": ["Snow."]},
    )
    found = read(file)
    assert [place(item)[1:] for item in found if isinstance(item, Problem)] == [
        (2, "id"),
        (2, "articles[1].id"),
        (2, "articles[2]"),
        (2, "articles[3].text"),
        (3, "articles[0].text"),
    ]
    events = [item for item in found if isinstance(item, Event)]
    assert [event.id for event in events] == ["a", "f-2", "d"]
    assert events[1].articles == (Article("x", "Sun."), Article("4", "Fog."))
    duplicate = found[2]
    assert f"{file}:2, field 'articles[0]'" in duplicate.message


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_reported(tmp_path, content):
    file = write(tmp_path / "f.jsonl", content)
    problem = problem_of(file)
    assert place(problem) == (str(file), None, None)
    assert "empty" in problem.message


def test_reading_whole_events_never_holds_the_whole_file(tmp_path):
    article = {"text": "Rain fell on the town. " * 10_000}
    with (tmp_path / "f.jsonl").open("w") as file:
        for number in range(60):
            file.write(json.dumps({"id": number, "articles": [article]}) + "\n")
    size = (tmp_path / "f.jsonl").stat().st_size
    tracemalloc.start()
    try:
        count = sum(isinstance(event, Event) for event in read_events([tmp_path / "f.jsonl"]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 60
    assert peak < size / 5


def test_the_first_event_comes_before_the_next_file_is_touched(tmp_path):
    file = lines(tmp_path / "f.jsonl", {"id": "a", "articles": ["Rain."]})
    later = tmp_path / "later.jsonl"
    events = read_events([file, later])
    assert next(events).id == "a"
    lines(later, {"id": "b", "articles": ["Sun."]})
    assert next(events).id == "b"


@given(JSON_VALUES)
def test_no_json_value_raises_and_no_good_article_is_lost(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("any")
    good = {"id": "good", "text": "Rain."}
    whole = {"id": "whole", "articles": [value, good]}
    for found in (
        read(lines(folder / "f.jsonl", value, whole, value)),
        read(write(folder / "f.json", value), write(folder / "g.json", good)),
        list(as_events([value, [value, good]])),
    ):
        assert any(
            article.text
            for item in found
            if isinstance(item, Event)
            for article in item.articles
            if article.id == "good"
        )
        assert all(str(item) for item in found if isinstance(item, Problem))


# Folders


def test_a_folder_of_texts_is_one_event_named_after_it():
    event = only(read(FOLDER))
    assert event.id == "un-report"
    assert [(article.id, article.text) for article in event.articles] == [
        (file.stem, file.read_bytes().decode()) for file in sorted(FOLDER.glob("*.txt"))
    ]


def test_a_folders_text_and_json_files_are_read_by_name_and_the_rest_is_ignored(tmp_path):
    folder = tmp_path / "storm"
    write(folder / "c.txt", "Sun.")
    write(folder / "a.json", [{"text": "Rain."}, {"id": "b", "text": "Snow."}])
    write(folder / "B.JSON", {"text": "Hail."})
    for name in (".hidden.txt", "notes.md", "out.jsonl", "deeper/d.txt", "deeper.txt/e.txt"):
        write(folder / name, "{broken")
    assert only(read(folder)) == Event(
        "storm", (Article("B", "Hail."), Article("a-0", "Rain."), Article("b", "Snow."), Article("c", "Sun."))
    )


def test_bad_files_of_a_folder_are_reported_and_the_others_stay(tmp_path):
    write(tmp_path / "storm" / "a.txt", "Rain.")
    write(tmp_path / "storm" / "b.txt", "caf\xe9 \u201cRain\u201d".encode() + b"\xff")
    write(tmp_path / "storm" / "c.json", "{")
    write(tmp_path / "storm" / "d.json", {"id": "a", "text": "Sun."})
    write(tmp_path / "storm" / "e.json", {"id": "e", "articles": ["Sun."]})
    (tmp_path / "storm" / "f.txt").symlink_to(tmp_path / "nowhere")
    *problems, event = read(tmp_path / "storm")
    assert [(Path(problem.file).name, problem.line, problem.field) for problem in problems] == [
        ("b.txt", 1, None),
        ("c.json", 1, None),
        ("d.json", None, "id"),
        ("e.json", None, None),
        ("f.txt", None, None),
    ]
    assert f"the id 'a' is taken already ({tmp_path / 'storm' / 'a.txt'})" in problems[2].message
    assert "whole event" in problems[3].message
    assert "no such file" in problems[4].message
    assert event == Event("storm", (Article("a", "Rain."),))


def test_a_folder_of_folders_is_an_event_each_beside_its_lines(tmp_path):
    write(tmp_path / "b" / "1.txt", "Rain.")
    write(tmp_path / "d" / "1.json", {"text": "Sun."})
    write(tmp_path / "empty" / "notes.md", "nothing")
    write(tmp_path / "deep" / "deeper" / "1.txt", "nothing")
    write(tmp_path / ".hidden" / "1.txt", "nothing")
    lines(tmp_path / "c.jsonl", {"id": "lines", "articles": ["Snow."]})
    assert read(tmp_path) == [
        Event("b", (Article("1", "Rain."),)),
        Event("lines", (Article("0", "Snow."),)),
        Event("d", (Article("1", "Sun."),)),
    ]


@pytest.mark.parametrize("inside", [None, "notes.md", "deep/notes.md", ".hidden.txt"])
def test_a_folder_with_nothing_to_read_is_reported(tmp_path, inside):
    folder = tmp_path / "storm"
    folder.mkdir()
    if inside:
        write(folder / inside, "nothing")
    problem = problem_of(folder)
    assert place(problem) == (str(folder), None, None)
    assert "holds nothing to read; read are .txt, .json, .jsonl" in problem.message


def test_a_folder_named_like_a_file_is_a_folder(tmp_path):
    write(tmp_path / "storm.txt" / "a.txt", "Rain.")
    assert only(read(tmp_path / "storm.txt")).id == "storm.txt"


def test_the_folder_one_stands_in_has_its_own_name(tmp_path, monkeypatch):
    write(tmp_path / "storm" / "a.txt", "Rain.")
    monkeypatch.chdir(tmp_path / "storm")
    assert only(read(".")).id == "storm"
    assert only(read("a.txt", write(Path("b.txt"), "Sun."))).id == "storm"


# Several paths


def test_files_named_one_by_one_are_one_event_named_after_their_folder(tmp_path):
    a = write(tmp_path / "storm" / "a.txt", "Rain.")
    b = write(tmp_path / "storm" / "b.json", {"text": "Sun."})
    assert only(read(b, a)) == Event("storm", (Article("b", "Sun."), Article("a", "Rain.")))


def test_files_of_several_folders_are_one_event(tmp_path):
    a = write(tmp_path / "storm" / "a.txt", "Rain.")
    b = write(tmp_path / "flood" / "b.txt", "Sun.")
    assert only(read(a, b)) == Event("event", (Article("a", "Rain."), Article("b", "Sun.")))


def test_one_file_named_twice_is_reported(tmp_path):
    file = write(tmp_path / "a.txt", "Rain.")
    problem, event = read(file, file)
    assert place(problem) == (str(file), None, "id")
    assert event.articles == (Article("a", "Rain."),)


def test_the_event_of_loose_files_comes_after_the_others(tmp_path):
    loose = write(tmp_path / "a.txt", "Rain.")
    event = write(tmp_path / "e.json", {"id": "e", "articles": ["Sun."]})
    folder = write(tmp_path / "storm" / "b.txt", "Snow.").parent
    more = lines(tmp_path / "f.jsonl", {"id": "l", "articles": ["Fog."]})
    assert [found.id for found in read(loose, event, folder, more)] == ["e", "storm", "l", "a"]


def test_one_path_by_itself_will_do(tmp_path):
    file = write(tmp_path / "a.txt", "Rain.")
    assert (
        only(list(read_events(file)))
        == only(list(read_events(str(file))))
        == only(list(as_events(str(file))))
    )


def test_no_paths_are_no_events():
    assert read() == []


@pytest.mark.parametrize(
    "name", ["a.txt", "a.json", "a.jsonl", "a.csv", "storm", "x" * 5_000, "x" * 5_000 + ".txt"]
)
def test_a_missing_file_is_reported(tmp_path, name):
    problem = problem_of(tmp_path / name)
    assert place(problem) == (str(tmp_path / name), None, None)
    assert "check the path" in problem.message


@pytest.mark.parametrize("name", ["a\x00b", "a\x00b.txt", "a\x00b.jsonl"])
def test_a_name_no_file_can_have_is_reported(name):
    assert problem_of(name).file == name


@pytest.mark.parametrize(("name", "says"), [("a.csv", ".csv files"), ("LICENSE", "files without a suffix")])
def test_other_files_are_reported_with_what_is_read(tmp_path, name, says):
    file = write(tmp_path / name, "Rain.")
    problem = problem_of(file)
    assert place(problem) == (str(file), None, None)
    assert (
        f"{says} are not read; read are .txt, .json, .jsonl, .ndjson, .html and .warc files"
        in problem.message
    )


@pytest.mark.parametrize("wrong", [5, None, b"a.txt"])
def test_what_is_no_path_is_reported(tmp_path, wrong):
    problem, event = read(wrong, write(tmp_path / "a.txt", "Rain."))
    assert "not a path" in problem.message
    assert event.id == "a"


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl"])
def test_a_file_that_may_not_be_read_is_reported(tmp_path, monkeypatch, name):
    file = write(tmp_path / name, '{"text": "Rain."}')

    def refused(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", refused)
    problem = problem_of(file)
    assert place(problem) == (str(file), None, None)
    assert "not permitted" in problem.message


@pytest.mark.parametrize(("inner", "events"), [("", []), ("storm", ["a", "z"])])
def test_a_folder_that_may_not_be_read_is_reported(tmp_path, monkeypatch, inner, events):
    for name in ("a", "storm", "z"):
        write(tmp_path / name / "1.txt", "Rain.")
    refused = tmp_path / inner
    listed = Path.iterdir

    def iterdir(self):
        if self == refused:
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = read(tmp_path)
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert place(problem) == (str(refused), None, None)
    assert "not permitted" in problem.message
    assert [item.id for item in found if isinstance(item, Event)] == events


def test_another_fault_of_the_disk_is_reported_in_its_own_words(tmp_path, monkeypatch):
    file = write(tmp_path / "a.txt", "Rain.")

    def broken(_self):
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(Path, "read_bytes", broken)
    assert os.strerror(5) in problem_of(file).message
