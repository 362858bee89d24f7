"""One record: the article it holds, or what is wrong with it."""

import math
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from numbers import Integral

from reliability.intake.dialects import understood
from reliability.intake.encoding import decode_text
from reliability.intake.page import read_page
from reliability.intake.place import Place, Record, kind
from reliability.records import Article

FIELDS = tuple(field.name for field in fields(Article))


def read_article(record: Record, position: int) -> tuple[Article, float | None]:
    """The article a record holds, and its label where it has one.

    Args:
        record: A text (characters or bytes), an ``Article``, or a mapping with the names of its fields
            and perhaps ``label``, or with those other tools use (``DIALECTS``); other keys are ignored.
            Where there is no ``text`` the article is read from the page under ``html``, whose fields
            give way to those of the mapping.
        position: Its position in the event, which is its id where nothing else names it.

    Raises:
        InputError: No text, a page that cannot be read, or a field of the wrong type; with its place.
    """
    value, place = record.value, record.place
    if isinstance(value, str | bytes | bytearray) or absent(value):
        value = {"text": value}
    elif isinstance(value, Article):
        value = as_mapping(value)
    if not isinstance(value, Mapping):
        raise place.error(f"this is {kind(value)}, not an article; give a text, or an object with a 'text'")
    if "articles" in value and "text" not in value:
        raise place.error(
            "this is a whole event, not an article; give it by itself, or one event a line in a .jsonl"
        )
    value = _with_page(understood(value), place)
    text = _text(value.get("text"), place)
    label = _label(value.get("label"), place)
    article = Article(
        id=identifier(value.get("id"), place, "id") or record.name or str(position),
        text=text,
        title=_words(value.get("title"), place, "title"),
        source=_words(value.get("source"), place, "source"),
        url=_words(value.get("url"), place, "url"),
        published=_published(value.get("published"), place),
    )
    return article, label


def as_mapping(article: Article) -> dict[str, object]:
    """The fields of an article by their names."""
    return {name: getattr(article, name) for name in FIELDS}


def absent(value: object) -> bool:
    """Whether a value stands for nothing: ``None``, NaN, and what pandas writes for them."""
    # Known by name, so that pandas is never imported for it.
    return (
        value is None
        or (isinstance(value, float) and math.isnan(value))
        or type(value).__name__ in {"NAType", "NaTType"}
    )


def identifier(value: object, place: Place, field: str) -> str | None:
    """An id as text, or ``None`` where there is none or only white space.

    Whole numbers become text, also where a column with gaps has made ``7.0`` of them.

    Raises:
        InputError: Anything else.
    """
    if absent(value):
        return None
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, Integral) and not isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    raise place.error(f"the {field} is {kind(value)}; give a text or a whole number, or leave it out", field)


def _with_page(value: Mapping[str, object], place: Place) -> Mapping[str, object]:
    """The mapping, with the fields of its page where it has one and no text."""
    html = value.get("html")
    if absent(html) or not _is_blank(value.get("text")):
        return value
    url = value.get("url")
    page = read_page(html, place, url if isinstance(url, str) else None)
    return {**page, **{key: given for key, given in value.items() if not _is_blank(given)}}


def _is_blank(value: object) -> bool:
    return absent(value) or (isinstance(value, str | bytes | bytearray) and not value.strip())


def _text(value: object, place: Place) -> str:
    if isinstance(value, bytes | bytearray):
        value = decode_text(bytes(value), place.key("text"))
    if absent(value):
        raise place.error("the article has no text; give it one or take the article out", "text")
    if not isinstance(value, str):
        raise place.error(f"the text is {kind(value)}; give the article's characters as a text", "text")
    if not value or value.isspace():
        raise place.error(
            "the text is empty or only white space; give it one or take the article out", "text"
        )
    return value


def _words(value: object, place: Place, field: str) -> str | None:
    if absent(value):
        return None
    if not isinstance(value, str):
        raise place.error(f"the {field} is {kind(value)}; give a text or leave it out", field)
    return value if value.strip() else None


def _published(value: object, place: Place) -> str | None:
    if isinstance(value, date) and not absent(value):  # a datetime is a date too
        return value.isoformat()
    return _words(value, place, "published")


def _label(value: object, place: Place) -> float | None:
    if value is None:
        return None
    if getattr(value, "shape", None) == () and hasattr(value, "item"):
        value = value.item()  # a number of numpy's, whose booleans are no numbers to Python
    if not isinstance(value, int | float):
        raise place.error(
            f"the label is {kind(value)}; give 1 (reliable), 0 (not) or a number between, or leave it out",
            "label",
        )
    if not 0 <= value <= 1:
        raise place.error(
            "the label is not between 0 and 1; give 1 (reliable), 0 (not) or a number between", "label"
        )
    return float(value)
