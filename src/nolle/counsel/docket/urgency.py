"""The order of work: which case to open first. A sort of dates and counts, never a score of a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nolle.logic import Text

if TYPE_CHECKING:
    import polars as pl

ORDER = (
    (
        "next_hearing",
        Text(
            "the next hearing, soonest first; none known comes last",
            "la próxima audiencia, primero la más cercana; al final, si no se conoce ninguna",
        ),
    ),
    (
        "soonest_deadline",
        Text(
            "the soonest deadline that runs, soonest first; none known comes last; an age counts only where a pathway "
            "that it serves is not closed",
            "el plazo más próximo que corre, primero el más cercano; al final, si no se conoce ninguno; una edad "
            "cuenta solo donde la vía a la que sirve no está cerrada",
        ),
    ),
    (
        "open_ways",
        Text(
            "pathways that are open, awaiting, or need only a judgement: more first",
            "las vías que están abiertas, que esperan un acto ajeno o que solo necesitan un juicio: primero, más vías",
        ),
    ),
    (
        "case_id",
        Text(
            "the case's id, so that the order is always the same",
            "el número del caso, para que el orden sea siempre el mismo",
        ),
    ),
)
"""What is sorted by, in turn."""


DAYS, WAYS = 1 << 22, 1 << 15
"""More than there are days up to the year 9999, and more than there are pathways."""


def urgency(keys: pl.DataFrame) -> pl.Series:
    """The place of each case in the order of work, from 1, for frames with the columns of ``ORDER``."""
    import polars as pl

    # The three in one number take a third of the memory, and what is equal in them mostly stands in the order of ids.
    number = (_day("next_hearing") * DAYS + _day("soonest_deadline")) * WAYS + (WAYS - 1 - pl.col("open_ways"))
    by = ["number"] if keys["case_id"].is_sorted() else ["number", "case_id"]
    in_turn = keys.with_columns(number=number).select(pl.arg_sort_by(by, maintain_order=True).alias("row"))
    first_to_last = in_turn.with_row_index("urgency", 1)
    return first_to_last.sort("row")["urgency"].cast(pl.Int32)


def _day(name: str) -> pl.Expr:
    """A day as a number from 0; none known comes last."""
    import polars as pl

    return (pl.col(name).cast(pl.Int64) + date(1970, 1, 1).toordinal()).fill_null(DAYS - 1)
