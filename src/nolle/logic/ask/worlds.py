"""Many possible cases at once: every condition as a pair of bit masks, one bit a world.

A world answers every question not asked yet. The truth of a condition over all worlds is two integers, where it is true
and where it is false; groups are folded with ``&`` and ``|``. What the interpreter says of a whole world is what its
bit says: atoms are put to the interpreter, and only what joins them is done on masks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate, pairwise
from operator import and_, or_
from random import Random
from typing import Any, NamedTuple, TypeAlias

from nolle.logic.asked import Asked
from nolle.logic.finding import ADVISE, ASK, GRANT
from nolle.logic.known import Answer, Case, Cell, Missing, Row
from nolle.logic.rule import By, Element, Group, Rule, Scope, Settled, Versions
from nolle.logic.suppose import CIRCUIT, Guess, Rows, Supposed, Uses, split, uses
from nolle.logic.tree import AS_OF, And, Exists, Expr, Fact, IsIn, Not, Or
from nolle.logic.truth import Force
from nolle.logic.value import evaluate
from nolle.logic.when import STATE_FACT, applies

Parts: TypeAlias = tuple[tuple[Guess, int], ...]
RowKey: TypeAlias = tuple[str, str]

_NOTHING = object()


class Masks(NamedTuple):
    """Where a condition is true and where it is false; elsewhere it is unknown."""

    true: int
    false: int


class Ruled(NamedTuple):
    """Where a rule is true, is false, is surely law, and is surely not law."""

    true: int
    false: int
    law: int
    out: int


@dataclass(slots=True)
class Sample:
    """Worlds, and for each variable the worlds in which it has each of its values.

    ``weights`` is ``None`` when all worlds are equally likely.
    """

    size: int
    parts: dict[str, Parts] = field(default_factory=dict)
    weights: tuple[float, ...] | None = None

    @property
    def every(self) -> int:
        """The mask of all worlds."""
        return (1 << self.size) - 1

    def share(self, mask: int) -> float:
        """The probability of a set of worlds."""
        if self.weights is None:
            return mask.bit_count() / self.size
        total = 0.0
        while mask:
            low = mask & -mask
            total += self.weights[low.bit_length() - 1]
            mask ^= low
        return total


def draw(variable: str, values: Sequence[tuple[Guess, float]], size: int, seed: int) -> Parts:
    """Split the worlds among the values by their weights, as evenly as whole worlds allow, in an order of their own."""
    total = sum(weight for _, weight in values)
    ends = [round(size * reached / total) for reached in accumulate(weight for _, weight in values)]
    marks = bytes(k for k, (start, end) in enumerate(pairwise([0, *ends])) for _ in range(start, end))
    chance = Random(f"{seed} {variable}").random
    keys = [chance() for _ in range(size)]
    mixed = bytes(marks[world] for world in sorted(range(size), key=keys.__getitem__))
    parts: list[tuple[Guess, int]] = []
    for k, (value, _) in enumerate(values):
        if k in mixed:
            bits = bytearray(b"0") * 256
            bits[k] = ord("1")
            parts.append((value, int(mixed.translate(bytes(bits)), 2)))
    return tuple(parts)


def enumerate_worlds(values: Mapping[str, Sequence[tuple[Guess, float]]]) -> Sample:
    """One world for every combination of values, weighted by its probability; exact, for few variables."""
    size = math.prod(len(some) for some in values.values())
    weights = [1.0] * size
    parts: dict[str, Parts] = {}
    stride = 1
    for variable, some in values.items():
        total = sum(weight for _, weight in some)
        masks = [0] * len(some)
        for world in range(size):
            k = world // stride % len(some)
            masks[k] |= 1 << world
            weights[world] *= some[k][1] / total
        parts[variable] = tuple((value, mask) for (value, _), mask in zip(some, masks, strict=True))
        stride *= len(some)
    even = max(weights) - min(weights) < 1e-12
    return Sample(size, parts, None if even else tuple(weights))


@dataclass(slots=True)
class Memory:
    """What one set of rules keeps between questions: the atoms already put to the interpreter, and lists as read."""

    atoms: dict[int, tuple[tuple[Any, ...], Masks]] = field(default_factory=dict)
    scopes: dict[tuple[int, bool], tuple[int, int]] = field(default_factory=dict)
    rests: dict[int, tuple[tuple[Any, ...], Masks]] = field(default_factory=dict)
    lists: dict[str, Any] = field(default_factory=dict)
    made: dict[int, tuple[Rows, Sequence[Row]]] = field(default_factory=dict)


class Fold:
    """The rules of one question over a sample of worlds, in one reading at a time."""

    def __init__(self, asked: Asked, sample: Sample, memory: Memory | None = None) -> None:
        """Variables that the sample does not split keep what the case says of them."""
        self.asked = asked
        self.sample = sample
        self.every = sample.every
        self.memory = Memory() if memory is None else memory
        self._keep = memory is not None
        self._case = Supposed(asked.case, made=self.memory.made)
        self._asked = Asked(
            case=self._case, law=asked.law, as_of=asked.as_of, circuit=asked.circuit, tables=asked.tables,
            definitions=asked.definitions, forces=asked.forces,
        )  # fmt: skip
        self._masks: dict[tuple[int, RowKey | None], Masks] = {}
        self._rules: dict[tuple[int, bool, int], Ruled] = {}
        self._states: dict[str, Any] = {}

    def rule(self, rule: Rule, reading: int = GRANT, helps: bool = True) -> Ruled:
        """A rule over all worlds, as ``judge`` would find it in each."""
        key = (id(rule), helps, reading)
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = self._rule(rule, reading, helps)
        return found

    def statuses(self, rule: Rule, reading: int = GRANT) -> tuple[int, ...]:
        """The worlds split by what is found of a rule: true, false, not in force, unknown; empty ones left out."""
        true, false, _, out = self.rule(rule, reading)
        true, false = true & ~out, false & ~out
        split_up = (true, false, out, self.every & ~(true | false | out))
        return tuple(mask for mask in split_up if mask)

    def condition(self, expr: Expr, row: RowKey | None = None) -> Masks:
        """A condition over all worlds; ``row`` is the list and id of the known row it is read in."""
        key = (id(expr), row)
        found = self._masks.get(key)
        if found is None:
            found = self._masks[key] = self._condition(expr, row)
        return found

    def _rule(self, rule: Rule, reading: int, helps: bool) -> Ruled:
        law, out = self._force(rule.scope)
        if isinstance(rule, Element):
            true, false = self._element(rule, reading, helps)
        elif isinstance(rule, Settled):
            true, false = self.every * (rule.answer is True), self.every * (rule.answer is False)
        elif isinstance(rule, Versions):
            true, false, none = self._versions(rule, reading, helps)
            law, out = law & ~none, out | none
        else:
            assert isinstance(rule, Group)
            if rule.how == "not":
                part = self.rule(rule.parts[0], reading, not helps)
                true, false, reach, gone = part.false, part.true, part.law, part.out
            else:
                parts = [self._part(part, reading, helps) for part in rule.parts]
                true, false, reach, gone = self._join(rule.how == "all", parts)
            law, out = law & reach, out | gone
        return Ruled(true, false, law, out)

    def _part(self, rule: Rule, reading: int, helps: bool) -> Ruled:
        """A part of a group; what is nowhere law is not looked into."""
        out = 0 if rule.scope.everywhere else self._force(rule.scope)[1]
        return Ruled(0, 0, 0, out) if out == self.every else self.rule(rule, reading, helps)

    def _element(self, rule: Element, reading: int, helps: bool) -> Masks:
        true, false = self.condition(rule.that)
        if rule.by is By.JUDGEMENT and reading == ADVISE:
            unknown = self.every & ~(true | false)
            return Masks(true | unknown, false) if helps else Masks(true, false | unknown)
        if rule.by.awaited and reading != GRANT:
            against = (false if helps else true) & (self._adverse(rule) if reading != ASK else 0)
            return Masks(self.every & ~against, against) if helps else Masks(against, self.every & ~against)
        return Masks(true, false)

    def _adverse(self, rule: Element) -> int:
        adverse = 0
        for fact in rule.facts:
            if fact.entity is None and fact.adverse:
                adverse |= self._where(fact, lambda answer, bad=fact.adverse: isinstance(answer, str) and answer in bad)
        return adverse

    def _join(self, every: bool, parts: list[Ruled]) -> Ruled:
        """All of (or any of) the parts, world by world as ``judge.join`` does; a fast way where all is law."""
        if every:
            true, false = self.every, 0
            for p in parts:
                true, false = true & (p.true | p.out), false | (p.false & ~p.out)
        else:
            true, false = 0, self.every
            for p in parts:
                true, false = true | (p.true & ~p.out), false & (p.false | p.out)
        if all(p.law == self.every for p in parts):
            return Ruled(true, false, self.every, 0)
        law = reduce(or_, (p.law for p in parts))
        out = reduce(and_, (p.out for p in parts))
        unsure = [self.every & ~(p.law | p.out) for p in parts]
        without_true, without_false = self._surely(every, parts)
        alone_true = reduce(and_, (p.true | ~m for p, m in zip(parts, unsure, strict=True)))
        alone_false = reduce(and_, (p.false | ~m for p, m in zip(parts, unsure, strict=True)))
        true &= (without_true & law) | (alone_true & ~law)
        false &= (without_false & law) | (alone_false & ~law)
        return Ruled(true & ~out, false & ~out, law, out)

    def _surely(self, every: bool, parts: list[Ruled]) -> Masks:
        if every:
            true = reduce(and_, (p.true | ~p.law for p in parts))
            return Masks(true, reduce(or_, (p.false & p.law for p in parts)))
        false = reduce(and_, (p.false | ~p.law for p in parts))
        return Masks(reduce(or_, (p.true & p.law for p in parts)), false)

    def _versions(self, rule: Versions, reading: int, helps: bool) -> tuple[int, int, int]:
        """True, false, and where every version that may be chosen is itself not law."""
        waiting = self.every
        some, true, false, gone = 0, self.every, self.every, self.every
        for choice in rule.ranked:
            law, out = self._force(choice.scope, rule.date_basis, rule.circuit_basis)
            possible = waiting & ~out
            if not possible:
                continue
            waiting &= ~law
            part = self._part(choice.that, reading, helps)
            some |= possible
            true &= (part.true & ~part.out) | ~possible
            false &= (part.false & ~part.out) | ~possible
            gone &= part.out | ~possible
        gone &= some
        return true & some & ~gone, false & some & ~gone, gone

    def _force(self, scope: Scope, date_basis: Expr = AS_OF, circuit_basis: Fact | None = None) -> tuple[int, int]:
        """Where a scope surely holds, and where it surely does not."""
        if scope.everywhere:
            return self.every, 0
        by_case = scope.states is not None or date_basis is not AS_OF or circuit_basis is not None
        if by_case or not self._keep:
            return self._force_here(scope, date_basis, circuit_basis)
        key = (id(scope), CIRCUIT in self.sample.parts)
        found = self.memory.scopes.get(key)
        if found is None:
            found = self.memory.scopes[key] = self._force_here(scope, date_basis, circuit_basis)
        return found

    def _force_here(self, scope: Scope, date_basis: Expr, circuit_basis: Fact | None) -> tuple[int, int]:
        free: list[str] = []
        if scope.since or scope.until:
            free += self._free(date_basis, None)
        if scope.circuits is not None and circuit_basis is not None:
            free += self._free(circuit_basis, None)
        if self.asked.circuit is None and CIRCUIT in self.sample.parts:
            free += [CIRCUIT] if scope.force or (scope.circuits is not None and circuit_basis is None) else []
        if scope.states is not None and STATE_FACT in self.sample.parts:
            free.append(STATE_FACT)
        if not free:
            force, _ = applies(scope, self.asked, date_basis, circuit_basis)
            return self.every * (force is Force.IN), self.every * (force is Force.OUT)
        law = out = 0
        for mask in self._worlds(list(dict.fromkeys(free))):
            force, _ = applies(scope, self._asked, date_basis, circuit_basis)
            law, out = law | mask * (force is Force.IN), out | mask * (force is Force.OUT)
        return law, out

    def _condition(self, expr: Expr, row: RowKey | None) -> Masks:
        if isinstance(expr, And):
            parts = [self.condition(part, row) for part in expr.parts]
            return Masks(reduce(and_, (p.true for p in parts)), reduce(or_, (p.false for p in parts)))
        if isinstance(expr, Or):
            parts = [self.condition(part, row) for part in expr.parts]
            return Masks(reduce(or_, (p.true for p in parts)), reduce(and_, (p.false for p in parts)))
        if isinstance(expr, Not):
            part = self.condition(expr.part, row)
            return Masks(part.false, part.true)
        if isinstance(expr, Fact) and expr.entity is None and expr.name in self.asked.definitions:
            definition = self.asked.definitions[expr.name]
            plain = expr.name not in uses(expr, self.asked.definitions).facts
            if plain and self.asked.case.cell(expr.name).answer is Missing.NOT_ASKED:
                return self.condition(definition)
        return self._remembered(expr, row)

    def _remembered(self, expr: Expr, row: RowKey | None) -> Masks:
        if not self._keep or row is not None:
            return self._atom(expr, row)
        key = self._key(uses(expr, self.asked.definitions))
        kept = self.memory.atoms.get(id(expr))
        if kept is not None and kept[0] == key:
            return kept[1]
        masks = self._atom(expr, row)
        self.memory.atoms[id(expr)] = key, masks
        return masks

    def _key(self, reads: Uses) -> tuple[Any, ...]:
        names = (*reads.facts, *reads.derived, *reads.lists)
        states = self._states
        for name in names:
            if name not in states:
                states[name] = self._state(name)
        return tuple(states[name] for name in names)

    def _state(self, name: str) -> Any:
        """What the case says of a fact or list, so that atoms are put to the interpreter again only when it changes."""
        if name in self.sample.parts and split(name)[2]:
            return None
        if split(name)[2]:
            return self.asked.case.cell(name).answer
        rows = tuple((r.id, tuple(r.cells.items())) for r in self.asked.case.rows(name))
        cells = tuple(v for v in self.sample.parts if v.startswith(f"{name}["))
        state = (name in self.sample.parts, self.asked.case.complete(name), rows, cells)
        kept = self.memory.lists.get(name)
        if kept == state:
            return kept
        self.memory.lists[name] = state
        return state

    def _atom(self, expr: Expr, row: RowKey | None) -> Masks:
        if isinstance(expr, Fact) and self._plainly_free(expr):
            parts = self.sample.parts[expr.name]
            return Masks(_union(parts, True), _union(parts, False))
        if isinstance(expr, IsIn) and isinstance(expr.of, Fact) and self._plainly_free(expr.of):
            true = self._where(expr.of, lambda answer: isinstance(answer, str) and answer in expr.codes)
            return Masks(true, self._where(expr.of, lambda a: isinstance(a, str) and a not in expr.codes))
        if isinstance(expr, Exists) and row is None and self._row_by_row(expr):
            return self._exists(expr)
        true = false = 0
        for mask in self._worlds(self._free(expr, row)):
            answer = self._evaluate(expr, row)
            if answer is True:
                true |= mask
            elif answer is False:
                false |= mask
        return Masks(true, false)

    def _plainly_free(self, fact: Fact) -> bool:
        """Whether the fact is what the sample says it is; a definition goes before what is told."""
        return fact.name in self.sample.parts and fact.name not in self.asked.definitions

    def _row_by_row(self, expr: Exists) -> bool:
        """Whether some rows are known, and what is asked of one does not turn on the others."""
        reads = uses(expr.where, self.asked.definitions)
        return bool(self.asked.case.rows(expr.entity)) and expr.entity not in reads.lists

    def _exists(self, expr: Exists) -> Masks:
        """Each known row by itself, then the rest of the list: far fewer combinations than all rows together."""
        true, false = 0, self.every
        for row in self.asked.case.rows(expr.entity):
            masks = self.condition(expr.where, (expr.entity, row.id))
            true, false = true | masks.true, false & masks.false
        if expr.entity in self.sample.parts:
            rest = self._rest(expr)
            true, false = true | rest.true, false & rest.false
        elif not self.asked.case.complete(expr.entity):
            false = 0
        return Masks(true, false & ~true)

    def _rest(self, expr: Exists) -> Masks:
        """Where the rest of a list holds such a row: kept between questions, for it does not turn on the known rows."""
        reads = uses(expr, self.asked.definitions)
        key = self._key(
            Uses(reads.facts, tuple(name for name in reads.lists if name != expr.entity), (), reads.derived)
        )
        kept = self.memory.rests.get(id(expr))
        if self._keep and kept is not None and kept[0] == key:
            return kept[1]
        true = false = 0
        base, self._case.base = self._case.base, _WithoutRows(self._case.base, expr.entity)
        for mask in self._worlds([name for name in self._free(expr, None) if "[" not in name]):
            answer = self._evaluate(expr, None)
            true |= mask * (answer is True)
            false |= mask * (answer is False)
        self._case.base = base
        self.memory.rests[id(expr)] = key, Masks(true, false)
        return Masks(true, false)

    def _evaluate(self, expr: Expr, row: RowKey | None) -> Answer:
        if row is not None:
            self._asked.row = next(r for r in self._case.rows(row[0]) if r.id == row[1])
        answer = evaluate(expr, self._asked)
        self._asked.row = None
        return answer

    def _where(self, fact: Fact, test: Any) -> int:
        """The worlds in which a single fact's answer passes a test."""
        found = 0
        for mask in self._worlds(self._free(fact, None)):
            self._asked.answers.clear()
            if test(evaluate(fact, self._asked)):
                found |= mask
        return found

    def _free(self, expr: Expr, row: RowKey | None) -> list[str]:
        """The variables of a node that the sample splits."""
        parts = self.sample.parts
        reads = uses(expr, self.asked.definitions)
        free = [name for name in (*reads.facts, *reads.lists) if name in parts]
        for entity, name in reads.fields:
            for known in self.asked.case.rows(entity):
                cell = f"{entity}[{known.id}].{name}"
                if cell in parts and (row is None or row[0] != entity or row[1] == known.id):
                    free.append(cell)
        return free

    def _worlds(self, free: list[str]) -> Iterator[int]:
        """Each set of worlds in which these variables agree, with the case set up as it is there."""
        self._asked.answers.clear()
        if not free:
            yield self.every
            return
        groups: list[tuple[int, tuple[Guess, ...]]] = [(self.every, ())]
        for variable in free:
            groups = [
                (both, (*values, value))
                for mask, values in groups
                for value, part in self.sample.parts[variable]
                if (both := mask & part)
            ]
        before: tuple[Any, ...] = (_NOTHING,) * len(free)
        for mask, values in groups:
            for variable, value, old in zip(free, values, before, strict=True):
                if value is old:
                    continue
                self._case.suppose(variable, value)
                if variable == CIRCUIT and self.asked.circuit is None:
                    self._asked.circuit = str(value)
            before = values
            self._asked.answers.clear()
            yield mask
        for variable in free:
            self._case.forget(variable)
        self._asked.circuit = self.asked.circuit
        self._asked.answers.clear()


@dataclass(frozen=True, slots=True)
class _WithoutRows:
    """A case in which one list has no known rows, so that only the rest of it is asked about."""

    base: Case
    entity: str

    def cell(self, fact: str) -> Cell:
        return self.base.cell(fact)

    def rows(self, entity: str) -> Sequence[Row]:
        return () if entity == self.entity else self.base.rows(entity)

    def complete(self, entity: str) -> bool:
        return self.base.complete(entity)


def _union(parts: Parts, wanted: Guess) -> int:
    return reduce(or_, (mask for value, mask in parts if value is wanted), 0)
