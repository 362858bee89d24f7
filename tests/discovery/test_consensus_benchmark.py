"""The benchmark reads sets as they come and counts rightly."""

import json

import pytest

from benchmarks import consensus


def write(folder, about, claims, gold):
    folder.mkdir(parents=True)
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")
    for name, header, rows in (("claims", "source,item,value", claims), ("gold", "item,value", gold)):
        lines = [header, *(",".join(map(str, row)) for row in rows)]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_accuracy_is_of_exact_values_and_flights_come_in_four_ways(tmp_path):
    claims = [(source, f"{n}|gate", f"A{n}") for source in ("aa", "b", "c") for n in range(4)]
    gold = [(f"{n}|gate", f"A{n}" if n else "B0") for n in range(4)]
    write(
        tmp_path / "truth" / "flights", {"value": "category", "leave_out_as_no_airline": ["aa"]}, claims, gold
    )
    results = consensus.run(tmp_path)
    assert [*results] == ["flights", "flights_local", "flights_no_airline", "flights_no_airline_local"]
    assert all(metrics["accuracy"] == metrics["majority"] == 0.75 for metrics in results.values())
    assert all(metrics["items"] == 4 for metrics in results.values())
    assert all(metrics["accuracy_low"] <= 0.75 <= metrics["accuracy_high"] for metrics in results.values())


def test_numbers_are_right_within_a_hundredth(tmp_path):
    claims = [
        (source, item, value) for source in "ab" for item, value in (("x", 100.5), ("y", 103), ("z", 7))
    ]
    write(tmp_path / "truth" / "towns", {"value": "number"}, claims, [("x", 100), ("y", 100), ("nobody", 5)])
    towns = consensus.run(tmp_path)["towns"]
    assert towns["error_rate"] == 0.5
    assert towns["mae"] == pytest.approx(1.75)
    assert towns["items"] == 2


def test_sets_are_split_at_their_separator(tmp_path):
    claims = [("a", "book", "han;kamber"), ("b", "book", "kamber;han")]
    write(tmp_path / "truth" / "books", {"value": "set", "separator": ";"}, claims, [("book", "han;kamber")])
    assert consensus.run(tmp_path)["books"]["accuracy"] == 1.0


def test_no_data_is_said_and_no_error(tmp_path, capsys):
    assert consensus.run(tmp_path) == {}
    assert "no folder" in capsys.readouterr().err
