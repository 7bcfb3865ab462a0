"""What presses: the next hearing, what is due soon or went by a short while ago, and the ages that set a last day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from nolle.facts.casefile import CaseFile
from nolle.law.courts import UnknownCourt, court
from nolle.logic import Asked, Lang, Span, Text, say

from .calendar import words as c

if TYPE_CHECKING:
    from nolle.law.procedure import Deadline
    from nolle.law.procedure.orders import Ordered

SOON, NEAR = 30, 90
"""Days within which a date presses, and within which it is shown at all. Ours."""

When: TypeAlias = Literal["passed", "soon", "near", "age"]

TITLE = Text("What is due", "Lo que vence")
HEARING = Text("Next hearing", "Próxima audiencia")
NONE = Text("Nothing is due within 90 days on what is told.", "Con lo dicho nada vence en 90 días.")
WHENS: Mapping[When, Text] = {
    "passed": Text("gone by", "ya pasó"),
    "soon": Text("within 30 days", "dentro de 30 días"),
    "near": Text("within 90 days", "dentro de 90 días"),
    "age": Text("an age sets it", "lo fija una edad"),
}
MAY_BE_OPEN = Text(
    "the date to work to has gone by, the last day may not have: act at once",
    "la fecha de trabajo ya pasó; el último día quizá no: actúe de inmediato",
)
NOT_BEFORE = Text("not before", "no antes")
OURS = Text("ours, not law", "nuestro, no es ley")
LAST_DAY = Text("last day by the rule", "último día según la regla")
ORDERED = Text("ordered by the judge", "ordenado por el juez")
DATE = Text("Date to work to", "Fecha de trabajo")
OFF = Text("When", "Cuándo")
WHAT = Text("What", "Qué")
NOTE = Text("Note", "Nota")
IMPOSSIBLE = Text(
    "Two dates of the case cannot both be right, so no deadline is worked out:",
    "Dos fechas del caso no pueden ser ciertas a la vez, y por eso no se calcula ningún plazo:",
)
NOT_WORKED_OUT = Text("The deadlines could not be worked out:", "No se pudieron calcular los plazos:")
UNKNOWN_COURT = Text(
    "court.court_code is no court in use: its closures are left out of the deadlines. Correct the code.",
    "court.court_code no es una corte en uso: sus cierres no se toman en cuenta en los plazos. Corrija el código.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Pressing:
    """One deadline that presses: why it is shown, and how many days off its date is (negative where that has gone by).

    What has ``passed`` has surely done so; one whose date to work to alone has gone by is due ``soon``.
    """

    deadline: Deadline
    when: When
    days: int


@dataclass(frozen=True, slots=True, eq=False)
class Urgent:
    """The next hearing on or after the day (``None``: none is told), its kind, what presses, and what must be mended
    before any date here can be trusted.
    """

    hearing: Span | None
    hearing_kind: str | None
    due: tuple[Pressing, ...]
    cautions: tuple[Text, ...]
    hearing_days: int | None = None


def urgent(
    case: CaseFile, asked: Asked, live: frozenset[str], orders: Mapping[str, Ordered] | None, *, whole: bool
) -> Urgent:
    """What presses in a case. Nothing is raised for dates that cannot be: they are cautions.

    Args:
        case: the case file, for its court.
        asked: the case as it stood on the day, and the day.
        live: the ids of the pathways that are neither closed nor out of force.
        orders: what the judge has set, by the id of the deadline it replaces.
        whole: whether every pathway was asked about; if not, what belongs only to others is left out.
    """
    day, view = asked.as_of, asked.case
    told, kind = view.cell("case.next_hearing_on").answer, view.cell("case.next_hearing_kind").answer
    hearing = told if isinstance(told, Span) and not (isinstance(told.high, date) and told.high < day) else None
    made, cautions = _deadlines(case, asked, orders)
    due = tuple(one for found in made if (one := _pressing(found, day, live, whole)) is not None)
    if hearing is None:
        return Urgent(None, None, due, cautions)
    days = (hearing.low - day).days if hearing.exact and isinstance(hearing.low, date) else None
    return Urgent(hearing, kind if isinstance(kind, str) else None, due, cautions, days)


def _deadlines(
    case: CaseFile, asked: Asked, orders: Mapping[str, Ordered] | None
) -> tuple[tuple[Deadline, ...], tuple[Text, ...]]:
    from nolle.facts.record import CaseFacts
    from nolle.law.procedure import CalendarMissing, ImpossibleDates, deadlines_of, impossible_dates

    view = asked.case
    assert isinstance(view, CaseFacts)
    code, cautions = case.party("court.court_code").answer, tuple[Text, ...]()
    try:
        place = court(code).code if isinstance(code, str) else None
    except UnknownCourt:
        place, cautions = None, (UNKNOWN_COURT,)
    try:
        return deadlines_of(view, asked.as_of, asked.circuit, court=place, orders=orders), cautions
    except ImpossibleDates as error:
        wrong = impossible_dates(view) or (Text(str(error), str(error)),)
        return (), (*cautions, *(Text(f"{IMPOSSIBLE.en} {one.en}", f"{IMPOSSIBLE.es} {one.es}") for one in wrong))
    except (CalendarMissing, ValueError) as error:
        if isinstance(error, ValueError) and not orders:  # only what a judge ordered can be told wrongly so
            raise
        return (), (*cautions, Text(f"{NOT_WORKED_OUT.en} {error}", f"{NOT_WORKED_OUT.es} {error}"))


def _pressing(one: Deadline, day: date, live: frozenset[str], whole: bool) -> Pressing | None:
    """A deadline, where it presses.

    What has gone by, an age and a first possible day are shown where a pathway they serve is live, or they serve none
    alone; what is still to be done within the time is shown even so. So is what may still be done although the date to
    work to has gone by, however long ago.
    """
    rule = one.rule
    if one.day is None or rule.id == "appear_until_order":
        return None
    of_live = not rule.pathways or not live.isdisjoint(rule.pathways)
    if not of_live and not whole:
        return None
    days = (one.day - day).days
    age = (rule.trigger.fact or "").endswith(".birth_date")
    if days < 0 and (rule.not_before or one.passed(day)):
        shown = of_live and days >= -NEAR and not rule.not_before
        return Pressing(one, "passed", days) if shown else None
    if days <= NEAR:
        shown = of_live or not (age or rule.not_before)
        return Pressing(one, "soon" if days <= SOON else "near", days) if shown else None
    return Pressing(one, "age", days) if age and of_live and not one.missing else None


def hearing_words(found: Urgent, lang: Lang) -> str:
    """The next hearing in words: its day as far as it is known, its kind, and how far off it is."""
    assert found.hearing is not None
    kind = f" ({c.hearing(found.hearing_kind)[lang].lower()})" if found.hearing_kind else ""
    off = f", {c.in_days(found.hearing_days)[lang]}" if found.hearing_days is not None else ""
    day = say(found.hearing, lang) if found.hearing.exact else c.rough(found.hearing)[lang]
    return f"{day}{kind}{off}"


def notes(one: Pressing) -> Iterable[Text]:
    """What to know of it beside its date: in a word or two each."""
    from nolle.law.procedure import STATUSES

    found, rule = one.deadline, one.deadline.rule
    if one.when in ("passed", "age"):
        yield WHENS[one.when]
    elif one.days < 0:
        yield MAY_BE_OPEN
    if found.order is not None:
        yield ORDERED
    elif found.status != "in_force":
        yield STATUSES[found.status]
    if rule.not_before:
        yield NOT_BEFORE
    elif found.due is not None and not (found.due.exact and found.due.low == found.safe):
        yield Text(f"{LAST_DAY.en}: {say(found.due, 'en')}", f"{LAST_DAY.es}: {say(found.due, 'es')}")
    if rule.ours:
        yield OURS
    if found.missing and one.when != "passed":
        question = found.missing[0].question
        yield Text(f"if so: {question.en}", f"si es así: {question.es}")
