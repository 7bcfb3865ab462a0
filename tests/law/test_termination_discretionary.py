"""Discretionary termination: cases a lawyer would recognise, one each side of every change in the law."""

import pytest

from .worked import Worked, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2015-03-05"
"""

JOINED = """
case.opla_position = "joins"
case.dhs_moved_to_dismiss = false
case.prima_facie_naturalization_dhs_letter = false
case.regulatory_violation_prejudicial = false
filing.i914.status = "none"
filing.i918.status = "none"
"""

NEEDS_USCIS = """
case.termination_needed_for_uscis_filing = true
case.opla_position = "opposes"
case.dhs_moved_to_dismiss = false
case.prima_facie_naturalization_dhs_letter = false
filing.i914.status = "none"
filing.i918.status = "none"
"""

DACA = """
person.immigration_status = "daca"
case.became_lpr_after_nta = false
case.must_travel_for_visa = false
case.termination_needed_for_uscis_filing = false
case.opla_position = "opposes"
case.prima_facie_naturalization_dhs_letter = false
filing.i601a.status = "none"
"""

CASES = [
    Worked(
        "A joint motion on an approvable petition, the day before S-O-G-",
        IN_COURT + JOINED,
        on="2018-09-17",
        circuit="9",
        status="open",
        rests_on="8-cfr-1003-10b-pre2024",
        rule="by_agreement_or_named_rule",
        truth=True,
    ),
    Worked(
        "The day of S-O-G-, the judge could no longer terminate by agreement alone",
        IN_COURT + JOINED,
        on="2018-09-18",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-s-o-g-f-d-b",
        rule="expressly_allowed",
        truth=False,
    ),
    Worked(
        "Under S-O-G-, a pending U petition and an agreed motion",
        IN_COURT + JOINED.replace('filing.i918.status = "none"', 'filing.i918.status = "pending"'),
        on="2020-02-03",
        circuit="9",
        status="open",
        rests_on="8-cfr-214-14-u",
        rule="t_or_u_agreement",
        truth=True,
    ),
    Worked(
        "Fourth Circuit, the day before Gonzalez v. Garland",
        IN_COURT + JOINED,
        on="2021-10-19",
        circuit="4",
        status="awaiting",
        rests_on="matter-of-s-o-g-f-d-b",
        rule="ground_on_decision_date",
        truth=False,
    ),
    Worked(
        "Fourth Circuit, the day of Gonzalez v. Garland",
        IN_COURT + JOINED,
        on="2021-10-20",
        circuit="4",
        status="open",
        rests_on="gonzalez-v-garland-2021",
        rule="inherent_authority",
        truth=True,
    ),
    Worked(
        "The same day in the Ninth Circuit",
        IN_COURT + JOINED,
        on="2021-10-20",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-s-o-g-f-d-b",
        rule="ground_on_decision_date",
        truth=False,
    ),
    Worked(
        "The same day, and the circuit is not known",
        IN_COURT + JOINED,
        on="2021-10-20",
        status="awaiting",
        rests_on="gonzalez-v-garland-2021",
        rule="ground_on_decision_date",
        truth=None,
    ),
    Worked(
        "Paroled spouse of a citizen who needs USCIS, the last day of S-O-G-",
        IN_COURT + NEEDS_USCIS,
        on="2022-11-16",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-s-o-g-f-d-b",
        rule="expressly_allowed",
        truth=False,
    ),
    Worked(
        "The same spouse, the day of Coronado Acevedo, over DHS opposition",
        IN_COURT + NEEDS_USCIS,
        on="2022-11-17",
        circuit="9",
        status="open",
        rests_on="matter-of-coronado-acevedo",
        rule="needed_for_uscis",
        truth=True,
    ),
    Worked(
        "DACA and DHS opposition, the last day of Coronado Acevedo alone",
        IN_COURT + DACA,
        on="2024-07-28",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-coronado-acevedo",
        rule="limited_circumstances",
        truth=False,
    ),
    Worked(
        "DACA opens the door on the first day of the 2024 rule; the judge still weighs the opposition",
        IN_COURT + DACA,
        on="2024-07-29",
        circuit="9",
        status="open",
        rests_on="bia-2026-daca-termination",
        rule="reprieve_held",
        truth=True,
    ),
    Worked(
        "An unaccompanied child whose asylum application is with USCIS",
        IN_COURT + 'uac.determined = true\nfiling.i589.status = "pending"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-208b3c-uac",
        rule="uac_asylum",
        truth=True,
    ),
    Worked(
        "An approved SIJ petition: prima facie eligibility is still to be weighed",
        IN_COURT + 'person.immigration_status = "none"\nfiling.i360_sij.status = "approved"\n',
        on="2026-11-21",
        status="needs_judgement",
        rests_on="8-cfr-1003-18d",
        rule="relief_at_uscis",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-18d"),
    Worked(
        "Only a case in court, and nothing filed: no approval is awaited",
        IN_COURT
        + "uac.determined = false\ncase.prima_facie_eligible_outside = true\ncase.comparable_circumstances = false\n"
        + 'person.immigration_status = "none"\n'
        + "".join(
            f'filing.{form}.status = "none"\n'
            for form in ("i130", "i485", "i601a", "i360_sij", "i360_vawa", "i914", "i918", "n400", "i589")
        ),
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-18d",
        rule="listed_grounds",
        truth=False,
    ),
    Worked(
        "The same with an I-130 pending: its approval is awaited",
        IN_COURT
        + "uac.determined = false\ncase.prima_facie_eligible_outside = true\ncase.comparable_circumstances = false\n"
        + 'person.immigration_status = "none"\nfiling.i130.status = "pending"\n'
        + "".join(
            f'filing.{form}.status = "none"\n'
            for form in ("i485", "i601a", "i360_sij", "i360_vawa", "i914", "i918", "n400", "i589")
        ),
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1003-18d",
        rule="relative_petition",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("termination_discretionary", worked)
