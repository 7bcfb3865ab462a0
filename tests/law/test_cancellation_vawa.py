"""VAWA special-rule cancellation: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

SURVIVOR = """complete = ["conviction", "relative"]
person.gmc_bar_101f = false
person.present_in_us_since = "2023-11-21"
case.in_removal_proceedings = true
case.nta_filed_on = "2024-02-01"
victim.battery_or_extreme_cruelty = true
victim.abuser_relationship = "spouse"
victim.abuser_status = "lpr"
equity.compelling_humanitarian = false
"""

NOT_ABUSED = (
    SURVIVOR.replace("extreme_cruelty = true", "extreme_cruelty = false")
    .replace('relationship = "spouse"', 'relationship = "none"')
    .replace('abuser_status = "lpr"', "abuser_status = { absent = true }")
)

CHILD_HARDSHIP = '[[relative]]\nrelationship = "child"\nhardship_level = "extreme"\n'

CASES = [
    Worked(
        "Three years to the day, counted past the Notice to Appear",
        SURVIVOR + CHILD_HARDSHIP,
        on="2026-11-21",
        status="open",
        rests_on="ina-240a-b2-vawa",
        rule="three_years",
        truth=True,
    ),
    Worked(
        "One day short of three years",
        SURVIVOR + CHILD_HARDSHIP,
        on="2026-11-20",
        status="closed",
        rests_on="ina-240a-b2-vawa",
        rule="three_years",
        truth=False,
    ),
    Worked(
        "The abuser is neither a citizen nor a permanent resident",
        SURVIVOR.replace('"lpr"', '"none"') + CHILD_HARDSHIP,
        on="2026-11-21",
        status="closed",
        rests_on="ina-240a-b2-vawa",
        rule="abuser_citizen_or_resident",
        truth=False,
    ),
    Worked(
        "The person was not abused, and has a child: abuse of the child by the other parent is not stored",
        NOT_ABUSED + CHILD_HARDSHIP,
        on="2026-11-21",
        status="unknown",
        rests_on="ina-240a-b2-vawa",
        rule="parent_of_abused_child",
        truth=None,
    ),
    Worked(
        "The person was not abused, and has no child",
        NOT_ABUSED,
        on="2026-11-21",
        status="closed",
        rests_on="ina-240a-b2-vawa",
        rule="abuse_of_the_person_or_child",
        truth=False,
    ),
    Worked(
        "No child or parent in hardship: hardship to the person is for the judge, it does not close the pathway",
        SURVIVOR,
        on="2026-11-21",
        status="unknown",
        rests_on="ina-240a-b2-vawa",
        rule="hardship",
        truth=None,
    ),
    Worked(
        "An aggravated felony",
        SURVIVOR
        + CHILD_HARDSHIP
        + '[[conviction]]\nimmigration_class = ["aggravated_felony"]\ndisposition = "convicted"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-240a-b2-vawa",
        rule="no_aggravated_felony",
        truth=False,
    ),
    Worked(
        "Not in removal proceedings",
        SURVIVOR.replace("proceedings = true", "proceedings = false") + CHILD_HARDSHIP,
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-14",
        rule="in_removal_proceedings",
        truth=False,
    ),
    Worked(
        "Good moral character is not yet judged",
        SURVIVOR.replace("person.gmc_bar_101f = false\n", "") + CHILD_HARDSHIP,
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-101f",
        rule="good_moral_character",
        truth=None,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("cancellation_vawa", worked)
