"""Rules as columns: groups, dated versions, force, and the four readings of ``judge``.

A reading is made apart only where the rules beneath can differ in it: the act of another, or a judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from nolle.logic.columns.algebra import (
    Col,
    Value,
    all_,
    any_,
    cases,
    compare,
    either_way,
    greatest,
    is_false,
    is_null,
    is_true,
    least,
    not_,
    pick,
)
from nolle.logic.columns.calendar import IN, MAYBE, OUT, Calendar
from nolle.logic.columns.question import Question, Told
from nolle.logic.columns.values import Values
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT
from nolle.logic.rule import CIRCUITS, By, Element, Group, Rule, Scope, Settled, Version, Versions, parts_of
from nolle.logic.tree import AS_OF, Expr, Fact
from nolle.logic.when import STATE_FACT, earliest_start

Part: TypeAlias = tuple[Value, Value]
"""A rule's truth and its force."""


@dataclass(slots=True)
class RuleColumns:
    """The columns of a set of rules, made once each."""

    question: Question
    calendar: Calendar
    truths: dict[tuple[int, int, bool], Value] = field(default_factory=dict)
    forces: dict[int, Value] = field(default_factory=dict)
    scopes: dict[tuple[object, ...], Value] = field(default_factory=dict)
    differs: dict[int, int] = field(default_factory=dict)

    @property
    def cases(self) -> Values:
        """The values of the cases."""
        return self.question.values[None]

    def keep(self, value: Value) -> Value:
        """The value as a column of the cases."""
        return self.cases.sheet.keep(value)

    def truth(self, rule: Rule, reading: int = GRANT, helps: bool = True) -> Value:
        """A rule's truth in one reading, also where it is not in force."""
        reading = self.alike(rule, reading)
        key = (id(rule), reading, helps or reading == GRANT)
        if key not in self.truths:
            self.truths[key] = self.keep(self._truth(rule, reading, helps))
        return self.truths[key]

    def alike(self, rule: Rule, reading: int) -> int:
        """The plainest reading that comes to the same for the rule."""
        apart = self._differs(rule)
        for own, plainer in ((ADVISE, AWAIT), (AWAIT, ASK), (ASK, GRANT)):
            if reading == own and not apart & own:
                reading = plainer
        return reading

    def _differs(self, rule: Rule) -> int:
        """The readings that may differ beneath: ask from grant, await from ask, advise from await."""
        found = self.differs.get(id(rule))
        if found is None:
            found = 0
            if isinstance(rule, Element):
                if rule.by is By.JUDGEMENT:
                    found = ADVISE
                elif rule.by.awaited:
                    found = ASK | (AWAIT if any(f.adverse and f.entity is None for f in rule.facts) else 0)
            for part in parts_of(rule):
                found |= self._differs(part)
            self.differs[id(rule)] = found
        return found

    def _truth(self, rule: Rule, reading: int, helps: bool) -> Value:
        if isinstance(rule, Element):
            return self._element(rule, reading, helps)
        if isinstance(rule, Settled):
            return rule.answer
        if isinstance(rule, Group):
            if rule.how == "not":
                return not_(self.truth(rule.parts[0], reading, not helps))
            parts = [(self.truth(p, reading, helps), self.force(p)) for p in rule.parts]
            return join(rule.how == "all", parts)
        assert isinstance(rule, Versions)
        return self._versions(rule, reading, helps)

    def _element(self, rule: Element, reading: int, helps: bool) -> Value:
        if reading == GRANT:
            return self.cases.truth(rule.that)
        truth = self.truth(rule)
        if rule.by is By.JUDGEMENT:
            return cases(((is_null(truth), helps),), truth) if reading == ADVISE else truth
        if reading == ASK:
            return helps
        against = is_false(truth) if helps else is_true(truth)
        decided = any_(is_true(self.cases.asks(f, f.adverse)) for f in rule.facts if f.adverse and f.entity is None)
        return pick(all_((against, decided)), not helps, helps)

    def _versions(self, rule: Versions, reading: int, helps: bool) -> Value:
        """What every version that may be the law agrees on; one that is itself out of force says nothing."""
        yes: list[Value] = []
        no: list[Value] = []
        choices = self.possible(rule)
        for choice, possible in choices:
            truth = self.keep(in_force(self.truth(choice.that, reading, helps), self.force(choice.that)))
            yes.append(any_((not_(possible), is_true(truth))))
            no.append(any_((not_(possible), is_false(truth))))
            if possible is True and len(choices) == 1:
                return truth
        some = any_(possible for _, possible in choices)
        return either_way(all_((some, *yes)), all_((some, *no)))

    def possible(self, rule: Versions) -> list[tuple[Version, Value]]:
        """Each version that may be the law, best first, and where."""
        found: list[tuple[Version, Value]] = []
        reached: Value = True
        for choice in rule.ranked:
            force = self._scope(choice.scope, rule.date_basis, rule.circuit_basis)
            possible = self.keep(all_((reached, not_(compare("==", force, OUT)))))
            if possible is not False:
                found.append((choice, possible))
            reached = self.keep(all_((reached, not_(compare("==", force, IN)))))
            if reached is False:
                break
        return found

    def force(self, rule: Rule) -> Value:
        """Whether a rule is law: 0 out, 1 maybe, 2 in; a constant where it is the same for every case."""
        if id(rule) not in self.forces:
            self.forces[id(rule)] = self.keep(self._force(rule))
        return self.forces[id(rule)]

    def _force(self, rule: Rule) -> Value:
        own = self._scope(rule.scope)
        if isinstance(rule, Group):
            parts = [self.force(p) for p in rule.parts]
            reach: Value = OUT
            for part in parts:
                reach = greatest(reach, part) if reach != IN else IN
            return least(own, reach) if own != OUT else OUT
        if isinstance(rule, Versions):
            choices = self.possible(rule)
            if not any(isinstance(f, Col) or f == OUT for f in (self.force(c.that) for c, _ in choices)):
                return own
            out = [any_((not_(possible), compare("==", self.force(c.that), OUT))) for c, possible in choices]
            return pick(all_((any_(possible for _, possible in choices), *out)), OUT, own)
        return own

    def _scope(self, scope: Scope, date_basis: Expr = AS_OF, circuit_basis: Fact | None = None) -> Value:
        if scope.everywhere:
            return IN
        dated, placed = date_basis is AS_OF, circuit_basis is None
        key = (scope, self.question.key(date_basis), None if circuit_basis is None else circuit_basis.name)
        if key not in self.scopes:
            force = self.calendar.force(scope, dated=dated, placed=placed)
            if not dated and (scope.since is not None or scope.until is not None) and force != OUT:
                force = least(force, self.keep(self._window(scope, date_basis)))
            if circuit_basis is not None and scope.circuits is not None and force != OUT:
                force = least(force, self.keep(self._place(scope.circuits, circuit_basis, CIRCUITS)))
            if scope.states is not None and force != OUT:
                state = Told(STATE_FACT, "code")
                force = least(force, self.keep(self._place(scope.states, state, None)))
            self.scopes[key] = self.keep(force)
        return self.scopes[key]

    def _place(self, accepted: frozenset[str], fact: Fact, unknown: frozenset[str] | None) -> Value:
        """As ``when.place``; ``unknown`` are the places there may be while the fact is not given."""
        held = self.keep(self.cases.asks(fact, accepted))
        nowhere = MAYBE if unknown is None else IN if unknown <= accepted else MAYBE if unknown & accepted else OUT
        given = self.cases.given(fact)
        return cases(((is_true(held), IN), (is_false(held), OUT), (given, MAYBE)), nowhere)

    def _window(self, scope: Scope, basis: Expr) -> Value:
        """As ``when.window``, for the date a case's versions go by."""
        v = self.cases
        given, absent, as_of = self.keep(v.given(basis)), self.keep(v.absent(basis)), self.question.today()
        low, high = v.bounds(basis)
        low = self.keep(cases(((given, low), (absent, as_of)), None))
        high = self.keep(pick(given, high, as_of))
        since, until = (None if day is None else day.toordinal() for day in (scope.since, scope.until))
        steps: list[tuple[Value, Value]] = []
        if until is not None:
            steps.append((is_true(compare("<", until, low)), OUT))
        if scope.since is not None:
            start = since if scope.precision == "day" else earliest_start(scope, scope.since).toordinal()
            steps.append((is_true(compare("<", high, start)), OUT))
            steps.append((is_true(compare("<", high, since)), MAYBE))
            steps.append((not_(is_true(compare("<=", since, low))), MAYBE))
        if until is not None:
            steps.append((not_(is_true(compare("<=", high, until))), MAYBE))
        return cases(steps, IN)


def in_force(truth: Value, force: Value) -> Value:
    """A rule's truth where it is or may be law."""
    return pick(compare("==", force, OUT), None, truth)


def join(every: bool, parts: Sequence[Part]) -> Value:
    """As ``judge.join``, for columns: all of (or any of) some parts, each with its force.

    With a part surely in force, one that may be can only leave the answer unknown, never settle it against the rest:
    in an ``all`` it counts as true if it is true, else as unknown. With none surely in force, all that may be must
    agree.
    """
    parts = [(truth, force) for truth, force in parts if force != OUT]
    if not parts:
        return None
    combine = all_ if every else any_

    def softened(truth: Value) -> Value:
        return any_((truth, None)) if every else all_((truth, None))

    def weighed(truth: Value, force: Value) -> Value:
        if not isinstance(force, Col):
            return truth if force == IN else softened(truth)
        return cases(((compare("==", force, IN), truth), (compare("==", force, MAYBE), softened(truth))), every)

    with_sure = combine(weighed(truth, force) for truth, force in parts)
    if any(not isinstance(force, Col) and force == IN for _, force in parts):
        return with_sure
    counts = [not_(compare("==", force, OUT)) for _, force in parts]
    some = any_(counts)
    agreed = either_way(
        all_((some, *(any_((not_(c), is_true(t))) for c, (t, _) in zip(counts, parts, strict=True)))),
        all_((some, *(any_((not_(c), is_false(t))) for c, (t, _) in zip(counts, parts, strict=True)))),
    )
    sure = any_(compare("==", force, IN) for _, force in parts)
    return pick(sure, with_sure, agreed)
