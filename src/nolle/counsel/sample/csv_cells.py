"""The columns of a docket as the cells of a CSV file: EDTF for days, ``10/12`` for numbers, ``a|b``, ``a;b``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .draws import Expr

if TYPE_CHECKING:
    import polars as pl


def as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """The same docket with one column of text for each fact, as ``nolle.facts.docket`` reads it."""
    import polars as pl

    cells: list[Expr] = []
    for name, type in frame.schema.items():
        if name.endswith(("__low", "__high", "__one_of")):
            continue
        stem = name.removesuffix("__state")
        if stem != name:
            cells.append(
                pl.when(pl.col(name) == "given")
                .then(_cell(frame, stem))
                .otherwise(pl.col(name).cast(pl.String))
                .alias(stem)
            )
        elif f"{name}__state" not in frame.columns:
            plain = pl.col(name)
            cells.append(plain.cast(pl.String).alias(name) if type != pl.Boolean else _flag(plain).alias(name))
    return frame.select(cells)


def _cell(frame: pl.DataFrame, stem: str) -> Expr:
    import polars as pl

    if f"{stem}__low" in frame.columns:
        low, high = pl.col(f"{stem}__low"), pl.col(f"{stem}__high")
        return _days(low, high) if frame.schema[f"{stem}__low"] == pl.Date else _ends(low, high)
    plain, type = pl.col(stem), frame.schema[stem]
    if type == pl.Boolean:
        return _flag(plain)
    if isinstance(type, pl.List):
        joined = plain.cast(pl.List(pl.String)).list.join(";")
        return pl.when(joined == "").then(pl.lit(";")).otherwise(joined)
    if f"{stem}__one_of" in frame.columns:
        several = pl.col(f"{stem}__one_of").cast(pl.List(pl.String)).list.join("|")
        return pl.coalesce(plain.cast(pl.String), several)
    return plain.cast(pl.String)


def _flag(plain: Expr) -> Expr:
    import polars as pl

    return pl.when(plain).then(pl.lit("true")).when(~plain).then(pl.lit("false"))


def _days(low: Expr, high: Expr) -> Expr:
    """One day; or the whole month or year the days fill; or the days between."""
    import polars as pl

    month = low.dt.month_start().eq(low) & (low.dt.month_end() == high)
    year = (low.dt.ordinal_day() == 1) & (high == pl.date(low.dt.year(), 12, 31))
    short = pl.when(year).then(low.dt.to_string("%Y")).when(month).then(low.dt.to_string("%Y-%m"))
    return short.otherwise(_ends(low, high))


def _ends(low: Expr, high: Expr) -> Expr:
    import polars as pl

    first, last = (end.cast(pl.String).fill_null("..") for end in (low, high))
    return pl.when(low.eq_missing(high)).then(low.cast(pl.String)).otherwise(pl.concat_str(first, last, separator="/"))
