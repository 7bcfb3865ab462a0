"""What is asked of lists and tables, as columns.

A list's rows are judged as columns of their own and summed for each case in whole numbers: so many rows surely meet
the condition, so many may. Grouped ``any`` and ``all`` are never used: they pass over nulls on every engine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from nolle.logic.columns.algebra import (
    Value,
    all_,
    any_,
    cases,
    compare,
    either_way,
    greatest,
    is_false,
    is_null,
    is_true,
    least,
    not_,
    pick,
)
from nolle.logic.columns.facts import Bounds
from nolle.logic.columns.values import ABSENT, ASKS, BOUNDS, GIVEN, TRUTH, Values
from nolle.logic.rough import Span
from nolle.logic.tree import Count, Exists, Expr, Extreme, Lookup, PickRow, RuleError


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list that meet a condition: flags of the rows, and how many there are of each for a case."""

    values: Values | None
    sure: Value
    possible: Value
    count_sure: Value
    count_possible: Value

    def count(self, flag: Value) -> Value:
        """How many of a case's rows a flag holds for."""
        return 0 if self.values is None else self.values.sheet.count(flag)

    def best(self, how: Any, value: Value) -> Value:
        """The sum, least or greatest over a case's rows."""
        return None if self.values is None else self.values.sheet.over_rows(how, value)

    def some(self, flag: Value) -> Value:
        """Whether a flag holds for any of a case's rows."""
        return some(self.count(flag))


def some(count: Value) -> Value:
    """Whether a number of rows is more than none."""
    return compare("<", 0, count)


def _none(count: Value) -> Value:
    return compare("==", count, 0)


def _rows(v: Values, entity: str, where: Expr) -> Rows:
    key = ("rows", entity, v.question.key(where))
    if key not in v.found:
        of = v.rows(entity)
        if of is None:
            v.found[key] = Rows(None, False, False, 0, 0)
        else:
            truth = of.sheet.keep(of.truth(where))
            sure, possible = of.sheet.keep(is_true(truth)), of.sheet.keep(not_(is_false(truth)))
            v.found[key] = Rows(of, sure, possible, of.sheet.count(sure), of.sheet.count(possible))
    return v.found[key]  # type: ignore[no-any-return]


def _exists(v: Values, e: Exists) -> Value:
    rows = _rows(v, e.entity, e.where)
    none = all_((v.complete(e.entity), _none(rows.count_possible)))
    return either_way(some(rows.count_sure), none)


def _count(v: Values, e: Count) -> Bounds:
    rows = _rows(v, e.entity, e.where)
    return rows.count_sure, pick(v.complete(e.entity), rows.count_possible, None)


# the first or last row


@dataclass(frozen=True, slots=True)
class _Picked:
    """The rows that may be the first or last of a case."""

    rows: Rows
    may: Value
    count: Value
    settled: Value
    """Whether the list is complete and some row surely counts."""
    empty: Value


def _picked(v: Values, e: PickRow) -> _Picked:
    key = ("picked", e.which, e.entity, v.question.key(e.by), v.question.key(e.where))
    if key not in v.found:
        rows = _rows(v, e.entity, e.where)
        complete = v.complete(e.entity)
        may: Value = False
        if rows.values is not None:
            sheet = rows.values.sheet
            low, high = rows.values.bounds(e.by)
            if e.which == "last":
                bound = sheet.carry(rows.best("max", pick(rows.sure, low, None)))
                outside = compare("<", high, bound)
            else:
                bound = sheet.carry(rows.best("min", pick(rows.sure, high, None)))
                outside = compare("<", bound, low)
            may = sheet.keep(all_((rows.possible, not_(is_true(outside)))))
        settled = v.sheet.keep(all_((complete, some(rows.count_sure))))
        empty = v.sheet.keep(all_((complete, _none(rows.count_possible))))
        v.found[key] = _Picked(rows, may, rows.count(may), settled, empty)
    return v.found[key]  # type: ignore[no-any-return]


def _all_picked(p: _Picked, flag: Value) -> Value:
    """Whether a flag holds for every row that may be the one."""
    return all_((p.settled, compare("==", p.rows.count(all_((p.may, flag))), p.count)))


def _pick_truth(v: Values, e: PickRow, ask: Callable[[Values], Value]) -> Value:
    p = _picked(v, e)
    if p.rows.values is None:
        return None
    truth = p.rows.values.sheet.keep(ask(p.rows.values))
    return either_way(_all_picked(p, is_true(truth)), _all_picked(p, is_false(truth)))


def _pick_bounds(v: Values, e: PickRow) -> Bounds:
    p = _picked(v, e)
    if p.rows.values is None:
        return None, None
    low, high = p.rows.values.bounds(e.give)
    given = v.sheet.keep(_pick_given(v, e))
    ends = []
    for how, end in (("min", low), ("max", high)):
        bounded = _none(p.rows.count(all_((p.may, is_null(end)))))
        ends.append(pick(all_((given, bounded)), p.rows.best(how, pick(p.may, end, None)), None))
    return ends[0], ends[1]


def _pick_given(v: Values, e: PickRow) -> Value:
    p = _picked(v, e)
    return False if p.rows.values is None else _all_picked(p, p.rows.values.given(e.give))


def _pick_absent(v: Values, e: PickRow) -> Value:
    p = _picked(v, e)
    if p.rows.values is None:
        return p.empty
    return any_((p.empty, _all_picked(p, p.rows.values.absent(e.give))))


# the earliest, the latest, the total


def _extreme(v: Values, e: Extreme) -> Bounds:
    rows = _rows(v, e.entity, e.where)
    if rows.values is None:
        total = pick(v.complete(e.entity), 0, None) if e.what == "total" else None
        return total, total
    low, high = rows.values.bounds(e.give)
    given = v.sheet.keep(_extreme_given(v, e))
    if e.what == "total":
        low = pick(rows.sure, low, pick(rows.possible, least(low, 0), 0))
        high = pick(rows.sure, high, pick(rows.possible, greatest(high, 0), 0))
        return _total(v, rows, given, low), _total(v, rows, given, high)
    # one end is that of the best row there may be, the other that of the best row that surely counts
    how, reach, firm = ("min", low, high) if e.what == "earliest" else ("max", high, low)
    bounded = _none(rows.count(all_((rows.possible, is_null(reach)))))
    far = pick(all_((given, bounded)), rows.best(how, pick(rows.possible, reach, None)), None)
    near = pick(given, rows.best(how, pick(rows.sure, firm, None)), None)
    return (far, near) if e.what == "earliest" else (near, far)


def _total(v: Values, rows: Rows, given: Value, end: Value) -> Value:
    assert rows.values is not None
    end = rows.values.sheet.keep(end)
    total = rows.best("sum", end)
    bounded = _none(rows.count(is_null(end)))
    return pick(all_((given, bounded)), pick(is_null(total), 0, total), None)


def _extreme_given(v: Values, e: Extreme) -> Value:
    complete = v.complete(e.entity)
    return complete if e.what == "total" else all_((complete, some(_rows(v, e.entity, e.where).count_sure)))


def _extreme_absent(v: Values, e: Extreme) -> Value:
    if e.what == "total":
        return False
    return all_((v.complete(e.entity), _none(_rows(v, e.entity, e.where).count_possible)))


# tables of the law


def _look_up(v: Values, e: Lookup) -> tuple[Value, Value, Value]:
    """The lowest and highest value the key may have on the days it may be, and whether every one of them is stored."""
    table = v.question.tables[e.table]
    steps = getattr(table, "steps", None)
    if steps is None:
        raise RuleError(f"the table {e.table!r} has no steps(): a docket cannot be asked about it")
    on_low, on_high = v.bounds(e.on)
    alike: dict[tuple[tuple[date, Span | None], ...], set[str]] = {}
    for code, stored in steps().items():
        alike.setdefault(tuple(stored), set()).add(code)
    every = frozenset().union(*alike.values())
    hits: list[tuple[Value, Span]] = []
    unsure: list[Value] = [not_(v.given(e.key)), is_null(on_low), not_(is_true(v.asks(e.key, every)))]
    for stored, codes in alike.items():
        may_be = v.sheet.keep(not_(is_false(v.asks(e.key, frozenset(codes)))))
        for place, (start, span) in enumerate(stored):
            after = compare("<=", stored[place + 1][0].toordinal(), on_low) if place + 1 < len(stored) else False
            before = compare("<", on_high, start.toordinal())
            hit = all_((may_be, not_(is_true(after)), not_(is_true(before))))
            if span is None:
                unsure.append(hit)
            else:
                hits.append((v.sheet.keep(hit), span))
    given = v.sheet.keep(not_(any_(unsure)))
    low = _widest([(hit, span.low) for hit, span in hits], larger=False)
    high = _widest([(hit, span.high) for hit, span in hits], larger=True)
    return pick(given, low, None), pick(given, high, None), given


def _widest(hits: list[tuple[Value, Any]], *, larger: bool) -> Value:
    """The least or largest of the ends whose flag holds; null where one of them is no bound."""
    flags: dict[Any, list[Value]] = {}
    for hit, end in hits:
        flags.setdefault(end, []).append(hit)
    ends = sorted((end for end in flags if end is not None), reverse=larger)
    unbounded = [(any_(flags[None]), None)] if None in flags else []
    return cases([*unbounded, *((any_(flags[end]), end) for end in ends)], None)


def _looked_up(v: Values, e: Lookup) -> tuple[Value, Value, Value]:
    key = ("look_up", v.question.key(e))
    if key not in v.found:
        v.found[key] = _look_up(v, e)
    return v.found[key]  # type: ignore[no-any-return]


TRUTH[Exists] = _exists
TRUTH[PickRow] = lambda v, e: _pick_truth(v, e, lambda rows: rows.truth(e.give))
ASKS[PickRow] = lambda v, e, codes: _pick_truth(v, e, lambda rows: rows.asks(e.give, codes))
BOUNDS[Count] = _count
BOUNDS[PickRow] = _pick_bounds
BOUNDS[Extreme] = _extreme
BOUNDS[Lookup] = lambda v, e: _looked_up(v, e)[:2]
GIVEN[Count] = lambda v, e: True
GIVEN[PickRow] = _pick_given
GIVEN[Extreme] = _extreme_given
GIVEN[Lookup] = lambda v, e: _looked_up(v, e)[2]
ABSENT[PickRow] = _pick_absent
ABSENT[Extreme] = _extreme_absent
