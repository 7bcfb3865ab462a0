"""Tables written as text: CSV in whatever encoding and with whatever separator a spreadsheet gave it, and XLSX.

A clean file is read by Polars at once. A file in which something is out of place (a row too long or too short, a
quote that is never closed, blank lines) is read again line by line, so that one bad row takes no other with it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.errors import Problem

from .rejects import DocketError, Rejected

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


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of text cells with a ``ROW`` column, the rows whose cells could not be told apart, and how many there
    were in all."""

    frame: pl.DataFrame
    headers: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    read: int


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

    Raises:
        DocketError: for a file that is no workbook, or where what reads one is not installed.
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
    return _table(sheet, kept, (), 0, path.name)


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
    return _table(frame, list(zip(headers, frame.columns[1:], strict=True)), (), 0, "")


def _slow(name: str, text: str, separator: str, skipped: int) -> TextTable:
    import polars as pl

    records = _records(text, separator)
    headers: list[str] = []
    cells: list[list[str]] = []
    places: list[int] = []
    rejected: list[Rejected] = []
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
            rejected.append(Rejected(name, place, _whose(record, headers, separator), None, None, *wrong))
            continue
        cells.append(record)
        places.append(place)
    columns = list(map(list, zip(*cells, strict=True))) if cells else [[] for _ in headers]
    names = [f"column_{n}" for n in range(len(headers))]
    frame = pl.DataFrame(
        [pl.Series(ROW, places, dtype=pl.Int64)]
        + [pl.Series(n, c, dtype=pl.String) for n, c in zip(names, columns, strict=True)]
    )
    return _table(frame, list(zip(headers, names, strict=True)), tuple(rejected), len(rejected), name)


def _rows_in(lines: list[str], separator: str, width: int) -> bool:
    """Whether lines within a cell look like rows of their own, which two stray quotes have swallowed: with as many
    cells, of which none begins with a blank, as the words of a sentence do.
    """
    return width > 1 and any(line.count(separator) == width - 1 and f"{separator} " not in line for line in lines)


def _whose(record: list[str], headers: list[str], separator: str) -> str | None:
    """What may be the id of the case, in a row whose cells cannot be told apart: counted from either end.

    Several are kept apart by a tab; whether one of them is a case, the tables together tell.
    """
    if "case_id" not in headers:
        return None
    cells = record[0].split(separator) if len(record) == 1 else record
    place = headers.index("case_id")
    places = [n for n in (place, len(cells) - len(headers) + place) if 0 <= n < len(cells)]
    ids = dict.fromkeys(cells[n].strip().strip('"').strip() for n in places)
    return "\t".join(id for id in ids if id) or None


def _records(text: str, separator: str) -> Iterator[tuple[list[str], tuple[str, str] | None]]:
    """The records of a text, each with what is wrong with it. A quote that is not closed costs its own line only."""
    lines = text.rstrip("\n").split("\n")
    before = csv.field_size_limit(LARGEST_CELL)
    width = 0
    try:
        at = 0
        while at < len(lines):
            if '"' not in lines[at]:
                record, taken = (lines[at].split(separator) if lines[at].strip() else []), 1
            else:
                ahead = (line + "\n" for line in lines[at : at + LONGEST_RECORD])
                reader = csv.reader(ahead, delimiter=separator, strict=True)
                try:
                    record, taken = next(reader), reader.line_num
                except csv.Error:
                    taken = 0
                inside = lines[at + 1 : at + taken]
                if taken == 0 or (taken > 1 and width and (len(record) != width or _rows_in(inside, separator, width))):
                    yield [lines[at]], ("a quote stands where none belongs", 'write a quote in quoted text twice: ""')
                    at += 1
                    continue
            width = width or len(record)
            yield record, None
            at += taken
    finally:
        csv.field_size_limit(before)


def _table(
    frame: pl.DataFrame, kept: list[tuple[str, str]], rejected: tuple[Rejected, ...], lost: int, name: str
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
    return TextTable(frame.select(select), tuple(h for h, _ in named), rejected, frame.height + lost)
