"""Twelve months of a matter: hearings, deadlines and the days to work to, holidays and closures; as SVG and as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from nolle.counsel.markup import Html, el
from nolle.law.procedure import Calendar, calendar_for
from nolle.logic import Lang, Text, say_date

from . import words as w
from .matter import Entry, Kind, Matter
from .svg import LETTER, MARGIN, at, document, line, shape, wrapped
from .svg import words as written

MONTHS = 12
_WIDE, _GAP, _CELL, _LINE = 280, 24, 34, 18
_SHOWN: tuple[Kind, ...] = ("hearing", "deadline", "age", "first_day", "watch")
"""The kinds, gravest first: where a day has several, its shape is that of the first, and all are named below."""
_ARRANGED = ((4, 1220), (3, 920), (2, 620), (1, 0))
"""Months side by side, and the width from which there is room for them."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the year: what falls on it, what is the last day by its rule, and why it is closed."""

    day: date
    entries: tuple[Entry, ...]
    last_of: tuple[Entry, ...]
    closed: Text | None

    @property
    def kind(self) -> Kind | None:
        """The gravest kind that falls on it."""
        return next((kind for kind in _SHOWN if any(entry.kind == kind for entry in self.entries)), None)


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Sunday to Saturday; ``None`` stands for days of other months.

    ``undated`` falls in it, or from it on, on a day that is not known.
    """

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    undated: tuple[Entry, ...] = ()

    @property
    def days(self) -> Iterable[Day]:
        """Its days in order."""
        return (day for week in self.weeks for day in week if day is not None)


def months(matter: Matter) -> tuple[Month, ...]:
    """The month of the day asked about and the eleven after it."""
    calendar = calendar_for(matter.court, matter.closures)
    falls: dict[date, list[Entry]] = {}
    ends: dict[date, list[Entry]] = {}
    undated: dict[date, list[Entry]] = {}
    for entry in matter.entries():
        if entry.rough is not None:
            if not entry.passed:
                undated.setdefault(max(entry.day, matter.as_of).replace(day=1), []).append(entry)
            continue
        falls.setdefault(entry.day, []).append(entry)
        if entry.last is not None and entry.last > entry.day:
            ends.setdefault(entry.last, []).append(entry)
    start = matter.as_of.year * 12 + matter.as_of.month - 1
    firsts = [date(n // 12, n % 12 + 1, 1) for n in range(start, start + MONTHS)]
    return tuple(_month(first, falls, ends, undated.get(first, ()), calendar) for first in firsts)


def _month(
    first: date,
    falls: Mapping[date, Sequence[Entry]],
    ends: Mapping[date, Sequence[Entry]],
    undated: Sequence[Entry],
    calendar: Calendar,
) -> Month:
    cells: list[Day | None] = [None] * ((first.weekday() + 1) % 7)
    day = first
    while day.month == first.month:
        why = calendar.why_closed(day, unsettled=True)
        cells.append(Day(day, tuple(falls.get(day, ())), tuple(ends.get(day, ())), why))
        day += timedelta(days=1)
    cells += [None] * (-len(cells) % 7)
    return Month(first, tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7)), tuple(undated))


def rows(month: Month, lang: Lang) -> Iterable[tuple[Day | None, Kind | Literal["closed", "last"], str]]:
    """What is named below a month: first what has no known day, then in order of days the dates, the last days by
    their rules, and closed weekdays.
    """
    for entry in month.undated:
        assert entry.rough is not None
        yield None, entry.kind, f"{entry.label[lang]}: {w.rough(entry.rough)[lang]}"
    for day in month.days:
        for entry in day.entries:
            more = f" ({w.PASSED[lang]})" if entry.passed else f" ({w.IF_SO[lang]})" if entry.open else ""
            yield day, entry.kind, f"{entry.label[lang]}{more}"
        for entry in day.last_of:
            yield day, "last", f"{entry.label[lang]}: {entry.last_is[lang]}"
        if day.closed is not None and day.day.weekday() < 5:
            yield day, "closed", w.closed(day.closed, lang)


def text(matter: Matter, lang: Lang, code: str = "") -> str:
    """Twelve months as text, three side by side, with what falls in each named below; at most 96 columns."""
    found = months(matter)
    lines = [title(matter, lang, code), "", *_legend_lines(lang), ""]
    for n in range(0, MONTHS, 3):
        side = [_in_letters(month, matter, lang) for month in found[n : n + 3]]
        tall = max(map(len, side))
        for row in range(tall):
            lines.append("  ".join(part[row] if row < len(part) else " " * 30 for part in side).rstrip())
        for month in found[n : n + 3]:
            for day, kind, said in rows(month, lang):
                lines += _named(f"{month.first:%Y-%m}" if day is None else day.day.isoformat(), kind, said)
        lines.append("")
    return "\n".join([*lines, w.NOT_REVIEWED[lang], ""])


_TEXT_MARKS: Mapping[str, str] = {**w.MARKS, "closed": "×", "last": "◇"}


def _legend_lines(lang: Lang) -> list[str]:
    said = [f"{_TEXT_MARKS[kind]} {w.KINDS[kind][lang]}" for kind in _SHOWN]
    more = [f"◇ {_cap(w.LAST_DAY[lang])}", f"× {w.HOLIDAY[lang]}, {w.CLOSURE[lang].lower()}", f"[ ] {w.TODAY[lang]}"]
    return ["   ".join(said), "   ".join(more)]


def _in_letters(month: Month, matter: Matter, lang: Lang) -> list[str]:
    lines = [month_name(month.first, lang).center(28).ljust(30)]
    lines.append("".join(name.rjust(3) + " " for name in w.DAYS[lang]).ljust(30))
    for week in month.weeks:
        lines.append("".join(_letter(day, matter) for day in week).ljust(30))
    return lines


def _letter(day: Day | None, matter: Matter) -> str:
    if day is None:
        return "    "
    weekday_closed = day.closed is not None and day.day.weekday() < 5
    mark = w.MARKS[day.kind] if day.kind else "◇" if day.last_of else "×" if weekday_closed else " "
    number = f"{day.day.day:2d}"
    if day.day == matter.as_of:
        return f"[{number.strip()}]".rjust(4) if mark == " " else f"[{number.strip()}{mark}"[:4].rjust(4)
    return f" {number}{mark}"


def _named(day: str, kind: str, said: str) -> list[str]:
    lines = _filled(said, 78)
    lead = f"  {_TEXT_MARKS[kind]} {day:<10}  "
    return [f"{lead if n == 0 else ' ' * len(lead)}{part}" for n, part in enumerate(lines)]


def _filled(said: str, most: int) -> list[str]:
    return wrapped(said, most * 14 * LETTER)


def title(matter: Matter, lang: Lang, code: str) -> str:
    """What the picture shows."""
    lead = f"{w.YEAR[lang]} {w.AS_OF[lang]} {say_date(matter.as_of, lang)}"
    return f"{lead} · {code}" if code else lead


def month_name(first: date, lang: Lang) -> str:
    """A month with its year: ``November 2026``, ``noviembre de 2026``."""
    said = say_date(first, lang)
    if lang == "en":
        name, _, year = said.replace(",", "").split()
        return f"{name} {year}"
    return _cap(said.partition(" de ")[2])


def picture(matter: Matter, lang: Lang, code: str = "") -> str:
    """Twelve months as SVG: four side by side where there is room, else two, or one."""
    found = months(matter)
    drawn = [_drawn(month, matter, lang) for month in found]
    head, legend = _heading(matter, lang, code), _legend(lang)
    style, places, height = "", [(0.0, 0.0)], 0
    for many, room in _ARRANGED:
        spots, tall = _arranged([below for _, below in drawn], len(legend), many)
        if not height:
            places, height = spots, tall
        rules = "".join(f".nd .y{n} {{ transform: translate({x:g}px, {y:g}px) }}\n" for n, (x, y) in enumerate(spots))
        limit = f"(min-width: {room}px)" if room else "all"
        style = f"@media {limit} {{ .nd {{ width: 100%; height: {tall}px }}\n{rules}}}\n{style}"
    parts = [head, *legend, *(part for part, _ in drawn)]
    body = [at(*place, part, class_=f"y{n}") for n, (place, part) in enumerate(zip(places, parts, strict=True))]
    dates = sum(len(month.undated) + sum(len(day.entries) for day in month.days) for month in found)
    about = _ABOUT[lang].format(
        first=month_name(found[0].first, lang), last=month_name(found[-1].first, lang), many=dates
    )
    return document(title(matter, lang, code), about, lang, 4 * _WIDE + 3 * _GAP + 2 * MARGIN, height, body, style)


def _arranged(tall: Sequence[int], legend: int, many: int) -> tuple[list[tuple[float, float]], int]:
    """Where the heading, the legend and the months stand, with so many months side by side, and the whole height."""
    left = -(many * _WIDE + (many - 1) * _GAP) / 2
    columns = [left + n * (_WIDE + _GAP) for n in range(many)]
    spots = [(left, 0.0)]
    spots += [(columns[n % many], _HEAD + n // many * 24.0) for n in range(legend)]
    y = _HEAD + -(-legend // many) * 24.0 + 28
    for n in range(0, len(tall), many):
        row = tall[n : n + many]
        spots += [(columns[place], y) for place in range(len(row))]
        y += max(row) + _GAP
    return spots, int(y + MARGIN)


def _heading(matter: Matter, lang: Lang, code: str) -> Html:
    said = f"{w.AS_OF[lang]} {say_date(matter.as_of, lang)}"
    lines = [
        written(0, 46, w.YEAR[lang], "h1"),
        written(0, 72, said, "d"),
        written(0, 92, w.NOT_REVIEWED[lang], "d s"),
    ]
    return el("g", *lines, written(0, 112, code, "b") if code else None)


def _legend(lang: Lang) -> list[Html]:
    made = [el("g", shape(kind, 8, -5), written(24, 0, w.KINDS[kind][lang], "s")) for kind in _SHOWN]
    last = _ring(8, -5, 6.5)
    closed = _crossed(8, -5)
    today = el("rect", x="0", y="-13", width="16", height="16", rx="3", class_="today")
    more = ((last, _cap(w.LAST_DAY[lang])), (closed, f"{w.HOLIDAY[lang]}, {w.CLOSURE[lang].lower()}"))
    return [*made, *(el("g", mark, written(24, 0, said, "s")) for mark, said in (*more, (today, w.TODAY[lang])))]


def _drawn(month: Month, matter: Matter, lang: Lang) -> tuple[Html, int]:
    """One month with what falls in it, and how tall it is."""
    wide = _WIDE / 7
    parts = [written(0, 18, month_name(month.first, lang), "h2"), line(0, 30, _WIDE, 30, "rule")]
    parts += [written((n + 0.5) * wide, 50, name, "s d m") for n, name in enumerate(w.DAYS[lang])]
    y = 62
    for week in month.weeks:
        parts += [_cell(day, (n + 0.5) * wide, y + _CELL / 2, matter) for n, day in enumerate(week) if day is not None]
        y += _CELL
    y += 22
    for day, kind, said in rows(month, lang):
        if kind == "closed":
            mark = _crossed(8, y - 5)
        else:
            mark = _ring(8, y - 5, 6.5) if kind == "last" else shape(kind, 8, y - 5)
        dim = "s d" if kind == "closed" or (day is not None and day.day < matter.as_of) else "s"
        parts += [mark, written(42, y, "" if day is None else str(day.day.day), f"{dim} b e")]
        for piece in wrapped(said, _WIDE - 52, 13):
            parts.append(written(52, y, piece, dim))
            y += _LINE
        y += 3
    return el("g", *parts), y


def _cell(day: Day, x: float, y: float, matter: Matter) -> Html:
    """One day: its number, and behind it the shape of the gravest thing that falls on it."""
    number, kind = str(day.day.day), day.kind
    parts: list[Html] = []
    if day.day == matter.as_of:
        parts.append(el("rect", x=f"{x - 15:g}", y=f"{y - 14:g}", width="30", height="28", rx="4", class_="today"))
    weekday_closed = day.closed is not None and day.day.weekday() < 5
    if kind is not None:
        parts.append(_behind(kind, x, y))
    elif day.last_of:
        parts.append(_ring(x, y, 13))
    solid = kind in ("hearing", "deadline", "age")
    look = "p m" if solid else "b m" if kind is not None else "d m" if day.closed is not None else "m"
    parts.append(written(x, y + (7.5 if kind == "age" else 5), number, look))
    if weekday_closed and kind is None:
        parts.append(line(x - 11, y + 9, x + 11, y - 9, "cross"))
    return el("g", *parts)


def _behind(kind: Kind, x: float, y: float) -> Html:
    """A shape large enough to hold a number."""
    return shape(kind, x, y, 2.0 if kind != "age" else 2.3)


def _crossed(x: float, y: float) -> Html:
    return line(x - 6, y + 5, x + 6, y - 5, "cross")


def _ring(x: float, y: float, radius: float) -> Html:
    return el("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:g}", class_="last")


def _cap(said: str) -> str:
    return said[:1].upper() + said[1:]


_HEAD = 150.0
_ABOUT = Text(
    "Twelve months from {first} to {last}, {many} dates. Each month names its dates, last days and closed days.",
    "Doce meses de {first} a {last}, {many} fechas. Cada mes nombra sus fechas, últimos días y días cerrados.",
)
