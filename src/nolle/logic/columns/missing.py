"""What is missing, as bit masks: for each root the facts that its unknown conditions still turn on.

A root's facts are numbered once; a case's mask has the bit of each fact that is not known for it and that could still
matter. Masks are decoded once for each that occurs, never for each case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from nolle.logic.columns.algebra import (
    Col,
    Value,
    all_,
    any_,
    build,
    column,
    compare,
    is_false,
    is_null,
    is_true,
    not_,
    same,
)
from nolle.logic.columns.calendar import OUT
from nolle.logic.columns.expression import INT16, INT64
from nolle.logic.columns.rules import RuleColumns
from nolle.logic.columns.values import Values
from nolle.logic.finding import AWAIT, GRANT
from nolle.logic.rule import Element, Group, Rule, Versions, parts_of
from nolle.logic.tree import Fact
from nolle.logic.walk import facts_of
from nolle.logic.when import STATE_FACT

CIRCUIT = Fact("case.circuit", "code")
STATE = Fact(STATE_FACT, "code")
WORD = 62
"""So many facts go into one whole number of 64 bits; a root with more has several."""
BYTE = 8

Place: TypeAlias = tuple[Rule, bool]
"""A rule where it stands: whether its being true helps there."""


@dataclass(slots=True)
class Missing:
    """Which facts are missing, for the roots of one question."""

    rules: RuleColumns
    gaps: dict[str, dict[str, Value]] = field(default_factory=dict)
    opened: dict[tuple[str, tuple[str, ...]], dict[str, tuple[Fact, Value]]] = field(default_factory=dict)
    reaches: dict[tuple[int, bool], tuple[dict[Place, Value], dict[Place, Value]]] = field(default_factory=dict)
    settled: dict[Place, Value] = field(default_factory=dict)

    @property
    def cases(self) -> Values:
        """The values of the cases."""
        return self.rules.cases

    def visited(self, root: Rule) -> dict[str, Value]:
        """For each rule beneath, by its id, where it is reached: nothing above it is out of force."""
        found: dict[str, Value] = {}
        for (rule, _), flag in self.reach(root, stop_at_settled=False).items():
            found[rule.id] = any_((found.get(rule.id, False), flag))
        return found

    def known(self, root: Rule) -> Value:
        """Whether any condition that is reached has an answer."""
        law = self._reaching(root, stop_at_settled=False)[1]
        return any_(
            all_((flag, not_(is_null(self.rules.truth(rule)))))
            for (rule, _), flag in law.items()
            if isinstance(rule, Element)
        )

    def masks(self, root: Rule) -> tuple[tuple[tuple[str, ...], ...], list[Value]]:
        """The names of the facts by their bit, at most ``WORD`` in a mask, and the masks."""
        asked: dict[str, dict[object, Value]] = {}
        gaps: dict[str, Value] = {}
        for (rule, _), unsettled in self._reaching(root, stop_at_settled=True)[1].items():
            if unsettled is False:
                continue
            facts = (*(rule.facts if isinstance(rule, Element) else ()), *_places(rule))
            for fact in facts:
                for base, condition in self._open(fact, ()).values():
                    for name, gap in self._gap(base).items():
                        key = (_name(unsettled), _name(condition))
                        asked.setdefault(name, {})[key] = all_((unsettled, condition))
                        gaps[name] = gap
        joined = {name: all_((any_(parts.values()), gaps[name])) for name, parts in asked.items()}
        names = [name for name in self._in_order(root) if joined.get(name, False) is not False]
        words = tuple(tuple(names[at : at + WORD]) for at in range(0, len(names), WORD))
        return words, [_mask(self.rules, [joined[name] for name in word]) for word in words]

    def _in_order(self, root: Rule) -> dict[str, None]:
        """Every name there may be, in the order of the rules: the same on every date."""
        found: dict[str, None] = {}

        def add(fact: Fact, inside: tuple[str, ...] = ()) -> None:
            found.update(dict.fromkeys([fact.name] if fact.entity is None else [fact.entity, fact.name]))
            definition = self.rules.question.definitions.get(fact.name)
            if definition is not None and fact.name not in inside:
                for inner in facts_of(definition):
                    add(inner, (*inside, fact.name))

        for rule, _ in top_down(root):
            for fact in (*(rule.facts if isinstance(rule, Element) else ()), *_places(rule)):
                add(fact)
        return found

    def reach(self, root: Rule, *, stop_at_settled: bool) -> dict[Place, Value]:
        """Where each rule is reached from the root; what is out of force, or settled, hands on nothing."""
        return self._reaching(root, stop_at_settled)[0]

    def _reaching(self, root: Rule, stop_at_settled: bool) -> tuple[dict[Place, Value], dict[Place, Value]]:
        """Where each rule is reached; and where it is law there too and, if asked, not settled: what it hands on."""
        key = (id(root), stop_at_settled)
        if key not in self.reaches:
            flags: dict[Place, Value] = {(root, True): True}
            handed: dict[Place, Value] = {}
            for place in top_down(root):
                rule, helps = place
                end = self._settled(rule, helps) if stop_at_settled else self._out(rule)
                own = handed[place] = self.rules.keep(all_((flags[place], not_(end))))
                for part, possible, part_helps in self._parts(rule, helps):
                    there = flags.get((part, part_helps), False)
                    flags[part, part_helps] = self.rules.keep(any_((there, all_((own, possible)))))
            self.reaches[key] = flags, handed
        return self.reaches[key]

    def _out(self, rule: Rule) -> Value:
        return self.rules.keep(compare("==", self.rules.force(rule), OUT))

    def _parts(self, rule: Rule, helps: bool) -> Iterator[tuple[Rule, Value, bool]]:
        if isinstance(rule, Versions):
            for choice in rule.choices:
                yield choice.that, False, helps
            for choice, possible in self.rules.possible(rule):
                yield choice.that, possible, helps
            return
        turned = isinstance(rule, Group) and rule.how == "not"
        for part in parts_of(rule):
            yield part, True, helps is not turned

    def _settled(self, rule: Rule, helps: bool) -> Value:
        """Whether there is nothing more to learn: a no that rests on an act of another, not done yet, is no end."""
        if (rule, helps) not in self.settled:
            self.settled[rule, helps] = self._is_settled(rule, helps)
        return self.settled[rule, helps]

    def _is_settled(self, rule: Rule, helps: bool) -> Value:
        out = self._out(rule)
        truth = self.rules.truth(rule, GRANT, helps)
        if isinstance(rule, Element):
            return self.rules.keep(any_((out, not_(is_null(truth)))))
        awaited = self.rules.truth(rule, AWAIT, helps)
        if same(truth, awaited):
            return self.rules.keep(any_((out, not_(is_null(truth)))))
        agreed = (all_((is_true(truth), is_true(awaited))), all_((is_false(truth), is_false(awaited))))
        return self.rules.keep(any_((out, *agreed)))

    def _open(self, fact: Fact, inside: tuple[str, ...]) -> dict[str, tuple[Fact, Value]]:
        """The facts that could be told to settle one, as ``judge.base_facts``, and where each of them could."""
        key = (fact.name, inside)
        if key not in self.opened:
            self.opened[key] = self._opened(fact, inside)
        return self.opened[key]

    def _opened(self, fact: Fact, inside: tuple[str, ...]) -> dict[str, tuple[Fact, Value]]:
        question = self.rules.question
        if fact.name not in question.definitions or fact.name in inside:
            return {fact.name: (fact, True)}
        found: dict[str, tuple[Fact, Value]] = {}
        still: Value = True
        if fact.entity is None:
            told = not_(self._unasked(fact))
            found[fact.name] = (fact, self.rules.keep(told))
            still = self.rules.keep(all_((not_(told), not_(self._whole(fact)))))
        for inner in facts_of(question.definitions[fact.name]):
            for name, (base, condition) in self._open(inner, (*inside, fact.name)).items():
                there = found.get(name, (base, False))[1]
                found[name] = (base, self.rules.keep(any_((there, all_((still, condition))))))
        return found

    def _whole(self, fact: Fact) -> Value:
        """Whether nothing is left to learn of a derived fact."""
        v = self.cases
        if fact.kind == "bool":
            known = not_(is_null(v.truth(fact)))
        elif fact.kind in ("date", "number"):
            known = is_true(compare("==", *v.bounds(fact)))
        elif fact.kind == "code" and fact.codes:
            known = any_(is_true(v.asks(fact, frozenset((code,)))) for code in sorted(fact.codes))
        else:
            known = v.given(fact)
        return self.rules.keep(any_((known, v.absent(fact))))

    def _unasked(self, fact: Fact) -> Value:
        state = self.cases.column(fact, "__state")
        if state is not None:
            return is_null(state)
        ends = [c for c in (self.cases.column(fact, end) for end in ENDS) if c is not None]
        return all_(is_null(c) for c in ends)

    def _gap(self, fact: Fact) -> dict[str, Value]:
        """What is not known of a fact, by name: itself; or its list, and its field where a row lacks it."""
        if fact.name not in self.gaps:
            if fact.entity is None:
                flag = self._lacking(self.cases, fact, rough=True)
                if fact.name == CIRCUIT.name:
                    flag = all_((flag, self._no_circuit()))
                self.gaps[fact.name] = {fact.name: self.rules.keep(flag)}
            else:
                self.gaps[fact.name] = {fact.entity: self.rules.keep(not_(self.cases.complete(fact.entity)))}
                rows = self.cases.rows(fact.entity)
                if rows is not None:
                    lacking = rows.sheet.count(self._lacking(rows, fact, rough=False))
                    self.gaps[fact.name][fact.name] = self.rules.keep(compare("<", 0, lacking))
        return self.gaps[fact.name]

    def _lacking(self, v: Values, fact: Fact, *, rough: bool) -> Value:
        """Not asked, or asked and not known; ``rough`` counts what is known only roughly too."""
        state, exact = v.column(fact, "__state"), v.column(fact)
        low, high, several = (v.column(fact, end) for end in ("__low", "__high", "__one_of"))
        parts: list[Value] = []
        if state is not None:
            parts += [is_null(state), is_true(build(state.expr == "unknown", state))]
        else:
            ends = [c for c in (exact, low, high, several) if c is not None]
            parts.append(all_(is_null(c) for c in ends))
        if rough and low is not None and high is not None:
            given = any_((not_(is_null(low)), not_(is_null(high))))
            if state is not None:
                given = is_true(build(state.expr == "given", state))
            parts.append(all_((given, not_(is_true(compare("==", low, high))))))
        if rough and several is not None:
            parts.append(not_(is_null(several)))
        return any_(parts)

    def _no_circuit(self) -> Value:
        pairs = self.rules.calendar.pairs
        if "circuit" not in self.cases.sheet.schema:
            return all(circuit is None for _, circuit in pairs)
        circuit = column("circuit")
        return build(circuit.expr == "", circuit)


ENDS = ("", "__low", "__high", "__one_of")


def _places(rule: Rule) -> tuple[Fact, ...]:
    """The facts that say which version of a rule is the law of the case, or whether it is law where the case is."""
    scopes = [rule.scope, *(choice.scope for choice in rule.choices)] if isinstance(rule, Versions) else [rule.scope]
    facts: list[Fact] = []
    if any(scope.circuits is not None for scope in scopes):
        basis = rule.circuit_basis if isinstance(rule, Versions) else None
        facts.append(basis if basis is not None else CIRCUIT)
    if any(scope.states is not None for scope in scopes):
        facts.append(STATE)
    if isinstance(rule, Versions):
        facts.extend(facts_of(rule.date_basis))
    return tuple(facts)


def top_down(root: Rule) -> list[Place]:
    """Every rule where it stands, each after all that it stands beneath."""
    order: list[Place] = []
    done: set[Place] = set()

    def visit(place: Place) -> None:
        if place in done:
            return
        done.add(place)
        rule, helps = place
        turned = isinstance(rule, Group) and rule.how == "not"
        for part in reversed(parts_of(rule)):
            visit((part, helps is not turned))
        order.append(place)

    visit((root, True))
    return order[::-1]


def _mask(rules: RuleColumns, flags: Sequence[Value]) -> Value:
    """Flags as the bits of a whole number, gathered a byte at a time so that most of it is done on small numbers."""
    total: Value = 0
    for start in range(0, len(flags), BYTE):
        byte: Value = 0
        for place, flag in enumerate(flags[start : start + BYTE]):
            if isinstance(flag, Col):
                bit: Value = build(flag.expr.cast(INT16) * (1 << place), flag)
            else:
                bit = (1 << place) if flag else 0
            byte = _plus(byte, bit)
        byte = rules.keep(byte)
        if isinstance(byte, Col):
            byte = build(byte.expr.cast(INT64) * (1 << start), byte)
        else:
            byte = int(byte or 0) << start
        total = _plus(total, byte)
    return rules.keep(total)


def _name(value: Value) -> object:
    return value.name or id(value) if isinstance(value, Col) else value


def _plus(a: Value, b: Value) -> Value:
    if not isinstance(a, Col) and not isinstance(b, Col):
        return int(a or 0) + int(b or 0)
    if not isinstance(a, Col):
        a, b = b, a
    assert isinstance(a, Col)
    if not isinstance(b, Col):
        return a if not b else build(a.expr + int(b), a)
    return build(a.expr + b.expr, a, b)
