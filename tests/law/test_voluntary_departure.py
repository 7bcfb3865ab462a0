"""Voluntary departure: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLEAN = """complete = ["conviction", "entry"]
case.vd_overstayed = false
case.final_order = false
case.charging_category = "present_without_admission"
"""

AT_THE_END = """
case.next_hearing_kind = "individual"
case.nta_served_on = "2024-06-01"
person.gmc_bar_101f = false
"""

MASTER = 'case.next_hearing_kind = "master"\n'
PAROLED = '[[entry]]\ndate = "2021-03-01"\nmanner = "paroled"\nat_port_of_entry = true\n'

FELONY = """
[[conviction]]
immigration_class = ["aggravated_felony"]
"""

CASES = [
    Worked(
        "At the master hearing, no convictions",
        CLEAN + 'case.next_hearing_kind = "master"\n',
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1240-26-vd",
        rule="before_conclusion",
        truth=True,
    ),
    *(
        Worked(
            f"At the master hearing, {words}",
            CLEAN.replace('case.charging_category = "present_without_admission"\n', "") + MASTER + facts,
            on="2026-11-21",
            status=status,
            rests_on="ina-240b",
            rule="before_conclusion",
            truth=truth,
        )
        for words, facts, status, truth in (
            ("charged as an arriving alien", 'case.charging_category = "arriving_alien"\n', "unknown", None),
            ("paroled at a port, the box on the notice not told", PAROLED, "unknown", None),
            ("entered without inspection, the box not told", PAROLED.replace("paroled", "ewi"), "open", True),
            ("neither the box nor the entry told", "", "unknown", None),
        )
    ),
    Worked(
        "At the end of the case, exactly one year here when the NTA was served",
        CLEAN + AT_THE_END + 'person.present_in_us_since = "2023-06-01"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-240b",
        rule="one_year_before_nta",
        truth=True,
    ),
    Worked(
        "One day less than a year",
        CLEAN + AT_THE_END + 'person.present_in_us_since = "2023-06-02"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-240b",
        rule="one_year_before_nta",
        truth=False,
    ),
    Worked(
        "Only the year of arrival is known",
        CLEAN + AT_THE_END + 'person.present_in_us_since = "2023"\n',
        on="2026-11-21",
        status="unknown",
        rests_on="ina-240b",
        rule="one_year_before_nta",
        truth=None,
    ),
    Worked(
        "Good moral character is still counsel's to judge",
        CLEAN + AT_THE_END.replace("person.gmc_bar_101f = false\n", "") + 'person.present_in_us_since = "2015-01-01"\n',
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-101f",
        rule="good_moral_character",
        truth=None,
    ),
    Worked(
        "An aggravated felony, even at the master hearing",
        CLEAN + 'case.next_hearing_kind = "master"\n' + FELONY + 'disposition = "convicted"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-240b",
        rule="no_barred_conviction",
        truth=False,
    ),
    Worked(
        "A charge of such a felony that was dismissed",
        CLEAN + 'case.next_hearing_kind = "master"\n' + FELONY + 'disposition = "dismissed"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-240b",
        rule="no_barred_conviction",
        truth=True,
    ),
    Worked(
        "Such a conviction, since vacated",
        CLEAN + 'case.next_hearing_kind = "master"\n' + FELONY + 'disposition = "vacated"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-240b",
        rule="no_barred_conviction",
        truth=True,
    ),
    Worked(
        "Such a charge, how it ended not asked",
        CLEAN + 'case.next_hearing_kind = "master"\n' + FELONY,
        on="2026-11-21",
        status="unknown",
        rests_on="ina-240b",
        rule="no_barred_conviction",
        truth=None,
    ),
    Worked(
        "Nobody has said that the list of convictions is complete",
        'case.vd_overstayed = false\ncase.final_order = false\ncase.next_hearing_kind = "master"\n',
        on="2026-11-21",
        status="unknown",
        rests_on="ina-240b",
        rule="no_barred_conviction",
        truth=None,
    ),
    Worked(
        "A final order already: too late, though one year was here before the NTA",
        CLEAN.replace("final_order = false", "final_order = true")
        + AT_THE_END
        + 'person.present_in_us_since = "2015-01-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-240b",
        rule="no_final_order",
        truth=False,
    ),
    Worked(
        "Stayed past an earlier voluntary departure",
        CLEAN.replace("overstayed = false", "overstayed = true") + 'case.next_hearing_kind = "master"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-240b",
        rule="never_overstayed",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("voluntary_departure", worked)
