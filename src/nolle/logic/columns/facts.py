"""Facts as columns: what was told, and what a derived fact is worked out from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from nolle.logic.columns.algebra import (
    Value,
    all_,
    any_,
    build,
    cases,
    compare,
    either_way,
    is_null,
    is_true,
    not_,
    pick,
)
from nolle.logic.columns.expression import INT32
from nolle.logic.tree import Expr, Fact

if TYPE_CHECKING:
    from nolle.logic.columns.values import Values

Bounds: TypeAlias = tuple[Value, Value]

FEW = 5
"""So many codes are looked for one by one, in columns that other conditions share."""


def fact(part: str, told: Callable[[Values, Fact], Any]) -> Callable[..., Any]:
    def ask(v: Values, e: Fact, *more: Any) -> Any:
        definition = v.under(e)
        if definition is None:
            return told(v, e, *more)
        opening = v.question.opening
        opening.append(e.name)
        derived, given = getattr(v, part)(definition, *more), v.sheet.keep(v.given(definition))
        opening.pop()
        said = told(v, e, *more)
        if isinstance(derived, tuple):
            return tuple(pick(given, d, s) for d, s in zip(derived, said, strict=True))
        return pick(given, derived, said)

    return ask


def told_given(v: Values, e: Fact) -> Value:
    state = v.column(e, "__state")
    if state is not None:
        return is_true(build(state.expr == "given", state))
    ends = [c for c in (v.column(e, end) for end in ("", "__low", "__high", "__one_of")) if c is not None]
    return any_(not_(is_null(c)) for c in ends)


def told_absent(v: Values, e: Fact) -> Value:
    state = v.column(e, "__state")
    return False if state is None else is_true(build(state.expr == "absent", state))


def fact_given(v: Values, e: Fact) -> Value:
    definition = v.under(e)
    told = told_given(v, e)
    return told if definition is None else any_((told, _opened(v, e, v.given, definition)))


def fact_absent(v: Values, e: Fact) -> Value:
    definition = v.under(e)
    told = told_absent(v, e)
    if definition is None:
        return told
    derived = _opened(v, e, v.absent, definition)
    state = v.column(e, "__state")
    unasked = not_(told_given(v, e)) if state is None else is_null(state)
    given = _opened(v, e, v.given, definition)
    return all_((not_(given), any_((told, all_((unasked, derived))))))


def _opened(v: Values, e: Fact, ask: Callable[[Expr], Value], definition: Expr) -> Value:
    v.question.opening.append(e.name)
    value = v.sheet.keep(ask(definition))
    v.question.opening.pop()
    return value


def told_truth(v: Values, e: Fact) -> Value:
    """A yes or no, or a list of codes, as told."""
    return v.column(e)


def told_bounds(v: Values, e: Fact) -> Bounds:
    exact = v.column(e)
    ends = (v.column(e, "__low") or exact, v.column(e, "__high") or exact)
    if e.kind != "date":
        return ends
    number = v.question.day_number
    low = None if ends[0] is None else v.sheet.keep(number(v.sheet, ends[0]))
    high = low if ends[0] is ends[1] else None if ends[1] is None else number(v.sheet, ends[1])
    return low, high


def told_asks(v: Values, e: Fact, codes: frozenset[str]) -> Value:
    one, several = v.column(e), v.column(e, "__one_of")
    names = sorted(codes)
    single: Value = None
    if one is not None and len(names) > FEW:
        single = cases(((is_null(one), None),), build(one.expr.is_one_of(names), one))
    elif one is not None:
        single = any_(v.kept(("is", e.name, name), build(one.expr == name, one)) for name in names)
    if several is None:
        return single
    holds = [several.expr.has(name).cast(INT32) for name in names]
    among = v.sheet.keep(build(sum(holds[1:], holds[0]), several))
    whole = v.sheet.keep(build(several.expr.size().cast(INT32), several))
    rough = either_way(is_true(compare("==", among, whole)), is_true(compare("==", among, 0)))
    return pick(is_null(several), single, rough)
