"""Rough dates and numbers: what is known may be a range.

A ``Span`` holds the lowest and highest value a date or number may have; ``None`` is no bound. A comparison that
holds at both ends is true, that fails at both is false, and is otherwise unknown.

Dates are written in a small part of EDTF (ISO 8601-2): ``2014-05-07``, ``2014-05``, ``2014``, ``2014~`` or
``2014?`` (one unit of its precision wider each way), ``2014/2016``, ``../2009``, ``2009/..``, ``2009/``, ``/2009``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from .text import Lang
from .truth import Truth

Point: TypeAlias = Any
"""A date or a number. The two ends of a span, and spans that are compared, are of one kind."""


class RoughError(ValueError):
    """A date or number that cannot be read. The message says what is accepted."""


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """From ``low`` to ``high``, both included; ``None`` is no bound. ``text`` is how a person wrote it.

    Nothing changes a span once made. Not declared frozen: that makes each several times as slow to build.
    """

    low: Point | None
    high: Point | None
    text: str | None = None

    def __post_init__(self) -> None:
        """Refuse a span that ends before it starts."""
        low, high = self.low, self.high
        if low is not high and low is not None and high is not None and low > high:
            raise RoughError(f"a range must not end before it starts: {self.low} to {self.high}")

    @property
    def exact(self) -> bool:
        """Whether only one value is possible."""
        return self.low is not None and self.low == self.high

    def within(self, other: Span) -> bool:
        """Whether every value of this span lies in the other."""
        low_ok = other.low is None or (self.low is not None and self.low >= other.low)
        high_ok = other.high is None or (self.high is not None and self.high <= other.high)
        return low_ok and high_ok

    def hull(self, other: Span) -> Span:
        """The smallest span that covers both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Span(low, high)


def exactly(point: Point) -> Span:
    """The span of one value."""
    return Span(point, point)


def less(a: Span, b: Span, or_equal: bool = False) -> Truth:
    """Whether ``a < b`` (or ``a <= b``), for every value the two may have."""
    if or_equal:
        if a.high is not None and b.low is not None and a.high <= b.low:
            return True
        if a.low is not None and b.high is not None and a.low > b.high:
            return False
        return None
    if a.high is not None and b.low is not None and a.high < b.low:
        return True
    if a.low is not None and b.high is not None and a.low >= b.high:
        return False
    return None


def same(a: Span, b: Span) -> Truth:
    """Whether two spans are the same value: true only when both are exact."""
    if a.exact and b.exact:
        return a.low == b.low
    if less(a, b) is True or less(b, a) is True:
        return False
    return None


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last day where there is none.

    Dates outside years 1 to 9999 are held at the nearest day a calendar has.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year < 1:
        return date.min
    if year > 9999:
        return date.max
    return date(year, month, day.day if day.day <= 28 else min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """So many days on, held within the calendar."""
    if days == 0:
        return day
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_between(start: date, end: date) -> int:
    """The largest n with ``add_months(start, n) <= end``: whole months gone by; negative before ``start``."""
    n = (end.year - start.year) * 12 + end.month - start.month
    return n if add_months(start, n) <= end else n - 1


def years_between(start: date, end: date) -> int:
    """The largest n with ``start`` plus n years not after ``end``: age in whole years."""
    n = end.year - start.year
    return n if add_months(start, 12 * n) <= end else n - 1


_PIECE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?")
_ACCEPTED = (
    "write a day as 2014-05-07, a month as 2014-05, a year as 2014, about a year as 2014~, between as 2014/2016, "
    "before as ../2009, after as 2009/.."
)


@lru_cache(maxsize=4096)
def parse_date(written: str) -> Span:
    """Read an EDTF date as the span of days it may be.

    Raises:
        RoughError: for anything outside the part of EDTF that nolle reads, with what is accepted.
    """
    shown = written if len(written) <= 40 else written[:37] + "..."
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", written):
        raise RoughError(f"{shown!r} is not a date (day and month cannot be told apart): {_ACCEPTED}")
    if written.count("/") > 1 or written in ("", "/", "../..", "..", "../", "/.."):
        raise RoughError(f"{shown!r} is not a date: {_ACCEPTED}")
    try:
        low: date | None
        high: date | None
        if "/" not in written:
            low, high = _piece(written)
        else:
            start, end = written.split("/")
            low = None if start in ("", "..") else _piece(start)[0]
            high = None if end in ("", "..") else _piece(end)[1]
    except ValueError as error:
        raise RoughError(f"{shown!r} is not a date ({error}): {_ACCEPTED}") from None
    if low is not None and high is not None and low > high:
        raise RoughError(f"{shown!r} ends before it starts: put the earlier date first")
    return Span(low, high, written)


def _piece(written: str) -> tuple[date, date]:
    match = _PIECE.fullmatch(written)
    if not match:
        raise ValueError("not a form that is read")
    year, month, day, about = match.groups()
    if not 1000 <= int(year) <= 9000:
        raise ValueError(f"no such year: {year}")
    if day:
        first = last = _day(int(year), int(month), int(day))
        if about:
            first, last = add_days(first, -1), add_days(last, 1)
    elif month:
        first = _day(int(year), int(month), 1)
        if about:
            first, last = add_months(first, -1), add_days(add_months(first, 2), -1)
        else:
            last = add_days(add_months(first, 1), -1)
    else:
        wide = 1 if about else 0
        first, last = date(int(year) - wide, 1, 1), date(int(year) + wide, 12, 31)
    return first, last


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"{year}-{month:02} has no day {day}")
    return date(year, month, day)


_EN = "January February March April May June July August September October November December"
_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_MONTHS = {"en": tuple(_EN.split()), "es": tuple(_ES.split())}


def say_date(day: date, lang: Lang) -> str:
    """A day in words: ``October 6, 2023``, ``6 de octubre de 2023``."""
    month = _MONTHS[lang][day.month - 1]
    return f"{month} {day.day}, {day.year}" if lang == "en" else f"{day.day} de {month} de {day.year}"


def say(span: Span, lang: Lang) -> str:
    """A rough date or number in words; what is rough is said as rough."""
    low, high = span.low, span.high
    if isinstance(low, date) or isinstance(high, date):
        return _say_dates(low, high, span.text or "", lang)
    if span.exact:
        return _number(low)
    if low is not None and high is not None:
        return f"{_number(low)} {'to' if lang == 'en' else 'a'} {_number(high)}"
    if low is not None:
        return f"{'at least' if lang == 'en' else 'al menos'} {_number(low)}"
    if high is not None:
        return f"{'at most' if lang == 'en' else 'como máximo'} {_number(high)}"
    return "any number" if lang == "en" else "cualquier número"


def _number(value: Point | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _say_dates(low: date | None, high: date | None, written: str, lang: Lang) -> str:
    en = lang == "en"
    if low is not None and low == high:
        return say_date(low, lang)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}[~?]", written):
        return f"{'about' if en else 'alrededor de'} {_say_unit(written[:-1], lang)}"
    if re.fullmatch(r"\d{4}(-\d{2})?", written):
        return _say_unit(written, lang)
    if low is None and high is not None:
        return f"{'on or before' if en else 'a más tardar el'} {say_date(high, lang)}"
    if high is None and low is not None:
        return f"{'on or after' if en else 'a partir del'} {say_date(low, lang)}"
    if low is None or high is None:
        return "at an unknown date" if en else "en fecha desconocida"
    if en:
        return f"between {say_date(low, lang)} and {say_date(high, lang)}"
    return f"entre el {say_date(low, lang)} y el {say_date(high, lang)}"


def _say_unit(written: str, lang: Lang) -> str:
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        return say_date(date(*parts), lang)
    if len(parts) == 2:
        month = _MONTHS[lang][parts[1] - 1]
        return f"{month} {parts[0]}" if lang == "en" else f"{month} de {parts[0]}"
    return str(parts[0])
