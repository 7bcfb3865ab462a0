"""Conditions written as text, for law that is kept in data files: regimes, and draft policies.

    conviction.count(conviction.offense_class == "misdemeanor") >= 3
    derived.last_entry_manner == "ewi" and not case.detained

The text is the language of ``tree`` in Python's own grammar, read without running anything: names of facts, their
methods, comparisons, ``and``, ``or``, ``not`` (or ``&``, ``|``, ``~``), numbers and quoted text.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from .entity import choose, soonest
from .tree import AS_OF, Expr, RuleError
from .walk import check_rows

_METHODS = frozenset(
    [
        "is_in",
        "has_any",
        "has_none",
        "plus",
        "minus",
        "within",
        "if_absent",
        "or_else",
        "only_if",
        "years_until",
        "months_until",
        "days_until",
        "exists",
        "none",
        "count",
        "first",
        "last",
        "earliest",
        "latest",
        "greatest",
        "total",
    ]
)
_PROPERTIES = frozenset(("is_known", "is_absent"))
_FUNCTIONS: dict[str, Any] = {"choose": choose, "soonest": soonest}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "__lt__",
    ast.LtE: "__le__",
    ast.Gt: "__gt__",
    ast.GtE: "__ge__",
    ast.Eq: "__eq__",
    ast.NotEq: "__ne__",
}
LONGEST = 2_000
"""Characters a condition may have; a longer one is better split into parts."""


def read_condition(text: str, names: Mapping[str, Any]) -> Expr:
    """Read a condition.

    Args:
        text: the condition.
        names: the entities it may name; ``as_of`` is always there.

    Raises:
        RuleError: for anything that is not a condition, saying what was found and what is accepted.
    """
    if len(text) > LONGEST:
        raise RuleError(f"a condition of {len(text)} characters is too long: split it into parts of up to {LONGEST}")
    try:
        parsed = ast.parse(text.strip(), mode="eval").body
        condition = _read(parsed, {**names, "as_of": AS_OF})
    except SyntaxError as error:
        raise RuleError(f"{text!r} is not a condition: {error.msg}") from None
    except AttributeError as error:
        raise RuleError(f"{text!r}: {error}") from None
    except RecursionError:
        raise RuleError("a condition is nested too deeply: split it into parts") from None
    if not isinstance(condition, Expr) or condition.kind != "bool":
        raise RuleError(f"{text!r} is not a yes-or-no condition: compare it with something")
    check_rows(condition)
    return condition


def _read(node: ast.expr, names: Mapping[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        if node.id in _FUNCTIONS:
            return _FUNCTIONS[node.id]
        if node.id not in names:
            raise RuleError(f"there is no {node.id!r}: a condition names facts such as person.birth_date")
        return names[node.id]
    if isinstance(node, ast.Attribute):
        return _attribute(node, names)
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, (str, int, float))
        and not isinstance(node.value, bool)
    ):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert)):
        return ~_condition(node.operand, names)
    if isinstance(node, ast.BoolOp):
        parts = [_condition(value, names) for value in node.values]
        result = parts[0]
        for part in parts[1:]:
            result = result & part if isinstance(node.op, ast.And) else result | part
        return result
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        left, right = _condition(node.left, names), _condition(node.right, names)
        return left & right if isinstance(node.op, ast.BitAnd) else left | right
    if isinstance(node, ast.Compare):
        return _comparison(node, names)
    if isinstance(node, ast.Call):
        return _call(node, names)
    raise RuleError(f"{ast.unparse(node)!r} cannot be part of a condition")


def _condition(node: ast.expr, names: Mapping[str, Any]) -> Expr:
    part = _read(node, names)
    if not isinstance(part, Expr):
        raise RuleError(f"{ast.unparse(node)!r} is not a condition: compare a fact with it")
    return part


def _attribute(node: ast.Attribute, names: Mapping[str, Any]) -> Any:
    owner = _read(node.value, names)
    if node.attr.startswith("_"):
        raise RuleError(f"there is no {ast.unparse(node)!r}")
    if isinstance(owner, Expr) and node.attr not in _METHODS | _PROPERTIES:
        raise RuleError(f"{owner} has no {node.attr!r}: use one of {', '.join(sorted(_METHODS | _PROPERTIES))}")
    return getattr(owner, node.attr)


def _comparison(node: ast.Compare, names: Mapping[str, Any]) -> Expr:
    if len(node.ops) > 1:
        raise RuleError(f"write {ast.unparse(node)!r} as two comparisons joined by 'and'")
    method = _COMPARISONS.get(type(node.ops[0]))
    if method is None:
        raise RuleError(f"{ast.unparse(node)!r}: compare with <, <=, >, >=, == or !=, or use .is_in(...)")
    left = _condition(node.left, names)
    compared: Expr = getattr(left, method)(_read(node.comparators[0], names))
    return compared


def _call(node: ast.Call, names: Mapping[str, Any]) -> Any:
    called = _read(node.func, names)
    known = isinstance(node.func, ast.Name) or (isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS)
    if not known or any(keyword.arg is None for keyword in node.keywords):
        raise RuleError(f"{ast.unparse(node)!r} cannot be part of a condition")
    try:
        return called(
            *(_read(arg, names) for arg in node.args),
            **{str(keyword.arg): _read(keyword.value, names) for keyword in node.keywords},
        )
    except TypeError as error:
        raise RuleError(f"{ast.unparse(node)!r}: {error}") from None
