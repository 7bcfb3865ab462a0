"""Walking a condition: the nodes below one, the facts it names, the lists it asks about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from .tree import Expr, Fact, RuleError


def children(expr: Expr) -> Iterator[Expr]:
    """The nodes directly below."""
    for name in _field_names(type(expr)):
        value = getattr(expr, name)
        if isinstance(value, Expr):
            yield value
        elif isinstance(value, tuple):
            yield from (v for v in value if isinstance(v, Expr))


_FIELDS: dict[type[Expr], tuple[str, ...]] = {}


def _field_names(node: type[Expr]) -> tuple[str, ...]:
    names = _FIELDS.get(node)
    if names is None:
        names = _FIELDS[node] = tuple(field.name for field in fields(node))
    return names


def entity_of(expr: Expr) -> str | None:
    """The list a node asks about, if it asks about one."""
    return getattr(expr, "entity", None) if not isinstance(expr, Fact) else None


def facts_of(expr: Expr) -> tuple[Fact, ...]:
    """Every fact a condition names, once each, in reading order; derived facts are not opened."""
    known = _FACTS.get(id(expr))
    if known is not None:
        return known[1]
    found: dict[str, Fact] = {}

    def walk(node: Expr) -> None:
        if isinstance(node, Fact):
            found.setdefault(node.name, node)
        for child in children(node):
            walk(child)

    walk(expr)
    _FACTS[id(expr)] = expr, tuple(found.values())
    return _FACTS[id(expr)][1]


_FACTS: dict[int, tuple[Expr, tuple[Fact, ...]]] = {}
"""What was found before. The condition is kept beside its facts, so that no other can take its id."""


def facts_behind(exprs: Iterable[Expr], definitions: Mapping[str, Expr]) -> dict[str, Fact]:
    """Every fact that some conditions rest on by name: derived facts, and all that they are worked out from."""
    found: dict[str, Fact] = {}
    waiting = list(exprs)
    while waiting:
        for fact in facts_of(waiting.pop()):
            if fact.name not in found:
                found[fact.name] = fact
                if fact.name in definitions:
                    waiting.append(definitions[fact.name])
    return found


def check_rows(expr: Expr, inside: str | None = None) -> None:
    """Refuse a row's field asked outside its list.

    Raises:
        RuleError: naming the field and how to ask it.
    """
    if isinstance(expr, Fact):
        if expr.entity is not None and expr.entity != inside:
            field = expr.name.rpartition(".")[2]
            raise RuleError(
                f"{expr.name} belongs to each row of a list: ask {expr.entity}.exists({expr.entity}.{field} ...), "
                f"none, count, first, last, earliest, latest or total"
            )
        return
    entity = entity_of(expr)
    if entity is not None and inside is not None:
        raise RuleError(f"a list cannot be asked inside a list: {expr}")
    for child in children(expr):
        check_rows(child, entity or inside)
