"""Deferred action for SIJ youth: one case on each side of every change in the policy."""

import pytest

from .worked import Worked, check

WAITING = """
filing.i360_sij.status = "approved"
filing.i360_sij.filed_on = "2022-01-10"
visa.number_available = false
person.security_or_terrorism_concern = false
"""

CASES = [
    Worked(
        "The day before the 2022 policy starts",
        WAITING,
        on="2022-05-05",
        status="not_in_force",
        rests_on="uscis-sij-da-2022",
    ),
    Worked(
        "The day the 2022 policy starts",
        WAITING,
        on="2022-05-06",
        status="open",
        rests_on="uscis-sij-da-2022",
        rule="policy_2022",
        truth=True,
    ),
    Worked(
        "The last day before the 2025 rescission",
        WAITING,
        on="2025-06-05",
        status="open",
        rests_on="uscis-sij-da-2022",
    ),
    Worked(
        "While the 2025 rescission stands",
        WAITING,
        on="2025-06-06",
        status="not_in_force",
        rests_on="uscis-sij-da-rescission-2025",
    ),
    Worked(
        "The day the rescission is stayed",
        WAITING,
        on="2025-11-19",
        status="open",
        rests_on="acr-v-noem",
        rule="since_the_stay",
        truth=True,
    ),
    Worked(
        "After the 2026 rescission, a petition filed the day before the cut-off",
        WAITING.replace("2022-01-10", "2026-05-09"),
        on="2026-11-21",
        status="open",
        rests_on="uscis-sij-da-rescission-2026",
        rule="filed_before_the_cut_off",
        truth=True,
    ),
    Worked(
        "A petition filed on the cut-off",
        WAITING.replace("2022-01-10", "2026-05-10"),
        on="2026-11-21",
        status="closed",
        rests_on="uscis-sij-da-rescission-2026",
        rule="filed_before_the_cut_off",
        truth=False,
    ),
    Worked(
        "A petition not filed yet, after the cut-off",
        'filing.i360_sij.status = "planned"\nvisa.number_available = false\n',
        on="2026-11-21",
        status="closed",
        rests_on="uscis-sij-da-rescission-2026",
        rule="filed_before_the_cut_off",
        truth=False,
    ),
    Worked(
        "A petition filed in time and still pending: the act of USCIS is awaited",
        WAITING.replace('"approved"', '"pending"'),
        on="2026-11-21",
        status="awaiting",
        rests_on="uscis-sij-da-2022",
        rule="petition_approved",
        truth=False,
    ),
    Worked(
        "A petition that USCIS denied",
        WAITING.replace('"approved"', '"denied"'),
        on="2026-11-21",
        status="closed",
        rests_on="uscis-sij-da-2022",
        rule="petition_approved",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="uscis-sij-da-2022"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("sij_deferred_action", worked)
