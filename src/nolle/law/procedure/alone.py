"""One deadline asked by its id, with a date to count from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nolle.logic.rough import Span

from .answer import Deadline, Order, StandingOrder
from .calendar import Closure
from .engine import work_out
from .given import Custody, HearingKind, ServedBy, as_span, given, refuse_impossible
from .rules import rule


def deadline(
    id: str,
    from_: date | Span | None = None,
    *,
    on: date | None = None,
    custody: Custody | None = None,
    represented: bool | None = None,
    court: str | None = None,
    circuit: str | int | None = None,
    served_by: ServedBy | None = None,
    found: date | Span | None = None,
    order: Order | None = None,
    standing: StandingOrder | None = None,
    closures: Iterable[Closure] = (),
    nta_served: date | Span | None = None,
    state: str | None = None,
    hearing: HearingKind | None = None,
    stopped_days: int | None = None,
) -> Deadline:
    """One deadline, with its working.

    Args:
        id: a deadline's id; ``rules()`` holds them all.
        from_: the trigger's date, exact or rough; ``None`` where it is not known.
        on: the date whose law is asked; the trigger's own unless given (for ages, which turn on no event, the day the
            stored law describes).
        custody: ``detained`` or ``nondetained``; ``None`` is not known.
        represented: whether the person has counsel.
        court: the immigration court's code, for its closures, its time zone and its circuit.
        circuit: ``ca9``, ``9``, ``dc``; the court's own unless given.
        served_by: ``mail``, ``ecas`` or ``hand``. EOIR's periods get no extra days for mail.
        found: the day a motion was first seen, where that was late.
        order: a date set by the judge, with its source: it replaces the default, which stays in ``replaced``.
        standing: a number of days set by the judge's standing order.
        closures: days on which courts were closed, beside those stored.
        nta_served: the day the Notice to Appear was served, to refuse a hearing before it.
        state: the state (postal code) of the juvenile court.
        hearing: the kind of the next hearing, for deadlines that differ by it.
        stopped_days: days on which the applicant stopped the asylum clock.

    Raises:
        UnknownDeadline: no such id; it names the nearest ones.
        ImpossibleDates: dates that cannot be.
        UnknownCourt: no such court.
        ValueError: another input that cannot be.
        CalendarMissing: a year outside 1990 to 2070 without the ``holidays`` package.
    """
    found_rule = rule(id)
    told = given(
        on=on,
        custody=custody,
        represented=represented,
        court_code=court,
        circuit=circuit,
        served_by=served_by,
        order=order,
        standing=standing,
        found=found,
        nta_served=nta_served,
        state=state,
        hearing=hearing,
        stopped_days=stopped_days,
        closures=closures,
    )
    trigger = as_span(from_)
    refuse_impossible(found_rule, trigger, told)
    return work_out(found_rule, trigger, told)
