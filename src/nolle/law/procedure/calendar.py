"""Open and closed days: weekends, federal holidays with their observed days, and the courts' closures.

The holidays are those of the ``holidays`` package (5 USC 6103), stored for the years 1990 to 2070; a test holds the two
together. The closures are a list to be kept up by hand,
``data/procedure/closures.json``, and one that whoever asks may add. A closure that is *settled* closes a court for
counting; one that is not never makes a date later.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from nolle.law.courts import UnknownCourt, court
from nolle.logic.rough import add_days, say_date
from nolle.logic.text import Lang, Text

from .rules import DATA

_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}

_HOLIDAYS_ES = {
    "New Year's Day": "Año Nuevo",
    "Martin Luther King Jr. Day": "el Día de Martin Luther King Jr.",
    "Washington's Birthday": "el Natalicio de Washington",
    "Decoration Day": "el Día de los Caídos",
    "Memorial Day": "el Día de los Caídos",
    "Juneteenth National Independence Day": "Juneteenth",
    "Independence Day": "el Día de la Independencia",
    "Labor Day": "el Día del Trabajo",
    "Columbus Day": "el Día de Colón",
    "Armistice Day": "el Día del Armisticio",
    "Veterans Day": "el Día de los Veteranos",
    "Thanksgiving Day": "el Día de Acción de Gracias",
    "Thanksgiving": "el Día de Acción de Gracias",
    "Christmas Day": "Navidad",
}

_OBSERVED = " (observed)"


class ClosureError(ValueError):
    """A list of closures that cannot be read: the file, the row, what was found, and how to write it."""


class CalendarMissing(RuntimeError):
    """The ``holidays`` package is not installed, and a year that is not stored was asked about."""

    def __str__(self) -> str:
        return "counting days before 1990 or after 2070 needs the package 'holidays': install nolle[calendar]"


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which courts were closed, beside weekends and holidays. ``courts`` are codes; empty is every court."""

    day: date
    why: Text
    courts: tuple[str, ...] = ()
    source: str | None = None
    settled: bool = True

    def closes(self, code: str | None) -> bool:
        """Whether it closes this court; where the court is not known, only what closes every court does."""
        return not self.courts or code in self.courts


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are open for one court. ``closures`` are only those that bear on it."""

    closures: tuple[Closure, ...] = ()

    def closure(self, day: date) -> Closure | None:
        """The closure on the day; a settled one before one that is not."""
        found = [closure for closure in self.closures if closure.day == day]
        return min(found, key=lambda closure: not closure.settled, default=None)

    def why_closed(self, day: date, *, closures: bool = True, unsettled: bool = False) -> Text | None:
        """Why the day is closed: a weekend, a federal holiday, or a closure; ``None`` for an open day.

        Args:
            day: the day.
            closures: whether settled closures count.
            unsettled: whether closures of which it is not settled that they count do so too.
        """
        federal = why_not_federal(day)
        if federal is not None or not (closures or unsettled):
            return federal
        found = self.closure(day)
        return found.why if found is not None and (found.settled or unsettled) else None

    def next_open(self, day: date, *, closures: bool = True) -> date:
        """The day itself where it is open, or the next open day."""
        while self.why_closed(day, closures=closures):
            day = _step(day, 1)
        return day

    def last_open(self, day: date, *, closures: bool = True) -> date:
        """The day itself where it is open, or the open day before; a day that may be closed is not open."""
        while self.why_closed(day, closures=closures, unsettled=closures):
            day = _step(day, -1)
        return day


def calendar_for(code: str | None = None, more: Iterable[Closure] = ()) -> Calendar:
    """The calendar of a court (``None``: which one is not known), with closures of one's own added."""
    return Calendar(tuple(closure for closure in (*stored_closures(), *more) if closure.closes(code)))


FEDERAL = Calendar()
"""Weekends and federal holidays only, for what goes to no immigration court."""


def why_not_federal(day: date) -> Text | None:
    """Why federal offices are closed on the day: a weekend or a federal holiday."""
    if day.weekday() >= 5:
        return Text(f"it is a {_WEEKDAYS['en'][day.weekday()]}", f"es {_WEEKDAYS['es'][day.weekday()]}")
    name = _federal(day.year).get(day)
    if name is None:
        return None
    observed = name.endswith(_OBSERVED)
    plain = name.removesuffix(_OBSERVED)
    es = _HOLIDAYS_ES.get(plain, plain)
    return Text(
        f"it is a federal holiday, {plain}{', observed' if observed else ''}",
        f"es feriado federal, {es}{', día observado' if observed else ''}",
    )


@lru_cache(maxsize=4)
def days_to_open(*, forward: bool, closures: bool) -> tuple[date, tuple[int, ...]]:
    """How far each day of the years that are stored is from an open one: the first day, and a number for each.

    Args:
        forward: whether to the next open day, or to the last one; an open day is its own.
        closures: whether stored closures count, or weekends and federal holidays only. Backward every one does,
            forward only what is settled. A table knows no court, so each counts for all: a day a court was closed
            keeps a deadline of another in view that long, and none that is open still is lost.
    """
    years = sorted(map(int, _stored_holidays()))
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    closed = {one.day for one in stored_closures() if one.settled or not forward} if closures else set()
    shut = {day.toordinal() for day in closed.union(*(_federal(year) for year in years))}
    # Beyond the ends only weekends are known.
    days = range(first.toordinal() - 5, last.toordinal() + 6)
    far, found = 0, []
    for day in reversed(days) if forward else days:
        far = far + 1 if day % 7 in (6, 0) or day in shut else 0
        found.append(far)
    return first, tuple((found[::-1] if forward else found)[5:-5])


def federal_holidays(year: int) -> dict[date, str]:
    """The closed weekdays of a year by day, with their names; a holiday on a weekend is given by its observed day."""
    return dict(_federal(year))


def say_day(day: date, lang: Lang) -> str:
    """A day in words with its weekday: ``Friday, October 6, 2023``, ``viernes 6 de octubre de 2023``."""
    name = _WEEKDAYS[lang][day.weekday()]
    return f"{name}, {say_date(day, lang)}" if lang == "en" else f"{name} {say_date(day, lang)}"


@lru_cache(maxsize=1)
def stored_closures() -> tuple[Closure, ...]:
    """The closures kept with the law."""
    path = DATA / "closures.json"
    return _closures(json.loads(path.read_text(encoding="utf-8"))["closures"], path.name)


def read_closures(path: Path) -> tuple[Closure, ...]:
    """Closures from a file of one's own: JSON ``{"closures": [...]}``, or TOML with one ``[[closures]]`` for each.

    A row has ``day`` and ``why`` (text, or ``{en, es}``), and may have ``courts`` (codes), ``source`` and ``settled``.

    Raises:
        ClosureError: for a file or row that cannot be read.
        OSError: when the file cannot be opened.
    """
    try:
        raw = path.read_text(encoding="utf-8")
        data = json.loads(raw) if path.suffix.lower() == ".json" else tomllib.loads(raw)
    except ValueError as error:
        raise ClosureError(f"{path}: cannot be read: {error}. Write JSON or TOML, as {_EXAMPLE}") from None
    rows = data.get("closures") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise ClosureError(f"{path}: has no list of closures. Write it as {_EXAMPLE}")
    return _closures(rows, str(path))


_EXAMPLE = '[[closures]] then day = "2026-01-26", why = "snow", courts = ["BAL"]'


def _closures(rows: list[Any], where: str) -> tuple[Closure, ...]:
    return tuple(_closure(row, f"{where}: closure {place}") for place, row in enumerate(rows, start=1))


def _closure(row: Any, where: str) -> Closure:
    if not isinstance(row, dict) or "day" not in row or "why" not in row:
        raise ClosureError(f"{where} needs day and why. Write it as {_EXAMPLE}")
    unknown = set(row) - {"day", "why", "courts", "source", "settled", "verified", "confidence"}
    if unknown:
        raise ClosureError(f"{where} has {sorted(unknown)[0]!r}, which is not read. Write it as {_EXAMPLE}")
    day, why, courts, settled = row["day"], row["why"], row.get("courts", []), row.get("settled", True)
    try:
        day = day if isinstance(day, date) else date.fromisoformat(str(day))
    except ValueError:
        raise ClosureError(f"{where}: day {row['day']!r} is not a day. Write it as 2026-01-26") from None
    if isinstance(why, str) and why.strip():
        said = Text(f"the court was closed: {why}", f"la corte estaba cerrada: {why}")
    elif isinstance(why, dict) and set(why) == {"en", "es"} and all(isinstance(w, str) and w for w in why.values()):
        said = Text(**why)
    else:
        raise ClosureError(f"{where}: why {why!r} is not text. Say in a few words why the court was closed")
    if not isinstance(settled, bool):
        raise ClosureError(f"{where}: settled {settled!r} is neither true nor false")
    if not isinstance(courts, list):
        raise ClosureError(f'{where}: courts {courts!r} is not a list of codes. Write it as ["BAL", "HYA"]')
    try:
        codes = tuple(court(str(code)).code for code in courts)
    except UnknownCourt as error:
        raise ClosureError(f"{where}: {error}") from None
    return Closure(day, said, codes, row.get("source"), settled)


@lru_cache(maxsize=512)
def _federal(year: int) -> dict[date, str]:
    """The closed weekdays of a year. The package takes most of a second to import, so usual years are stored."""
    stored = _stored_holidays().get(str(year))
    if stored is not None:
        return {date.fromisoformat(f"{year}-{day}"): name for day, name in stored.items()}
    try:
        from holidays import country_holidays
    except ImportError:
        raise CalendarMissing from None
    # The year after is read too: a New Year's Day on a Saturday is observed on December 31.
    found = country_holidays("US", years=[year, min(year + 1, 9999)], language="en_US")
    return {day: name for day, name in found.items() if day.year == year and day.weekday() < 5}


@lru_cache(maxsize=1)
def _stored_holidays() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((DATA / "federal_holidays.json").read_text(encoding="utf-8"))
    return found


def _step(day: date, by: int) -> date:
    moved = add_days(day, by)
    if moved == day:  # the calendar ends here
        raise OverflowError(f"there is no open day beyond {day}")
    return moved
