"""A case with some answers supposed, and the facts that an open question still turns on.

A *variable* is what one question asks for: a single fact (``person.birth_date``), one cell of a row that is already
known (``relative[2].status``), the rest of a list (``conviction``: are these all?), or the circuit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from nolle.logic.asked import Asked
from nolle.logic.finding import GRANT, Finding
from nolle.logic.judge import judge
from nolle.logic.known import NOT_ASKED, Answer, Case, Cell, Missing, Row
from nolle.logic.rough import Span
from nolle.logic.rule import CIRCUITS, Element, Rule, Scope, Versions
from nolle.logic.tree import AS_OF, And, Expr, Fact, Not, Or
from nolle.logic.truth import Force
from nolle.logic.value import evaluate
from nolle.logic.walk import children, entity_of, facts_of
from nolle.logic.when import STATE_FACT, applies

CIRCUIT = "case.circuit"
"""The fact that stands for the circuit while the question leaves it open."""


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row that somebody supposes."""

    id: str
    cells: Mapping[str, Cell]


Rows: TypeAlias = tuple[Mapping[str, Answer], ...]
"""The rest of a list, each row as field and answer."""

Guess: TypeAlias = Answer | Rows
"""What a variable may be supposed to be."""


@dataclass(slots=True)
class Supposed:
    """A case in which some variables are supposed to have a value; the case beneath is left alone."""

    base: Case
    cells: dict[str, Cell] = field(default_factory=dict)
    changed: dict[str, dict[str, dict[str, Cell]]] = field(default_factory=dict)
    rest: dict[str, Sequence[Row]] = field(default_factory=dict)
    made: dict[int, tuple[Rows, Sequence[Row]]] = field(default_factory=dict)

    def cell(self, fact: str) -> Cell:
        """The supposed cell, else the one of the case beneath."""
        return self.cells.get(fact) or self.base.cell(fact)

    def rows(self, entity: str) -> Sequence[Row]:
        """The rows of the case beneath with supposed cells filled in, then the supposed rest of the list."""
        rows = self.base.rows(entity)
        changed, rest = self.changed.get(entity), self.rest.get(entity)
        if rest:
            rows = [*rows, *rest]
        if changed:
            rows = [MadeRow(r.id, {**r.cells, **changed.get(r.id, {})}) for r in rows]
        return rows

    def complete(self, entity: str) -> bool:
        """Whether the list is supposed, or was said, to be whole."""
        return entity in self.rest or self.base.complete(entity)

    def suppose(self, variable: str, guess: Guess) -> None:
        """Give a variable a value."""
        entity, row, name = split(variable)
        if row is not None:
            self.changed.setdefault(entity, {}).setdefault(row, {})[name] = Cell(guess)  # type: ignore[arg-type]
        elif not name:
            self.rest[entity] = self._rest(cast("Rows", guess))
        else:
            self.cells[variable] = Cell(guess)  # type: ignore[arg-type]

    def _rest(self, rows: Rows) -> Sequence[Row]:
        kept = self.made.get(id(rows))
        if kept is None:
            made = tuple(MadeRow(f"+{i}", {f: Cell(a) for f, a in row.items()}) for i, row in enumerate(rows, 1))
            kept = self.made[id(rows)] = rows, made
        return kept[1]

    def forget(self, variable: str) -> None:
        """Take a supposed value back."""
        entity, row, name = split(variable)
        if row is not None:
            self.changed[entity][row].pop(name, None)
        elif not name:
            self.rest.pop(entity, None)
        else:
            self.cells.pop(variable, None)


def split(variable: str) -> tuple[str, str | None, str]:
    """A variable as entity, row id and field: the row is ``None`` for a single fact, the field empty for a list."""
    head, _, name = variable.rpartition(".")
    if not head:
        return variable, None, ""
    if head.endswith("]"):
        entity, _, row = head[:-1].partition("[")
        return entity, row, name
    return head, None, name


def suppose(asked: Asked, guesses: Mapping[str, Guess]) -> Asked:
    """The same question put to the case with these variables given."""
    case = Supposed(asked.case)
    for variable, guess in guesses.items():
        case.suppose(variable, guess)
    circuit = guesses.get(CIRCUIT) if asked.circuit is None else asked.circuit
    return Asked(
        case=case, law=asked.law, as_of=asked.as_of, circuit=circuit if isinstance(circuit, str) else None,
        tables=asked.tables, definitions=asked.definitions,
    )  # fmt: skip


def opened(expr: Expr, definitions: Mapping[str, Expr]) -> Iterator[Expr]:
    """Every node beneath, derived facts opened through their definitions, each definition once."""
    seen: set[str] = set()
    stack = [expr]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(children(node))
        if isinstance(node, Fact) and node.name not in seen and node.name in definitions:
            seen.add(node.name)
            stack.append(definitions[node.name])


@dataclass(frozen=True, slots=True)
class Uses:
    """What a node reads: facts a person can tell, whole lists, fields of rows, and derived facts on the way."""

    facts: tuple[str, ...]
    lists: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    derived: tuple[str, ...]


_USES: dict[int, tuple[Expr, Mapping[str, Expr], Uses]] = {}
_MOST_USES = 50_000


def uses(expr: Expr, definitions: Mapping[str, Expr]) -> Uses:
    """What a node reads, derived facts opened; worked out once for each node."""
    kept = _USES.get(id(expr))
    if kept is not None and kept[0] is expr and (kept[1] is definitions or not (kept[1] or definitions)):
        return kept[2]
    facts: dict[str, None] = {}
    lists: dict[str, None] = {}
    fields: dict[tuple[str, str], None] = {}
    derived: dict[str, None] = {}
    for node in opened(expr, definitions):
        if isinstance(node, Fact):
            if node.entity is not None:
                if node.name not in definitions:
                    fields[node.entity, node.name.rpartition(".")[2]] = None
            else:
                (facts if told(node.name, definitions) else derived)[node.name] = None
        elif (entity := entity_of(node)) is not None:
            lists[entity] = None
    if len(_USES) >= _MOST_USES:
        _USES.clear()
    found = Uses(tuple(facts), tuple(lists), tuple(fields), tuple(derived))
    _USES[id(expr)] = expr, definitions, found
    return found


def variables(expr: Expr, asked: Asked) -> Iterator[str]:
    """The variables without an exact value that a node rests on; derived facts are opened."""
    reads = uses(expr, asked.definitions)
    for name in reads.facts:
        if not settled(asked.case.cell(name)):
            yield name
    for entity in reads.lists:
        if not asked.case.complete(entity):
            yield entity
    for entity, name in reads.fields:
        for known in asked.case.rows(entity):
            if not settled(known.cells.get(name, NOT_ASKED)):
                yield f"{entity}[{known.id}].{name}"


def told(fact: str, definitions: Mapping[str, Expr]) -> bool:
    """Whether a person can tell a fact: any that is not derived, and a derived one whose definition names itself."""
    return fact not in definitions or any(f.name == fact for f in facts_of(definitions[fact]))


def settled(cell: Cell) -> bool:
    """Whether nothing more can be learned: an exact value, or said to be absent."""
    answer = cell.answer
    if isinstance(answer, Missing):
        return answer is Missing.ABSENT
    return answer.exact if isinstance(answer, Span) else not isinstance(answer, frozenset)


def atoms(expr: Expr, asked: Asked) -> Iterator[Expr]:
    """The undecided conditions that 'and', 'or' and 'not' join: what is decided already is passed over."""
    if isinstance(evaluate(expr, asked), bool):
        return
    if isinstance(expr, (And, Or)):
        for part in expr.parts:
            yield from atoms(part, asked)
    elif isinstance(expr, Not):
        yield from atoms(expr.part, asked)
    elif isinstance(expr, Fact) and expr.entity is None and expr.name in asked.definitions:
        told_too = expr.name in uses(expr, asked.definitions).facts
        if expr.kind == "bool" and not told_too and asked.case.cell(expr.name).answer is Missing.NOT_ASKED:
            yield from atoms(asked.definitions[expr.name], asked)
        else:
            yield expr
    else:
        yield expr


def live_in(expr: Expr, asked: Asked) -> Iterator[str]:
    """The variables that can still change an undecided condition. May repeat."""
    for atom in atoms(expr, asked):
        yield from variables(atom, asked)


def live(rule: Rule, asked: Asked, reading: int = GRANT) -> Iterator[str]:
    """The variables that can still change an undecided rule in one reading. May repeat."""
    finding = judge(rule, asked)
    if finding.reading(reading) is None and finding.force is not Force.OUT:
        yield from _live(finding, asked, reading)


def _live(finding: Finding, asked: Asked, reading: int) -> Iterator[str]:
    yield from live_here(finding, asked)
    for part in finding.because:
        if _matters(part, reading):
            yield from _live(part, asked, reading)


def _matters(part: Finding, reading: int) -> bool:
    """Whether a part can still make a difference: it is undecided, or it may or may not be law."""
    return part.force is Force.MAYBE or (part.force is Force.IN and part.reading(reading) is None)


def live_here(finding: Finding, asked: Asked) -> Iterator[str]:
    """The variables of an undecided finding itself: its condition, and when and where it is law."""
    rule = finding.rule
    if not rule.scope.everywhere:
        yield from placing(rule.scope, asked)
    if isinstance(rule, Element):
        yield from live_in(rule.that, asked)
    elif isinstance(rule, Versions):
        for choice in rule.choices:
            yield from placing(choice.scope, asked, rule.date_basis, rule.circuit_basis)


@dataclass(slots=True)
class Live:
    """What can still change each finding of one question in one reading, each worked out once."""

    asked: Asked
    reading: int = GRANT
    _found: dict[int, frozenset[str]] = field(default_factory=dict)

    def under(self, finding: Finding) -> frozenset[str]:
        """The variables that can still change a finding, or whether it is law; none when both are decided."""
        if not _matters(finding, self.reading):
            return frozenset()
        found = self._found.get(id(finding))
        if found is None:
            parts = [self.under(part) for part in finding.because]
            found = self._found[id(finding)] = frozenset(live_here(finding, self.asked)).union(*parts)
        return found


def placing(scope: Scope, asked: Asked, date_basis: Expr = AS_OF, circuit_basis: Fact | None = None) -> Iterator[str]:
    """The variables that decide whether a scope holds, where that is in doubt."""
    if scope.everywhere or applies(scope, asked, date_basis, circuit_basis)[0] is not Force.MAYBE:
        return
    if (scope.since or scope.until) and date_basis is not AS_OF:
        yield from variables(date_basis, asked)
    if scope.circuits is not None and circuit_basis is not None:
        yield from variables(circuit_basis, asked)
    if asked.circuit is None:
        by_place = scope.circuits is not None and circuit_basis is None
        if by_place or any(_differs(authority, asked) for authority in scope.force):
            yield CIRCUIT
    if scope.states is not None and not settled(asked.case.cell(STATE_FACT)):
        yield STATE_FACT


def _differs(authority: str, asked: Asked) -> bool:
    """Whether an authority's force turns on the circuit."""
    return any(asked.law.force(authority, asked.as_of, c) is not Force.MAYBE for c in CIRCUITS)
