"""A small case for tests of rules: facts told in one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nolle.logic import NOT_ASKED, Asked, Cell, Expr, Fact, Finding, Force, Missing, Rule, Span, judge, parse_date
from nolle.logic.entity import Entity
from nolle.logic.value import evaluate

TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class ToldRow:
    id: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Told:
    """A case made of plain values: a ``Missing`` is that state, a string is a code."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    complete_lists: frozenset[str] = frozenset()

    def cell(self, fact: str) -> Cell:
        return Cell(self.facts[fact]) if fact in self.facts else NOT_ASKED

    def rows(self, entity: str) -> Sequence[ToldRow]:
        rows = self.lists.get(entity, ())
        return [ToldRow(str(i), {k: Cell(v) for k, v in row.items()}) for i, row in enumerate(rows, 1)]

    def complete(self, entity: str) -> bool:
        return entity in self.complete_lists


@dataclass(frozen=True)
class Stored:
    """Law by hand: the force of each authority; in force unless said otherwise."""

    forces: Mapping[str, Force] = field(default_factory=dict)

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        return self.forces.get(authority, Force.IN)


def asked(
    facts: Mapping[str, Any] | None = None,
    *,
    lists: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    complete: Sequence[str] = (),
    on: date = TODAY,
    circuit: str | None = None,
    law: Stored | None = None,
    definitions: Mapping[str, Expr] | None = None,
    tables: Mapping[str, Any] | None = None,
) -> Asked:
    told = Told(facts or {}, lists or {}, frozenset(complete))
    return Asked(told, law or Stored(), on, circuit, tables=tables or {}, definitions=definitions or {})


def value(expr: Expr, facts: Mapping[str, Any] | None = None, **more: Any) -> Any:
    return evaluate(expr, asked(facts, **more))


def truth(expr: Expr, facts: Mapping[str, Any] | None = None, **more: Any) -> bool | None:
    answer = value(expr, facts, **more)
    return answer if isinstance(answer, bool) else None


def found(rule: Rule, facts: Mapping[str, Any] | None = None, **more: Any) -> Finding:
    return judge(rule, asked(facts, **more))


def day(written: str) -> Span:
    return parse_date(written)


A, B, C = (Fact(name, "bool") for name in ("a", "b", "c"))
BORN = Fact("person.birth_date", "date")
FILED = Fact("filing.i130.filed_on", "date")
STATUS = Fact("filing.i130.status", "code", frozenset({"pending", "approved", "denied"}), adverse=frozenset({"denied"}))
DAYS = Fact("person.absence_days", "number")
KINDS = Fact("case.kinds", "codes", frozenset({"x", "y", "z"}))
STATE = Fact("juvenile.court_state", "code", frozenset({"CA", "NY", "TX"}))
CONVICTION = Entity(
    "conviction",
    [
        Fact("conviction.offense", "code", frozenset({"felony", "misdemeanor"}), entity="conviction"),
        Fact("conviction.on", "date", entity="conviction"),
        Fact("conviction.days", "number", entity="conviction"),
        Fact("conviction.vacated", "bool", entity="conviction"),
    ],
    is_list=True,
)
UNKNOWN, ABSENT = Missing.NOT_KNOWN, Missing.ABSENT
