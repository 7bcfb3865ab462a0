"""Column values with their constants folded: what is the same for every case never becomes a column.

A value is a ``Col`` or a Python constant. A *truth* is a nullable Boolean, null for unknown. A *flag* is a Boolean that
is never null. Dates are day numbers (1 is the first of January of the year 1). ``None`` is the null constant.

``&`` and ``|`` on nullable Booleans are strong Kleene in SQL and in Polars; the tests hold every engine to that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

from nolle.logic.columns.expression import BOOLEAN, FLOAT64, INT32, Node, col, lit, when


@dataclass(frozen=True, slots=True, eq=False)
class Col:
    """An expression over the columns ``deps`` of one frame; ``name`` when it is just one of them.

    ``bare`` is a plainer one that may be null where a flag is false: enough for a choice between values.
    """

    expr: Node
    deps: frozenset[str]
    name: str | None = None
    bare: Node | None = None


Value: TypeAlias = Col | bool | int | float | None


def column(name: str) -> Col:
    """The column of that name."""
    return Col(col(name), frozenset((name,)), name)


def build(expr: Node, *of: Value) -> Col:
    """A new expression over what the given values rest on."""
    return Col(expr, frozenset().union(*(v.deps for v in of if isinstance(v, Col))))


def raw(value: Value) -> Node:
    """The value inside an expression."""
    if isinstance(value, Col):
        return value.expr
    if value is None:
        return lit(None, BOOLEAN)
    return lit(value)


def number(value: Value, kind: str) -> Col:
    """A number or null as a column of that type."""
    if isinstance(value, Col):
        return Col(value.expr.cast(kind), value.deps)
    return build(lit(value, kind))


def same(a: Value, b: Value) -> bool:
    """Whether two values are surely one and the same."""
    if isinstance(a, Col) or isinstance(b, Col):
        return a is b or (isinstance(a, Col) and isinstance(b, Col) and a.name is not None and a.name == b.name)
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def all_(parts: Iterable[Value]) -> Value:
    """Kleene conjunction."""
    return _join(parts, False, lambda a, b: a & b)


def any_(parts: Iterable[Value]) -> Value:
    """Kleene disjunction."""
    return _join(parts, True, lambda a, b: a | b)


def _join(parts: Iterable[Value], settles: bool, op: Any) -> Value:
    cols: list[Col] = []
    unknown = False
    for part in parts:
        if part is settles:
            return settles
        if isinstance(part, Col):
            if not any(same(part, c) for c in cols):
                cols.append(part)
        elif part is None:
            unknown = True
    if not cols:
        return None if unknown else not settles
    exprs = [c.expr for c in cols] + ([raw(None)] if unknown else [])
    return cols[0] if len(exprs) == 1 else build(_balanced(op, exprs), *cols)


def _balanced(op: Any, exprs: list[Any]) -> Any:
    """The expressions joined two by two: a long chain nests too deep for some engines."""
    while len(exprs) > 1:
        pairs = [reduce(op, exprs[at : at + 2]) for at in range(0, len(exprs), 2)]
        exprs = pairs
    return exprs[0]


def not_(truth: Value) -> Value:
    """The opposite; unknown stays unknown."""
    if isinstance(truth, Col):
        return build(~truth.expr, truth)
    return None if truth is None else not truth


def is_true(truth: Value) -> Value:
    """Whether surely true, as a flag."""
    if not isinstance(truth, Col):
        return truth is True
    return Col(truth.expr.fill_null(False), truth.deps, bare=truth.expr)


def is_false(truth: Value) -> Value:
    """Whether surely false, as a flag."""
    if not isinstance(truth, Col):
        return truth is False
    return Col((~truth.expr).fill_null(False), truth.deps, bare=~truth.expr)


def is_null(value: Value) -> Value:
    """Whether there is no value, as a flag."""
    return build(value.expr.is_null(), value) if isinstance(value, Col) else value is None


def either_way(yes: Value, no: Value) -> Value:
    """True where the first flag holds, false where the second does, else unknown."""
    return cases(((yes, True), (no, False)), None)


def cases(branches: Iterable[tuple[Value, Value]], otherwise: Value) -> Value:
    """The value beside the first flag that holds."""
    kept: list[tuple[Col, Value]] = []
    for flag, value in branches:
        if isinstance(flag, Col):
            kept.append((flag, value))
        elif flag:
            otherwise = value
            break
    while kept and same(kept[-1][1], otherwise):
        kept.pop()
    if not kept:
        return otherwise
    if len(kept) == 1 and kept[0][1] is True and otherwise is False:
        return kept[0][0]
    if len(kept) == 1 and kept[0][1] is False and otherwise is True:
        return not_(kept[0][0])
    # a null may not come first: engines take a column's type from the first branch
    null = _null_like([value for _, value in kept] + [otherwise])
    whens = [
        (flag.expr if flag.bare is None else flag.bare, null if value is None else raw(value)) for flag, value in kept
    ]
    return build(
        when(whens, null if otherwise is None else raw(otherwise)),
        otherwise, *(flag for flag, _ in kept), *(value for _, value in kept),
    )  # fmt: skip


def _null_like(values: list[Value]) -> Node:
    """A null of a type that goes with the values: any of them, where it is surely null."""
    if any(isinstance(v, bool) for v in values):
        return lit(None, BOOLEAN)
    if any(isinstance(v, int) for v in values):
        return lit(None, INT32)
    if any(isinstance(v, float) for v in values):
        return lit(None, FLOAT64)
    return lit(None)


def pick(flag: Value, then: Value, otherwise: Value) -> Value:
    """One of two values."""
    return cases(((flag, then),), otherwise)


_COMPARE: dict[str, Any] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
}
_FLIPPED = {"<": ">", "<=": ">=", "==": "=="}


def compare(op: str, a: Value, b: Value) -> Value:
    """A comparison; null where either is null."""
    if a is None or b is None:
        return None
    if not isinstance(a, Col) and not isinstance(b, Col):
        return bool(_COMPARE[op](a, b))
    if same(a, b) and op == "<":
        return pick(is_null(a), None, False)
    if not isinstance(a, Col):  # a constant stands on the right
        assert isinstance(b, Col)
        return build(Node(_FLIPPED[op], (b.expr, a)), b)
    return build(Node(op, (a.expr, b.expr if isinstance(b, Col) else b)), a, b)


def plus(a: Value, b: Value) -> Value:
    """A sum; null where either is null."""
    if a is None or b is None:
        return None
    if not isinstance(a, Col) and not isinstance(b, Col):
        return a + b
    if not isinstance(b, Col) and b == 0:
        return a
    if not isinstance(a, Col):
        assert isinstance(b, Col)
        return b if a == 0 else build(b.expr + a, b)
    return build(a.expr + (b.expr if isinstance(b, Col) else b), a, b)


def times(a: Value, by: int) -> Value:
    """A multiple."""
    if isinstance(a, Col):
        return a if by == 1 else build(a.expr * by, a)
    return None if a is None else a * by


def least(a: Value, b: Value) -> Value:
    """The smaller of two; null where either is null."""
    return _best("<=", a, b)


def greatest(a: Value, b: Value) -> Value:
    """The larger of two; null where either is null."""
    return _best("<=", b, a, larger=True)


def _best(op: str, a: Value, b: Value, larger: bool = False) -> Value:
    first, second = (b, a) if larger else (a, b)
    if first is None or second is None:
        return None
    if same(first, second):
        return first
    if not isinstance(a, Col) and not isinstance(b, Col):
        return max(a, b) if larger else min(a, b)  # type: ignore[type-var]
    # where one is null the comparison is null: the last branch, which both nulls must reach as null
    return cases(((is_true(compare(op, a, b)), first), (is_true(compare("<", b, a)), second)), None)
