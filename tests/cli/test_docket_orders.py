"""What a judge has ordered in a case stands in the docket too, before the date of the rule."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from nolle.cli import main

CASE = """schema = "nolle.case/1"
complete = ["entry", "relative", "conviction", "arrest", "presence_event"]
[case]
in_removal_proceedings = true
posture = "individual_set"
next_hearing_on = "2027-03-15"
next_hearing_kind = "individual"
detained = false
"""
ORDER = """[[order]]
id = "ic_individual_filing_current"
{set}
source = "scheduling order of 2026-09-02"
on = {on}
"""
FILINGS = "deadline__ic_individual_filing_current__due"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two people, each in a folder of their own, and two as files beside each other."""
    for name in ("ana", "berta"):
        (tmp_path / "docket" / name).mkdir(parents=True)
        (tmp_path / "docket" / name / "case.toml").write_text(CASE, "utf-8")
    for name in ("carla", "dora"):
        (tmp_path / "docket" / f"{name}.toml").write_text(CASE, "utf-8")
    return tmp_path


def screened(folder: Path, *more: str, code: int = 0) -> dict[str, dict[str, object]]:
    out = folder / "out.parquet"
    docket = str(folder / "docket")
    assert main(["docket", "screen", docket, "--on", "2026-11-22", "--case-ids", "--out", str(out), *more]) == code
    return {row["case"]: row for row in pl.read_parquet(out).to_dicts()}


def order(file: Path, set: str = "due = 2026-11-25", on: str = "2026-09-02") -> None:
    file.write_text(ORDER.format(set=set, on=on), "utf-8")


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_the_judge_s_date_stands_before_the_rule_s(folder: Path, engine: str) -> None:
    order(folder / "docket" / "ana" / "case.orders.toml")
    order(folder / "docket" / "carla.orders.toml", "days = 60")
    rows = screened(folder, "--engine", engine)
    assert list(rows) == ["ana", "berta", "carla", "dora"], "what is ordered is no case"
    due = {name: str(row[FILINGS]) for name, row in rows.items()}
    assert due == {"ana": "2026-11-25", "berta": "2027-02-12", "carla": "2027-01-14", "dora": "2027-02-12"}
    ana = rows["ana"]
    assert (str(ana["soonest_deadline"]), ana["soonest_deadline_of"]) == (
        "2026-11-25",
        "deadline.ic_individual_filing_current",
    )
    assert (ana["soonest_deadline_rough"], ana["urgency"]) == (False, 1)


def test_an_order_gives_a_deadline_that_no_rule_dates(folder: Path) -> None:
    order(folder / "docket" / "ana" / "case.orders.toml")
    beside = folder / "docket" / "ana" / "case.orders.toml"
    beside.write_text(
        beside.read_text("utf-8").replace("ic_individual_filing_current", "relief_application_due"), "utf-8"
    )
    rows = screened(folder)
    assert str(rows["ana"]["deadline__relief_application_due__due"]) == "2026-11-25"
    assert rows["berta"]["deadline__relief_application_due__due"] is None
    assert rows["ana"]["soonest_deadline_of"] == "deadline.relief_application_due"


def test_an_order_made_later_than_the_day_is_not_known_yet(folder: Path) -> None:
    order(folder / "docket" / "ana" / "case.orders.toml", on="2026-11-23")
    assert str(screened(folder)["ana"][FILINGS]) == "2027-02-12"


@pytest.mark.parametrize(
    ("name", "set", "says"),
    [
        ("carla.orders.toml", "due = 2026-11-25\ndays = 3", "carla.orders.toml: order 1"),
        ("nobody.orders.toml", "due = 2026-11-25", "nobody.orders.toml: there is no case file nobody.toml beside it"),
    ],
)
def test_orders_that_cannot_be_read_stop_the_docket(
    folder: Path, name: str, set: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    order(folder / "docket" / name, set)
    assert main(["docket", "screen", str(folder / "docket")]) == 2
    assert says in " ".join(capsys.readouterr().err.split())
