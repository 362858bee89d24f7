"""Is the library right where it says something of untouched articles, as two people judged it?

A sample of each kind of statement was drawn with a fixed seed and read twice, the readers blind to each other
(``judging.py``; some lines of ``furniture`` by one reader twice); ids, offsets and verdicts are in ``verdicts/``. Where the
data is there, only what the present code still says of it is counted; ``still_said`` is the share of all that was judged.
"""

from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from benchmarks.bootstrap import mean_interval
from benchmarks.events import clusters
from benchmarks.judging import VERDICTS, WITH_OUTLETS, cases, recorded

NAME = "by_eye"
BESIDE = {
    "true_share": "mean of two readers' verdicts, one half where they differ; earlier samples, and the alarms on numbers,"
    " were looked at before the present rules were set, so these shares are somewhat kind"
}


def run(data: Path) -> dict[str, dict[str, float]]:
    """For each kind that was judged, the share that is true, and how far the readers agree."""
    events = {event.id: event for name in WITH_OUTLETS for event in clusters(data, name)}
    results = {}
    for kind in sorted(path.stem for path in VERDICTS.glob("*.csv")):
        verdicts = recorded(kind)
        here = [key for key in verdicts if key[0] in events]
        ordered = [event for _, event in sorted(events.items())]
        made = {case.key for case in cases(kind, ordered, {name for name, _ in here})}
        counted = [key for key in verdicts if key[0] not in events or key in made]
        if not counted:
            continue
        means = [sum(verdicts[key]) / 2 for key in counted]
        first, second = zip(*(verdicts[key] for key in counted), strict=True)
        low, high = mean_interval(means, [event for event, _ in counted])
        metrics = {
            "true_share": sum(means) / len(means),
            "true_share_low": low,
            "true_share_high": high,
            "agreement": sum(one == other for one, other in zip(first, second, strict=True)) / len(first),
            "kappa": float(cohen_kappa_score(first, second)),
            "items": float(len(counted)),
        }
        if here:
            metrics["still_said"] = sum(key in made for key in here) / len(here)
        results[kind] = metrics
    return results
