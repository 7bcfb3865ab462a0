"""Adjustment under 245(i): cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLEAN = """
person.in_us_now = true
person.inadmissible_nonwaivable = false
person.permanent_bar_9c = false
person.false_claim_us_citizen = false
person.grandfathered_245i = { unknown = true }
case.vd_overstayed = false
case.in_absentia = false
visa.number_available = true
"""

OLD = "filing.grandfather_petition."


def petition(filed: str, role: str = "principal", *more: str) -> str:
    """An old petition, denied later but approvable when filed."""
    facts = [f'filed_on = "{filed}"', 'status = "denied"', "approvable_when_filed = true", f'client_role = "{role}"']
    return "".join(f"{OLD}{fact}\n" for fact in (*facts, *more))


HERE = "beneficiary_present_2000_12_21 = true"
NOT_HERE = "beneficiary_present_2000_12_21 = false"
RELATED = 'relationship_created_on = "2001-04-30"'
RELATED_LATER = 'relationship_created_on = "2001-05-01"'
LATE_POSTMARK = 'postmarked_on = "2001-05-01"'

CASES = [
    Worked(
        "A petition of 14 January 1998: no proof of presence is needed",
        CLEAN + petition("1998-01-14"),
        on="2026-11-21",
        status="open",
        rests_on="ina-245i",
        rule="filed_by_1998",
        truth=True,
    ),
    Worked(
        "A petition of 15 January 1998, and the principal was not here on 21 December 2000",
        CLEAN.replace("{ unknown = true }", "false") + petition("1998-01-15", "principal", NOT_HERE),
        on="2026-11-21",
        status="closed",
        rests_on="ina-245i",
        rule="in_time",
        truth=False,
    ),
    Worked(
        "A petition of the last day, 30 April 2001, and the principal was here",
        CLEAN + petition("2001-04-30", "principal", HERE),
        on="2026-11-21",
        status="open",
        rests_on="ina-245i",
        rule="filed_by_2001",
        truth=True,
    ),
    Worked(
        "Received in May 2001 with a postmark of 30 April",
        CLEAN + petition("2001-05-04", "principal", HERE, 'postmarked_on = "2001-04-30"'),
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-245-10-245i",
        rule="postmarked_by_2001",
        truth=True,
    ),
    Worked(
        "Filed and postmarked on 1 May 2001",
        CLEAN.replace("{ unknown = true }", "false") + petition("2001-05-01", "principal", HERE, LATE_POSTMARK),
        on="2026-11-21",
        status="closed",
        rests_on="ina-245i",
        rule="in_time",
        truth=False,
    ),
    Worked(
        "A child of the principal on the cut-off day, long since over 21",
        CLEAN + petition("2001-04-30", "derivative_child", HERE, RELATED),
        on="2026-11-21",
        status="open",
        rests_on="uscis-245i-yates-2005",
        rule="derivative",
        truth=True,
    ),
    Worked(
        "A spouse married after the cut-off: only together with the principal",
        CLEAN.replace("{ unknown = true }", "false") + petition("1997-06-01", "after_acquired_spouse", RELATED_LATER),
        on="2026-11-21",
        status="unknown",
        rests_on="matter-of-estrada-estrada",
        rule="whose",
        truth=None,
    ),
    Worked(
        "Whether the petition was approvable is for counsel to judge",
        CLEAN + petition("1997-06-01").replace(f"{OLD}approvable_when_filed = true\n", ""),
        on="2026-11-21",
        status="needs_judgement",
        rests_on="8-cfr-245-10-245i",
        rule="approvable_when_filed",
        truth=None,
    ),
    Worked(
        "The permanent bar is not cured",
        CLEAN.replace("permanent_bar_9c = false", "permanent_bar_9c = true") + petition("1997-06-01"),
        on="2026-11-21",
        status="closed",
        rests_on="matter-of-briones",
        rule="no_permanent_bar",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-245i"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("aos_245i", worked)
