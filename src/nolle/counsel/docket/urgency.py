"""The order of work: which case to open first. A sort of dates and counts, never a score of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

ORDER = (
    ("next_hearing", "the next hearing, soonest first; none known comes last"),
    ("soonest_deadline", "the soonest deadline of a pathway that is not closed, soonest first; none known comes last"),
    ("open_ways", "pathways that are open, awaiting, or need only a judgement: more first"),
    ("case_id", "the case's id, so that the order is always the same"),
)
"""What is sorted by, in turn."""


def urgency(keys: pl.DataFrame) -> pl.Series:
    """The place of each case in the order of work, from 1, for frames with the columns of ``ORDER``."""
    import polars as pl

    placed = keys.select(*(name for name, _ in ORDER)).with_row_index("row")
    placed = placed.sort([name for name, _ in ORDER], descending=[False, False, True, False], nulls_last=True)
    placed = placed.with_row_index("urgency", 1).sort("row")
    return placed["urgency"].cast(pl.Int32)
