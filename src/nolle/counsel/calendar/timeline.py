"""A matter from its beginning to its last known date, with today between: as SVG and as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nolle.counsel.markup import Html, el
from nolle.law.procedure import say_day
from nolle.logic import Lang, Text, say_date

from . import words as w
from .matter import Entry, Kind, Matter
from .svg import LETTER, MARGIN, document, line, shape, wrapped
from .svg import words as written

_KINDS: tuple[Kind, ...] = ("hearing", "deadline", "age", "first_day", "watch", "request", "order", "event")
_LONG = 366
"""Days between two dates from which the rail is broken."""
_NARROW = 720
_ABOUT = Text(
    "{many} dates in order, from {first} to {last}; {ahead} of them lie ahead.",
    "{many} fechas en orden, del {first} al {last}; {ahead} por venir.",
)


def title(matter: Matter, lang: Lang, code: str) -> str:
    """What the picture shows."""
    lead = f"{w.TIMELINE[lang]} {w.AS_OF[lang]} {say_date(matter.as_of, lang)}"
    return f"{lead} · {code}" if code else lead


def dates(matter: Matter) -> tuple[Entry, ...]:
    """What a timeline shows: what happened since the matter began, and everything to come.

    An age limit or a first possible day that had gone by before the matter began is no part of it.
    """
    found = matter.entries(behind=True)
    began = min((one.day for one in found if one.deadline is None), default=matter.as_of)
    return tuple(one for one in found if one.day >= min(began, matter.as_of))


def text(matter: Matter, lang: Lang, code: str = "") -> str:
    """The timeline as text, a date a line, today among them; at most 96 columns."""
    lines, year, done = [title(matter, lang, code), ""], 0, False
    used = {one.kind for one in dates(matter)}
    legend = [f"{w.MARKS[kind]} {w.KINDS[kind][lang]}" for kind in _KINDS if kind in used]
    lines += ["   ".join(legend[n : n + 4]) for n in range(0, len(legend), 4)] + [""]
    for one in dates(matter):
        if not done and one.day >= matter.as_of:
            lines += ["", _today(matter, lang), ""]
            done = True
        if one.day.year != year:
            year = one.day.year
            lines.append(str(year))
        lines += _line(one, matter, lang)
    if not done:
        lines += ["", _today(matter, lang)]
    return "\n".join([*lines, "", *_without(matter, lang), w.NOT_REVIEWED[lang], ""])


def _today(matter: Matter, lang: Lang) -> str:
    said = f" {w.TODAY[lang]}, {say_date(matter.as_of, lang)} "
    return f"───{said}{'─' * (92 - len(said))}"


def _line(one: Entry, matter: Matter, lang: Lang) -> list[str]:
    day = one.day.isoformat() if one.rough is None else w.rough_short(one.rough)
    lead = f"  {w.MARKS[one.kind]} {day:<10}  {_off(one, matter, lang):>16}  "
    pieces = wrapped(_said(one, lang), (96 - len(lead)) * 14 * LETTER)
    return [f"{lead if n == 0 else ' ' * len(lead)}{piece}" for n, piece in enumerate(pieces)]


def _off(one: Entry, matter: Matter, lang: Lang) -> str:
    return "" if one.rough is not None else w.in_days(matter.days_to(one.day))[lang]


def _said(one: Entry, lang: Lang) -> str:
    notes = list(_notes(one, lang))
    if one.replaced is not None:
        notes.append(f"{w.REPLACED[lang]}: {say_date(one.replaced, lang)}")
    return f"{one.label[lang]} ({'; '.join(notes)})" if notes else one.label[lang]


def _notes(one: Entry, lang: Lang) -> Iterator[str]:
    if one.passed and one.deadline is not None:
        yield w.PASSED[lang]
    elif one.open and one.deadline is not None:
        yield w.IF_SO[lang]
    if one.last is not None and one.deadline is not None and one.kind != "first_day":
        yield f"{one.last_is[lang]}: {say_date(one.last, lang)}"
    if one.rough is not None:
        yield w.rough(one.rough)[lang]


def _without(matter: Matter, lang: Lang) -> list[str]:
    many = sum(1 for one in matter.deadlines if one.day is None)
    said = w.ONE_WITHOUT_DATE if many == 1 else w.WITHOUT_DATE
    return [f"{said[lang].format(n=many)}."] if many else []


def picture(matter: Matter, lang: Lang, code: str = "") -> str:
    """The timeline as SVG, from top to bottom; on a narrow screen each date stands above what it is."""
    found = dates(matter)
    wide, tall = _drawn(found, matter, lang, code, narrow=False)
    slim, long = _drawn(found, matter, lang, code, narrow=True)
    style = (
        f".nd {{ width: 100%; height: {long}px }} .nd .wide {{ display: none }} .nd .slim {{ display: inline }}\n"
        f"@media (min-width: {_NARROW}px) {{ .nd {{ height: {tall}px }} .nd .wide {{ display: inline }} "
        ".nd .slim { display: none } }\n"
    )
    body = [el("g", *wide, class_="wide"), el("g", *slim, class_="slim", display="none")]
    days = [one.day for one in found] or [matter.as_of]
    about = _ABOUT[lang].format(
        many=len(found),
        first=say_date(days[0], lang),
        last=say_date(days[-1], lang),
        ahead=sum(1 for day in days if day >= matter.as_of) if found else 0,
    )
    return document(title(matter, lang, code), about, lang, 760 + 2 * MARGIN, tall, body, style)


def _drawn(found: Iterable[Entry], matter: Matter, lang: Lang, code: str, *, narrow: bool) -> tuple[list[Html], int]:
    left, right = (-175, 175) if narrow else (-380, 380)
    rail = left + 8 if narrow else left + 196
    parts, y = _heading(matter, lang, code, left, right)
    rails: list[Html] = []
    year, done, before = 0, False, None
    last = y
    for one in found:
        if not done and one.day >= matter.as_of:
            y, done = _today_line(parts, y, left, right, matter, lang), True
        if one.day.year != year:
            year = one.day.year
            parts.append(written(left if not narrow else rail + 24, y + 20, str(year), "h2"))
            y += 38
        broken = before is not None and (one.day - before).days > _LONG
        if before is not None:
            rails.append(line(rail, last, rail, y + 12, "rail gap" if broken else "rail"))
        last, before = y + 12, one.day
        y = _one(parts, one, y, left, rail, right, matter, lang, narrow)
    if not done:
        y = _today_line(parts, y, left, right, matter, lang)
    for said in (*_without(matter, lang), w.NOT_REVIEWED[lang]):
        for piece in wrapped(said, right - left, 13):
            parts.append(written(left, y + 24, piece, "s d"))
            y += 18
    return [*rails, *parts], int(y + 24 + MARGIN)


def _heading(matter: Matter, lang: Lang, code: str, left: float, right: float) -> tuple[list[Html], float]:
    parts = [written(left, 46, w.TIMELINE[lang], "h1")]
    parts.append(written(left, 72, f"{w.AS_OF[lang]} {say_date(matter.as_of, lang)}", "d"))
    y = 72.0
    if code:
        y += 22
        parts.append(written(left, y, code, "b"))
    x, y = left, y + 34
    used = {one.kind for one in dates(matter)}
    for kind in (kind for kind in _KINDS if kind in used):
        said = w.KINDS[kind][lang]
        room = 24 + len(said) * 7.2 + 18
        if x + room > right and x > left:
            x, y = left, y + 24
        parts += [shape(kind, x + 8, y - 5), written(x + 24, y, said, "s")]
        x += room
    return parts, y + 26


def _today_line(parts: list[Html], y: float, left: float, right: float, matter: Matter, lang: Lang) -> float:
    y += 14
    parts.append(line(left, y, right, y, "now"))
    parts.append(written(left, y + 20, f"{w.TODAY[lang]}, {say_date(matter.as_of, lang)}", "over"))
    return y + 38


def _one(
    parts: list[Html],
    one: Entry,
    y: float,
    left: float,
    rail: float,
    right: float,
    matter: Matter,
    lang: Lang,
    narrow: bool,
) -> float:
    """One date with its shape on the rail; returns where the next begins."""
    behind = one.day < matter.as_of
    parts.append(shape(one.kind, rail, y + 12))
    day, off = say_day(one.day, lang), _off(one, matter, lang)
    short = say_date(one.day, lang) if one.rough is None else w.rough_short(one.rough)
    at, notes = rail + 24, list(_notes(one, lang))
    if narrow:
        parts.append(written(at, y + 17, f"{short} · {off}" if off else short, "s d" if behind else "s b"))
        y += 20
    else:
        weekday = day.partition(",")[0] if lang == "en" else day.partition(" ")[0]
        parts.append(written(rail - 22, y + 17, short, "d e" if behind else "b e"))
        if off:
            parts.append(written(rail - 22, y + 35, f"{weekday}, {off}", "s d e"))
    end = y + 40 if not narrow else y
    for piece in wrapped(one.label[lang], right - at):
        parts.append(written(at, y + 17, piece, "d" if behind else None))
        y += 20
    for note in (f"{w.KINDS[one.kind][lang]}" + (f" · {'; '.join(notes)}" if notes else ""),):
        for piece in wrapped(note, right - at, 13):
            parts.append(written(at, y + 16, piece, "s d"))
            y += 18
    if one.replaced is not None:
        struck = el("tspan", say_date(one.replaced, lang), class_="x")
        parts.append(el("text", f"{w.REPLACED[lang]}: ", struck, x=f"{at:g}", y=f"{y + 16:g}", class_="s d"))
        y += 18
    return max(end, y) + 14
