"""Random vocabularies, rules, tables, law and cases: the same seed gives the same world.

A world holds many rule sets asked of the same few cases, so that one plan of columns answers them all.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from nolle.logic.entity import choose, lookup, soonest
from nolle.logic.known import NOT_ASKED, Answer, Cell, Missing
from nolle.logic.rough import Span, exactly
from nolle.logic.rule import CIRCUITS, By, Rule, all_of, any_of, element, not_, settled, version, versions
from nolle.logic.tree import AS_OF, TRUE, Choose, Count, Exists, Expr, Extreme, Fact, Literal_, OnlyIf, OrElse, PickRow
from nolle.logic.truth import Force
from nolle.logic.walk import facts_of

CODES = ("a", "b", "c", "d")
STATES = ("ny", "tx", "ca")
LISTS = ("relative", "entry")
EDGE_DAYS = [
    *(date(2004, 2, 29), date(2003, 2, 28), date(2004, 3, 1), date(2024, 2, 29), date(2025, 2, 28)),
    *(date(2023, 12, 31), date(2000, 1, 31), date(2000, 3, 31), date(1900, 2, 28), date(2100, 2, 28)),
]
AUTHORITIES = ("alpha", "beta", "gamma")


@dataclass(frozen=True)
class GivenRow:
    """One row of a list."""

    id: str
    cells: Mapping[str, Cell]


@dataclass
class GivenCase:
    """One case, with the date and circuit it is asked about."""

    id: str
    as_of: date
    circuit: str | None
    cells: dict[str, Cell] = field(default_factory=dict)
    lists: dict[str, list[GivenRow]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def cell(self, fact: str) -> Cell:
        return self.cells.get(fact, NOT_ASKED)

    def rows(self, entity: str) -> Sequence[GivenRow]:
        return self.lists.get(entity, [])

    def complete(self, entity: str) -> bool:
        return entity in self.whole


class Steps:
    """A table by key and day."""

    def __init__(self, stored: Mapping[str, Sequence[tuple[date, Span | None]]]) -> None:
        self.stored = stored

    def steps(self) -> Mapping[str, Sequence[tuple[date, Span | None]]]:
        return self.stored

    def look_up(self, key: str, on: Span) -> Span | None:
        rows = self.stored.get(key)
        if rows is None or on.low is None:
            return None
        result: Span | None = None
        for place, (start, span) in enumerate(rows):
            past = place + 1 < len(rows) and on.low >= rows[place + 1][0]
            if past or (on.high is not None and on.high < start):
                continue
            if span is None:
                return None
            result = span if result is None else result.hull(span)
        return result


class Windows:
    """Law in which some authorities end, some differ by circuit, and some nobody is sure of."""

    def __init__(self, changes: date) -> None:
        self.changes = changes

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        if authority == "alpha":
            return Force.IN if on < self.changes else Force.OUT
        if authority == "beta":
            return Force.MAYBE if circuit is None else Force.IN if circuit in "12" else Force.OUT
        return Force.MAYBE if on < self.changes else Force.IN


@dataclass
class World:
    """Rule sets, and the cases they are asked of."""

    seed: int
    facts: tuple[Fact, ...]
    definitions: dict[str, Expr]
    tables: dict[str, Steps]
    law: Any
    rules: list[Rule]
    cases: list[GivenCase]
    lists: tuple[str, ...] = LISTS


class Maker:
    """Makes everything from one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.r = random.Random(seed)
        self.count = 0
        self.changes = self.day()
        self.plain = (
            *(Fact(f"person.d{i}", "date") for i in range(3)),
            *(Fact(f"person.n{i}", "number") for i in range(2)),
            *(Fact(f"filing.i1.c{i}", "code", frozenset(CODES), adverse=frozenset("d" if i else "")) for i in range(2)),
            Fact("person.k0", "codes", frozenset(CODES)),
            *(Fact(f"person.b{i}", "bool") for i in range(2)),
            Fact("juvenile.court_state", "code", frozenset(STATES)),
            Fact("case.place", "code", CIRCUITS),
        )
        self.of_rows = tuple(
            Fact(f"{entity}.{name}", kind, frozenset(CODES) if kind in ("code", "codes") else None, entity)
            for entity in LISTS
            for name, kind in (("d0", "date"), ("n0", "number"), ("c0", "code"), ("k0", "codes"), ("b0", "bool"))
        )
        self.derived: tuple[Fact, ...] = ()
        self.definitions: dict[str, Expr] = {}
        self.lists = LISTS

    def world(self, sets: int, cases: int) -> World:
        """So many rule sets, asked of so many cases."""
        self._derive()
        rules = [self.rule(f"r{i}", 2) for i in range(sets)]
        given = [self.case(f"c{i}") for i in range(cases)]
        return World(
            self.seed, (*self.plain, *self.of_rows, *self.derived), self.definitions, self.tables(),
            Windows(self.changes), rules, given,
        )  # fmt: skip

    def _derive(self) -> None:
        for entity in LISTS:
            kind = self.r.choice(("date", "number", "bool", "code"))
            fact = Fact(f"{entity}.x", kind, frozenset(CODES) if kind == "code" else None, entity)
            self.definitions[fact.name] = self.value(kind, 2, entity)
            self.of_rows = (*self.of_rows, fact)
        for i in range(4):
            kind = self.r.choice(("date", "number", "bool", "code", "codes"))
            codes = frozenset(CODES) if kind in ("code", "codes") else None
            fact = Fact(f"derived.x{i}", kind, codes, adverse=frozenset("a") if kind == "code" else frozenset())
            definition = self.value(kind, 2, None)
            if self.r.random() < 0.3:
                definition = Choose(self.truth(1, None), definition, fact)
            self.definitions[fact.name] = definition
            self.derived = (*self.derived, fact)

    def day(self) -> date:
        """A day that is often awkward."""
        if self.r.random() < 0.5:
            return self.r.choice(EDGE_DAYS)
        return date(1995, 1, 1) + timedelta(days=self.r.randrange(13000))

    def tables(self) -> dict[str, Steps]:
        """One table of numbers with dated steps and gaps."""
        stored: dict[str, list[tuple[date, Span | None]]] = {}
        for state in ("ny", "tx"):
            starts = [date.min, *sorted({self.day() for _ in range(self.r.randrange(3))})]
            stored[state] = [(start, self.limit()) for start in starts]
        return {"ages": Steps(stored)}

    def limit(self) -> Span | None:
        low = self.r.choice((None, 17, 18))
        return None if self.r.random() < 0.2 else Span(low, self.r.choice((None, 18, 21)))

    # conditions

    def truth(self, depth: int, entity: str | None) -> Expr:
        """A yes-or-no condition."""
        makers: list[Callable[[], Expr]] = [
            lambda: self.fact("bool", entity),
            lambda: self.compare(depth, entity),
            lambda: self.compare(depth, entity),
            lambda: self.value("code", depth - 1, entity).is_in(*self.some(CODES)),
            lambda: self.value("codes", depth - 1, entity).has_any(*self.some(CODES)),
        ]
        if depth > 0:
            makers += [
                lambda: self.truth(depth - 1, entity) & self.truth(depth - 1, entity),
                lambda: self.truth(depth - 1, entity) | self.truth(depth - 1, entity),
                lambda: ~self.truth(depth - 1, entity),
                lambda: self.any_value(depth - 1, entity).is_known,
                lambda: self.any_value(depth - 1, entity).is_absent,
                lambda: self.either_of("bool", depth, entity),
            ]
            if entity is None:
                makers += [lambda: Exists(*self.where(depth))] * 3
        return self.r.choice(makers)()

    def compare(self, depth: int, entity: str | None) -> Expr:
        kind = self.r.choice(("date", "date", "number"))
        left, right = (self.value(kind, depth - 1, entity) for _ in range(2))
        op = self.r.choice(("<", "<=", ">", ">=", "=="))
        return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right, "==": left == right}[op]

    def any_value(self, depth: int, entity: str | None) -> Expr:
        kind = self.r.choice(("date", "number", "code", "codes", "bool"))
        return self.truth(depth, entity) if kind == "bool" else self.value(kind, depth, entity)

    def where(self, depth: int) -> tuple[str, Expr]:
        entity = self.r.choice(LISTS)
        return entity, TRUE if self.r.random() < 0.2 else self.truth(depth - 1, entity)

    def value(self, kind: str, depth: int, entity: str | None) -> Expr:
        """A date, number, code, list of codes or condition."""
        if kind == "bool":
            return self.truth(depth, entity)
        if depth <= 0:
            return self.leaf(kind, entity)
        makers: list[Callable[[], Expr]] = [
            lambda: self.leaf(kind, entity),
            lambda: self.either_of(kind, depth, entity),
        ]
        if kind == "date":
            makers += [
                lambda: self.shift(depth, entity),
                lambda: self.shift(depth, entity),
                lambda: soonest(self.value("date", depth - 1, entity), self.value("date", depth - 1, entity)),
            ]
        if kind == "number":
            makers += [lambda: self.elapsed(depth, entity)] * 2
            makers += [lambda: lookup("ages", self.state(entity), self.value("date", depth - 1, entity))]
        if entity is None:
            makers += [lambda: self.of_list(kind, depth)] * 2
        return self.r.choice(makers)()

    def state(self, entity: str | None) -> Expr:
        return next(f for f in self.plain if f.name == "juvenile.court_state")

    def leaf(self, kind: str, entity: str | None) -> Expr:
        if self.r.random() < 0.25 and kind in ("date", "number"):
            if kind == "number":
                return Literal_(exactly(self.r.randrange(-2, 40)))
            return AS_OF if self.r.random() < 0.5 else Literal_(exactly(self.day()))
        return self.fact(kind, entity)

    def fact(self, kind: str, entity: str | None) -> Expr:
        own = [f for f in self.of_rows if f.entity == entity and f.kind == kind] if entity else []
        case = [f for f in (*self.plain, *self.derived) if f.kind == kind and f.codes in (None, frozenset(CODES))]
        return self.r.choice(own if own and self.r.random() < 0.7 else case)

    def either_of(self, kind: str, depth: int, entity: str | None) -> Expr:
        """One value or another."""
        one, other = self.value(kind, depth - 1, entity), self.value(kind, depth - 1, entity)
        form = self.r.randrange(4)
        if form == 0:
            return one.if_absent(other)
        if form == 1 and not isinstance(other, Literal_):
            return OrElse(one, other)
        when = self.truth(depth - 1, entity)
        if form == 2:
            return OnlyIf(one, when)
        if kind == "code" and self.r.random() < 0.5:
            return choose(when, self.r.choice(CODES), self.r.choice(CODES))
        return Choose(when, one, other)

    def shift(self, depth: int, entity: str | None) -> Expr:
        of = self.value("date", depth - 1, entity)
        years = self.r.choice((0, 0, 1, 4, 21, self.value("number", depth - 1, entity)))
        days = self.r.choice((0, 0, 0, 30, self.value("number", depth - 1, entity)))
        months = self.r.choice((0, 0, 1, 6, 13))
        return (of.plus if self.r.random() < 0.6 else of.minus)(years=years, months=months, days=days)

    def elapsed(self, depth: int, entity: str | None) -> Expr:
        start, end = (self.value("date", depth - 1, entity) for _ in range(2))
        return self.r.choice((start.days_until, start.months_until, start.years_until))(end)

    def of_list(self, kind: str, depth: int) -> Expr:
        entity, where = self.where(depth)
        give = self.value("bool" if kind == "bool" else kind, depth - 1, entity)
        if kind == "number" and self.r.random() < 0.4:
            return Count(entity, where)
        if kind == "number" and self.r.random() < 0.6:
            return Extreme(entity, self.r.choice(("total", "earliest", "latest")), give, where)
        if kind == "date" and self.r.random() < 0.5:
            return Extreme(entity, self.r.choice(("earliest", "latest")), give, where)
        if kind == "codes":
            return self.leaf(kind, None)
        return PickRow(entity, self.r.choice(("first", "last")), self.value("date", depth - 1, entity), give, where)

    def some(self, codes: Sequence[str]) -> list[str]:
        return self.r.sample(codes, self.r.randrange(1, 3))

    # rules

    def id(self, stem: str) -> str:
        self.count += 1
        return f"{stem}.n{self.count}"

    def rule(self, stem: str, depth: int) -> Rule:
        """A rule of any kind."""
        id, more = self.id(stem), self.scope() if self.r.random() < 0.3 else {}
        kind = self.r.random()
        if depth == 0 or kind < 0.25:
            if self.r.random() < 0.12:
                return settled(id, "s", es="s", answer=self.r.choice((True, False, None)), cite="alpha", **more)
            for _ in range(100):
                that = self.truth(self.r.randrange(3), None)
                if facts_of(that):
                    break
            by = self.r.choice([By.CLIENT, By.CLIENT, By.COUNSEL, By.JUDGEMENT, By.OPLA, By.IJ, By.USCIS])
            return element(id, "e", es="e", that=that, cite="alpha", by=by, **more)
        if kind < 0.45:
            return self.versions(id, stem, depth, more)
        if kind < 0.6:
            return not_(id, "n", self.rule(stem, depth - 1), es="n", **more)
        group = all_of if kind < 0.8 else any_of
        return group(id, "g", *(self.rule(stem, depth - 1) for _ in range(self.r.randrange(1, 4))), es="g", **more)

    def scope(self) -> dict[str, Any]:
        """When and where a rule is law, in every combination."""
        more: dict[str, Any] = {}
        chance = self.r.random
        if chance() < 0.5:
            days = sorted(self.day() for _ in range(2))
            if chance() < 0.7:
                more["since"] = days[0].isoformat()
            if chance() < 0.5:
                more["until"] = days[1].isoformat()
            more["precision"] = self.r.choice(("day", "day", "approximate", "year"))
        if chance() < 0.3:
            more["circuits" if chance() < 0.7 else "except_circuits"] = tuple(self.r.sample(("1", "2", "9"), 2))
        if chance() < 0.25:
            more["states"] = tuple(self.r.sample(STATES, 2))
        if chance() < 0.3:
            more["force"] = tuple(self.r.sample(AUTHORITIES, self.r.randrange(1, 3)))
        return more

    def versions(self, id: str, stem: str, depth: int, more: dict[str, Any]) -> Rule:
        choices = [
            version(
                self.id(stem),
                that=self.rule(stem, depth - 1),
                cite="alpha",
                **(self.scope() if self.r.random() < 0.8 else {}),
            )
            for _ in range(self.r.randrange(1, 4))
        ]
        basis: dict[str, Any] = {}
        if self.r.random() < 0.6:
            basis["date_basis"] = self.value("date", self.r.randrange(2), None)
        if self.r.random() < 0.4:
            basis["circuit_basis"] = next(f for f in self.plain if f.name == "case.place")
        return versions(id, "v", *choices, es="v", **basis, **more)

    # cases

    def case(self, id: str) -> GivenCase:
        """A case in which any fact may be in any state."""
        as_of = self.r.choice((self.changes, self.changes - timedelta(days=1), date(2024, 2, 29), self.day()))
        case = GivenCase(id, as_of, self.r.choice((None, "1", "2", "9", "dc")))
        known = self.r.choice((0.3, 0.7, 0.95))
        for fact in (*self.plain, *self.derived):
            case.cells[fact.name] = Cell(self.answer(fact, known))
        for entity in self.lists:
            if self.r.random() < 0.7:
                case.whole.add(entity)
            fields = [f for f in self.of_rows if f.entity == entity]
            case.lists[entity] = [
                GivenRow(str(i + 1), {f.name.rpartition(".")[2]: Cell(self.answer(f, known)) for f in fields})
                for i in range(self.r.choice((0, 1, 1, 2, 3, 5)))
            ]
        return case

    def answer(self, fact: Fact, known: float) -> Answer:
        """What is known of one fact."""
        if self.r.random() > known or (fact.name in self.definitions and self.r.random() < 0.5):
            return self.r.choice(list(Missing))
        if fact.kind == "date":
            low = self.day()
            high = low + timedelta(days=self.r.choice((0, 0, 0, 1, 30, 366, 2000)))
            return self.open_end(Span(low, high))
        if fact.kind == "number":
            number = self.r.randrange(-5, 40)
            return self.open_end(Span(number, number + self.r.choice((0, 0, 0, 1, 10))))
        codes = sorted(fact.codes or ("x", "y"))
        if fact.kind in ("code", "text"):
            several = fact.kind == "code" and len(codes) > 1 and self.r.random() < 0.2
            return frozenset(self.r.sample(codes, 2)) if several else self.r.choice(codes)
        if fact.kind == "codes":
            return tuple(self.r.sample(codes, min(len(codes), self.r.randrange(3))))
        return self.r.random() < 0.5

    def open_end(self, span: Span) -> Span:
        chance = self.r.random()
        return Span(None, span.high) if chance < 0.08 else Span(span.low, None) if chance < 0.16 else span


def make_world(seed: int, sets: int, cases: int) -> World:
    """The world of one seed."""
    return Maker(seed).world(sets, cases)


# frames


def frames_of(world: World) -> dict[str, Any]:
    """The cases as Polars frames, laid out as a docket is."""
    import polars as pl

    cases = [f for f in world.facts if f.entity is None]
    columns: dict[str, list[Any]] = {
        "case_id": [c.id for c in world.cases],
        "as_of": [c.as_of for c in world.cases],
        "circuit": [c.circuit for c in world.cases],
    }
    types: dict[str, Any] = {"case_id": pl.String, "as_of": pl.Date, "circuit": pl.String}
    for entity in world.lists:
        columns[f"{entity}__complete"] = [c.complete(entity) for c in world.cases]
        types[f"{entity}__complete"] = pl.Boolean
    for fact in cases:
        _lay(fact, fact.name.replace(".", "__"), [c.cell(fact.name).answer for c in world.cases], columns, types)
    frames = {"case": pl.DataFrame(columns, schema=types)}
    for entity in world.lists:
        rows = [(c.id, row) for c in world.cases for row in c.rows(entity)]
        columns = {"case_id": [id for id, _ in rows], "id": [row.id for _, row in rows]}
        types = {"case_id": pl.String, "id": pl.String}
        for fact in world.facts:
            if fact.entity == entity:
                name = fact.name.rpartition(".")[2]
                _lay(fact, name, [row.cells.get(name, NOT_ASKED).answer for _, row in rows], columns, types)
        frames[entity] = pl.DataFrame(columns, schema=types)
    return frames


def _lay(fact: Fact, name: str, answers: list[Answer], columns: dict[str, list[Any]], types: dict[str, Any]) -> None:
    import polars as pl

    states = {Missing.ABSENT: "absent", Missing.NOT_KNOWN: "unknown", Missing.NOT_ASKED: None}
    columns[f"{name}__state"] = [states[a] if isinstance(a, Missing) else "given" for a in answers]
    types[f"{name}__state"] = pl.String
    if fact.kind in ("date", "number"):
        for end in ("low", "high"):
            columns[f"{name}__{end}"] = [getattr(a, end) if isinstance(a, Span) else None for a in answers]
            types[f"{name}__{end}"] = pl.Date if fact.kind == "date" else pl.Int64
        return
    kind: Any = {"bool": pl.Boolean, "codes": pl.List(pl.String)}.get(fact.kind, pl.String)
    columns[name] = [
        None if isinstance(a, (Missing, frozenset)) else list(a) if isinstance(a, tuple) else a for a in answers
    ]
    types[name] = kind
    if fact.kind == "code":
        columns[f"{name}__one_of"] = [sorted(a) if isinstance(a, frozenset) else None for a in answers]
        types[f"{name}__one_of"] = pl.List(pl.String)
