"""The 2014 expansion of DACA: who would have met it, and that it was never open."""

import pytest

from .worked import Worked, check

MEMO = "dapa-2014"

TOO_OLD_FOR_2012 = """
person.birth_date = "1975-03-01"
daca.came_before_16 = true
daca.continuous_residence_since_2010_01_01 = true
daca.no_lawful_status_2014_11_20 = true
"""

CASES = [
    Worked("The day before the memo", TOO_OLD_FOR_2012, on="2014-11-19", status="not_in_force", rests_on=MEMO),
    Worked(
        "Over 31 in 2012: the widened criteria had no age limit",
        TOO_OLD_FOR_2012,
        on="2015-01-15",
        status="unknown",
        rests_on=MEMO,
        rule="criteria",
        truth=True,
    ),
    Worked(
        "Came at 16",
        TOO_OLD_FOR_2012.replace("came_before_16 = true", "came_before_16 = false") + "daca.age_at_entry = 16\n",
        on="2015-01-15",
        status="closed",
        rests_on=MEMO,
        rule="came_under_16",
        truth=False,
    ),
    Worked(
        "Enjoined before it opened", TOO_OLD_FOR_2012, on="2015-02-16", status="unknown", rests_on="us-v-texas-2016"
    ),
    Worked("Rescinded", TOO_OLD_FOR_2012, on="2017-06-15", status="not_in_force", rests_on=MEMO),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("daca_expanded_2014", worked)
