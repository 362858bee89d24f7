"""What a linear model looks at: templates of atoms, each an entry in one long table of weights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]

ENTRIES = 1 << 15  # per template of several atoms: an address is a hash
_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F])
_SHIFT = 17  # the middle bits of the sum are the best mixed


@dataclass(frozen=True, slots=True)
class Term:
    """One template at some rows: its name, its entry per row, and how many entries it has."""

    name: str
    index: Numbers
    size: int


class Templates:
    """Templates over named atoms: ``"frame-1 stem0 frame1"`` is looked up by a hash of the three, a lone atom by itself.

    Args:
        atoms: The names of the atoms, in the order of the rows they will be given in.
        templates: The templates; each is named by its atoms.
        prefix: What comes before each template's name in the tables.
    """

    def __init__(self, atoms: Sequence[str], templates: Sequence[str], prefix: str) -> None:
        row = {atom: number for number, atom in enumerate(atoms)}
        split = [template.split() for template in templates]
        several = sorted((parts for parts in split if len(parts) > 1), key=len, reverse=True)
        self.alone = [parts[0] for parts in split if len(parts) == 1]
        self.names = [prefix + "+".join(parts) for parts in (*([atom] for atom in self.alone), *several)]
        self._alone = np.array([row[atom] for atom in self.alone], np.int64)
        # By place in the template, the atoms of those that are long enough: the longest come first.
        self._parts = [
            np.array([row[parts[place]] for parts in several if len(parts) > place])
            for place in range(max(map(len, several), default=0))
        ]
        self._several = len(several)

    def index(self, rows: Numbers) -> Numbers:
        """The entry of each template in its own table, for atoms by row (atoms x places)."""
        found = np.empty((len(self._alone) + self._several, rows.shape[1]), np.int64)
        found[: len(self._alone)] = rows[self._alone]
        mixed = found[len(self._alone) :]
        for place, atoms in enumerate(self._parts):
            part = rows.take(atoms, axis=0)
            part *= _FACTORS[place]
            if place:
                mixed[: len(atoms)] += part
            else:
                mixed[:] = part
        mixed >>= _SHIFT
        mixed &= ENTRIES - 1
        return found

    def sizes(self, atoms: Mapping[str, int]) -> list[int]:
        """How many entries each template's table has, given how many values each lone atom takes."""
        return [atoms[atom] for atom in self.alone] + [ENTRIES] * self._several

    def terms(self, rows: Numbers, atoms: Mapping[str, int]) -> list[Term]:
        """The templates one by one, for fitting."""
        return [Term(*term) for term in zip(self.names, self.index(rows), self.sizes(atoms), strict=True)]


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of some templates as one array, and where each template's begin."""

    templates: Templates
    weights: Scores
    offsets: Numbers
    constant: Scores

    @classmethod
    def of(cls, templates: Templates, tables: Mapping[str, Scores], constant: Scores) -> "Table":
        """Lays the tables of the templates end to end."""
        parts = [tables[name] for name in templates.names]
        ends = np.cumsum([len(part) for part in parts])
        return cls(
            templates, np.concatenate(parts), (ends - [len(part) for part in parts])[:, None], constant
        )

    def parts(self) -> Iterator[tuple[str, Scores]]:
        """The weights of each template, with its name."""
        edges = [*self.offsets[:, 0].tolist(), len(self.weights)]
        for name, begin, end in zip(self.templates.names, edges, edges[1:], strict=False):
            yield name, self.weights[begin:end]

    def score(self, rows: Numbers) -> Scores:
        """The sum of the weights at each place; a row of sums where a weight has several columns."""
        index = self.templates.index(rows)
        index += self.offsets
        total: Scores = self.weights.take(index, axis=0).sum(0)
        total += self.constant
        return total
