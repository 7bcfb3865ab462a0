"""Tables written as text: CSV in whatever encoding and with whatever separator a spreadsheet gave it, and XLSX.

A clean file is read by Polars at once. A file in which something is out of place (a row too long or too short, a
quote that is never closed, blank lines) is read again line by line, so that one bad row takes no other with it.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.errors import Problem

from .odd_cells import BROKEN, ZIPPED, Cell, elements, odd_cells, unchecked
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

_ROWS = (
    "a quoted text goes over several lines that may be rows of their own",
    "take out the quotes, if they are rows; write the text on one line, if it is one",
)
_STRAY = "a quote stands where none belongs", 'write a quote in quoted text twice: ""'


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell of a workbook that is read as a blank and is none: its row, its column in the frame, why, what to do."""

    row: int
    column: str
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of text cells with a ``ROW`` column, the rows that could not be read, and how many there were in all.

    ``left`` has the texts of each row that could not be read, by its number: of which column each is, is not known.
    ``odd`` are cells whose rows are in the frame: whoever reads such a column sets them aside.
    """

    frame: pl.DataFrame
    headers: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    read: int
    left: Mapping[int, frozenset[str]] = field(default_factory=dict)
    odd: tuple[Odd, ...] = ()

    def of(self, columns: Collection[str]) -> TextTable:
        """The table for who reads some columns: odd cells elsewhere are nothing, nor is a row of nothing else."""
        import polars as pl

        if not self.odd:
            return self
        odd = tuple(cell for cell in self.odd if cell.column in columns)
        told = pl.any_horizontal(pl.exclude(ROW).str.strip_chars().fill_null("") != "")
        frame = self.frame.filter(told | pl.col(ROW).is_in([cell.row for cell in odd]))
        return replace(self, frame=frame, odd=odd, read=self.read - (self.frame.height - frame.height))


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

    Cells with an error, or with a formula that has no value, are told apart as ``odd``.

    Raises:
        DocketError: for a file that is no workbook, or an old one (.xls), for a first sheet that is hidden, for such a
            cell in its header, or where what reads workbooks is not installed.
    """
    import polars as pl

    if path.suffix.lower() == ".xls":
        how = "save it as .xlsx or CSV UTF-8: errors in its cells cannot be seen"
        raise DocketError(path.name, [Problem(".xls is not read", how)])
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
    if is_hidden(path, 0):
        name = (sheets(path) or [""])[0]
        how = "make it visible or delete it, or save the right sheet as CSV"
        raise DocketError(path.name, [Problem(f'the first sheet, "{name}", is hidden', how)])
    if sheet.height == 0:
        raise DocketError(path.name, [Problem("the first sheet is empty", "its first row names the columns")])
    return _of_sheet(path.name, sheet.cast(pl.String), odd_cells(path))


def _of_sheet(name: str, sheet: pl.DataFrame, odd: Sequence[Cell]) -> TextTable:
    """The table of a sheet whose header has no odd cell; those above it are of a title."""
    import polars as pl

    top = _header_row(sheet, Counter(cell.row - 1 for cell in odd))
    for cell in odd:
        if cell.row == top + 1:
            what = f"{cell.what} in {cell.letters}{cell.row}, in its header"
            raise DocketError(name, [Problem(what, cell.how)])
    headers = [(name or "").strip() for name in sheet.row(top)]
    sheet = sheet.with_row_index(ROW, 1).with_columns(pl.col(ROW).cast(pl.Int64)).slice(top + 1)
    kept = list(zip(headers, sheet.columns[1:], strict=True))
    below = [
        Odd(cell.row, kept[cell.at][1], cell.what, cell.how)
        for cell in odd
        if cell.row > top + 1 and 0 <= cell.at < len(kept) and headers[cell.at]
    ]
    if below:
        # A row of nothing but such cells may not be there at all.
        beyond = sorted({cell.row for cell in below}.difference(sheet[ROW]))
        sheet = pl.concat([sheet, pl.DataFrame({ROW: beyond}, schema={ROW: pl.Int64})], how="diagonal")
    return _table(sheet, kept, odd=below)


def first_day(path: Path) -> date:
    """The day from which a workbook counts its days; a bare number is one of them only where a day is asked for."""
    if path.suffix.lower() not in ZIPPED:
        return EXCEL_DAY_0
    try:
        told = [element.get("date1904") for element in elements(path, "workbookPr")]
    except BROKEN:
        return EXCEL_DAY_0  # what is wrong with it is told where it is read
    return MAC_DAY_0 if told and told[0] in ("1", "true") else EXCEL_DAY_0


def sheets(path: Path) -> list[str]:
    """The names of the sheets of a workbook; none, where it cannot be read."""
    try:
        from fastexcel import read_excel

        return list(read_excel(path).sheet_names)
    except Exception:
        return []  # what is wrong with it is told where it is read


def is_hidden(path: Path, sheet: int) -> bool:
    """Whether a sheet of a workbook is not shown.

    Raises:
        DocketError: where that cannot be told.
    """
    try:
        if path.suffix.lower() not in ZIPPED:
            from fastexcel import read_excel

            return read_excel(path).load_sheet(sheet, n_rows=0).visible != "visible"
        return elements(path, "sheet")[sheet].get("state") in ("hidden", "veryHidden")
    except (*BROKEN, IndexError):
        raise unchecked(path) from None


def first_row(path: Path, sheet: int) -> list[str]:
    """The texts of the first rows of a sheet; none, where it cannot be read."""
    return [cell.lower() for row in _first_rows(path, sheet) for cell in row]


def has_table(path: Path, sheet: int, headers: Iterable[str]) -> bool:
    """Whether a sheet holds a table: among its first rows one of three or more cells, or of two with a header known."""
    known = {header.lower() for header in headers}
    rows = _first_rows(path, sheet)
    return any(len(row) > 2 or (len(row) > 1 and any(cell.lower() in known for cell in row)) for row in rows)


def _first_rows(path: Path, sheet: int) -> list[list[str]]:
    try:
        from fastexcel import read_excel

        rows = read_excel(path).load_sheet(sheet, header_row=None, n_rows=MOST_TITLES + 1, dtypes="string").to_polars()
    except Exception:
        return []
    return [[cell.strip() for cell in row if cell and cell.strip()] for row in rows.iter_rows()]


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


def _header_row(sheet: pl.DataFrame, odd: Mapping[int, int]) -> int:
    """Where the header of a sheet stands. A report may leave rows free above it, or have a title there: rows of one
    cell above a row of three or more. ``odd`` says how many cells of a row are no blanks, though read so.
    """
    titles: list[int] = []
    for at, row in enumerate(sheet.iter_rows()):
        filled = sum(1 for cell in row if (cell or "").strip()) + odd.get(at, 0)
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


def _rows_in(record: list[str], separator: str, spaced: bool) -> bool:
    """Whether lines within a cell look like rows of their own, which two stray quotes have swallowed: with as many
    cells. Prose has a blank and a word after every separator, which excuses it unless rows are ``spaced`` so too.
    """
    mark = re.escape(separator)
    prose = re.compile(rf"{mark} +[^ {mark}]")
    for place, cell in enumerate(record):
        lines = cell.split("\n")[1:]
        for left, line in enumerate(reversed(lines)):
            # The last line goes on in the cells that follow.
            most = len(record) - 1 if left else place
            if most and line.count(separator) == most and (spaced or len(prose.findall(line)) < most):
                return True
    return False


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
    line that would have closed it; a text over several lines that may be rows costs every one of them.
    """
    lines = text.rstrip("\n").split("\n")
    before = csv.field_size_limit(LARGEST_CELL)
    head: list[str] = []
    spaced: bool | None = None
    open_until = 0
    try:
        at = 0
        while at < len(lines):
            line = lines[at]
            if '"' not in line:
                record, taken = (line.split(separator) if line.strip() else []), 1
            else:
                record, taken = _record(lines, at, separator)
                if taken > 1 and len(record) == len(head):
                    spaced = _spaced(lines, separator, len(head) - 1) if spaced is None else spaced
                    if _rows_in(record, separator, spaced):
                        yield from (([one], _ROWS) for one in lines[at : at + taken])
                        at += taken
                        continue
                if not taken or (head and _torn(record, lines[at : at + taken], head, at < open_until)):
                    yield [line], _STRAY
                    open_until = at + LONGEST_RECORD if at >= open_until and line.count('"') % 2 else 0
                    at += 1
                    continue
            if not head:
                head = [cell.strip() for cell in record]
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


def _spaced(lines: list[str], separator: str, most: int) -> bool:
    """Whether some row, or the header, is written with a blank after every separator, as prose within quotes is."""
    within = False
    for line in lines:
        if not within and '"' not in line and 0 < most == line.count(separator) == line.count(f"{separator} "):
            return True
        within ^= line.count('"') % 2 == 1
    return False


def _torn(record: list[str], lines: list[str], head: list[str], opened: bool) -> bool:
    """Whether the quotes of a record cannot be meant: it has swallowed a part of others; or it is what was left of one,
    with a bare quote in its first cell or the id of its case, or before its last where a quote above was left
    ``opened``.
    """
    if len(lines) > 1 and len(record) != len(head):
        return True
    asked = {0, head.index("case_id") if "case_id" in head else 0, *range(len(record) - 1 if opened else 0)}
    quoted = ['"{}"'.format(cell.replace('"', '""')) for n, cell in enumerate(record) if '"' in cell and n in asked]
    return any(cell not in "\n".join(lines) for cell in quoted)


def _table(
    frame: pl.DataFrame,
    kept: list[tuple[str, str]],
    rejected: tuple[Rejected, ...] = (),
    left: Mapping[int, frozenset[str]] | None = None,
    odd: Sequence[Odd] = (),
) -> TextTable:
    """The table under its own headers; a column without header or cells, and a row without cells, is left out.

    A row with an ``odd`` cell has a cell.
    """
    import polars as pl

    columns = [column for _, column in kept]
    filled = pl.any_horizontal((pl.col(c).is_not_null() & (pl.col(c).str.strip_chars() != "")) for c in columns)
    if odd:
        filled |= pl.col(ROW).is_in([cell.row for cell in odd])
    frame = frame.filter(filled)
    named = []
    for header, column in kept:
        if header or (frame[column].fill_null("").str.strip_chars() != "").any():
            named.append((header, column))
    seen: dict[str, int] = {}
    names = {}
    for header, column in named:
        seen[header] = seen.get(header, 0) + 1
        names[column] = header if seen[header] == 1 else f"{header}\t{seen[header]}"
    frame = frame.select(ROW, *(pl.col(column).alias(name) for column, name in names.items()))
    odd = tuple(replace(cell, column=names[cell.column]) for cell in odd)
    left = left or {}
    return TextTable(frame, tuple(h for h, _ in named), rejected, frame.height + len(left), left, odd)
