"""Adjustment with 245(k): cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLEAN = """
complete = ["entry"]
person.inadmissible_nonwaivable = false
person.false_claim_us_citizen = false
case.vd_overstayed = false
case.in_absentia = false
filing.i140.status = "approved"
visa.number_available = true
"""


def last_entry(manner: str, document: str, on: str = "2024-02-01") -> str:
    return f'[[entry]]\ndate = "{on}"\nmanner = "{manner}"\ntravel_document = "{document}"\n'


def days(number: int) -> str:
    return f"person.status_violation_days_since_last_admission = {number}\n"


ADMITTED = last_entry("admitted_visa", "visa_or_waiver")
TPS_TRAVEL = "tps.travelled_with_permission = true\n"

CASES = [
    Worked(
        "180 days of violations since a lawful admission",
        CLEAN + days(180) + ADMITTED,
        on="2026-11-21",
        status="open",
        rests_on="ina-245c-k",
        rule="days_of_violation",
        truth=True,
    ),
    Worked(
        "181 days",
        CLEAN + days(181) + ADMITTED,
        on="2026-11-21",
        status="closed",
        rests_on="ina-245c-k",
        rule="days_of_violation",
        truth=False,
    ),
    Worked(
        "The days are not counted yet: counsel's judgement",
        CLEAN + ADMITTED,
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-245c-k",
        rule="days_of_violation",
        truth=None,
    ),
    Worked(
        "Last entry by parole",
        CLEAN + "tps.travelled_with_permission = false\n" + days(0) + last_entry("paroled", "none"),
        on="2026-11-21",
        status="closed",
        rests_on="ina-245c-k",
        rule="lawful_admission",
        truth=False,
    ),
    Worked(
        "Return on TPS travel permission under PM-602-0188",
        CLEAN + TPS_TRAVEL + days(30) + last_entry("advance_parole", "tps_travel_i512t", "2022-07-05"),
        on="2022-08-01",
        status="open",
        rests_on="uscis-pm-602-0188",
        rule="lawful_admission",
        truth=True,
    ),
    Worked(
        "Return on advance parole the day before PM-602-0188",
        CLEAN + TPS_TRAVEL + days(30) + last_entry("advance_parole", "advance_parole_i512", "2022-06-20"),
        on="2022-06-30",
        status="closed",
        rests_on="uscis-pm-602-0188",
        rule="lawful_admission",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-245c-k"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("adjustment_245k", worked)
