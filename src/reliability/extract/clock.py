"""Which time of day does a sentence name?"""

import re

_HALVES = re.compile(r"(\d{1,2})(?:[:.](\d\d))?[\s\u00a0]?(a\.?m\b\.?|p\.?m\b\.?)", re.IGNORECASE)
_COLON = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)")
_O_CLOCK = re.compile(r"(\d{1,2})[\s\u00a0]?o['’]clock", re.IGNORECASE)
_GMT = re.compile(r"([01]\d|2[0-3])([0-5]\d)[\s\u00a0]?(?:GMT|UTC|BST|CET|hrs|hours local)\b")
_NOON = 12


def clock(text: str, start: int) -> tuple[str, int] | None:
    """The time of day at an offset as ``hh:mm``, and where it ends; ``None`` where none is printed."""
    if match := _HALVES.match(text, start):
        hour = int(match[1])
        if 1 <= hour <= _NOON:
            hour = hour % _NOON + (_NOON if match[3][0] in "pP" else 0)
            # the full stop of "p.m." is its own, that of "pm." ends the sentence
            end = match.end() - (1 if match.group().endswith("m.") and "." not in match[3][:-1] else 0)
            return f"{hour:02d}:{match[2] or '00'}", end
    if match := _COLON.match(text, start):
        return f"{int(match[1]):02d}:{match[2]}", match.end()
    if (match := _O_CLOCK.match(text, start)) and 1 <= int(match[1]) <= _NOON:
        return f"{int(match[1]):02d}:00", match.end()
    if match := _GMT.match(text, start):
        return f"{match[1]}:{match[2]}", match.end()
    return None
