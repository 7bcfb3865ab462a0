"""Administrative stay of removal: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CASES = [
    Worked(
        "A final order: the stay may be asked for",
        "case.final_order = true\n",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-241-6-stay",
        rule="final_order",
        truth=True,
    ),
    Worked(
        "A final order and no equities: ICE weighs them, they close nothing",
        """
case.final_order = true
case.removal_impractical = false
equity.compelling_humanitarian = false
person.serious_health_condition = false
filing.mtr.status = "none"
""",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-241-6-stay",
    ),
    Worked(
        "A case still before the judge",
        "case.final_order = false\n",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-241-6-stay",
        rule="final_order",
        truth=False,
    ),
    Worked(
        "Whether there is a final order was asked, and is not known",
        "case.final_order = { unknown = true }\n",
        on="2026-11-21",
        status="unknown",
        rests_on="8-cfr-241-6-stay",
        rule="final_order",
        truth=None,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("stay_of_removal_i246", worked)
