"""How reliable every voice is, given how far each of its claims holds."""

from dataclasses import dataclass

import numpy as np

from reliability.discovery.estimate import Prior
from reliability.discovery.table import ClaimTable, Floats

LEAST, MOST = 0.01, 0.99
# A kind of fact gets a reliability of its own as soon as a source makes a handful of claims of it.
OWN_KIND = 4.0
# Kinds are judged by a source's other kinds first and by themselves in the end, in steps: otherwise a kind in
# which a crowd is wrong together confirms itself (departure times: take-off against leaving the gate).
# Where a good start is known, a kind is judged by itself at once.
STEPS = (*[1e6] * 6, *np.geomspace(1e3, OWN_KIND, 8), *[OWN_KIND] * 8)
SETTLED = (OWN_KIND,) * 16


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """Turns credit into reliability, drawing the few-claimed towards what else is known.

    Attributes:
        table: The claims.
        weight: Per claim, how far it counts; none where nobody else speaks of the item.
        expected: Per voice, its reliability before it speaks.
        strength: Per voice, how many claims that is worth.
    """

    table: ClaimTable
    weight: Floats
    expected: Floats
    strength: Floats

    @classmethod
    def of(cls, table: ClaimTable, prior: Prior, unknown: Floats, independence: Floats) -> "Judge":
        """A judge for a table; ``unknown`` is the reliability per voice of sources nobody rated."""
        witnessed = table.voices_of[table.item] > 1.0
        return cls(table, table.share * independence * witnessed, *prior.per_voice(table, unknown))

    def reliability(self, credit: Floats, step: float) -> Floats:
        """Per voice, the share of its claims that hold.

        A voice is drawn towards its source's *other* kinds with the weight of ``step`` claims, and those
        towards the prior. Where all facts are of one kind, towards the prior alone.
        """
        table = self.table
        claims, held = table.per_voice(self.weight), table.per_voice(self.weight * credit)
        if len(table.kinds) == 1:
            estimate = (held + self.strength * self.expected) / (claims + self.strength)
            return np.clip(estimate, LEAST, MOST)
        sources = len(table.sources)
        others = np.bincount(table.voice_source, claims, sources)[table.voice_source] - claims
        held_there = np.bincount(table.voice_source, held, sources)[table.voice_source] - held
        elsewhere = (held_there + self.strength * self.expected) / (others + self.strength)
        return np.clip((held + step * elsewhere) / (claims + step), LEAST, MOST)
