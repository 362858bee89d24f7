"""Do two printings of a quotation have the same words, and if not, which words differ?"""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reliability.compare.wording import GAP, NUMBERS, Wording, opened
from reliability.compare.words import FUNCTION_WORDS

_Raw = tuple[str, ...]  # words as printed
# Words whose coming and going changes nothing a speaker meant.
_LIGHT = frozenset({"a", "an", "the", "that", "s", "um", "uh", "er", "ah"})
_FILLERS = frozenset({("you", "know"), ("i", "mean")})  # what a speaker says while looking for words
_NEGATIVE = frozenset(
    {"not", "no", "never", "none", "neither", "nor", "without", "nobody", "nothing", "cannot"}
)
_GRAVITY = ("negation", "number", "name", "wording", "slight")  # the gravest first
_LOCAL = 4  # words: a longer stretch was rewritten, and its "not" and its names with it
# Shorter quotations that differ are phrases of two sentences: read by eye, seven in eight of them were.
_PHRASE = 7
# Two sayings that begin or end with different clauses need this many words in a row, and this share in order or so
# many content words in common, to be one: "a missile shot down the plane" is said by more than one minister.
_RUN, _ORDER, _MANY = 5, 0.6, 7
_SHOWN = 3  # differences that a sentence can list
_FAR = 3  # words between a stray function word and the alignment it would be taken into


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike two quotations must be to be printings of one utterance.

    Attributes:
        overlap: Least share of the rarity-weighted content words of the shorter one that stand in the other.
        shared: Least number of content words in common.
        run: Least number of words in a row in common.
        order: Least share of all words of the shorter one that stand in the other in the same order.
    """

    overlap: float
    shared: int
    run: int
    order: float


# Any of these will do. Read off some 300 pairs of quotations of news events: printings of one utterance, also
# translated out and back, keep long runs or most of their words in order; what one speaker says twice on one
# subject, and stock phrases ("look forward to working with"), have neither.
_SAME_UTTERANCE = (
    _Likeness(0.50, 3, 2, 0.60),
    _Likeness(0.50, 4, 4, 0.45),
    _Likeness(0.35, 6, 5, 0.40),
    _Likeness(0.10, 1, 4, 0.58),
)
# From one mouth on one occasion less will do: a shared figure or name in sentences of one build.
_SAME_SPEAKER = (*_SAME_UTTERANCE, _Likeness(0.15, 2, 3, 0.40))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two printings stand to each other.

    Attributes:
        kind: ``same`` (verbatim or an honest excerpt), ``negation``, ``number``, ``name``, ``wording`` or
            ``slight`` (function words alone) where the words differ, ``other`` where they are different utterances.
        words: The differing words, first printing against second: ``“not” / –``.
    """

    kind: str
    words: str = ""

    @property
    def turned(self) -> str:
        """The differing words, second printing against first."""
        return "; ".join(" / ".join(reversed(piece.split(" / "))) for piece in self.words.split("; "))


OTHER = Comparison("other")
SAME = Comparison("same")


def compare_wordings(
    first: Wording, second: Wording, rarity: Callable[[str], float], *, same_speaker: bool = False
) -> Comparison:
    """Compares two quotations word by word.

    An excerpt may begin later, end earlier and leave out what it marks with an ellipsis; brackets, case,
    punctuation, spelling, contractions and abbreviations spelt out make no difference; everything else that
    was changed, dropped or added does.

    Args:
        first: One quotation.
        second: The other.
        rarity: The weight of a folded word in the event.
        same_speaker: Whether both are given to the same person.
    """
    shared = first.content & second.content
    if not shared:
        return OTHER
    if _stands_in(first.words, second.words) or _stands_in(second.words, first.words):
        return SAME
    smaller = min(sum(map(rarity, first.content)), sum(map(rarity, second.content)))
    overlap = sum(map(rarity, shared)) / smaller if smaller > 0 else 0.0
    wanted = [
        least
        for least in (_SAME_SPEAKER if same_speaker else _SAME_UTTERANCE)
        if overlap >= least.overlap and len(shared) >= least.shared
    ]
    if not wanted:
        return OTHER
    blocks = _blocks(first.words, second.words)
    run = max((length for _, _, length in blocks), default=0)
    order = sum(length for _, _, length in blocks) / min(first.spoken, second.spoken)
    if not any(run >= least.run and order >= least.order for least in wanted):
        return OTHER
    if _part(first, second, blocks) and (run < _RUN or (order < _ORDER and len(shared) < _MANY)):
        return OTHER
    differences = _differences(first, second, blocks)
    if not differences:
        return SAME
    if min(first.spoken, second.spoken) < _PHRASE:
        return OTHER
    graded = sorted(((_kind(a, b), a, b) for a, b in differences), key=lambda one: _GRAVITY.index(one[0]))
    shown = "; ".join(f"{_shown(a)} / {_shown(b)}" for _, a, b in graded[:_SHOWN])
    return Comparison(graded[0][0], shown + ("; …" if len(graded) > _SHOWN else ""))


def _stands_in(excerpt: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether some words stand in others in a row, nothing changed."""
    length = len(excerpt)
    if not 0 < length <= len(whole):
        return False
    return any(
        whole[at] == excerpt[0] and whole[at : at + length] == excerpt
        for at in range(len(whole) - length + 1)
    )


def _differences(
    first: Wording, second: Wording, blocks: list[tuple[int, int, int]]
) -> list[tuple[_Raw, _Raw]]:
    """The stretches that differ, as printed, once honest cuts at either end and marked ones inside are allowed."""
    found: list[tuple[_Raw, _Raw]] = []
    a = b = 0
    for number, (start_a, start_b, length) in enumerate((*blocks, (len(first.words), len(second.words), 0))):
        gap_a, gap_b = first.words[a:start_a], second.words[b:start_b]
        at_an_end = number == 0 or number == len(blocks)
        if not _put_in(first, a, start_a, second, b, start_b) and not _harmless(
            gap_a, gap_b, at_an_end=at_an_end
        ):
            found.append((_said(first, a, start_a), _said(second, b, start_b)))
        a, b = start_a + length, start_b + length
    return found


def _said(wording: Wording, start: int, end: int) -> _Raw:
    """The words of a stretch as printed, without those in round brackets where there are others."""
    marked = zip(wording.raw[start:end], wording.aside[start:end], strict=True)
    return tuple(word for word, aside in marked if not aside) or wording.raw[start:end]


def _part(first: Wording, second: Wording, blocks: list[tuple[int, int, int]]) -> bool:
    """Whether the two begin or end with different clauses: what somebody says twice, or two people on one matter."""
    (a, b, _), (c, d, length) = blocks[0], blocks[-1]
    ends = ((first.words[:a], second.words[:b]), (first.words[c + length :], second.words[d + length :]))
    return any(
        min(len(one), len(other)) > 0 and max(len(one), len(other)) > _LOCAL and GAP not in (*one, *other)
        for one, other in ends
    )


def _put_in(first: Wording, a: int, end_a: int, second: Wording, b: int, end_b: int) -> bool:
    """Whether two stretches differ by what one has in round brackets: "(Marsk's) way" for "his way"."""
    if any(first.aside[a:end_a]) == any(second.aside[b:end_b]):
        return False
    marked = zip(
        (*first.words[a:end_a], *second.words[b:end_b]),
        (*first.aside[a:end_a], *second.aside[b:end_b]),
        strict=True,
    )
    return all(aside or word in FUNCTION_WORDS for word, aside in marked)


def _blocks(first: tuple[str, ...], second: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Matching runs in order; runs of function words alone at either end are chance, not alignment."""
    blocks = [
        (block.a, block.b, block.size)
        for block in Indel.opcodes(first, second).as_matching_blocks()
        if block.size
    ]
    while len(blocks) > 1 and _chance(first, blocks[0], blocks[1]):
        blocks.pop(0)
    while len(blocks) > 1 and _chance(first, blocks[-1], blocks[-2]):
        blocks.pop()
    return blocks


def _chance(words: tuple[str, ...], outer: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    """Whether a run at the end of an alignment is one or two function words far from the rest of it."""
    run = words[outer[0] : outer[0] + outer[2]]
    before, after = sorted((outer, inner))
    far = max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
    return far > _FAR and len(run) < 3 and all(word in FUNCTION_WORDS or word == GAP for word in run)  # noqa: PLR2004


def _harmless(a: tuple[str, ...], b: tuple[str, ...], *, at_an_end: bool) -> bool:
    if GAP in a or GAP in b:
        return True
    heavy_a, heavy_b = (
        tuple(word for word in a if word not in _LIGHT),
        tuple(word for word in b if word not in _LIGHT),
    )
    if not heavy_a and not heavy_b:
        return True
    if (not heavy_a and heavy_b in _FILLERS) or (not heavy_b and heavy_a in _FILLERS):
        return True
    if at_an_end and (not heavy_a or not heavy_b):
        return True
    return (
        _abbreviates(heavy_a, heavy_b)
        or _abbreviates(heavy_b, heavy_a)
        or "".join(a) == "".join(b)
        or "".join(heavy_a) == "".join(heavy_b)
    )


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word's letters are the initials of the others: WMD, weapons of mass destruction."""
    if not 1 <= len(short) <= len(long) - 1:
        return False
    letters = "".join(short)
    initials = "".join(word[0] for word in long)
    heavy = "".join(word[0] for word in long if word not in FUNCTION_WORDS)
    return letters in {initials, heavy}


def _kind(first: _Raw, second: _Raw) -> str:
    """What was done to one stretch: the gravest thing it can be."""
    a, b = (tuple(word for raw in stretch for word in opened(raw) if word) for stretch in (first, second))
    local = max(len(a), len(b)) <= _LOCAL
    if _turned(a, b):
        return "negation"
    figures, others = _figures(a), _figures(b)
    if figures and others and figures != others:
        return "number"
    if all(word in FUNCTION_WORDS for word in (*a, *b)):
        return "slight"
    return "name" if local and _names(first) and _names(second) else "wording"


def _turned(a: _Raw, b: _Raw) -> bool:
    """Whether one of two stretches has a "not" more, and all else that carries meaning is the same."""
    if max(len(a), len(b)) > _LOCAL:
        return False
    one, other = ({word for word in stretch if word not in FUNCTION_WORDS | _NEGATIVE} for stretch in (a, b))
    odd = sum(word in _NEGATIVE for word in (*a, *b)) % 2 == 1
    return odd and one == other


def _figures(words: tuple[str, ...]) -> set[str]:
    """The numbers among some words; "one" is as often a pronoun and counts for none."""
    return {
        NUMBERS.get(word, word) for word in words if word[0].isdigit() or (word in NUMBERS and word != "one")
    }


def _names(raw: _Raw) -> bool:
    return any(word[:1].isupper() and len(word) > 1 for word in raw)


def _shown(raw: _Raw) -> str:
    raw = tuple(filter(None, raw))
    if not raw:
        return "–"
    return f"“{' '.join(raw)}”" if len(raw) <= 8 else f"“{' '.join(raw[:4])} … {' '.join(raw[-3:])}”"  # noqa: PLR2004
