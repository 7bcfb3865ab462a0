"""What is told beside the trigger: custody, counsel, court, service, a judge's order, closures; checked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from nolle.law.circuits import circuit_code
from nolle.law.courts import Court, circuit_of, court
from nolle.logic.rough import Span, exactly, less, say
from nolle.logic.text import Lang, Text

from .answer import ImpossibleDates, Order, StandingOrder
from .calendar import FEDERAL, Calendar, Closure, calendar_for, say_day
from .rules import DeadlineRule, late_found, time_zone

Custody: TypeAlias = Literal["detained", "nondetained"]
ServedBy: TypeAlias = Literal["mail", "ecas", "hand"]
HearingKind: TypeAlias = Literal["master", "individual"]

COURT_OFFICES = frozenset({"court"})
"""Where an immigration court's own closures move a date; the Board has only those of every court."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is told beside the trigger. ``None`` is not known, never a default."""

    on: date | None = None
    custody: Custody | None = None
    represented: bool | None = None
    court: Court | None = None
    circuit: str | None = None
    served_by: ServedBy | None = None
    order: Order | None = None
    standing: StandingOrder | None = None
    found: Span | None = None
    nta_served: Span | None = None
    state: str | None = None
    hearing: HearingKind | None = None
    stopped_days: int | None = None
    closures: tuple[Closure, ...] = ()

    @property
    def zone(self) -> str | None:
        """The time zone of the court."""
        return time_zone(self.court.code, self.court.state) if self.court else None

    def calendar(self, rule: DeadlineRule) -> Calendar:
        """The open and closed days that bear on the rule."""
        if rule.office in COURT_OFFICES:
            return calendar_for(self.court.code if self.court else None, self.closures)
        return calendar_for(None, self.closures) if rule.office == "board" else FEDERAL

    def without_order(self) -> Given:
        """The same without what a judge set."""
        return replace(self, order=None, standing=None)


def given(
    *,
    on: date | None = None,
    custody: Custody | None = None,
    represented: bool | None = None,
    court_code: str | None = None,
    circuit: str | int | None = None,
    served_by: ServedBy | None = None,
    order: Order | None = None,
    standing: StandingOrder | None = None,
    found: date | Span | None = None,
    nta_served: date | Span | None = None,
    state: str | None = None,
    hearing: HearingKind | None = None,
    stopped_days: int | None = None,
    closures: Iterable[Closure] = (),
) -> Given:
    """What is told, checked.

    Raises:
        ValueError: for a custody, service, order, circuit or number that cannot be.
        UnknownCourt: for a court that does not exist.
    """
    _one_of("custody", custody, ("detained", "nondetained"))
    _one_of("served_by", served_by, ("mail", "ecas", "hand"))
    _one_of("hearing", hearing, ("master", "individual"))
    for named in (order, standing):
        if named is not None and not named.source.strip():
            raise ValueError("a judge's order needs its source: the order or notice, and its date")
    if order is not None and standing is not None:
        raise ValueError("one date or one standing order of the judge, not both")
    if standing is not None and not 0 <= standing.days <= 3650:
        raise ValueError(f"a standing order of {standing.days} days cannot be: 0 to 3650")
    if stopped_days is not None and not 0 <= stopped_days <= 20_000:
        raise ValueError(f"{stopped_days} days of a stopped clock cannot be: 0 or more")
    place = court(court_code) if court_code is not None else None
    where = circuit_code(circuit) if circuit is not None else (circuit_of(place.code) if place else None)
    return Given(
        on=on,
        custody=custody,
        represented=represented,
        court=place,
        circuit=where,
        served_by=served_by,
        order=order,
        standing=standing,
        found=as_span(found),
        nta_served=as_span(nta_served),
        state=state,
        hearing=hearing,
        stopped_days=stopped_days,
        closures=tuple(closures),
    )


def as_span(day: date | Span | None) -> Span | None:
    """A day as the span of one day."""
    return exactly(day) if isinstance(day, date) else day


def refuse_impossible(rule: DeadlineRule, trigger: Span | None, told: Given) -> None:
    """Refuse dates that surely cannot be.

    Raises:
        ImpossibleDates: with both dates, and what to do.
        ValueError: for a day on which something was found that cannot be found late.
    """
    if told.found is not None and not rule.late_found:
        named = ", ".join(late_found().applies_to)
        raise ValueError(f"{rule.id} is no motion that can be found late: {named} are")
    if trigger is None:
        return
    if told.found is not None and less(told.found, trigger) is True:
        raise ImpossibleDates(
            f"{rule.id}: the motion was found ({_say(told.found)}) before it was filed or served "
            f"({_say(trigger)}). Correct one of the two dates."
        )
    is_hearing = rule.trigger.fact == "case.next_hearing_on"
    if is_hearing and told.nta_served is not None and less(trigger, told.nta_served) is True:
        raise ImpossibleDates(
            f"{rule.id}: the hearing ({_say(trigger)}) lies before the Notice to Appear was served "
            f"({_say(told.nta_served)}). Correct one of the two dates."
        )
    if told.order is None:
        return
    day = exactly(told.order.day)
    if (is_hearing or rule.direction == "before") and less(trigger, day) is True:
        raise ImpossibleDates(
            f"{rule.id}: the date ordered ({_say(day)}) lies after {rule.trigger.label.en} ({_say(trigger)}) before "
            "which it must be done. Correct one of the two dates."
        )
    if rule.direction == "after" and less(day, trigger) is True:
        raise ImpossibleDates(
            f"{rule.id}: the date ordered ({_say(day)}) lies before {rule.trigger.label.en} ({_say(trigger)}), from "
            "which it counts. Correct one of the two dates."
        )


def say_span(span: Span, lang: Lang) -> str:
    """A trigger in words: a day with its weekday, or what is known of it."""
    return say_day(span.low, lang) if span.exact and isinstance(span.low, date) else say(span, lang)


def both(span: Span) -> Text:
    """A trigger in words in both languages."""
    return Text(say_span(span, "en"), say_span(span, "es"))


def _say(span: Span) -> str:
    return say_span(span, "en")


def _one_of(name: str, value: object, accepted: tuple[str, ...]) -> None:
    if value is not None and value not in accepted:
        raise ValueError(f"{name} {value!r} is not one of {', '.join(accepted)}")
