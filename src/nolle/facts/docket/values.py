"""Cells written as text made into typed columns, a whole column at a time.

What a cell of a CSV file or a spreadsheet may say:

* nothing: not asked; ``unknown``: asked and not known; ``absent``: it does not exist;
* yes or no: ``true yes sí si verdadero 1``, ``false no falso 0``, in any case;
* a date: the EDTF of ``nolle.logic.rough``; ``15/03/1980``, ``15-03-1980`` and ``15.03.1980`` where the order of days
  is told; a number: ``10``, a range ``10/12``, ``10/..``, ``../12``;
* a code, or ``a|b`` where it is one of several; a list of codes ``a;b``, and ``;`` for a list with nothing in it;
* text as it stands. An apostrophe that keeps a spreadsheet from reading a formula is taken off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from nolle.facts.cells import EARLIEST, LATEST, LONGEST, MOST

from .layout import Column

if TYPE_CHECKING:
    import polars as pl

YES, NO = ("true", "yes", "sí", "si", "verdadero", "1"), ("false", "no", "falso", "0")
WORDS = ("unknown", "absent")
STATES = ("given", "absent", "unknown")
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_NUMBER = r"^[0-9]{1,9}$"
_NUMBERS = r"^(?:[0-9]{1,9}|\.\.)?/(?:[0-9]{1,9}|\.\.)?$"
_SLASHED = r"^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})$"
_DOTTED = r"^(?:[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})$"
_UNSEEN = r"[\x00-\x08\x0B-\x0C\x0E-\x1F\x7F-\x{9F}\x{202A}-\x{202E}\x{2066}-\x{2069}]|\r[^\n]|\r$"
_GUARDED = r"^'(?:[=+\-@\t\r']|\s*unknown\s*$|\s*absent\s*$)"
EXCEL_DAY_0 = date(1899, 12, 30)
MAC_DAY_0 = date(1904, 1, 1)
"""Where a workbook counts its days from that was begun in Excel for the Mac of old."""

FIRST_SERIAL, LAST_SERIAL = 7306, 91_676
"""Excel's numbers of the days of 1920 and of 2150: less would be taken for a year."""

LONGEST_ID = 200

DayOrder: TypeAlias = Literal["mdy", "dmy"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a source writes what can be written in several ways.

    ``day_order`` is the order of ``02/03/2004``, which is refused without it; ``excel`` says that a whole number in a
    column of dates is a spreadsheet's number of a day, counted from ``day_0``.
    """

    day_order: DayOrder | None = None
    excel: bool = False
    day_0: date = EXCEL_DAY_0


def read_columns(
    frame: pl.DataFrame, columns: Sequence[Column], dialect: Dialect
) -> tuple[list[pl.Series], pl.DataFrame]:
    """Columns of text as the typed columns of the frames, and for each header where its cells cannot be read."""
    import polars as pl

    found: list[pl.Series] = []
    bad: dict[str, pl.Series] = {}
    for column in columns:
        written = frame[column.header]
        distinct = written.unique()
        if 2 * distinct.len() > written.len():
            parts, odd = _read(column, written, dialect)
        else:
            # Each distinct text is read once, and the rows take what their text was read as.
            parts, odd = _read(column, distinct, dialect)
            texts = pl.DataFrame({"t": distinct}).with_row_index("at")
            at = pl.DataFrame({"t": written}).join(texts, on="t", how="left", maintain_order="left", nulls_equal=True)[
                "at"
            ]
            parts, odd = {name: part.gather(at) for name, part in parts.items()}, odd.gather(at)
        if odd.any():
            bad[column.header] = odd
        found += _exactly(column, parts)
    return found, pl.DataFrame(bad)


def _read(column: Column, written: pl.Series, dialect: Dialect) -> tuple[dict[str, pl.Series], pl.Series]:
    """The typed columns of texts, and which of them cannot be read."""
    import polars as pl

    name = column.stem
    table = pl.DataFrame({"raw": written}).with_columns(cell=pl.col("raw").str.strip_chars())
    table = table.with_columns(cell=pl.when(pl.col("cell") != "").then(pl.col("cell")))
    word = pl.col("cell").is_in(WORDS) if column.role == "fact" else pl.lit(False)
    table = table.with_columns(word=word.fill_null(False))
    table = table.with_columns(told=pl.when(~pl.col("word")).then(pl.col("cell")))
    read = table.select(_quick(column))
    parts = {series.name: series for series in read}
    if column.role == "fact":
        state = pl.when("word").then("cell").when(pl.col("cell").is_not_null()).then(pl.lit("given"))
        parts = {
            f"{name}__state": table.select(state.cast(pl.Enum(STATES)).alias(f"{name}__state")).to_series(),
            **parts,
        }
    odd = table["told"].is_not_null() & read.to_series().is_null()
    if odd.any() and column.type in _LATER:
        parts, odd = _later(column, table["told"], odd, parts, dialect)
    if column.role == "as_of" and f"{name}__high" in parts:
        odd = odd | ~parts[f"{name}__low"].eq_missing(parts[f"{name}__high"])
    if column.type in ("date", "int") and f"{name}__high" not in parts:
        parts[f"{name}__high"] = parts[f"{name}__low"].alias(f"{name}__high")
    return parts, odd


def _exactly(column: Column, parts: dict[str, pl.Series]) -> list[pl.Series]:
    """What is no fact of the vocabulary has one plain column."""
    if column.role == "fact":
        return list(parts.values())
    plain = parts[f"{column.stem}__low"] if column.type == "date" else parts[column.stem]
    return [plain.alias(column.stem)]


def _quick(column: Column) -> Any:
    """What is written in the usual way; null for the rest."""
    import polars as pl

    name, told = column.stem, pl.col("told")
    if column.type == "bool":
        lower = told.str.to_lowercase()
        return pl.when(lower.is_in(YES)).then(True).when(lower.is_in(NO)).then(False).alias(name)
    if column.type == "date":
        day = pl.when(told.str.contains(DAY)).then(told).str.to_date("%Y-%m-%d", strict=False)
        return pl.when(day.is_between(date(EARLIEST, 1, 1), date(LATEST, 12, 31))).then(day).alias(f"{name}__low")
    if column.type == "int":
        number = pl.when(told.str.contains(_NUMBER)).then(told).cast(pl.Int64, strict=False)
        return pl.when(number <= _most(column)).then(number).alias(f"{name}__low")
    if column.type == "enum":
        return pl.when(told.is_in(_codes(column))).then(told).alias(name)
    if column.type == "codes":
        return pl.repeat(None, pl.len(), dtype=pl.List(pl.String)).alias(name)
    return _text(column).alias(name)


def _text(column: Column) -> Any:
    """Text as it stands, without what keeps a spreadsheet from reading a formula; ids without blanks around them."""
    import polars as pl

    if column.role == "row_id":
        return pl.when(pl.col("told").str.contains(r"^[\w-]{1,64}$")).then(pl.col("told"))
    if column.role != "fact":
        told, longest = pl.col("told"), LONGEST_ID
    else:
        raw = pl.when(pl.col("told").is_not_null()).then(pl.col("raw"))
        told, longest = pl.when(raw.str.contains(_GUARDED)).then(raw.str.slice(1)).otherwise(raw), LONGEST
    text = told.str.replace_all("\r\n", "\n", literal=True)
    return pl.when((text.str.len_chars() <= longest) & ~text.str.contains(_UNSEEN)).then(text)


def _later(
    column: Column, written: pl.Series, odd: pl.Series, parts: dict[str, pl.Series], dialect: Dialect
) -> tuple[dict[str, pl.Series], pl.Series]:
    """What is written in a less usual way, each distinct text read once."""
    import polars as pl

    cells = pl.DataFrame({"t": written}).select(pl.when(odd).then(pl.col("t")))
    distinct = cells.drop_nulls().unique()
    table = _LATER[column.type](distinct, column, dialect)
    read = cells.join(table, on="t", how="left", maintain_order="left")
    for part in table.columns:
        if part in ("t", "ok"):
            continue
        name, series = f"{column.stem}{part}", read[part]
        before = parts.get(name)
        if before is None and part == "__high":
            before = parts[f"{column.stem}__low"]
        ok = read["ok"].fill_null(False)
        merged = series if before is None else before.zip_with(~ok, series.cast(before.dtype))
        parts[name] = merged.alias(name)
    return parts, odd & ~read["ok"].fill_null(False)


def _dates(distinct: pl.DataFrame, column: Column, dialect: Dialect) -> pl.DataFrame:
    import polars as pl

    t = pl.col("t")
    said = t
    if dialect.day_order is not None:
        slashed = pl.when(t.str.contains(_DOTTED)).then(t.str.replace_all("[.-]", "/")).otherwise(t)
        first, second = (slashed.str.extract(_SLASHED, n).str.zfill(2) for n in (1, 2))
        month, day = (first, second) if dialect.day_order == "mdy" else (second, first)
        turned = pl.concat_str(slashed.str.extract(_SLASHED, 3), month, day, separator="-")
        said = pl.when(turned.is_not_null()).then(turned).otherwise(t)
    if dialect.excel:
        serial = pl.when(t.str.contains(r"^[0-9]{5}$|^[0-9]{4}$")).then(t).cast(pl.Int64, strict=False)
        day_of = (pl.lit(dialect.day_0) + pl.duration(days=serial)).cast(pl.Date).dt.to_string("%Y-%m-%d")
        of_excel = pl.when(serial.is_between(FIRST_SERIAL, LAST_SERIAL)).then(day_of)
        said = of_excel.when(t.str.contains(r"^[0-9-]{10} 00:00:00$")).then(t.str.slice(0, 10)).otherwise(said)
    split = distinct.with_columns(said=said).with_columns(
        interval=pl.col("said").str.contains("/", literal=True),
        start=pl.col("said").str.extract("^([^/]*)(?:/[^/]*)?$", 1),
        end=pl.col("said").str.extract("^(?:[^/]*/)?([^/]*)$", 1),
    )
    low, high = _piece(pl.col("start"))[0], _piece(pl.col("end"))[1]
    found = split.with_columns(low.alias("__low"), high.alias("__high"))
    open_low = pl.col("interval") & pl.col("start").is_in(["", ".."])
    open_high = pl.col("interval") & pl.col("end").is_in(["", ".."])
    right = pl.all_horizontal(
        pl.col("start").is_not_null() & pl.col("end").is_not_null(),
        open_low | _possible("__low"),
        open_high | _possible("__high"),
        ~(open_low & open_high),
        open_low | open_high | (pl.col("__low") <= pl.col("__high")),
    )
    return found.select("t", "__low", "__high", ok=right.fill_null(False))


def _possible(end: str) -> Any:
    import polars as pl

    return pl.col(end).is_between(date(EARLIEST, 1, 1), date(LATEST, 12, 31)).fill_null(False)


def _piece(text: Any) -> tuple[Any, Any]:
    """The first and last day of a day, month or year, one unit wider each way where it ends in ``~`` or ``?``."""
    import polars as pl

    about = text.str.contains(r"[~?]$")
    core = text.str.replace(r"[~?]$", "")
    size = core.str.len_bytes()
    whole = core + pl.when(size == 4).then(pl.lit("-01-01")).when(size == 7).then(pl.lit("-01")).otherwise(pl.lit(""))
    day = pl.when(whole.str.contains(DAY)).then(whole).str.to_date("%Y-%m-%d", strict=False)
    first = (
        pl.when(~about)
        .then(day)
        .when(size == 4)
        .then(day.dt.offset_by("-1y"))
        .when(size == 7)
        .then(day.dt.offset_by("-1mo"))
        .otherwise(day.dt.offset_by("-1d"))
    )
    last = (
        pl.when(size == 4)
        .then(pl.when(about).then(day.dt.offset_by("2y")).otherwise(day.dt.offset_by("1y")).dt.offset_by("-1d"))
        .when(size == 7)
        .then(pl.when(about).then(day.dt.offset_by("2mo")).otherwise(day.dt.offset_by("1mo")).dt.offset_by("-1d"))
        .otherwise(pl.when(about).then(day.dt.offset_by("1d")).otherwise(day))
    )
    return first, last


def _ranges(distinct: pl.DataFrame, column: Column, dialect: Dialect) -> pl.DataFrame:
    import polars as pl

    t = pl.col("t")
    ends = [pl.when(t.str.contains(_NUMBERS)).then(t).str.extract(p, 1) for p in ("^([0-9]+)/", "/([0-9]+)$")]
    found = distinct.with_columns(e.cast(pl.Int64).alias(n) for e, n in zip(ends, ("__low", "__high"), strict=True))
    low, high = pl.col("__low"), pl.col("__high")
    most = _most(column)
    right = pl.all_horizontal(
        low.is_not_null() | high.is_not_null(),
        (low <= most).fill_null(True),
        (high <= most).fill_null(True),
        (low <= high).fill_null(True),
    )
    return found.select("t", "__low", "__high", ok=right)


def _one_of(distinct: pl.DataFrame, column: Column, dialect: Dialect) -> pl.DataFrame:
    codes = set(_codes(column))

    def several(text: str) -> list[str] | None:
        parts = [part.strip() for part in text.split("|")]
        return sorted(parts) if len(parts) > 1 and len(set(parts)) == len(parts) and codes.issuperset(parts) else None

    return _listed(distinct, several, "__one_of")


def _lists(distinct: pl.DataFrame, column: Column, dialect: Dialect) -> pl.DataFrame:
    codes = set(_codes(column))

    def listed(text: str) -> list[str] | None:
        parts = [part.strip() for part in text.removesuffix(";").split(";")] if text != ";" else []
        if len(set(parts)) < len(parts) or ("none" in parts and len(parts) > 1):
            return None
        return parts if codes.issuperset(parts) else None

    return _listed(distinct, listed, "")


def _listed(distinct: pl.DataFrame, read: Callable[[str], list[str] | None], part: str) -> pl.DataFrame:
    import polars as pl

    texts = distinct["t"].to_list()
    found = pl.Series(part, [read(text) for text in texts], dtype=pl.List(pl.String))
    return pl.DataFrame({"t": distinct["t"], part: found, "ok": found.is_not_null()})


_LATER: dict[str, Callable[[pl.DataFrame, Column, Dialect], pl.DataFrame]] = {
    "date": _dates,
    "int": _ranges,
    "enum": _one_of,
    "codes": _lists,
}


def _codes(column: Column) -> list[str]:
    assert column.field is not None
    return list(column.field.values or ())


def _most(column: Column) -> int:
    assert column.field is not None
    return MOST[column.field.unit or "count"]
