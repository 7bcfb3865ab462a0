"""The frames of a docket, whatever engine they come from, and the few things engines do differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw

from nolle.logic.columns.algebra import Col, Value, build, column
from nolle.logic.columns.calendar import Calendar
from nolle.logic.columns.dates import day_number
from nolle.logic.columns.sheets import Sheet, beside
from nolle.logic.known import Law

EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Docket:
    """The cases (``None``) and lists as lazy frames, the calendar of their dates and circuits, and the date itself."""

    frames: Mapping[str | None, Any]
    calendar: Calendar
    as_of: Value

    def dated(self) -> Mapping[str | None, Any]:
        """The frames, the cases with what the law comes to on their date and in their circuit."""
        table = self.calendar.table()
        names = list(self.calendar.columns.values())
        if not names:
            return self.frames
        case = self.frames[None]
        if case.implementation.is_polars():
            law = nw.from_dict(table, backend=case.implementation).lazy()
            law = law.with_columns(nw.col(*names).cast(nw.Int32))
            case = beside(case, law, ["as_of", "circuit"])
        else:
            case = case.with_columns(_chosen(table, name).alias(name) for name in names)
        return {**self.frames, None: case}


def _chosen(table: Mapping[str, list[Any]], name: str) -> Any:
    chain: Any = nw
    for as_of, circuit, value in zip(table["as_of"], table["circuit"], table[name], strict=True):
        chain = chain.when((nw.col("as_of") == as_of) & (nw.col("circuit") == circuit)).then(nw.lit(value))
    return chain.otherwise(nw.lit(0))


def gather(frames: Mapping[str, Any], law: Law, as_of: date | None, circuit: str | None) -> Docket:
    """The frames made ready.

    Raises:
        ValueError: for a case without a date.
    """
    ready: dict[str | None, Any] = {name: nw.from_native(frame).lazy() for name, frame in frames.items()}
    case = ready[None] = ready.pop("case")
    there = case.collect_schema()
    if "as_of" not in there and "circuit" not in there:
        if as_of is None:
            raise ValueError("say as of which date: the cases have no as_of column, and no date was given")
        return Docket(ready, Calendar([(as_of, circuit)], law), as_of.toordinal())
    day = nw.col("as_of") if "as_of" in there else nw.lit(as_of)
    if as_of is not None and "as_of" in there:
        day = day.fill_null(as_of)
    place = nw.col("circuit").fill_null(circuit or "") if "circuit" in there else nw.lit(circuit or "")
    ready[None] = case.with_columns(day.cast(nw.Date).alias("as_of"), place.cast(nw.String).alias("circuit"))
    pairs = sorted(_rows(ready[None].select("as_of", "circuit").unique()), key=str)
    if any(on is None for on, _ in pairs):
        raise ValueError("some cases have no as_of date, and no date was given for them")
    calendar = Calendar([(on, where or None) for on, where in pairs], law)
    days = {on for on, _ in pairs}
    return Docket(ready, calendar, column("as_of") if len(days) > 1 else min(days, default=date.min).toordinal())


def day_numbers(case: Any) -> Callable[[Sheet, Col], Value]:
    """How a column of dates becomes day numbers on this engine."""
    if case.implementation.is_polars():
        return lambda sheet, day: build(day.expr.cast(nw.Int32) + EPOCH, day)
    return day_number


def _rows(frame: Any) -> list[tuple[Any, ...]]:
    """The rows of a small lazy frame."""
    native = frame.to_native()
    if frame.implementation.is_polars():
        return list(native.collect().rows())
    return list(native.fetchall()) if hasattr(native, "fetchall") else [tuple(row) for row in native.collect()]
