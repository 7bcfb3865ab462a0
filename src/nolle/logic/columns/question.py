"""What a whole set of rules has in common when a docket is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from nolle.logic.columns.algebra import Col, Value
from nolle.logic.columns.sheets import Book, Sheet
from nolle.logic.known import Table
from nolle.logic.rough import Span
from nolle.logic.tree import Expr, Fact, Literal_
from nolle.logic.walk import children

if TYPE_CHECKING:
    from nolle.logic.columns.values import Values


class Told(Fact):
    """A fact as it was told, inside its own definition."""


@dataclass(slots=True)
class Question:
    """What a whole set of rules has in common: the definitions, the tables, the date, and each condition known once."""

    book: Book
    definitions: Mapping[str, Expr]
    tables: Mapping[str, Table]
    as_of: Value
    day_number: Callable[[Sheet, Col], Value]
    told: dict[str, Expr] = field(default_factory=dict)
    keys: dict[int, tuple[int, Expr]] = field(default_factory=dict)
    known: dict[tuple[object, ...], int] = field(default_factory=dict)
    uses: dict[int, int] = field(default_factory=dict)
    opening: list[str] = field(default_factory=list)
    values: dict[str | None, Values] = field(default_factory=dict)

    def today(self) -> Value:
        """The day number of the date the question is asked about."""
        if isinstance(self.as_of, Col) and self.as_of.name == "as_of":
            self.as_of = self.book.case.keep(self.day_number(self.book.case, self.as_of))
        return self.as_of

    def key(self, expr: Expr) -> int:
        """One number for all conditions that are built alike."""
        found = self.keys.get(id(expr))
        if found is None:
            parts: tuple[object, ...]
            if isinstance(expr, Fact):
                parts = (type(expr), expr.name)
            elif isinstance(expr, Literal_) and isinstance(expr.value, Span):
                parts = (Literal_, expr.kind, expr.value.low, expr.value.high)
            else:
                parts = (type(expr), *(self._part(getattr(expr, f.name)) for f in fields(expr)))
            found = self.keys[id(expr)] = self.known.setdefault(parts, len(self.known)), expr
        return found[0]

    def _part(self, part: Any) -> object:
        if isinstance(part, Expr):
            return ("node", self.key(part))
        if isinstance(part, tuple):
            return tuple(self._part(p) for p in part)
        return type(part), part

    def expect(self, expr: Expr) -> None:
        """Note that a condition is going to be asked, so that one asked twice is made once."""
        key = self.key(expr)
        self.uses[key] = self.uses.get(key, 0) + 1
        if self.uses[key] > 1:
            return
        for child in children(expr):
            self.expect(child)
        if type(expr) is Fact and expr.name in self.definitions:
            self.expect(self.definition(expr.name))

    def definition(self, name: str) -> Expr:
        """The definition of a derived fact, in which the fact itself reads what was told."""
        if name not in self.told:
            self.told[name] = _told(self.definitions[name], name)
        return self.told[name]


def _told(expr: Expr, name: str) -> Expr:
    if isinstance(expr, Fact):
        return Told(**{f.name: getattr(expr, f.name) for f in fields(expr)}) if expr.name == name else expr
    changed: dict[str, Any] = {}
    for f in fields(expr):
        part = getattr(expr, f.name)
        if isinstance(part, Expr):
            changed[f.name] = _told(part, name)
        elif isinstance(part, tuple) and part and isinstance(part[0], Expr):
            changed[f.name] = tuple(_told(p, name) for p in part)
        else:
            continue
        if changed[f.name] is part or (
            isinstance(part, tuple) and all(a is b for a, b in zip(part, changed[f.name], strict=True))
        ):
            del changed[f.name]
    return replace(expr, **changed) if changed else expr
