"""Special Immigrant Juvenile classification: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

YOUTH = """
person.marital_status = "single"
person.in_us_now = true
juvenile.in_hhs_custody = false
"""

ORDER = """
juvenile.order_exists = true
juvenile.court_type = "guardianship"
juvenile.dependency_or_custody = true
juvenile.one_parent_finding = true
juvenile.nonviability_basis = ["neglect"]
juvenile.best_interest_finding = true
juvenile.order_in_effect = true
juvenile.order_temporary = false
juvenile.factual_basis_in_order = true
juvenile.relief_beyond_findings = true
"""

CASES = [
    Worked(
        "A California guardianship order at 17 and a petition received before 21",
        YOUTH
        + ORDER
        + """
person.birth_date = "2007-03-01"
juvenile.court_state = "CA"
juvenile.order_on = "2024-06-10"
filing.i360_sij.status = "pending"
filing.i360_sij.filed_on = "2024-08-01"
""",
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="8-cfr-204-11",
    ),
    Worked(
        "No order yet: the state court's act is awaited, the youth may ask",
        YOUTH
        + """
person.birth_date = "2010-03-01"
juvenile.order_exists = false
juvenile.court_state = "CA"
juvenile.court_type = { absent = true }
filing.i360_sij.status = "none"
""",
        on="2026-11-21",
        circuit="9",
        status="awaiting",
        rests_on="8-cfr-204-11",
        rule="order_signed",
        truth=False,
    ),
    Worked(
        "The petition is received the day before the 21st birthday",
        YOUTH
        + ORDER
        + """
person.birth_date = "2004-02-29"
juvenile.court_state = "CA"
juvenile.order_on = "2022-06-10"
filing.i360_sij.status = "pending"
filing.i360_sij.filed_on = "2025-02-27"
""",
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="8-cfr-204-11",
        rule="under_21_when_filed",
        truth=True,
    ),
    Worked(
        "Born on 29 February 2004, the petition is received on the 21st birthday, 28 February 2025",
        YOUTH
        + ORDER
        + """
person.birth_date = "2004-02-29"
juvenile.court_state = "CA"
juvenile.order_on = "2022-06-10"
filing.i360_sij.status = "pending"
filing.i360_sij.filed_on = "2025-02-28"
""",
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="8-cfr-204-11",
        rule="under_21_when_filed",
        truth=False,
    ),
    Worked(
        "A New York order at 19 met the denials of 2018",
        YOUTH
        + ORDER
        + """
person.birth_date = "1999-05-01"
juvenile.court_state = "NY"
juvenile.order_on = "2018-06-01"
juvenile.age_at_order = 19
juvenile.court_could_place_with_parent = false
filing.i360_sij.filed_on = "2018-07-01"
""",
        on="2018-09-01",
        circuit="2",
        status="closed",
        rests_on="uscis-sij-18-21-2018",
        rule="orders_at_18_to_20",
        truth=False,
    ),
    Worked(
        "The same order after R.F.M. was decided for New York",
        YOUTH
        + ORDER
        + """
person.birth_date = "1999-05-01"
juvenile.court_state = "NY"
juvenile.order_on = "2018-06-01"
juvenile.age_at_order = 19
juvenile.court_could_place_with_parent = false
filing.i360_sij.filed_on = "2018-07-01"
""",
        on="2019-03-15",
        circuit="2",
        status="open",
        rests_on="rfm-v-nielsen-2019",
        rule="orders_at_18_to_20",
        truth=True,
    ),
    Worked(
        "A temporary order is not settled outside the Fourth Circuit",
        YOUTH
        + ORDER.replace("order_temporary = false", "order_temporary = true")
        + """
person.birth_date = "2007-03-01"
juvenile.court_state = "CA"
juvenile.order_on = "2024-06-10"
filing.i360_sij.filed_on = "2024-08-01"
""",
        on="2026-11-21",
        circuit="9",
        status="awaiting",
        rests_on="8-cfr-204-11",
        rule="temporary_orders",
        truth=None,
    ),
    Worked(
        "The same temporary order in the Fourth Circuit",
        YOUTH
        + ORDER.replace("order_temporary = false", "order_temporary = true")
        + """
person.birth_date = "2007-03-01"
juvenile.court_state = "VA"
juvenile.order_on = "2024-06-10"
filing.i360_sij.filed_on = "2024-08-01"
""",
        on="2026-11-21",
        circuit="4",
        status="open",
        rests_on="felipe-perez-v-cuccinelli-2020",
        rule="temporary_orders",
        truth=True,
    ),
    Worked(
        "A married youth",
        YOUTH.replace("single", "married") + 'person.birth_date = "2009-01-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-204-11",
        rule="unmarried",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-204-11"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("sijs_classification", worked)
