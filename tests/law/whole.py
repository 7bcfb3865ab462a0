"""The whole law as a test asks it: the roots of each pathway, and generated cases that tell what it reads."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from functools import cache

from nolle.facts.derivations import definitions
from nolle.law import authorities
from nolle.law.exposure import exposures
from nolle.law.pathways import pathways
from nolle.law.priorities import regimes
from nolle.law.tables import tables
from nolle.logic.rule import Element, Rule, Versions, walk
from nolle.logic.tree import Expr, Fact
from nolle.logic.walk import children, entity_of, facts_of
from nolle.logic.when import STATE_FACT
from tests.logic.generate import GivenCase, Maker, World

DAYS = (date(2008, 6, 1), date(2012, 8, 15), date(2018, 6, 1), date(2021, 7, 9), date(2023, 10, 6), date(2026, 11, 21))
CIRCUITS = (None, "1", "2", "4", "9", "11")
CASES = 24
LAW = authorities.Law()


@cache
def whole_law() -> dict[str, list[Rule]]:
    """The rules of each pathway, exposure and category of a regime, by its id."""
    found = {p.id: [p.elements, *([p.forum_rule] if p.forum_rule else [])] for p in pathways()}
    found |= {f"exposure.{e.id}": [e.rule] for e in exposures()}
    for regime in regimes().values():
        found |= {f"regime.{regime.id}.{category.id}": [category.rule] for category in regime.categories}
    return found


def facts_read(rules: Sequence[Rule]) -> tuple[dict[str, Fact], set[str]]:
    """The facts the rules read, derived ones opened, and the lists."""
    facts = {STATE_FACT: Fact(STATE_FACT, "code", frozenset(("NY", "TX", "CA")))}
    lists: set[str] = set()

    def open_(expr: Expr) -> None:
        for fact in facts_of(expr):
            if fact.name not in facts:
                facts[fact.name] = fact
                if fact.name in definitions():
                    open_(definitions()[fact.name])
        waiting = [expr]
        while waiting:
            node = waiting.pop()
            waiting += children(node)
            lists.update(e for e in (entity_of(node),) if e)

    for root in rules:
        for rule in walk(root):
            if isinstance(rule, Element):
                open_(rule.that)
            elif isinstance(rule, Versions):
                open_(rule.date_basis)
                if rule.circuit_basis is not None:
                    open_(rule.circuit_basis)
    return facts, lists | {f.entity for f in facts.values() if f.entity}


def world_of(name: str, *, cases: int = CASES, seed: int = 1) -> World:
    """Generated cases that tell what the rules of one name read, on dates and in circuits of all kinds."""
    return world_of_all([name], cases=cases, seed=seed)


def world_of_all(names: Sequence[str], *, cases: int = CASES, seed: int = 1) -> World:
    """The same for several names at once."""
    roots = [root for name in names for root in whole_law()[name]]
    facts, lists = facts_read(roots)
    maker = Maker(seed=seed)
    maker.plain = tuple(f for f in facts.values() if f.entity is None)
    maker.of_rows = tuple(f for f in facts.values() if f.entity is not None)
    maker.definitions = dict(definitions())
    maker.lists = tuple(sorted(lists))
    made = [_dated(maker.case(f"c{i}"), maker.r) for i in range(cases)]
    return World(seed, tuple(facts.values()), maker.definitions, tables(), LAW, roots, made, maker.lists)


def _dated(case: GivenCase, r: random.Random) -> GivenCase:
    case.as_of, case.circuit = r.choice(DAYS), r.choice(CIRCUITS)
    return case
