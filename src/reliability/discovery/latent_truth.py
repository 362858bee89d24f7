"""The latent truth model: sets whose members are judged one by one, by who lists them and who leaves them out."""

import numpy as np

from reliability.discovery.estimate import Estimate, Prior
from reliability.discovery.members import Members, join, list_members
from reliability.discovery.posterior import CORRELATION
from reliability.discovery.table import ClaimTable, Floats
from reliability.records import Value

ROUNDS = 30
# Leaving members out is a habit that differs from source to source: two pseudo-claims draw a source towards all.
OMISSION_STRENGTH = 2.0
# Inventing them is rare everywhere: the paper's prior of 10 false listings in 1,010 chances.
INVENTED, INVENTION_CHANCES = 10.0, 1010.0
TRUE_AT_FIRST = (
    0.5  # the paper's beta: a listed member is as likely right as wrong before sources are weighed
)
LEAST, MOST = 0.002, 0.98


def latent_truth(table: ClaimTable, prior: Prior) -> Estimate:
    """Learns how often each source leaves true members out and how often it lists false ones, and decides by both.

    Zhao, Rubinstein, Gemmell, Han: A Bayesian Approach to Discovering Truth from Conflicting Sources for Data
    Integration, PVLDB 5(6), 2012. Departures: expectation-maximisation instead of sampling; the prior of leaving
    out comes from all sources together. A member that every source lists is always in.
    """
    members = list_members(table)
    # One row per claim and member of its item: a claim is looked up through the set it states.
    claim, row = join(table.candidate, members.candidate, len(table.values))
    source, member, listed = table.source[claim], members.member[row], members.listed[row]
    share, sources = table.share[claim], len(table.sources)

    def per_source(amounts: Floats) -> Floats:
        return np.bincount(source, amounts, sources).astype(np.float64, copy=False)

    rated = prior.weights(table)[source]
    asked = np.bincount(member, share, len(members.names))
    listing = np.bincount(member, share * listed, len(members.names))
    truth = listing / asked
    for _ in range(ROUNDS):
        held, false = share * truth[member], share * (1.0 - truth[member])
        usual = (held * listed).sum() / max(float(held.sum()), 1e-9) * OMISSION_STRENGTH
        found = (per_source(held * listed) + usual) / (per_source(held) + OMISSION_STRENGTH)
        invented = (per_source(false * listed) + INVENTED) / (per_source(false) + INVENTION_CHANCES)
        found, invented = np.clip(found, LEAST, MOST), np.clip(invented, LEAST, MOST)
        inside, outside = np.log(found / invented), np.log((1.0 - found) / (1.0 - invented))
        weight = rated * share * np.where(listed > 0.0, inside[source], outside[source])
        odds = np.log(TRUE_AT_FIRST / (1.0 - TRUE_AT_FIRST)) + np.bincount(member, weight, len(members.names))
        truth = 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))
    # Sources that copy one catalogue are wrong together: what they decide stays, how sure it is does not.
    truth = 1.0 / (1.0 + np.exp(-np.clip(odds / (1.0 + CORRELATION * (asked - 1.0)), -30.0, 30.0)))
    truth = np.where(listing >= asked - 1e-9, np.maximum(truth, 1.0 - 1.0 / (2.0 + asked)), truth)
    right = share * np.where(listed > 0.0, truth[member], 1.0 - truth[member])
    voice = table.voice[claim]
    count = len(table.voice_source)
    judged = np.bincount(voice, share, count)
    # Where nobody lists anything there is nothing to be right or wrong about.
    reliability = np.where(judged > 0.0, np.bincount(voice, right, count) / np.maximum(judged, 1e-9), 0.5)
    return Estimate(
        _belief(table, members, truth), reliability, _compose(table, members, truth), probable=True
    )


def _belief(table: ClaimTable, members: Members, truth: Floats) -> Floats:
    """Per stated set, the probability that exactly its members are true."""
    chance = np.where(members.listed > 0.0, truth[members.member], 1.0 - truth[members.member])
    logs = np.bincount(members.candidate, np.log(np.maximum(chance, 1e-300)), len(table.values))
    return np.exp(logs)


def _compose(table: ClaimTable, members: Members, truth: Floats) -> tuple[tuple[Value, float], ...]:
    """Per item the members that are more likely true than not (at least the likeliest), and how probable that set is."""
    truth = np.round(truth, 9)
    best = np.zeros(len(table.items))
    np.maximum.at(best, members.item, truth)
    inside = (truth > TRUE_AT_FIRST) | (truth == best[members.item])
    logs = np.log(np.maximum(np.where(inside, truth, 1.0 - truth), 1e-300))
    probable = np.exp(np.bincount(members.item, logs, len(table.items)))
    chosen: list[set[str]] = [set() for _ in table.items]
    for member in np.flatnonzero(inside):
        chosen[members.item[member]].add(members.names[member])
    return tuple((frozenset(names), float(p)) for names, p in zip(chosen, probable, strict=True))
