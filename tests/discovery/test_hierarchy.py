"""Values that contain each other: who is vague is not wrong."""

import pytest

from reliability import discover


def where(*values, **options):
    claims = [(f"s{number}", "birthplace", value) for number, value in enumerate(values)]
    return discover(claims, value_type="path", **options)["birthplace"]


def test_the_most_special_value_that_is_likely_stands():
    found = where(
        "Asia", "Asia/Japan", "Asia/Japan/Osaka", "Asia/Japan/Osaka", "Asia/Japan/Osaka", "Europe/Spain"
    )
    assert found.value == "Asia/Japan/Osaka"
    assert found.supporters == ("s0", "s1", "s2", "s3", "s4")
    assert found.dissenters == ("s5",)


def test_where_details_are_disputed_what_they_have_in_common_stands():
    found = where("Asia/Japan/Osaka", "Asia/Japan/Kobe", "Asia/Japan/Nara", "Asia/Japan", "Asia/Japan")
    assert found.value == "Asia/Japan"
    assert found.dissenters == ()


def test_confidence_falls_from_level_to_level():
    general = where("Asia", "Asia", "Asia", "Asia/Japan", "Asia/Japan")
    assert general.value == "Asia/Japan"
    assert 0.5 < general.confidence < where("Asia", "Asia", "Asia", "Asia", "Asia").confidence


def test_a_crowd_of_small_differences_loses_to_one_branch_that_they_share():
    found = where(
        "Asia/Japan/Osaka", "Asia/Japan/Kobe", "Asia/Japan/Nara", "Europe/Spain/Vigo", "Europe/Spain/Vigo"
    )
    assert found.value.startswith("Asia/Japan")


def test_the_separator_is_what_is_given():
    assert where("2019-08", "2019-08-13", "2019-08-13", "2019-08-13", separator="-").value == "2019-08-13"


def test_sources_that_are_vague_and_right_are_reliable():
    claims = [(source, f"i{n}", f"a{n}/b{n}") for source in "abc" for n in range(10)]
    claims += [("vague", f"i{n}", f"a{n}") for n in range(10)]
    claims += [("wrong", f"i{n}", f"x{n}/y{n}") for n in range(10)]
    found = discover(claims, value_type="path")
    assert found.reliability("vague") == pytest.approx(found.reliability("a"), abs=0.1)
    assert found.reliability("wrong") < 0.5
    assert found["i3"].value == "a3/b3"
