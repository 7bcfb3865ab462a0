"""Files that may be written over: those that nolle wrote itself, unless ``--force`` is given."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from .errors import BadInput

TELLING = frozenset({"urgency", "conclusion", "questions"})
"""Each of our tables of cases begins with ``case`` and has one of these columns."""

LARGEST_PAGE = 20_000_000
HEADER_BYTES = 500_000
"""Bytes in which the header of our widest table ends: a column for each rule of the law."""

_PICTURE = b'class="nd"'
_BRAND = b'class="brand" translate="no">nolle<'


def check_ours(option: str, path: Path | None, force: bool) -> None:
    """Refuse to write over a file that nolle did not write; an empty one is nobody's loss.

    Raises:
        BadInput: with the remedy.
    """
    if path is None or force or not path.is_file() or path.stat().st_size == 0:
        return
    if not is_ours(path):
        raise BadInput(
            f"{option} {path}: a file is there that nolle did not write. Name another file, or add --force to write "
            "over it."
        )


def is_ours(path: Path) -> bool:
    """Whether nolle wrote a file: by the columns of a table, the head of a page or picture, the foot of a text.

    A file that cannot be read is not.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".parquet":
            import polars as pl

            return _is_table(list(pl.read_parquet_schema(path)))
        if suffix == ".xlsx":
            return _is_workbook(path)
        if suffix in (".html", ".htm"):
            return path.stat().st_size <= LARGEST_PAGE and _BRAND in path.read_bytes()
        if suffix == ".svg":
            return path.stat().st_size <= LARGEST_PAGE and _PICTURE in path.read_bytes()
        if suffix == ".txt":
            from nolle.counsel.calendar.words import NOT_REVIEWED

            return path.read_text("utf-8").rstrip().endswith((NOT_REVIEWED.en, NOT_REVIEWED.es))
        with path.open(encoding="utf-8", newline="") as file:
            return _is_table(next(csv.reader([file.readline(HEADER_BYTES)]), []))
    except Exception:  # each format has errors of its own for a file that is something else
        return False


def _is_table(headers: Sequence[str]) -> bool:
    from nolle.facts.docket.rejects import COLUMNS

    return tuple(headers) == COLUMNS or (headers[:1] == ["case"] and not TELLING.isdisjoint(headers))


def _is_workbook(path: Path) -> bool:
    """Whether the first texts of a workbook are the header of our table: they are kept in the order they are met."""
    try:
        with ZipFile(path) as book, book.open("xl/sharedStrings.xml") as texts:
            head = texts.read(HEADER_BYTES).decode("utf-8", "ignore")
    except (KeyError, BadZipFile):
        return False
    found = [part.partition("</t>")[0] for part in head.split("<t>")[1:]]
    return _is_table(found)
