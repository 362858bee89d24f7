"""Which sentences hold an attribution, where is its cue, and where do its source and content begin and end?

Linear scores from shipped tables: each is a sum of entries, one per template (``templates``). The tables were
fitted by ``benchmarks/fit_attribution.py``, which builds its features with this very module;
``attribution_model.json`` says when, on what and how well.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reliability.extract.script import GAPS, SIGNS, START, START_QUOTED, Script, Vocabulary, cells_of
from reliability.extract.templates import Numbers, Scores, Table, Templates

REACH = 40  # words from a cue within which its source and content begin and end
LONGEST_CUE = 10  # words
SIDES = 3  # before the cue, in it, behind it
_FAR = 25
_NEAR = np.array([0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, *[8] * 5, *[9] * (_FAR - 15)])
_DISTANCES = 2 * _FAR + 1

# A cue begins here.
_CUE_ATOMS = (
    *(f"word{step}" for step in range(-3, 4)),
    *(f"frame{step}" for step in range(-2, 3)),
    *(f"stem{step}" for step in range(-1, 2)),
    *(f"gap{step}" for step in range(-1, 3)),
    *(f"sign{step}" for step in range(-2, 4)),
    "quoted0",
)
_CUE_CELLS = cells_of(*_CUE_ATOMS)
CUE = Templates(
    _CUE_ATOMS,
    (
        *(f"word{step}" for step in range(-3, 4)),
        *(f"sign{step}" for step in range(-2, 4)),
        "word0 quoted0",
        "stem0 gap1",
        "stem0 gap0",
        "stem-1 stem0",
        "stem0 stem1",
        "frame-1 stem0 frame1",
        "frame-2 frame-1",
        "frame1 frame2",
        "frame-1 frame0 frame1",
        "frame-2 frame-1 frame0",
        "frame0 frame1 frame2",
        "gap-1 gap0 gap1 gap2",
    ),
    "cue_",
)

# The words of a sentence speak for an attribution in it.
_WORD_ATOMS = ("word0", "sign0", "word1", "word2", "frame0", "frame1", "frame2")
_WORD_CELLS = cells_of(*_WORD_ATOMS)
WORDS = Templates(_WORD_ATOMS, ("word0", "sign0", "word0 word1", "word0 word1 word2"), "held_")

# So do its first word, how it and its neighbours are quoted, its place, and how likely its best cue is.
_BINS = np.array([-4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3], np.float32)
_LEVELS = len(_BINS) + 1
_SENTENCE_ATOMS = {
    "word": 0, "quoting": 16, "before": 128, "behind": 128, "length": 10, "from_start": 5, "from_end": 4,
    "best": _LEVELS, "best_before": _LEVELS, "best_behind": _LEVELS,
    "held": _LEVELS, "held_before": _LEVELS, "held_behind": _LEVELS,
}  # fmt: skip
SENTENCE = Templates(tuple(_SENTENCE_ATOMS), tuple(_SENTENCE_ATOMS), "sentence_")

# The cue that began there ends here.
_END_ATOMS = (
    "length", "short", "opening", "before", "opened", "around",
    *(f"stem{step}" for step in (0, 1)),
    *(f"frame{step}" for step in (-1, 0, 1, 2)),
    *(f"gap{step}" for step in (1, 2)),
    *(f"sign{step}" for step in (0, 1)),
)  # fmt: skip
_END_CELLS = cells_of(*_END_ATOMS[6:])
_OPENING_CELLS = cells_of("stem0", "frame-1", "gap0", "quoted0")
_QUOTED = cells_of("quoted1")
END = Templates(
    _END_ATOMS,
    (
        "length stem0", "length stem1", "length opening", "length gap1", "length frame0 frame1", "stem0 stem1",
        "opening stem0 frame1", "opening stem1", "opening gap1", "frame0 gap1", "frame1 frame2", "gap1 gap2 short",
        "sign1 sign0 length", "length before", "frame-1 frame0 frame1", "length frame2", "gap1 around opened length",
    ),
    "end_",
)  # fmt: skip

# The source begins, ends, the content begins, ends here.
_SPAN_ATOMS = (
    *(f"word{step}" for step in range(-2, 3)),
    *(f"sign{step}" for step in range(-1, 3)),
    "place", "opening", "closing",
    "distance", "across", "edge", "near", "side", "near_mark", "near_ahead",
    "cue", "cue_end", "cue_next", "cue_before", "closed", "around",
    "frame-1", "frame0", "frame1", "gap0", "gap1",
)  # fmt: skip
_SPAN_CELLS = cells_of(*_SPAN_ATOMS[:9], *_SPAN_ATOMS[-5:])
_CUE_FIRST, _CUE_LAST = cells_of("stem0", "frame-1", "gap0"), cells_of("frame0", "frame1", "gap1")
SPAN = Templates(
    _SPAN_ATOMS,
    (
        *_SPAN_ATOMS[:12],
        "distance cue", "distance cue_end", "distance cue_next", "distance cue_before",
        "across edge gap0", "across gap1 edge", "near frame0", "near frame-1", "near frame1", "near gap1 closed",
        "side around near_mark near_ahead", "side cue gap0 edge", "side cue gap1 edge",
        "side frame-1 frame0 frame1", "side frame-1 frame0 gap0", "side frame0 frame1 gap1", "side cue frame0",
    ),
    "span_",
)  # fmt: skip


def sizes(rows: int) -> dict[str, dict[str, int]]:
    """How many values each atom takes that is looked up by itself, by kind of score.

    Args:
        rows: The rows of the vocabulary.
    """
    signs = {f"sign{step}": SIGNS for step in range(-2, 4)}
    words = {f"word{step}": rows for step in range(-3, 4)}
    beside = {name: size * SIDES for name, size in (words | signs).items()}
    places = {"place": _DISTANCES * 4, "opening": _DISTANCES * GAPS, "closing": _DISTANCES * GAPS}
    return {
        "cue": words | signs,
        "held": words | signs,
        "sentence": _SENTENCE_ATOMS | {"word": rows},
        "end": {},
        "span": beside | places,
    }


def cue_atoms(script: Script, at: Numbers) -> Numbers:
    """What is looked at to tell whether a cue begins at each of the places."""
    return script.cells(_CUE_CELLS, at)


def word_atoms(script: Script) -> Numbers:
    """What is looked at of each word to tell whether its sentence holds an attribution."""
    return script.cells(_WORD_CELLS, script.places)


def sentence_atoms(script: Script, best: Scores, held: Scores) -> Numbers:
    """What is looked at of each sentence to tell whether it holds an attribution.

    Args:
        script: The fields.
        best: Per sentence the log odds of its likeliest cue.
        held: Per sentence the log odds that it holds one, were its words independent.
    """
    opens, count = script.opens, len(script.opens)
    words, gaps, quoted = (
        script.grid[0, script.places],
        script.grid[4, script.places],
        script.grid[5, script.places],
    )
    some, whole = np.maximum.reduceat(quoted, opens), np.minimum.reduceat(quoted, opens)
    parted = (gaps[opens] == START) | (gaps[opens] == START_QUOTED)
    code = some + whole + 3 * quoted[opens]
    number = np.arange(count)
    rows = np.empty((len(_SENTENCE_ATOMS), count), np.int64)
    rows[0] = words[opens]
    rows[1:4] = code
    rows[2, 1:] = code[1:] * 8 + code[:-1]
    rows[3, :-1] = code[:-1] * 8 + code[1:]
    rows[2, 0], rows[3, -1] = code[0] * 8 + _NONE_BESIDE, code[-1] * 8 + _NONE_BESIDE
    rows[1:4] *= 2
    rows[1:3] += parted
    rows[3, :-1] += parted[1:]
    rows[3, -1] += 1
    rows[4, :-1] = opens[1:] - opens[:-1]
    rows[4, -1] = len(words) - opens[-1]
    rows[4] = np.minimum(rows[4] >> 2, 9)
    rows[5] = np.minimum(number, 4)
    rows[6] = rows[5, ::-1].clip(max=3)
    levels = np.searchsorted(_BINS, np.stack((best, held)), "right")
    rows[7::3] = levels
    rows[8::3, 0] = rows[9::3, -1] = 0
    rows[8::3, 1:] = levels[:, :-1]
    rows[9::3, :-1] = levels[:, 1:]
    return rows


_NONE_BESIDE = 6  # the code of no sentence


def cue_rows(script: Script, begins: Numbers) -> tuple[Numbers, Numbers]:
    """The places where cues may end that begin at ``begins``, and which of the cues each is for."""
    return _runs(begins, np.minimum(script.last[begins], begins + LONGEST_CUE - 1))


def span_rows(script: Script, begins: Numbers) -> tuple[Numbers, Numbers]:
    """The places where sources and contents may begin and end, and which of the cues each is for."""
    return _runs(
        np.maximum(script.first[begins], begins - REACH), np.minimum(script.last[begins], begins + REACH)
    )


def _runs(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """All places from each ``low`` to its ``high``, one run behind the other, and whose they are."""
    lengths = high - low + 1
    which = np.repeat(np.arange(len(low)), lengths)
    return np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths - low, lengths), which


def end_atoms(script: Script, begins: Numbers, at: Numbers, which: Numbers) -> Numbers:
    """What is looked at to tell whether the cue that began at ``begins[which]`` ends at ``at``."""
    length = at - begins[which]
    opening, before, gap, quoted = script.cells(_OPENING_CELLS, begins)[:, which]
    around = quoted * 2 + script.cells(_QUOTED, at)[0]
    own = np.stack((length, np.minimum(length, 3), opening, before, gap, around))
    return np.concatenate((own, script.cells(_END_CELLS, at)))


def span_atoms(script: Script, cues: tuple[Numbers, Numbers], at: Numbers, which: Numbers) -> Numbers:
    """What is looked at to tell whether the source (or content) of a cue begins (or ends) at a place.

    Args:
        script: The fields.
        cues: First and last place of each cue.
        at: The places asked about.
        which: Which cue each is asked for.
    """
    first, last = cues[0][which], cues[1][which]
    before, behind = at < first, at > last
    side = np.where(before, 0, np.where(behind, 2, 1))
    away = np.minimum(np.where(before, first - at, np.where(behind, at - last, 0)), _FAR)
    distance = np.where(before, -away, away) + _FAR
    near = _NEAR[away] * SIDES + side
    edge = (at == script.first[first]) + 2 * (at == script.last[last])
    across = _across(script, at, first, last, before) * SIDES + side
    cue, cue_before, opening = script.cells(_CUE_FIRST, cues[0])
    cue_end, cue_next, closing = script.cells(_CUE_LAST, cues[1])
    per_cue = np.stack((cue, cue_end, cue_next, cue_before, closing, opening * GAPS + closing, opening))[
        :, which
    ]
    cells = script.cells(_SPAN_CELLS, at)
    signs = cells[5:9]
    own = (distance * 4 + edge, distance * GAPS + per_cue[6], distance * GAPS + per_cue[4])
    beside = np.stack((*own, distance, across, edge, near, side, signs[1] % 8, signs[2] % 8))
    cells[:9] *= SIDES
    cells[:9] += side
    return np.concatenate((cells[:9], beside, per_cue[:6], cells[9:]))


def _across(script: Script, at: Numbers, first: Numbers, last: Numbers, before: NDArray[np.bool_]) -> Numbers:
    """How many commas (3 at most) and clauses (2 at most) lie between places and their cues, as one number."""
    low, high = np.where(before, at + 1, last + 1), np.where(before, first + 1, at + 1)
    end = np.maximum(np.where(before, first, at), low)
    commas = np.minimum(script.commas[np.maximum(high, low)] - script.commas[low], 3)
    clauses = np.minimum(script.clauses[end] - script.clauses[low], 2)
    found: Numbers = commas * 3 + clauses
    return found


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The fitted tables.

    Attributes:
        vocabulary: What is known of words.
        tables: By kind of score; those of sources and contents have four columns: the source begins, the
            source ends, the content begins, the content ends.
    """

    vocabulary: Vocabulary
    tables: dict[str, Table]

    def cue(self, script: Script, at: Numbers) -> Scores:
        """The log odds that a cue begins at each of the places ``at``."""
        return self.tables["cue"].score(cue_atoms(script, at))

    def sentence(self, script: Script, best: Scores, held: Scores) -> Scores:
        """The log odds that each sentence holds an attribution; arguments as of ``sentence_atoms``."""
        words = np.add.reduceat(self.tables["held"].score(word_atoms(script)), script.opens)
        found: Scores = words + self.tables["sentence"].score(sentence_atoms(script, best, held))
        return found

    def end(self, script: Script, begins: Numbers, at: Numbers, which: Numbers) -> Scores:
        """The log odds that the cue begun at ``begins[which]`` ends at ``at``, pair by pair."""
        return self.tables["end"].score(end_atoms(script, begins, at, which))

    def span(self, script: Script, cues: tuple[Numbers, Numbers], at: Numbers, which: Numbers) -> Scores:
        """Per place the four log odds of source and content; arguments as of ``span_atoms``."""
        return self.tables["span"].score(span_atoms(script, cues, at, which))


KINDS = {"cue": CUE, "held": WORDS, "sentence": SENTENCE, "end": END, "span": SPAN}


@cache
def attribution_model() -> AttributionModel:
    """The shipped model, read once."""
    folder = files(__package__)
    about = json.loads(folder.joinpath("attribution_model.json").read_text(encoding="utf-8"))
    with (
        folder.joinpath("attribution_model.npz").open("rb") as stream,
        np.load(stream, allow_pickle=False) as stored,
    ):
        arrays = {name: stored[name] for name in stored.files}
    vocabulary = Vocabulary(
        {word: row for row, word in enumerate(about["words"].split())},
        arrays.pop("stems").astype(np.int64),
        arrays.pop("frames").astype(np.int64),
        about["common"],
        arrays.pop("starters").astype(np.bool_),
        arrays.pop("bounds").astype(np.bool_),
    )
    weights = {
        name: values.astype(np.float32) * np.float32(about["steps"][name]) for name, values in arrays.items()
    }
    tables = {
        kind: Table.of(templates, weights, np.array(about["constants"][kind], np.float32))
        for kind, templates in KINDS.items()
    }
    return AttributionModel(vocabulary, tables)
