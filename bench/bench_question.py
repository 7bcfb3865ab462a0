"""The question row: how long the next best question takes with every goal open, and how near it is to the optimum.

The law timed is invented, of the size of ours: 45 pathways, 900 conditions, 250 facts of every kind and five lists.
"""

from __future__ import annotations

import random
import statistics
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.logic.small import InForce, SmallCase, expected_questions, optimum, problem

from nolle.logic.ask import Asker
from nolle.logic.asked import Asked
from nolle.logic.judge import judge
from nolle.logic.known import Answer
from nolle.logic.rough import exactly
from nolle.logic.rule import Rule, all_of, any_of, element, not_
from nolle.logic.tree import AS_OF, Exists, Expr, Fact

PATHWAYS, CONDITIONS, FACTS, LISTS = 45, 20, 250, 5
CODES = tuple(f"code_{i}" for i in range(8))
RUNS = 15
PROBLEMS = 60
DAY = date(2026, 11, 1)


@dataclass(frozen=True)
class Measured:
    """Milliseconds: of the first question in a new process, of the next with nothing known, and midway in an interview;
    and how many questions are asked for each one the exact optimum would ask."""

    first: float
    median: float
    midway: float
    ratio: float


def law(seed: int = 1) -> tuple[dict[str, Rule], list[Fact]]:
    """An invented law of realistic size, and the facts it asks for."""
    r = random.Random(seed)
    kinds = ("bool", "bool", "bool", "code", "code", "date", "number")
    facts = [_fact(f"person.f{i}", kinds[i % len(kinds)], None) for i in range(FACTS - LISTS * 4)]
    rows = {
        f"list{i}": [_fact(f"list{i}.{kind}", kind, f"list{i}") for kind in ("bool", "code", "date", "number")]
        for i in range(LISTS)
    }
    goals: dict[str, Rule] = {}
    for p in range(PATHWAYS):
        near = r.sample(facts, 30)
        parts = [
            element(f"p{p}_c{c}", "c", es="c", that=_condition(r, near, rows), cite="invented")
            for c in range(CONDITIONS)
        ]
        groups: list[Rule] = list(parts[:8])
        groups.append(any_of(f"p{p}_any", "any", *parts[8:12], es="any"))
        groups += [not_(f"p{p}_not{i}", "not", part, es="not") for i, part in enumerate(parts[12:16])]
        groups.append(
            any_of(f"p{p}_or", "or", all_of(f"p{p}_and", "and", *parts[16:18], es="and"), *parts[18:], es="or")
        )
        goals[f"p{p}"] = all_of(f"p{p}", "pathway", *groups, es="pathway")
    return goals, facts


def _fact(name: str, kind: str, entity: str | None) -> Fact:
    return Fact(name, kind, frozenset(CODES) if kind == "code" else None, entity)  # type: ignore[arg-type]


def _condition(r: random.Random, facts: list[Fact], rows: dict[str, list[Fact]]) -> Expr:
    if r.random() < 0.15:
        entity = r.choice(sorted(rows))
        one, other = r.sample(rows[entity], 2)
        return Exists(entity, _atom(r, one, rows[entity]) & _atom(r, other, rows[entity]))
    condition = _atom(r, r.choice(facts), facts)
    if r.random() < 0.3:
        other = _atom(r, r.choice(facts), facts)
        condition = condition & other if r.random() < 0.5 else condition | other
    return condition


def _atom(r: random.Random, fact: Fact, others: list[Fact]) -> Expr:
    if fact.kind == "code":
        return fact.is_in(*r.sample(CODES, r.randint(1, 3)))
    if fact.kind == "number":
        return fact >= r.choice((1, 6, 12, 24, 180))
    if fact.kind == "date":
        dates = [other for other in others if other.kind == "date" and other is not fact]
        if dates and r.random() < 0.3:
            return fact.plus(years=r.choice((1, 2, 21))) > r.choice(dates)
        return fact.plus(years=r.choice((1, 2, 10, 16, 18, 21))) > AS_OF if r.random() < 0.6 else fact < "2012-06-15"
    return fact


def _answers(r: random.Random, facts: list[Fact], share: float) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    for fact in r.sample(facts, int(len(facts) * share)):
        if fact.kind == "bool":
            given[fact.name] = r.random() < 0.5
        elif fact.kind == "code":
            given[fact.name] = r.choice(CODES)
        elif fact.kind == "number":
            given[fact.name] = exactly(r.randint(0, 200))
        else:
            given[fact.name] = exactly(date(r.randint(1970, 2026), r.randint(1, 10), 1))
    return given


def _timed(asker: Asker, asked: Asked) -> float:
    """Milliseconds of one question; judging the case is the screen's work and not counted."""
    for goal in asker.goals.values():
        judge(goal, asked)
    start = perf_counter()
    asker.questions(asked)
    return (perf_counter() - start) * 1000


def measure() -> Measured:
    """Time the invented law, and set the questions asked on small problems beside the exact optimum."""
    goals, facts = law()
    asker, in_force = Asker(goals), InForce()

    def asked(given: dict[str, Answer]) -> Asked:
        return Asked(SmallCase(given), in_force, DAY, "9")  # type: ignore[arg-type]

    first = _timed(asker, asked({}))
    median = statistics.median(_timed(asker, asked({})) for _ in range(RUNS))
    r = random.Random(2)
    midway = statistics.median(_timed(asker, asked(_answers(r, facts, 0.15))) for _ in range(RUNS))
    ours = best = 0.0
    for seed in range(PROBLEMS):
        some = problem(seed, most=7)
        ours += expected_questions(some, Asker({goal.id: goal for goal in some.goals}, some.chances))
        best += optimum(some)
    return Measured(first, median, midway, ours / best)


if __name__ == "__main__":
    m = measure()
    print(f"next best question, {PATHWAYS} goals, {PATHWAYS * CONDITIONS} conditions, {FACTS} facts:")
    print(f"  first {m.first:.0f} ms, then {m.median:.1f} ms with nothing known, {m.midway:.1f} ms midway (bar 50)")
    print(f"  questions asked beside the exact optimum: {m.ratio:.4f} (bar 1.05)")
