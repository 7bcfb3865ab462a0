"""The deadlines of a case as they are printed: what is near first, then what has gone by, then what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as Styled

from nolle.counsel.calendar import words as c
from nolle.counsel.calendar.matter import Entry, Matter, entry
from nolle.law.procedure import STATUSES, Deadline, say_day
from nolle.logic import Lang, Span, Text, say, say_date

from .deadline_show import shown as whole

TITLE = Text("Deadlines", "Plazos")
AHEAD = Text("Ahead", "Lo que viene")
GONE = Text("Gone by", "Lo que ya pasó")
WITHOUT = Text("Without a date of their own", "Sin fecha propia")
UNKNOWN = Text("Not known yet: what would settle them", "Aún sin saber: lo que los resolvería")
HEARING = Text("Next hearing", "Próxima audiencia")
NO_HEARING = Text("No hearing is told.", "No consta ninguna audiencia.")
GONE_HEARING = Text(
    "The hearing that is told has gone by ({day}): ask the court for the next one, and enter it.",
    "La audiencia que consta ya pasó ({day}): pregunte a la corte por la próxima y anótela.",
)
DUTY = Text("The duty to attend every hearing stays.", "La obligación de asistir a cada audiencia sigue en pie.")
COURT = Text("court", "corte")
NO_COURT = Text("no court named: its closures are left out", "sin corte indicada: se omiten sus cierres")
CIRCUIT = Text("circuit", "circuito")
NO_CIRCUIT = Text("circuit not known", "circuito desconocido")
NONE_AHEAD = Text("No deadline lies ahead on what is told.", "Con lo dicho no hay plazos por venir.")
NO_SAFE = Text("no date is safe", "ninguna fecha es segura")
NOT_BEFORE = Text("not before this day", "no antes de este día")
OURS = Text("ours, not law", "nuestro, no es ley")
ROUGH = Text("falls {days}", "cae {days}")
IF_SO = Text("if so: ", "si es así: ")
ORDERED = Text("the judge ordered it ({source}); before: ", "lo ordenó el juez ({source}); antes: ")
NO_DEFAULT = Text("no date", "sin fecha")
ORDERS_FROM = Text("Orders of the judge: {file}", "Órdenes del juez: {file}")
LEFT_OUT = Text("{n} made after this day left out", "{n} posteriores a este día, omitidas")
LONG_GONE = Text(
    "{n} went by more than a year ago: --all shows them.", "{n} pasaron hace más de un año: --all los muestra."
)
ONE_LONG_GONE = Text(
    "One went by more than a year ago: --all shows it.", "Uno pasó hace más de un año: --all lo muestra."
)
WRITTEN = Text("Written", "Escrito")
FEED = Text(
    "{new} new, {changed} changed, {cancelled} cancelled, {same} as before",
    "{new} nuevos, {changed} cambiados, {cancelled} cancelados, {same} sin cambio",
)
WORKING = Text("--full shows the working.", "--full muestra el cálculo.")
LONG = 366
"""Days after which what has gone by is left out, unless all is asked for."""
NEAR = 30
"""Days within which a date is set in reverse."""


def shown(
    matter: Matter,
    name: str,
    lang: Lang,
    *,
    kept_in: Path | None,
    left_out: int,
    full: bool,
    every: bool,
    written: Mapping[str, dict[str, Any]],
) -> RenderableType:
    """The deadlines of a case.

    Args:
        matter: the dates.
        name: the name of the case file.
        lang: the language.
        kept_in: the file of orders that was read.
        left_out: how many of its orders were made after the day asked about.
        full: whether each deadline is shown whole.
        every: whether what went by over a year ago is shown.
        written: the files that were written, by option.
    """
    dated = [entry(one, matter.as_of) for one in matter.deadlines if one.day is not None]
    gone = [one for one in dated if one.passed]
    ahead = [one for one in dated if not one.passed and (one.day >= matter.as_of or one.kind != "first_day")]
    reached = [one for one in dated if not one.passed and one not in ahead]
    old = [one for one in (*gone, *reached) if not every and matter.days_to(one.day) < -LONG]
    past = sorted((one for one in (*gone, *reached) if one not in old), key=lambda one: one.day)
    settled = [one for one in matter.deadlines if one.day is None and one.status != "unknown"]
    unknown = [one for one in matter.deadlines if one.day is None and one.status == "unknown"]
    parts: list[RenderableType] = [_head(matter, name, lang, kept_in, left_out)]
    parts += [_title(AHEAD, lang), _dates(ahead, matter, lang) if ahead else Padding(NONE_AHEAD[lang], (0, 0, 0, 2))]
    if past or old:
        parts += [_title(GONE, lang)]
        parts += [_dates(past, matter, lang)] if past else []
        more = ONE_LONG_GONE if len(old) == 1 else LONG_GONE
        parts += [Padding(Styled(more[lang].format(n=len(old)), style="dim"), (0, 0, 0, 2))] if old else []
    if settled:
        parts += [_title(WITHOUT, lang), _reasons(settled, lang)]
    if unknown:
        parts += [_title(UNKNOWN, lang), _questions(unknown, lang)]
    if full:
        told = [*(one.deadline for one in (*ahead, *past) if one.deadline is not None), *settled, *unknown]
        for one in told:
            parts += ["", whole(one, lang)]
    parts.append(_foot(lang, full, written))
    return Group(*parts)


def _head(matter: Matter, name: str, lang: Lang, kept_in: Path | None, left_out: int) -> RenderableType:
    line = Styled(f"{TITLE[lang]} {c.AS_OF[lang]} {say_date(matter.as_of, lang)}", style="bold")
    line.append(f"  {name}", style="dim not bold")
    court = f"{COURT[lang]} {matter.court}, {matter.time_zone}" if matter.court else NO_COURT[lang]
    circuit = f"{CIRCUIT[lang]} {matter.circuit}" if matter.circuit else NO_CIRCUIT[lang]
    parts: list[RenderableType] = [line, Styled(f"{circuit} · {court}", style="dim")]
    if kept_in is not None:
        said = ORDERS_FROM[lang].format(file=kept_in.name)
        later = f"; {LEFT_OUT[lang].format(n=left_out)}" if left_out else ""
        parts.append(Styled(f"{said}{later}", style="dim"))
    parts += ["", _hearing(matter, lang)]
    parts += [Styled(f"! {note[lang]}", style="bold") for note in matter.notes]
    return Group(*parts)


def _hearing(matter: Matter, lang: Lang) -> RenderableType:
    hearing = matter.hearing
    if hearing is None:
        return Styled(NO_HEARING[lang], style="dim")
    low, high = hearing.day.low, hearing.day.high
    told = _day(hearing.day, lang) if hearing.day.exact else c.rough(hearing.day)[lang]
    if isinstance(high, date) and high < matter.as_of:
        return Styled(f"! {GONE_HEARING[lang].format(day=told)}", style="bold")
    line = Styled(f"{c.MARKS['hearing']} {HEARING[lang]}: ", style="bold")
    line.append(told, style="bold")
    if hearing.at is not None:
        line.append(f", {hearing.at:%H:%M}", style="bold")
    if hearing.kind is not None:
        line.append(f" ({c.hearing(hearing.kind)[lang].lower()})")
    if isinstance(low, date) and hearing.day.exact:
        line.append(f", {c.in_days(matter.days_to(low))[lang]}")
    return line.append(f". {DUTY[lang]}")


def _title(text: Text, lang: Lang) -> RenderableType:
    return Padding(Rule(Styled(text[lang], style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))


def _dates(rows: Sequence[Entry], matter: Matter, lang: Lang) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=1, overflow="fold")
    for row in rows:
        days = matter.days_to(row.day)
        near = 0 <= days <= NEAR and row.kind != "watch"
        short = _short(row.day, lang) if row.rough is None else c.rough_short(row.rough)
        when = Styled(short, style="bold reverse" if near else "dim" if row.passed else "bold")
        off = Styled("" if row.rough is not None else c.in_days(days)[lang], style="bold" if near else "dim")
        said = Styled(row.label[lang], style="" if row.passed else "bold" if near else "")
        if row.passed:
            said.append(f"  {c.PASSED[lang].upper()}", style="bold")
        for note in _notes(row, lang):
            said.append("\n").append(note)
        table.add_row(Styled(c.MARKS[row.kind], style="dim"), when, off, said)
    return Padding(table, (0, 0, 0, 2))


def _notes(row: Entry, lang: Lang) -> Iterable[Styled]:
    one = row.deadline
    assert one is not None
    if one.order is not None:
        note = Styled(ORDERED[lang].format(source=one.order.source), style="dim")
        old = say_day(row.replaced, lang) if row.replaced else NO_DEFAULT[lang]
        yield note.append(old, style="strike")
    if one.safe is None:
        yield Styled(NO_SAFE[lang], style="bold")
    if row.rough is not None:
        yield Styled(c.rough(row.rough)[lang], style="dim")
    elif one.due is not None and not one.due.exact:
        yield Styled(ROUGH[lang].format(days=c.falls(one.due)[lang]), style="dim")
    elif row.last is not None and not one.rule.not_before:
        yield Styled(f"{row.last_is[lang]}: {say_day(row.last, lang)}", style="dim")
    if one.status == "contested":
        for count in one.reckonings:
            yield Styled(f"{count.label[lang]}: {_day(count.due, lang)}", style="dim")
    marks = [NOT_BEFORE[lang]] if one.rule.not_before else []
    marks += [OURS[lang]] if one.rule.ours else []
    marks += [STATUSES[one.status][lang].lower()] if one.status not in ("in_force", "ordered") else []
    if marks:
        yield Styled("; ".join(marks), style="dim")
    if one.missing and not row.passed:
        yield Styled(f"? {IF_SO[lang]}{one.missing[0].question[lang]}", style="yellow")


def _reasons(rows: Sequence[Deadline], lang: Lang) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=1)
    table.add_column(ratio=1, overflow="fold")
    for one in rows:
        said = Styled(one.label[lang], style="bold")
        if one.why is not None:
            said.append(f"\n{one.why[lang]}", style="not bold dim")
        table.add_row("·", said)
    return Padding(table, (0, 0, 0, 2))


def _questions(rows: Sequence[Deadline], lang: Lang) -> RenderableType:
    """The questions, each once, and the deadlines it would settle."""
    asked: dict[str, list[str]] = {}
    for one in rows:
        # What it counts from comes before what else bears on it.
        fact = one.rule.trigger.fact
        lead = min(one.missing, key=lambda asked: (asked.fact != fact, asked.why != "not_asked"), default=None)
        said = lead.question[lang] if lead is not None else one.why[lang] if one.why is not None else ""
        asked.setdefault(said, []).append(one.label[lang])
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=1)
    table.add_column(ratio=1, overflow="fold")
    for said, labels in asked.items():
        table.add_row(Styled("?", style="yellow"), Styled(said).append(f"\n{'; '.join(labels)}", style="dim"))
    return Padding(table, (0, 0, 0, 2))


def _foot(lang: Lang, full: bool, written: Mapping[str, dict[str, Any]]) -> RenderableType:
    lines = [Styled("")]
    for made in written.values():
        counts = f": {FEED[lang].format(**made)}" if "new" in made else ""
        lines.append(Styled(f"{WRITTEN[lang]}: {made['file']}{counts}"))
    said = c.NOT_REVIEWED[lang] + ("" if full else f" {WORKING[lang]}")
    lines.append(Styled(said, style="italic"))
    return Group(*lines)


def _short(day: date, lang: Lang) -> str:
    """A day that lines up under others: ``Tue 2026-12-15``."""
    names = {
        "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "es": ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    }
    return f"{names[lang][day.weekday()]} {day.isoformat()}"


def _day(span: Span, lang: Lang) -> str:
    return say_day(span.low, lang) if span.exact and isinstance(span.low, date) else say(span, lang)
