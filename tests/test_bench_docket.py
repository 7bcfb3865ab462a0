"""The docket's benchmarks: every side answers alike, and what a process reports of itself is its own."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import pytest
from bench import bench_columns, bench_same, bench_screen, invented
from bench.apart import Ran, apart, best

from nolle.counsel.docket.screen import Request


def columns_of(side: str, folder: Path) -> pl.DataFrame:
    return pl.read_parquet(folder / f"out_{side}.parquet").select(invented.ANSWERS)


def test_the_invented_rules_by_nolle_by_hand_in_polars_and_in_sql_agree_in_every_cell(tmp_path: Path) -> None:
    bench_columns.make_docket(200, tmp_path)
    for side in bench_columns.SIDES:
        bench_columns.run(side, tmp_path)
    assert [bench_columns.cells_apart(tmp_path, "nolle", side) for side in ("polars", "duckdb")] == [0, 0]
    conditions = columns_of("nolle", tmp_path).select(invented.ELEMENTS)
    assert all(conditions[name].null_count() for name in conditions.columns), "a condition that is never unknown"
    assert set(conditions.unpivot()["value"].unique()) == {True, False, None}


def test_the_exact_rules_by_nolle_and_by_openfisca_agree_in_every_cell(tmp_path: Path) -> None:
    pytest.importorskip("openfisca_core")
    from bench import bench_openfisca

    bench_openfisca.docket(500).write_parquet(tmp_path / "exact.parquet")
    for side in bench_openfisca.SIDES:
        bench_openfisca.run(side, tmp_path)
    assert bench_columns.cells_apart(tmp_path, *bench_openfisca.SIDES) == 0
    answers = columns_of("nolle", tmp_path)
    assert not sum(answers.null_count().row(0)), "of exact facts nothing is unknown"
    conditions = answers.select(invented.ELEMENTS)
    assert 0 < conditions.sum().sum_horizontal()[0] < conditions.width * conditions.height


def test_a_cell_that_differs_is_counted(tmp_path: Path) -> None:
    one = pl.DataFrame({"case_id": ["1", "2"], "root": [True, None]})
    one.write_parquet(tmp_path / "out_a.parquet")
    one.with_columns(root=pl.Series([True, False])).reverse().write_parquet(tmp_path / "out_b.parquet")
    assert bench_columns.cells_apart(tmp_path, "a", "b") == 1


def test_the_interpreter_and_polars_answer_our_law_alike() -> None:
    asked, frames = bench_same.questioned(3, Request(bench_same.ON, only=("sijs_classification",), weigh=False))
    answers = bench_same.answered("polars", asked, frames)
    assert answers is not None
    found = bench_same.beside_interpreter(answers, asked, frames)
    assert found.apart == 0
    assert found.cells > 3 * len(asked.plan.roots)
    turned = answers.with_columns(pl.col("sijs_classification__elements").fill_null(True) ^ True)
    assert bench_same.beside_interpreter(turned, asked, frames).apart
    assert bench_same.beside(answers, turned).apart


def test_the_peak_memory_of_a_process_is_its_own() -> None:
    small = apart(sys.executable, "-c", "pass")
    large = apart(sys.executable, "-c", "held = b'x' * 300_000_000")
    mine = b"x" * 300_000_000
    beside = apart(sys.executable, "-c", "pass")
    assert large.peak > 0.3 > small.peak
    assert beside.peak < len(mine) / 1e9


def test_the_best_of_several_runs_is_what_a_side_says_of_itself(tmp_path: Path) -> None:
    count = tmp_path / "count"
    says = (
        f"from pathlib import Path; count = Path({str(count)!r}); done = len(count.read_text()) if count.exists() else "
        "0; count.write_text('x' * (done + 1)); print('{\"seconds\": %d}' % (100 - done))"
    )
    found = best({"a": [sys.executable, "-c", says], "b": [sys.executable, "-c", says]}, 2)
    assert {side: ran.seconds for side, ran in found.items()} == {"a": 98, "b": 97}


@pytest.mark.parametrize(
    ("cases", "bars"), [(1_000_000, ["under 30 s", "under 6", "none", "under 2 min"]), (9, ["none"])]
)
def test_our_law_is_asked_by_the_commands_and_a_small_docket_is_held_to_no_bar_of_time(
    monkeypatch: pytest.MonkeyPatch, cases: int, bars: list[str]
) -> None:
    asked: list[tuple[str, ...]] = []

    def made_up(*command: str, **_: object) -> Ran:
        asked.append(command[1:3])
        return Ran(31.0 - len(asked), 5.0, {"cases": cases, "rejected": 2})

    monkeypatch.setattr(bench_screen, "apart", made_up)
    lines = bench_screen.measure(cases, 2)
    assert asked == [("docket", "sample"), ("docket", "screen"), ("docket", "screen")]
    assert [line.bar for line in lines if line.bar] == bars
    assert [line.nolle for line in lines] == [28.0, 5.0, 2, 30.0, 5.0]
    assert [line.met for line in lines if line.bar == "none"] == [False]


def test_a_docket_most_of_which_cannot_be_read_is_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_screen, "apart", lambda *_, **__: Ran(1.0, 1.0, {"cases": 3, "rejected": 997}))
    with pytest.raises(ValueError, match="of 1,000 cases only 3 could be read"):
        bench_screen.measure(1000, 1)
