"""Days that lie ahead, gathered into weeks or months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, TypeAlias

from nolle.logic import Lang, say_date

from . import words as w

Kind: TypeAlias = Literal["before", "week", "month", "later"]

WEEKS = 26
"""Up to so many weeks are shown week by week; what goes further, month by month."""
MONTHS = 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row and how many cases fall on them. ``first`` is the first of them, or of what lies before it."""

    kind: Kind
    first: date
    count: int

    def label(self, lang: Lang) -> str:
        """Which days they are, in words."""
        if self.kind == "month":
            return w.MONTH[lang].format(month=month_name(self.first, lang), year=self.first.year)
        said = {"before": w.BEFORE, "week": w.WEEK_OF, "later": w.FROM_ON}[self.kind]
        return said[lang].format(day=short_day(self.first, lang), year=self.first.year)

    def short(self, lang: Lang) -> str:
        """The same, in a few letters."""
        if self.kind == "month":
            return month_name(self.first, lang)[:3]
        ends = {"before": w.BEFORE_SHORT[lang], "later": w.LATER[lang]}
        return ends.get(self.kind) or short_day(self.first, lang)


def gathered(days: Mapping[date, int], start: date, *, weeks: int = WEEKS, months: int = MONTHS) -> list[Stretch]:
    """Weeks (from Monday) where all ends within ``weeks`` of them or ``months`` is 0; else months.

    Every day is counted once: what comes before ``start`` stands first, what goes beyond the last stretch stands last.
    """
    last = max((day for day in days if day >= start), default=None)
    found = [Stretch("before", start, n)] if (n := sum(n for day, n in days.items() if day < start)) else []
    if last is None:
        return found
    monday = start - timedelta(days=start.weekday())
    by_week = not months or last < monday + timedelta(weeks=weeks)
    kind: Kind = "week" if by_week else "month"
    edges = [monday + timedelta(weeks=n) for n in range(weeks + 1)] if by_week else _months(start, months)
    for first, end in pairwise(edges):
        if first > last:
            return found
        first = max(first, start)
        found.append(Stretch(kind, first, sum(n for day, n in days.items() if first <= day < end)))
    later = sum(n for day, n in days.items() if day >= edges[-1])
    return [*found, Stretch("later", edges[-1], later)] if later else found


def _months(start: date, many: int) -> list[date]:
    first = start.year * 12 + start.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(first, first + many + 1)]


def month_name(day: date, lang: Lang) -> str:
    """The month of a day, as dates are said."""
    return say_date(day, lang).split()[0 if lang == "en" else 2]


def short_day(day: date, lang: Lang) -> str:
    """A day without its year: ``Nov 23``, ``23 nov``."""
    month = month_name(day, lang)[:3]
    return f"{month} {day.day}" if lang == "en" else f"{day.day} {month}"
