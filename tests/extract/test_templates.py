"""What a linear model looks at: the sum of one entry per template."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability.extract.templates import ENTRIES, Table, Templates

SIZES = {"word0": 7, "sign0": 5}
WANTED = ("word0", "sign0", "word0 sign0", "sign0 word1 word0")


def table(templates: Templates) -> Table:
    weights = {
        name: np.random.default_rng(len(name)).normal(size=size).astype(np.float32)
        for name, size in zip(templates.names, templates.sizes(SIZES), strict=True)
    }
    return Table.of(templates, weights, np.float32(0.5))


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=9), st.permutations(WANTED))
def test_a_score_is_the_sum_of_its_entries_in_whatever_order_the_templates_stand(rows, order):
    atoms = np.array(rows).T
    first, second = (Templates(("word0", "sign0", "word1"), some, "x_") for some in (WANTED, order))
    whole = table(first)
    parts = dict(whole.parts())
    by_hand = 0.5 + sum(parts[term.name][term.index] for term in first.terms(atoms, SIZES) if term.index.size)
    assert whole.score(atoms) == pytest.approx(by_hand, abs=1e-5)
    assert table(second).score(atoms) == pytest.approx(by_hand, abs=1e-5)


def test_entries_of_several_atoms_stay_within_their_table():
    templates = Templates(("word0", "sign0", "word1"), WANTED, "x_")
    index = templates.index(np.full((3, 4), 2**31))
    assert index[2:].min() >= 0
    assert index[2:].max() < ENTRIES
