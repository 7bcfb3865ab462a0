"""The whole law asked in columns answers as it does for one case, on every engine."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nolle.facts.derivations import definitions
from nolle.law.tables import tables
from nolle.logic.columns import Plan, compile_rules
from nolle.logic.columns.engines import DuckDb, Engine, Polars, Spark
from tests.law.whole import LAW, whole_law, world_of, world_of_all
from tests.logic.generate import frames_of
from tests.logic.same import assert_same

SOME = ("uac_asylum", "exposure.expedited_removal")
"""What Spark is asked in every test run: a pathway and an exposure, with lists and versions. Planning the
whole law takes it minutes."""


@pytest.mark.parametrize("name", sorted(whole_law()))
def test_a_pathway_answers_alike_in_columns(name: str) -> None:
    assert_same(world_of(name))


def test_the_whole_law_answers_alike_on_duckdb() -> None:
    assert not _apart(DuckDb(512), list(whole_law()))


def test_some_of_the_law_answers_alike_on_spark() -> None:
    assert not _apart(Spark(), SOME)


@pytest.mark.deep
def test_the_whole_law_answers_alike_on_spark() -> None:
    assert not _apart(Spark(), list(whole_law()))


def _apart(engine: Engine, names: Sequence[str], cases: int = 200) -> dict[str, int]:
    """How many cells of each column are not what Polars finds."""
    world = world_of_all(names, cases=cases)
    plan: Plan = compile_rules({name: whole_law()[name] for name in names}, definitions(), tables())
    frames = frames_of(world)
    whole = Polars().run(plan, frames, law=LAW, missing=list(plan.roots)[:1])
    found = engine.run(plan, frames, law=LAW, missing=list(plan.roots)[:1])
    assert found.forces == whole.forces
    assert found.masks == whole.masks
    expected, cells = (layers.frame.collect().sort("case_id") for layers in (whole, found))
    assert cells.height == cases
    assert set(cells.columns) == set(expected.columns)
    apart = {name: int(expected[name].ne_missing(cells[name]).sum()) for name in expected.columns}
    return {name: count for name, count in apart.items() if count}
