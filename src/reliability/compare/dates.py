"""Do two dates say the same day as far as they go?"""

from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def compare_dates(first: str, second: str) -> str:
    """Compares two dates as ``Quantity.value`` writes them: partial ISO 8601, a weekday, or relative words.

    Returns:
        ``equal``; ``compatible`` where one completes the other (``--08-13``, ``2019-08``); ``date`` where they
        name different days ; ``incomparable`` where they do not meet (a weekday and a month, two months,
        ``last week``).
    """
    if first == second:
        return "equal"
    kinds = _kind(first), _kind(second)
    if kinds == ("weekday", "weekday"):
        return "date"
    if kinds != ("calendar", "calendar"):
        return "incomparable"
    x, y = _fields(first), _fields(second)
    shared = [(p, q) for p, q in zip(x, y, strict=True) if p and q]
    if not shared:
        return "incomparable"
    if all(p == q for p, q in shared):
        return "compatible"
    # A bare year or month against another says little within one event; a day against another does.
    return "date" if x[2] and y[2] else "incomparable"


def says_all(full: str, partial: str) -> bool:
    """Whether the first date says all that the second one says: ``2019-08-13`` all of ``2019-08`` and of ``--08-13``."""
    if full == partial:
        return True
    if _kind(full) != "calendar" or _kind(partial) != "calendar":
        return False
    return all(not said or said == there for there, said in zip(_fields(full), _fields(partial), strict=True))


def is_day(value: str) -> bool:
    """Whether a date as ``Quantity.value`` writes it names a day of a month: no weekday, no month, no year alone."""
    return value.rfind("-") > value.find("-")


def days_before(value: str, published: date | None) -> int | None:
    """How many days before the publishing of an article lies the day it names; negative for a day to come.

    Args:
        value: The date as ``Quantity.value`` writes it; a weekday is the last one of that name, a date without its year
            one of the year of the publishing.
        published: When the article was published.

    Returns:
        The days, or ``None`` where no single day is named or the article bears no date.
    """
    if published is None:
        return None
    if value in WEEKDAYS:
        return (published.weekday() - WEEKDAYS.index(value)) % len(WEEKDAYS)
    if _kind(value) != "calendar":
        return None
    year, month, day = _fields(value)
    try:
        return (published - date(int(year or published.year), int(month), int(day))).days
    except ValueError:
        return None


def _kind(value: str) -> str:
    if value[0].isdigit() or value[0] == "-":
        return "season" if "/" in value else "calendar"
    return "weekday" if value.endswith("day") and " " not in value and value not in _RELATIVE else "relative"


_RELATIVE = frozenset({"yesterday", "today"})


def _fields(value: str) -> tuple[str, str, str]:
    """Year, month and day, empty where the date leaves them open."""
    if value.startswith("--"):
        month, _, day = value[2:].partition("-")
        return "", month, day
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day
