"""The counting examples of the fact base, and its federal holidays of 2025 to 2029, carried over whole."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nolle.law.procedure import Calendar, count, deadline
from nolle.law.procedure.calendar import federal_holidays

VECTORS = json.loads((Path(__file__).parent / "deadline_vectors.json").read_text("utf-8"))
OPEN = Calendar()
day = date.fromisoformat


@pytest.mark.parametrize("row", VECTORS["forward"], ids=lambda row: f"{row['trigger']}+{row['days']}")
def test_a_forward_count_rolls_on(row: dict[str, Any]) -> None:
    made = count(day(row["trigger"]), row["days"], "calendar_days", "after", "next", OPEN)
    assert (made.raw, made.due, made.safe) == (day(row["raw"]), day(row["due"]), day(row["due"]))


@pytest.mark.parametrize("row", VECTORS["backward"], ids=lambda row: f"{row['hearing']}-{row['days']}")
def test_a_backward_count_has_an_outer_limit_and_a_date_to_work_to(row: dict[str, Any]) -> None:
    made = count(day(row["hearing"]), row["days"], "calendar_days", "before", "back", OPEN)
    assert made.raw == day(row["raw"])
    assert made.due == day(row["outer_limit_next_business_day"])
    assert made.safe == day(row["working_target_previous_business_day"])


@pytest.mark.parametrize("row", VECTORS["working"], ids=lambda row: f"{row['trigger']}+{row['working_days']}")
def test_working_days_leave_out_weekends_and_holidays(row: dict[str, Any]) -> None:
    made = count(day(row["trigger"]), row["working_days"], "working_days", "after", "next", OPEN)
    assert made.due == made.safe == day(row["due"])


@pytest.mark.parametrize("row", VECTORS["forward"], ids=lambda row: f"{row['trigger']}+{row['days']}")
def test_the_same_through_a_deadline(row: dict[str, Any]) -> None:
    by_days = {10: "motion_response", 30: "petition_for_review", 90: "motion_reopen"}
    if row["days"] in by_days:
        assert deadline(by_days[row["days"]], day(row["trigger"])).record()["due"] == row["due"]


@pytest.mark.parametrize("row", VECTORS["backward"], ids=lambda row: f"{row['hearing']}-{row['days']}")
def test_so_do_the_backward_ones(row: dict[str, Any]) -> None:
    id = {15: "ic_master_filing_nondetained", 30: "ic_individual_filing_current"}[row["days"]]
    found = deadline(id, day(row["hearing"]), custody="nondetained").record()
    assert found["due"] == row["outer_limit_next_business_day"]
    assert found["safe"] == row["working_target_previous_business_day"]


@pytest.mark.parametrize("row", VECTORS["working"], ids=lambda row: row["trigger"])
def test_so_do_working_days(row: dict[str, Any]) -> None:
    assert deadline("eoir33_ic", day(row["trigger"])).record()["due"] == row["due"]


@pytest.mark.parametrize("year", range(2025, 2030))
def test_the_federal_holidays_are_those_of_the_fact_base(year: int) -> None:
    listed = {day(written) for written in VECTORS["holidays"] if written.startswith(str(year))}
    assert set(federal_holidays(year)) == listed


@pytest.mark.parametrize("decade", range(1990, 2070, 10))
def test_the_stored_holidays_are_those_of_the_package(decade: int) -> None:
    from holidays import country_holidays

    for year in range(decade, decade + 11):
        package = country_holidays("US", years=[year, year + 1], language="en_US")
        closed = {day: name for day, name in package.items() if day.year == year and day.weekday() < 5}
        assert federal_holidays(year) == closed


def test_a_year_that_is_not_stored_is_asked_of_the_package() -> None:
    assert date(1985, 7, 4) in federal_holidays(1985)
    assert date(2075, 7, 4) in federal_holidays(2075)
