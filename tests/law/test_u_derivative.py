"""U family: cases a lawyer would recognise, on each side of each change."""

import pytest

from .worked import Worked, check

RULE = "8-cfr-214-14-u"
MEDINA_TOVAR = "medina-tovar-2020"
VAWA_2013 = "vawa-2013-act"

FAMILY = """
filing.i918.status = "pending"
filing.i918.filed_on = "2011-05-01"
person.inadmissible_nonwaivable = false
"""

ADULT_PRINCIPAL = FAMILY + "victim.under_21_at_principal_filing = false\n"

YOUNG_PRINCIPAL = FAMILY + "victim.under_21_at_principal_filing = true\n"

MARRIED_LATER = ADULT_PRINCIPAL + 'filing.i918a.client_role = "after_acquired_spouse"\n'

AGED_OUT = ADULT_PRINCIPAL + 'filing.i918a.client_role = "derivative_child"\nperson.birth_date = "1991-03-01"\n'

CASES = [
    Worked(
        "Married before the principal filed",
        ADULT_PRINCIPAL + 'filing.i918a.client_role = "derivative_spouse"\n',
        on="2026-11-21",
        circuit="5",
        status="open",
        rests_on=RULE,
        rule="spouse",
        truth=True,
    ),
    Worked(
        "Married after the principal filed, in the Ninth Circuit, the day before Medina Tovar",
        MARRIED_LATER,
        on="2020-12-02",
        circuit="9",
        status="closed",
        rests_on=RULE,
        rule="when_the_marriage_must_exist",
        truth=False,
    ),
    Worked(
        "Married after the principal filed, in the Ninth Circuit, under Medina Tovar",
        MARRIED_LATER,
        on="2020-12-03",
        circuit="9",
        status="open",
        rests_on=MEDINA_TOVAR,
        rule="when_the_marriage_must_exist",
        truth=True,
    ),
    Worked(
        "Married after the principal filed, in the Fifth Circuit",
        MARRIED_LATER,
        on="2020-12-03",
        circuit="5",
        status="closed",
        rests_on=RULE,
        rule="when_the_marriage_must_exist",
        truth=False,
    ),
    Worked(
        "Married after the principal filed, circuit not known",
        MARRIED_LATER,
        on="2020-12-03",
        status="unknown",
        rests_on=MEDINA_TOVAR,
        rule="when_the_marriage_must_exist",
        truth=None,
    ),
    Worked(
        "A child of 20 at filing who is now over 21, the day before the 2013 act",
        AGED_OUT,
        on="2013-03-06",
        status="closed",
        rests_on=RULE,
        rule="child_age",
        truth=False,
    ),
    Worked(
        "The same child on the day of the 2013 act, the case still pending",
        AGED_OUT,
        on="2013-03-07",
        status="open",
        rests_on=VAWA_2013,
        rule="child_age",
        truth=True,
    ),
    Worked(
        "Already 21 when the principal filed",
        AGED_OUT.replace("1991-03-01", "1990-05-01") + "filing.i918a.beneficiary_age_at_filing = 21\n",
        on="2013-03-07",
        status="closed",
        rests_on=VAWA_2013,
        rule="child_age",
        truth=False,
    ),
    Worked(
        "The mother of a principal who was under 21 at filing",
        YOUNG_PRINCIPAL + 'filing.i918a.client_role = "derivative_parent"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-101a15u",
        rule="parent_or_sibling",
        truth=True,
    ),
    Worked(
        "The same principal, the client's role not asked",
        YOUNG_PRINCIPAL,
        on="2026-11-21",
        status="unknown",
        rests_on="ina-101a15u",
        rule="parent_or_sibling",
        truth=None,
    ),
    Worked(
        "The same principal, and a client who is no relative of theirs",
        YOUNG_PRINCIPAL + 'filing.i918a.client_role = "petitioner"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-101a15u",
        rule="parent_or_sibling",
        truth=False,
    ),
    Worked(
        "A brother of 17 when the principal filed",
        YOUNG_PRINCIPAL + 'filing.i918a.client_role = "derivative_sibling"\nperson.birth_date = "1993-05-02"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-101a15u",
        rule="parent_or_sibling",
        truth=True,
    ),
    Worked(
        "A brother of 18 when the principal filed",
        YOUNG_PRINCIPAL + 'filing.i918a.client_role = "derivative_sibling"\nperson.birth_date = "1993-05-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-101a15u",
        rule="parent_or_sibling",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("u_derivative", worked)
