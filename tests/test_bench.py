"""The benchmark's tools give the same answers, so that what is timed stays the same work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from bench import __main__ as run
from bench import toy, toy_walk
from bench.measure import Line, Run, medians
from bench.report import say, write

from nolle.logic import Element, Truth
from nolle.logic.rough import add_months

EXACT = [told for told in toy.CASES if told.exact]


def flat(trace: toy.Trace) -> Iterator[tuple[str, Truth]]:
    id, truth, because = trace
    yield id, truth
    for part in because:
        yield from flat(part)


def test_the_timed_case_reaches_fourteen_conditions_and_answers_yes() -> None:
    found = toy.by_nolle(toy.CASES[0])
    judged, ahead = [], [found]
    while ahead:
        finding = ahead.pop()
        ahead += finding.because
        judged += [finding.rule.id] * isinstance(finding.rule, Element)
    assert found.truth is True
    assert len(judged) == len(set(judged)) == toy.CONDITIONS


def test_the_cases_come_out_every_way() -> None:
    assert {toy.by_nolle(told).truth for told in toy.CASES} == {True, False, None}


@pytest.mark.parametrize("told", toy.CASES, ids=lambda told: str(toy.CASES.index(told)))
def test_the_walk_written_by_hand_gives_the_same_trace(told: toy.Told) -> None:
    by_hand = toy_walk.walk(toy_walk.RULE, toy_walk.plain(told))
    assert toy_walk.trace_of(by_hand) == toy.trace_of(toy.by_nolle(told))


@pytest.mark.parametrize("told", EXACT, ids=lambda told: str(toy.CASES.index(told)))
def test_openfisca_gives_every_condition_the_same_truth(told: toy.Told) -> None:
    pytest.importorskip("openfisca_core")
    from bench import toy_openfisca

    simulation = toy_openfisca.calculate(told, toy_openfisca.situation(told))
    assert dict(toy_openfisca.truths(simulation)) == dict(flat(toy.trace_of(toy.by_nolle(told))))


def test_openfisca_gives_every_case_of_a_docket_with_unknowns_and_a_list_the_same_answers(tmp_path: Path) -> None:
    pytest.importorskip("openfisca_core")
    from bench import bench_columns, invented

    bench_columns.make_docket(300, tmp_path)
    for side in ("nolle", "openfisca"):
        bench_columns.run(side, tmp_path)
    answers = pl.read_parquet(tmp_path / "out_openfisca.parquet")
    assert answers.columns == ["case_id", *invented.ANSWERS]
    assert all(set(answers[f"e{i}"]) == {True, False, None} for i in range(8))
    assert bench_columns.cells_apart(tmp_path, "nolle", "openfisca") == 0


def test_openfisca_gives_exact_cases_the_same_answers_on_one_date_and_on_days_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("openfisca_core")
    from bench import bench_columns, bench_openfisca

    monkeypatch.setattr(bench_openfisca, "DAYS", 7)
    exact = bench_openfisca.docket(300)
    exact.write_parquet(tmp_path / "exact.parquet")
    bench_openfisca.on_own_days(exact).write_parquet(tmp_path / "days.parquet")
    for side in (*bench_openfisca.SIDES, *bench_openfisca.OWN_DAYS):
        bench_openfisca.run(side, tmp_path)
    for ours, theirs, *_ in bench_openfisca.COMPARED:
        assert bench_columns.cells_apart(tmp_path, ours, theirs) == 0
    on_one, on_own = (pl.read_parquet(tmp_path / f"out_{side}.parquet") for side in ("nolle", "nolle_days"))
    assert not on_one.equals(on_own)


def test_openfisca_moves_every_day_on_as_we_do() -> None:
    from bench import openfisca_shared

    days = openfisca_shared.CALENDAR[1:]
    for months in (6, 168, 396):
        moved = openfisca_shared.moved(months)(days)
        assert moved.tolist() == [add_months(day, months) for day in days.tolist()]
    assert np.isnat(openfisca_shared.moved(12)(np.array(["NaT"], dtype="datetime64[D]"))).all()


def test_the_first_measurement_only_warms_up_and_runs_take_turns() -> None:
    seen: list[str] = []
    took = medians({"a": Run(lambda: seen.append("a"), 2), "b": Run(lambda: seen.append("b"))}, 2)
    assert "".join(seen) == "aab" * 3
    assert set(took) == {"a", "b"}


def test_the_page_holds_every_line_with_its_ratio_and_whether_its_bar_was_met(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    lines = [Line("toy", "a rule", 2e-5, "by hand", 1e-5, "at most 3x", True), Line("case", "an opinion", 0.5)]
    write(lines, page, date(2026, 11, 1), "0.3")
    text = page.read_text(encoding="utf-8")
    assert "Measured on 2026-11-01." in text
    assert "- load in the minute before the run: 0.3" in text
    assert "| toy | a rule | 20 µs | by hand | 10 µs | 2x slower | at most 3x | met |" in text
    assert "| case | an opinion | 500 ms |" in text


def made_up(quick: bool, cases: int) -> list[Line]:
    return [Line("docket", f"{cases:,} cases", 2.0, "by hand", 4.0)]


def broken(quick: bool, cases: int) -> list[Line]:
    raise ValueError("a tool is missing")


@pytest.mark.parametrize(
    ("given", "parts", "written"),
    [
        ([], (made_up, made_up), True),
        (["--quick"], (made_up,), False),
        (["--cases", "7"], (made_up,), False),
        (["--row", "docket"], (made_up,), False),
        ([], (broken, made_up), False),
    ],
)
def test_a_run_writes_the_page_itself_if_it_was_whole(
    given: list[str],
    parts: tuple[object, ...],
    written: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "ROWS", {"docket": parts})
    monkeypatch.setattr("sys.argv", ["bench", *given])
    run.main()
    page = tmp_path / "docs" / "performance.md"
    assert page.exists() is written
    if written:
        assert page.read_text("utf-8").count("| docket | 1,000,000 cases | 2 s | by hand | 4 s | 2x faster |") == 2
    shown = capsys.readouterr().out
    assert "2x faster" in shown
    assert ("did not run: a tool is missing" in shown) is (broken in parts)


@pytest.mark.parametrize(("seconds", "said"), [(2.5, "2.5 s"), (0.0123, "12.3 ms"), (7.25e-5, "72.5 µs")])
def test_a_time_is_said_in_its_unit(seconds: float, said: str) -> None:
    assert say(seconds) == said
