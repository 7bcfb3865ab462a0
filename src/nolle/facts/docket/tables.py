"""One table of a docket read: its typed columns, and the rows that were set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from nolle.facts.errors import Problem
from nolle.facts.vocabulary import sensitivity_of, vocabulary

from .explain import reasons
from .layout import Column, circuits
from .rejects import DocketError, Rejected, frame_of, schema
from .text import ROW, Odd, TextTable, first_day, read_csv, read_xlsx
from .typed import Typed, is_text, wrong_types
from .values import Dialect, read_columns

if TYPE_CHECKING:
    import polars as pl

Headers: TypeAlias = Callable[[Sequence[str], bool], tuple[list[Column], list[Problem]]]
TEXT, BOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xlsm", ".xls", ".ods")
COURT = "court__court_code"
"""The one column for papers that is kept: it tells the circuit of a case that has none. No rule reads it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of one docket are read: how they write what can be written in several ways, whether columns
    that are not in the vocabulary are passed over, the stems of the facts wanted (``None``: of all), and whether those
    that 8 USC 1367 protects are among them.
    """

    dialect: Dialect
    ignore_unknown: bool = False
    wanted: frozenset[str] | None = None
    protected: bool = True

    def known(self, file: str, read: tuple[list[Column], list[Problem]]) -> tuple[list[Column], list[str]]:
        """The columns that say something, and the headers that nothing reads.

        Raises:
            DocketError: for a header that is not known.
        """
        columns, problems = read
        ignored = [p.found for p in problems if p.found is not None] if self.ignore_unknown else []
        problems = [p for p in problems if p.found not in ignored]
        if problems:
            raise DocketError(file, problems)
        columns = [replace(c, role="fact") if c.stem == COURT else c for c in columns]
        ignored += [c.header for c in columns if c.role == "papers"]
        return [c for c in columns if c.role != "papers"], ignored

    def wants(self, column: Column) -> bool:
        """Whether a column is to be read.

        The rows of lists are read whole: what is told of a row says whether it was known of on a day.
        """
        if not self.protected and column.protected:
            return False
        if self.wanted is None or column.role != "fact" or column.stem == COURT or column.of is not None:
            return True
        assert column.field is not None
        info = vocabulary()[column.field.entity]
        if info.forms:
            names = [column.stem] if "__" in column.stem else [f"{info.name}__{f}__{column.stem}" for f in info.forms]
            return not self.wanted.isdisjoint(names)
        return info.is_list or column.stem in self.wanted

    def shown(self, rows: pl.DataFrame, columns: Sequence[Column]) -> pl.DataFrame:
        """The rows that may be read: of a table of filings, not those of forms that 8 USC 1367 protects."""
        import polars as pl

        form = next((c.header for c in columns if c.role == "form"), None)
        if self.protected or form is None or not rows.height:
            return rows
        written = pl.col(form).cast(pl.String).str.strip_chars().str.to_lowercase()
        # a filing without a form is read, so that it is set aside
        return rows.filter(~written.is_in(_hidden_forms()).fill_null(False))


@cache
def _hidden_forms() -> list[str]:
    """The forms whose every fact 8 USC 1367 protects: that one was filed is not to be told either."""
    forms = next(info.forms for info in vocabulary().values() if info.forms)
    return [form for form in forms if sensitivity_of(f"filing.{form}.status") == "protected-1367"]


@dataclass(slots=True)
class Table:
    """A table on its way: the rows still good, what was set aside, and how many rows there were.

    ``frame`` has the typed columns, ``ROW`` and ``case_id``. ``ignored`` are headers that nothing reads. Of the rows
    whose cells could not be told apart, ``unsure`` are those that may be of another case than they are told for;
    ``id_first`` says that the id of the case stands before anything that may have torn them.
    """

    file: str
    columns: list[Column]
    frame: pl.DataFrame
    read: int
    rejected: list[pl.DataFrame] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    id_first: bool = False

    def set_aside(self, bad: Any, field: str | None, what: Any, accepted: str, *, found: Any = None) -> None:
        """Take out the rows for which an expression holds, each with the reason."""
        import polars as pl

        mask = self.frame.select(bad.fill_null(False)).to_series()
        if not mask.any():
            return
        # pl.format panics on columns that come in several pieces
        rows = self.frame.filter(mask).rechunk()
        self.frame = self.frame.filter(~mask)
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


def read_table(path: Path, headers: Headers, how: Reading) -> Table:
    """One file as a table.

    Raises:
        DocketError: for a file or a header that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        parquet = Parquet(path, headers, how)
        return parquet.table(parquet.rows())
    if suffix in BOOKS:
        how = replace(how, dialect=Dialect(how.dialect.day_order, True, first_day(path)))
        return text_table(path.name, read_xlsx(path), headers, how)
    return text_table(path.name, read_csv(path), headers, how)


def text_table(file: str, text: TextTable, headers: Headers, how: Reading) -> Table:
    """A table of text cells as a table of facts."""
    columns, ignored = how.known(file, headers(text.headers, False))
    wanted = [c for c in columns if how.wants(c)]
    text = text.of([c.header for c in wanted])
    frame = how.shown(text.frame, columns)
    hidden = text.frame.height - frame.height
    frame, odd = _without_odd(file, frame, text.odd)
    table = _read(file, frame, wanted, None, how.dialect)
    table.read = text.read - hidden
    table.rejected.insert(0, frame_of([*text.rejected, *odd]))
    table.ignored += ignored
    table.id_first = text.headers[:1] == ("case_id",)
    _check(table)
    return table


def _without_odd(file: str, frame: pl.DataFrame, odd: Sequence[Odd]) -> tuple[pl.DataFrame, list[Rejected]]:
    """The rows without an odd cell, and the reasons for the others."""
    import polars as pl

    if not odd:
        return frame, []
    bad = pl.col(ROW).is_in([cell.row for cell in odd])
    rows = frame.filter(bad)
    ids = dict(zip(rows[ROW], composed(rows["case_id"].str.strip_chars()), strict=True))
    reasons = [
        Rejected(file, cell.row, ids[cell.row] or None, cell.column, None, cell.what, cell.how)
        for cell in odd
        if cell.row in ids
    ]
    return frame.filter(~bad), reasons


class Parquet:
    """A Parquet file whose header is known; its rows may be read in parts."""

    def __init__(self, path: Path, headers: Headers, how: Reading) -> None:
        """Read the header.

        Raises:
            DocketError: for a file or a header that cannot be read.
        """
        import polars as pl

        self.path, self.how, self.dialect = path, how, how.dialect
        try:
            self.types = dict(pl.read_parquet_schema(path))
        except (pl.exceptions.PolarsError, OSError):
            raise _no_parquet(path) from None
        columns, self.ignored = how.known(path.name, headers(list(self.types), True))
        if problems := list(wrong_types(columns, self.types)):
            raise DocketError(path.name, problems)
        self.columns = [c for c in columns if how.wants(c)]
        self.as_text = [c for c in self.columns if is_text(c, self.columns, self.types)]
        as_text = {c.header for c in self.as_text}
        self.typed = Typed([c for c in self.columns if c.header not in as_text], self.types)

    @property
    def height(self) -> int:
        """How many rows the file has."""
        import polars as pl

        return int(pl.scan_parquet(self.path, glob=False).select(pl.len()).collect().item())

    def rows(self, start: int = 0, count: int | None = None, headers: Sequence[str] | None = None) -> pl.DataFrame:
        """Rows as they stand in the file, with their number from 1 under ``ROW``.

        Raises:
            DocketError: for a file that cannot be read.
        """
        import polars as pl

        wanted = [c.header for c in self.columns] if headers is None else headers
        try:
            frame = pl.scan_parquet(self.path, glob=False).select(wanted).slice(start, count).collect()
        except (pl.exceptions.PolarsError, OSError):
            raise _no_parquet(self.path) from None
        return frame.with_row_index(ROW, start + 1).with_columns(pl.col(ROW).cast(pl.Int64))

    def table(self, rows: pl.DataFrame) -> Table:
        """Some rows, as ``rows`` has them, as a table of facts."""
        import polars as pl

        cells = self.how.shown(rows, self.columns).with_columns(pl.col(c.header).cast(pl.String) for c in self.as_text)
        table = _read(self.path.name, cells, self.as_text, self.typed, self.dialect)
        table.columns = self.columns
        table.ignored += self.ignored
        _check(table)
        return table


def _no_parquet(path: Path) -> DocketError:
    if not path.exists():
        return DocketError(path.name, [Problem("the file is no longer there", "run it again when nothing moves it")])
    return DocketError(path.name, [Problem("this is no Parquet file", "write it again")])


def _read(file: str, cells: pl.DataFrame, as_text: list[Column], typed: Typed | None, dialect: Dialect) -> Table:
    import polars as pl

    series: list[pl.Series] = [cells[ROW]]
    bad = pl.DataFrame()
    ids = [c for c in as_text if c.role in ("key", "row_id") and _plain(cells[c.header])]
    cells = cells.with_columns(
        composed(cells[c.header]) for c in as_text if c.role in ("key", "row_id") and c not in ids
    )
    series += [cells[c.header].alias(c.stem) for c in ids]
    if as_text:
        found, bad = read_columns(cells, [c for c in as_text if c not in ids], dialect)
        series += found
    contradicted = pl.DataFrame()
    if typed is not None:
        found, contradicted = typed.read(cells)
        series += found
    frame = pl.DataFrame(series)
    table = Table(file, as_text, frame, frame.height)
    table.rejected += reasons(file, cells, as_text, bad, frame["case_id"], dialect.day_order)
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


def composed(ids: pl.Series) -> pl.Series:
    """Ids in one Unicode form, so that those that look the same are the same. Nearly all are plain ASCII already."""
    if ids.str.len_bytes().sum() == ids.str.len_chars().sum():
        return ids
    return ids.str.normalize("NFC")


def _plain(ids: pl.Series) -> bool:
    """Whether every id is one as it stands, so that there is nothing to read."""
    return bool((~ids.str.contains(r"[^0-9A-Za-z_-]") & ids.str.len_chars().is_between(1, 64)).all())


def _check(table: Table) -> None:
    """What every table must hold to: each row names its case; a circuit is one."""
    import polars as pl

    table.set_aside(
        pl.col("case_id").is_null(), "case_id", "the row names no case", "give every row the case_id of its case"
    )
    if "circuit" in table.frame.columns:
        known = circuits()
        written = table.frame["circuit"].unique().drop_nulls().cast(pl.String)
        if table.frame["circuit"].dtype == pl.String and all(known.get(text) == text for text in written):
            return
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
