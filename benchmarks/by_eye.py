"""Is the library right where it says something of untouched articles, as two people judged it?

A sample of each kind of statement was drawn with a fixed seed and read twice, the readers blind to each other
(``judging.py``); ids, offsets and verdicts are in ``verdicts/``. Of the judged statements that lie in the data given,
the share that the present code still makes is told as well.
"""

from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from benchmarks.bootstrap import mean_interval
from benchmarks.events import clusters
from benchmarks.judging import SETS, VERDICTS, cases, recorded

NAME = "by_eye"
BESIDE = {"true_share": "mean of two readers' verdicts; one half where they differ"}


def run(data: Path) -> dict[str, dict[str, float]]:
    """For each kind that was judged, the share that is true, and how far the readers agree."""
    events = {event.id: event for name in SETS for event in clusters(data, name)}
    results = {}
    for kind in sorted(path.stem for path in VERDICTS.glob("*.csv")):
        verdicts = recorded(kind)
        means = [sum(pair) / 2 for pair in verdicts.values()]
        first, second = zip(*verdicts.values(), strict=True)
        low, high = mean_interval(means, [event for event, _ in verdicts])
        metrics = {
            "true_share": sum(means) / len(means),
            "true_share_low": low,
            "true_share_high": high,
            "agreement": sum(one == other for one, other in zip(first, second, strict=True)) / len(first),
            "kappa": float(cohen_kappa_score(first, second)),
            "items": float(len(verdicts)),
        }
        here = {event for event, _ in verdicts} & events.keys()
        if here:
            made = {case.key for case in cases(kind, [events[event] for event in sorted(here)])}
            judged = [key for key in verdicts if key[0] in here]
            metrics["still_said"] = sum(key in made for key in judged) / len(judged)
        results[kind] = metrics
    return results
