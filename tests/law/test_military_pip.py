"""Military parole in place: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

STATUTE = "ina-212d5"

FAMILY = """complete = ["entry", "relative"]
person.in_us_now = true
[[entry]]
date = "2009-05-01"
manner = "ewi"
[[relative]]
relationship = "spouse"
military_status = "veteran_not_dishonorable"
"""

CASES = [
    Worked(
        "Long before the memo of 2013", FAMILY, on="2013-08-01", status="not_in_force", rests_on="uscis-military-pip"
    ),
    Worked(
        "The stored first day is approximate: the day before it is not known",
        FAMILY,
        on="2013-11-14",
        status="unknown",
        rests_on="uscis-military-pip",
    ),
    Worked(
        "The wife of a veteran, who came without inspection", FAMILY, on="2013-11-15", status="open", rests_on=STATUTE
    ),
    Worked("The last day it was known to be open", FAMILY, on="2025-01-19", status="open", rests_on=STATUTE),
    Worked("Nobody can say whether it is open now", FAMILY, on="2025-01-20", status="unknown", rests_on=STATUTE),
    Worked(
        "Conditional parole under INA 236 is not a parole",
        FAMILY.replace('"ewi"', '"conditional_parole_236"'),
        on="2024-06-01",
        status="open",
        rests_on="matter-of-castillo-padilla",
        rule="present_without_admission",
        truth=True,
    ),
    Worked(
        "Paroled in place before, and asking again",
        FAMILY.replace('"ewi"', '"parole_in_place"'),
        on="2024-06-01",
        status="open",
        rests_on=STATUTE,
        rule="present_without_admission",
        truth=True,
    ),
    Worked(
        "Someone who overstayed a visa was admitted",
        FAMILY.replace('"ewi"', '"admitted_visa"'),
        on="2024-06-01",
        status="closed",
        rests_on=STATUTE,
        rule="present_without_admission",
        truth=False,
    ),
    Worked(
        "A dishonorable discharge, whatever the law of today",
        FAMILY.replace("not_dishonorable", "dishonorable"),
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="military_family",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("military_pip", worked)
