"""What truth discovery promises of any table, whichever algorithm is used."""

import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reliability
from reliability import ConfigError, InputError, discover
from reliability.discovery import METHODS

WORDS = [name for name in METHODS if name not in {"weighted_median", "latent_truth"}]
CAPITALS = [
    *[(source, "bern", "CH") for source in "abcd"],
    *[(source, "oslo", "NO") for source in "abc"],
    ("d", "oslo", "SE"),
    *[(source, "rome", "IT") for source in "abd"],
    ("c", "rome", "VA"),
]
TABLES = st.lists(
    st.tuples(
        st.sampled_from("abcdef"), st.sampled_from(["p|x", "q|x", "r|y", "s|y"]), st.sampled_from("123")
    ),
    min_size=1,
    max_size=40,
)


def as_values(claims, method):
    """The same claims with values of the type that the algorithm is for."""
    if method == "latent_truth":
        return [(source, item, {value}) for source, item, value in claims]
    return (
        [(source, item, float(value)) for source, item, value in claims]
        if method == "weighted_median"
        else claims
    )


@pytest.mark.parametrize("method", WORDS)
def test_the_value_of_the_clear_majority_wins(method):
    found = discover(CAPITALS, method=method)
    assert {item: found[item].value for item in found.truths} == {"bern": "CH", "oslo": "NO", "rome": "IT"}


@pytest.mark.parametrize("method", WORDS)
def test_supporters_and_dissenters_are_named(method):
    oslo = discover(CAPITALS, method=method)["oslo"]
    assert (oslo.supporters, oslo.dissenters) == (("a", "b", "c"), ("d",))


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(claims=TABLES)
def test_unanimous_sources_are_never_contradicted(method, claims):
    value_type = "category" if method in WORDS else None
    found = discover(as_values(claims, method), method=method, value_type=value_type)
    for item, truth in found.truths.items():
        stated = {value for _, name, value in claims if name == item}
        assert 0.0 <= truth.confidence <= 1.0
        if len(stated) == 1:
            assert truth.value in (stated | {float(v) for v in stated} | {frozenset(stated)})
            assert not truth.dissenters


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(claims=TABLES, data=st.data())
def test_the_order_of_claims_changes_nothing(method, claims, data):
    value_type = "category" if method in WORDS else None
    shuffled = data.draw(st.permutations(claims))
    first, second = (
        discover(as_values(table, method), method=method, value_type=value_type)
        for table in (claims, shuffled)
    )
    assert first == second


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(claims=TABLES, names=st.permutations("uvwxyz"))
def test_the_names_of_sources_and_items_change_nothing(method, claims, names):
    value_type = "category" if method in WORDS else None
    other = dict(zip("abcdef", names, strict=True))
    renamed = [(other[source], "m" + item, value) for source, item, value in claims]
    first, second = (
        discover(as_values(table, method), method=method, value_type=value_type)
        for table in (claims, renamed)
    )
    for item, truth in first.truths.items():
        assert second["m" + item].value == truth.value
        assert second["m" + item].confidence == pytest.approx(truth.confidence, abs=1e-6)
        assert {*second["m" + item].supporters} == {other[source] for source in truth.supporters}


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=15, deadline=None)
@given(claims=TABLES)
def test_a_claim_that_is_made_twice_counts_once(method, claims):
    value_type = "category" if method in WORDS else None
    once, twice = (
        discover(as_values(table, method), method=method, value_type=value_type)
        for table in (claims, claims * 2)
    )
    assert once == twice


def test_a_tie_goes_to_the_smaller_value():
    tied = [("a", "x", "2"), ("b", "x", "10"), ("a", "y", "pear"), ("b", "y", "apple")]
    found = discover(tied, method="vote", value_type="category")
    assert (found["x"].value, found["y"].value) == ("10", "apple")
    assert discover(tied[:2], method="vote", value_type="number")["x"].value == 2.0


@pytest.mark.parametrize("method", [None, *WORDS])
def test_one_source_alone_is_repeated_and_abstained_from(method):
    found = discover([*CAPITALS, ("a", "riga", "LV")], method=method)
    assert (found["riga"].value, found["riga"].abstained) == ("LV", True)
    assert not found["oslo"].abstained
    assert found["riga"].confidence < found["bern"].confidence


def test_items_below_the_least_confidence_are_abstained_from():
    tied = [("a", "x", "1"), ("b", "x", "2")]
    assert discover(tied, least_confidence=0.9)["x"].abstained
    assert not discover(tied)["x"].abstained


def test_ratings_decide_between_two_and_a_mapping_is_as_good_as_a_file(tmp_path):
    tied = [("good.org", "x", "9"), ("bad.org", "x", "1")]
    file = tmp_path / "ratings.csv"
    file.write_text("domain,reliability\ngood.org,0.9\nbad.org,0.2\n", encoding="utf-8")
    for method in ("accucopy", "accu", "vote", "truthfinder", "catd", "dawid_skene"):
        assert discover(tied, method=method)["x"].value == 1.0
        assert discover(tied, method=method, priors={"good.org": 0.9, "bad.org": 0.2})["x"].value == 9.0
        assert discover(tied, method=method, priors=file)["x"].value == 9.0


def test_frames_files_and_tuples_say_the_same(tmp_path):
    columns = dict(zip(("source", "item", "value"), zip(*CAPITALS, strict=True), strict=True))
    file = tmp_path / "claims.csv"
    pd.DataFrame(columns).to_csv(file, index=False)
    wanted = discover(CAPITALS)
    for given_as in (pd.DataFrame(columns), pl.DataFrame(columns), pl.LazyFrame(columns), file, str(file)):
        assert discover(given_as) == wanted


def test_the_last_bar_of_an_item_splits_off_its_kind_unless_one_is_given():
    found = discover([("a", "AA|1|gate", "7"), ("b", "AA|1|gate", "7")])
    assert found["AA|1|gate"].kind == "gate"
    assert discover([("a", "x|gate", "7", "door")])["x|gate"].kind == "door"


def test_reliability_is_told_per_kind_of_fact():
    claims = []
    for number in range(12):
        for source in "abc":
            claims += [(source, f"{number}|time", "10:00"), (source, f"{number}|gate", "A1")]
        claims += [("d", f"{number}|time", "10:00"), ("d", f"{number}|gate", f"B{number}")]
    found = discover(claims)
    assert found.reliability("d", "time") > 0.7
    assert found.reliability("d", "gate") < 0.3
    assert found.reliability("nobody", "time") is None


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([], "no claims"),
        ([("a", "x")], "tuple"),
        ([("a", "x", None)], "missing"),
        ([("a", "x", float("nan"))], "missing"),
        ([("a", "x", "1"), ("a", "y", "2", "kind")], "kind"),
        (pd.DataFrame({"source": ["a"], "item": ["x"]}), "'value'"),
        ("no/such/file.csv", "no/such/file.csv"),
    ],
)
def test_claims_that_cannot_be_read_are_refused_with_the_reason(claims, words):
    with pytest.raises(InputError, match=words):
        discover(claims)


def test_a_short_row_of_a_file_is_named_by_its_line(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text("source,item,value\na,x,1\nb,x\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"claims\.csv:3"):
        discover(file)


@pytest.mark.parametrize(
    "settings",
    [
        {"method": "magic"},
        {"method": "weighted_median"},
        {"method": "latent_truth"},
        {"tolerance": 2},
        {"prior_strength": -1},
        {"priors": {"a": 7}},
        {"priors": {"a": "well"}},
    ],
)
def test_settings_that_cannot_be_used_are_refused(settings):
    with pytest.raises(ConfigError):
        discover(CAPITALS, **settings)


def test_words_are_no_numbers():
    with pytest.raises(InputError, match="not a number"):
        discover(CAPITALS, value_type="number")
    with pytest.raises(InputError, match="no type of value"):
        discover(CAPITALS, value_type="colour")


def test_discover_is_a_public_name():
    assert reliability.discover is discover
    assert "discover" in reliability.__all__
