"""Columns come to what the interpreter comes to, cell by cell."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import polars as pl
import pytest

from nolle.logic import columns
from nolle.logic.columns import compile_rules
from nolle.logic.entity import Entity, choose, lookup, soonest
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span, add_days, add_months, exactly, months_between, parse_date, years_between
from nolle.logic.rule import Element, all_of, any_of, element, not_, settled, version, versions
from nolle.logic.tree import AS_OF, Expr, Fact, Literal_, RuleError
from nolle.logic.truth import Force

from .generate import GivenCase, GivenRow, Steps, Windows, World, frames_of, make_world
from .same import assert_same, differences, laid, rows_of

WORLDS, SETS, CASES = 25, 80, 20
DEEP_WORLDS, DEEP_SETS = 500, 200
ON = date(2024, 2, 29)

born = Fact("person.birth_date", "date")
filed = Fact("filing.i360_sij.filed_on", "date")
years = Fact("person.years", "number")
status = Fact("filing.i130.status", "code", frozenset("abcd"), adverse=frozenset("d"))
classes = Fact("conviction_classes", "codes", frozenset("abcd"))
detained = Fact("case.detained", "bool")
state = Fact("juvenile.court_state", "code", frozenset(("ny", "tx", "ca")))
relative = Entity(
    "relative",
    (
        Fact("relative.birth_date", "date", entity="relative"),
        Fact("relative.age", "number", entity="relative"),
        Fact("relative.kind", "code", frozenset("abcd"), entity="relative"),
        Fact("relative.citizen", "bool", entity="relative"),
    ),
    is_list=True,
)
FACTS = (born, filed, years, status, classes, detained, state, *relative)
AGES = Steps({"ny": [(date.min, None), (date(2009, 1, 1), Span(18, 21))], "tx": [(date.min, exactly(18))]})


def test_2000_generated_rule_sets_are_promised() -> None:
    assert WORLDS * SETS >= 2_000
    assert DEEP_WORLDS * DEEP_SETS >= 100_000


@pytest.mark.parametrize("seed", range(WORLDS))
def test_generated_rules_answer_alike_on_generated_cases(seed: int) -> None:
    assert_same(make_world(seed, SETS, CASES))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(10_000, 10_000 + DEEP_WORLDS))
def test_many_more_generated_rules_answer_alike(seed: int) -> None:
    assert_same(make_world(seed, DEEP_SETS, CASES))


def test_generated_rules_answer_in_every_way() -> None:
    """The proof is worth little if nearly all is unknown."""
    cells = [value for case in laid(make_world(1, SETS, CASES)).values() for value in case.values()]
    for answer in (True, False, None, 0, 1, 2):
        assert sum(c is answer for c in cells) > len(cells) / 50


def test_a_difference_is_shown_as_a_test_to_keep() -> None:
    def wrong(world: World) -> dict[str, dict[str, Any]]:
        cells = laid(world)
        return {
            id: {name: True if value is False else value for name, value in row.items()} for id, row in cells.items()
        }

    with pytest.raises(AssertionError, match=r"def test_found_3\(\)"):
        assert_same(make_world(3, 5, 5), by=wrong)


# one case: a condition, the answers told, and what it must come to


def given(case: str = "c", **told: Answer) -> GivenCase:
    """A case; double underscores in names stand for dots."""
    return GivenCase(case, ON, None, {name.replace("__", "."): Cell(answer) for name, answer in told.items()})


def day(written: str) -> Span:
    return parse_date(written)


def ask(that: Expr, case: GivenCase, definitions: Mapping[str, Expr] | None = None) -> bool | None:
    """The condition by the columns, once it is sure that the interpreter agrees."""
    rule = element("it", "It", es="Ello", that=that, cite="alpha")
    world = World(0, FACTS, dict(definitions or {}), {"ages": AGES}, Windows(ON), [rule], [case])
    assert not differences(world)
    answer = laid(world)[case.id]["it"]
    assert answer is None or isinstance(answer, bool)
    return answer


under_21 = born.plus(years=21) > filed.if_absent(AS_OF)
BORN, FILED, YEARS, STATE = (f.name.replace(".", "__") for f in (born, filed, years, state))
ABSENT, NOT_KNOWN = Missing.ABSENT, Missing.NOT_KNOWN


@pytest.mark.parametrize(
    ("that", "told", "expected"),
    [
        # a birthday on the leap day is reached on 28 February where there is no 29th
        (under_21, {BORN: day("2004-02-29"), FILED: day("2025-02-27")}, True),
        (under_21, {BORN: day("2004-02-29"), FILED: day("2025-02-28")}, False),
        (under_21, {BORN: day("2003-03-01"), FILED: ABSENT}, True),
        (under_21, {BORN: day("2003-02-28"), FILED: ABSENT}, False),
        (under_21, {BORN: day("2003"), FILED: ABSENT}, None),
        (under_21, {BORN: day("2003-02-28"), FILED: NOT_KNOWN}, None),
        (under_21, {}, None),
        (born.plus(months=1) == "2023-02-28", {BORN: day("2023-01-31")}, True),
        (born.plus(months=1, days=1) == "2024-03-01", {BORN: day("2024-01-31")}, True),
        (born.minus(months=1) == "2024-02-29", {BORN: day("2024-03-31")}, True),
        (born.minus(years=1) == "2023-02-28", {BORN: day("2024-02-29")}, True),
        (born.plus(years=years) <= AS_OF, {BORN: day("2003-02-28"), YEARS: exactly(21)}, True),
        (born.plus(years=years) <= AS_OF, {BORN: day("2003-03-01"), YEARS: exactly(21)}, False),
        (born.plus(years=years) <= AS_OF, {BORN: day("2003-02-28"), YEARS: Span(20, 22)}, None),
        (born.minus(days=years) < "2024-01-01", {BORN: day("2024-01-05"), YEARS: exactly(5)}, True),
        (born.plus(years=9000) > AS_OF, {BORN: day("2003-02-28")}, True),
        (born.minus(years=9000) < AS_OF, {BORN: day("2003-02-28")}, True),
        (born.years_until(AS_OF) == Literal_(exactly(20)), {BORN: day("2003-03-01")}, True),
        (born.months_until(AS_OF) == Literal_(exactly(1)), {BORN: day("2024-01-31")}, True),
        (born.days_until(AS_OF) == Literal_(exactly(29)), {BORN: day("2024-01-31")}, True),
        (born.days_until(AS_OF) >= 28, {BORN: day("../2024-01-31")}, True),
        (status.is_in("a", "b"), {"filing__i130__status": "a"}, True),
        (status.is_in("a", "b"), {"filing__i130__status": frozenset("ab")}, True),
        (status.is_in("a", "b"), {"filing__i130__status": frozenset("ac")}, None),
        (status.is_in("a", "b"), {"filing__i130__status": frozenset("cd")}, False),
        (status.is_in("a", "b"), {"filing__i130__status": ABSENT}, None),
        (classes.has_any("a"), {"conviction_classes": ("b", "a")}, True),
        (classes.has_none("a"), {"conviction_classes": ()}, True),
        (classes.has_any("a"), {}, None),
        (detained.is_known, {"case__detained": ABSENT}, False),
        (detained.is_absent, {"case__detained": ABSENT}, True),
        (detained.is_absent, {"case__detained": NOT_KNOWN}, None),
        (detained.is_absent, {"case__detained": False}, False),
        (born.or_else(filed) < AS_OF, {FILED: day("2020")}, True),
        (choose(detained, born, filed) < AS_OF, {BORN: day("2020"), FILED: day("2021")}, True),
        (choose(detained, born, filed).is_known, {BORN: ABSENT, FILED: ABSENT}, False),
        (choose(detained, born, filed).is_known, {BORN: ABSENT, FILED: day("2020")}, None),
        (born.only_if(detained).is_absent, {"case__detained": False}, True),
        (soonest(born, filed) < "2021-01-01", {BORN: day("2020"), FILED: ABSENT}, True),
        (soonest(born, filed) < "2021-01-01", {BORN: day("2020")}, True),
        (soonest(born, filed) > "2019-01-01", {BORN: day("2020")}, None),
        (lookup("ages", state, AS_OF) >= 18, {STATE: "ny"}, True),
        (lookup("ages", state, AS_OF) <= 18, {STATE: "ny"}, None),
        (lookup("ages", state, AS_OF) <= 18, {STATE: frozenset(("ny", "tx"))}, None),
        (lookup("ages", state, AS_OF) >= 18, {STATE: frozenset(("ny", "tx"))}, True),
        (lookup("ages", state, AS_OF) >= 18, {STATE: "ca"}, None),
        (lookup("ages", state, born) >= 18, {STATE: "ny", BORN: day("2008/2010")}, None),
        (lookup("ages", state, born) >= 18, {STATE: "ny", BORN: day("2009")}, True),
    ],
)  # fmt: skip
def test_a_condition_of_one_case(that: Expr, told: dict[str, Answer], expected: bool | None) -> None:
    assert ask(that, given(**told)) is expected


def row(id: str, **told: Answer) -> GivenRow:
    return GivenRow(id, {name: Cell(answer) for name, answer in told.items()})


child = relative.kind == "b"
ROUGH = [
    row("1", kind="b", birth_date=day("2020"), age=exactly(3)),
    row("2", kind=frozenset("bc"), birth_date=day("2021"), age=Span(1, 2)),
]


@pytest.mark.parametrize(
    ("that", "rows", "complete", "expected"),
    [
        (relative.exists(child), [], False, None),
        (relative.exists(child), [], True, False),
        (relative.exists(child), [row("1", kind="b")], False, True),
        (relative.exists(child), [row("1", kind=NOT_KNOWN), row("2", kind="a")], True, None),
        (relative.none(child), [row("1", kind="a")], True, True),
        (relative.count(child) >= 1, ROUGH, False, True),
        (relative.count(child) >= 2, ROUGH, True, None),
        (relative.count(child) >= 3, ROUGH, True, False),
        ((relative.count() == 2) & (born < AS_OF), ROUGH, True, True),
        (relative.exists(relative.birth_date < born), ROUGH, True, True),
        (relative.first(relative.kind, by=relative.birth_date).is_in("b"), ROUGH, True, True),
        (relative.last(relative.kind, by=relative.birth_date).is_in("b", "c"), ROUGH, True, True),
        (relative.last(relative.kind, by=relative.birth_date).is_in("b"), ROUGH, True, None),
        (relative.last(relative.kind, by=relative.birth_date).is_in("b"), ROUGH, False, None),
        (relative.last(relative.kind, by=relative.birth_date).is_absent, [], True, True),
        (relative.last(relative.birth_date, by=relative.birth_date) > "2020-12-31", ROUGH, True, True),
        (relative.earliest(relative.birth_date, where=child) < "2021-01-01", ROUGH, True, True),
        (relative.latest(relative.birth_date, where=child) < "2021-01-01", ROUGH, True, None),
        (relative.earliest(relative.birth_date).is_absent, [], True, True),
        (relative.total(relative.age) == 5, ROUGH, True, None),
        (relative.total(relative.age) >= 4, ROUGH, True, True),
        (relative.total(relative.age, where=child) >= 4, ROUGH, True, None),
        (relative.total(relative.age) == 0, [], True, True),
        (relative.total(relative.age) == 0, [], False, None),
    ],
)  # fmt: skip
def test_a_condition_of_a_list(that: Expr, rows: list[GivenRow], complete: bool, expected: bool | None) -> None:
    case = given(person__birth_date=day("2022"))
    case.lists["relative"] = rows
    case.whole |= {"relative"} if complete else set()
    assert ask(that, case) is expected


def test_a_derived_fact_is_worked_out_and_told_only_where_that_is_nothing() -> None:
    definitions = {"person.years": choose(born.is_known, born.years_until(AS_OF), years)}
    assert ask(years >= 21, given(person__birth_date=day("2000"), person__years=exactly(3)), definitions) is True
    assert ask(years >= 21, given(person__birth_date=ABSENT, person__years=exactly(3)), definitions) is False
    assert ask(years >= 21, given(), definitions) is None


def test_facts_worked_out_from_each_other_are_refused() -> None:
    definitions = {"person.birth_date": filed, "filing.i360_sij.filed_on": born}
    with pytest.raises(RuleError, match="each worked out from the other"):
        _run([_known("it", born)], [given()], definitions)


def _known(id: str, fact: Fact) -> Element:
    return element(id, "It", es="Ello", that=fact.is_known, cite="alpha")


def _run(
    rules: Any, cases: list[GivenCase], definitions: Mapping[str, Expr] | None = None, **how: Any
) -> columns.Layers:
    world = World(0, FACTS, {}, {}, Windows(ON), [], cases)
    frames = frames_of(world)
    return compile_rules(rules, definitions or {}).run(frames, law=world.law, **how)


# rules


def test_what_is_out_of_force_for_every_case_never_becomes_a_column_of_its_own() -> None:
    old = element("old", "Old", es="Antiguo", that=detained, cite="alpha", until="2020-01-01")
    now = element("now", "Now", es="Ahora", that=~detained, cite="alpha", since="2020-01-01")
    both = all_of("both", "Both", old, now, es="Ambos")
    layers = _run([both], [given(case__detained=False), given("d", case__detained=True)])
    assert layers.forces == {"both": Force.IN, "old": Force.OUT, "now": Force.IN}
    rows = {r["case_id"]: r for r in rows_of(layers)}
    assert [rows[id]["both"] for id in "cd"] == [True, False]
    assert [rows[id]["old"] for id in "cd"] == [None, None]


def test_each_case_is_asked_on_its_own_date_and_in_its_own_circuit() -> None:
    here = settled("here", "Here", es="Aquí", answer=True, cite="beta", circuits=("9",))
    later = settled("later", "Later", es="Después", answer=True, cite="beta", since="2024-01-01")
    cases = [given(str(i)) for i in range(4)]
    for case, as_of, circuit in zip(cases, (ON, ON, date(2023, 12, 31), ON), ("9", "2", "9", None), strict=True):
        case.as_of, case.circuit = as_of, circuit
    rows = sorted(rows_of(_run([any_of("any", "Any", here, later, es="Alguno")], cases)), key=lambda r: r["case_id"])
    assert [r["here__force"] for r in rows] == [2, 0, 2, 1]
    assert [r["later__force"] for r in rows] == [2, 2, 0, 2]


def test_a_version_is_chosen_by_the_date_a_fact_gives() -> None:
    yes, no = (settled(id, "S", es="S", answer=id == "yes", cite="alpha") for id in ("yes", "no"))
    rule = versions(
        "test", "Test", es="Prueba", date_basis=filed,
        *(  # noqa: B026
            version("old", that=no, until="2019-12-31", cite="alpha"),
            version("new", that=yes, since="2020-01-01", cite="alpha"),
        ),
    )  # fmt: skip
    told = {"a": day("2019"), "b": day("2020"), "c": day("2019/2020"), "d": ABSENT, "e": NOT_KNOWN}
    rows = rows_of(_run([rule], [given(id, filing__i360_sij__filed_on=answer) for id, answer in told.items()]))
    assert {r["case_id"]: r["test"] for r in rows} == {"a": False, "b": True, "c": None, "d": True, "e": None}


def test_an_act_of_another_may_be_asked_for_until_it_is_decided_against() -> None:
    joins = element("joins", "Joins", es="Se une", that=status.is_in("a"), cite="alpha", by="opla")
    judged = element("judged", "Judged", es="Valorado", that=detained, cite="alpha", by="judgement")
    layers = _run([all_of("all", "All", joins, judged, es="Todo")], [given("n"), given("d", filing__i130__status="d")])
    rows = {r["case_id"]: r for r in rows_of(layers)}
    readings = ("all", "all__ask", "all__await", "all__advise")
    assert [rows["n"][name] for name in readings] == [None, None, None, True]
    assert [rows["d"][name] for name in readings] == [False, None, False, False]


def test_what_no_frame_has_was_not_asked() -> None:
    there = relative.exists(child)
    rules = [element("a", "A", es="A", that=there | under_21 | status.is_in("a") | classes.has_any("a"), cite="alpha")]
    frames = {"case": pl.DataFrame({"case_id": ["c"]})}
    layers = compile_rules(rules).run(frames, law=Windows(ON), as_of=ON)
    assert rows_of(layers)[0]["a"] is None


def test_an_exact_date_needs_one_column_and_no_state() -> None:
    frames = {"case": pl.DataFrame({"case_id": ["c", "d"], "person__birth_date": [date(2003, 3, 1), None]})}
    rules = [element("a", "A", es="A", that=born.plus(years=21) > AS_OF, cite="alpha"), _known("b", born)]
    rows = rows_of(compile_rules(rules).run(frames, law=Windows(ON), as_of=ON))
    assert [(r["a"], r["b"]) for r in rows] == [(True, True), (None, None)]


def test_rules_of_several_pathways_carry_the_pathway_in_their_name() -> None:
    one, two = (not_("elements", "It", _known("known", born), es="Ello") for _ in range(2))
    layers = _run({"p": [one], "q": [two]}, [given()])
    assert {"p__elements", "p__known", "q__elements", "q__known"} <= set(rows_of(layers)[0])
    with pytest.raises(RuleError, match="two different rules are called 'elements'"):
        compile_rules([one, two])


def test_only_the_columns_wanted_are_made() -> None:
    rows = rows_of(_run([_known("a", born), _known("b", filed)], [given()], only=["b"]))
    assert rows == [{"case_id": "c", "b": None}]


def test_a_case_without_a_date_is_refused() -> None:
    plan = compile_rules([_known("a", born)])
    with pytest.raises(ValueError, match="say as of which date"):
        plan.run({"case": pl.DataFrame({"case_id": ["c"]})}, law=Windows(ON))
    undated = pl.DataFrame({"case_id": ["c"], "as_of": [None]}, schema={"case_id": pl.String, "as_of": pl.Date})
    with pytest.raises(ValueError, match="no as_of date"):
        plan.run({"case": undated}, law=Windows(ON))


def test_two_columns_may_not_come_to_one_name() -> None:
    with pytest.raises(RuleError, match="cannot tell them apart"):
        compile_rules([_known("a.b", born), _known("a__b", filed)])


# calendar arithmetic, and what is taken for granted of an engine


def _dates() -> list[date]:
    """Both sides of month ends in years of every kind, and a day a week for thirty years."""
    firsts = [date(y, m, 1) for y in (4, 100, 400, 1900, 2000, 2023, 2024, 9999) for m in (1, 3, 12)]
    edges = [first + timedelta(days=k) for first in firsts for k in (-1, 0, 1)]
    return [date.min, *edges, date.max, *(date(1995, 1, 1) + timedelta(days=7 * k) for k in range(1600))]


@pytest.mark.parametrize("months", [-119_988, -250, -12, -1, 0, 1, 11, 12, 48, 252, 119_988])
def test_months_are_added_as_for_one_case(months: int) -> None:
    from nolle.logic.columns.dates import move

    days = _dates()
    expected = [add_days(add_months(day, months), 1).toordinal() for day in days]
    assert _over(days, lambda sheet, a, b: move(sheet, a, months, 1)) == expected
    assert _over(days, lambda sheet, a, b: move(sheet, a, b, 1), [months] * len(days)) == expected


@pytest.mark.parametrize(("unit", "count"), [("months_between", months_between), ("years_between", years_between)])
def test_months_and_years_are_counted_as_for_one_case(unit: str, count: Any) -> None:
    from nolle.logic.columns import dates as column_dates

    days = _dates()
    for other in (date(2024, 2, 29), date(2023, 2, 28), date(1, 1, 1), date(9999, 12, 31)):
        expected = [count(day, other) for day in days]
        assert _over(days, getattr(column_dates, unit), [other.toordinal()] * len(days)) == expected
        after = partial(_after, getattr(column_dates, unit), other.toordinal())
        assert _over(days, after) == [count(other, day) for day in days]


def _after(count: Any, start: int, sheet: Any, day: Any, _: Any) -> Any:
    return count(sheet, start, day)


def _over(days: list[date], make: Any, others: list[int] | None = None) -> list[int | None]:
    from nolle.logic.columns.algebra import column
    from nolle.logic.columns.frames import frame_of
    from nolle.logic.columns.sheets import Book, work_out

    frame = pl.LazyFrame(
        {"case_id": range(len(days)), "a": [d.toordinal() for d in days], "b": others or [0] * len(days)},
        schema={"case_id": pl.Int64, "a": pl.Int32, "b": pl.Int32},
    )
    book = Book({None: set(frame.collect_schema())})
    kept = book.case.keep(make(book.case, column("a"), column("b")))
    made = work_out(book, {None: frame_of(frame)}, {"made": kept})
    return list(made.native().collect()["made"].to_list())


def test_a_plan_asked_again_of_something_else_answers_anew() -> None:
    """The columns last made are kept: never for another date, law, place, question or shape of docket."""
    world = make_world(7, 10, 8)
    kept, frames = compile_rules(world.rules, world.definitions, world.tables), frames_of(world)
    undated = {**frames, "case": frames["case"].drop("as_of", "circuit", strict=False)}
    turns: list[dict[str, Any]] = [
        {"law": Windows(date(2020, 1, 1)), "as_of": ON},
        {"law": Windows(date(2030, 1, 1)), "as_of": ON},
        {"law": Windows(date(2030, 1, 1)), "as_of": date(2019, 1, 1)},
        {"law": Windows(date(2030, 1, 1)), "as_of": date(2019, 1, 1), "circuit": "9"},
        {"law": Windows(date(2030, 1, 1)), "as_of": ON, "missing": list(kept.roots)[:3]},
        {"law": Windows(date(2030, 1, 1)), "as_of": ON, "days": {"due": born}},
        {"law": Windows(date(2030, 1, 1)), "as_of": ON, "days": {"due": filed}},
    ]
    for asked in turns:
        for given in (undated, {**undated, "case": undated["case"].drop("person__birth_date__low", strict=False)}):
            anew = compile_rules(world.rules, world.definitions, world.tables)
            for _ in range(2):
                again = rows_of(kept.run(given, **asked))
                assert again == rows_of(anew.run(given, **asked))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_rows_of_a_list_changes_nothing(seed: int) -> None:
    world = make_world(seed, sets=20, cases=40)
    plan = compile_rules(world.rules, world.definitions, world.tables)
    together = frames_of(world)
    apart = {
        name: f if name == "case" else f.sample(fraction=1, shuffle=True, seed=seed) for name, f in together.items()
    }
    unknown = {name: frame.lazy() for name, frame in together.items()}
    first, *others = [plan.run(f, law=world.law).frame.collect() for f in (together, apart, unknown)]
    for other in others:
        assert [name for name in first.columns if first[name].ne_missing(other[name]).any()] == []


def test_the_core_does_not_load_an_engine() -> None:
    code = "import nolle, nolle.logic.columns, sys; sys.exit(bool({'duckdb', 'polars'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
