"""Which words stand in quotation marks, and who said them?

On the documents of PolNeAR that nothing was fitted on. Its gold contents hold direct and indirect speech; a gold
quotation is a stretch of three or more words between quotation marks within one line of a content (the marks may
stand just outside it; one that is not closed runs to the end of the line or content). Its speaker is the source of
the smallest content that holds it; one that a content without a source holds has no gold speaker and is left out of
``speaker_accuracy``. Found are the library's quotations of kind ``speech`` of three or more words, one-to-one with
the gold, the most alike first, each pair overlapping by half of their union or more.

``speaker_accuracy``: of the matched quotations with a gold speaker, those whose speaker as written (a pronoun if it is
one) overlaps the gold one by half of the shorter of the two or more (appositions are cut differently by any two
readers); ``speaker_exact``: those where the two are equal but for marks at
the ends. ``speaker_precision``: as accuracy, of those given a speaker at all. ``end_to_end_recall``: of all gold
quotations with a speaker, those found and rightly given. The regex is what stands between two double marks.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bootstrap import Floats, interval
from benchmarks.polnear import Document, Stretch, held_out, scores, trimmed
from benchmarks.progress import say
from reliability import read
from reliability.compare.words import WORD

NAME = "quotes"
BESIDE = {
    "quote_f1": "with any overlap: regex 0.933; GenderGapTracker 0.895; textacy 0.683",
    "speaker_accuracy": "GenderGapTracker 0.905; textacy 0.799",
    "end_to_end_recall": "GenderGapTracker 0.633; textacy 0.427",
}
NAIVE = re.compile(r"[\"“”]([^\"“”\n]+)[\"“”]|''((?:[^'\n]|'(?!'))+)''")
_GOLD = re.compile(r"(?:[\"“]|''|``)(.+?)(?:[\"”]|''|$)|(?<!\w)‘(.+?)(?:’(?!\w)|$)", re.MULTILINE)
_WORDS = 3
_ALIKE = 0.5
_MARKS = "\"“”'‘’`"


def run(data: Path) -> dict[str, dict[str, float]]:
    """Measures the quotations of ``reliability.read``."""
    docs = held_out(data)
    if not docs:
        return {}
    say(f"{NAME}: {len(docs)} documents")
    f1, speakers, items = [], [], 0
    for document in docs:
        gold = _gold(document)
        quotes = [quote for quote in read(document.text).quotes if quote.kind == "speech"]
        found = {
            (quote.span.start, quote.span.end): (quote.speaker.start, quote.speaker.end)
            if quote.speaker
            else None
            for quote in quotes
            if _long(document.text, quote.span.start, quote.span.end)
        }
        pairs = match(list(found), list(gold))
        naive = list(_naive(document.text))
        f1.append(
            [
                (len(pairs), len(found), len(gold)),
                (len(match(naive, list(gold))), len(naive), len(gold)),
            ]
        )
        speakers.append(_speakers(document.text, pairs, found, gold))
        items += len(gold)
    results = scores(f1, ["quote_f1", "regex_quote_f1"])
    for name, above, below in (
        ("speaker_accuracy", 0, 2),
        ("speaker_exact", 1, 2),
        ("speaker_precision", 0, 3),
        ("end_to_end_recall", 0, 4),
    ):

        def share(sums: Floats, above: int = above, below: int = below) -> Floats:
            return sums[:, above] / sums[:, below]

        total = [sum(row[column] for row in speakers) for column in range(5)]
        results[name] = total[above] / max(total[below], 1)
        results[f"{name}_low"], results[f"{name}_high"] = interval(speakers, share)
    return {"polnear": {**results, "items": float(items)}}


def _speakers(
    text: str,
    pairs: list[tuple[Stretch, Stretch]],
    found: dict[Stretch, Stretch | None],
    gold: dict[Stretch, Stretch | None],
) -> list[int]:
    """Right, exactly right, matched with a gold speaker, given a speaker, gold with a speaker."""
    given = [(found[quote], wanted) for quote, other in pairs if (wanted := gold[other]) is not None]
    return [
        sum(one is not None and _same(one, wanted) for one, wanted in given),
        sum(one is not None and trimmed(text, *one) == wanted for one, wanted in given),
        len(given),
        sum(one is not None for one, _ in given),
        sum(speaker is not None for speaker in gold.values()),
    ]


def _gold(document: Document) -> dict[Stretch, Stretch | None]:
    """The gold quotations, each with its speaker."""
    sizes: dict[Stretch, tuple[int, Stretch | None]] = {}
    for one in document.handed:
        for start, end in one.raw:
            low, high = start, end
            while low and document.text[low - 1] in _MARKS:
                low -= 1
            while high < len(document.text) and document.text[high] in _MARKS:
                high += 1
            for found in _GOLD.finditer(document.text[low:high]):
                group = found.lastindex or 1
                quote = (low + found.start(group), low + found.end(group))
                if _long(document.text, *quote):
                    entry = (end - start, one.source[0] if one.source else None)
                    sizes[quote] = min(sizes.get(quote, entry), entry, key=lambda item: item[0])
    return {quote: speaker for quote, (_, speaker) in sorted(sizes.items())}


def _naive(text: str) -> Iterator[Stretch]:
    for found in NAIVE.finditer(text):
        span = found.span(found.lastindex or 1)
        if _long(text, *span):
            yield span


def _long(text: str, start: int, end: int) -> bool:
    return len(WORD.findall(text, start, end)) >= _WORDS


def _same(one: Stretch, other: Stretch) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= _ALIKE * min(one[1] - one[0], other[1] - other[0])


def likeness(one: Stretch, other: Stretch) -> float:
    """The overlap of two stretches as a share of their union."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def match(found: list[Stretch], gold: list[Stretch]) -> list[tuple[Stretch, Stretch]]:
    """Pairs of stretches that are alike enough, the most alike first, each used once."""
    alike = sorted(
        (
            (likeness(one, other), one, other)
            for one in found
            for other in gold
            if likeness(one, other) >= _ALIKE
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    pairs, used = [], set[tuple[str, Stretch]]()
    for _, one, other in alike:
        if not {("found", one), ("gold", other)} & used:
            used |= {("found", one), ("gold", other)}
            pairs.append((one, other))
    return pairs
