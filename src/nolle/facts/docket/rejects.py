"""Rows that were set aside, with the reason, and the file that lists them."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.facts.errors import Problem, printable

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("file", "row", "case_id", "field", "found", "what", "accepted")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class DocketError(ValueError):
    """A docket of which nothing can be read: a file that is not there, a header that is not known.

    ``problems`` are what is to be fixed; ``file`` is where.
    """

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file, self.problems = file, tuple(problems)
        super().__init__(file, self.problems)

    def __str__(self) -> str:
        """One sentence for one problem; a short list for several."""
        if len(self.problems) == 1:
            return f"{self.file}: {self.problems[0]}"
        lines = [f"{self.file} has {len(self.problems)} things to fix:"]
        return "\n".join([*lines, *(f"  {problem}" for problem in self.problems)])


@dataclass(frozen=True, slots=True)
class Rejected:
    """One reason why one row was set aside. Rows count as a spreadsheet does: the header is row 1."""

    file: str
    row: int
    case_id: str | None
    field: str | None
    found: str | None
    what: str
    accepted: str


def schema() -> dict[str, Any]:
    """The columns of the frame of rejected rows."""
    import polars as pl

    return {name: pl.Int64 if name == "row" else pl.String for name in COLUMNS}


def frame_of(rows: Iterable[Rejected]) -> pl.DataFrame:
    """Reasons as a frame."""
    import polars as pl

    return pl.DataFrame([tuple(getattr(r, c) for c in COLUMNS) for r in rows], schema=schema(), orient="row")


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe is put before what would start one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_rejected(rejected: pl.DataFrame, path: str | Path) -> None:
    """Write the list of rejected rows as CSV, in one step, readable by its owner alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rejected.select(COLUMNS).iter_rows():
        writer.writerow(["" if v is None else harmless(printable(v, 400)) if isinstance(v, str) else v for v in row])
    path = Path(path)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(out.getvalue().encode("utf-8"))
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
