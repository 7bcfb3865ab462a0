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


def ordered(folder: Path, id: str, set: str, case: str = CASE, name: str = "ana") -> None:
    place = folder / "docket" / name
    (place / "case.toml").write_text(case, "utf-8")
    (place / "case.orders.toml").write_text(ORDER.format(set=set, on="2026-09-02").replace(FILINGS[10:-5], id), "utf-8")


def test_an_order_gives_a_deadline_that_no_rule_dates(folder: Path) -> None:
    ordered(folder, "relief_application_due", "due = 2026-11-25")
    ana = screened(folder)["ana"]
    assert (str(ana["soonest_deadline"]), ana["soonest_deadline_of"]) == (
        "2026-11-25",
        "deadline.relief_application_due",
    )
    assert ana["soonest_deadline_ordered"]
    assert "deadline__relief_application_due__due" not in ana, "for the other cases it would stand empty"


def test_a_clock_that_has_the_day_of_a_rule_has_the_day_of_its_order(folder: Path) -> None:
    ordered(folder, "ic_individual_filing_current", "due = 2026-12-18")
    rows = screened(folder)
    clock = "opla_nonopposition_stipulation__hearing_filings__due"
    assert (str(rows["ana"][clock]), str(rows["berta"][clock])) == ("2026-12-18", "2027-02-12")


def test_an_order_that_counts_from_a_rough_hearing_is_known_as_roughly(folder: Path) -> None:
    ordered(folder, "ic_individual_filing_current", "days = 80", CASE.replace("2027-03-15", "2027-03"))
    ana = screened(folder)["ana"]
    assert (str(ana["soonest_deadline"]), ana["soonest_deadline_rough"]) == ("2026-12-11", True)


LEAVES = (
    CASE
    + """ij_decision_on = "2026-10-01"
vd_granted = true
vd_granted_on = "2026-10-01"
vd_kind = "post_conclusion"
vd_deadline = "2026-12-01"
"""
)


@pytest.mark.parametrize("only", [(), ("voluntary_departure",)])
def test_an_order_cannot_lengthen_what_the_case_says(folder: Path, only: tuple[str, ...]) -> None:
    ordered(folder, "vd_depart", "due = 2027-02-19", LEAVES.replace("individual_set", "decided"))
    rows = screened(folder, *(f"--only={id}" for id in only))
    assert str(rows["ana"]["voluntary_departure__vd_depart__due"]) == "2026-12-01"


def test_an_order_for_a_pathway_that_is_not_asked_about_is_left_out(folder: Path) -> None:
    ordered(folder, "sij_state_order", "due = 2026-12-01")
    ana = screened(folder, "--only", "asylum")["ana"]
    assert ana["soonest_deadline_of"] != "deadline.sij_state_order"
    assert not ana["soonest_deadline_ordered"]


def test_an_order_that_cannot_be_right_is_marked(folder: Path) -> None:
    ordered(folder, "ic_individual_filing_current", "due = 2027-04-20")
    rows = screened(folder)
    assert (rows["ana"]["dates_contradict"], rows["berta"]["dates_contradict"]) == (True, False)


def test_dates_that_contradict_are_marked_whatever_is_asked(folder: Path) -> None:
    wrong = LEAVES.replace('vd_deadline = "2026-12-01"', 'vd_deadline = "2026-09-01"')
    (folder / "docket" / "ana" / "case.toml").write_text(wrong, "utf-8")
    assert screened(folder, "--only", "asylum")["ana"]["dates_contradict"]


def test_an_order_made_later_than_the_day_is_not_known_yet(folder: Path) -> None:
    order(folder / "docket" / "ana" / "case.orders.toml", on="2026-11-23")
    assert str(screened(folder)["ana"][FILINGS]) == "2027-02-12"


@pytest.mark.parametrize(
    ("name", "set", "says"),
    [
        ("carla.orders.toml", "due = 2026-11-25\ndays = 3", "carla.orders.toml: order 1"),
        ("nobody.orders.toml", "due = 2026-11-25", "nobody.orders.toml: there is no case file nobody.toml beside it"),
        ("carla.orders.json", "due = 2026-11-25", "carla.orders.json: orders are read from TOML"),
    ],
)
@pytest.mark.parametrize("command", ["screen", "questions"])
def test_orders_that_cannot_be_read_stop_the_docket(
    folder: Path, command: str, name: str, set: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    order(folder / "docket" / name, set)
    assert main(["docket", command, str(folder / "docket")]) == 2
    assert says in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_two_orders_of_which_nobody_knows_the_later_are_told_with_their_case(
    folder: Path, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ORDER.format(set="due = 2026-12-01", on="2026-09-02") + ORDER.format(set="due = 2026-12-09", on="2026-09-02")
    (folder / "docket" / "carla.orders.toml").write_text(both, "utf-8")
    assert main(["docket", "screen", str(folder / "docket"), "--on", "2026-11-22", "--engine", engine]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "carla: two orders set ic_individual_filing_current" in said
    assert "Traceback" not in said
