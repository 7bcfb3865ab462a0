"""One table of a docket read: its typed columns, and the rows that were set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from nolle.facts.errors import Problem

from .explain import reasons
from .layout import Column, circuits
from .rejects import DocketError, frame_of, schema
from .text import ROW, TextTable, read_csv, read_xlsx
from .typed import is_text, read_typed, wrong_types
from .values import Dialect, read_columns

if TYPE_CHECKING:
    import polars as pl

Headers: TypeAlias = Callable[[Sequence[str], bool], tuple[list[Column], list[Problem]]]
TEXT, BOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(slots=True)
class Table:
    """A table on its way: the rows still good, what was set aside, and how many rows there were.

    ``frame`` has the typed columns, ``ROW`` and ``case_id``. ``ignored`` are headers that nothing reads.
    """

    file: str
    columns: list[Column]
    frame: pl.DataFrame
    read: int
    rejected: list[pl.DataFrame] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def set_aside(self, bad: Any, field: str | None, what: Any, accepted: str, *, found: Any = None) -> None:
        """Take out the rows for which an expression holds, each with the reason."""
        import polars as pl

        rows = self.frame.filter(bad)
        if rows.height == 0:
            return
        self.frame = self.frame.filter(~bad)
        text = what if isinstance(what, pl.Expr) else pl.lit(what)
        self.rejected.append(
            rows.select(
                pl.lit(self.file).alias("file"),
                pl.col(ROW).alias("row"),
                pl.col("case_id"),
                pl.lit(field, pl.String).alias("field"),
                (pl.lit(None, pl.String) if found is None else found.cast(pl.String)).alias("found"),
                text.alias("what"),
                pl.lit(accepted).alias("accepted"),
            )
        )

    def reasons(self) -> pl.DataFrame:
        """Why rows were set aside, in the order of the file."""
        import polars as pl

        none = pl.DataFrame(schema=schema())
        return pl.concat([none, *(r.cast(pl.Schema(schema())) for r in self.rejected)]).sort("row", maintain_order=True)


def read_table(path: Path, headers: Headers, dialect: Dialect, ignore_unknown: bool) -> Table:
    """One file as a table.

    Raises:
        DocketError: for a file or a header that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        table = _parquet(path, headers, dialect, ignore_unknown)
    elif suffix in BOOKS:
        table = text_table(path.name, read_xlsx(path), headers, Dialect(dialect.day_order, True), ignore_unknown)
    else:
        table = text_table(path.name, read_csv(path), headers, dialect, ignore_unknown)
    _check(table)
    return table


def text_table(file: str, text: TextTable, headers: Headers, dialect: Dialect, ignore_unknown: bool) -> Table:
    """A table of text cells as a table of facts."""
    columns, ignored = _known(file, headers(text.headers, False), ignore_unknown)
    table = _read(file, text.frame, columns, [], dialect)
    table.read = text.read
    table.rejected.insert(0, frame_of(text.rejected))
    table.ignored += ignored
    return table


def _parquet(path: Path, headers: Headers, dialect: Dialect, ignore_unknown: bool) -> Table:
    import polars as pl

    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError):
        raise DocketError(path.name, [Problem("this is no Parquet file", "write it again")]) from None
    columns, ignored = _known(path.name, headers(frame.columns, True), ignore_unknown)
    types = dict(frame.schema)
    if problems := list(wrong_types(columns, types)):
        raise DocketError(path.name, problems)
    as_text = [c for c in columns if is_text(c, columns, types)]
    as_typed = [c for c in columns if c not in as_text]
    frame = frame.with_columns(pl.col(c.header).cast(pl.String) for c in as_text)
    frame = frame.with_row_index(ROW, 1).with_columns(pl.col(ROW).cast(pl.Int64))
    table = _read(path.name, frame, as_text, as_typed, dialect)
    table.columns = columns
    table.ignored += ignored
    return table


def _known(file: str, read: tuple[list[Column], list[Problem]], ignore_unknown: bool) -> tuple[list[Column], list[str]]:
    columns, problems = read
    ignored = [p.found for p in problems if p.found is not None] if ignore_unknown else []
    problems = [p for p in problems if p.found not in ignored]
    if problems:
        raise DocketError(file, problems)
    ignored += [c.header for c in columns if c.role == "papers"]
    return [c for c in columns if c.role != "papers"], ignored


def _read(file: str, cells: pl.DataFrame, as_text: list[Column], as_typed: list[Column], dialect: Dialect) -> Table:
    import polars as pl

    series: list[pl.Series] = [cells[ROW]]
    bad = pl.DataFrame()
    if as_text:
        found, bad = read_columns(cells, as_text, dialect)
        series += found
    if as_typed:
        found, contradicted = read_typed(cells, as_typed)
        series += found
    else:
        contradicted = pl.DataFrame()
    frame = pl.DataFrame(series)
    table = Table(file, [*as_text, *as_typed], frame, frame.height)
    table.rejected += reasons(file, cells, as_text, bad, frame["case_id"])
    for header in contradicted.columns:
        wrong = frame.filter(contradicted[header])
        what = "its parts contradict each other, or hold what is not accepted"
        table.rejected.append(
            wrong.select(
                pl.lit(file).alias("file"),
                pl.col(ROW).alias("row"),
                "case_id",
                pl.lit(header).alias("field"),
                pl.lit(None, pl.String).alias("found"),
                pl.lit(what).alias("what"),
                pl.lit("what is not given has nulls; low is not after high; codes are those of the vocabulary").alias(
                    "accepted"
                ),
            )
        )
    masks = [*bad.get_columns(), *contradicted.get_columns()]
    if masks:
        keep = ~pl.DataFrame(masks).select(pl.any_horizontal(pl.all().fill_null(False))).to_series()
        table.frame = frame.filter(keep)
    return table


def _check(table: Table) -> None:
    """What every table must hold to: each row names its case; a circuit is one."""
    import polars as pl

    table.set_aside(
        pl.col("case_id").is_null(), "case_id", "the row names no case", "give every row the case_id of its case"
    )
    if "circuit" in table.frame.columns:
        known = circuits()
        table.frame = table.frame.with_columns(pl.col("circuit").cast(pl.String).str.to_lowercase())
        accepted = "write 1 to 11 or dc (ca1 to ca11 and cadc also work)"
        table.set_aside(
            pl.col("circuit").is_not_null() & ~pl.col("circuit").is_in(list(known)),
            "circuit",
            pl.format('"{}" is not a circuit', pl.col("circuit").str.slice(0, 40)),
            accepted,
            found=pl.col("circuit"),
        )
        table.frame = table.frame.with_columns(pl.col("circuit").replace_strict(known, default=None))


def finish(table: Table) -> tuple[pl.DataFrame, int]:
    """The reasons, and how many rows were set aside."""
    reasons = table.reasons()
    return reasons, reasons["row"].n_unique() if reasons.height else 0
