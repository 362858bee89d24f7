"""Encodings: what is believed, what is guessed, and what is refused."""

import sys

import pytest

from reliability.intake.encoding import decode_page, decode_text
from reliability.intake.place import Place
from reliability.records import InputError

WORDS = "The café in Malmö charged “£4” – twice the usual price – for a naïve tourist’s cup of tea, he said. "
POLISH = (
    "Książę pojechał do Łodzi, gdzie mówił o życiu, o śniegu i o tym, że wciąż się cieszy z każdej chwili. "
    * 3
)
RUSSIAN = (
    "Паром сел на мель у острова рано утром во вторник, сообщила береговая охрана. Никто не пострадал. " * 3
)


def page(text: str, encoding: str, declared: str | None) -> bytes:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body>{text}</body></html>".encode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (WORDS, "utf-8", "utf-8"),
        (WORDS, "utf-8", None),
        (WORDS, "cp1252", "iso-8859-1"),
        (WORDS, "cp1252", "us-ascii"),
        (POLISH, "iso8859-2", "ISO-8859-2"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        ("東京で火曜日に船が座礁した。", "iso2022_jp", "iso-2022-jp"),
        ("東京で火曜日に船が座礁した。", "shift_jis", "Shift_JIS"),
        ("渡轮周二凌晨在岛外搁浅。", "gb18030", "gb2312"),
    ],
)
def test_a_page_is_decoded_by_what_it_declares(text, encoding, declared):
    assert text in decode_page(page(text, encoding, declared))


@pytest.mark.parametrize(
    "declaration",
    [
        b'<?xml version="1.0" encoding="iso-8859-2"?>',
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
        b"<META NAME=x CHARSET = 'iso-8859-2' >",
    ],
)
def test_declarations_are_found_in_every_form(declaration):
    assert POLISH in decode_page(declaration + POLISH.encode("iso8859-2"))


def test_the_header_a_page_was_sent_with_goes_before_its_own_declaration():
    assert POLISH in decode_page(page(POLISH, "iso8859-2", "koi8-r"), "text/html; charset=iso-8859-2")


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "shift_jis", "koi8-r"])
def test_utf8_that_holds_goes_before_a_wrong_declaration(declared):
    assert WORDS in decode_page(page(WORDS, "utf-8", declared))


@pytest.mark.parametrize(
    "declared", ["utf-8", "klingon", "zlib", "rot13", "utf-7", "unicode_escape", "idna", "hex", "undefined"]
)
def test_a_declaration_that_does_not_hold_is_overruled(declared):
    pytest.importorskip("charset_normalizer")
    assert WORDS in decode_page(page(WORDS, "cp1252", declared))


def test_a_byte_order_mark_is_believed_before_anything_else():
    assert decode_page(page(WORDS, "utf-16", "iso-8859-1")).startswith("<html>")


@pytest.mark.parametrize("declared", ["utf-8", None])
def test_a_few_broken_bytes_do_not_spoil_a_page_in_utf8(declared):
    data = page(WORDS * 3, "utf-8", declared).replace(b"tea", b"t\xe9a", 1)
    assert decode_page(data).count("\ufffd") == 1
    assert WORDS in decode_page(data)


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "shift_jis", "utf-16", None])
def test_no_bytes_are_too_odd_for_a_page(declared):
    data = page("", "utf-8", declared) + bytes(range(256)) * 50
    assert decode_page(data).startswith("<html>")


def test_without_charset_normalizer_a_page_is_read_as_windows_1252(monkeypatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    assert WORDS in decode_page(page(WORDS, "cp1252", None))


# Plain texts


@pytest.mark.parametrize(
    ("text", "encoding"), [(WORDS * 3, "cp1252"), (POLISH, "cp1250"), (RUSSIAN, "cp1251")]
)
def test_a_text_that_is_not_utf8_is_guessed(text, encoding):
    pytest.importorskip("charset_normalizer")
    assert decode_text(text.encode(encoding), Place()) == text


def test_a_text_too_short_to_guess_at_is_refused():
    with pytest.raises(InputError, match="is not UTF-8"):
        decode_text("Café".encode("cp1252"), Place())


def test_a_text_in_utf8_with_a_broken_byte_is_refused_rather_than_garbled():
    with pytest.raises(InputError, match="0xe9 at byte offset 4, line 1, is not UTF-8"):
        decode_text(b"Caf \xe9 " + WORDS.encode(), Place())


def test_without_charset_normalizer_only_utf8_is_read(monkeypatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    with pytest.raises(InputError, match="is not UTF-8; save the text as UTF-8"):
        decode_text(WORDS.encode("cp1252"), Place())
