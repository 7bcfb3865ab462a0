"""Adjustment as a special immigrant juvenile: cases a lawyer would recognise."""

import pytest

from nolle.law.pathways import pathway
from nolle.logic import judge

from .worked import Worked, ask, check

YOUTH = """complete = ["conviction"]
person.in_us_now = true
filing.i360_sij.status = "approved"
visa.number_available = true
"""

CASES = [
    Worked(
        "Petition approved, visa current, no conviction; entered without inspection",
        YOUTH,
        on="2026-11-21",
        status="open",
        rests_on="ina-245h",
    ),
    Worked(
        "Petition approved, years to wait for a visa number",
        YOUTH.replace("available = true", "available = false"),
        on="2026-11-21",
        status="awaiting",
        rests_on="ina-245h",
        rule="number_available",
        truth=False,
    ),
    Worked(
        "The petition was denied",
        YOUTH.replace('"approved"', '"denied"'),
        on="2026-11-21",
        status="closed",
        rests_on="ina-245h",
        rule="petition_approved",
        truth=False,
    ),
    Worked(
        "One conviction for possession: it must be reviewed, it does not close the pathway",
        YOUTH + '[[conviction]]\nimmigration_class = ["controlled_substance"]\n',
        on="2026-11-21",
        status="unknown",
        rests_on="ina-212a-grounds",
        rule="offenses",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-245h"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("sij_adjustment", worked)


@pytest.mark.parametrize(
    ("on", "circuit", "answer"),
    [("2006-05-11", "9", None), ("2006-05-12", "9", True), ("2006-05-11", "5", False), ("2006-05-12", "5", True)],
)
def test_who_decides_for_an_arriving_alien_in_proceedings(on: str, circuit: str, answer: bool | None) -> None:
    """8 CFR 245.1(c)(8) to 2006-05-11, invalid in four circuits (Bona, 9th Cir.); 8 CFR 1245.2(a)(1)(ii) since."""
    facts = 'case.in_removal_proceedings = true\ncase.charging_category = "arriving_alien"\n'
    _, asked = ask("sij_adjustment", facts, on, circuit)
    forum = pathway("sij_adjustment").forum_rule
    assert forum is not None
    assert judge(forum, asked).truth is answer
