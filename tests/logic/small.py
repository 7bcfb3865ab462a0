"""Small laws and cases for tests: yes-or-no facts, conditions over them, and cases written as dictionaries."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from nolle.logic.ask import Asker
from nolle.logic.asked import Asked
from nolle.logic.judge import judge
from nolle.logic.known import NOT_ASKED, Answer, Cell, Missing
from nolle.logic.rough import exactly, parse_date
from nolle.logic.rule import Element, element
from nolle.logic.suppose import MadeRow, suppose
from nolle.logic.tree import Expr, Fact
from nolle.logic.truth import Force

NOT_KNOWN = Missing.NOT_KNOWN
ABSENT = Missing.ABSENT
DAY = date(2025, 6, 1)


class InForce:
    """Law in which everything is in force."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        return Force.IN


@dataclass
class SmallCase:
    """A case given as fact and answer, lists as rows, and the lists that are whole."""

    facts: Mapping[str, Answer | str | int] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Mapping[str, Answer]]] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()

    def cell(self, fact: str) -> Cell:
        return Cell(self.facts[fact]) if fact in self.facts else NOT_ASKED  # type: ignore[arg-type]

    def rows(self, entity: str) -> Sequence[MadeRow]:
        rows = self.lists.get(entity, ())
        return [MadeRow(str(i), {f: Cell(a) for f, a in row.items()}) for i, row in enumerate(rows, 1)]

    def complete(self, entity: str) -> bool:
        return entity in self.whole


def ask(
    facts: Mapping[str, Answer] | None = None,
    *,
    lists: Mapping[str, Sequence[Mapping[str, Answer]]] | None = None,
    whole: Sequence[str] = (),
    on: date = DAY,
    circuit: str | None = "9",
    definitions: Mapping[str, Expr] | None = None,
) -> Asked:
    """A question put to a small case."""
    return Asked(
        SmallCase(facts or {}, lists or {}, frozenset(whole)), InForce(), on, circuit, definitions=definitions or {}
    )


def rule(id: str, that: Expr, **more: Any) -> Element:
    """One condition."""
    return element(id, id, es=id, that=that, cite="some-law", **more)


def yes_no(*names: str) -> list[Fact]:
    """Facts that are answered yes or no."""
    return [Fact(f"person.{name}", "bool") for name in names]


def on_day(written: str) -> Answer:
    """A date, rough or not."""
    return parse_date(written)


def number(n: int) -> Answer:
    """A number."""
    return exactly(n)


@dataclass
class Problem:
    """Facts with the chance of yes, and goals that turn on them."""

    facts: list[Fact]
    goals: list[Element]
    chances: dict[str, float]


def problem(seed: int, most: int = 6) -> Problem:
    """A random problem of up to so many facts and up to four goals."""
    r = random.Random(seed)
    facts = yes_no(*"abcdefgh"[: r.randint(3, most)])
    goals = [rule(f"g{i}", _condition(r, facts, r.choice((1, 2, 2, 3)))) for i in range(r.randint(1, 4))]
    return Problem(facts, goals, {f.name: r.choice((0.2, 0.35, 0.5, 0.5, 0.8)) for f in facts})


def _condition(r: random.Random, facts: list[Fact], depth: int) -> Expr:
    if depth == 0 or r.random() < 0.2:
        fact = r.choice(facts)
        return ~fact if r.random() < 0.3 else fact
    joined, *parts = (_condition(r, facts, depth - 1) for _ in range(r.choice((2, 2, 3))))
    both = r.random() < 0.55
    for part in parts:
        joined = joined & part if both else joined | part
    return joined


def expected_questions(some: Problem, asker: Asker, known: Mapping[str, bool] | None = None) -> float:
    """How many questions are expected until nothing is worth asking."""
    known = known or {}
    found = asker.questions(suppose(ask(), known))
    if not found:
        return 0.0
    name = found[0].fact
    chance = some.chances[name]
    yes = expected_questions(some, asker, {**known, name: True})
    return 1 + chance * yes + (1 - chance) * expected_questions(some, asker, {**known, name: False})


def optimum(some: Problem) -> float:
    """How many questions the best of all policies is expected to ask, by trying all."""
    names = [fact.name for fact in some.facts]
    outcomes = {}
    for answers in product((False, True), repeat=len(names)):
        there = suppose(ask(), dict(zip(names, answers, strict=True)))
        outcomes[answers] = tuple(judge(goal, there).truth for goal in some.goals)

    @cache
    def least(known: tuple[bool | None, ...]) -> float:
        possible = product(*((False, True) if answer is None else (answer,) for answer in known))
        if len({outcomes[answers] for answers in possible}) == 1:
            return 0.0
        tried = []
        for i, answer in enumerate(known):
            if answer is None:
                chance = some.chances[names[i]]
                yes, no = ((*known[:i], said, *known[i + 1 :]) for said in (True, False))
                tried.append(1 + chance * least(yes) + (1 - chance) * least(no))
        return min(tried)

    return least((None,) * len(names))
