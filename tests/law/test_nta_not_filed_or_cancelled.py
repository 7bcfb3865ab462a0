"""A Notice to Appear before it reaches the court: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

NOT_IN_COURT = """
case.nta_filed_on = { absent = true }
case.nta_filed = false
"""

CASES = [
    Worked(
        "Served, not filed, and the circumstances have changed",
        NOT_IN_COURT + "case.changed_circumstances_since_nta = true\n",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-239-2a",
        rule="changed_circumstances",
        truth=True,
    ),
    Worked(
        "Served, not filed, on a citizen",
        NOT_IN_COURT + "person.us_citizen_confirmed = true\n",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-239-2a",
        rule="us_citizen",
        truth=True,
    ),
    Worked(
        "Served, not filed: whether a ground is there is still to be weighed",
        NOT_IN_COURT + "person.us_citizen_confirmed = false\n",
        on="2026-11-21",
        status="needs_judgement",
        rests_on="8-cfr-239-2a",
        rule="ground_to_cancel",
        truth=None,
    ),
    Worked(
        "Filed with the court: DHS can no longer cancel it alone",
        """
case.nta_filed_on = "2026-10-01"
case.changed_circumstances_since_nta = true
""",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-239-2a",
        rule="nta_not_in_court",
        truth=False,
    ),
    Worked(
        "The court system has not been checked",
        "case.changed_circumstances_since_nta = true\n",
        on="2026-11-21",
        status="unknown",
        rests_on="8-cfr-239-2a",
        rule="nta_not_in_court",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-239-2a"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("nta_not_filed_or_cancelled", worked)
