"""One deadline worked out from what is told: the law of the day, the count, the roll, the safe date, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from nolle.law import authorities, dated_rules
from nolle.logic.known import Missing
from nolle.logic.rough import Span, add_days, exactly
from nolle.logic.text import Text

from . import words as w
from .answer import Deadline, Question, Reckoning, Replaced, Status, Which
from .calendar import FEDERAL
from .clocks import clock_span, worked_from_clock
from .counting import Counted, Step, count, early, shifted
from .given import Given, both
from .rules import COUNTED, DeadlineRule, Roll, counting_notes, counting_rules, late_found, parameters, rule
from .windows import Standing, edges, standing_of

_ASYLUM_CLOCK = ("filing.i589.filed_on", "asylum.eoir_clock_days")
"""What the deadlines of the asylum clock count from: days on which it stood still are added."""


@dataclass(frozen=True, slots=True)
class Point:
    """A deadline worked out from one exact day."""

    due: date
    safe: date | None
    steps: tuple[Step, ...]
    reckonings: tuple[Reckoning, ...] = ()


def work_out(
    found: DeadlineRule,
    trigger: Span | None,
    told: Given,
    *,
    worked: Span | None = None,
    missing: tuple[Question, ...] = (),
) -> Deadline:
    """Work out one deadline.

    Args:
        found: the rule.
        trigger: what it counts from; ``None`` where that is not known.
        told: what else is told.
        worked: the date a pathway's clock gave for a whole case, in place of one worked out from the trigger.
        missing: what is missing of the case already.
    """
    on = _law_day(found, trigger, told)
    standing = standing_of(found, on, told.circuit)
    base = Deadline(
        rule=found,
        status=standing.status,
        on=on,
        trigger=trigger,
        due=None,
        safe=None,
        steps=_opening(found, trigger, on, standing),
        law=standing.law,
        missing=missing,
        court=told.court.code if told.court else None,
        time_zone=told.zone,
    )
    if told.order is not None:
        return _ordered(base, told)
    if told.standing is not None:
        return _by_standing_order(base, told, standing)
    return _by_rule(base, told, standing, worked)


def _law_day(found: DeadlineRule, trigger: Span | None, told: Given) -> date:
    if told.on is not None:
        return told.on
    day = None if trigger is None or found.law_asked else trigger.low or trigger.high
    return day if isinstance(day, date) else authorities.AS_OF


def _opening(found: DeadlineRule, trigger: Span | None, on: date, standing: Standing) -> tuple[Step, ...]:
    steps = []
    if trigger is not None:
        steps.append(Step("trigger", w.counts_from(found.trigger.label, both(trigger)), _exact(trigger)))
    if standing.computes:
        steps.append(Step("law", w.ours() if found.ours else w.by_law_of(on, found.pin)))
        steps.append(Step("rule", found.explain))
    return tuple(steps)


def _exact(span: Span) -> date | None:
    return span.low if span.exact else None


# A judge's order


def _ordered(base: Deadline, told: Given) -> Deadline:
    order = told.order
    assert order is not None
    default = work_out(base.rule, base.trigger, told.without_order(), missing=base.missing)
    steps = [*base.steps, Step("order", w.ordered(order.day, order.source), order.day)]
    safe = order.day
    closed = told.calendar(base.rule).why_closed(order.day, unsettled=True)
    if closed is not None:
        safe = told.calendar(base.rule).last_open(order.day)
        steps.append(Step("note", w.ordered_closed(closed, safe), safe))
    if base.rule.set_by_law and default.safe is not None and default.safe < safe:
        safe = default.safe
        steps.append(Step("safe", w.order_cannot_lengthen(safe), safe))
    steps.append(_replaced_step(default))
    return replace(
        base,
        status="ordered",
        due=exactly(order.day),
        safe=safe,
        steps=tuple(steps),
        order=order,
        replaced=_as_replaced(default),
        missing=(),
    )


def _by_standing_order(base: Deadline, told: Given, standing: Standing) -> Deadline:
    order = told.standing
    assert order is not None
    found = base.rule
    if found.unit not in COUNTED or found.clock is not None or found.direction == "on":
        raise ValueError(
            f"{found.id} is not counted in days, so a standing order of so many days cannot change it: give the date "
            "that was ordered"
        )
    default = work_out(found, base.trigger, told.without_order(), missing=base.missing)
    changed = replace(found, value=order.days, unit="calendar_days", safe_value=None, contested=None, custody="any")
    plain = replace(standing, status="in_force", why=None)
    made = _by_rule(replace(base, rule=changed), told.without_order(), plain, None)
    steps = list(made.steps)
    at = next((place for place, step in enumerate(steps) if step.kind in ("count", "roll")), len(steps))
    steps.insert(at, Step("order", w.standing_order(order.days, found.direction == "before", order.source)))
    safe = made.safe
    if found.set_by_law and default.safe is not None and safe is not None and default.safe < safe:
        safe = default.safe
        steps.append(Step("safe", w.order_cannot_lengthen(safe), safe))
    steps.append(_replaced_step(default))
    status: Status = "unknown" if made.due is None else "ordered"
    return replace(
        made,
        rule=found,
        status=status,
        safe=safe,
        steps=tuple(steps),
        order=order,
        replaced=_as_replaced(default),
    )


def _replaced_step(default: Deadline) -> Step:
    return Step("order", w.replaced(default.due, default.safe))


def _as_replaced(default: Deadline) -> Replaced:
    return Replaced(default.due, default.safe, default.status, default.why or default.rule.explain)


# The rule


def _by_rule(base: Deadline, told: Given, standing: Standing, worked: Span | None) -> Deadline:
    found = base.rule
    if found.custody == "detained" and told.custody == "nondetained":
        return replace(base, status="does_not_apply", why=w.ONLY_DETAINED)
    if found.representation == "represented" and told.represented is False:
        return replace(base, status="does_not_apply", why=w.ONLY_REPRESENTED)
    if standing.why is not None and not _changes_within(base, told):
        return replace(base, status=standing.status, why=standing.why)
    if found.custody == "non_detained" and told.custody == "detained":
        opening = tuple(step for step in base.steps if step.kind == "trigger")
        asked = (*base.missing, _order_question(found))
        return replace(base, status="as_ordered", why=w.DETAINED_AS_ORDERED, steps=opening, missing=asked)
    if found.clock is None and found.unit not in COUNTED:
        return _without_date(base)
    if base.trigger is None:
        asked = base.missing or (_question(found),)
        of_trigger = any(q.fact == found.trigger.fact and q.why == "not_asked" for q in asked)
        why = w.unknown_trigger(found.trigger.label) if of_trigger or found.clock is None else w.unknown_more(asked)
        return replace(base, status="unknown", why=why, missing=asked)
    if found.counting == "CR_order" and found.value == 0 and found.clock is None:
        return _finish(replace(base, due=base.trigger, safe=_literal(base.trigger)), told, ())
    return _over_points(base, told, worked)


def _literal(trigger: Span) -> date | None:
    day = trigger.low
    return day if isinstance(day, date) else None


def _without_date(base: Deadline) -> Deadline:
    unit = base.rule.unit or "none"
    status: Status = "no_deadline" if unit == "none" else "as_ordered"
    if unit == "before_hearing" and base.trigger is not None:
        step = Step("note", w.before_the_hearing(both(base.trigger)))
        base = replace(base, steps=(*base.steps, step))
    asked = (
        (_question(base.rule),) if unit in ("as_ordered", "per_notice", "before_filing") and not base.trigger else ()
    )
    return replace(base, status=status, why=w.without_date(unit, base.rule.explain), missing=(*base.missing, *asked))


def _question(found: DeadlineRule) -> Question:
    from nolle.facts.vocabulary import find

    asked_of = find(found.trigger.fact).asked_of if found.trigger.fact else "attorney"
    return Question(found.trigger.fact, "not_asked", found.trigger.question, asked_of, (found.id,))


def _order_question(found: DeadlineRule) -> Question:
    return Question(None, "not_asked", rule("ij_order_controls").trigger.question, "attorney", (found.id,))


def _changes_within(base: Deadline, told: Given) -> bool:
    """Whether the law of a rough trigger changes between its ends."""
    trigger = base.trigger
    if trigger is None or trigger.exact or told.on is not None or base.rule.law_asked:
        return False
    return any(_inside(edge, trigger) for edge in edges(base.rule))


def _inside(day: date, span: Span) -> bool:
    return (span.low is None or span.low < day) and (span.high is None or day <= span.high)


def _over_points(base: Deadline, told: Given, worked: Span | None) -> Deadline:
    """The deadline at each end of the trigger, and at each change of the law between them."""
    found, trigger = base.rule, base.trigger
    assert trigger is not None
    if found.clock is not None:
        return _by_clock(base, told, worked)
    changing = _changes_within(base, told)
    points, out = [], 0
    for day in _points(found, trigger, changing):
        on = day if changing else base.on
        there = standing_of(found, on, told.circuit) if changing else None
        if there is not None and there.why is not None:
            out += 1
            continue
        points.append((day, _at(found, day, on, told)))
    before, contested = _apart(found, points) if changing else ([], [])
    if not points:
        return replace(base, status="unknown", why=w.law_changes_within())
    dues = [point.due for _, point in points]
    due = _over(dues, trigger.low, trigger.high)
    safe = _safe_of(found, trigger, [point.safe for _, point in points])
    lead = points[-1 if found.not_before else 0][1]
    steps = list(lead.steps)
    reckonings = lead.reckonings if trigger.exact else _together(points, trigger)
    if before and contested:
        assert found.contested is not None
        since, first = contested[0]
        held = _over([point.due for _, point in before], trigger.low, since)
        label = w.before_change(found.contested.since, found.value or 0)
        reckonings = (Reckoning("before", label, held), *reckonings)
        steps += [Step("law", w.from_then(since), since), *first.steps]
        steps.append(Step("note", w.rough_over_change(due)))
        base = replace(base, status="contested")
    elif not trigger.exact:
        steps.append(Step("note", w.rough(due, found.not_before)))
    if not trigger.exact:
        end = "high" if found.not_before else "low"
        reckonings = tuple(replace(one, safe=safe is not None and getattr(one.due, end) == safe) for one in reckonings)
    base = replace(base, due=due, safe=safe, reckonings=reckonings)
    if out:
        base = replace(base, status="unknown", why=w.law_changes_within())
    elif lead.safe is None:
        base = replace(base, why=late_found().do)
    return _finish(base, told, tuple(steps))


def _apart(
    found: DeadlineRule, points: list[tuple[date, Point]]
) -> tuple[list[tuple[date, Point]], list[tuple[date, Point]]]:
    """The points before there were two counts, and from then on."""
    if found.contested is None:
        return [], []
    since = found.contested.since
    return [one for one in points if one[0] < since], [one for one in points if one[0] >= since]


def _together(points: list[tuple[date, Point]], trigger: Span) -> tuple[Reckoning, ...]:
    """Each count over all the days the trigger may be; which of them is safe is not said."""
    each: dict[tuple[Which, Text], list[tuple[date, Reckoning]]] = {}
    for day, point in points:
        for one in point.reckonings:
            each.setdefault((one.which, one.label), []).append((day, one))
    made = []
    for (which, label), found in each.items():
        days = [one.due.low for _, one in found if isinstance(one.due.low, date)]
        first, last = found[0][0], found[-1][0]
        low = None if trigger.low is None and first == points[0][0] else min(days)
        high = None if trigger.high is None and last == points[-1][0] else max(days)
        made.append(Reckoning(which, label, Span(low, high)))
    return tuple(made)


def _over(days: list[date], low: object, high: object) -> Span:
    """The days from the first to the last; an end that is not known stays so."""
    return Span(None if low is None else min(days), None if high is None else max(days))


def _points(found: DeadlineRule, trigger: Span, changing: bool) -> list[date]:
    days = {day for day in (trigger.low, trigger.high) if isinstance(day, date)}
    if changing:
        for edge in edges(found):
            if _inside(edge, trigger):
                days |= {add_days(edge, -1), edge}
    return sorted(days)


def _safe_of(found: DeadlineRule, trigger: Span, safes: list[date | None]) -> date | None:
    if None in safes or (trigger.high if found.not_before else trigger.low) is None:
        return None
    days = [day for day in safes if day is not None]
    return max(days) if found.not_before else min(days)


def _at(found: DeadlineRule, day: date, on: date, told: Given) -> Point:
    """The deadline counted from one exact day."""
    assert found.value is not None
    assert found.unit is not None
    value = found.value + (told.stopped_days or 0 if found.trigger.fact in _ASYLUM_CLOCK else 0)
    if found.direction == "every" and on > day:
        value *= max(1, -(-(on - day).days // value))
    made = _count(found, day, value, on, told)
    point = Point(made.due, made.safe, made.steps)
    if found.late_found and told.found is not None and told.found.low is not None:
        return _late(found, point, told, on)
    if found.safe_value is not None and found.safe_value != value:
        other = _count(found, day, found.safe_value, on, told)
        if point.safe is not None and other.safe < point.safe:
            point = replace(
                point,
                safe=other.safe,
                steps=(*point.steps, Step("contested", w.SAFE_COUNT), *other.steps),
            )
    if found.contested is not None and on >= found.contested.since:
        return _contested(found, day, point, on, told)
    if found.operative is not None:
        return _printed(found, day, point, on, told)
    return point


def _count(found: DeadlineRule, day: date, value: int, on: date, told: Given) -> Counted:
    assert found.unit is not None
    roll: Roll = counting_rules()[found.counting].roll if found.counting else "early"
    if found.roll_rule is not None:
        return _departure(found, day, value, on, told)
    return count(
        day,
        value,
        found.unit,
        found.direction or "after",
        roll,
        told.calendar(found),
        paper=told.represented is False and told.served_by != "ecas",
    )


def _departure(found: DeadlineRule, day: date, value: int, on: date, told: Given) -> Counted:
    """A departure period: planned without a roll; whether the law gives one depends on the day and the circuit."""
    plain = count(day, value, "calendar_days", "after", "none", FEDERAL)
    rolled = count(day, value, "calendar_days", "after", "next", FEDERAL)
    if rolled.due == plain.due:
        return plain
    answer = dated_rules.ask(found.roll_rule or "", on, told.circuit)
    step = Step("roll", w.departure_roll(answer.text), rolled.due if answer.answer == "yes" else plain.due)
    due = rolled.due if answer.answer == "yes" else plain.due
    return Counted(plain.raw, due, plain.due, (*plain.steps, step))


def _contested(found: DeadlineRule, day: date, point: Point, on: date, told: Given) -> Point:
    assert found.contested is not None
    printed = _count(found, day, found.contested.printed, on, told)
    safe = min(printed.safe, point.safe or printed.safe)
    return Point(
        point.due,
        safe,
        (*point.steps, Step("contested", w.CONTESTED), *printed.steps),
        (
            Reckoning("practice", w.PRACTICE, exactly(point.due)),
            Reckoning("printed", w.PRINTED, exactly(printed.due), safe=True),
        ),
    )


def _printed(found: DeadlineRule, day: date, point: Point, on: date, told: Given) -> Point:
    operative = rule(found.operative or found.id)
    practice = _count(operative, day, operative.value or 0, on, told)
    return replace(
        point,
        steps=(*point.steps, Step("contested", w.CONTESTED), *practice.steps),
        reckonings=(
            Reckoning("printed", w.PRINTED, exactly(point.due), safe=True),
            Reckoning("practice", w.PRACTICE, exactly(practice.due)),
        ),
    )


def _late(found: DeadlineRule, point: Point, told: Given, on: date) -> Point:
    """A motion found late: from service, the date the court will use; from discovery, the one to argue for."""
    assert told.found is not None
    seen = told.found.low
    assert isinstance(seen, date)
    texts = late_found()
    later = _count(found, seen, found.value or 0, on, told)
    still_open = point.due >= seen
    steps = [
        *point.steps,
        Step("late", w.found_on(seen), seen),
        *later.steps,
        Step("late", texts.text),
        Step("late", w.still_open(point.due) if still_open else w.already_passed(point.due, later.due), point.due),
    ]
    if not still_open:
        steps.append(Step("late", texts.do))
    return Point(
        point.due,
        point.safe if still_open else None,
        tuple(steps),
        (
            Reckoning("service", texts.service, exactly(point.due), safe=still_open),
            Reckoning("discovery", texts.discovery, exactly(later.due)),
        ),
    )


# A pathway's clock


def _by_clock(base: Deadline, told: Given, worked: Span | None) -> Deadline:
    found, trigger = base.rule, base.trigger
    assert trigger is not None
    steps: tuple[Step, ...] = ()
    asked: tuple[Question, ...] = ()
    if worked is None:
        answer, steps, asked = worked_from_clock(found, trigger, told, base.on)
        if answer is Missing.ABSENT:
            return replace(base, status="does_not_apply", why=w.DOES_NOT_ARISE)
        if isinstance(answer, Missing):
            return replace(base, status="unknown", why=w.unknown_more(asked), missing=(*base.missing, *asked))
        worked = answer
    else:
        steps = (Step("count", w.comes_to(both(worked)), _exact(worked)),)
    due, safe = worked, clock_span(found, worked)
    rolled: list[Step] = []
    if found.counting == "CR_forward":
        due, rolled = _rolled(worked)
    end = worked.high if found.not_before else worked.low
    if safe is not None and isinstance(end, date) and safe != end:
        rolled.append(early(safe))
    made = replace(base, due=due, safe=safe, missing=(*base.missing, *asked))
    return _finish(made, told, (*steps, *rolled))


def _rolled(worked: Span) -> tuple[Span, list[Step]]:
    low = FEDERAL.next_open(worked.low) if isinstance(worked.low, date) else None
    high = FEDERAL.next_open(worked.high) if isinstance(worked.high, date) else None
    due = Span(low, high)
    reason = FEDERAL.why_closed(worked.low) if worked.exact and isinstance(worked.low, date) else None
    if low is None:
        return due, []
    return due, [Step("roll", w.court_only_roll(reason, low), low)] if reason else []


# What every dated answer ends with


def _finish(base: Deadline, told: Given, steps: tuple[Step, ...]) -> Deadline:
    found = base.rule
    made = replace(base, steps=(*base.steps, *steps))
    made = _beside(made, told)
    more = list(made.steps)
    asked = list(made.missing)
    if found.custody == "non_detained" and told.custody is None and found.trigger.fact is not None:
        more.append(Step("assumed", w.ASSUMES_NOT_DETAINED))
        asked.append(_detained_question(found))
    if told.custody == "detained":
        more += [Step("note", note) for note in _detained_notes(found)]
    if found.trigger.fact in _ASYLUM_CLOCK and told.stopped_days != 0:
        more.append(Step("assumed", w.stopped(told.stopped_days)))
    more += [Step("filed", note) for note in _filing_notes(found, told)]
    if made.safe is not None and made.due is not None:
        more.append(Step("safe", w.safe_date(made.safe, made.due, found.not_before), made.safe))
    elif made.due is not None:
        more.append(Step("safe", w.NO_SAFE_DATE))
    return replace(made, steps=tuple(more), missing=tuple({q.question.en: q for q in asked}.values()))


def _beside(made: Deadline, told: Given) -> Deadline:
    found, more = made.rule, []
    for one in found.beside:
        if one.rule is not None:
            other = work_out(rule(one.rule), made.trigger, told)
            span = other.due
        else:
            start = made.trigger if one.of == "trigger" else made.due
            value = -one.value if one.direction == "before" else one.value
            span = _shift(start, value, one.unit) if start is not None else None
        if span is not None:
            more.append(Reckoning(one.which, one.label, span))
    if not more:
        return made
    steps = tuple(Step("note", w.beside(one.label, both(one.due)), _exact(one.due)) for one in more)
    return replace(made, reckonings=(*made.reckonings, *more), steps=(*made.steps, *steps))


def _shift(span: Span, value: int, unit: str) -> Span:
    low, high = [shifted(day, value, unit) if isinstance(day, date) else None for day in (span.low, span.high)]
    return Span(low, high)


def _detained_question(found: DeadlineRule) -> Question:
    from nolle.facts.vocabulary import find, question

    return Question(
        "case.detained", "not_asked", question("case.detained"), find("case.detained").asked_of, (found.id,)
    )


def _detained_notes(found: DeadlineRule) -> list[Text]:
    notes = [p.text for p in parameters().values() if p.group == "detained" and found.id in p.rules]
    return notes or ([counting_notes()["detained"].text] if found.office in ("court", "board") else [])


def _filing_notes(found: DeadlineRule, told: Given) -> list[Text]:
    if found.kind not in ("filing", "notice") or found.ours:
        return []
    notes = []
    if found.office in ("court", "board", "court_or_uscis"):
        notes.append(w.FILED_IS_RECEIVED)
    elif found.office == "uscis":
        notes.append(w.USCIS_RECEIVES)
    elif found.office == "circuit":
        notes.append(counting_notes()["holiday_local"].text)
    if found.office not in ("court", "board"):
        return notes
    if told.served_by == "mail":
        notes.append(counting_notes()["no_mail_days"].text)
    if told.zone is not None:
        notes.append(w.by_close_of_business(told.zone))
    if told.represented is False:
        notes.append(counting_notes()["pro_se"].text)
    return notes
