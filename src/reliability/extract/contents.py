"""How far does what somebody says reach, beyond the sentence of its cue?"""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from reliability.extract.field import Field
from reliability.extract.voices import Voice

_CONTINUES = 2  # words beyond the first of a quotation that goes on with the speaker before it


def lengthen(found: list[Voice], field: Field) -> list[Voice]:
    """Contents run to the end of the quotations they reach into, and on through those that nobody else says."""
    stretches = [(*field.places(start, end), closed) for start, end, closed in field.marks]
    stretches = [stretch for stretch in stretches if stretch[0] <= stretch[1]]
    if not stretches:
        return found
    firsts = [first for first, *_ in stretches]
    lengthened = []
    for voice in found:
        if voice.content is None:
            lengthened.append(voice)
            continue
        low, high = voice.content
        for edge in (low, high):
            at = bisect_right(firsts, edge) - 1
            if at < 0:
                continue
            first, last, _ = stretches[at]
            if edge <= last and not first <= voice.cue[0] <= last:
                low, high = min(low, first), max(high, last)
        lengthened.append(replace(voice, content=(low, high)))
    return _go_on(lengthened, field, stretches)


def _go_on(found: list[Voice], field: Field, stretches: list[tuple[int, int, bool]]) -> list[Voice]:
    """A quotation that is nobody's goes on with whoever spoke last in its paragraph.

    Or in the paragraph before, if there a quotation was left open or the last sign is a colon.
    """
    covered = bytearray(len(field.words) + 1)
    for voice in found:
        if voice.content is not None:
            covered[voice.content[0] : voice.content[1] + 1] = b"\1" * (
                voice.content[1] + 1 - voice.content[0]
            )
    turns = sorted(range(len(found)), key=lambda index: _last(found[index]))
    lasts = [_last(found[index]) for index in turns]
    grown: dict[int, int] = {}
    for number, (first, last, _) in enumerate(stretches):
        if last - first >= _CONTINUES and not any(covered[first : last + 1]):
            at = bisect_left(lasts, first) - 1
            index = turns[at] if at >= 0 else -1
            behind = max(lasts[at], grown.get(index, 0)) if at >= 0 else 0
            here, there = field.sentence(first), field.sentence(behind)
            same = here == there or (
                here == there + 1
                and first == field.opening[here]
                and field.paragraphs[here] == field.paragraphs[there]
            )
            announced = _is_colon(field, behind, first)
            left_open = number > 0 and not stretches[number - 1][2] and behind >= stretches[number - 1][1]
            if index >= 0 and (same or left_open or announced) and found[index].content is not None:
                grown[index] = last
    return [
        replace(voice, content=(voice.content[0], max(voice.content[1], grown[index])))
        if index in grown and voice.content is not None
        else voice
        for index, voice in enumerate(found)
    ]


def _is_colon(field: Field, before: int, after: int) -> bool:
    """Whether nothing but a colon and the like stands between two words."""
    if after != before + 1:
        return False
    return ":" in field.text[field.ends[before] : field.ends[before] + 2]


def _last(voice: Voice) -> int:
    return max(voice.cue[1], voice.content[1] if voice.content else 0)
