"""Continuance for relief outside court: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed = true
"""

CASES = [
    Worked(
        "A pending I-130 is named; the day the NTA was filed is not known",
        IN_COURT + "case.nta_filed_on = { unknown = true }\ncase.collateral_matter_stated = true\n",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1003-29-continuance",
        rule="nta_filed_with_court",
        truth=True,
    ),
    Worked(
        "A weak outside petition: weighed, it closes nothing",
        IN_COURT + 'case.collateral_matter_stated = true\ncase.outside_relief_likelihood = "low"\n',
        on="2026-11-21",
        status="open",
        rests_on="matter-of-l-a-b-r",
    ),
    Worked(
        "OPLA opposes: its position is weighed, it closes nothing",
        IN_COURT + 'case.collateral_matter_stated = true\ncase.opla_position = "opposes"\n',
        on="2026-11-21",
        status="open",
        rests_on="matter-of-hashmi",
    ),
    Worked(
        "No outside matter is named",
        IN_COURT + "case.collateral_matter_stated = false\n",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-29-continuance",
        rule="outside_matter_named",
        truth=False,
    ),
    Worked(
        "The NTA was served but never filed: there is no case to continue",
        "case.in_removal_proceedings = true\ncase.nta_filed_on = { absent = true }\ncase.nta_filed = false\n",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-14",
        rule="nta_filed_with_court",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-14"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("continuance_collateral", worked)
