"""Rows that were set aside, with the reason, and the file that lists them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.facts.errors import Problem, printable
from nolle.facts.files import written_beside
from nolle.facts.vocabulary import UnknownFact, sensitivity_of

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("file", "row", "case_id", "field", "found", "what", "accepted")
HIDDEN = "(not shown)"
NOT_ACCEPTED = "what is told here is not accepted"
"""What is wrong with a cell whose text is not to be repeated."""

LISTED = 10
"""How many things to fix one error lists; a header of another program may have a hundred."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ACCEPTED = "look it up at its place; the vocabulary says what this fact may be"


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
        lines += [f"  {problem}" for problem in self.problems[:LISTED]]
        if len(self.problems) > LISTED:
            lines.append(f"  and {len(self.problems) - LISTED} more")
        if sum(problem.found is not None for problem in self.problems) > 1:
            lines.append("  Columns that are no facts can be passed over: --ignore-unknown")
        return "\n".join(lines)


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


@cache
def held_back(fact: str) -> bool:
    """Whether what a cell says of a fact is not to be repeated: what 8 USC 1367 protects, and who a person is.

    Whoever mends the docket finds it by its row and case. What is no fact of the vocabulary is not held back.
    """
    if fact.startswith("party."):
        return True
    try:
        return sensitivity_of(fact) == "protected-1367"
    except UnknownFact:
        return False


def frame_of(rows: Iterable[Rejected]) -> pl.DataFrame:
    """Reasons as a frame, without the text of facts that are held back."""
    import polars as pl

    told = [_without_text(r) if r.field and held_back(r.field) and r.found not in (None, HIDDEN) else r for r in rows]
    return pl.DataFrame([tuple(getattr(r, c) for c in COLUMNS) for r in told], schema=schema(), orient="row")


def _without_text(reason: Rejected) -> Rejected:
    return replace(reason, found=HIDDEN, what=NOT_ACCEPTED, accepted=_ACCEPTED)


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
    with written_beside(Path(path)) as beside:
        beside.write_bytes(out.getvalue().encode("utf-8"))
