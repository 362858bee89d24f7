"""In which encoding do these bytes write their characters?"""

import codecs
import re
from dataclasses import replace

from reliability.intake.place import Place

# The longer marks first: that of UTF-32 begins as that of UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers look for a declaration in the first 1024 bytes (WHATWG HTML, "prescan a byte stream"); pages that put
# a script in front of it are common enough to look further.
_PRESCAN = 8192
_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE | re.ASCII)
# Python also calls by such names what is no encoding of text (zlib, rot13) or is one of spoofs (utf-7).
_OF_TEXT = re.compile(
    r"utf-8|cp\d+|iso(?:8859|2022_)|koi8|mac-|gb18030|big5|euc_|shift_jis|johab|hz$|tis-620|ptcp154|kz1048"
)
# What pages that declare the first of each pair are written in (WHATWG Encoding, labels).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_SEVEN_BITS = ("iso2022_", "hz")  # these look like ASCII, so like UTF-8, to who has not read the declaration
# The letters and signs of western European news beyond ASCII. Text in another encoding, read as windows-1252,
# soon shows others ("³", "Ð", "¡"), or far more of them than a twelfth.
_WESTERN = frozenset("“”‘’‚„–—…•€£©®™°½¼¾·«»´\u00a0éèêëàâäáãåæçñîïíôöóøõœûüùúßÉÈÀÇÖÄÜÅØ")
_WESTERN_SHARE = 1 / 12
_FEWEST_BYTES = 200  # a guess at a shorter text rests on one or two letters


def decode(data: bytes, place: Place) -> str:
    """The characters of bytes that must be UTF-8, every one as it stands; a byte order mark in front is dropped.

    Raises:
        InputError: Bytes that are not UTF-8, with the offset of the first and the line it stands on.
    """
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        line = data.count(b"\n", 0, offset) + 1
        if place.file is not None and place.line is None:
            place = replace(place, line=line)
        utf16 = " (it looks like UTF-16)" if _marked(data) else ""
        raise place.error(
            f"the byte {data[offset]:#04x} at byte offset {offset}, line {line}, is not UTF-8{utf16}; save the text as UTF-8"
        ) from error


def decode_text(data: bytes, place: Place) -> str:
    """The characters of a plain text: by its byte order mark, else as UTF-8, else as charset-normalizer guesses.

    Raises:
        InputError: Bytes that are not UTF-8, where charset-normalizer is not installed, knows no encoding
            that fits, has too little to go by, or would have to overrule a text that is UTF-8 but for a few bytes.
    """
    text = _by_mark(data)
    if text is None:
        text = _strictly(data, "utf-8")
    if text is None and len(data) >= _FEWEST_BYTES and _nearly_utf8(data) is None:
        text = _guessed(data)
    return decode(data, place) if text is None else text


def decode_page(data: bytes, header: str | None = None) -> str:
    """The characters of a page, whatever it declares; bytes that stand for none become U+FFFD.

    A byte order mark is believed. UTF-8 that holds comes next, before any declaration: text in another
    encoding is hardly ever UTF-8 by chance, while declarations are often left over from a template. Then the
    declared encodings, then a guess.

    Args:
        data: The page.
        header: The ``Content-Type`` it was sent with.
    """
    text = _by_mark(data)
    if text is not None:
        return text
    labels = _HEADER.findall(header or "")
    labels += [label.decode("ascii", "ignore") for label in _DECLARATION.findall(data[:_PRESCAN])]
    declared = [codec for codec in map(_codec, labels) if codec]
    disguised = [codec for codec in declared if codec.startswith(_SEVEN_BITS)]
    for codec in (*disguised, "utf-8", *declared):
        text = _strictly(data, codec)
        if text is not None:
            return text
    return (
        _nearly_utf8(data) or _guessed(data) or data.decode(declared[0] if declared else "cp1252", "replace")
    )


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), None)


def _by_mark(data: bytes) -> str | None:
    found = _marked(data)
    return _strictly(data.removeprefix(found[0]), found[1]) if found else None


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeError:
        return None


def _codec(label: str) -> str | None:
    """Python's name of the encoding that a page calls by a label; ``None`` for what no page is written in."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if _OF_TEXT.match(name) else None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 in which fewer characters are broken than whole, ASCII apart: a torn end, a foreign insertion."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if broken < whole else None


def _guessed(data: bytes) -> str | None:
    """The likeliest characters; ``None`` without charset-normalizer or where nothing fits."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    # charset-normalizer takes one in five English texts in windows-1252 for something else.
    western = _strictly(data, "cp1252")
    if western is not None:
        signs = [character for character in western if not character.isascii()]
        if len(signs) < _WESTERN_SHARE * len(western) and _WESTERN.issuperset(signs):
            return western
    best = from_bytes(data).best()
    return None if best is None else str(best)
