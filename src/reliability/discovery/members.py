"""Sets taken apart: every member that anybody lists of an item, and which stated sets hold it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from reliability.discovery.table import ClaimTable, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Every set against every member that anybody lists for its item.

    Attributes:
        names: Per member (of one item), what is listed.
        item: Per member, its item.
        member: Per observation, which member.
        candidate: Per observation, which stated set.
        listed: Per observation, 1 where the set holds the member and 0 where it leaves it out.
    """

    names: tuple[str, ...]
    item: Ints
    member: Ints
    candidate: Ints
    listed: Floats


def list_members(table: ClaimTable) -> Members:
    """Lists every member once per item, and every stated set against all members of its item."""
    sets = cast("Sequence[frozenset[str]]", table.values)
    pairs = [(item, name) for item, names in zip(table.item_of.tolist(), sets, strict=True) for name in names]
    keys = sorted(set(pairs))
    index = {key: number for number, key in enumerate(keys)}
    item = np.fromiter((key[0] for key in keys), np.intp, len(keys))
    candidate, member = join(table.item_of, item, len(table.items))
    sizes = np.fromiter(map(len, sets), np.intp, len(sets))
    held = np.fromiter(map(index.__getitem__, pairs), np.intp, len(pairs))
    holds = np.repeat(np.arange(len(sets)), sizes) * len(keys) + held
    listed = np.isin(candidate * len(keys) + member, holds).astype(np.float64)
    return Members(tuple(name for _, name in keys), item, member, candidate, listed)


def join(left: Ints, right: Ints, size: int) -> tuple[Ints, Ints]:
    """All pairs of positions (in ``left``, in ``right``) that hold the same key below ``size``."""
    order = np.argsort(right, kind="stable")
    count = np.bincount(right, minlength=size)
    start = np.cumsum(count) - count
    repeat = count[left]
    first = np.repeat(np.arange(len(left)), repeat)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(repeat) - repeat, repeat)
    return first, order[start[left][first] + offset]
