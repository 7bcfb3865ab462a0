"""T family: cases a lawyer would recognise, on each side of each change."""

import pytest

from .worked import Worked, check

ACT_2003 = "tvpra-2003"
ACT_2008 = "tvpra-2008-tu"

FAMILY = """
filing.i914.status = "pending"
filing.i914.filed_on = "2003-06-01"
"""

PARENT = (
    FAMILY
    + """
filing.i914a.client_role = "derivative_parent"
victim.under_21_at_principal_filing = true
victim.derivative_in_danger = false
"""
)

IN_DANGER = PARENT.replace("filing = true", "filing = false").replace("danger = false", "danger = true")

CHILD = (
    FAMILY
    + """
filing.i914a.client_role = "derivative_child"
victim.under_21_at_principal_filing = false
victim.derivative_in_danger = false
"""
)

CASES = [
    Worked(
        "The spouse of a principal",
        FAMILY + 'filing.i914a.client_role = "derivative_spouse"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-101a15t",
        rule="spouse_or_child",
        truth=True,
    ),
    Worked(
        "The father of a principal under 21, the day before the act of 2003",
        PARENT,
        on="2003-12-18",
        status="closed",
        rests_on=ACT_2003,
        rule="relationship",
        truth=False,
    ),
    Worked(
        "The same father under the act of 2003",
        PARENT,
        on="2003-12-19",
        status="open",
        rests_on=ACT_2003,
        rule="parent_or_sibling",
        truth=True,
    ),
    Worked(
        "A mother in danger of retaliation, the principal over 21, the day before the act of 2008",
        IN_DANGER,
        on="2008-12-22",
        status="closed",
        rests_on=ACT_2008,
        rule="relationship",
        truth=False,
    ),
    Worked(
        "The same mother under the act of 2008",
        IN_DANGER,
        on="2008-12-23",
        status="open",
        rests_on=ACT_2008,
        rule="family_in_danger",
        truth=True,
    ),
    Worked(
        "A child of a derivative in danger, since the act of 2013",
        IN_DANGER.replace("derivative_parent", "child_of_derivative"),
        on="2013-03-07",
        status="open",
        rests_on="vawa-2013-act",
        rule="derivatives_child_in_danger",
        truth=True,
    ),
    Worked(
        "The same child, the day before the act of 2013",
        IN_DANGER.replace("derivative_parent", "child_of_derivative"),
        on="2013-03-06",
        status="closed",
        rests_on="vawa-2013-act",
        rule="relationship",
        truth=False,
    ),
    Worked(
        "A principal under 21, and a client who is neither parent, sibling, spouse nor child",
        PARENT.replace("derivative_parent", "petitioner"),
        on="2026-11-21",
        status="closed",
        rests_on=ACT_2003,
        rule="parent_or_sibling",
        truth=False,
    ),
    Worked(
        "A principal under 21, the client's role not asked",
        FAMILY + "victim.under_21_at_principal_filing = true\nvictim.derivative_in_danger = true\n",
        on="2026-11-21",
        status="unknown",
        rests_on=ACT_2008,
        rule="family_in_danger",
        truth=None,
    ),
    Worked(
        "A sister of 17 when the principal filed",
        PARENT.replace("derivative_parent", "derivative_sibling") + 'person.birth_date = "1985-06-02"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-101a15t",
        rule="is_a_sibling_under_18",
        truth=True,
    ),
    Worked(
        "A sister of 18 when the principal filed",
        PARENT.replace("derivative_parent", "derivative_sibling") + 'person.birth_date = "1985-06-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-101a15t",
        rule="is_a_sibling_under_18",
        truth=False,
    ),
    Worked(
        "A child of 20 when the principal filed, now over 21",
        CHILD + 'person.birth_date = "1982-06-02"\n',
        on="2026-11-21",
        status="open",
        rests_on=ACT_2003,
        rule="born_under_21",
        truth=True,
    ),
    Worked(
        "Already 21 when the principal filed",
        CHILD + 'person.birth_date = "1982-06-01"\nfiling.i914a.beneficiary_age_at_filing = 21\n',
        on="2026-11-21",
        status="closed",
        rests_on=ACT_2003,
        rule="spouse_or_child",
        truth=False,
    ),
    Worked(
        "Married after the principal applied",
        CHILD.replace("derivative_child", "after_acquired_spouse"),
        on="2026-11-21",
        status="unknown",
        rests_on="8-cfr-t-visa",
        rule="later_relationship",
        truth=None,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("t_derivative", worked)
