"""Deadlines whose date arithmetic is a pathway's clock: one place for a clock, asked here of one date or of a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from nolle.facts.derivations import definitions
from nolle.facts.record import CaseFacts, FactRow
from nolle.facts.vocabulary import find, question
from nolle.law import authorities
from nolle.law.pathway import Clock
from nolle.law.pathways import pathway
from nolle.law.tables import tables
from nolle.logic import Answer, Asked, Cell, Expr, Fact, Missing, Span, exactly, facts_of
from nolle.logic.judge import base_facts
from nolle.logic.text import Text
from nolle.logic.tree import Choose, OnlyIf, Shift
from nolle.logic.value import evaluate

from .answer import Question
from .calendar import FEDERAL, say_day
from .counting import Step, amount
from .given import Given
from .rules import DeadlineRule

_STOP_TIME = "derived.stop_time_date"


@cache
def clock_of(named: str) -> Clock:
    """The clock ``pathway.clock``.

    Raises:
        KeyError: for a clock that no pathway has.
    """
    where, _, id = named.partition(".")
    for clock in pathway(where).clocks:
        if clock.id == id:
            return clock
    raise KeyError(named)


def worked_from_clock(
    found: DeadlineRule, trigger: Span, told: Given, on: date
) -> tuple[Span | Missing, tuple[Step, ...], tuple[Question, ...]]:
    """What the rule's clock comes to for a trigger alone, the working, and what it still needs to know."""
    assert found.clock is not None
    due = clock_of(found.clock).due
    ends = [_asked(found, exactly(day), told, on) for day in _ends(trigger)]
    answers = [evaluate(due, asked) for asked in ends]
    lead = ends[-1 if found.not_before else 0]
    if any(not isinstance(answer, Span) for answer in answers):
        missing = next(answer for answer in answers if not isinstance(answer, Span))
        answer = missing if isinstance(missing, Missing) else Missing.NOT_KNOWN
        asks = () if answer is Missing.ABSENT else questions(due, lead, found.id)
        return answer, (), asks
    spans = [answer for answer in answers if isinstance(answer, Span)]
    low = None if trigger.low is None else spans[0].low
    high = None if trigger.high is None else spans[-1].high
    rough = any(not span.exact for span in spans)
    asked = questions(due, lead, found.id) if rough else ()
    if found.id == "ten_year_42b":
        asked = (*asked, _ask("case.nta_served_on", "not_asked", found.id))
    return Span(low, high), tuple(unfold(due, lead)), asked


def clock_span(found: DeadlineRule, worked: Span) -> date | None:
    """The date to work to: a first possible day's late end; for what must be filed the business day on or before."""
    end = worked.high if found.not_before else worked.low
    if not isinstance(end, date):
        return None
    files = found.kind in ("filing", "convention")
    return FEDERAL.last_open(end) if files else end


def questions(expr: Expr, asked: Asked, settles: str) -> tuple[Question, ...]:
    """The facts behind an expression that are not told exactly, with the questions that ask for them."""
    found: dict[str, Question] = {}
    for fact in base_facts(facts_of(expr), asked):
        for name, answer in _cells(fact, asked):
            if answer is Missing.NOT_ASKED:
                found.setdefault(name, _ask(name, "not_asked", settles))
            elif answer is Missing.NOT_KNOWN or (isinstance(answer, Span) and not answer.exact):
                found.setdefault(name, _ask(name, "not_known", settles))
    return tuple(found.values())


def unfold(expr: Expr, asked: Asked) -> Sequence[Step]:
    """The date arithmetic of an expression, one step for each move, for a case in which its dates are exact."""
    if isinstance(expr, OnlyIf):
        return unfold(expr.of, asked)
    if isinstance(expr, Choose):
        when = evaluate(expr.when, asked)
        return unfold(expr.then if when is True else expr.otherwise, asked) if isinstance(when, bool) else ()
    if not isinstance(expr, Shift):
        return ()
    steps = list(unfold(expr.of, asked))
    day = _day(evaluate(expr.of, asked))
    years, days = _number(expr.years, asked), _number(expr.days, asked)
    if day is None or years is None or days is None:
        return steps
    for value, unit in ((years, "years"), (expr.months, "months"), (days, "calendar_days")):
        if value:
            moved = _moved(day, expr.sign * value, unit)
            steps.append(_step(day, value, unit, expr.sign < 0, moved))
            day = moved
    return steps


def _moved(day: date, value: int, unit: str) -> date:
    from .counting import shifted

    return shifted(day, value, unit)


def _step(day: date, value: int, unit: str, back: bool, moved: date) -> Step:
    after, despues = ("before", "antes del") if back else ("after", "después del")
    return Step(
        "count",
        Text(
            f"{amount(value, unit, 'en')} {after} {say_day(day, 'en')} is {say_day(moved, 'en')}",
            f"{amount(value, unit, 'es')} {despues} {say_day(day, 'es')} es el {say_day(moved, 'es')}",
        ),
        moved,
    )


def _day(answer: Answer) -> date | None:
    day = answer.low if isinstance(answer, Span) and answer.exact else None
    return day if isinstance(day, date) else None


def _number(value: int | Expr, asked: Asked) -> int | None:
    if isinstance(value, int):
        return value
    answer = evaluate(value, asked)
    return answer.low if isinstance(answer, Span) and answer.exact and isinstance(answer.low, int) else None


def _ends(trigger: Span) -> list[date]:
    return [day for day in dict.fromkeys((trigger.low, trigger.high)) if isinstance(day, date)]


def _asked(found: DeadlineRule, day: Span, told: Given, on: date) -> Asked:
    """A case of which only the trigger is told, and what was given beside it."""
    fact = found.trigger.fact
    assert fact is not None
    entity = fact.partition(".")[0]
    single: dict[str, Cell] = {_STOP_TIME: Cell(Missing.ABSENT), "juvenile.order_on": Cell(Missing.ABSENT)}
    lists: dict[str, list[FactRow]] = {}
    if entity == "relative":
        child = {"relationship": Cell("child"), "status": Cell("usc"), "marital_status": Cell("single")}
        lists["relative"] = [FactRow("1", {**child, fact.partition(".")[2]: Cell(day)})]
    else:
        single[fact] = Cell(day)
    if told.state is not None:
        single["juvenile.court_state"] = Cell(told.state)
    if told.hearing is not None:
        single["case.next_hearing_kind"] = Cell(told.hearing)
    circuit = told.circuit.removeprefix("ca") if told.circuit else None
    facts = CaseFacts(single, lists, frozenset(lists))
    return Asked(facts, authorities.Law(), on, circuit, tables=tables(), definitions=definitions())


def _cells(fact: Fact, asked: Asked) -> list[tuple[str, Answer]]:
    if fact.entity is None:
        return [(fact.name, asked.case.cell(fact.name).answer)]
    if not asked.case.complete(fact.entity):
        return [(fact.entity, Missing.NOT_ASKED)]
    field = fact.name.rpartition(".")[2]
    rows = asked.case.rows(fact.entity)
    return [
        (f"{fact.entity}[{row.id}].{field}", row.cells[field].answer if field in row.cells else Missing.NOT_ASKED)
        for row in rows
    ]


def _ask(name: str, why: str, settles: str) -> Question:
    from nolle.facts.vocabulary import vocabulary

    if "." not in name:
        label = vocabulary()[name].label
        text = Text(
            f"Are these all of them, with none left out? ({label.en})",
            f"¿Está completa esta lista, sin que falte nada? ({label.es})",
        )
        return Question(name, "not_asked", text, "client", (settles,))
    asked = find(name)
    return Question(
        name, "not_known" if why == "not_known" else "not_asked", question(name), asked.asked_of, (settles,)
    )
