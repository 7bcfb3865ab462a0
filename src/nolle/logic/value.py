"""What a condition or value comes to for one case: the meaning of every node of the tree.

``evaluate`` answers a yes-or-no node with ``True``, ``False`` or a ``Missing``; a date or number with a ``Span`` or a
``Missing``; a code with a ``str``, a ``frozenset`` of the codes it may be, or a ``Missing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from .asked import Asked
from .known import Answer, Missing, Row, Value
from .rough import Span, add_days, add_months, exactly, less, months_between, same, years_between
from .tree import (
    Absent,
    And,
    AsOf,
    Choose,
    Compare,
    Count,
    Elapsed,
    Exists,
    Expr,
    Extreme,
    Fact,
    Has,
    IfAbsent,
    IsIn,
    Known,
    Literal_,
    Lookup,
    Not,
    OnlyIf,
    Or,
    OrElse,
    PickRow,
    Shift,
    Soonest,
)

UNKNOWN = Missing.NOT_KNOWN


def evaluate(expr: Expr, asked: Asked) -> Answer:
    """What a node comes to for the case asked about."""
    return MEANING[type(expr)](expr, asked)  # type: ignore[no-any-return]


def _fact(e: Fact, asked: Asked) -> Answer:
    """What a derived fact's definition comes to, and what was told where that is nothing; else what was told."""
    if e.entity is not None:
        return _row_fact(e, asked)
    definition = asked.definitions.get(e.name)
    if definition is None:
        return asked.cell(e.name).answer
    answer = asked.answers.get(e.name)
    if answer is None:
        told = asked.answers[e.name] = asked.cell(e.name).answer  # what a definition reads of its own fact
        row, asked.row = asked.row, None  # a definition may read a list of its own
        answer = asked.answers[e.name] = _derived(evaluate(definition, asked), told)
        asked.row = row
    return answer


def _row_fact(e: Fact, asked: Asked) -> Answer:
    assert asked.row is not None
    cell = asked.row.cells.get(e.name.rpartition(".")[2])
    answer: Answer = cell.answer if cell is not None else Missing.NOT_ASKED
    definition = asked.definitions.get(e.name)
    if definition is None or e.name in asked.inside:
        return answer
    asked.inside.add(e.name)
    derived = evaluate(definition, asked)
    asked.inside.discard(e.name)
    return _derived(derived, answer)


def _derived(derived: Answer, told: Answer) -> Answer:
    if not isinstance(derived, Missing) or (derived is Missing.ABSENT and told is Missing.NOT_ASKED):
        return derived
    return told


def _and(e: And, asked: Asked) -> Answer:
    result: Answer = True
    for part in e.parts:
        truth = evaluate(part, asked)
        if truth is False:
            return False
        if truth is not True:
            result = UNKNOWN
    return result


def _or(e: Or, asked: Asked) -> Answer:
    result: Answer = False
    for part in e.parts:
        truth = evaluate(part, asked)
        if truth is True:
            return True
        if truth is not False:
            result = UNKNOWN
    return result


def _not(e: Not, asked: Asked) -> Answer:
    truth = evaluate(e.part, asked)
    return (not truth) if isinstance(truth, bool) else UNKNOWN


def _compare(e: Compare, asked: Asked) -> Answer:
    left = MEANING[type(e.left)](e.left, asked)
    if not isinstance(left, Span):
        return UNKNOWN
    right = MEANING[type(e.right)](e.right, asked)
    if not isinstance(right, Span):
        return UNKNOWN
    truth = same(left, right) if e.op == "==" else less(left, right, e.op == "<=")
    return UNKNOWN if truth is None else truth


def _is_in(e: IsIn, asked: Asked) -> Answer:
    answer = MEANING[type(e.of)](e.of, asked)
    if isinstance(answer, str):
        return answer in e.codes
    if isinstance(answer, frozenset):
        return True if answer <= e.codes else UNKNOWN if answer & e.codes else False
    return UNKNOWN


def _has(e: Has, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    if isinstance(answer, tuple):
        return not e.codes.isdisjoint(answer)
    return UNKNOWN


def _known(e: Known, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    if isinstance(answer, Missing):
        return False if answer is Missing.ABSENT else UNKNOWN
    return True


def _absent(e: Absent, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    if isinstance(answer, Missing):
        return True if answer is Missing.ABSENT else UNKNOWN
    return False


def _if_absent(e: IfAbsent, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    return evaluate(e.other, asked) if answer is Missing.ABSENT else answer


def _or_else(e: OrElse, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    return evaluate(e.other, asked) if isinstance(answer, Missing) else answer


def _choose(e: Choose, asked: Asked) -> Answer:
    when = evaluate(e.when, asked)
    if when is True:
        return evaluate(e.then, asked)
    if when is False:
        return evaluate(e.otherwise, asked)
    return either((evaluate(e.then, asked), evaluate(e.otherwise, asked)))


def either(answers: Iterable[Answer]) -> Answer:
    """One of several answers, nobody knows which: what they have in common."""
    found = list(answers)
    if not found or any(isinstance(answer, Missing) for answer in found):
        return found[0] if found and all(answer is found[0] for answer in found) else UNKNOWN
    result = found[0]
    for answer in found[1:]:
        if result == answer:
            continue
        if isinstance(result, Span) and isinstance(answer, Span):
            result = result.hull(answer)
        elif isinstance(result, (str, frozenset)) and isinstance(answer, (str, frozenset)):
            result = _codes(result) | _codes(answer)
        else:
            return UNKNOWN
    return result


def _codes(value: str | frozenset[str]) -> frozenset[str]:
    return frozenset((value,)) if isinstance(value, str) else value


def _only_if(e: OnlyIf, asked: Asked) -> Answer:
    when = evaluate(e.when, asked)
    if when is True:
        return evaluate(e.of, asked)
    return Missing.ABSENT if when is False else UNKNOWN


def _soonest(e: Soonest, asked: Asked) -> Answer:
    answers = [evaluate(part, asked) for part in e.parts]
    spans = [a if isinstance(a, Span) else Span(None, None) for a in answers if a is not Missing.ABSENT]
    if not spans:
        return Missing.ABSENT
    low, high = (
        _bound(min, [s.low for s in spans]),
        _bound(min, [s.high for s in spans if s.high is not None]),
    )
    return UNKNOWN if low is None and high is None else Span(low, high)


def _shift(e: Shift, asked: Asked) -> Answer:
    answer = evaluate(e.of, asked)
    if not isinstance(answer, Span):
        return answer
    years, days = e.years, e.days
    if isinstance(years, int) and isinstance(days, int):
        low = _moved(answer.low, e, years, days)
        return Span(low, low if answer.low is answer.high else _moved(answer.high, e, years, days))
    some_years, some_days = _amount(years, asked), _amount(days, asked)
    if some_years is None or some_days is None:
        return UNKNOWN
    least, most = ("low", "high") if e.sign == 1 else ("high", "low")
    return Span(
        _moved(answer.low, e, getattr(some_years, least), getattr(some_days, least)),
        _moved(answer.high, e, getattr(some_years, most), getattr(some_days, most)),
    )


def _moved(day: Any, e: Shift, years: Any, days: Any) -> date | None:
    if day is None or years is None or days is None:
        return None
    return add_days(add_months(day, e.sign * (12 * int(years) + e.months)), e.sign * int(days))


def _amount(amount: int | Expr, asked: Asked) -> Span | None:
    if isinstance(amount, int):
        return exactly(amount)
    answer = evaluate(amount, asked)
    return answer if isinstance(answer, Span) else None


_ELAPSED: dict[str, Any] = {
    "days": lambda start, end: (end - start).days,
    "months": months_between,
    "years": years_between,
}


def _elapsed(e: Elapsed, asked: Asked) -> Answer:
    start, end = evaluate(e.start, asked), evaluate(e.end, asked)
    if not isinstance(start, Span) or not isinstance(end, Span):
        return UNKNOWN
    count = _ELAPSED[e.unit]
    low = None if start.high is None or end.low is None else count(start.high, end.low)
    high = None if start.low is None or end.high is None else count(start.low, end.high)
    return Span(low, high)


def _rows(entity: str, where: Expr, asked: Asked) -> Iterator[tuple[Row, Answer]]:
    """Each row that may meet the condition, with how sure that is."""
    for row in asked.case.rows(entity):
        asked.row = row
        truth = evaluate(where, asked)
        if truth is not False:
            yield row, truth
    asked.row = None


def _exists(e: Exists, asked: Asked) -> Answer:
    unsure = not asked.case.complete(e.entity)
    ask = MEANING[type(e.where)]
    for row in asked.case.rows(e.entity):
        asked.row = row
        truth = ask(e.where, asked)
        if truth is True:
            asked.row = None
            return True
        unsure = unsure or truth is not False
    asked.row = None
    return UNKNOWN if unsure else False


def _count(e: Count, asked: Asked) -> Answer:
    sure = possible = 0
    for _, truth in _rows(e.entity, e.where, asked):
        possible += 1
        sure += truth is True
    return Span(sure, possible if asked.case.complete(e.entity) else None)


def _pick(e: PickRow, asked: Asked) -> Answer:
    """The field of every row that may be the first or last, as one answer; unknown while rows may be missing."""
    if not asked.case.complete(e.entity):
        return Missing.NOT_ASKED
    rows: list[tuple[Span, Answer, bool]] = []
    for row, truth in _rows(e.entity, e.where, asked):
        asked.row = row
        by = evaluate(e.by, asked)
        rows.append((by if isinstance(by, Span) else Span(None, None), evaluate(e.give, asked), truth is True))
    asked.row = None
    if not rows:
        return Missing.ABSENT
    if e.which == "last":
        sure_ends = [by.low for by, _, sure in rows if sure and by.low is not None]
        bound = max(sure_ends, default=None)
        may = [give for by, give, _ in rows if bound is None or by.high is None or by.high >= bound]
    else:
        sure_starts = [by.high for by, _, sure in rows if sure and by.high is not None]
        bound = min(sure_starts, default=None)
        may = [give for by, give, _ in rows if bound is None or by.low is None or by.low <= bound]
    if not any(sure for _, _, sure in rows):
        return UNKNOWN
    return either(may)


def _extreme(e: Extreme, asked: Asked) -> Answer:
    """The earliest, latest or total over complete rows; a row that may not count widens the range."""
    if not asked.case.complete(e.entity):
        return Missing.NOT_ASKED
    sure: list[Span] = []
    maybe: list[Span] = []
    for row, truth in _rows(e.entity, e.where, asked):
        asked.row = row
        value = evaluate(e.give, asked)
        (sure if truth is True else maybe).append(value if isinstance(value, Span) else Span(None, None))
    asked.row = None
    if e.what == "total":
        return _total(sure, maybe)
    if not sure:
        return Missing.ABSENT if not maybe else UNKNOWN
    lows, highs = [s.low for s in sure], [s.high for s in sure]
    if e.what == "earliest":
        low = _bound(min, lows + [s.low for s in maybe])
        return Span(low, _bound(min, [h for h in highs if h is not None]))
    high = _bound(max, highs + [s.high for s in maybe])
    return Span(_bound(max, [x for x in lows if x is not None]), high)


def _bound(best: Any, ends: list[Any]) -> Any:
    return None if not ends or None in ends else best(ends)


def _total(sure: list[Span], maybe: list[Span]) -> Span:
    low = _sum([s.low for s in sure] + [None if s.low is None else min(s.low, 0) for s in maybe])
    high = _sum([s.high for s in sure] + [None if s.high is None else max(s.high, 0) for s in maybe])
    return Span(low, high)


def _sum(ends: list[Any]) -> Any:
    return None if None in ends else sum(ends)


def _lookup(e: Lookup, asked: Asked) -> Answer:
    key, on = evaluate(e.key, asked), evaluate(e.on, asked)
    if not isinstance(key, (str, frozenset)) or not isinstance(on, Span):
        return UNKNOWN
    table = asked.tables[e.table]
    found = [table.look_up(code, on) for code in sorted(_codes(key))]
    values: list[Answer] = [UNKNOWN if span is None else span for span in found]
    return either(values)


def _literal(e: Literal_, asked: Asked) -> Value:
    return e.value


def _as_of(e: AsOf, asked: Asked) -> Value:
    return asked.today


MEANING: dict[type[Expr], Any] = {
    Fact: _fact,
    Literal_: _literal,
    AsOf: _as_of,
    And: _and,
    Or: _or,
    Not: _not,
    Compare: _compare,
    IsIn: _is_in,
    Has: _has,
    Known: _known,
    Absent: _absent,
    IfAbsent: _if_absent,
    OrElse: _or_else,
    Choose: _choose,
    OnlyIf: _only_if,
    Soonest: _soonest,
    Shift: _shift,
    Elapsed: _elapsed,
    Exists: _exists,
    Count: _count,
    PickRow: _pick,
    Extreme: _extreme,
    Lookup: _lookup,
}
"""What each kind of node comes to. The hottest callers look their node up here, to spare a call."""
