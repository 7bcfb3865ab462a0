"""Ten thousand cases asked of the whole law: the interpreter and every engine come to the same, to the cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

from nolle.counsel.docket.questions import questions
from nolle.counsel.docket.screen import answer, ready
from nolle.facts.derivations import definitions
from nolle.facts.docket import cases_of
from nolle.law import authorities
from nolle.law.tables import tables
from nolle.logic import Asked, Finding, Force, judge
from nolle.logic.columns import READINGS, column_name
from nolle.logic.columns.engines import DuckDb, Engine, Polars, Spark

from .sampled import TODAY, sample

CASES, HALVES = 10_000, 2
SPARK_ASKS = (
    "dismissal_without_prejudice",
    "administrative_closure",
    "sijs_classification",
    "asylum",
    "cancellation_42b",
)
"""Spark plans the whole law for minutes; these ask every kind of condition, list and version there is."""


def some(frames: Mapping[str, pl.DataFrame], which: slice) -> dict[str, pl.DataFrame]:
    """Some of the cases, with all their rows."""
    ids = frames["case"]["case_id"][which].implode()
    return {name: frame.filter(pl.col("case_id").is_in(ids)) for name, frame in frames.items()}


def findings(found: Finding, into: dict[str, Finding]) -> None:
    into.setdefault(found.rule.id, found)
    for part in found.because:
        findings(part, into)


@pytest.mark.parametrize(("engine", "cases"), [(DuckDb(512), CASES), (Spark(), 500)], ids=["duckdb", "spark"])
def test_every_engine_comes_to_the_same(engine: Engine, cases: int) -> None:
    frames = some(ready(sample(CASES, seed=3).frames, TODAY), slice(0, cases))
    few = engine.name == "spark"
    asked = questions([TODAY], only=SPARK_ASKS if few else (), sensitive=not few, weigh=not few)
    one, other = (answer(e, asked, frames, on=TODAY, circuit=None) for e in (Polars(), engine))
    assert one[1].forces == other[1].forces
    cells, theirs = one[0].sort("case_id"), other[0].sort("case_id")
    assert cells.height == cases
    for id, words in one[1].masks.items():
        assert other[1].masks[id] == words
    assert set(cells.columns) == set(theirs.columns)
    apart = [name for name in cells.columns if cells[name].ne_missing(theirs[name]).any()]
    assert not apart, apart[:10]


@pytest.mark.parametrize("half", range(HALVES))
def test_the_interpreter_and_the_columns_agree_on_every_cell(half: int) -> None:
    frames = some(ready(sample(CASES, seed=3).frames, TODAY), slice(half, None, HALVES))
    assert frames["case"].height == CASES // HALVES
    asked = questions([TODAY])
    answered, _ = answer(Polars(), asked, frames, on=TODAY, circuit=None)
    cells = {name: answered[name].to_list() for name in answered.columns if not name.startswith("runs__")}
    place = {case_id: n for n, case_id in enumerate(answered["case_id"])}
    law, looked_up = authorities.Law(), tables()
    checked, apart = 0, []
    circuits = dict(frames["case"].select("case_id", "circuit").iter_rows())
    for case_id, case in cases_of(frames):
        one = Asked(case, law, TODAY, circuits[case_id], tables=looked_up, definitions=definitions())
        row = place[case_id]
        for id, root in asked.plan.roots.items():
            lead = id.removesuffix(root.id)
            top = judge(root, one)
            beneath: dict[str, Finding] = {}
            findings(top, beneath)
            expected: dict[str, Any] = {
                column_name(lead + rule): None if f.force is Force.OUT else f.truth for rule, f in beneath.items()
            }
            for ending, reading in READINGS.items():
                name = f"{column_name(id)}__{ending}"
                expected[name] = None if top.force is Force.OUT else top.reading(reading)
            for name, value in expected.items():
                if name in cells:
                    checked += 1
                    if cells[name][row] is not value:
                        apart.append((case_id, name, value, cells[name][row]))
    assert not apart, (len(apart), apart[:5])
    assert checked > 1000 * len(place)
