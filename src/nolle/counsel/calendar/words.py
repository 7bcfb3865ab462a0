"""The words of calendars, in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime

from nolle.logic import Lang, Span, Text, say, say_date

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
LAST_ORDERED = Text("last day as ordered", "último día según la orden")
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
    "case.nta_served_on": Text("Notice to Appear served", "Aviso de Comparecencia entregado"),
    "case.nta_filed_on": Text("Notice to Appear filed with the court", "Aviso de Comparecencia presentado en la corte"),
    "case.pleadings_closed_on": Text("Pleadings closed", "Fin de los alegatos iniciales"),
    "case.motion_filed_on": Text("Motion filed", "Moción presentada"),
    "case.admin_closed_on": Text("Administratively closed", "Cerrado administrativamente"),
    "case.appeal_filed_on": Text("Appeal received by the Board", "Apelación recibida por la Junta"),
    "case.bia_decision_on": Text("Decision of the Board", "Decisión de la Junta"),
    "case.final_order_on": Text("The order became final", "La orden quedó firme"),
    "case.vd_granted_on": Text("Voluntary departure granted", "Salida voluntaria concedida"),
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


def hearing(kind: str | None, at: datetime | None = None) -> Text:
    """A hearing by its kind, with its hour where that is told."""
    named = _HEARINGS.get(kind or "", _HEARING)
    return named if at is None else Text(f"{named.en}, {at:%H:%M}", f"{named.es}, {at:%H:%M}")


_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d{2})?")


def falls(span: Span) -> Text:
    """When something falls, as a sentence goes on: ``in September 2026``, ``between May 1, 2026 and May 9, 2026``."""
    en, es = say(span, "en"), say(span, "es")
    return Text(f"in {en}", f"en {es}") if _MONTH_OR_YEAR.fullmatch(span.text or "") else Text(en, es)


def rough(span: Span) -> Text:
    """When something falls whose day is not known; a day is never made up for it."""
    said = falls(span)
    return Text(f"{said.en}, day not known", f"{said.es}, día desconocido")


def rough_short(span: Span) -> str:
    """The same in ten letters at most, in figures: ``2026-09``, ``2026``; ``~2026-09`` is about that month."""
    if _MONTH_OR_YEAR.fullmatch(span.text or ""):
        return span.text or ""
    return f"~{span.low:%Y-%m}" if isinstance(span.low, date) else f"..{span.high:%Y-%m}"


def happened(fact: str) -> Text:
    """An event by the fact that dates it."""
    return _HAPPENED[fact]


def closed(why: Text, lang: Lang) -> str:
    """Why a day is closed, as a name in a list: a holiday by its name alone."""
    said = why[lang]
    for lead in ("it is a federal holiday, ", "es feriado federal, el ", "es feriado federal, "):
        said = said.removeprefix(lead)
    return f"{said[:1].upper()}{said[1:]}"


def ruled_out(id: str, label: Text) -> Text:
    """A deadline asked for by name that the facts rule out."""
    return Text(
        f"{id} ({label.en}) does not concern this case: what is told rules it out, or it is not law on this day.",
        f"{id} ({label.es}) no concierne a este caso: lo dicho lo descarta, o no es ley en esta fecha.",
    )


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


_FAR = 731
"""Days from which a distance is told in years."""


def in_days(days: int) -> Text:
    """How far off a day is."""
    if days == 0:
        return Text("today", "hoy")
    if days == 1:
        return Text("tomorrow", "mañana")
    if days == -1:
        return Text("yesterday", "ayer")
    if abs(days) >= _FAR:
        years = int(abs(days) / 365.25)
        if days < 0:
            return Text(f"over {years} years ago", f"hace más de {years} años")
        return Text(f"in over {years} years", f"en más de {years} años")
    if days < 0:
        return Text(f"{-days:,} days ago", f"hace {-days:,} días")
    return Text(f"in {days:,} days", f"en {days:,} días")
