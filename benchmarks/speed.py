"""How much time and memory does an article cost, stage by stage, beside the libraries that measure articles too?

Times are CPU time of one process after a warm-up call, the median of several repetitions; memory is the peak of what
Python and numpy hold, measured in a run of its own.
"""

import gc
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import reliability
from benchmarks.events import FIXTURES, clusters, fixture_events
from benchmarks.progress import say, track
from benchmarks.variations import varied
from reliability import pipeline
from reliability.records import Event

NAME = "speed"
BESIDE = {
    "ratio_to_textstat": "times the CPU time of textstat's 12 measures that need no download, same texts, same run",
    "import_ms": "0 is the time to import numpy alone",
}

SHOWN = ("ms_per_article", "ratio_to_textstat", "peak_mb", "import_ms")  # in the README

REPETITIONS = 5
STARTS = 7  # fresh interpreters, of which the median is taken: the first ones find no compiled files
ARTICLES = 200  # of a large set: enough for a figure that keeps two digits
SIZES = (5, 50, 500, 5000)
CLAIMS, PER_ITEM = 100_000, 10
# Seconds; a size expected to take longer is left out, and that is said. More where a data folder is given.
LONGEST, LONGEST_WITH_DATA = 60.0, 900.0
# textstat's measures of English that count letters, words and sentences; the others fetch a dictionary.
TEXTSTAT = (
    *("lix", "rix", "automated_readability_index", "coleman_liau_index", "mcalpine_eflaw", "reading_time"),
    *("lexicon_count", "sentence_count", "char_count", "letter_count", "long_word_count", "miniword_count"),
)


def run(data: Path) -> dict[str, dict[str, float]]:
    """The figures of the fixture events, of ``clusters/allsides_events``, of ``discover``, and of events that grow.

    Args:
        data: A folder laid out like the evaluation data; the fixtures are measured in any case.
    """
    fixtures = fixture_events()
    starts = import_times()
    results = {"fixtures": {**measured(fixtures), **starts}}
    large = _first(clusters(data, "allsides_events"), ARTICLES)
    if large:
        results["allsides_events"] = {**measured(large), **starts}
    results["discover"] = discovered()
    results.update(grown(fixtures, LONGEST if data == FIXTURES else LONGEST_WITH_DATA))
    return results


def measured(events: list[Event]) -> dict[str, float]:
    """Time per article, whole, by stage and beside others; peak memory."""
    texts = [article.text for event in events for article in event.articles]
    reliability.score(events[0])  # the warm-up: libraries and word lists come in now
    rounds = range(REPETITIONS)
    whole = [
        _seconds(_ranked, edition(events, f"whole {number}"))
        for number in track(rounds, "whole", REPETITIONS)
    ]
    stages = [_stages(edition(events, f"stage {number}")) for number in track(rounds, "stages", REPETITIONS)]
    per_article = 1000.0 / len(texts)
    figures = {
        "articles": float(len(texts)),
        "chars_per_article": sum(map(len, texts)) / len(texts),
        "ms_per_article": median(whole) * per_article,
        **{f"ms_{stage}": median(spent[stage] for spent in stages) * per_article for stage in stages[0]},
        "peak_mb": peak(lambda: _ranked(edition(events, "memory"))),
    }
    for library, call in peers().items():
        spent = [_seconds(_called, call, edition(events, f"{library} {number}")) for number in rounds]
        figures[f"ms_{library}"] = median(spent) * per_article
        figures[f"ratio_to_{library}"] = figures["ms_per_article"] / figures[f"ms_{library}"]
    return figures


def discovered() -> dict[str, float]:
    """CPU seconds of truth discovery on a hundred thousand claims, with the default, for each shape of table."""
    chance = random.Random(0)  # noqa: S311 - repeatable, no secret
    tables: dict[str, list[tuple[str, str, Any]]] = {"words": [], "labels": [], "numbers": [], "sets": []}
    for claim in range(CLAIMS):
        item, right = claim // PER_ITEM, chance.random() < 0.8
        wrong, source = chance.randrange(3), f"s{claim % PER_ITEM}-{chance.randrange(4)}"
        tables["words"].append((source, f"i{item}", f"{item}" + ("" if right else f" or {wrong}")))
        tables["labels"].append((source, f"i{item}", "abcd"[item % 4 if right else wrong]))
        tables["numbers"].append(
            (source, f"i{item}", 1000.0 * item + (0.0 if right else wrong + chance.random()))
        )
        tables["sets"].append(
            (source, f"i{item}", frozenset({f"{item}", *([] if right else [f"also {wrong}"])}))
        )
    figures = {"claims": float(CLAIMS)}
    for name, claims in tables.items():
        reliability.discover(claims[: 100 * PER_ITEM])
        figures[f"seconds_{name}"] = min(_seconds(reliability.discover, claims) for _ in range(3))
    return figures


def edition(events: list[Event], name: str) -> list[Event]:
    """The same events with a last line of their own: textstat remembers texts, and would be timed at remembering."""
    return [
        replace(
            event,
            articles=tuple(
                replace(article, text=f"{article.text}\n\nThis is the edition called {name}.")
                for article in event.articles
            ),
        )
        for event in events
    ]


def grown(events: list[Event], longest: float) -> dict[str, dict[str, float]]:
    """The same for one event of ever more articles, each of them another variation of the fixtures' articles."""
    results: dict[str, dict[str, float]] = {}
    spent = [0.0]
    for size in SIZES:
        expected = spent[-1] * (10 if len(spent) < 3 else max(10.0, spent[-1] / spent[-2]))
        if expected > longest:
            say(f"fixtures_{size}: left out; it would take about {expected / 60:.0f} minutes")
            break
        event = Event(f"grown-{size}", tuple(varied(events[-1], size)))
        began = time.process_time()
        ranking = reliability.score(event)
        spent.append(time.process_time() - began)
        results[f"fixtures_{size}"] = {
            "articles": float(size),
            "voices": float(len(ranking.consensus.origins)),
            "ms_per_article": spent[-1] / size * 1000.0,
            **(
                {"peak_mb": peak(lambda event=event: reliability.score(event))} if spent[-1] < LONGEST else {}
            ),
        }
    return results


def peak(call: Callable[[], object]) -> float:
    """The most memory held at once during a call, in megabytes above what was held before."""
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return (most - before) / 1e6


def import_times() -> dict[str, float]:
    """CPU time of fresh interpreters: to import the package, and to have scored two short texts for the first time."""
    starts = {
        "numpy": "import numpy",
        "import_ms": "import numpy, reliability",
        "first_score_ms": "import numpy, reliability; reliability.score(['Two died.', 'Two are dead.'])",
    }
    spent: dict[str, list[float]] = {name: [] for name in starts}
    for _ in track(range(STARTS), "starting", STARTS):
        for name, code in starts.items():  # in turn, so that a busy moment of the machine meets all of them
            spent[name].append(_start(code))
    plain = median(spent.pop("numpy"))
    return {name: max(0.0, median(times) - plain) for name, times in spent.items()}


def peers() -> dict[str, Callable[[str], object]]:
    """What other libraries do with a text, of those that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    textstat = import_module("textstat")
    found["textstat"] = lambda text: [getattr(textstat, name)(text) for name in TEXTSTAT]
    try:
        found["quantulum3"] = import_module("quantulum3.parser").parse
    except ImportError:
        say("quantulum3: not installed, left out")
    try:
        found["nela_features"] = (
            import_module("nela_features.nela_features").NELAFeatureExtractor().extract_all
        )
    except ImportError:
        say("nela-features: not installed, left out")
    return found


# The functions of the pipeline that make up each stage besides the features, by the names it calls them.
STAGES = {"read": ("read",), "agree": ("agree",), "score": ("settle", "contribute", "interval")}


def _stages(events: list[Event]) -> dict[str, float]:
    """Seconds per stage, in a run of the pipeline itself with a clock around each of its steps."""
    spent = dict.fromkeys(
        ["read", "agree", *(feature.name for feature in reliability.FEATURES), "score"], 0.0
    )

    def clocked(call: Callable[..., Any], stage: str) -> Callable[..., Any]:
        def timed(*given: object, **named: object) -> object:
            began = time.process_time()
            result = call(*given, **named)
            spent[stage] += time.process_time() - began
            return result

        return timed

    steps = [(step, stage) for stage, names in STAGES.items() for step in names]
    features = [
        SimpleNamespace(name=feature.name, measure=clocked(feature.measure, feature.name))
        for feature in reliability.FEATURES
    ]
    with ExitStack() as patched:
        for step, stage in steps:
            patched.enter_context(patch.object(pipeline, step, clocked(getattr(pipeline, step), stage)))
        for event in events:
            reliability.score(event, features=features)
    return spent


def _ranked(events: list[Event]) -> list[reliability.Ranking]:
    return [reliability.score(event) for event in events]


def _called(call: Callable[[str], object], events: list[Event]) -> list[object]:
    return [call(article.text) for event in events for article in event.articles]


def _seconds(call: Callable[..., object], *given: object) -> float:
    began = time.process_time()
    call(*given)
    return time.process_time() - began


def _start(code: str) -> float:
    """The CPU time of a fresh interpreter from its start to the end of the code, in milliseconds."""
    whole = f"{code}; import time; print(time.process_time())"
    ran = subprocess.run([sys.executable, "-c", whole], check=True, capture_output=True, text=True)
    return float(ran.stdout) * 1000.0


def _first(events: list[Event], articles: int) -> list[Event]:
    """The first events, until they hold so many articles."""
    found: list[Event] = []
    for event in events:
        if sum(len(before.articles) for before in found) >= articles:
            break
        found.append(event)
    return found
