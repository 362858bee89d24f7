"""Weights tuned to labelled events, with what they gain on events that they were not fitted on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reliability.records import InputError
from reliability.scoring.accuracy import Accuracy, accuracy, gain
from reliability.scoring.cases import Case, Floats, shares
from reliability.scoring.config import Config
from reliability.scoring.crossvalidation import by_event, by_outlet
from reliability.scoring.fit import choose_pull, fit

FEWEST_EVENTS = 5  # with articles of both kinds: fewer cannot tell a better weight from luck
_CHANCE = 0.5
_BEGIN, _END = "# Tuned by `reliability tune`", "# End of the tuning's record."


@dataclass(frozen=True, slots=True)
class Tuning:
    """Tuned weights, and what is known of them.

    Attributes:
        config: The present settings with the tuned weights, which sum to 100.
        present: The settings before.
        before: Pairwise accuracy of the present weights.
        after: That of weights fitted, as the tuned ones were, without the event they are asked about.
        gain: From ``before`` to ``after``.
        outlets_before: ``before`` on the pairs with two known outlets; ``None`` where too few outlets are known.
        outlets_after: On the same pairs, of weights fitted without the event and without either outlet.
        outlets_gain: From ``outlets_before`` to ``outlets_after``.
        pull: How strongly the present weights held the fit back; see ``fit``.
        articles: How many labelled or compared articles the fit rests on.
    """

    config: Config
    present: Config
    before: Accuracy
    after: Accuracy
    gain: Accuracy
    outlets_before: Accuracy | None
    outlets_after: Accuracy | None
    outlets_gain: Accuracy | None
    pull: float
    articles: int

    @property
    def verdict(self) -> str:
        """What the figures say of the tuned weights, in one sentence."""
        if self.after.value <= _CHANCE:
            return (
                "No weights of 0 or more put these articles in their order better than chance does: "
                "is 1 the reliable end, and do the features measure what the labels mean?"
            )
        if self.gain.low <= 0.0:
            return (
                "On events they have not seen, weights tuned so are not surely better than the present ones."
            )
        if self.outlets_gain is None:
            return "On events they have not seen, weights tuned so rank better than the present ones."
        if self.outlets_gain.value <= self.gain.value / 2:
            return (
                "They rank better on new events, but not on new outlets: "
                "what they have learned is mostly which outlets these are."
            )
        return "They rank better on events they have not seen, and on outlets they have not seen."


def tuned(cases: Sequence[Case], config: Config, record: Mapping[str, str]) -> Tuning:
    """Tunes the weights of ``config`` to the pairs of ``cases``.

    Args:
        cases: The events, measured under ``config``, in an order that does not depend on how they were given.
        config: The present settings.
        record: What to write down at the head of the file beside the fit: data, versions.

    Raises:
        InputError: Too few events with a pair, or labels that run against every feature.
    """
    from threadpoolctl import threadpool_limits  # late: scikit-learn brings it

    paired = [case for case in cases if len(case.pairs)]
    if len(paired) < FEWEST_EVENTS:
        raise InputError(_too_few(len(paired)), field="label")
    with threadpool_limits(1):  # the matrices are small: threads would only wait for each other
        return _with_record(_tuned(paired, config), record)


def _tuned(paired: Sequence[Case], config: Config) -> Tuning:
    present = shares(config)
    pull = choose_pull(paired, present)
    weights = _rounded(fit(paired, present, pull))
    if not weights.any():
        raise InputError(
            "the labels run against every feature, so no weights of 0 or more follow them; is 1 the reliable end?",
            field="label",
        )
    old, new = [case.leads(present) for case in paired], by_event(paired, present)
    unseen = by_outlet(paired, present)
    return Tuning(
        config=config.with_weights(dict(zip(config.features, weights.tolist(), strict=True))),
        present=config,
        before=accuracy(old),
        after=accuracy(new),
        gain=gain(old, new),
        outlets_before=accuracy(unseen[0]) if unseen else None,
        outlets_after=accuracy(unseen[1]) if unseen else None,
        outlets_gain=gain(*unseen) if unseen else None,
        pull=pull,
        articles=sum(len(np.unique(case.pairs)) for case in paired),
    )


def _too_few(events: int) -> str:
    wanted = f"tuning needs at least {FEWEST_EVENTS} events that hold a more and a less reliable article"
    if not events:
        return f"no event has articles with different labels; {wanted}"
    return f"only {events} {'event has' if events == 1 else 'events have'} articles with different labels; {wanted}"


def _rounded(weights: Floats) -> Floats:
    """Weights as a person writes them: to a tenth, still summing to 100."""
    tenths = np.round(weights * 10.0)
    if tenths.any():
        tenths[np.argmax(tenths)] += 1000.0 - tenths.sum()
    return np.asarray(tenths / 10.0)


def _with_record(found: Tuning, record: Mapping[str, str]) -> Tuning:
    """The same, its settings' TOML headed by how they came about."""
    lines = {
        "fit": f"pairwise logistic, weights of 0 or more, pull {found.pull:g} towards the weights before",
        "events": f"{found.after.events}, with {found.after.pairs} pairs of {found.articles} articles",
        "before": f"pairwise accuracy {found.before}, 95% interval by event",
        "after": f"{found.after}, cross-validated by event; gain {found.gain}",
    }
    if found.outlets_after is not None:
        lines["outlets"] = (
            f"{found.outlets_before} before, {found.outlets_after} after, on events and outlets left out of the fit"
        )
    lines["weights before"] = ", ".join(
        f"{name} {found.present.share(name):.1f}" for name in found.present.features
    )
    entries = "".join(f"#   {key:15}{value}\n" for key, value in (lines | dict(record)).items())
    head = f"{_BEGIN}; what is said below of where a weight comes from held before it.\n{entries}{_END}\n\n"
    text = head + _without_record(found.config.to_toml())
    return replace(found, config=replace(found.config, _source=text))


def _without_record(text: str) -> str:
    """A weights file without the record of an earlier tuning."""
    if not text.startswith(_BEGIN) or _END not in text:
        return text
    return text.split(_END, 1)[1].lstrip("\n")
