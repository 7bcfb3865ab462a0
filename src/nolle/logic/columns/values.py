"""Conditions and values as columns: the meaning of every node of the tree, as ``value`` gives it for one case.

A value is asked in parts, and only the parts a rule needs are made: a condition's ``truth``; the ``bounds`` of a date
or number, null where it has none or is not given; whether a code is one of some (``asks``); whether it is ``given``,
and whether it is ``absent``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nolle.logic.columns import dates
from nolle.logic.columns.algebra import (
    Col,
    Value,
    all_,
    any_,
    build,
    cases,
    column,
    compare,
    either_way,
    greatest,
    is_false,
    is_null,
    is_true,
    least,
    not_,
    pick,
    plus,
    same,
    times,
)
from nolle.logic.columns.expression import FLOAT64, INT32
from nolle.logic.columns.facts import (
    Bounds,
    fact,
    fact_absent,
    fact_given,
    told_absent,
    told_asks,
    told_bounds,
    told_given,
    told_truth,
)
from nolle.logic.columns.question import Question, Told
from nolle.logic.columns.sheets import Sheet
from nolle.logic.rough import Span
from nolle.logic.tree import (
    Absent,
    And,
    AsOf,
    Choose,
    Compare,
    Elapsed,
    Expr,
    Fact,
    Has,
    IfAbsent,
    IsIn,
    Known,
    Literal_,
    Not,
    OnlyIf,
    Or,
    OrElse,
    PickRow,
    RuleError,
    Shift,
    Soonest,
)
from nolle.logic.walk import children, entity_of


@dataclass(slots=True)
class Values:
    """The values of one sheet: of the cases, or of the rows of a list."""

    question: Question
    sheet: Sheet
    found: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def truth(self, e: Expr) -> Value:
        """A yes-or-no condition."""
        return self._once("truth", e, lambda v, x: TRUTH[type(x)](v, x))  # type: ignore[no-any-return]

    def bounds(self, e: Expr) -> Bounds:
        """The lowest and highest a date or number may be; both null where it is not given."""
        return self._once("bounds", e, lambda v, x: BOUNDS[type(x)](v, x))  # type: ignore[no-any-return]

    def asks(self, e: Expr, codes: frozenset[str]) -> Value:
        """Whether a code is one of some; unknown where it is not given or may be another."""
        return self._once("asks", e, lambda v, x: ASKS[type(x)](v, x, codes), codes)  # type: ignore[no-any-return]

    def codes(self, e: Expr) -> Value:
        """A list of codes, null where it is not given."""
        return self._once("codes", e, lambda v, x: _codes(v, x))  # type: ignore[no-any-return]

    def given(self, e: Expr) -> Value:
        """Whether there is a value, as a flag."""
        return self._once("given", e, _given)  # type: ignore[no-any-return]

    def absent(self, e: Expr) -> Value:
        """Whether someone said that there is none, as a flag."""
        return self._once("absent", e, lambda v, x: ABSENT.get(type(x), _never)(v, x))  # type: ignore[no-any-return]

    def _once(self, what: str, e: Expr, make: Callable[[Values, Expr], Any], *more: object) -> Any:
        key = (what, self.question.key(e), *more)
        if key not in self.found:
            if self.sheet.entity is not None and not _of_rows(e):
                value = getattr(self.question.values[None], what)(e, *more)
                value = tuple(map(self.sheet.carry, value)) if isinstance(value, tuple) else self.sheet.carry(value)
            else:
                value = make(self, e)
                if isinstance(value, tuple):
                    value = tuple(map(self.sheet.keep, value))
                elif self.question.uses.get(self.question.key(e), 0) > 1:
                    value = self.sheet.keep(value)
            self.found[key] = value
        return self.found[key]

    def kept(self, key: tuple[object, ...], value: Value) -> Value:
        """A column of its own, which whoever asks the same shares."""
        if key not in self.found:
            self.found[key] = self.sheet.keep(value)
        return self.found[key]  # type: ignore[no-any-return]

    def rows(self, entity: str) -> Values | None:
        """The rows of a list; ``None`` when there is no such frame."""
        return self.question.values.get(entity)

    def complete(self, entity: str) -> Value:
        """Whether someone said that no row of the list is missing."""
        name = f"{entity}__complete"
        return is_true(column(name)) if name in self.sheet.schema else False

    def column(self, fact: Fact, end: str = "") -> Col | None:
        """The column of a fact, or of one end of it, if it is there."""
        stem = fact.name.rpartition(".")[2] if self.sheet.entity else fact.name.replace(".", "__")
        return column(stem + end) if stem + end in self.sheet.schema else None

    def under(self, e: Fact) -> Expr | None:
        """What a derived fact is worked out from.

        Raises:
            RuleError: for two derived facts each worked out from the other.
        """
        if type(e) is not Fact or e.name not in self.question.definitions:
            return None
        opening = self.question.opening
        if e.name in opening:
            raise RuleError(f"{' and '.join(opening[opening.index(e.name) :])} are each worked out from the other")
        return self.question.definition(e.name)


def _of_rows(e: Expr) -> bool:
    if isinstance(e, Fact):
        return e.entity is not None
    return entity_of(e) is None and any(_of_rows(child) for child in children(e))


def _given(v: Values, e: Expr) -> Value:
    """A yes-or-no that is not known is not given, whatever it is made of."""
    if e.kind == "bool" and not isinstance(e, Fact):
        return not_(is_null(v.truth(e)))
    return GIVEN[type(e)](v, e)  # type: ignore[no-any-return]


def _codes(v: Values, e: Expr) -> Value:
    if isinstance(e, PickRow):
        raise RuleError(
            f"{e}: a list of codes of the first or last row cannot be asked of a docket; ask exists(...) instead"
        )
    if isinstance(e, Fact):
        return told_truth(v, e) if isinstance(e, Told) else _CODES(v, e)
    if isinstance(e, Choose):
        when, then, other = (
            v.sheet.keep(v.truth(e.when)),
            v.sheet.keep(v.codes(e.then)),
            v.sheet.keep(v.codes(e.otherwise)),
        )
        return cases(
            ((is_true(when), then), (is_false(when), other), (is_true(compare("==", then, other)), then)), None
        )
    return _VALUE_OF[type(e)](v, e, v.codes)  # type: ignore[no-any-return]


# nodes that hand on the value of another


def _if_absent(v: Values, e: IfAbsent, ask: Callable[[Expr], Value]) -> Value:
    return pick(v.sheet.keep(v.absent(e.of)), ask(e.other), ask(e.of))


def _or_else(v: Values, e: OrElse, ask: Callable[[Expr], Value]) -> Value:
    return pick(v.sheet.keep(v.given(e.of)), ask(e.of), ask(e.other))


def _only_if(v: Values, e: OnlyIf, ask: Callable[[Expr], Value]) -> Value:
    return pick(is_true(v.sheet.keep(v.truth(e.when))), ask(e.of), None)


def _choose(v: Values, e: Choose, ask: Callable[[Expr], Value]) -> Value:
    """The truth, or whether a code is one of some: where nobody knows which, what both say."""
    when, then, other = v.sheet.keep(v.truth(e.when)), v.sheet.keep(ask(e.then)), v.sheet.keep(ask(e.otherwise))
    agreed = either_way(all_((is_true(then), is_true(other))), all_((is_false(then), is_false(other))))
    return cases(((is_true(when), then), (is_false(when), other)), agreed)


def _choose_flag(v: Values, e: Choose, ask: Callable[[Expr], Value]) -> Value:
    """Given, or absent: where nobody knows which, only if both are."""
    if e.kind == "codes" and ask == v.given:
        return not_(is_null(v.codes(e)))
    when, then, other = v.sheet.keep(v.truth(e.when)), ask(e.then), ask(e.otherwise)
    return cases(((is_true(when), then), (is_false(when), other)), all_((then, other)))


def _pass_bounds(v: Values, e: Expr) -> Bounds:
    low = _VALUE_OF[type(e)](v, e, lambda x: v.bounds(x)[0])
    high = _VALUE_OF[type(e)](v, e, lambda x: v.bounds(x)[1])
    return low, high


def _choose_bounds(v: Values, e: Choose) -> Bounds:
    when = v.sheet.keep(v.truth(e.when))
    (low_a, high_a), (low_b, high_b) = v.bounds(e.then), v.bounds(e.otherwise)
    both = v.sheet.keep(all_((v.given(e.then), v.given(e.otherwise))))
    yes, no = v.sheet.keep(is_true(when)), v.sheet.keep(is_false(when))
    low = cases(((yes, low_a), (no, low_b), (both, least(low_a, low_b))), None)
    high = cases(((yes, high_a), (no, high_b), (both, greatest(high_a, high_b))), None)
    return low, high


# conditions


def _and(v: Values, e: And) -> Value:
    return all_(v.truth(part) for part in e.parts)


def _or(v: Values, e: Or) -> Value:
    return any_(v.truth(part) for part in e.parts)


def _compare(v: Values, e: Compare) -> Value:
    (low_a, high_a), (low_b, high_b) = v.bounds(e.left), v.bounds(e.right)
    if e.op == "==":
        yes = all_((compare("==", low_a, high_a), compare("==", low_b, high_b), compare("==", low_a, low_b)))
        no = any_((compare("<", high_a, low_b), compare("<", high_b, low_a)))
    else:
        yes = compare(e.op, high_a, low_b)
        no = compare("<" if e.op == "<=" else "<=", high_b, low_a)
    return either_way(is_true(yes), is_true(no))


def _has(v: Values, e: Has) -> Value:
    codes = v.sheet.keep(v.codes(e.of))
    if not isinstance(codes, Col):
        return None
    return any_(v.kept(("has", codes.name, code), build(codes.expr.has(code), codes)) for code in sorted(e.codes))


def _known(v: Values, e: Known) -> Value:
    return either_way(v.given(e.of), v.absent(e.of))


def _is_absent(v: Values, e: Absent) -> Value:
    return either_way(v.absent(e.of), v.given(e.of))


# dates and numbers


def _literal_bounds(v: Values, e: Literal_) -> Bounds:
    assert isinstance(e.value, Span)
    low, high = (x.toordinal() if isinstance(x, date) else x for x in (e.value.low, e.value.high))
    return low, high


def _soonest(v: Values, e: Soonest) -> Bounds:
    low: Value = None
    high: Value = None
    unsure: list[Value] = []
    for part in e.parts:
        (from_, to), gone = v.bounds(part), v.absent(part)
        unsure.append(all_((not_(gone), is_null(from_))))
        low, high = v.sheet.keep(_sooner(low, from_)), v.sheet.keep(_sooner(high, to))
    return pick(any_(unsure), None, low), high


def _sooner(a: Value, b: Value) -> Value:
    """The smaller of two, and either where the other is null."""
    return cases(((is_null(a), b), (is_null(b), a)), least(a, b))


def _shift(v: Values, e: Shift) -> Bounds:
    low, high = v.bounds(e.of)
    fewest_years, most_years = _amounts(v, e.years)[:: e.sign]
    fewest_days, most_days = _amounts(v, e.days)[:: e.sign]

    def move(day: Value, years: Value, days: Value) -> Value:
        if years is None:
            return None
        months = times(plus(times(years, 12), e.months), e.sign)
        return dates.move(v.sheet, day, v.sheet.keep(months), times(days, e.sign))

    first = move(low, fewest_years, fewest_days)
    if same(low, high) and same(fewest_years, most_years) and same(fewest_days, most_days):
        return first, first
    return first, move(high, most_years, most_days)


def _amounts(v: Values, amount: int | Expr) -> Bounds:
    """The least and most of a number of years or days, as whole numbers within what a calendar can hold."""
    if isinstance(amount, int):
        return amount, amount
    low, high = v.bounds(amount)
    return v.sheet.keep(_whole(low)), v.sheet.keep(_whole(high))


MOST = 4_000_000
"""More days than a calendar has, and in months still a number of 32 bits."""


def _whole(number: Value) -> Value:
    if not isinstance(number, Col):
        return None if number is None else int(number)
    fraction = number.expr.cast(FLOAT64)
    floor, ceil = build(fraction.floor().cast(INT32), number), build((-((-fraction).floor())).cast(INT32), number)
    return cases(
        (
            (compare("<=", number, -MOST), -MOST),
            (compare("<=", MOST, number), MOST),
            (compare("<", number, 0), ceil),
        ),
        floor,
    )


def _elapsed(v: Values, e: Elapsed) -> Bounds:
    (start_low, start_high), (end_low, end_high) = v.bounds(e.start), v.bounds(e.end)

    def between(start: Value, end: Value) -> Value:
        if e.unit == "days":
            return dates.days_between(start, end)
        return (dates.months_between if e.unit == "months" else dates.years_between)(v.sheet, start, end)

    low = v.sheet.keep(between(start_high, end_low))
    return low, low if same(start_low, start_high) and same(end_low, end_high) else between(start_low, end_high)


# whether there is a value, and whether there is none


def _always(v: Values, e: Expr) -> Value:
    return True


def _never(v: Values, e: Expr) -> Value:
    return False


def _both_given(*names: str) -> Callable[[Values, Any], Value]:
    def ask(v: Values, e: Any) -> Value:
        parts = [getattr(e, name) for name in names]
        return all_(v.given(part) for part in parts if isinstance(part, Expr))

    return ask


def _soonest_given(v: Values, e: Soonest) -> Value:
    low, high = v.bounds(e)
    return any_((not_(is_null(low)), not_(is_null(high))))


def _only_if_absent(v: Values, e: OnlyIf) -> Value:
    when = v.sheet.keep(v.truth(e.when))
    return cases(((is_true(when), v.absent(e.of)),), is_false(when))


def _only_if_given(v: Values, e: OnlyIf) -> Value:
    return all_((is_true(v.truth(e.when)), v.given(e.of)))


def _every(of: Iterable[Expr], ask: Callable[[Expr], Value]) -> Value:
    return all_(ask(part) for part in of)


_VALUE_OF: dict[type[Expr], Any] = {IfAbsent: _if_absent, OrElse: _or_else, OnlyIf: _only_if, Choose: _choose}

_CODES = fact("codes", told_truth)

_told_parts: dict[str, Callable[..., Any]] = {"truth": told_truth, "bounds": told_bounds, "asks": told_asks}


def _through(part: str) -> dict[type[Expr], Any]:
    """How a part of a value is handed on by the nodes that do no more than that."""
    told = _told_parts[part]
    handed: dict[type[Expr], Any] = {Fact: fact(part, told), Told: told}
    for node, value_of in _VALUE_OF.items():
        handed[node] = lambda v, e, *more, value_of=value_of: value_of(v, e, lambda x: getattr(v, part)(x, *more))
    return handed


TRUTH: dict[type[Expr], Any] = {
    **_through("truth"),
    Literal_: lambda v, e: e.value,
    And: _and,
    Or: _or,
    Not: lambda v, e: not_(v.truth(e.part)),
    Compare: _compare,
    IsIn: lambda v, e: v.asks(e.of, e.codes),
    Has: _has,
    Known: _known,
    Absent: _is_absent,
}

ASKS: dict[type[Expr], Any] = {**_through("asks"), Literal_: lambda v, e, codes: e.value in codes}

BOUNDS: dict[type[Expr], Any] = {
    **dict.fromkeys((IfAbsent, OrElse, OnlyIf), _pass_bounds),
    Fact: fact("bounds", told_bounds),
    Told: told_bounds,
    Literal_: _literal_bounds,
    AsOf: lambda v, e: (v.question.today(), v.question.today()),
    Choose: _choose_bounds,
    Soonest: _soonest,
    Shift: _shift,
    Elapsed: _elapsed,
}

GIVEN: dict[type[Expr], Any] = {
    Fact: fact_given,
    Told: told_given,
    Literal_: _always,
    AsOf: _always,
    IfAbsent: lambda v, e: _if_absent(v, e, v.given),
    OrElse: lambda v, e: any_((v.given(e.of), v.given(e.other))),
    OnlyIf: _only_if_given,
    Choose: lambda v, e: _choose_flag(v, e, v.given),
    Soonest: _soonest_given,
    Shift: _both_given("of", "years", "days"),
    Elapsed: _both_given("start", "end"),
}

ABSENT: dict[type[Expr], Any] = {
    Fact: fact_absent,
    Told: told_absent,
    IfAbsent: lambda v, e: _every((e.of, e.other), v.absent),
    OrElse: lambda v, e: all_((not_(v.given(e.of)), v.absent(e.other))),
    OnlyIf: _only_if_absent,
    Choose: lambda v, e: _choose_flag(v, e, v.absent),
    Soonest: lambda v, e: _every(e.parts, v.absent),
    Shift: lambda v, e: v.absent(e.of),
}
