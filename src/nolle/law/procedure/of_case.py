"""The deadlines of a whole case: every one its facts do not rule out, soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from nolle.facts.derivations import definitions
from nolle.facts.entities import BUILT
from nolle.facts.known import as_known
from nolle.facts.record import CaseFacts
from nolle.facts.vocabulary import label
from nolle.law import authorities
from nolle.law.circuits import circuit_number
from nolle.law.tables import tables
from nolle.logic import Asked, Missing, Span, say
from nolle.logic.rough import less
from nolle.logic.text import Text
from nolle.logic.value import evaluate

from .answer import Deadline, ImpossibleDates, Order, StandingOrder
from .calendar import Closure
from .clocks import questions
from .engine import work_out
from .given import Custody, Given, given, refuse_impossible
from .rules import DeadlineRule, rule, rules
from .triggers import InCase, in_case

_SAID_ELSEWHERE = frozenset({"pd_submit_target"})
"""Left out of a case's deadlines because another says the same: ``hearing`` has it for every kind of hearing."""

IN_ORDER = (
    ("case.nta_served_on", "case.next_hearing_on"),
    ("case.nta_filed_on", "case.next_hearing_on"),
    ("case.nta_served_on", "case.ij_decision_on"),
    ("case.motion_filed_on", "case.motion_decided_on"),
    ("case.ij_decision_on", "case.appeal_filed_on"),
    ("case.appeal_filed_on", "case.bia_decision_on"),
    ("case.ij_decision_on", "case.final_order_on"),
    ("case.vd_granted_on", "case.vd_deadline"),
    ("person.birth_date", "asylum.last_arrival_on"),
    ("da.granted_on", "da.expires_on"),
)
"""Dates of which the second cannot lie before the first."""


def deadlines_of(
    case: CaseFacts,
    as_of: date,
    circuit: str | int | None = None,
    *,
    court: str | None = None,
    represented: bool | None = None,
    orders: Mapping[str, Order | StandingOrder] | None = None,
    closures: Iterable[Closure] = (),
) -> tuple[Deadline, ...]:
    """Every deadline of a case that its facts do not rule out: with dates first, the soonest before the others.

    A deadline whose trigger is not known is there with ``status`` unknown, why, and the question that would settle it;
    one that does not concern the case is left out. Each is read by the law of its trigger's date, those that turn on
    an age or a hearing to come by the law of ``as_of``. A deadline that has gone by stays (``Deadline.passed``).

    Args:
        case: what is told.
        as_of: the day asked about; what happened later is left out, as in an opinion.
        circuit: ``ca9``, ``9``, ``dc``; the case's own unless given.
        court: the immigration court's code, for its closures, time zone and circuit.
        represented: whether the person has counsel.
        orders: what the judge has set, by the id of the deadline it replaces: a date, or a number of days.
        closures: days on which courts were closed, beside those stored.

    Raises:
        ImpossibleDates: for dates of the case that cannot be, all of them in one sentence.
        ValueError: for a number of days set for a deadline that is not counted in days.
        UnknownDeadline: for an order for a deadline that does not exist.
        UnknownCourt: no such court.
        CalendarMissing: a year outside 1990 to 2070 without the ``holidays`` package.
    """
    asked, told = _question(case, as_of, circuit, court, represented, closures)
    ordered = orders or {}
    ids = dict.fromkeys((*(id for id in in_case() if id not in _SAID_ELSEWHERE), *(rule(id).id for id in ordered)))
    made = [_one(rules()[id], asked, _with(told, ordered.get(id))) for id in ids]
    return tuple(sorted((one for one in made if one is not None), key=_soonest))


def deadline_of(
    case: CaseFacts,
    id: str,
    as_of: date,
    circuit: str | int | None = None,
    *,
    court: str | None = None,
    represented: bool | None = None,
    order: Order | StandingOrder | None = None,
    closures: Iterable[Closure] = (),
) -> Deadline | None:
    """One deadline of a case by its id, also those ``deadlines_of`` leaves to events the case does not tell of.

    ``None`` where the facts rule it out. Arguments and errors as ``deadlines_of``.
    """
    found = rule(id)
    asked, told = _question(case, as_of, circuit, court, represented, closures)
    return _one(found, asked, _with(told, order))


def _with(told: Given, order: Order | StandingOrder | None) -> Given:
    if isinstance(order, StandingOrder):
        return replace(told, standing=order)
    return told if order is None else replace(told, order=order)


def _question(
    case: CaseFacts,
    as_of: date,
    circuit: str | int | None,
    court: str | None,
    represented: bool | None,
    closures: Iterable[Closure],
) -> tuple[Asked, Given]:
    view, _ = as_known(case, as_of)
    wrong = impossible_dates(view)
    if wrong:
        raise ImpossibleDates(" ".join(text.en for text in wrong))
    own = view.cell("case.circuit").answer
    told = given(
        custody=_custody(view),
        represented=represented,
        court_code=court,
        circuit=circuit if circuit is not None else own if isinstance(own, str) else None,
        closures=closures,
    )
    where = circuit_number(told.circuit) if told.circuit else None
    return Asked(view, authorities.Law(), as_of, where, tables=tables(), definitions=definitions()), told


def impossible_dates(case: CaseFacts) -> tuple[Text, ...]:
    """Dates of a case that surely cannot be, each as a sentence: a hearing before the Notice to Appear."""
    found = []
    for first, then in IN_ORDER:
        earlier, later = case.cell(first).answer, case.cell(then).answer
        if isinstance(earlier, Span) and isinstance(later, Span) and less(later, earlier) is True:
            found.append(
                Text(
                    f"{then} ({label(then).en}: {say(later, 'en')}) lies before {first} ({label(first).en}: "
                    f"{say(earlier, 'en')}). Correct one of the two dates.",
                    f"{then} ({label(then).es}: {say(later, 'es')}) es anterior a {first} ({label(first).es}: "
                    f"{say(earlier, 'es')}). Corrija una de las dos fechas.",
                )
            )
    return tuple(found)


def _one(found: DeadlineRule, asked: Asked, told: Given) -> Deadline | None:
    use = _use(found)
    runs = True if use.when is None else evaluate(use.when, asked)
    answer = Missing.NOT_ASKED if use.trigger is None else evaluate(use.trigger, asked)
    if told.order is None and (runs is False or answer is Missing.ABSENT):
        return None
    missing = () if use.when is None or runs is True else questions(use.when, asked, found.id)
    ahead = found.law_asked or found.direction == "every" or found.trigger.fact == "case.next_hearing_on"
    on_clock = isinstance(asked.case.cell("asylum.eoir_clock_days").answer, Span)
    told = replace(told, on=asked.as_of if ahead else None, stopped_days=0 if on_clock else None)
    if use.trigger is not None and not (isinstance(answer, Span) and answer.exact):
        missing = (*missing, *questions(use.trigger, asked, found.id))
    if told.order is not None and isinstance(answer, Span) and found.clock is None:
        refuse_impossible(found, answer, told)
    if not isinstance(answer, Span):
        made = work_out(found, None, told, missing=missing)
    elif found.clock is None or found.counting is not None:
        made = work_out(found, answer, told, missing=missing)
    else:
        made = work_out(found, _trigger(found, asked) or answer, told, worked=answer, missing=missing)
    return None if made.status in _NOT_LAW else made


def _use(found: DeadlineRule) -> InCase:
    """How a case answers for the deadline; one that no case is asked about by itself goes by its trigger's fact."""
    shared = in_case().get(found.id) or in_case().get(found.same_as or "")
    if shared is not None:
        return shared
    fact = found.trigger.fact
    if fact is None:
        return InCase(None)
    entity, _, name = fact.rpartition(".")
    group, _, form = entity.partition(".")
    holder = BUILT[group] if not form else getattr(BUILT[group], form)
    return InCase(getattr(holder, name))


def _trigger(found: DeadlineRule, asked: Asked) -> Span | None:
    """The date of the fact behind a clock, where it is a single fact."""
    if found.trigger.fact is None or found.trigger.fact.startswith("relative."):
        return None
    answer = asked.case.cell(found.trigger.fact).answer
    return answer if isinstance(answer, Span) and isinstance(answer.low or answer.high, date) else None


_NOT_LAW = frozenset({"superseded", "not_yet_in_force", "proposed_only", "does_not_apply"})


def _custody(case: CaseFacts) -> Custody | None:
    answer = case.cell("case.detained").answer
    return "detained" if answer is True else "nondetained" if answer is False else None


def _soonest(one: Deadline) -> tuple[bool, date, bool]:
    return one.day is None, one.day or date.max, one.status == "unknown"
