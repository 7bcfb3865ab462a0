"""Tables written as text: CSV in whatever encoding and with whatever separator a spreadsheet gave it, and XLSX.

A clean file is read by Polars at once. A file in which something is out of place (a row too long or too short, a
quote that is never closed, blank lines) is read again line by line, so that one bad row takes no other with it.

What reads workbooks gives a blank for an error, and for a formula that was never worked out. They are looked for in
the workbook itself, so that no fact is lost in silence.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.errors import Problem

from .rejects import DocketError, Rejected
from .values import EXCEL_DAY_0, MAC_DAY_0

if TYPE_CHECKING:
    import polars as pl

SEPARATORS = ",;\t|"
LONGEST_RECORD = 200
"""Lines that one record may span: a quote open for longer was never closed."""

MOST_TITLES = 5
"""Rows of a title above the header of a sheet."""

LARGEST_CELL = 1 << 26
ROW = "\trow"
"""The column that holds where each row stood; no header can have a tab in it."""

_BOOK = "xl/workbook.xml"
_ZIPPED = (".xlsx", ".xlsm")
_CHUNK = 1 << 22
_CELL = re.compile(rb"<(?:\w+:)?c(\s[^>]*)?(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]+)([0-9]+)""")
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?[vt](?:\s[^>]*)?>\s*([^<\s][^<]*)<")
_STRAY = "a quote stands where none belongs", 'write a quote in quoted text twice: ""'


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of text cells with a ``ROW`` column, the rows that could not be read, and how many there were in all.

    ``left`` has the texts of each row that could not be read, by its number: of which column each is, is not known.
    """

    frame: pl.DataFrame
    headers: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    read: int
    left: Mapping[int, frozenset[str]] = field(default_factory=dict)


def read_csv(path: Path) -> TextTable:
    """A CSV file as text cells.

    Raises:
        DocketError: for a file that is no table.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None
    text = _utf8(data, path.name)
    first, _, _ = text.partition(b"\n")
    if first.lower().startswith(b"sep=") and len(first.strip()) == 5:
        separator = first.strip()[4:5].decode()
        text = text[len(first) + 1 :]
        skipped = 1
    else:
        separator, skipped = _separator(first.decode("utf-8", "replace")), 0
    if not text.strip():
        raise DocketError(path.name, [Problem("the file is empty", "its first row names the columns")])
    return _fast(text, separator, skipped) or _slow(path.name, text.decode("utf-8"), separator, skipped)


def read_xlsx(path: Path) -> TextTable:
    """The first sheet of a workbook as text cells. Formulas are never worked out: the value last shown is read.

    A row with an error in a cell, or with a formula that has no value, is set aside.

    Raises:
        DocketError: for a file that is no workbook, for such a cell at or above its header, or where what reads
            workbooks is not installed.
    """
    import polars as pl

    try:
        sheet = pl.read_excel(
            path,
            engine="calamine",
            has_header=False,
            infer_schema_length=0,
            drop_empty_rows=False,
            drop_empty_cols=False,
            raise_if_empty=False,
            # Rows left free on top are kept, so that rows count as the spreadsheet counts them.
            read_options={"skip_rows": 0},
        )
    except ImportError:
        raise DocketError(
            path.name, [Problem("workbooks cannot be read here", "install nolle[excel], or save it as CSV UTF-8")]
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    except Exception:
        # What reads workbooks has an exception of its own for each kind of damage.
        raise DocketError(
            path.name, [Problem("this is no workbook", "save it again as .xlsx or as CSV UTF-8")]
        ) from None
    if sheet.height == 0:
        raise DocketError(path.name, [Problem("the first sheet is empty", "its first row names the columns")])
    sheet = sheet.cast(pl.String)
    top = _header_row(sheet)
    headers = [(name or "").strip() for name in sheet.row(top)]
    sheet = sheet.with_row_index(ROW, 1).with_columns(pl.col(ROW).cast(pl.Int64)).slice(top + 1)
    kept = [(name, column) for name, column in zip(headers, sheet.columns[1:], strict=True)]
    odd = _odd_cells(path)
    for cell in odd:
        if cell.row <= top + 1:
            what = f"{cell.what} in {cell.letters}{cell.row}, at or above its header"
            raise DocketError(path.name, [Problem(what, cell.how)])
    bad = pl.col(ROW).is_in([cell.row for cell in odd])
    lost = {row: texts for row, *texts in sheet.filter(bad).iter_rows()} if odd else {}
    rejected = tuple(_of_cell(path, cell, headers, lost.get(cell.row, [])) for cell in odd)
    left = {cell.row: _pieces(text or "" for text in lost.get(cell.row, ())) for cell in odd}
    return _table(sheet.filter(~bad) if odd else sheet, kept, rejected, left)


def first_day(path: Path) -> date:
    """The day from which a workbook counts its days; a bare number is one of them only where a day is asked for."""
    if path.suffix.lower() not in _ZIPPED:
        return EXCEL_DAY_0
    try:
        with zipfile.ZipFile(path) as book:
            whole = ET.fromstring(book.read(_BOOK))
    except (OSError, zipfile.BadZipFile, KeyError, ET.ParseError):
        return EXCEL_DAY_0  # what is wrong with it is told where it is read
    told = [element.get("date1904") for element in whole if element.tag.endswith("}workbookPr")]
    return MAC_DAY_0 if told and told[0] in ("1", "true") else EXCEL_DAY_0


def sheets(path: Path) -> list[str]:
    """The names of the sheets of a workbook; none, where it cannot be read."""
    try:
        from fastexcel import read_excel

        return list(read_excel(path).sheet_names)
    except Exception:
        return []  # what is wrong with it is told where it is read


def first_row(path: Path, sheet: int) -> list[str]:
    """The texts of the first row of a sheet that has any; none, where it cannot be read."""
    try:
        from fastexcel import read_excel

        rows = read_excel(path).load_sheet(sheet, header_row=None, n_rows=MOST_TITLES + 1, dtypes="string").to_polars()
    except Exception:
        return []
    return [cell.strip().lower() for row in rows.iter_rows() for cell in row if cell]


@dataclass(frozen=True, slots=True)
class _Odd:
    """A cell of a workbook that would be read as a blank and is none: where it stands, why, and what to do.

    ``at`` is its place among the columns as they are read.
    """

    row: int
    letters: str
    at: int
    what: str
    how: str


def _of_cell(path: Path, cell: _Odd, headers: Sequence[str], texts: Sequence[str | None]) -> Rejected:
    id = dict(zip(headers, texts, strict=False)).get("case_id") or ""
    header = headers[cell.at] if 0 <= cell.at < len(headers) else ""
    return Rejected(
        path.name, cell.row, id.strip() or None, header or f"column {cell.letters}", None, cell.what, cell.how
    )


def _odd_cells(path: Path) -> list[_Odd]:
    """The cells of the first sheet that hold an error, or a formula that was never worked out.

    Raises:
        DocketError: where the workbook cannot be looked through for them; in an OpenDocument sheet, for any error.
    """
    if path.suffix.lower() == ".ods" and _has_errors(path):
        how = "mend or clear the cells that hold one, or save it as .xlsx"
        raise DocketError(path.name, [Problem("the first sheet holds errors (such as #N/A)", how)])
    if path.suffix.lower() not in _ZIPPED:
        return []
    found: list[tuple[int, str, str, str]] = []
    for chunk in _sheet(path):
        # One letter is looked for first: where no formula stands, most sheets have none, and "<" is everywhere.
        formulas = b"f" in chunk and (b"<f" in chunk or b":f" in chunk)
        if formulas or b't="e"' in chunk or b"t='e'" in chunk:
            found += [(*_place(path, cell), *odd) for cell in _CELL.finditer(chunk) if (odd := _what_is_odd(cell))]
    if not found:
        return []
    # What reads workbooks counts columns from the first one that has a cell.
    filled = (cell for chunk in _sheet(path) for cell in _CELL.finditer(chunk) if _is_filled(cell))
    first = min((_number(_place(path, cell)[1]) for cell in filled), default=0)
    return [_Odd(row, letters, _number(letters) - first, what, how) for row, letters, what, how in found]


def _has_errors(path: Path) -> bool:
    """Whether the first sheet of an OpenDocument workbook holds an error; they are read as a blank or a zero."""
    try:
        with zipfile.ZipFile(path) as book:
            first, _, _ = book.read("content.xml").partition(b"</table:table>")
    except (zipfile.BadZipFile, KeyError, NotImplementedError):
        raise _unchecked(path) from None
    return b'calcext:value-type="error"' in first


def _what_is_odd(cell: re.Match[bytes]) -> tuple[str, str] | None:
    kind, value = _TYPE.search(cell[1] or b""), _VALUE.search(cell[2])
    if kind and kind[1] == b"e":
        shown = f" ({value[1].decode('utf-8', 'replace').strip()})" if value else ""
        return f"the cell holds an error{shown}", "mend or clear the cell"
    # A formula that came to an empty text has the type of a text.
    if value or (kind and kind[1] == b"str") or not _FORMULA.search(cell[2]):
        return None
    return "the formula was never worked out", "open it in a spreadsheet program and save it"


def _is_filled(cell: re.Match[bytes]) -> bool:
    kind = _TYPE.search(cell[1] or b"")
    return bool(_VALUE.search(cell[2]) or (kind and kind[1] in (b"str", b"inlineStr")))


def _place(path: Path, cell: re.Match[bytes]) -> tuple[int, str]:
    place = _PLACE.search(cell[1] or b"")
    if place is None:
        raise _unchecked(path)
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
        raise _unchecked(path) from None


def _first_sheet(book: zipfile.ZipFile) -> str:
    """The part of a workbook that is its first sheet."""
    sheet = next(e for e in ET.fromstring(book.read(_BOOK)).iter() if e.tag.endswith("}sheet"))
    id = next(value for name, value in sheet.items() if name.endswith("}id"))
    links = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    target = next(link.get("Target", "") for link in links if link.get("Id") == id)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _unchecked(path: Path) -> DocketError:
    how = "open it in a spreadsheet program and save it, or save it as CSV UTF-8"
    return DocketError(path.name, [Problem("its cells cannot be looked through for errors", how)])


def _unreadable(path: Path, error: OSError) -> DocketError:
    problem = Problem(f"the file cannot be read ({error.strerror})", "see that it is there and that you may read it")
    return DocketError(path.name, [problem])


def _utf8(data: bytes, name: str) -> bytes:
    """The text as UTF-8 without a byte order mark, with plain line ends."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    head = data[:400]
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = data.decode("utf-16").encode("utf-8")
        elif head.count(0) > len(head) // 4:
            data = data.decode("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be").encode("utf-8")
    except UnicodeError:
        raise DocketError(name, [Problem("the file is cut off UTF-16 text", "save it as CSV UTF-8")]) from None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            data = data.decode("cp1252").encode("utf-8")
        except UnicodeDecodeError:
            data = data.decode("latin-1").encode("utf-8")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


def _header_row(sheet: pl.DataFrame) -> int:
    """Where the header of a sheet stands. A report may leave rows free above it, or have a title there: rows of one
    cell above a row of three or more.
    """
    titles: list[int] = []
    for at, row in enumerate(sheet.iter_rows()):
        filled = sum(1 for cell in row if (cell or "").strip())
        if filled > 1:
            return at if filled > 2 or not titles else titles[0]
        if filled:
            titles.append(at)
        if len(titles) > MOST_TITLES:
            break
    return titles[0] if titles else 0


def _separator(header: str) -> str:
    outside, quoted = [], False
    for c in header:
        quoted ^= c == '"'
        if not quoted:
            outside.append(c)
    return max(SEPARATORS, key=outside.count)


def _fast(text: bytes, separator: str, skipped: int) -> TextTable | None:
    """The table if every row has as many cells as the header and every quote is where it belongs, else nothing."""
    import polars as pl

    text = text.rstrip(b"\n")
    try:
        frame = pl.read_csv(
            text + b"\n",
            has_header=False,
            separator=separator,
            infer_schema=False,
            empty_string_is_null=False,
            extra_columns="raise",
        )
    except (pl.exceptions.PolarsError, ValueError):
        return None
    width = frame.width
    inside = 0
    if b'"' in text:
        counts = frame.select(
            s=pl.sum_horizontal(pl.all().str.count_matches(separator, literal=True).sum()),
            q=pl.any_horizontal(pl.all().str.contains('"', literal=True).any()),
            n=pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True).max()),
        )
        inside = counts["s"].item() or 0
        if counts["q"].item() or (counts["n"].item() or 0) > LONGEST_RECORD:
            return None
        if inside and counts["n"].item():
            # A quote that was never closed may have taken whole rows into one cell.
            return None
    if text.count(separator.encode()) - inside != (width - 1) * frame.height:
        return None
    headers = [(name or "").strip() for name in frame.row(0)]
    frame = frame.with_row_index(ROW, 1 + skipped).with_columns(pl.col(ROW).cast(pl.Int64)).slice(1)
    return _table(frame, list(zip(headers, frame.columns[1:], strict=True)))


def _slow(name: str, text: str, separator: str, skipped: int) -> TextTable:
    import polars as pl

    records = _records(text, separator)
    headers: list[str] = []
    cells: list[list[str]] = []
    places: list[int] = []
    rejected: list[Rejected] = []
    left: dict[int, frozenset[str]] = {}
    place = skipped
    for record, wrong in records:
        if record == [] and wrong is None:
            place += 1
            continue
        place += 1
        if not headers:
            if wrong is not None:
                raise DocketError(name, [Problem("the first row cannot be read", wrong[1])])
            headers = [cell.strip() for cell in record]
            continue
        if wrong is None and len(record) != len(headers):
            if len(record) > len(headers) and not any(cell.strip() for cell in record[len(headers) :]):
                record = record[: len(headers)]
            elif len(record) < len(headers):
                if not any(cell.strip() for cell in record):
                    continue
                what = f"the row has {len(record)} cells, the header {len(headers)}"
                wrong = what, "give every row as many separators as the header"
            else:
                what = f"the row has {len(record)} cells, the header {len(headers)}"
                wrong = what, f'put text with "{separator}" in it in double quotes'
        if wrong is not None:
            # Which cell is which fact cannot be told, so that nothing of the row is repeated but whose it may be.
            texts = _apart(record, separator)
            rejected.append(Rejected(name, place, _whose(texts, headers), None, None, *wrong))
            left[place] = _pieces(texts)
            continue
        cells.append(record)
        places.append(place)
    columns = list(map(list, zip(*cells, strict=True))) if cells else [[] for _ in headers]
    names = [f"column_{n}" for n in range(len(headers))]
    frame = pl.DataFrame(
        [pl.Series(ROW, places, dtype=pl.Int64)]
        + [pl.Series(n, c, dtype=pl.String) for n, c in zip(names, columns, strict=True)]
    )
    return _table(frame, list(zip(headers, names, strict=True)), tuple(rejected), left)


def _rows_in(lines: list[str], separator: str, width: int, spaced: bool) -> bool:
    """Whether lines within a cell look like rows of their own, which two stray quotes have swallowed: with as many
    cells. Prose has a blank and a word after every separator, which excuses it unless the header is ``spaced`` so too.
    """
    mark = re.escape(separator)
    prose = re.compile(rf"{mark} +[^ {mark}]")
    most = width - 1
    return most > 0 and any(
        line.count(separator) == most and (spaced or len(prose.findall(line)) < most) for line in lines
    )


def _apart(record: list[str], separator: str) -> list[str]:
    """The texts of a row whose cells cannot be told apart, without quotes around them."""
    cells = record[0].split(separator) if len(record) == 1 else record
    return [cell.strip().strip('"').strip() for cell in cells]


def _pieces(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text.strip() for text in texts if text.strip())


def _whose(cells: list[str], headers: list[str]) -> str | None:
    """What may be the id of the case, in a row whose cells cannot be told apart: all from its place as counted from one
    end to its place as counted from the other.

    Several are kept apart by a tab; whether one of them is a case, the tables together tell.
    """
    if "case_id" not in headers:
        return None
    place = headers.index("case_id")
    first, last = sorted((place, len(cells) - len(headers) + place))
    ids = dict.fromkeys(cells[max(first, 0) : last + 1])
    return "\t".join(id for id in ids if id) or None


def _records(text: str, separator: str) -> Iterator[tuple[list[str], tuple[str, str] | None]]:
    """The records of a text, each with what is wrong with it. A quote that is not closed costs its own line, and the
    line that would have closed it.
    """
    lines = text.rstrip("\n").split("\n")
    before = csv.field_size_limit(LARGEST_CELL)
    head: list[str] = []
    spaced = False
    open_until = 0
    try:
        at = 0
        while at < len(lines):
            line = lines[at]
            if '"' not in line:
                record, taken = (line.split(separator) if line.strip() else []), 1
            else:
                record, taken = _record(lines, at, separator)
                if not taken or (
                    head and _torn(record, lines[at : at + taken], head, separator, spaced, at < open_until)
                ):
                    yield [line], _STRAY
                    open_until = at + LONGEST_RECORD if at >= open_until and line.count('"') % 2 else 0
                    at += 1
                    continue
            if not head:
                head = [cell.strip() for cell in record]
                spaced = 0 < line.count(separator) == line.count(f"{separator} ")
            yield record, None
            at += taken
    finally:
        csv.field_size_limit(before)


def _record(lines: list[str], at: int, separator: str) -> tuple[list[str], int]:
    """The record that starts in a line, and how many lines it takes: none, where its quotes do not fit."""
    ahead = (line + "\n" for line in lines[at : at + LONGEST_RECORD])
    reader = csv.reader(ahead, delimiter=separator, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return [], 0


def _torn(record: list[str], lines: list[str], head: list[str], separator: str, spaced: bool, opened: bool) -> bool:
    """Whether the quotes of a record cannot be meant: it has swallowed rows; or it is what was left of another, with a
    bare quote in its first cell or the id of its case, or before its last where a quote above was left ``opened``.
    """
    if len(lines) > 1 and (len(record) != len(head) or _rows_in(lines[1:], separator, len(head), spaced)):
        return True
    asked = {0, head.index("case_id") if "case_id" in head else 0, *range(len(record) - 1 if opened else 0)}
    quoted = ['"{}"'.format(cell.replace('"', '""')) for n, cell in enumerate(record) if '"' in cell and n in asked]
    return any(cell not in "\n".join(lines) for cell in quoted)


def _table(
    frame: pl.DataFrame,
    kept: list[tuple[str, str]],
    rejected: tuple[Rejected, ...] = (),
    left: Mapping[int, frozenset[str]] | None = None,
) -> TextTable:
    """The table under its own headers; a column without header or cells, and a row without cells, is left out."""
    import polars as pl

    columns = [column for _, column in kept]
    filled = pl.any_horizontal((pl.col(c).is_not_null() & (pl.col(c).str.strip_chars() != "")) for c in columns)
    frame = frame.filter(filled)
    named = []
    for header, column in kept:
        if header or (frame[column].fill_null("").str.strip_chars() != "").any():
            named.append((header, column))
    seen: dict[str, int] = {}
    select = [pl.col(ROW)]
    for header, column in named:
        seen[header] = seen.get(header, 0) + 1
        select.append(pl.col(column).alias(header if seen[header] == 1 else f"{header}\t{seen[header]}"))
    left = left or {}
    return TextTable(frame.select(select), tuple(h for h, _ in named), rejected, frame.height + len(left), left)
