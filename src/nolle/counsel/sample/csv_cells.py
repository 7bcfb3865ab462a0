"""The columns of a docket as the cells of a CSV file: EDTF for days, ``10/12`` for numbers, ``a|b``, ``a;b``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .draws import Expr

if TYPE_CHECKING:
    import polars as pl

PARTS = ("__low", "__high", "__one_of")


def as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """The same docket with one column of text for each fact, as ``nolle.facts.docket`` reads it."""
    import polars as pl

    types: Mapping[str, Any] = dict(frame.schema)
    cells: list[Expr] = []
    for name, type in types.items():
        stem = name.removesuffix("__state")
        if stem != name:
            said = pl.col(name)
            cell = pl.when(said == "given").then(_cell(types, stem)).otherwise(said.cast(pl.String))
            cells.append(cell.alias(stem))
        elif not name.endswith(PARTS) and f"{name}__state" not in types:
            cells.append(_flag(pl.col(name)).alias(name) if type == pl.Boolean else pl.col(name).cast(pl.String))
    return frame.select(cells)


def _cell(types: Mapping[str, Any], stem: str) -> Expr:
    """What a fact that is given says."""
    import polars as pl

    if f"{stem}__low" in types:
        low, high = pl.col(f"{stem}__low"), pl.col(f"{stem}__high")
        return _days(low, high) if types[f"{stem}__low"] == pl.Date else _ends(low, high)
    plain = pl.col(stem)
    if types[stem] == pl.Boolean:
        return _flag(plain)
    if isinstance(types[stem], pl.List):
        joined = plain.cast(pl.List(pl.String)).list.join(";")
        return pl.when(joined == "").then(pl.lit(";")).otherwise(joined)
    if f"{stem}__one_of" in types:
        several = pl.col(f"{stem}__one_of").cast(pl.List(pl.String)).list.join("|")
        return pl.coalesce(plain.cast(pl.String), several)
    return plain.cast(pl.String)


def _flag(plain: Expr) -> Expr:
    import polars as pl

    return pl.when(plain).then(pl.lit("true")).when(~plain).then(pl.lit("false"))


def _days(low: Expr, high: Expr) -> Expr:
    """One day; or the whole month or year the days fill; or the days between."""
    import polars as pl

    month = (low.dt.month_start() == low) & (low.dt.month_end() == high)
    year = (low.dt.ordinal_day() == 1) & (high == pl.date(low.dt.year(), 12, 31))
    short = pl.when(year).then(low.dt.to_string("%Y")).when(month).then(low.dt.to_string("%Y-%m"))
    return short.otherwise(_ends(low, high))


def _ends(low: Expr, high: Expr) -> Expr:
    import polars as pl

    first, last = (end.cast(pl.String).fill_null("..") for end in (low, high))
    return pl.when(low.eq_missing(high)).then(low.cast(pl.String)).otherwise(pl.concat_str(first, last, separator="/"))
