"""Adjustment in a preference category: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLEAN = """
complete = ["entry"]
person.in_us_now = true
person.inadmissible_nonwaivable = false
person.false_claim_us_citizen = false
case.vd_overstayed = false
case.in_absentia = false
"""

SPOUSE_OF_RESIDENT = """
filing.i130.status = "approved"
filing.i130.category = "f2a"
"""

NO_VAWA_NO_PAROLE = 'filing.i360_vawa.status = "none"\nfiling.i131_pip.status = "none"\n'
CURRENT = "visa.number_available = true\n"

IN_STATUS = """
person.ever_out_of_status_since_entry = false
person.ever_worked_without_permission = false
person.admitted_vwp = false
person.ever_admitted_crewman = false
person.ever_admitted_twov_transit = false
"""

OVERSTAYED = IN_STATUS.replace("ever_out_of_status_since_entry = false", "ever_out_of_status_since_entry = true")

NO_OLD_PETITION = """
filing.grandfather_petition.filed_on = { absent = true }
filing.grandfather_petition.approvable_when_filed = false
"""

HERE_IN_2000 = "filing.grandfather_petition.beneficiary_present_2000_12_21 = true\n"

ADMITTED = """
[[entry]]
date = "2023-03-01"
manner = "admitted_visa"
"""

NOT_INSPECTED = """
[[entry]]
date = "1999-06-01"
manner = "ewi"
"""

CASES = [
    Worked(
        "A student always in status, spouse of a resident, with a current date",
        CLEAN + SPOUSE_OF_RESIDENT + CURRENT + IN_STATUS + ADMITTED,
        on="2026-11-21",
        status="open",
        rests_on="ina-203a",
        rule="clean_status",
        truth=True,
    ),
    Worked(
        "The same student waits for a visa number: an act of the Department of State",
        CLEAN + SPOUSE_OF_RESIDENT + "visa.number_available = false\n" + IN_STATUS + ADMITTED,
        on="2026-11-21",
        status="awaiting",
        rests_on="ina-245a",
        rule="number_available",
        truth=False,
    ),
    Worked(
        "The same spouse after a lapse of status, with no old petition",
        CLEAN + SPOUSE_OF_RESIDENT + CURRENT + OVERSTAYED + NO_OLD_PETITION + NO_VAWA_NO_PAROLE + ADMITTED,
        on="2026-11-21",
        status="closed",
        rests_on="ina-245c-k",
        rule="way_to_adjust",
        truth=False,
    ),
    Worked(
        "Entered without inspection; an uncle's petition was filed on 2001-04-30",
        CLEAN
        + SPOUSE_OF_RESIDENT
        + CURRENT
        + NO_VAWA_NO_PAROLE
        + 'filing.grandfather_petition.status = "approved"\n'
        + 'filing.grandfather_petition.filed_on = "2001-04-30"\n'
        + "filing.grandfather_petition.approvable_when_filed = true\n"
        + HERE_IN_2000
        + NOT_INSPECTED,
        on="2026-11-21",
        status="open",
        rests_on="ina-245i",
        rule="grandfathered",
        truth=True,
    ),
    Worked(
        "The same petition, but the beneficiary was abroad on 2000-12-21",
        CLEAN
        + SPOUSE_OF_RESIDENT
        + CURRENT
        + NO_VAWA_NO_PAROLE
        + 'filing.grandfather_petition.status = "approved"\n'
        + 'filing.grandfather_petition.filed_on = "2001-04-30"\n'
        + "filing.grandfather_petition.approvable_when_filed = true\n"
        + HERE_IN_2000.replace("true", "false")
        + NOT_INSPECTED,
        on="2026-11-21",
        status="closed",
        rests_on="life-act-245i-2000",
        rule="old_petition_presence",
        truth=False,
    ),
    Worked(
        "Abroad on 2000-12-21, but the petition was filed on 1998-01-14",
        CLEAN
        + SPOUSE_OF_RESIDENT
        + CURRENT
        + NO_VAWA_NO_PAROLE
        + 'filing.grandfather_petition.status = "approved"\n'
        + 'filing.grandfather_petition.filed_on = "1998-01-14"\n'
        + "filing.grandfather_petition.approvable_when_filed = true\n"
        + HERE_IN_2000.replace("true", "false")
        + NOT_INSPECTED,
        on="2026-11-21",
        status="open",
        rests_on="ina-245i",
        rule="old_petition_presence",
        truth=True,
    ),
    Worked(
        "The same petition, one day later",
        CLEAN
        + SPOUSE_OF_RESIDENT
        + CURRENT
        + NO_VAWA_NO_PAROLE
        + 'filing.grandfather_petition.status = "approved"\n'
        + 'filing.grandfather_petition.filed_on = "2001-05-01"\n'
        + 'filing.grandfather_petition.postmarked_on = "2001-05-01"\n'
        + HERE_IN_2000
        + "filing.grandfather_petition.approvable_when_filed = true\n"
        + NOT_INSPECTED,
        on="2026-11-21",
        status="closed",
        rests_on="ina-245i",
        rule="grandfathered",
        truth=False,
    ),
    Worked(
        "Whether the old petition was approvable is for counsel to judge",
        CLEAN
        + SPOUSE_OF_RESIDENT
        + CURRENT
        + NO_VAWA_NO_PAROLE
        + 'filing.grandfather_petition.status = "approved"\n'
        + 'filing.grandfather_petition.filed_on = "2001-04-30"\n'
        + HERE_IN_2000
        + NOT_INSPECTED,
        on="2026-11-21",
        status="needs_judgement",
        rests_on="8-cfr-245-10-245i",
        rule="old_petition_approvable",
        truth=None,
    ),
    Worked(
        "A VAWA self-petitioner, entered without inspection, abused by a resident spouse",
        CLEAN + 'filing.i360_vawa.status = "approved"\nfiling.i360_vawa.category = "f2a"\n' + CURRENT + NOT_INSPECTED,
        on="2026-11-21",
        status="open",
        rests_on="ina-204a1-vawa",
        rule="vawa_self_petitioner",
        truth=True,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-203a"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("aos_family_preference", worked)
