"""Polars, DuckDB and Spark come to what the interpreter comes to, cell by cell."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from nolle.logic.columns import compile_rules, engines
from nolle.logic.columns.engines import DuckDb, Engine, EngineMissing, Polars, Spark
from nolle.logic.rough import add_months, years_between
from nolle.logic.rule import element
from nolle.logic.tree import AS_OF, Fact

from .generate import Windows, World, make_world
from .same import Cells, assert_same, laid

ON = date(2024, 2, 29)
born = Fact("person.birth_date", "date")


@pytest.fixture(scope="module")
def spark() -> Iterator[Spark]:
    """A session of this machine, which the tests of a file share."""
    engine = Spark()
    session = engine.session()
    yield engine
    session.stop()


@pytest.fixture(params=["polars", "duckdb", "spark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "spark":
        return request.getfixturevalue("spark")  # type: ignore[no-any-return]
    return DuckDb(threads=1) if request.param == "duckdb" else Polars()


@pytest.mark.parametrize("seed", range(30, 36))
def test_generated_rules_answer_alike_on_duckdb(seed: int) -> None:
    assert_same(make_world(seed, 25, 20), by=_by(DuckDb(threads=1)))


def test_generated_rules_answer_alike_on_spark(spark: Spark) -> None:
    assert_same(make_world(40, 4, 20), by=_by(spark))


def _by(engine: Engine) -> Any:
    def cells(world: World) -> Cells:
        return laid(world, engine=engine)

    return cells


def test_days_are_counted_alike_from_the_first_year_to_the_last(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where they are worked out in several goes; the cases come back in their own order, whatever their ids."""
    monkeypatch.setattr(engines, "DAYS_AT_ONCE", 2)
    years = (1, 4, 100, 400, 1582, 1900, 2000, 2023, 2024, 9998)
    days = [date(year, month, day) for year in years for month in (1, 2, 3, 12) for day in (1, 28)]
    days += [date(2024, 2, 29), date(1900, 2, 28), date(9999, 12, 31), ON]
    frames = {"case": pl.DataFrame({"case_id": [f"{999 - i}" for i in range(len(days))], "person__birth_date": days})}
    plan = compile_rules([element("born", "Born", es="Nació", that=born.is_known, cite="alpha")])
    asked = {"day": born, "month_on": born.plus(months=1), "age": born.years_until(AS_OF)}
    found = engine.run(plan, frames, law=Windows(ON), as_of=ON, days=asked).frame.collect()
    assert found["day__low"].to_list() == [day.toordinal() for day in days]
    assert found["month_on__low"].to_list() == [add_months(day, 1).toordinal() for day in days]
    assert found["age__low"].to_list() == [years_between(day, ON) for day in days]


def test_each_case_has_its_own_date_and_circuit_on_every_engine(engine: Engine) -> None:
    rules = [element("a", "A", es="A", that=born < AS_OF, cite="alpha", force=("alpha",))]
    frames = {
        "case": pl.DataFrame(
            {
                "case_id": ["1", "2", "3"],
                "as_of": [date(2020, 1, 1), None, date(2025, 1, 1)],
                "circuit": ["9", None, "1"],
                "person__birth_date": [date(2021, 1, 1)] * 3,
            }
        )
    }
    found = engine.run(compile_rules(rules), frames, law=Windows(ON), as_of=date(2023, 1, 1)).frame.collect()
    assert dict(found.select("case_id", "a").iter_rows()) == {"1": False, "2": True, "3": None}


def test_a_query_is_as_long_for_thousands_of_dates_as_for_two(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths, save = [], engines._DuckDb.save

    def measured(database: Any, frame: Any, path: Path) -> None:
        lengths.append(len(frame.sql()))
        save(database, frame, path)

    monkeypatch.setattr(engines._DuckDb, "save", measured)
    plan = compile_rules([element("a", "A", es="A", that=born < AS_OF, cite="alpha", force=("alpha",))])
    for many in (2, 4_000):
        days = [date(2018, 1, 1) + timedelta(i * 4_000 // (many - 1)) for i in range(many)]
        case = pl.DataFrame(
            {"case_id": [str(i) for i in range(many)], "as_of": days, "person__birth_date": [ON] * many}
        )
        found = DuckDb(threads=1).run(plan, {"case": case}, law=Windows(ON)).frame.collect()
        assert found["a"].null_count() not in (0, many), "the law moves between the dates"
    few, thousands = lengths
    assert thousands < few * 1.1


def test_an_empty_docket_has_its_columns_and_no_rows(engine: Engine) -> None:
    frames = {"case": pl.DataFrame(schema={"case_id": pl.String, "person__birth_date": pl.Date, "as_of": pl.Date})}
    plan = compile_rules([element("a", "A", es="A", that=born.is_known, cite="alpha", since="2020-01-01")])
    found = engine.run(plan, frames, law=Windows(ON)).frame.collect()
    assert found.height == 0
    assert "a" in found.columns


def test_a_case_without_a_date_is_refused_by_every_engine(engine: Engine) -> None:
    plan = compile_rules([element("a", "A", es="A", that=born.is_known, cite="alpha")])
    frames = {"case": pl.DataFrame({"case_id": ["1"], "person__birth_date": [ON]})}
    with pytest.raises(ValueError, match="say as of which date"):
        engine.run(plan, frames, law=Windows(ON))


def test_a_plan_asked_in_parts_answers_as_it_does_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "RULES_AT_ONCE", 3)
    world = make_world(7, 20, 10)
    assert len(engines._groups(compile_rules(world.rules), 3)) > 3
    assert_same(world, by=_by(DuckDb(threads=1)))


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    laid(make_world(8, 3, 3), engine=DuckDb(folder=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_an_engine_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world(1, 1, 1)
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "duckdb", None)
        with pytest.raises(EngineMissing, match=r"pip install 'nolle\[duckdb\]'"):
            laid(world, engine=DuckDb())
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "pyspark.sql", None)
        with pytest.raises(EngineMissing, match=r"pip install 'nolle\[spark\]'"):
            Spark().session()


def test_spark_without_java_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setattr(SparkSession, "getActiveSession", classmethod(lambda cls: None))
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineMissing, match="openjdk-17-jre-headless"):
        Spark().session()
