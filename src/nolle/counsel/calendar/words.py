"""The words of calendars, in both languages."""

from __future__ import annotations

from datetime import date

from nolle.logic import Text, say_date

KINDS = {
    "hearing": Text("Hearing", "Audiencia"),
    "deadline": Text("Deadline", "Fecha límite"),
    "first_day": Text("First possible day", "Primer día posible"),
    "age": Text("Age limit", "Límite de edad"),
    "watch": Text("Follow-up (ours)", "Seguimiento (nuestro)"),
    "event": Text("Happened", "Ocurrió"),
    "order": Text("Order", "Orden"),
    "request": Text("Request", "Petición"),
}
"""What each kind of date is called."""

MARKS = {
    "hearing": "■",
    "deadline": "◆",
    "first_day": "▷",
    "age": "▲",
    "watch": "○",
    "event": "·",
    "order": "▣",
    "request": "▸",
}
"""A shape for each kind, so that nothing is told by colour alone."""

LAST_DAY = Text("last day by the rule", "último día según la regla")
HOLIDAY = Text("Federal holiday", "Feriado federal")
CLOSURE = Text("Court closed", "Corte cerrada")
TODAY = Text("Today", "Hoy")
AS_OF = Text("as of", "al")
PASSED = Text("gone by", "ya pasó")
IF_SO = Text("if it applies", "si corresponde")
REPLACED = Text("before the order", "antes de la orden")
YEAR = Text("Twelve months", "Doce meses")
TIMELINE = Text("Timeline", "Línea de tiempo")
BEHIND = Text("Behind", "Lo pasado")
AHEAD = Text("Ahead", "Lo que viene")
NOTHING = Text("No date is known yet.", "Aún no se conoce ninguna fecha.")
NOT_REVIEWED = Text("No attorney has reviewed these dates.", "Ningún abogado ha revisado estas fechas.")
WITHOUT_DATE = Text("{n} deadlines have no date yet", "{n} plazos aún no tienen fecha")
ONE_WITHOUT_DATE = Text("One deadline has no date yet", "Un plazo aún no tiene fecha")
UNKNOWN_COURT = Text(
    "court.court_code is no court in use: its closures and time zone are left out. Correct the code.",
    "court.court_code no es una corte en uso: se omiten sus cierres y su zona horaria. Corrija el código.",
)

DAYS = {"en": ("Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"), "es": ("do", "lu", "ma", "mi", "ju", "vi", "sá")}
"""The days of a week that starts on Sunday."""

_HEARINGS = {
    "master": Text("Master hearing", "Audiencia preliminar"),
    "individual": Text("Individual hearing", "Audiencia individual"),
}
_HEARING = Text("Hearing", "Audiencia")

_HAPPENED = {
    "case.pd_requested_on": Text("Request for discretion sent to OPLA", "Petición de discreción enviada a OPLA"),
    "case.motion_decided_on": Text("The motion decided by order", "Moción decidida por orden"),
    "case.ij_decision_on": Text("Decision of the immigration judge", "Decisión del juez de inmigración"),
    "filing.i130.filed_on": Text("I-130 filed", "I-130 presentada"),
    "filing.i130.decided_on": Text("I-130 decided", "I-130 decidida"),
    "filing.i485.filed_on": Text("I-485 filed", "I-485 presentada"),
    "filing.i589.filed_on": Text("I-589 filed", "I-589 presentada"),
    "filing.i360_sij.filed_on": Text("I-360 filed", "I-360 presentada"),
    "juvenile.order_on": Text("Order of the state juvenile court", "Orden de la corte juvenil estatal"),
}


def hearing(kind: str | None) -> Text:
    """A hearing by its kind."""
    return _HEARINGS.get(kind or "", _HEARING)


def happened(fact: str, label: Text) -> Text:
    """An event by the fact that dates it."""
    return _HAPPENED.get(fact, label)


def hour_without_day(day: date) -> Text:
    """The papers name a hearing of which the facts say nothing."""
    en, es = say_date(day, "en"), say_date(day, "es")
    return Text(
        f"court.next_hearing_at names a hearing on {en}, but case.next_hearing_on is not told: enter it, so that its "
        "deadlines are worked out.",
        f"court.next_hearing_at nombra una audiencia el {es}, pero falta case.next_hearing_on: anótela para calcular "
        "sus plazos.",
    )


def hour_of_another_day(told: Text, day: date) -> Text:
    """The papers and the facts name different days."""
    en, es = say_date(day, "en"), say_date(day, "es")
    return Text(
        f"case.next_hearing_on ({told.en}) and court.next_hearing_at ({en}) name different days: check the hearing "
        "notice and correct one. The deadlines here count from the first.",
        f"case.next_hearing_on ({told.es}) y court.next_hearing_at ({es}) nombran días distintos: revise el aviso de "
        "audiencia y corrija uno. Los plazos de aquí se cuentan desde el primero.",
    )


def in_days(days: int) -> Text:
    """How far off a day is."""
    if days == 0:
        return Text("today", "hoy")
    if days == 1:
        return Text("tomorrow", "mañana")
    if days == -1:
        return Text("yesterday", "ayer")
    if days < 0:
        return Text(f"{-days:,} days ago", f"hace {-days:,} días")
    return Text(f"in {days:,} days", f"en {days:,} días")
