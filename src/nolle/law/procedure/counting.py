"""Counting days, with the working shown: forward and backward, calendar and business days, months and years, rolls.

The trigger day is day 0. Adding years is held at the month's end, as everywhere in nolle. The counts know nothing of
any one deadline: what is counted, and what a closed day does to it, is said by the rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from nolle.logic.rough import add_days, add_months
from nolle.logic.text import Lang, Text

from .calendar import Calendar, say_day, why_not_federal
from .rules import Roll

StepKind: TypeAlias = Literal[
    "trigger",
    "law",
    "rule",
    "count",
    "roll",
    "safe",
    "contested",
    "order",
    "late",
    "filed",
    "assumed",
    "note",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working, in words, and the day it comes to where it comes to one."""

    kind: StepKind
    text: Text
    day: date | None = None

    def record(self) -> dict[str, Any]:
        """The step as JSON."""
        day = self.day.isoformat() if self.day else None
        return {"kind": self.kind, "text": {"en": self.text.en, "es": self.text.es}, "day": day}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count comes to: the last day by the rule (``due``), the date to work to (``safe``), and the working.

    ``raw`` is the day before any roll.
    """

    raw: date
    due: date
    safe: date
    steps: tuple[Step, ...]


def shifted(day: date, value: int, unit: str) -> date:
    """A day so many days, business days, months or years on; a negative value counts back.

    Business days leave out Saturdays, Sundays and federal holidays. Counting no business days moves nothing.

    Raises:
        ValueError: for a unit that is not counted.
    """
    if unit == "calendar_days":
        return add_days(day, value)
    if unit == "months":
        return add_months(day, value)
    if unit == "years":
        return add_months(day, 12 * value)
    if unit == "years_less_a_day":
        return add_days(add_months(day, 12 * value), -1)
    if unit in ("business_days", "working_days"):
        sign = 1 if value >= 0 else -1
        for _ in range(abs(value)):
            day = add_days(day, sign)
            while why_not_federal(day):
                day = add_days(day, sign)
        return day
    raise ValueError(
        f"{unit!r} is not a unit of time: calendar_days, business_days, working_days, months, years or years_less_a_day"
    )


def count(
    trigger: date,
    value: int,
    unit: str,
    direction: str,
    roll: Roll,
    calendar: Calendar,
    *,
    paper: bool = False,
) -> Counted:
    """Count from a trigger, and roll a last day that is closed.

    Forward, a closed last day goes on to the next open day. Weekends and federal holidays move the safe date too; a
    court's own closure moves it only for who files on ``paper``, because no relief may be assumed for ECAS.

    Backward from a hearing, the next open day is the outer limit and the open day before is the one to work to. The
    outer limit stays before the hearing.

    Args:
        trigger: the day counted from.
        value: how many.
        unit: ``calendar_days``, ``business_days``, ``working_days``, ``months``, ``years`` or ``years_less_a_day``.
        direction: ``after``, ``every`` or ``before``.
        roll: what a closed last day does.
        calendar: the open and closed days that bear on the act.
        paper: whether the act is surely a filing on paper.
    """
    back = direction == "before"
    raw = shifted(trigger, -value if back else value, unit)
    steps = [_counted(trigger, value, unit, back, raw)]
    if roll == "none":
        return Counted(raw, raw, raw, tuple(steps))
    if roll == "early":
        safe = calendar.last_open(raw)
        if safe != raw:
            steps.append(early(safe))
        return Counted(raw, raw, safe, tuple(steps))
    if roll == "back":
        due, safe = _backward(trigger, raw, calendar, steps)
    else:
        due, safe = _forward(raw, calendar, paper, steps)
    return Counted(raw, due, safe, tuple(steps))


def _backward(trigger: date, raw: date, calendar: Calendar, steps: list[Step]) -> tuple[date, date]:
    safe, due = calendar.last_open(raw), calendar.next_open(raw)
    reason = calendar.why_closed(raw, unsettled=True)
    if reason is not None:
        reason = _and_then(reason, safe, raw, calendar)
        steps.append(
            Step(
                "roll",
                Text(
                    f"{_cap(reason.en)}: work to the business day before, {say_day(safe, 'en')}",
                    f"{_cap(reason.es)}: trabaje con el día hábil anterior, {say_day(safe, 'es')}",
                ),
                safe,
            )
        )
    if due >= trigger:
        return safe, safe
    if due != raw:
        steps.append(
            Step(
                "roll",
                Text(
                    f"The manual reads it as the next business day, {say_day(due, 'en')}: that is the outer limit, "
                    "closer to the hearing",
                    f"El manual la lee como el siguiente día hábil, {say_day(due, 'es')}: ese es el límite, más cerca "
                    "de la audiencia",
                ),
                due,
            )
        )
    return due, safe


def _forward(raw: date, calendar: Calendar, paper: bool, steps: list[Step]) -> tuple[date, date]:
    due, federal = calendar.next_open(raw), calendar.next_open(raw, closures=False)
    reason = calendar.why_closed(raw)
    if reason is not None and due != raw:
        steps.append(_rolls(_and_then(reason, raw, due, calendar), due))
    elif due == raw and (unsettled := calendar.closure(raw)) is not None and not unsettled.settled:
        steps.append(
            Step(
                "roll",
                Text(
                    f"{unsettled.why.en}: the date is not moved",
                    f"{unsettled.why.es}: la fecha no se mueve",
                ),
                raw,
            )
        )
    if federal != due and not paper:
        steps.append(
            Step(
                "safe",
                Text(
                    f"A court's closure gives no sure relief for a filing in ECAS: work to {say_day(federal, 'en')}. "
                    "On paper, file before it closes",
                    "El cierre de una corte no da alivio seguro a lo que se presenta en ECAS: trabaje con el "
                    f"{say_day(federal, 'es')}. En papel, presente antes del cierre",
                ),
                federal,
            )
        )
        return due, federal
    return due, due


def _and_then(reason: Text, first: date, last: date, calendar: Calendar) -> Text:
    """Why a day is closed, and with it the closed weekdays between it and the open day."""
    en, es = reason.en, reason.es
    day = add_days(first, 1)
    while day < last:
        also = calendar.why_closed(day, unsettled=True)
        if also is not None and day.weekday() < 5:
            en += f", and on {say_day(day, 'en')} {also.en}"
            es += f", y el {say_day(day, 'es')} {also.es}"
        day = add_days(day, 1)
    return Text(en, es)


def early(safe: date) -> Step:
    """A last day that stays where it is, and the business day before it to work to."""
    return Step(
        "safe",
        Text(
            f"That is no business day: aim for the one before, {say_day(safe, 'en')}",
            f"No es día hábil: apunte al anterior, {say_day(safe, 'es')}",
        ),
        safe,
    )


def _rolls(reason: Text, to: date) -> Step:
    return Step(
        "roll",
        Text(
            f"{_cap(reason.en)}: rolls to {say_day(to, 'en')}",
            f"{_cap(reason.es)}: pasa al {say_day(to, 'es')}",
        ),
        to,
    )


def _counted(trigger: date, value: int, unit: str, back: bool, raw: date) -> Step:
    if value == 0:
        text = Text(f"The day itself: {say_day(raw, 'en')}", f"El día mismo: {say_day(raw, 'es')}")
        return Step("count", text, raw)
    after, despues = ("before", "antes del") if back else ("after", "después del")
    en = f"{amount(value, unit, 'en')} {after} {say_day(trigger, 'en')} is {say_day(raw, 'en')}"
    es = f"{amount(value, unit, 'es')} {despues} {say_day(trigger, 'es')} es el {say_day(raw, 'es')}"
    return Step("count", Text(en, es), raw)


def amount(value: int, unit: str, lang: Lang) -> str:
    """So many of a unit in words: ``30 days``, ``5 días hábiles``, ``1 year``."""
    one = value == 1
    words = {
        "calendar_days": ("day" if one else "days", "día" if one else "días"),
        "business_days": ("business day" if one else "business days", "día hábil" if one else "días hábiles"),
        "working_days": ("working day" if one else "working days", "día hábil" if one else "días hábiles"),
        "months": ("month" if one else "months", "mes" if one else "meses"),
        "years": ("year" if one else "years", "año" if one else "años"),
        "years_less_a_day": ("years less a day", "años menos un día"),
    }[unit]
    return f"{value} {words[lang == 'es']}"


def _cap(words: str) -> str:
    return words[:1].upper() + words[1:]
