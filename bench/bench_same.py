"""Row same: the interpreter, Polars, DuckDB and Spark answer every cell of our law alike. Nothing is timed.

The tests hold more; this shows it of the very version that was measured. Alone:
``python -m bench.bench_same --cases 300``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from nolle.counsel.docket.questions import Questions
from nolle.counsel.docket.screen import Frames, Request, answer, ready
from nolle.counsel.sample import write_sample
from nolle.facts.derivations import definitions
from nolle.facts.docket import read_docket
from nolle.facts.docket.cases import case_of
from nolle.law import authorities
from nolle.law.tables import tables
from nolle.logic import Asked, Finding, Force, judge
from nolle.logic.columns import READINGS, Plan, column_name
from nolle.logic.columns.engines import DuckDb, Engine, EngineMissing, Polars, Spark

from .apart import apart, module
from .measure import Line
from .report import show

ON = date(2026, 11, 22)
OTHERS = {"duckdb": "DuckDB", "spark": "Spark"}


@dataclass(frozen=True)
class Found:
    """The cells compared, and how many differ."""

    cells: int
    apart: int


def questioned(cases: int, request: Request | None = None) -> tuple[Questions, Frames]:
    """A synthetic docket as it is known on the date, and what it is asked: all there is, unless it is less."""
    with tempfile.TemporaryDirectory() as kept:
        write_sample(Path(kept) / "docket", cases=cases, seed=1, on=ON)
        frames = ready(read_docket(Path(kept) / "docket").frames, ON)
    return (request or Request(ON, sensitive=True)).questions(frames), frames


def interpreted(plan: Plan, frames: Frames) -> Iterator[dict[str, Any]]:
    """The cells of each case by the interpreter: each rule that it reached, and each root's readings."""
    law, looked_up, derived = authorities.Law(), tables(), definitions()
    for row in frames["case"].select("case_id", "circuit").iter_rows(named=True):
        asked = Asked(case_of(frames, row["case_id"]), law, ON, row["circuit"], looked_up, derived)
        cells = {"case_id": row["case_id"]}
        for id, root in plan.roots.items():
            top = judge(root, asked)
            out = top.force is Force.OUT
            for finding in _all(top):
                name = column_name(id.removesuffix(root.id) + finding.rule.id)
                cells[name] = None if finding.force is Force.OUT else finding.truth
            for ending, reading in READINGS.items():
                cells[f"{column_name(id)}__{ending}"] = None if out else top.reading(reading)
        yield cells


def _all(finding: Finding) -> Iterator[Finding]:
    yield finding
    for beneath in finding.because:
        yield from _all(beneath)


def answered(name: str, asked: Questions, frames: Frames) -> pl.DataFrame | None:
    """An engine's cells by case; ``None`` where it is not installed."""
    engines: dict[str, Engine] = {"polars": Polars(), "duckdb": DuckDb(), "spark": Spark()}
    try:
        return answer(engines[name], asked, frames, on=ON, circuit=None)[0].sort("case_id")
    except EngineMissing:
        return None


def beside_interpreter(answers: pl.DataFrame, asked: Questions, frames: Frames) -> Found:
    """Every cell of the interpreter beside an engine's."""
    by_case = {row["case_id"]: row for row in answers.iter_rows(named=True)}
    found = interpreted(asked.plan, frames)
    pairs = [(by_case[c["case_id"]].get(name, "no such cell"), cell) for c in found for name, cell in c.items()]
    return Found(len(pairs), sum(a != b for a, b in pairs))


def beside(one: pl.DataFrame, other: pl.DataFrame) -> Found:
    """Every cell of one engine beside another's."""
    cells = one.width * one.height
    if set(one.columns) != set(other.columns) or one.height != other.height:
        return Found(cells, cells)
    return Found(cells, sum(int(one[c].ne_missing(other[c]).sum()) for c in one.columns))


def compare(cases: int) -> dict[str, Found]:
    """What is compared with Polars, among them the engines that are installed."""
    asked, frames = questioned(cases)
    polars = answered("polars", asked, frames)
    assert polars is not None
    found = {"the interpreter": beside_interpreter(polars, asked, frames)}
    for name, title in OTHERS.items():
        answers = answered(name, asked, frames)
        if answers is not None:
            found[title] = beside(polars, answers)
    return found


def measure(cases: int) -> list[Line]:
    """The lines of the table; Spark and its Java stay in the process that compares."""
    said: dict[str, list[int]] = apart(*module("bench_same", "--cases", cases, "--json")).said
    return [
        Line(
            "same",
            f"our law, {cases:,} cases, {cells:,} cells: cells apart, Polars and {title}",
            differ,
            bar="none",
            met=differ == 0,
            counts=True,
        )
        for title, (cells, differ) in said.items()
    ]


def main() -> None:
    """Print the lines, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="compare here, and print only what was found")
    given = parser.parse_args()
    if given.json:
        print(json.dumps({name: (found.cells, found.apart) for name, found in compare(given.cases).items()}))
    else:
        show(measure(given.cases))


if __name__ == "__main__":
    main()
