"""A web archive (WARC): every page in it is an article."""

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from reliability.intake.encoding import decode_page
from reliability.intake.page import LARGEST_PAGE, check_size
from reliability.intake.place import Place, Record
from reliability.records import InputError, Problem

# How many times larger than the file its content may be, once that is larger than this many bytes. Pages shrink
# five- to tenfold; a deflate bomb a thousandfold.
INFLATION = 100
_HARMLESS = 50_000_000
_GZIP = b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml")


def archive_records(path: Path, place: Place) -> Iterator[Record | Problem]:
    """The pages of a ``.warc`` or ``.warc.gz`` file that were answered with success; other records are passed over.

    A page is called after its address, or after its record's id where an earlier one has that address.
    A problem has the number of the record as its line.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        from warcio.archiveiterator import WARCIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        yield place.problem(
            f'reading web archives needs more libraries ({error}): pip install "source-reliability[warc]"'
        )
        return
    taken: set[str] = set()
    number = 0
    with path.open("rb") as file:
        try:
            for number, record in enumerate(WARCIterator(_Inflated(file)), start=1):
                if not _is_page(record):
                    continue
                here = Place(str(path), number)
                try:
                    page = _page(record, here)
                except InputError as error:
                    yield error.problem
                    continue
                headers = record.rec_headers
                url = headers.get_header("WARC-Target-URI")
                name = headers.get_header("WARC-Record-ID") if url in taken else url
                taken.add(url)
                yield Record({"html": page, "url": url}, here, name)
        except (ArchiveLoadFailed, zlib.error, EOFError, gzip.BadGzipFile, InflationError) as error:
            yield Place(str(path), number + 1).problem(
                f"the archive breaks off here ({' '.join(str(error).split())}); what stood before is read"
            )
            return
    if not taken:
        yield place.problem("there is no page in this archive; put one in or take the file out")


class InflationError(Exception):
    """A file that grows beyond all measure when it is decompressed."""


class _Inflated:
    """The bytes of an archive as they were before compression, as long as there are not absurdly many of them."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file
        beginning = file.read(len(_GZIP))
        file.seek(0)
        self._content = gzip.GzipFile(fileobj=file) if beginning == _GZIP else file
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        # One step at a time, so that what stands before a damage is handed on before the damage is met.
        data: bytes = self._content.read1(size)
        self._read += len(data)
        if self._read > _HARMLESS and self._read > INFLATION * self._file.tell():
            raise InflationError(f"its content is more than {INFLATION} times as large as the file")
        return data

    def tell(self) -> int:
        return self._read


def _is_page(record: Any) -> bool:
    """Whether a record is an answer that holds a page."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or not headers.get_statuscode().startswith("2"):
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(_PAGES)


def _page(record: Any, place: Place) -> str:
    """The characters of a page.

    Raises:
        InputError: It is too large, or compressed in a way that is not understood.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    check_size(record.length or 0, place)
    headers = record.http_headers
    stream = record.raw_stream
    if (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    data: bytes = stream.read(LARGEST_PAGE + 1)
    encoding = (headers.get_header("Content-Encoding") or "identity").lower()
    if encoding in {"gzip", "x-gzip", "deflate"}:
        data = _inflate(data, place)
    elif encoding != "identity":
        raise place.error(
            f"the page is compressed as {encoding!r}, which is not read; archive it as gzip or uncompressed"
        )
    check_size(len(data), place)
    return decode_page(data, headers.get_header("Content-Type"))


def _inflate(data: bytes, place: Place) -> bytes:
    """The content of a compressed page, as far as it goes, and no more of it than a page may have."""
    for window in (zlib.MAX_WBITS + 32, -zlib.MAX_WBITS):  # gzip or zlib by its header; a bare deflate stream
        try:
            return zlib.decompressobj(window).decompress(data, LARGEST_PAGE + 1)
        except zlib.error:
            continue
    raise place.error("the compressed page is damaged; take it out or archive it again")
