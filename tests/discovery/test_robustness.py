"""Copies, liars, vandals, slips of the unit, one event's worth of facts: who must not win."""

import random

import pytest

from reliability import discover
from reliability.discovery import METHODS

NUMBERS = [name for name in METHODS if name != "latent_truth"]


def honest_and_copies(honest, copies, items, seed, wrong=0.4):
    """Honest sources that each err on one item in ten, and one that errs often, printed many times over."""
    draw = random.Random(seed)  # noqa: S311 - a table of claims, no secret
    claims = []
    master = {
        item: f"lie{draw.randrange(1000)}" if draw.random() < wrong else "true" for item in range(items)
    }
    for item in range(items):
        claims += [
            (f"honest{n}", f"item{item}", f"slip{draw.randrange(1000)}" if draw.random() < 0.1 else "true")
            for n in range(honest)
        ]
        claims += [(f"copy{n}", f"item{item}", master[item]) for n in range(copies)]
    return claims


@pytest.mark.parametrize("copies", [5, 8, 12])
@pytest.mark.parametrize("seed", range(5))
def test_copies_do_not_win(copies, seed):
    claims = honest_and_copies(4, copies, 40, seed)
    found = discover(claims)
    assert sum(truth.value == "true" for truth in found.truths.values()) >= 38
    voted = discover(claims, method="vote")
    assert sum(truth.value == "true" for truth in voted.truths.values()) <= 30


def test_copies_are_named_and_honest_sources_are_not():
    found = discover(honest_and_copies(4, 5, 40, 1))
    pairs = {pair.sources for pair in found.copying}
    assert len(pairs) == 10
    assert all(source.startswith("copy") for pair in pairs for source in pair)
    assert all(pair.shared == 40 for pair in found.copying)


def test_agreeing_on_what_is_true_is_no_copying():
    claims = [
        (f"s{n}", f"item{item}", "true" if item % 10 != n else f"slip{n}")
        for n in range(6)
        for item in range(60)
    ]
    assert not discover(claims, method="accucopy").copying


@pytest.mark.parametrize("sources", [3, 10])
def test_sources_that_are_always_right_are_not_undone_by_one_that_never_is(sources):
    claims = [(f"s{n}", f"item{item}", "true") for n in range(sources) for item in range(100)]
    claims += [("liar", f"item{item}", f"lie{item}") for item in range(0, 100, 2)]
    found = discover(claims)
    assert all(truth.value == "true" for truth in found.truths.values())
    assert found.reliability("s0") > found.reliability("liar")


def test_similar_wrong_values_do_not_support_each_other():
    claims = [
        ("a", "toll", 40.0),
        ("b", "toll", 40.0),
        ("c", "toll", 52.0),
        ("d", "toll", 53.0),
        ("e", "toll", 54.0),
    ]
    assert discover(claims)["toll"].value == 40.0


@pytest.mark.parametrize("method", NUMBERS)
def test_one_slip_of_the_unit_moves_nothing(method):
    claims = [
        (source, item, amount) for source in "abcd" for item, amount in (("x", 2e9), ("y", 35.0), ("z", 17.0))
    ]
    claims += [("e", "x", 2e6), ("e", "y", 35.0), ("e", "z", 17.0)]
    found = discover(claims, method=method, value_type="number")
    assert [found[item].value for item in "xyz"] == [2e9, 35.0, 17.0]


@pytest.mark.parametrize("method", ["weighted_median", "crh", "catd"])
def test_numbers_that_nobody_repeats_settle_in_the_middle(method):
    claims = [
        (source, item, base + n)
        for n, source in enumerate("abcde")
        for item, base in (("x", 10.0), ("y", 50.0))
    ]
    claims += [("vandal", "x", 1e9), ("vandal", "y", -1e9)]
    found = discover(claims, method=method)
    assert 10.0 <= found["x"].value <= 14.0
    assert 50.0 <= found["y"].value <= 54.0


def test_a_lone_source_in_another_unit_does_not_become_the_only_honest_one():
    claims = []
    for hour in range(50):
        claims += [
            (source, f"{hour}|pressure", 29.8 + (hour + n) % 4 / 100) for n, source in enumerate("abcdef")
        ]
        claims.append(("hectopascal", f"{hour}|pressure", 1009.0 + hour))
    found = discover(claims)
    assert all(truth.value < 31 for truth in found.truths.values())


@pytest.mark.parametrize("seed", range(4))
def test_a_crowd_that_is_wrong_together_on_one_kind_of_fact_gives_way_to_sources_that_are_right_elsewhere(
    seed,
):
    draw = random.Random(seed)  # noqa: S311 - a table of claims, no secret
    claims = []
    for flight in range(40):
        for source in "abc":
            gate = f"G{flight}" if draw.random() < 0.95 else f"X{draw.randrange(99)}"
            claims += [(source, f"{flight}|gate", gate), (source, f"{flight}|departs", f"{flight}:00")]
        for source in "vwxyz":  # say when it took off, and are careless with gates
            gate = f"G{flight}" if draw.random() < 0.6 else f"X{draw.randrange(99)}"
            claims += [(source, f"{flight}|gate", gate), (source, f"{flight}|departs", f"{flight}:15")]
    found = discover(claims)
    assert all(found[f"{flight}|departs"].value == f"{flight}:00" for flight in range(40))
    assert discover(claims, method="vote")["7|departs"].value == "7:15"


def test_a_handful_of_articles_with_a_dozen_facts_is_enough():
    facts = {f"fact{n}": str(n) for n in range(12)}
    claims = [(source, fact, value) for source in "abcd" for fact, value in facts.items()]
    claims += [
        ("liar", fact, value if n % 3 else f"not {value}") for n, (fact, value) in enumerate(facts.items())
    ]
    found = discover(claims)
    assert {item: truth.value for item, truth in found.truths.items()} == facts
    assert all(truth.confidence > 0.7 for truth in found.truths.values())
    assert found.reliability("liar") < 0.75
    assert found.reliability("a") > 0.85


def test_sources_that_are_right_elsewhere_outweigh_one_more_that_is_wrong_elsewhere():
    claims = []
    for item in range(30):
        good, bad = f"true{item}", "xyz"
        claims += [("a", f"i{item}", good), ("b", f"i{item}", good), ("c", f"i{item}", good)]
        claims += [(source, f"i{item}", f"{source}{item}") for source in bad]
    claims += [
        ("a", "last", "right"),
        ("b", "last", "right"),
        *[(source, "last", "wrong") for source in "xyz"],
    ]
    assert discover(claims)["last"].value == "right"
    assert discover(claims, method="vote")["last"].value == "wrong"


def test_a_set_is_put_together_from_its_members():
    claims = []
    for book in range(20):
        claims += [(source, f"book{book}", {"first", "second"}) for source in "abg"]
        short = (
            {"first"} if book % 2 == 0 else {"first", "second"}
        )  # the others often list the first author only
        claims += [(source, f"book{book}", short) for source in "cde"]
        claims += [("f", f"book{book}", {"first", "second", f"publisher{book}"})]
    found = discover(claims)
    assert found.method == "latent_truth"
    assert all(truth.value == {"first", "second"} for truth in found.truths.values())
    assert found["book0"].supporters == ("a", "b", "g")


def test_sets_can_be_written_as_text():
    claims = [("a", "book", "han; kamber"), ("b", "book", "kamber;han")]
    assert discover(claims, separator=";")["book"].value == {"han", "kamber"}


def test_an_empty_set_is_a_value_too():
    assert discover([("a", "x", set()), ("b", "x", set())])["x"].value == frozenset()
    assert discover([("a", "x", set()), ("b", "x", {"k"}), ("c", "x", {"k"})])["x"].value == {"k"}
