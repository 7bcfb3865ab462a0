"""The circuit of each case of a docket, from what the docket tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .layout import circuits
from .tables import COURT

if TYPE_CHECKING:
    import polars as pl


def with_circuits(
    frames: Mapping[str, pl.DataFrame], circuit_of_court: Mapping[str, str] | None = None
) -> dict[str, pl.DataFrame]:
    """The frames with ``circuit`` filled in, as an opinion on one case finds it.

    The column ``circuit`` comes first; where it is empty the fact ``case.circuit``, if it is one circuit; then that of
    the court, by its code. Where none tells, the circuit stays unknown.

    Args:
        frames: the frames of a docket.
        circuit_of_court: the circuit (``9``, ``ca9``) of each court by its code in capitals. A court that is not there
            tells none.
    """
    import polars as pl

    case = frames["case"]
    told = [pl.col("circuit").cast(pl.String)] if "circuit" in case.columns else []
    if "case__circuit" in case.columns:
        told.append(pl.col("case__circuit").cast(pl.String))
    if COURT in case.columns and circuit_of_court:
        of_code = {code: circuits()[circuit.lower()] for code, circuit in circuit_of_court.items()}
        code = pl.col(COURT).str.strip_chars().str.to_uppercase()
        told.append(code.replace_strict(of_code, default=None, return_dtype=pl.String))
    if not told:
        return dict(frames)
    return {**frames, "case": case.with_columns(pl.coalesce(told).alias("circuit"))}
