"""What reads workbooks gives a blank for an error, and for a formula that was never worked out.

Such cells are looked for in the workbook itself, so that no fact is lost in silence.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nolle.facts.errors import Problem

from .rejects import DocketError

_BOOK = "xl/workbook.xml"
ZIPPED = (".xlsx", ".xlsm")
BROKEN = (OSError, zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError)
_CHUNK = 1 << 22
_CELL = re.compile(rb"<(?:\w+:)?c(\s[^>]*)?(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]+)([0-9]+)""")
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ARRAY = re.compile(rb"""<(?:\w+:)?f(?=\s[^>]*["'](?:array|dataTable)["'])[^>]*\sref\s*=\s*["'][^"'>]*:""")
"""A formula for several cells, of which only the first says that it is one."""
_VALUE = re.compile(rb"<(?:\w+:)?[vt](?:\s[^>]*)?>\s*([^<\s][^<]*)<")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is read as a blank and is none: where it stands, why, and what to do.

    ``at`` is its place among the columns as they are read.
    """

    row: int
    letters: str
    at: int
    what: str
    how: str


def odd_cells(path: Path) -> list[Cell]:
    """The cells of the first sheet that hold an error, or a formula that was never worked out.

    Raises:
        DocketError: where the workbook cannot be looked through for them; in an OpenDocument sheet, for any error.
    """
    if path.suffix.lower() == ".ods" and _has_errors(path):
        how = "mend or clear the cells that hold one, or save it as .xlsx"
        raise DocketError(path.name, [Problem("the first sheet holds errors (such as #N/A)", how)])
    if path.suffix.lower() not in ZIPPED:
        return []
    found: list[tuple[int, str, str, str]] = []
    unworked = _is_unworked(path)
    for chunk in _sheet(path):
        # One letter is looked for first: where no formula stands, most sheets have none, and "<" is everywhere.
        formulas = b"f" in chunk and (b"<f" in chunk or b":f" in chunk)
        if formulas or b't="e"' in chunk or b"t='e'" in chunk:
            cells = _CELL.finditer(chunk)
            found += [(*_place(path, cell), *odd) for cell in cells if (odd := _what_is_odd(cell, unworked))]
            if unworked and _ARRAY.search(chunk):
                raise unchecked(path)
    if not found:
        return []
    # What reads workbooks counts columns from the first one that has a cell.
    filled = (cell for chunk in _sheet(path) for cell in _CELL.finditer(chunk) if _is_filled(cell))
    first = min((_number(_place(path, cell)[1]) for cell in filled), default=0)
    return [Cell(row, letters, _number(letters) - first, what, how) for row, letters, what, how in found]


def _is_unworked(path: Path) -> bool:
    """Whether a workbook leaves all its formulas to whoever opens it, and has something else in their place."""
    try:
        return any(told.get("fullCalcOnLoad") in ("1", "true") for told in elements(path, "calcPr"))
    except BROKEN:
        raise unchecked(path) from None


def _has_errors(path: Path) -> bool:
    """Whether the first sheet of an OpenDocument workbook holds an error; they are read as a blank or a zero."""
    try:
        with zipfile.ZipFile(path) as book:
            first, _, _ = book.read("content.xml").partition(b"</table:table>")
    except (zipfile.BadZipFile, KeyError, NotImplementedError):
        raise unchecked(path) from None
    return b'calcext:value-type="error"' in first


def _what_is_odd(cell: re.Match[bytes], unworked: bool) -> tuple[str, str] | None:
    kind, value = _TYPE.search(cell[1] or b""), _VALUE.search(cell[2])
    if kind and kind[1] == b"e":
        shown = f" ({value[1].decode('utf-8', 'replace').strip()})" if value else ""
        return f"the cell holds an error{shown}", "mend or clear the cell"
    # A formula that came to an empty text has the type of a text.
    worked = not unworked and (value or (kind and kind[1] == b"str"))
    if worked or not _FORMULA.search(cell[2]):
        return None
    return "the formula was never worked out", "open it in a spreadsheet program and save it"


def _is_filled(cell: re.Match[bytes]) -> bool:
    kind = _TYPE.search(cell[1] or b"")
    return bool(_VALUE.search(cell[2]) or (kind and kind[1] in (b"str", b"inlineStr")))


def _place(path: Path, cell: re.Match[bytes]) -> tuple[int, str]:
    place = _PLACE.search(cell[1] or b"")
    if place is None:
        raise unchecked(path)
    return int(place[2]), place[1].decode()


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _sheet(path: Path) -> Iterator[bytes]:
    """The XML of the first sheet, in parts of whole rows."""
    try:
        with zipfile.ZipFile(path) as book, book.open(_first_sheet(book)) as sheet:
            rest = b""
            while chunk := sheet.read(_CHUNK):
                rest += chunk
                end = max(rest.rfind(b"</row>"), rest.rfind(b":row>"), 0)
                yield rest[:end]
                rest = rest[end:]
            yield rest
    except (zipfile.BadZipFile, KeyError, StopIteration, ET.ParseError, NotImplementedError):
        raise unchecked(path) from None


def elements(path: Path, tag: str) -> list[ET.Element]:
    """The elements of a name in what a workbook says of itself."""
    with zipfile.ZipFile(path) as book:
        return [e for e in ET.fromstring(book.read(_BOOK)).iter() if e.tag.endswith(f"}}{tag}")]


def _first_sheet(book: zipfile.ZipFile) -> str:
    """The part of a workbook that is its first sheet."""
    sheet = next(e for e in ET.fromstring(book.read(_BOOK)).iter() if e.tag.endswith("}sheet"))
    id = next(value for name, value in sheet.items() if name.endswith("}id"))
    links = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    target = next(link.get("Target", "") for link in links if link.get("Id") == id)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def unchecked(path: Path) -> DocketError:
    """The error for a workbook that cannot be looked through."""
    how = "open it in a spreadsheet program and save it, or save it as CSV UTF-8"
    return DocketError(path.name, [Problem("its cells cannot be looked through for errors", how)])
