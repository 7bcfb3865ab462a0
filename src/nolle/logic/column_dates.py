"""Calendar arithmetic in columns of whole numbers, the same on every engine.

No engine's own date arithmetic is used: adding a variable number of months, and what happens at the month's end and
with nulls, differs between them. A day is its number in the calendar (``date.toordinal``). Months are counted from
March of the year 0, so that the leap day is the last of its year and no count is negative.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import narwhals as nw

from . import rough
from .column_algebra import Col, Value, any_, build, cases, compare, is_true, least, pick, plus, raw, times

if TYPE_CHECKING:
    from .column_sheets import Sheet

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
FIRST_MONTH, LAST_MONTH = 12 - 2, 9999 * 12 + 11 - 2
MARCH_0 = 305
"""Day numbers count from the year 1; this many more count from 1 March of the year 0."""


def month_start(month: Value) -> Value:
    """The day number of the first of a month."""
    if not isinstance(month, Col):
        assert isinstance(month, int)
        year, place = month // 12, month % 12
        return 365 * year + year // 4 - year // 100 + year // 400 + (153 * place + 2) // 5 - MARCH_0
    year_, place_ = month.expr // 12, month.expr % 12
    days = year_ * 365 + year_ // 4 - year_ // 100 + year_ // 400
    return build(days + (place_ * 153 + 2) // 5 - MARCH_0, month)


def day_number(day: Any) -> Any:
    """The day number of a column of dates, from its year, month and day."""
    parts = (day.dt.year(), day.dt.month(), day.dt.day())
    year, month, place = (part.cast(nw.Int32) for part in parts)
    start = month_start(build(year * 12 + month - 3))
    assert isinstance(start, Col)
    return start.expr + place - 1


def split(sheet: Sheet, day: Value) -> tuple[Value, Value]:
    """The month and the day of the month of a day number."""
    if not isinstance(day, Col):
        if day is None:
            return None, None
        known = date.fromordinal(int(day))
        return known.year * 12 + known.month - 3, known.day
    day = sheet.keep(day)
    assert isinstance(day, Col)
    assert day.name is not None
    found = sheet.splits.get(day.name)
    if found is None:
        z = sheet.keep(build(day.expr + MARCH_0, day))
        era = sheet.keep(build(raw(z) // 146097, z))
        doe = sheet.keep(build(raw(z) - raw(era) * 146097, z, era))
        d = raw(doe)
        yoe = sheet.keep(build((d - d // 1460 + d // 36524 - d // 146096) // 365, doe))
        y = raw(yoe)
        doy = sheet.keep(build(d - (y * 365 + y // 4 - y // 100), doe, yoe))
        mp = sheet.keep(build((raw(doy) * 5 + 2) // 153, doy))
        month = sheet.keep(build((raw(era) * 400 + y) * 12 + raw(mp), era, yoe, mp))
        place = sheet.keep(build(raw(doy) - (raw(mp) * 153 + 2) // 5 + 1, doy, mp))
        found = sheet.splits[day.name] = month, place
    return found


def move(sheet: Sheet, day: Value, months: Value, days: Value) -> Value:
    """A day so many months and then so many days on, held at the month's end and within the calendar."""
    if day is None or months is None or days is None:
        return None
    if not isinstance(day, Col) and not isinstance(months, Col):
        moved: Value = rough.add_months(date.fromordinal(int(day)), int(months)).toordinal()
    elif not isinstance(months, Col) and months == 0:
        moved = day
    else:
        month, place = split(sheet, day)
        target = sheet.keep(plus(month, months))
        start = plus(month_start(target), plus(place, -1))
        end = plus(month_start(sheet.keep(plus(target, 1))), -1)
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


def held(day: Value) -> Value:
    """A day number held within the calendar."""
    return cases(((is_true(compare("<", day, FIRST)), FIRST), (is_true(compare("<", LAST, day)), LAST)), day)


def months_between(sheet: Sheet, start: Value, end: Value) -> Value:
    """Whole months from one day to another; a month ends on the day of its number, or on its last day."""
    if start is None or end is None:
        return None
    if not isinstance(start, Col) and not isinstance(end, Col):
        return rough.months_between(date.fromordinal(int(start)), date.fromordinal(int(end)))
    (month_a, day_a), (month_b, day_b) = split(sheet, start), split(sheet, end)
    last = plus(month_start(plus(month_b, 1) if not isinstance(month_b, Col) else sheet.keep(plus(month_b, 1))), -1)
    whole = any_((compare("<=", day_a, day_b), compare("==", end, last)))
    return plus(plus(month_b, times(month_a, -1)), pick(is_true(whole), 0, -1))


def years_between(sheet: Sheet, start: Value, end: Value) -> Value:
    """Whole years from one day to another: age."""
    months = months_between(sheet, start, end)
    if not isinstance(months, Col):
        return None if months is None else int(months) // 12
    months = sheet.keep(months)
    return build((raw(months) + 120_000) // 12 - 10_000, months)  # never divides a negative number


def days_between(start: Value, end: Value) -> Value:
    """Days from one day to another."""
    return plus(end, times(start, -1))
