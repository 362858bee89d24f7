"""From bytes to text, and from text to JSON values; what cannot be read is said with its place."""

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import replace

from reliability.intake.place import Place


def decode(data: bytes, place: Place) -> str:
    """The characters of UTF-8 bytes, every one as it stands; a byte order mark in front is dropped.

    Raises:
        InputError: Bytes that are not UTF-8, with the offset of the first and the line it stands on.
    """
    body = data.removeprefix(BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        line = data.count(b"\n", 0, offset) + 1
        if place.file is not None and place.line is None:
            place = replace(place, line=line)
        utf16 = " (it looks like UTF-16)" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""
        raise place.error(
            f"the byte {data[offset]:#04x} at byte offset {offset}, line {line}, is not UTF-8{utf16}; save the text as UTF-8"
        ) from error


def parse(text: str, place: Place) -> object:
    r"""The JSON value a text stands for.

    Escapes that stand for no character by themselves (``"\ud800"``) are kept as they are given.

    Raises:
        InputError: Text that is not JSON, with the line and column; JSON that is nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if place.line is None:
            place = replace(place, line=error.lineno)
        raise place.error(
            f"broken JSON at column {error.colno} ({error.msg}); mend it or take it out"
        ) from error
    except RecursionError as error:
        raise place.error("the JSON is nested too deeply for an article; take it out") from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise place.error(
            "the JSON holds a number of too many digits; shorten it or write it as text"
        ) from error
