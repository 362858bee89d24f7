"""The default names what it chose, and chooses by the shape of the table."""

from reliability import discover


def test_values_item_by_item_are_for_accucopy():
    found = discover([(source, f"i{n}", f"v{n}") for source in "abc" for n in range(5)])
    assert found.method == "accucopy"
    assert found.reason.endswith(".")


def test_classes_that_come_back_are_for_dawid_skene():
    found = discover([(source, f"i{n}", "yes" if n % 3 else "no") for source in "abc" for n in range(30)])
    assert found.method == "dawid_skene"
    assert "2 classes" in found.reason


def test_codes_are_told_from_numbers():
    assert (
        discover([(source, f"i{n}", str(n % 2)) for source in "abc" for n in range(30)]).method
        == "dawid_skene"
    )
    assert (
        discover([(source, f"i{n}", str(n * 10)) for source in "abc" for n in range(30)])["i3"].value == 30.0
    )


def test_numbers_that_nobody_repeats_are_for_medians():
    few = [(source, f"i{n}", 10.0 * n + k) for k, source in enumerate("abc") for n in range(4)]
    many = [(source, f"i{n}", 10.0 * n + k) for k, source in enumerate("abc") for n in range(20)]
    assert discover(few).method == "weighted_median"
    assert discover(many).method == "crh"


def test_many_sources_with_a_claim_or_two_are_for_investment():
    claims = [(f"s{n}-{k}", f"i{n}", f"v{n}") for n in range(30) for k in range(3)]
    assert discover(claims).method == "investment"


def test_the_method_that_was_asked_for_is_used():
    found = discover([("a", "x", "1"), ("b", "x", "1")], method="truthfinder")
    assert (found.method, found.reason) == ("truthfinder", "You asked for it.")
