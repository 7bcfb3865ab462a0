"""Findings as numbers: two runs of the same rules over the same cases differ just where these differ.

A rule's number is null where it is not reached. Else it is made of its truth in the four readings and of its force:
false, unknown and true are 0, 1 and 2, in base three.
"""

from __future__ import annotations

from nolle.logic.columns.algebra import Col, Value, all_, cases, compare, is_false, is_true, not_, pick, plus, times
from nolle.logic.columns.calendar import OUT
from nolle.logic.columns.missing import Missing
from nolle.logic.columns.rules import RuleColumns
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT
from nolle.logic.rule import Rule, Versions

FALSE, UNKNOWN, TRUE = 0, 1, 2
IN_FORCE = 3**4
"""A number from here on is that of a rule that is, or may be, law."""
SEVERAL = -1
"""In the place of a version's number: more than one may be the law of the case, or none."""


def trace(columns: RuleColumns, reached: Missing, root: Rule) -> dict[str, Value]:
    """``<rule>__trace`` for every rule beneath a root, and ``<rule>__version``: which of ``ranked`` is the law."""
    found: dict[str, Value] = {}
    for (rule, helps), there in reached.reach(root, stop_at_settled=False).items():
        name = f"{rule.id}__trace"
        value = pick(there, _number(columns, rule, helps), None)
        known = found.get(name)
        found[name] = value if known is None else _either(known, value)
        if isinstance(rule, Versions):
            found[f"{rule.id}__version"] = columns.keep(_version(columns, rule))
    return {name: columns.keep(value) for name, value in found.items()}


def _number(columns: RuleColumns, rule: Rule, helps: bool) -> Value:
    force = columns.force(rule)
    total = force
    seen: set[int] = set()
    for reading in (GRANT, ASK, AWAIT, ADVISE):
        alike = columns.alike(rule, reading)
        digit = UNKNOWN if alike in seen else columns.keep(_digit(columns.truth(rule, reading, helps)))
        seen.add(alike)
        total = columns.keep(plus(times(total, 3), digit))
    return pick(compare("==", force, OUT), 0, total)


def _digit(truth: Value) -> Value:
    return cases(((is_true(truth), TRUE), (is_false(truth), FALSE)), UNKNOWN)


def _either(a: Value, b: Value) -> Value:
    """A rule that stands in two places: where it is reached in the first, else in the second."""
    if a is None:
        return b
    if b is None:
        return a
    missing = a.expr.is_null() if isinstance(a, Col) else None
    if missing is None:
        return a
    assert isinstance(a, Col)
    return pick(Col(missing, a.deps), b, a)


def _version(columns: RuleColumns, rule: Versions) -> Value:
    choices = columns.possible(rule)
    flags = [flag for _, flag in choices]
    branches: list[tuple[Value, Value]] = []
    for choice, flag in choices:
        alone = all_((flag, *(not_(other) for other in flags if other is not flag)))
        branches.append((is_true(alone), rule.ranked.index(choice)))
    return cases(branches, SEVERAL)
