"""T status: cases a lawyer would recognise, on each side of each change."""

import pytest

from .worked import Worked, check

STATUTE = "ina-101a15t"
RULE = "8-cfr-t-visa"

VICTIM = """
victim.trafficking_severe_form = true
victim.present_on_account_of_trafficking = true
victim.complied_with_le_requests = true
victim.unusual_severe_hardship = true
person.in_us_now = true
person.inadmissible_nonwaivable = false
"""

FREE_FOR_YEARS = VICTIM + 'victim.escaped_on = "2012-05-01"\nvictim.still_here_because_of_trafficking = false\n'

TIED_TO_IT = VICTIM.replace(
    "victim.present_on_account_of_trafficking = true", "victim.present_on_account_of_trafficking = false"
)

SILENT_AT_16 = (
    VICTIM.replace("complied_with_le_requests = true", "complied_with_le_requests = false")
    + """victim.le_compliance_exempt = false
victim.age_at_trafficking = 16
victim.escaped_on = { absent = true }
"""
)

CASES = [
    Worked(
        "Free for years before the police knew, on the last day of the old test",
        FREE_FOR_YEARS,
        on="2017-01-17",
        status="unknown",
        rests_on=RULE,
        rule="no_chance_to_leave",
        truth=None,
    ),
    Worked(
        "The opportunity-to-depart test is dropped",
        FREE_FOR_YEARS,
        on="2017-01-18",
        status="open",
        rests_on="t-ifr-2017",
        rule="presence",
        truth=True,
    ),
    Worked(
        "Never free, under the old test",
        VICTIM + "victim.escaped_on = { absent = true }\n",
        on="2016-06-01",
        status="open",
        rests_on=RULE,
        rule="not_yet_free",
        truth=True,
    ),
    Worked(
        "Still here because of the trafficking is enough by itself under the interim rule",
        TIED_TO_IT + "victim.still_here_because_of_trafficking = true\n",
        on="2024-08-27",
        status="open",
        rests_on="t-ifr-2017",
        rule="tied_to_trafficking_2017",
        truth=True,
    ),
    Worked(
        "And under the final rule of 2024",
        TIED_TO_IT + "victim.still_here_because_of_trafficking = true\n",
        on="2024-08-28",
        status="open",
        rests_on=RULE,
        rule="tied_to_trafficking_2024",
        truth=True,
    ),
    Worked(
        "A victim of 16 who did not help, the day before the age rose to 18",
        SILENT_AT_16,
        on="2003-12-18",
        status="closed",
        rests_on="vtvpa-2000",
        rule="young_enough",
        truth=False,
    ),
    Worked(
        "The same victim under the act of 2003",
        SILENT_AT_16,
        on="2003-12-19",
        status="open",
        rests_on="tvpra-2003",
        rule="young_enough",
        truth=True,
    ),
    Worked(
        "Counsel has not yet judged the hardship",
        VICTIM.replace("victim.unusual_severe_hardship = true\n", ""),
        on="2026-11-21",
        status="needs_judgement",
        rests_on=STATUTE,
        rule="extreme_hardship",
        truth=None,
    ),
    Worked(
        "Not trafficking in a severe form",
        VICTIM.replace("severe_form = true", "severe_form = false"),
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="severe_trafficking",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("t_status", worked)
