"""Where rankings are written to, and how."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TextIO

from reliability.records import InputError
from reliability.report.plain import as_dict
from reliability.report.ranked import Ranked
from reliability.report.terminal import show
from reliability.report.text import RankingText, as_text


class Format(StrEnum):
    """How rankings are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Writer:
    """Writes rankings to standard output or a file: each as it comes, save that JSON waits for the last.

    JSON is one value: the ranking where there is one, else a list of them.

    Args:
        form: How to write them.
        path: The file, or ``None`` for standard output. A run without a ranking leaves it as it was.

    Raises:
        InputError: Where the file has no folder to stand in.
        OSError: Where it cannot be written.
    """

    def __init__(self, form: Format, path: Path | None) -> None:
        if path and not path.parent.is_dir():
            raise InputError("cannot be written: there is no such folder", file=str(path))
        self.count = 0
        self._form, self._path = form, path
        self._file: TextIO | None = None
        self._waiting: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Nothing is opened before there is something to write."""
        return self

    def add(self, ranked: Ranked) -> None:
        """Writes one more ranking."""
        self.count += 1
        if self._form is Format.json:
            self._waiting.append(as_dict(ranked))
        elif self._form is Format.jsonl:
            self._write(json.dumps(as_dict(ranked), allow_nan=False))
        else:
            if self.count > 1:
                self._write("")
            self._table(ranked)

    def __exit__(self, error: object, *_: object) -> None:
        """Writes what waited for the end, unless the run was broken off."""
        if self._waiting and error is None:
            whole = self._waiting[0] if self.count == 1 else self._waiting
            self._write(json.dumps(whole, indent=2, allow_nan=False))
        if self._file:
            self._file.close()

    def _table(self, ranked: Ranked) -> None:
        if self._path is None:
            show(RankingText(ranked))
        else:
            self._write(as_text(RankingText(ranked)))

    def _write(self, text: str) -> None:
        if self._path and self._file is None:
            self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace")
        print(text, file=self._file, flush=True)
