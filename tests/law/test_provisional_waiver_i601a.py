"""The provisional waiver (I-601A): cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLEAN = """
complete = ["relative"]
person.in_us_now = true
person.birth_date = "1985-04-10"
person.unlawful_presence_days = { min = 2000 }
person.inadmissible_nonwaivable = false
person.other_inadmissibility_ground = false
person.permanent_bar_9c = false
case.final_order = false
case.reinstated = false
filing.i485.status = "none"
filing.i130.status = "approved"
filing.i130.category = "ir_spouse"
"""

CLOSED = """
case.in_removal_proceedings = true
case.administratively_closed = true
case.recalendared = false
"""

NOT_FILED = 'filing.i601a.status = "none"\n'


def filed(on: str) -> str:
    return f'filing.i601a.status = "pending"\nfiling.i601a.filed_on = "{on}"\n'


def spouse(status: str, hardship: str = "extreme") -> str:
    return f'[[relative]]\nrelationship = "spouse"\nstatus = "{status}"\nhardship_level = "{hardship}"\n'


CASES = [
    Worked(
        "Case administratively closed, citizen wife with extreme hardship",
        CLEAN + CLOSED + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-212-7e",
        rule="case_gate",
        truth=True,
    ),
    Worked(
        "The case was put back on the calendar before filing",
        CLEAN + CLOSED.replace("recalendared = false", "recalendared = true") + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-212-7e",
        rule="case_gate",
        truth=False,
    ),
    Worked(
        "Hardship to a resident spouse, filed on the last day of the 2013 rule",
        CLEAN + CLOSED + filed("2016-08-28") + spouse("lpr"),
        on="2016-09-15",
        status="closed",
        rests_on="dhs-i601a-rule-2013",
        rule="hardship_to_citizen",
        truth=False,
    ),
    Worked(
        "Hardship to a resident spouse, filed on the first day of the 2016 rule",
        CLEAN + CLOSED + filed("2016-08-29") + spouse("lpr"),
        on="2016-09-15",
        status="open",
        rests_on="dhs-i601a-rule-2016",
        rule="hardship",
        truth=True,
    ),
    Worked(
        "The first day of the process, citizen wife",
        CLEAN + CLOSED + filed("2013-03-04") + spouse("usc"),
        on="2013-03-04",
        status="open",
        rests_on="dhs-i601a-rule-2013",
        rule="immediate_relatives_only",
        truth=True,
    ),
    Worked(
        "The day before the process existed",
        CLEAN + CLOSED + NOT_FILED + spouse("usc"),
        on="2013-03-03",
        status="not_in_force",
        rests_on="ina-212a9b",
    ),
    Worked(
        "The I-130 is pending: an act of USCIS is awaited",
        CLEAN.replace('i130.status = "approved"', 'i130.status = "pending"') + CLOSED + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-212-7e",
        rule="i130_approved",
        truth=False,
    ),
    Worked(
        "An earlier order was reinstated",
        CLEAN.replace("reinstated = false", "reinstated = true") + CLOSED + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-212-7e",
        rule="no_reinstatement",
        truth=False,
    ),
    Worked(
        "Sixteen years old on the day of asking",
        CLEAN.replace("1985-04-10", "2009-11-22") + CLOSED + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-212-7e",
        rule="seventeen_or_over",
        truth=False,
    ),
    Worked(
        "Whether the permanent bar applies is for counsel to judge",
        CLEAN.replace("person.permanent_bar_9c = false\n", "") + CLOSED + NOT_FILED + spouse("usc"),
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-212a9c",
        rule="no_permanent_bar",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-212-7e"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("provisional_waiver_i601a", worked)
