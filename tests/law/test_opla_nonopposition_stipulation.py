"""What OPLA can agree to in an open case: cases a lawyer would recognise."""

from datetime import date

import pytest

from nolle.law.pathways import pathway
from nolle.logic import exactly
from nolle.logic.value import evaluate

from .worked import Worked, ask, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2019-03-04"
"""

CASES = [
    Worked(
        "OPLA signs the stipulation",
        IN_COURT + 'case.opla_position = "joins"\n',
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1003-21-prehearing",
        rule="opla_agreement",
        truth=True,
    ),
    Worked(
        "OPLA was asked and has not answered: it may still agree",
        IN_COURT + 'case.opla_position = "no_response"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1003-21-prehearing",
        rule="opla_agreement",
        truth=False,
    ),
    Worked(
        "Nobody has asked OPLA yet",
        IN_COURT + 'case.opla_position = "not_asked"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1003-21-prehearing",
    ),
    Worked(
        "OPLA opposes",
        IN_COURT + 'case.opla_position = "opposes"\n',
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-21-prehearing",
    ),
    Worked(
        "The NTA was filed, on a day nobody knows",
        """
case.in_removal_proceedings = true
case.nta_filed_on = { unknown = true }
case.nta_filed = true
case.opla_position = "affirmative_non_opposition"
""",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1003-14",
        rule="nta_filed_with_court",
        truth=True,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-14"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("opla_nonopposition_stipulation", worked)


@pytest.mark.parametrize(("kind", "ask_by"), [("individual", date(2027, 1, 29)), ("master", date(2027, 2, 28))])
def test_opla_is_asked_sixty_days_before_an_individual_hearing_and_thirty_before_a_master(
    kind: str, ask_by: date
) -> None:
    facts = f'case.next_hearing_on = "2027-03-30"\ncase.next_hearing_kind = "{kind}"\n'
    _, asked = ask("opla_nonopposition_stipulation", facts, "2026-11-21")
    (clock,) = (c for c in pathway("opla_nonopposition_stipulation").clocks if c.id == "hearing")
    assert evaluate(clock.due, asked) == exactly(ask_by)
