"""Every date of a case in one place: the hearing, the deadlines, what lies behind, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from nolle.facts.casefile import CaseFile
from nolle.facts.known import as_known
from nolle.facts.record import CaseFacts
from nolle.law.circuits import circuit_number
from nolle.law.courts import UnknownCourt, circuit_of
from nolle.law.courts import court as court_of
from nolle.law.procedure import Closure, Deadline, deadline_of, deadlines_of, rule
from nolle.law.procedure.orders import Ordered
from nolle.law.procedure.rules import time_zone
from nolle.logic import Missing, Span, Text, say

from . import words as w

Kind: TypeAlias = Literal["hearing", "deadline", "first_day", "age", "watch", "event", "order", "request"]
"""What a date is: a hearing; a last day; a first possible day; a last day that an age sets; a day of our own to look
or to chase; something that happened; an order; a request for discretion."""

HEARING = "next_hearing"
"""The id of the next hearing among the dates of a matter."""

ATTEND = "appear_until_order"
"""The deadline that is the hearing itself."""

_BEHIND: tuple[tuple[str, Kind], ...] = (
    ("case.nta_served_on", "event"),
    ("case.nta_filed_on", "event"),
    ("case.pleadings_closed_on", "event"),
    ("case.pd_requested_on", "request"),
    ("case.motion_filed_on", "event"),
    ("case.motion_decided_on", "order"),
    ("case.admin_closed_on", "order"),
    ("case.ij_decision_on", "order"),
    ("case.appeal_filed_on", "event"),
    ("case.bia_decision_on", "order"),
    ("case.final_order_on", "order"),
    ("case.vd_granted_on", "order"),
    ("filing.i130.filed_on", "event"),
    ("filing.i130.decided_on", "event"),
    ("filing.i485.filed_on", "event"),
    ("filing.i589.filed_on", "event"),
    ("filing.i360_sij.filed_on", "event"),
    ("juvenile.order_on", "event"),
)
"""What happened, as far as the file tells it, that a timeline shows beside what is to come."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """The next hearing as it is told: its day or as much as is known, its hour where it is told, and its kind."""

    day: Span
    at: datetime | None
    kind: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One date to show.

    ``day`` is the day to work to; ``last`` the last day by the rule where it is another, ``first`` that of a rough
    date that may fall later. ``open`` says that a question still bears on whether or when it falls; ``replaced`` is
    the default that a judge's order took the place of. ``rough`` is what is known of the day of a hearing or an event
    whose day is not known; ``day`` is then the first it may be, and only for its place among others.
    """

    id: str
    kind: Kind
    day: date
    label: Text
    last: date | None = None
    passed: bool = False
    open: bool = False
    replaced: date | None = None
    deadline: Deadline | None = None
    rough: Span | None = None

    @property
    def last_is(self) -> Text:
        """What ``last`` is: the last day by the rule, or as the judge ordered it."""
        ordered = self.deadline is not None and self.deadline.order is not None
        return w.LAST_ORDERED if ordered else w.LAST_DAY


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """A case with its dates, as of a day. ``notes`` are what a reader should mend or know before trusting them."""

    case: CaseFacts
    as_of: date
    circuit: str | None
    court: str | None
    time_zone: str | None
    hearing: Hearing | None
    deadlines: tuple[Deadline, ...]
    closures: tuple[Closure, ...]
    notes: tuple[Text, ...]

    def entries(self, *, behind: bool = False) -> tuple[Entry, ...]:
        """What has a date, soonest first.

        Args:
            behind: also what happened: the Notice to Appear, the request, motions and orders.
        """
        found = [entry(one, self.as_of) for one in self.deadlines if one.day is not None and not self._said(one)]
        if self.hearing is not None and isinstance(self.hearing.day.low, date):
            day = self.hearing.day
            found.append(
                Entry(
                    HEARING,
                    "hearing",
                    self.hearing.day.low,
                    w.hearing(self.hearing.kind, self.hearing.at),
                    last=day.high if isinstance(day.high, date) and day.high != day.low else None,
                    passed=isinstance(day.high, date) and day.high < self.as_of,
                    open=not day.exact,
                    rough=None if day.exact else day,
                )
            )
        if behind:
            found += _behind(self.case, self.as_of)
        return tuple(sorted(found, key=lambda one: (one.day, one.kind != "hearing", one.id)))

    def days_to(self, day: date) -> int:
        """How many days lie between the day asked about and another; negative for one gone by."""
        return (day - self.as_of).days

    def _said(self, one: Deadline) -> bool:
        """Whether the hearing itself says it: to attend is due on the day of the hearing."""
        return one.id == ATTEND and self.hearing is not None


def matter_of(
    case: CaseFile,
    as_of: date,
    *,
    circuit: str | int | None = None,
    orders: Mapping[str, Ordered] | None = None,
    closures: Iterable[Closure] = (),
    only: Sequence[str] = (),
) -> Matter:
    """The dates of a case file.

    The court is the one the file names in ``[court]``: its closures, its time zone and its circuit.

    Args:
        case: the case file.
        as_of: the day asked about; what had not happened by then is left out.
        circuit: ``ca9``, ``9``, ``dc``; the case's own, or its court's, unless given.
        orders: what the judge has set, by the id of the deadline it replaces.
        closures: days on which courts were closed, beside those stored.
        only: deadlines by id, also those that turn on events no case file tells of; all that the facts do not rule out
            unless given.

    Raises:
        UnknownDeadline: for an id that does not exist.
        ImpossibleDates: for dates of the case that cannot be, all of them in one sentence.
        ValueError: for an order on a deadline that cannot be changed so.
        CalendarMissing: a year outside 1990 to 2070 without the ``holidays`` package.
    """
    view, _ = as_known(case, as_of)
    code, notes = _court(case)
    own = view.cell("case.circuit").answer
    where = circuit if circuit is not None else own if isinstance(own, str) else None
    more = tuple(closures)
    if only:
        made, ruled_out = _named(only, view, as_of, where, code, orders or {}, more)
        notes = (*notes, *ruled_out)
    else:
        made = deadlines_of(view, as_of, where, court=code, orders=orders, closures=more)
    hearing, doubts = _hearing(case, view)
    place = court_of(code) if code is not None else None
    known = where if where is not None else circuit_of(place.code) if place is not None else None
    return Matter(
        case=view,
        as_of=as_of,
        circuit=circuit_number(known) if known is not None else None,
        court=code,
        time_zone=time_zone(place.code, place.state) if place is not None else None,
        hearing=hearing,
        deadlines=made,
        closures=more,
        notes=(*notes, *doubts),
    )


def _named(
    ids: Sequence[str],
    case: CaseFacts,
    as_of: date,
    circuit: str | int | None,
    court: str | None,
    orders: Mapping[str, Ordered],
    closures: tuple[Closure, ...],
) -> tuple[tuple[Deadline, ...], tuple[Text, ...]]:
    made, ruled_out = [], []
    for id in dict.fromkeys(ids):
        found = deadline_of(case, id, as_of, circuit, court=court, order=orders.get(id), closures=closures)
        if found is None:
            ruled_out.append(w.ruled_out(id, rule(id).label))
        else:
            made.append(found)
    return tuple(sorted(made, key=lambda one: (one.day is None, one.day or date.max))), tuple(ruled_out)


def entry(one: Deadline, as_of: date) -> Entry:
    """A deadline that has a day, as a date to show."""
    assert one.day is not None
    due, old = one.due, one.replaced
    last = due.high if due is not None and isinstance(due.high, date) else None
    before = old.safe or (old.due.low if old.due is not None else None) if old is not None else None
    return Entry(
        one.id,
        kind_of(one),
        one.day,
        one.label,
        last=last if last != one.day else None,
        passed=one.passed(as_of),
        open=bool(one.missing) or (due is not None and not due.exact),
        replaced=before if isinstance(before, date) else None,
        deadline=one,
        rough=due if one.id == ATTEND and due is not None and not due.exact else None,
    )


def kind_of(one: Deadline) -> Kind:
    """What the date of a deadline is."""
    rule = one.rule
    if rule.not_before:
        return "first_day"
    if is_age(one):
        return "age"
    return "watch" if rule.ours else "deadline"


def is_age(one: Deadline) -> bool:
    """Whether an age sets the date: it counts from someone's birth."""
    return (one.rule.trigger.fact or "").endswith(".birth_date")


def _court(case: CaseFile) -> tuple[str | None, tuple[Text, ...]]:
    code = case.party("court.court_code").answer
    if not isinstance(code, str):
        return None, ()
    try:
        return court_of(code).code, ()
    except UnknownCourt:
        return None, (w.UNKNOWN_COURT,)


def _hearing(case: CaseFile, view: CaseFacts) -> tuple[Hearing | None, tuple[Text, ...]]:
    told, moment = view.cell("case.next_hearing_on").answer, case.party("court.next_hearing_at").answer
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else None
    kind = view.cell("case.next_hearing_kind").answer
    named = kind if isinstance(kind, str) else None
    if told is Missing.ABSENT or not isinstance(told, Span):
        return None, () if at is None else (w.hour_without_day(at.date()),)
    if at is not None and not Span(at.date(), at.date()).within(told):
        days = Text(say(told, "en"), say(told, "es"))
        return Hearing(told, None, named), (w.hour_of_another_day(days, at.date()),)
    return Hearing(Span(at.date(), at.date()) if at is not None else told, at, named), ()


def _behind(case: CaseFacts, as_of: date) -> Iterable[Entry]:
    for fact, kind in _BEHIND:
        answer = case.cell(fact).answer
        if not isinstance(answer, Span):
            continue
        low, high = answer.low, answer.high
        if isinstance(low, date):
            until = high if isinstance(high, date) and high != low else None
            about = None if answer.exact else answer
            yield Entry(f"event.{fact}", kind, low, w.happened(fact), last=until, passed=low <= as_of, rough=about)
