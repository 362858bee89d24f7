"""A page as it came from the web: the article in it, without what stands around."""

import logging
from typing import Any

from reliability.intake.encoding import decode_page
from reliability.intake.place import Place, kind
from reliability.records import InputError

# Characters or bytes. Pages of news sites are seldom larger than one million; the extractor takes about a second
# for each million of the worst that was tried.
LARGEST_PAGE = 10_000_000
# Elements. News pages have one to five thousand, long live blogs ten. The extractor's time grows with their square.
MOST_ELEMENTS = 20_000
# Elements directly in one other: here it grows with the square at its worst (links in a single paragraph).
MOST_CHILDREN = 4_000
# Elements in one another. News pages stay below 60; libxml2 drops, without a word, what stands deeper than 256.
DEEPEST = 200
# A page in which fewer words are found has no article: a start page, a frame with an advertisement.
FEWEST_WORDS = 5
# The day after which a date of a page is no date. Without it the extractor asks the clock.
_LAST_DAY = "2100-01-01"
_WHOLE_PAGE = ("<html", "<!doctype", "<head", "<body")


def read_page(html: object, place: Place, url: str | None = None) -> dict[str, str | None]:
    """The fields of the article in a page: ``text``, ``title``, ``source``, ``url``, ``published``.

    Args:
        html: The page; bytes are decoded by what they declare, see ``decode_page``.
        place: Where it stands.
        url: Where it was found, should it not say so itself.

    Raises:
        InputError: No page, no main text in it, a page beyond the limits above, or trafilatura is missing.
    """
    if not isinstance(html, str | bytes | bytearray):
        raise place.error(f"the html is {kind(html)}; give the page as a text or as bytes", "html")
    check_size(len(html), place)
    page = html if isinstance(html, str) else decode_page(bytes(html))
    if not page.strip():
        raise place.error("the page is empty; give one with an article or take it out", "html")
    document = _extract(page, place, url)
    text = (document.text or "") if document is not None else ""
    if len(text.split()) < FEWEST_WORDS:
        raise place.error(
            "no main text was found in this page; give the article's 'text' instead, or take it out", "html"
        )
    return {
        "text": text,
        "title": document.title,
        "source": document.hostname or document.sitename,
        "url": document.url or url,
        "published": document.date,
    }


def check_size(size: int, place: Place) -> None:
    """Refuses a page that is too large to be one article's.

    Raises:
        InputError: It is larger than ``LARGEST_PAGE``.
    """
    if size > LARGEST_PAGE:
        raise place.error(
            f"the page is larger than {LARGEST_PAGE:,} bytes, which no news page is; give the article's text instead"
        )


def _extract(page: str, place: Place, url: str | None) -> Any:
    """What trafilatura finds, or ``None``."""
    try:
        import trafilatura
    except ImportError as error:
        raise place.error(
            f'reading pages needs more libraries ({error}): pip install "source-reliability[html]"'
        ) from error
    for name in ("trafilatura", "htmldate"):  # what they have to say is in the problem; nothing to stderr
        logging.getLogger(name).addHandler(logging.NullHandler())
    if not any(sign in page[:2000].lower() for sign in _WHOLE_PAGE):
        page = f"<html><body>{page}</body></html>"
    try:
        tree = trafilatura.load_html(page)
        if tree is None:
            return None
        _check_tree(tree, place)
        return trafilatura.bare_extraction(
            tree,
            url=url,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": _LAST_DAY,
            },
        )
    except InputError:
        raise
    except (
        Exception
    ) as error:  # a page on which the extractor fails, in whatever way, must lose no other page
        raise place.error(
            f"the page cannot be taken apart ({type(error).__name__}); give the article's text instead",
            "html",
        ) from error


def _check_tree(tree: Any, place: Place) -> None:
    """Refuses trees on which the extractor would take minutes, or which the parser has cut.

    Raises:
        InputError: Too many elements, too many in one, or nested too deeply.
    """
    elements = 0
    generation = [tree]
    for _ in range(DEEPEST):
        elements += len(generation)
        if elements > MOST_ELEMENTS or any(len(element) > MOST_CHILDREN for element in generation):
            raise place.error(
                f"the page has more than {MOST_ELEMENTS:,} elements, or more than {MOST_CHILDREN:,} in one; "
                "give the article's text instead"
            )
        generation = [child for element in generation for child in element]
        if not generation:
            return
    raise place.error(
        f"the page is nested more than {DEEPEST} elements deep; give the article's text instead"
    )
