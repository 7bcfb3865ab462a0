"""Deferred action in a labor dispute: cases a lawyer would recognise, on each side of the process's life."""

import pytest

from .worked import Worked, check

PROCESS = "dhs-labor-da-2023"

WORKER = """
labor.statement_of_interest = true
labor.worker_in_scope = true
labor.agency_need_current = true
person.security_or_terrorism_concern = false
"""

CASES = [
    Worked("Long before the process", WORKER, on="2022-10-01", status="not_in_force", rests_on=PROCESS),
    Worked(
        "The stored first day is approximate: the day before it is not known",
        WORKER,
        on="2023-01-12",
        status="unknown",
        rests_on=PROCESS,
    ),
    Worked("The process opens", WORKER, on="2023-01-13", status="open", rests_on=PROCESS),
    Worked(
        "No statement of interest yet: the agency's act is awaited",
        WORKER.replace("interest = true", "interest = false"),
        on="2024-06-01",
        status="awaiting",
        rests_on=PROCESS,
        rule="statement_of_interest",
        truth=False,
    ),
    Worked(
        "Worked there after the dates of the statement",
        WORKER.replace("in_scope = true", "in_scope = false"),
        on="2024-06-01",
        status="closed",
        rests_on=PROCESS,
        rule="worker_in_scope",
        truth=False,
    ),
    Worked("The last day it was known to be open", WORKER, on="2025-01-23", status="open", rests_on=PROCESS),
    Worked("Reported ended", WORKER, on="2025-01-24", status="not_in_force", rests_on=PROCESS),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("labor_deferred_action", worked)
