"""Reopening a final order, with OPLA or without: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

OLD_ORDER = """
case.final_order = true
case.final_order_on = "2009-06-11"
case.in_absentia = false
case.mtr_filed_count = 1
filing.i360_vawa.status = "none"
"""

ABSENTIA = """
case.final_order = true
case.in_absentia = true
case.mtr_filed_count = 1
case.opla_position = "opposes"
filing.i360_vawa.status = "none"
"""

FIRST_MOTION = """
case.final_order = true
case.final_order_on = "2026-08-23"
case.in_absentia = false
case.mtr_filed_count = 0
case.opla_position = "opposes"
filing.i360_vawa.status = "none"
"""

VAWA = FIRST_MOTION.replace("2026-08-23", "2025-11-21").replace('status = "none"', 'status = "planned"')

CASES = [
    Worked(
        "OPLA joins a second motion on a 2009 order",
        OLD_ORDER + 'case.opla_position = "joins"\n',
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-joint-motions",
        rule="opla_joins",
        truth=True,
    ),
    Worked(
        "The same order, and OPLA not yet asked",
        OLD_ORDER + 'case.opla_position = "not_asked"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-joint-motions",
        rule="opla_joins",
        truth=False,
    ),
    Worked(
        "The same order, and OPLA refuses",
        OLD_ORDER + 'case.opla_position = "opposes"\n',
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-joint-motions",
        rule="joint_timely_or_exempt",
        truth=False,
    ),
    Worked(
        "A first motion on day 90, without OPLA",
        FIRST_MOTION,
        on="2026-11-21",
        status="open",
        rests_on="ina-240",
        rule="first_in_90_days",
        truth=True,
    ),
    Worked(
        "The same motion on day 91",
        FIRST_MOTION,
        on="2026-11-22",
        status="closed",
        rests_on="ina-240",
        rule="first_in_90_days",
        truth=False,
    ),
    Worked(
        "In absentia with no notice, seventeen years on",
        ABSENTIA + 'case.final_order_on = "2009-06-11"\ncase.in_absentia_cause = "no_notice"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-240",
        rule="no_notice_or_in_custody",
        truth=True,
    ),
    Worked(
        "In absentia in hospital, day 180",
        ABSENTIA + 'case.final_order_on = "2026-05-25"\ncase.in_absentia_cause = "exceptional_circumstances"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-240",
        rule="exceptional_in_180_days",
        truth=True,
    ),
    Worked(
        "In absentia in hospital, day 181",
        ABSENTIA + 'case.final_order_on = "2026-05-25"\ncase.in_absentia_cause = "exceptional_circumstances"\n',
        on="2026-11-22",
        status="closed",
        rests_on="ina-240",
        rule="exceptional_in_180_days",
        truth=False,
    ),
    Worked(
        "A VAWA self-petition about to be filed, one year to the day after the order",
        VAWA,
        on="2026-11-21",
        status="open",
        rests_on="ina-240",
        rule="vawa_in_one_year",
        truth=True,
    ),
    Worked(
        "The order is known only to be of 2026: whether it is in time cannot be told",
        FIRST_MOTION.replace("2026-08-23", "2026").replace("opposes", "not_asked"),
        on="2026-11-21",
        status="awaiting",
        rests_on="ina-240",
        rule="within_90_days",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-23-motions"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("joint_motion_to_reopen", worked)
