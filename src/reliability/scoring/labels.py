"""Which of two articles should rank above the other, by what the labels say?"""

from collections.abc import Iterable

from reliability.records import Event, InputError

Pair = tuple[str, str]  # ids: the better article's, then the worse one's


def preferences(event: Event, pairs: Iterable[Pair] = ()) -> tuple[Pair, ...]:
    """The pairs of an event's articles of which the labels say that one is the better.

    Args:
        event: The event; every two of its articles with different labels are a pair.
        pairs: More pairs, where somebody compared articles instead of grading them.

    Returns:
        Pairs of ids, the better one first, each once, in the order of the ids.

    Raises:
        InputError: A pair of an article that the event does not have, or of one article with itself; two articles
            that are preferred both ways; two articles with the same text and different labels.
    """
    texts = {article.id: (article.title, article.text) for article in event.articles}
    found = {
        (better, worse)
        for better, grade in event.labels.items()
        for worse, other in event.labels.items()
        if grade > other
    }
    for better, worse in pairs:
        for name in (better, worse):
            if name not in texts:
                raise InputError(
                    f"the event {event.id!r} has no article {name!r}, which a pair names; it has {_listed(texts)}",
                    field="pairs",
                )
        if better == worse:
            raise InputError(
                f"in the event {event.id!r} a pair holds {better!r} against itself; give two articles",
                field="pairs",
            )
        found.add((better, worse))
    for better, worse in sorted(found):
        if (worse, better) in found:
            raise InputError(
                f"in the event {event.id!r} both {better!r} above {worse!r} and the reverse are asked for; keep one",
                field="label",
            )
        if texts.get(better) == texts.get(worse):
            raise InputError(
                f"in the event {event.id!r} the articles {better!r} and {worse!r} have the same text and different "
                "labels; label them alike, or leave one out",
                field="label",
            )
    return tuple(sorted(found))


def _listed(names: Iterable[str]) -> str:
    shown = sorted(names)
    return ", ".join(shown[:9]) + (", ..." if len(shown) > 9 else "")  # noqa: PLR2004 - a line's worth of ids
