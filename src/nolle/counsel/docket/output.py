"""The table of answers as a file: Parquet, CSV or XLSX; whole or not there at all, and for its owner's eyes only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from nolle.facts.docket import harmless
from nolle.facts.files import workroom, written_beside

from .lacking import in_text

if TYPE_CHECKING:
    import polars as pl

SUFFIXES = (".parquet", ".csv", ".xlsx")
LARGEST_XLSX = 1_048_575
"""Rows a worksheet holds beneath its header."""
MOST_CELLS = 1_000_000
"""A sheet with a column for every rule is written up to this size; a larger one opens too slowly to be of use."""
ROW_GROUP = 125_000
SMALL_GROUP = 65_536
"""Rows of a group where memory is short: with fewer, what a file says of its groups is larger than a group."""
FIRST = (
    *("case", "as_of", "circuit", "urgency", "next_hearing", "next_hearing_rough"),
    *("soonest_deadline", "soonest_deadline_of", "soonest_deadline_rough", "soonest_deadline_ordered"),
    *("open_ways", "dates_contradict"),
)


class OutputError(ValueError):
    """An output that cannot be written as asked; the message says what to do instead."""


def check_output(path: Path) -> None:
    """Refuse a name whose ending says no format, or whose folder is not there, before any work is done.

    Raises:
        OutputError: with the remedy.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{path.name} says no format. End the name in {', '.join(SUFFIXES)}.")
    if not path.parent.is_dir():
        raise OutputError(f"there is no folder {path.parent}. Make it, or name another.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder. Name a file.")


def write_table(
    parts: Sequence[pl.DataFrame] | Iterator[pl.DataFrame], path: Path, *, notes: Sequence[tuple[str, str]] = ()
) -> None:
    """Write the answers. CSV and XLSX are in the order of work; Parquet keeps the order of the docket.

    Args:
        parts: frames with the same columns; an iterator's are written as they come, if they can be.
        path: where to; its ending says the format.
        notes: what a reader of a workbook must know, by name.

    Raises:
        OutputError: for more rows than a worksheet holds.
    """
    import polars as pl

    suffix = path.suffix.lower()
    with written_beside(path) as beside:
        if suffix == ".parquet" and isinstance(parts, Iterator):
            sink(parts, beside, row_group=SMALL_GROUP, compression="snappy")
            return
        lazy = pl.concat([part.lazy() for part in parts])
        if suffix == ".parquet":
            lazy.sink_parquet(beside, compression="snappy", statistics=False, row_group_size=ROW_GROUP)
            return
        table = lazy.collect().sort("urgency")
        table = table.with_columns(in_text(name) for name, type in table.schema.items() if type == pl.List)
        if suffix == ".xlsx" and table.height > LARGEST_XLSX:
            raise OutputError(f"{table.height:,} cases are more than a worksheet holds. Write .parquet or .csv.")
        if suffix == ".csv":
            table.with_columns(pl.col("case").map_elements(harmless, pl.String)).write_csv(beside)
        else:
            _workbook(table, beside, notes)


def sink(frames: Iterator[pl.DataFrame], path: Path, *, row_group: int, compression: Any) -> None:
    """Write frames into one Parquet file as they come, without ever holding more than a few of them."""
    from polars.io.plugins import register_io_source

    first = next(frames)

    def source(
        with_columns: list[str] | None, predicate: pl.Expr | None, n_rows: int | None, batch_size: int | None
    ) -> Iterator[pl.DataFrame]:
        yield first
        yield from frames

    lazy: pl.LazyFrame = register_io_source(source, schema=first.schema)
    lazy.sink_parquet(path, row_group_size=row_group, compression=compression, statistics=False)


def write_plain(table: pl.DataFrame, path: Path) -> None:
    """Write a small table as it stands.

    Raises:
        OutputError: for more rows than a worksheet holds.
    """
    import polars as pl

    suffix = path.suffix.lower()
    if suffix == ".xlsx" and table.height > LARGEST_XLSX:
        raise OutputError(f"{table.height:,} rows are more than a worksheet holds. Write .parquet or .csv.")
    with written_beside(path) as beside:
        if suffix == ".parquet":
            table.write_parquet(beside)
        elif suffix == ".csv":
            table.with_columns(pl.col("case").map_elements(harmless, pl.String)).write_csv(beside)
        else:
            with _book(beside) as book:
                table.write_excel(book, worksheet="Cases", freeze_panes=(1, 1), table_style="Table Style Light 1")


@contextmanager
def _book(path: Path) -> Iterator[Any]:
    """A workbook to fill. Its sheets wait in a folder that is cleared away whatever happens, and it is put together in
    memory: left half-written by a full disk, it would complain once more when it is given up.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    whole, look = BytesIO(), {"strings_to_formulas": False, "strings_to_urls": False}
    with workroom(Path(gettempdir())) as room, Workbook(whole, {**look, "tmpdir": str(room)}) as book:
        yield book
    path.write_bytes(whole.getbuffer())


def _workbook(table: pl.DataFrame, path: Path, notes: Sequence[tuple[str, str]]) -> None:
    """What to read first; every named rule, unless they are too many; and what the columns mean."""
    import polars as pl

    endings = ("__status", "__missing", "__due")
    lead = [c for c in table.columns if c in FIRST or c.endswith(endings) or c.startswith(("exposure__", "priority"))]
    lead = [c for c in lead if c in FIRST or c.count("__") <= 2]
    more = ["case", *(c for c in table.columns if c not in lead)]
    look: dict[str, Any] = {
        "freeze_panes": (1, 1),
        "autofit": False,
        "table_style": "Table Style Light 1",
        "dtype_formats": {pl.Date: "yyyy-mm-dd"},
    }
    with _book(path) as book:
        table.select(lead).write_excel(book, worksheet="Cases", column_widths=140, **look)
        if len(more) > 1 and table.height * len(more) <= MOST_CELLS:
            table.select(more).write_excel(book, worksheet="Rules", column_widths=110, **look)
        about = pl.DataFrame(list(notes) or [("", "")], schema={"what": pl.String, "says": pl.String}, orient="row")
        about.write_excel(book, worksheet="Read me", column_widths={"what": 200, "says": 900}, **look)
