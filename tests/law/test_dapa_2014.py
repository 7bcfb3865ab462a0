"""DAPA 2014: who would have met the criteria, and that it was never open."""

import pytest

from .worked import Worked, check

MEMO = "dapa-2014"

PARENT = """complete = ["conviction"]
daca.continuous_residence_since_2010_01_01 = true
daca.in_us_2014_11_20 = true
daca.no_lawful_status_2014_11_20 = true
[[relative]]
relationship = "child"
status = "usc"
birth_date = "2012-04-01"
"""

CASES = [
    Worked("The day before the memo", PARENT, on="2014-11-19", status="not_in_force", rests_on=MEMO),
    Worked(
        "The criteria were met while the memo stood, though no request was taken",
        PARENT,
        on="2014-11-20",
        status="unknown",
        rests_on=MEMO,
        rule="criteria",
        truth=True,
    ),
    Worked(
        "A child born after the memo does not count",
        PARENT.replace("2012-04-01", "2014-11-21").replace('["conviction"]', '["conviction", "relative"]'),
        on="2015-02-15",
        status="closed",
        rests_on=MEMO,
        rule="citizen_or_lpr_child",
        truth=False,
    ),
    Worked(
        "Enjoined: nobody can say that it was open",
        PARENT,
        on="2015-02-16",
        status="unknown",
        rests_on="us-v-texas-2016",
    ),
    Worked("The last day of the injunction", PARENT, on="2017-06-14", status="unknown", rests_on="us-v-texas-2016"),
    Worked("Rescinded", PARENT, on="2017-06-15", status="not_in_force", rests_on=MEMO),
    Worked(
        "A felony made the parent a priority",
        PARENT + '[[conviction]]\noffense_class = "felony"\ndisposition = "convicted"\n',
        on="2015-01-15",
        status="closed",
        rests_on="johnson-2014-priorities",
        rule="no_felony",
        truth=False,
    ),
    Worked(
        "A felony charge that was dismissed did not",
        PARENT + '[[conviction]]\noffense_class = "felony"\ndisposition = "dismissed"\n',
        on="2015-01-15",
        status="unknown",
        rests_on="johnson-2014-priorities",
        rule="no_felony",
        truth=True,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("dapa_2014", worked)
