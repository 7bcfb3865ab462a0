"""Asking the interpreter and the columns the same, and saying where they differ as a test that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from nolle.logic.asked import Asked
from nolle.logic.columns import READINGS, Layers, column_name, compile_rules
from nolle.logic.columns.calendar import NUMBER
from nolle.logic.columns.engines import Engine, Polars
from nolle.logic.finding import Finding
from nolle.logic.judge import judge
from nolle.logic.rule import Rule, parts_of, walk
from nolle.logic.truth import Force
from nolle.logic.walk import facts_of

from .generate import GivenCase, World, frames_of

Cells = dict[str, dict[str, Any]]


def asked_of(world: World, case: GivenCase) -> Asked:
    """The question put to one case of a world."""
    return Asked(case, world.law, case.as_of, case.circuit, world.tables, world.definitions)


def interpreted(world: World) -> Cells:
    """Every cell by the interpreter: each rule's truth and force, each root's readings."""
    found: Cells = {}
    for case in world.cases:
        asked = asked_of(world, case)
        cells = found[case.id] = {}
        for root in world.rules:
            top = judge(root, asked)
            for finding in _all(top):
                name = column_name(finding.rule.id)
                out = finding.force is Force.OUT
                cells[name] = None if out else finding.truth
                cells[f"{name}__force"] = NUMBER[finding.force]
            for ending, reading in READINGS.items():
                cells[f"{column_name(root.id)}__{ending}"] = None if top.force is Force.OUT else top.reading(reading)
    return found


def _all(finding: Finding) -> Iterator[Finding]:
    yield finding
    for beneath in finding.because:
        yield from _all(beneath)


def laid(world: World, frames: Mapping[str, Any] | None = None, engine: Engine | None = None) -> Cells:
    """The same cells by the columns of an engine, Polars unless given."""
    plan = compile_rules(world.rules, world.definitions, world.tables)
    layers = (engine or Polars()).run(plan, frames or frames_of(world), law=world.law)
    forces = {f"{column_name(id)}__force": NUMBER[force] for id, force in layers.forces.items()}
    return {row.pop("case_id"): {**forces, **row} for row in rows_of(layers)}


def rows_of(layers: Layers) -> list[dict[str, Any]]:
    """The rows of the columns."""
    return list(layers.frame.collect().to_dicts())


def differences(world: World, by: Callable[[World], Cells] = laid) -> list[tuple[str, str, Any, Any]]:
    """Case, cell, what the interpreter says and what the columns say, wherever they differ."""
    expected, found = interpreted(world), by(world)
    return [
        (case, name, value, found[case].get(name, "missing"))
        for case, cells in expected.items()
        for name, value in cells.items()
        if found[case].get(name, "missing") != value
    ]


def assert_same(world: World, by: Callable[[World], Cells] = laid) -> None:
    """Fail, with the smallest rule and case that show it, if any cell differs."""
    found = differences(world, by)
    if not found:
        return
    rule, case = _smallest(world, found, by)
    asked = asked_of(world, case)
    facts = {name: cell.answer for name, cell in case.cells.items() if name in _mentions(world, rule)}
    lists = {name: [{k: c.answer for k, c in row.cells.items()} for row in rows] for name, rows in case.lists.items()}
    raise AssertionError(
        f"{len(found)} cells differ; the smallest rule that shows it is {rule.id} for case {case.id}:\n"
        f"    {getattr(rule, 'that', type(rule).__name__)}   scope {rule.scope}\n"
        f"    as of {case.as_of}, circuit {case.circuit}, complete {sorted(case.whole)}\n"
        f"    {facts}\n    {lists}\n"
        f"    the interpreter says {judge(rule, asked).truth} ({judge(rule, asked).force.value})\n"
        "Keep it as a test:\n\n"
        f"def test_found_{world.seed}() -> None:\n"
        f"    world = make_world({world.seed}, sets={len(world.rules)}, cases={len(world.cases)})\n"
        f"    assert not differences(only(world, {rule.id!r}, {case.id!r}))\n"
    )


def only(world: World, rule: str, case: str) -> World:
    """The world with one rule and one case."""
    rules = {r.id: r for root in world.rules for r in walk(root)}
    return replace(world, rules=[rules[rule]], cases=[c for c in world.cases if c.id == case])


def _smallest(
    world: World, found: Sequence[tuple[str, str, Any, Any]], by: Callable[[World], Cells]
) -> tuple[Rule, GivenCase]:
    by_name = {column_name(r.id): r for root in world.rules for r in walk(root)}
    case, name, _, _ = min(found, key=lambda d: len(list(walk(by_name[_stem(d[1])]))))
    rule = by_name[_stem(name)]
    while True:
        for part in parts_of(rule):
            if differences(only(world, part.id, case), by):
                rule = part
                break
        else:
            return rule, next(c for c in world.cases if c.id == case)


def _stem(cell: str) -> str:
    for ending in ("__force", *(f"__{ending}" for ending in READINGS)):
        cell = cell.removesuffix(ending)
    return cell


def _mentions(world: World, rule: Rule) -> set[str]:

    names: set[str] = set()
    waiting = [getattr(r, part) for r in walk(rule) for part in ("that", "date_basis") if hasattr(r, part)]
    while waiting:
        for fact in facts_of(waiting.pop()):
            if fact.name not in names:
                names.add(fact.name)
                if fact.name in world.definitions:
                    waiting.append(world.definitions[fact.name])
    return names
