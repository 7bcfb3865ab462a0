"""Row docket: columns compiled from the invented rules, beside OpenFisca-core over whole arrays.

OpenFisca-core has neither unknowns nor lists of records for one person, so every fact is exact and what a list would
hold comes counted. Both have the same 240 conditions, 30 groups and root.

What OpenFisca-core is given is written for speed: Enum variables for codes, arrays set at once in one simulation of as
many persons as there are cases, no tracer, a condition that several groups ask worked out once, and where a date is
moved on and compared with the date asked about, that one date is moved back instead.

Then each case is asked on a day of its own, of 2,000. OpenFisca-core calculates for one period at a time: either the
cases of each day are a simulation, or the day is one more input, and no period is asked.

Alone: ``python -m bench.bench_openfisca --cases 1000000``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from operator import add, mul
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from nolle.logic.columns import compile_rules
from nolle.logic.tree import Expr, Fact

from . import invented
from .apart import best, module
from .bench_columns import cells_apart
from .invented import ANSWERS, CODES, ELEMENTS, GROUPS, ON, PER_GROUP, codes_of, is_about_a_list, joined_by_and
from .measure import WHOLE, Line
from .report import show

BAR = 20
SIDES = ("nolle", "openfisca")
FILES_ALONE = "files"
"""A side that asks nothing: what both spend on their files, and no set of rules can be quicker than."""
OWN_DAYS = ("nolle_days", "openfisca_days", "openfisca_input")
"""nolle where each case is asked on a day of its own, OpenFisca by its periods, and OpenFisca with the day an input."""
FIRST_DAY, DAYS = np.datetime64("2019-01-01"), 2_000
COMPARED = (
    (*SIDES, "OpenFisca-core", ""),
    (*OWN_DAYS[:2], "OpenFisca-core, a simulation for each day", f", each asked on one of {DAYS:,} days"),
    (OWN_DAYS[0], OWN_DAYS[2], "OpenFisca-core, the day an input", f", each asked on one of {DAYS:,} days"),
)
"""Which two stand beside each other, what the peer is called, and what is not as in the first line."""
REPEATS = 120
"""From this condition on they are those before, once more."""
COUNTS = [Fact(f"person.count_{i}", "number") for i in range(12)]
FIRST_MONTH, MONTHS = np.datetime64("1950-01", "M"), 12 * 73
Formula = Callable[[Any, Any], Any]


def exprs() -> list[Expr]:
    """nolle's conditions: those of the invented rules, and a count where they ask a list."""
    return [_count(i) if is_about_a_list(i) else c.ours for i, c in enumerate(invented.conditions())]


def _count(i: int) -> Expr:
    return COUNTS[i % 12] > i % 5


def docket(cases: int) -> pl.DataFrame:
    """Exact answers. No day after the 28th, so that a month later needs no thought."""
    rng = np.random.default_rng(1)
    columns = [pl.Series("case_id", np.arange(cases)).cast(pl.String).str.zfill(9)]
    codes = pl.Series(sorted(CODES), dtype=pl.Enum(sorted(CODES)))
    for i in range(12):
        day = (FIRST_MONTH + rng.integers(0, MONTHS, cases)).astype("datetime64[D]") + rng.integers(0, 28, cases)
        columns += [
            pl.Series(f"person__day_{i}", day),
            codes.gather(rng.integers(0, len(codes), cases)).alias(f"filing__status_{i}"),
            pl.Series(f"case__flag_{i}", rng.random(cases) < 0.5),
            pl.Series(f"person__count_{i}", rng.integers(0, 8, cases)),
        ]
    return pl.DataFrame(columns)


def on_own_days(case: pl.DataFrame) -> pl.DataFrame:
    """The same cases, each to be asked on one of so many working days."""
    days = np.busday_offset(FIRST_DAY, np.arange(DAYS), roll="forward")
    return case.with_columns(pl.Series("as_of", np.random.default_rng(2).choice(days, case.height)))


def formulas(codes: Any, *, day_is_input: bool) -> dict[str, Formula]:
    """OpenFisca's conditions, groups and root, by name; ``codes`` is its Enum."""
    kinds = (_age, _residence_by_then if day_is_input else _residence, _code, _code, _flag, _order, _counted, _counted)
    found = {name: kinds[i % 8](i, codes) if i < REPEATS else _again(i) for i, name in enumerate(ELEMENTS)}
    for i in range(GROUPS):
        found[f"g{i}"] = _joined(ELEMENTS[i * PER_GROUP : (i + 1) * PER_GROUP], mul if joined_by_and(i) else add)
    return {**found, "root": _joined([f"g{i}" for i in range(GROUPS)], add)}


def _again(i: int) -> Formula:
    return lambda person, period: person(ELEMENTS[i - REPEATS], period)


def _age(i: int, _: Any) -> Formula:
    born, filed, months = f"person__day_{i % 12}", f"person__day_{(i + 5) % 12}", 12 * (14 + i % 20)
    return lambda person, period: _later(person(born, period), months) > person(filed, period)


def _later(day: Any, months: int) -> Any:
    month = day.astype("datetime64[M]")
    return (month + months).astype("datetime64[D]") + (day - month)


def _residence(i: int, _: Any) -> Formula:
    def formula(person: Any, period: Any) -> Any:
        since = period.start.offset(-(12 * (i % 20) + 6), "month")
        return person(f"person__day_{i % 12}", period) <= np.datetime64(since.date)

    return formula


def _residence_by_then(i: int, _: Any) -> Formula:
    since, months = f"person__day_{i % 12}", 12 * (i % 20) + 6
    return lambda person, period: _later(person(since, period), months) <= person("as_of", period)


def _code(i: int, codes: Any) -> Formula:
    wanted = [codes[code] for code in codes_of(i)]

    def formula(person: Any, period: Any) -> Any:
        status = person(f"filing__status_{i % 12}", period)
        return reduce(add, (status == code for code in wanted))

    return formula


def _flag(i: int, _: Any) -> Formula:
    one, other = f"case__flag_{i % 12}", f"case__flag_{(i + 7) % 12}"
    return lambda person, period: person(one, period) * np.logical_not(person(other, period))


def _order(i: int, _: Any) -> Formula:
    one, other = f"person__day_{i % 12}", f"person__day_{(i + 3) % 12}"
    return lambda person, period: person(one, period) < person(other, period)


def _counted(i: int, _: Any) -> Formula:
    return lambda person, period: person(f"person__count_{i % 12}", period) > i % 5


def _joined(parts: list[str], by: Callable[[Any, Any], Any]) -> Formula:
    return lambda person, period: reduce(by, (person(part, period) for part in parts))


def system(*, day_is_input: bool = False) -> Any:
    """The rules as a tax and benefit system."""
    from openfisca_core.entities import build_entity
    from openfisca_core.indexed_enums import Enum
    from openfisca_core.model_api import DAY, ETERNITY, Variable
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    person = build_entity(key="person", plural="persons", label="A person", is_person=True)
    codes: Any = Enum("Code", {code: code for code in sorted(CODES)})
    built = TaxBenefitSystem([person])

    def add_variable(name: str, value_type: Any, period: Any, **more: Any) -> None:
        about = {"value_type": value_type, "entity": person, "definition_period": period, "label": name, **more}
        built.add_variable(type(name, (Variable,), about))

    for i in range(12):
        add_variable(f"person__day_{i}", date, ETERNITY)
        add_variable(f"filing__status_{i}", Enum, ETERNITY, possible_values=codes, default_value=codes.none)
        add_variable(f"case__flag_{i}", bool, ETERNITY)
        add_variable(f"person__count_{i}", int, ETERNITY)
    add_variable("as_of", date, ETERNITY)
    for name, formula in formulas(codes, day_is_input=day_is_input).items():
        add_variable(name, bool, DAY, formula=formula)
    return built


def calculate_by_day(built: Any, case: pl.DataFrame) -> pl.DataFrame:
    """Every answer of OpenFisca-core on the cases' own days; the cases of one day after those of another."""
    by_day = case.partition_by("as_of", as_dict=True, include_key=False)
    return pl.concat([calculate(built, its_cases, day) for (day,), its_cases in by_day.items()])


def calculate(built: Any, case: pl.DataFrame, on: date = ON) -> pl.DataFrame:
    """Every answer of OpenFisca-core in one simulation, from the columns of a docket."""
    from openfisca_core.simulations import SimulationBuilder

    simulation = SimulationBuilder.build_default_simulation(built, case.height)
    for column in case.drop("case_id"):
        values = column.to_physical() if column.dtype == pl.Enum else column
        simulation.set_input(column.name, "ETERNITY", values.to_numpy())
    found = {name: simulation.calculate(name, on.isoformat()) for name in reversed(ANSWERS)}
    return pl.DataFrame([case["case_id"], *(pl.Series(name, found[name]) for name in ANSWERS)])


def run(side: str, folder: Path) -> float:
    """The seconds of one side from Parquet to Parquet, planning included; OpenFisca's system is built before."""
    source, out = folder / ("days.parquet" if side in OWN_DAYS else "exact.parquet"), folder / f"out_{side}.parquet"
    built = system(day_is_input=side == "openfisca_input") if side.startswith("openfisca") else None
    at_hand = pl.read_parquet(folder / f"out_{SIDES[0]}.parquet") if side == FILES_ALONE else None
    started = time.perf_counter()
    if side.startswith("nolle"):
        plan = compile_rules(invented.rules(exprs()))
        as_of = None if side in OWN_DAYS else ON
        layers = plan.run({"case": pl.scan_parquet(source)}, law=invented.AllInForce(), as_of=as_of)
        answers = layers.frame.select("case_id", *ANSWERS)
    else:
        case = pl.read_parquet(source)
        ask = calculate_by_day if side == "openfisca_days" else calculate
        answers = (ask(built, case) if at_hand is None else at_hand).lazy()
    answers.sink_parquet(out, compression="snappy", statistics=False)
    return time.perf_counter() - started


def measure(cases: int, times: int) -> list[Line]:
    """The lines of the table."""

    def sides(names: Sequence[str]) -> dict[str, Sequence[str]]:
        return {name: module("bench_openfisca", "--side", name, "--folder", folder) for name in names}

    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        exact = docket(cases)
        exact.write_parquet(folder / "exact.parquet")
        on_own_days(exact).write_parquet(folder / "days.parquet")
        found = best(sides(SIDES), times) | best(sides([FILES_ALONE]), times)
        found |= best(sides([OWN_DAYS[0], OWN_DAYS[2]]), times) | best(sides([OWN_DAYS[1]]), 1)
        apart = {theirs: cells_apart(folder, ours, theirs) for ours, theirs, *_ in COMPARED}
    what = f"{len(ANSWERS)} invented rules, {cases:,} exact cases without a list"
    lines = []
    for ours, theirs, peer, more in COMPARED:
        nolle, beside, differ = found[ours], found[theirs], apart[theirs]
        bar, met = f"{BAR}x faster", BAR * nolle.seconds <= beside.seconds
        lines += [
            Line("docket", what + more, nolle.seconds, peer, beside.seconds, bar, met).held_if(cases >= WHOLE),
            Line("docket", "the same, peak memory in GB", nolle.peak, peer, beside.peak, counts=True),
            Line("docket", "the same, cells apart", differ, peer, bar="none", met=differ == 0, counts=True),
        ]
    alone = "the files of exact cases on one date read and written, no rule asked"
    return [*lines, Line("docket", alone, found[FILES_ALONE].seconds)]


def main() -> None:
    """Print the lines, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=WHOLE)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--side", choices=(*SIDES, FILES_ALONE, *OWN_DAYS))
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.side:
        print(json.dumps({"seconds": run(given.side, given.folder)}))
    else:
        show(measure(given.cases, given.times))


if __name__ == "__main__":
    main()
