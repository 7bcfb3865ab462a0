"""Filings in a table of their own, a row each, laid out as the facts of their case: ``filing__i130__status``.

Several filings of one form have one answer between them, as in a case file: the one marked ``main`` gives it; without
one, what they agree on, and where they differ what they have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nolle.facts.vocabulary import vocabulary

from .layout import Column
from .values import STATES

if TYPE_CHECKING:
    import polars as pl

_KEYS = ("case_id", "form")


def by_case(rows: pl.DataFrame, columns: list[Column]) -> dict[str, pl.DataFrame]:
    """For each form the answers of each case, under the names they have in the frame of cases."""
    import polars as pl

    facts = list({c.stem: c for c in columns if c.role == "fact"}.values())
    chosen = rows
    if "main" in rows.columns:
        main = pl.col("main").fill_null(False)
        chosen = rows.filter(main | ~main.any().over(*_KEYS))
    parts = [n for c in facts for n in _parts(c, rows.columns)]
    alone = pl.len().over(*_KEYS) == 1
    single = chosen.filter(alone).select(*_KEYS, *parts)
    several = chosen.filter(~alone).group_by(*_KEYS).agg(e for c in facts for e in _common(c, rows.columns))
    together = pl.concat([single, several], how="diagonal")
    found = {}
    for form in vocabulary()["filing"].forms:
        of_form = together.filter(pl.col("form") == form)
        if of_form.height:
            named = {n: f"filing__{form}__{n}" for n in of_form.columns if n not in _KEYS}
            found[form] = of_form.drop("form").rename(named)
    return found


def _parts(column: Column, there: list[str]) -> list[str]:
    return [n for end in ("__state", "", "__low", "__high", "__one_of") if (n := f"{column.stem}{end}") in there]


def _common(column: Column, there: list[str]) -> list[Any]:
    """What several rows say together, as ``nolle.facts.record`` has it for one case."""
    import polars as pl

    name = column.stem
    state = pl.col(f"{name}__state").cast(pl.String)
    told, same = state.null_count() == 0, state.n_unique() == 1
    given = told & same & (state.first() == "given")
    values: list[Any] = []
    agree: Any = pl.lit(True)
    if column.type in ("date", "int"):
        low, high = pl.col(f"{name}__low"), pl.col(f"{name}__high")
        values = [
            pl.when(given & (low.null_count() == 0)).then(low.min()).alias(f"{name}__low"),
            pl.when(given & (high.null_count() == 0)).then(high.max()).alias(f"{name}__high"),
        ]
    elif column.type in ("enum", "text"):
        one = pl.concat_list(pl.col(name))
        if f"{name}__one_of" in there:
            one = pl.when(pl.col(f"{name}__one_of").is_not_null()).then(pl.col(f"{name}__one_of")).otherwise(one)
        union = one.explode().drop_nulls().unique().sort()
        values = [
            pl.when(given & (union.len() == 1)).then(union.first()).alias(name),
            pl.when(given & (union.len() > 1)).then(union.implode()).alias(f"{name}__one_of"),
        ]
    else:
        plain = pl.col(name)
        agree = (plain.list.join(";") if column.type == "codes" else plain).n_unique() == 1
        values = [pl.when(given & agree).then(plain.first()).alias(name)]
    said = pl.when(told & same & agree).then(state.first()).when(told).then(pl.lit("unknown"))
    return [said.cast(pl.Enum(STATES)).alias(f"{name}__state"), *values]
