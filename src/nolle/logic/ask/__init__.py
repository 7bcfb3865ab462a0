"""The next best question: what settles the most open conclusions for the least burden.

A question's *gain*, in bits, is how much it is expected to lower the entropy of what the goals come to. What a goal
comes to is true, false, not in force, or unknown for good, once everybody asked has answered everything.

* With few variables left, every combination is one world and the entropy is the joint entropy of all open goals, exact
  for the priors and the values in ``domain``. When the rest is small enough, the order of the first questions is that
  of the exact plan: the least expected burden until every goal is settled.
* Else a fixed sample of worlds is drawn once from the priors. Goals are taken in blocks small enough for the sample to
  carry their joint entropy, and the blocks are added up; the bias of a finite sample is taken off.
* A goal that almost no sampled world tells apart (twelve conditions that must all hold) is stood in for by its open
  parts, each with an equal share of the weight.

What was asked already, however roughly it was answered, keeps the answer the interpreter gives it and is not asked
again. A question that cannot change any open goal is never returned. A sensitive question is returned only when it
bears on an open goal that no ordinary question can settle by one answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from nolle.logic.ask.gain import Block, Plan, Sign, blocks_of, gain_of, narrowed, settlers_of, signs_of
from nolle.logic.ask.worlds import Fold, Memory, Parts, Sample, draw, enumerate_worlds
from nolle.logic.asked import Asked
from nolle.logic.finding import GRANT
from nolle.logic.judge import judge
from nolle.logic.known import NOT_ASKED, Missing
from nolle.logic.rough import Point, Span, exactly
from nolle.logic.rule import Rule
from nolle.logic.suppose import CIRCUIT, Guess, Live, split
from nolle.logic.suppose.domain import Domains
from nolle.logic.suppose.search import rows_of
from nolle.logic.truth import Force

Prior: TypeAlias = float | Mapping[str, float] | Sequence[Point]
"""How likely answers are: the chance of yes; the weight of each code; or equally likely dates or numbers."""

_HasLive = TypeVar("_HasLive", Block, Sign)

WORLDS = 512
MOST_WORLDS = 512
"""Up to so many combinations are enumerated instead of sampled."""

_MOST_PLAN = 1000
_CLASSES = 6


@dataclass(frozen=True, slots=True)
class Question:
    """One question worth asking.

    ``fact`` is a single fact, a cell of a known row (``relative[2].status``), or a list's name (``conviction``: what
    else is there, and is that all?). ``settles`` are the goals that one of its answers alone can settle, ``bears_on``
    all that it can change. ``gain`` is in bits, ``cost`` is its burden, ``score`` is gain by cost.
    """

    fact: str
    settles: tuple[str, ...]
    bears_on: tuple[str, ...]
    gain: float
    cost: float
    score: float


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A goal that is still open in one reading, and what it turns on."""

    name: str
    goal: Rule
    live: Live
    turns_on: frozenset[str]


@dataclass(slots=True)
class Asker:
    """What is kept between questions for one set of goals: the values worth trying, the worlds, and what was judged.

    Args:
        goals: the rules whose truth is wanted, by the names that questions give them.
        priors: by fact, how likely its answers are; any fact may be left out.
        worlds: how many worlds to draw.
        seed: the same seed draws the same worlds.
    """

    goals: Mapping[str, Rule]
    priors: Mapping[str, Prior] = field(default_factory=dict)
    worlds: int = WORLDS
    seed: int = 1
    plan: bool = True
    _last: Asked | None = None
    _domains: Domains | None = None
    _memory: Memory = field(default_factory=Memory)
    _parts: dict[str, Parts] = field(default_factory=dict)

    def questions(
        self,
        asked: Asked,
        *,
        burden: Callable[[str], float] = lambda fact: 1.0,
        sensitive: Callable[[str], bool] = lambda fact: False,
        askable: Callable[[str], bool] = lambda fact: True,
        readings: Sequence[int] = (GRANT,),
    ) -> list[Question]:
        """The questions worth asking, the best first.

        Args:
            asked: the case as it is known so far, with its date and circuit.
            burden: what asking a fact costs, above 0.
            sensitive: whether a question is asked only when no ordinary one will do.
            askable: whether this interview may ask a fact. What it may not ask stays unknown.
            readings: the readings in which each goal is to be settled.
        """
        self._renew(asked)

        open_variables: dict[str, bool] = {}

        def free(variable: str) -> bool:
            known = open_variables.get(variable)
            if known is None:
                known = open_variables[variable] = open_to_asking(variable, asked) and askable(variable)
            return known

        wanted: list[_Wanted] = []
        for reading in readings:
            live = Live(asked, reading)
            for name, goal in self.goals.items():
                finding = judge(goal, asked)
                if finding.reading(reading) is not None or finding.force is Force.OUT:
                    continue
                turns_on = frozenset(v for v in live.under(finding) if free(v))
                if turns_on:
                    wanted.append(_Wanted(name, goal, live, turns_on))
        names = sorted(set[str]().union(*(w.turns_on for w in wanted)))
        if not names:
            return []
        small = self._enumerated(names, wanted, asked)
        fold = Fold(asked, small) if small else Fold(asked, self._drawn(names), self._memory)
        if small:
            whole = [Sign(w.name, fold.statuses(w.goal, w.live.reading), w.turns_on) for w in wanted]
            signs = bearing = settlers = [narrowed(sign, small) for sign in whole]
        else:
            signs = [s for w in wanted for s in signs_of(fold, w.live, w.goal, w.name)]
            settlers = [
                s for w in wanted
                for s in settlers_of(fold, judge(w.goal, asked), w.name, w.live.reading, (True, False))
            ]  # fmt: skip
            bearing = [Sign(w.name, (), w.turns_on) for w in wanted]
        blocks = list(blocks_of(signs, math.inf if small else _CLASSES))
        found: list[Question] = []
        bearing_on, settling, telling = _by_variable(bearing), _by_variable(settlers), _by_variable(blocks)
        for name in names:
            bears_on = _named(sign.goal for sign in bearing_on.get(name, ()))
            if bears_on:
                masks = [mask for _, mask in fold.sample.parts[name]]
                settles = _named(sign.goal for sign in settling.get(name, ()) if sign.settled_by(masks))
                gain = sum([b.weight * gain_of(b, masks, fold.sample, not small) for b in telling.get(name, ())])
                cost = burden(name)
                found.append(Question(name, settles, bears_on, gain, cost, gain / cost))
        ordinary = {goal for q in found if not sensitive(q.fact) for goal in q.settles}
        found = [q for q in found if not sensitive(q.fact) or not ordinary.issuperset(q.bears_on)]
        found.sort(key=lambda q: (-q.score, q.cost, -len(q.bears_on), q.fact))
        if small and self.plan and math.prod(len(small.parts[q.fact]) + 1 for q in found) <= _MOST_PLAN:
            expected = Plan(small, blocks[0].classes if blocks else (), burden).first([q.fact for q in found])
            found.sort(key=lambda q: round(expected[q.fact], 9))
        return found

    def _renew(self, asked: Asked) -> None:
        """Start anew on another date, in another circuit or under other law: what is kept depends on them."""
        last = self._last
        if (
            last is None
            or (last.as_of, last.circuit) != (asked.as_of, asked.circuit)
            or last.law is not asked.law
            or not _same(last.definitions, asked.definitions)
            or not _same(last.tables, asked.tables)
        ):
            self._memory, self._parts = Memory(), {}
            self._domains = Domains(asked).of_rules(self.goals.values())
        self._last = asked

    def _values(self, variable: str, domains: Domains) -> list[tuple[Guess, float]]:
        """The values of a variable with their prior weights."""
        entity, row, name = split(variable)
        if row is None and not name:
            rests = domains.lists(entity, rows_of(entity, domains))
            return [(rest, 2.0 * len(rests) / 5 if not rest else 1.0) for rest in rests]
        fact = f"{entity}.{name}"
        return list(weighted(domains.values(variable), self.priors.get(fact), domains, fact))

    def _drawn(self, names: Iterable[str]) -> Sample:
        assert self._domains is not None
        parts: dict[str, Parts] = {}
        for name in names:
            if name not in self._parts:
                self._parts[name] = draw(name, self._values(name, self._domains), self.worlds, self.seed)
            parts[name] = self._parts[name]
        return Sample(self.worlds, parts)

    def _enumerated(self, names: Sequence[str], wanted: Sequence[_Wanted], asked: Asked) -> Sample | None:
        """All combinations of what is left, when they are few. What is known counts as constants here."""
        if 2 ** len(names) > MOST_WORLDS:
            return None
        domains = Domains(asked).of_rules(dict.fromkeys(w.goal for w in wanted))
        values = {name: self._values(name, domains) for name in names}
        if math.prod(len(some) for some in values.values()) > MOST_WORLDS:
            return None
        return enumerate_worlds(values)


def questions(
    goals: Mapping[str, Rule] | Sequence[Rule],
    asked: Asked,
    priors: Mapping[str, Prior] | None = None,
    burden: Callable[[str], float] = lambda fact: 1.0,
    sensitive: Callable[[str], bool] = lambda fact: False,
    askable: Callable[[str], bool] = lambda fact: True,
    readings: Sequence[int] = (GRANT,),
) -> list[Question]:
    """The questions worth asking, the best first; see ``Asker``, which is quicker when asked again."""
    named = goals if isinstance(goals, Mapping) else {goal.id: goal for goal in goals}
    asker = Asker(named, priors or {})
    return asker.questions(asked, burden=burden, sensitive=sensitive, askable=askable, readings=readings)


def open_to_asking(variable: str, asked: Asked) -> bool:
    """Whether nobody has asked yet. A list is open until someone said that it is whole."""
    if variable == CIRCUIT and asked.circuit is None:
        return asked.case.cell(variable).answer is Missing.NOT_ASKED
    entity, row, name = split(variable)
    if row is not None:
        cells = next((r.cells for r in asked.case.rows(entity) if r.id == row), {})
        return cells.get(name, NOT_ASKED).answer is Missing.NOT_ASKED
    if not name:
        return not asked.case.complete(entity)
    return asked.case.cell(variable).answer is Missing.NOT_ASKED


def weighted(
    values: Sequence[Guess], prior: Prior | None, domains: Domains, fact: str
) -> Iterator[tuple[Guess, float]]:
    """Values with their prior weights; without a prior all weigh the same, days still to come a quarter of that."""
    if isinstance(prior, Mapping):
        sets = sorted(domains.codes.get(fact, ()), key=sorted)
        shares: dict[tuple[bool, ...], float] = {}
        for code, weight in prior.items():
            key = tuple(code in some for some in sets)
            shares[key] = shares.get(key, 0.0) + weight
        for value in values:
            key = tuple(value in some for some in sets)
            yield value, shares.get(key, 0.0) + 1e-3 if isinstance(value, str) else 1e-3
    elif isinstance(prior, (int, float)):
        for value in values:
            yield value, prior if value is True else 1 - prior if value is False else 0.05
    elif prior is not None:
        points = dict.fromkeys(exactly(point) for point in prior)
        yield from ((point, 1.0) for point in points)
        yield from ((value, 0.1) for value in values if value not in points)
    else:
        for value in values:
            later = isinstance(value, Span) and not isinstance(value.low, (int, float)) and value.low is not None
            yield value, 0.25 if later and value.low > domains.asked.as_of else 1.0  # type: ignore[union-attr, operator]


def _by_variable(some: Iterable[_HasLive]) -> dict[str, list[_HasLive]]:
    """What each variable may change."""
    found: dict[str, list[_HasLive]] = {}
    for one in some:
        for name in one.live:
            found.setdefault(name, []).append(one)
    return found


def _same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return one is other or not (one or other)


def _named(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
