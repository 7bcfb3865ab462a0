"""Calendar arithmetic in columns of whole numbers, the same on every engine.

No engine's own date arithmetic is used: adding a variable number of months, and what happens at the month's end and
with nulls, differs between them. A day is its number in the calendar (``date.toordinal``). Months are counted from
March of the year 0, so that the leap day is the last of its year and no count is negative.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nolle.logic import rough
from nolle.logic.columns.algebra import (
    Col,
    Value,
    any_,
    build,
    cases,
    compare,
    is_true,
    least,
    pick,
    plus,
    raw,
    times,
)
from nolle.logic.columns.expression import INT32, Node

if TYPE_CHECKING:
    from nolle.logic.columns.sheets import Sheet

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
FIRST_MONTH, LAST_MONTH = 12 - 2, 9999 * 12 + 11 - 2
MARCH_0 = 305
"""Day numbers count from the year 1; this many more count from 1 March of the year 0."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A day as its year (from March), the days since the year's first, its month, and its day of the month."""

    year: Value
    since: Value
    month: Value
    place: Value


def year_start(year: Value) -> Value:
    """The day number of 1 March of a year."""
    if not isinstance(year, Col):
        assert isinstance(year, int)
        return 365 * year + year // 4 - year // 100 + year // 400 - MARCH_0
    return build(_days_before(year.expr) - MARCH_0, year)


def _days_before(year: Node) -> Node:
    return year * 365 + year.goes_into(4) - year.goes_into(100) + year.goes_into(400)


def month_start(sheet: Sheet, month: Value) -> Value:
    """The day number of the first of a month."""
    if not isinstance(month, Col):
        assert isinstance(month, int)
        return plus(year_start(month // 12), (153 * (month % 12) + 2) // 5)
    year = sheet.keep(build(month.expr.goes_into(12), month))
    return plus(year_start(year), _since_march(raw(month), raw(year), month, year))


def _since_march(month: Node, year: Node, *of: Value) -> Col:
    """The days from 1 March to the first of a month."""
    return build(((month - year * 12) * 153 + 2).goes_into(5), *of)


def day_number(sheet: Sheet, day: Col) -> Value:
    """The day number of a column of dates, from its year, month and day."""
    year_, month_, place = (day.expr.part(part).cast(INT32) for part in ("year", "month", "day"))
    month = sheet.keep(build(year_ * 12 + month_ - 3, day))
    return plus(month_start(sheet, month), build(place - 1, day))


def split(sheet: Sheet, day: Value) -> Parts:
    """The parts of a day number; only those that are read become columns."""
    if not isinstance(day, Col):
        if day is None:
            return Parts(None, None, None, None)
        known = date.fromordinal(int(day))
        month = known.year * 12 + known.month - 3
        start = plus(int(day), times(year_start(month // 12), -1))
        return Parts(month // 12, start, month, known.day)
    kept = sheet.keep(day)
    assert isinstance(kept, Col)
    assert kept.name is not None
    found = sheet.splits.get(kept.name)
    if found is None:
        z = sheet.keep(plus(kept, MARCH_0))
        era = sheet.keep(build(raw(z).goes_into(146097), z))
        doe = sheet.keep(build(raw(z) - raw(era) * 146097, z, era))
        d = raw(doe)
        leap_days = d.goes_into(1460) - d.goes_into(36524) + d.goes_into(146096)
        yoe = sheet.keep(build((d - leap_days).goes_into(365), doe))
        y = raw(yoe)
        since = sheet.keep(build(d - (y * 365 + y.goes_into(4) - y.goes_into(100)), doe, yoe))
        mp = sheet.keep(build((raw(since) * 5 + 2).goes_into(153), since))
        year = sheet.keep(build(raw(era) * 400 + y, era, yoe))
        month_ = sheet.keep(build(raw(year) * 12 + raw(mp), year, mp))
        place = sheet.keep(build(raw(since) - (raw(mp) * 153 + 2).goes_into(5) + 1, since, mp))
        found = sheet.splits[kept.name] = Parts(year, since, month_, place)
    return found


def move(sheet: Sheet, day: Value, months: Value, days: Value) -> Value:
    """A day so many months and then so many days on, held at the month's end and within the calendar."""
    if day is None or months is None or days is None:
        return None
    moved: Value
    if not isinstance(day, Col) and not isinstance(months, Col):
        moved = rough.add_months(date.fromordinal(int(day)), int(months)).toordinal()
    elif not isinstance(months, Col) and months == 0:
        moved = day
    elif not isinstance(months, Col) and months % 12 == 0:
        moved = _years_on(sheet, split(sheet, day), int(months) // 12)
    else:
        parts = split(sheet, day)
        target = sheet.keep(plus(parts.month, months))
        start = plus(month_start(sheet, target), plus(parts.place, -1))
        end = plus(month_start(sheet, sheet.keep(plus(target, 1))), -1)
        moved = cases(
            (
                (is_true(compare("<", target, FIRST_MONTH)), FIRST),
                (is_true(compare("<", LAST_MONTH, target)), LAST),
            ),
            least(sheet.keep(start), sheet.keep(end)),
        )
    if not isinstance(days, Col) and days == 0:
        return moved
    if not isinstance(moved, Col) and not isinstance(days, Col):
        return rough.add_days(date.fromordinal(int(moved or 0)), int(days)).toordinal()
    return held(sheet.keep(plus(moved, days)))


def _years_on(sheet: Sheet, parts: Parts, years: int) -> Value:
    """Whole years change no month: only 29 February, the last day of its year, may have to give way."""
    year = sheet.keep(plus(parts.year, years))
    end = plus(year_start(sheet.keep(plus(year, 1))), -1)
    moved = least(sheet.keep(plus(year_start(year), parts.since)), sheet.keep(end))
    return held(sheet.keep(moved))


def held(day: Value) -> Value:
    """A day number held within the calendar."""
    return cases(((is_true(compare("<", day, FIRST)), FIRST), (is_true(compare("<", LAST, day)), LAST)), day)


def months_between(sheet: Sheet, start: Value, end: Value) -> Value:
    """Whole months from one day to another; a month ends on the day of its number, or on its last day."""
    if start is None or end is None:
        return None
    if not isinstance(start, Col) and not isinstance(end, Col):
        return rough.months_between(date.fromordinal(int(start)), date.fromordinal(int(end)))
    a, b = split(sheet, start), split(sheet, end)
    last = plus(month_start(sheet, sheet.keep(plus(b.month, 1))), -1)
    whole = any_((compare("<=", a.place, b.place), compare("==", end, last)))
    return plus(plus(b.month, times(a.month, -1)), pick(is_true(whole), 0, -1))


def years_between(sheet: Sheet, start: Value, end: Value) -> Value:
    """Whole years from one day to another: age."""
    months = months_between(sheet, start, end)
    if not isinstance(months, Col):
        return None if months is None else int(months) // 12
    months = sheet.keep(months)
    return build(raw(months).goes_into(12), months)


def days_between(start: Value, end: Value) -> Value:
    """Days from one day to another."""
    return plus(end, times(start, -1))
