"""The few values of each fact at which some rule may change its answer.

A rule compares a fact with constants, codes and other facts. Between two such points no rule can tell two values
apart, so one value from each stretch stands for all of them. Where two unknown facts are compared with each other the
values are a ladder of dates and no longer stand for everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from nolle.logic.asked import Asked
from nolle.logic.known import Answer, Missing
from nolle.logic.rough import Point, Span, add_days, add_months, exactly
from nolle.logic.rule import Element, Rule, Versions, walk
from nolle.logic.suppose import CIRCUIT, Rows, opened, split, told
from nolle.logic.tree import (
    Absent,
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
    OnlyIf,
    OrElse,
    PickRow,
    Shift,
    Soonest,
)
from nolle.logic.when import STATE_FACT

Grain: TypeAlias = Literal["coarse", "fine"]

_MOST = {"coarse": 10, "fine": 80}
_NEAR = (-4, -1, 0, 1, 4)
"""Both sides of a boundary; four days also clear the month ends at which a date is held."""

_LADDER = (-1, 1, 12, 36, 120, 228, 360)
"""Months before the day asked about, for dates that are only compared with one another."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """What a value may come from: a fact or a point, moved by months and days."""

    source: Fact | Point
    months: int = 0
    days: int = 0

    def moved(self, months: int, days: int) -> _Flow:
        return _Flow(self.source, self.months + months, self.days + days)


@dataclass(slots=True)
class Domains:
    """The values worth trying, by fact, for some conditions and one question.

    Args:
        asked: the question; values already given count as constants.
        grain: ``coarse`` takes one value a stretch, at most 10; ``fine`` takes both sides of every boundary.

    ``loose`` are the facts for which the values do not stand for every other: they are moved by an amount that a rule
    works out, read in a table, or turn on too many boundaries.
    """

    asked: Asked
    grain: Grain = "coarse"
    facts: dict[str, Fact] = field(default_factory=dict)
    codes: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    points: dict[str, set[Point]] = field(default_factory=dict)
    links: list[tuple[_Flow, _Flow]] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    fields: dict[str, set[str]] = field(default_factory=dict)
    wheres: dict[str, list[Expr]] = field(default_factory=dict)
    most_rows: dict[str, int] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)
    _made: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    def of_rules(self, rules: Iterable[Rule]) -> Domains:
        """Take in every condition beneath these rules."""
        for root in rules:
            for rule in walk(root):
                if isinstance(rule, Element):
                    self.of(rule.that)
                self._states(rule.scope.states)
                if isinstance(rule, Versions):
                    self._basis(rule)
        self._follow_links()
        return self

    def of(self, expr: Expr) -> None:
        """Take in one condition; derived facts are opened."""
        for node in opened(expr, self.asked.definitions):
            if id(node) not in self._seen:
                self._seen.add(id(node))
                self._node(node)

    def values(self, variable: str) -> tuple[Answer, ...]:
        """The values worth trying for a variable; empty for one that no condition names."""
        entity, row, name = split(variable)
        fact = f"{entity}.{name}" if row is not None else variable
        if fact not in self._made:
            self._made[fact] = tuple(self._values(fact))
        return self._made[fact]

    def _node(self, node: Expr) -> None:
        if isinstance(node, Fact):
            self.facts[node.name] = node
            if node.entity is not None and node.name not in self.asked.definitions:
                self.fields.setdefault(node.entity, set()).add(node.name.rpartition(".")[2])
        elif isinstance(node, (IsIn, Has)):
            for fact in self._sources(node.of):
                self.codes.setdefault(fact.name, set()).add(node.codes)
        elif isinstance(node, Compare):
            self._compare(node.left, node.right)
            if node.op == "==":
                self._compare(node.right, node.left)
        elif isinstance(node, (Known, Absent, IfAbsent, OrElse)):
            self.absent.update(fact.name for fact in self._sources(node.of))
        elif isinstance(node, Lookup):
            self.keys.update(fact.name for fact in self._sources(node.key))
            self.loose.update(fact.name for part in (node.key, node.on) for fact in self._sources(part))
        elif isinstance(node, Shift) and not (isinstance(node.years, int) and isinstance(node.days, int)):
            self.loose.update(fact.name for fact in self._sources(node))
        elif isinstance(node, (Exists, Count, PickRow, Extreme)):
            self.wheres.setdefault(node.entity, []).append(node.where)

    def _sources(self, expr: Expr) -> Iterator[Fact]:
        for flow in self._flow(expr):
            if isinstance(flow.source, Fact):
                yield flow.source

    def _flow(self, expr: Expr, inside: frozenset[str] = frozenset()) -> Iterator[_Flow]:
        """What may arrive at a node as its value, told values of facts counted as points."""
        if isinstance(expr, Fact):
            definition = self.asked.definitions.get(expr.name)
            if definition is not None and expr.name not in inside:
                yield from self._flow(definition, inside | {expr.name})
                if not told(expr.name, self.asked.definitions):
                    return
            yield _Flow(expr)
            if expr.entity is None:
                answer = self.asked.case.cell(expr.name).answer
                if isinstance(answer, Span):
                    yield from (_Flow(p) for p in {answer.low, answer.high} if p is not None)
        elif isinstance(expr, Literal_):
            if isinstance(expr.value, Span):
                yield from (_Flow(p) for p in {expr.value.low, expr.value.high} if p is not None)
        elif isinstance(expr, AsOf):
            yield _Flow(self.asked.as_of)
        elif isinstance(expr, (IfAbsent, OrElse)):
            yield from self._flow(expr.of, inside)
            yield from self._flow(expr.other, inside)
        elif isinstance(expr, Choose):
            yield from self._flow(expr.then, inside)
            yield from self._flow(expr.otherwise, inside)
        elif isinstance(expr, (PickRow, Extreme)):
            yield from self._flow(expr.give, inside)
        elif isinstance(expr, OnlyIf):
            yield from self._flow(expr.of, inside)
        elif isinstance(expr, Soonest):
            for part in expr.parts:
                yield from self._flow(part, inside)
        elif isinstance(expr, Shift):
            years, days = _amounts(expr.years, (18, 21)), _amounts(expr.days, (0, 180))
            for flow in self._flow(expr.of, inside):
                for n in years:
                    for d in days:
                        yield flow.moved(expr.sign * (12 * n + expr.months), expr.sign * d)

    def _compare(self, left: Expr, right: Expr) -> None:
        for a, b in ((left, right), (right, left)):
            counted = list(self._counted(a))
            bounds = [f.source for f in self._flow(b) if isinstance(f.source, (int, float))] if counted else []
            for node in counted:
                if isinstance(node, Elapsed):
                    self._elapsed(node, bounds)
                else:
                    most = [self.most_rows.get(node.entity, 0), *(int(n) + 1 for n in bounds)]
                    self.most_rows[node.entity] = max(most)
            if isinstance(a, (Elapsed, Count)):
                return
        for x in self._flow(left):
            for y in self._flow(right):
                self._meet(x, y)

    def _counted(self, expr: Expr, inside: frozenset[str] = frozenset()) -> Iterator[Elapsed | Count]:
        """The spans of time and counts of rows that a number may come from, derived facts opened."""
        if isinstance(expr, (Elapsed, Count)):
            yield expr
        elif isinstance(expr, Fact):
            definition = self.asked.definitions.get(expr.name)
            if definition is not None and expr.name not in inside:
                yield from self._counted(definition, inside | {expr.name})
        elif isinstance(expr, (IfAbsent, OrElse)):
            yield from self._counted(expr.of, inside)
            yield from self._counted(expr.other, inside)
        elif isinstance(expr, Choose):
            yield from self._counted(expr.then, inside)
            yield from self._counted(expr.otherwise, inside)

    def _elapsed(self, elapsed: Elapsed, bounds: list[int | float]) -> None:
        if not bounds:
            self.loose.update(fact.name for end in (elapsed.start, elapsed.end) for fact in self._sources(end))
            bounds = [18, 21] if elapsed.unit == "years" else []
        for n in {whole for bound in bounds for whole in (int(bound), int(bound) + 1)}:
            months, days = {"years": (12 * n, 0), "months": (n, 0), "days": (0, n)}[elapsed.unit]
            for start in self._flow(elapsed.start):
                for end in self._flow(elapsed.end):
                    self._meet(start.moved(months, days), end)

    def _meet(self, x: _Flow, y: _Flow) -> None:
        """The two are compared: each is worth trying where it equals the other."""
        if isinstance(x.source, Fact) and isinstance(y.source, Fact):
            self.links.append((x, y))
        elif isinstance(x.source, Fact):
            self.points.setdefault(x.source.name, set()).add(_solve(x, y))
        elif isinstance(y.source, Fact):
            self.points.setdefault(y.source.name, set()).add(_solve(y, x))

    def _follow_links(self) -> None:
        fine = self.grain == "fine"
        linked = {flow.source.name for link in self.links for flow in link if isinstance(flow.source, Fact)}
        for name in linked:
            if self.facts[name].kind == "date":
                ladder = _LADDER[:4:2] if fine and self.points.get(name) else _LADDER
                self.points.setdefault(name, set()).update(add_months(self.asked.as_of, -m) for m in ladder)
            else:
                self.points.setdefault(name, set()).update((0, 10))
        if not fine:
            return
        before = {name: frozenset(self.points[name]) for name in linked}
        for x, y in self.links:
            assert isinstance(x.source, Fact)
            assert isinstance(y.source, Fact)
            for a, b in ((x, y), (y, x)):
                for point in sorted(before[b.source.name])[:12]:
                    moved = _solve(a, _Flow(point, b.months, b.days))
                    self.points[a.source.name].add(moved)

    def _states(self, states: frozenset[str] | None) -> None:
        if states is not None:
            self.facts.setdefault(STATE_FACT, Fact(STATE_FACT, "code"))
            self.codes.setdefault(STATE_FACT, set()).add(states)

    def _basis(self, rule: Versions) -> None:
        self.of(rule.date_basis)
        if rule.circuit_basis is not None:
            self.of(rule.circuit_basis)
        for choice in rule.choices:
            for bound in (choice.scope.since, choice.scope.until):
                if bound is not None:
                    self._compare(rule.date_basis, Literal_(exactly(bound)))
            if choice.scope.circuits is not None and rule.circuit_basis is not None:
                for fact in self._sources(rule.circuit_basis):
                    self.codes.setdefault(fact.name, set()).add(choice.scope.circuits)
            self._states(choice.scope.states)

    def _values(self, name: str) -> Iterator[Answer]:
        if name == CIRCUIT:
            yield from ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "dc"]
            return
        fact = self.facts.get(name)
        if fact is None:
            return
        if fact.kind == "bool":
            yield from (True, False)
        elif fact.kind in ("date", "number"):
            yield from (exactly(point) for point in self._stretches(fact))
        else:
            some = self._code_classes(fact)
            if fact.kind == "codes":
                yield ()
                yield from ((code,) for code in some)
                if len(some) > 2:
                    yield tuple(some)
            else:
                yield from some
        if name in self.absent:
            yield Missing.ABSENT

    def _code_classes(self, fact: Fact) -> list[str]:
        """One code of each set of codes that no rule tells apart, and a few more where a table is read by code."""
        sets = sorted(self.codes.get(fact.name, ()), key=sorted)
        every = set(fact.codes or ()).union(*sets) - {"unknown"}
        if fact.codes is None or not every:
            every.add("another")
        classes: dict[tuple[bool, ...], str] = {}
        for code in sorted(every):
            classes.setdefault(tuple(code in some for some in sets), code)
        found = dict.fromkeys(classes.values())
        if fact.name in self.keys:
            ordered = sorted(every)
            found.update(dict.fromkeys(ordered[:: max(1, len(ordered) // 4)]))
        return list(found)

    def _stretches(self, fact: Fact) -> list[Point]:
        points: list[Point] = sorted(self.points.get(fact.name, ()))
        if not points:
            return [add_months(self.asked.as_of, -24)] if fact.kind == "date" else [1]
        if self.grain == "fine":
            near: set[Point] = {_step(p, by) for p in points for by in _NEAR}
            found: list[Point] = sorted(near)
        else:
            first = _step(points[0], -400 if fact.kind == "date" else -1)
            found = [first, *dict.fromkeys(_step(p, 1) for p in points)]
        most = _MOST[self.grain]
        if len(found) > most:
            self.loose.add(fact.name)
            found = [found[i * (len(found) - 1) // (most - 1)] for i in range(most)]
        return found

    def lengths(self, entity: str) -> list[Rows]:
        """What the rest of a list may be when its cells are left open: no row, one row, and as many as rules count."""
        return [({},) * n for n in range(max(2, self.most_rows.get(entity, 2)) + 1)]

    def lists(self, entity: str, rows: Iterable[Mapping[str, Answer]]) -> list[Rows]:
        """What the rest of a list may be: nothing, each of these rows alone, and several together."""
        some = list(rows)
        found: list[Rows] = [(), *((row,) for row in some)]
        need = max(2, self.most_rows.get(entity, 2))
        if some:
            if entity in self.most_rows:
                found.extend((row,) * need for row in some)
            found.extend(tuple(some[(i + k) % len(some)] for k in range(need)) for i in range(0, len(some), 2))
        return found


def _amounts(amount: int | Expr, worked_out: tuple[int, ...]) -> tuple[int, ...]:
    """How far a date may be moved; amounts that a rule works out are tried at a few likely sizes."""
    return (amount,) if isinstance(amount, int) else worked_out


def _solve(x: _Flow, y: _Flow) -> Point:
    """The value of x's fact at which x meets the point y."""
    point = y.source
    if isinstance(point, date):
        moved = add_days(add_months(point, y.months), y.days)
        return add_months(add_days(moved, -x.days), -x.months)
    assert isinstance(point, (int, float))
    return point


def _step(point: Point, by: int) -> Point:
    return add_days(point, by) if isinstance(point, date) else point + by
