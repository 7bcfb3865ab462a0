"""The frames of a docket, whatever engine they come from, and the few things engines do differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nolle.logic.columns.algebra import Col, Value, build, column
from nolle.logic.columns.calendar import Calendar
from nolle.logic.columns.dates import day_number
from nolle.logic.columns.expression import DATE, INT32, STRING, col, lit
from nolle.logic.columns.frames import Frame, frame_of
from nolle.logic.columns.sheets import Sheet
from nolle.logic.known import Law

EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Docket:
    """The cases (``None``) and lists as lazy frames, the calendar of their dates and circuits, and the date itself."""

    frames: Mapping[str | None, Frame]
    calendar: Calendar
    as_of: Value

    def dated(self, calendar: Calendar) -> Mapping[str | None, Frame]:
        """The frames, the cases with what the law comes to on their date and in their circuit."""
        if not calendar.columns:
            return self.frames
        return {**self.frames, None: self.frames[None].beside(calendar.table(), ("as_of", "circuit"))}


def gather(frames: Mapping[str, Any], law: Law, as_of: date | None, circuit: str | None) -> Docket:
    """The frames made ready.

    Raises:
        ValueError: for a case without a date.
    """
    ready: dict[str | None, Frame] = {name: frame_of(frame) for name, frame in frames.items()}
    case = ready[None] = ready.pop("case")
    there = case.names
    if "as_of" not in there and "circuit" not in there:
        if as_of is None:
            raise ValueError("say as of which date: the cases have no as_of column, and no date was given")
        return Docket(ready, Calendar([(as_of, circuit)], law), as_of.toordinal())
    day = col("as_of") if "as_of" in there else lit(as_of)
    if as_of is not None and "as_of" in there:
        day = day.fill_null(as_of)
    place = col("circuit").fill_null(circuit or "") if "circuit" in there else lit(circuit or "")
    ready[None] = case.layer({"as_of": day.cast(DATE), "circuit": place.cast(STRING)})
    pairs = sorted(ready[None].select({name: col(name) for name in ("as_of", "circuit")}).rows(), key=str)
    if any(on is None for on, _ in pairs):
        raise ValueError("some cases have no as_of date, and no date was given for them")
    pairs = pairs or [(as_of or date.min, "")]
    calendar = Calendar([(on, where or None) for on, where in pairs], law)
    days = {on for on, _ in pairs}
    return Docket(ready, calendar, column("as_of") if len(days) > 1 else min(days).toordinal())


def day_numbers(case: Frame) -> Callable[[Sheet, Col], Value]:
    """How a column of dates becomes day numbers on this engine."""
    if case.counts_days:
        return lambda sheet, day: build(day.expr.cast(INT32) + EPOCH, day)
    return day_number
