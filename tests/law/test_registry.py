"""Registry: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

RESIDENT = """complete = ["conviction"]
person.gmc_bar_101f = false
person.persecuted_others = false
person.security_or_terrorism_concern = false
person.smuggled_or_helped_entry = false
"""

CASES = [
    Worked(
        "Here since the last day of 1971",
        RESIDENT + 'person.present_in_us_since = "1971-12-31"\n',
        on="2026-11-21",
        status="open",
        rests_on="ina-249",
    ),
    Worked(
        "Here since the first day of 1972",
        RESIDENT + 'person.present_in_us_since = "1972-01-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-249",
        rule="here_since_before_1972",
        truth=False,
    ),
    Worked(
        "Came about 1971: too rough to tell",
        RESIDENT + 'person.present_in_us_since = "1971~"\n',
        on="2026-11-21",
        status="unknown",
        rests_on="ina-249",
        rule="here_since_before_1972",
        truth=None,
    ),
    Worked(
        "A drug conviction",
        RESIDENT
        + 'person.present_in_us_since = "1969"\n[[conviction]]\nimmigration_class = ["controlled_substance"]\n'
        + 'disposition = "convicted"\n',
        on="2026-11-21",
        status="closed",
        rests_on="ina-212a-grounds",
        rule="no_listed_conviction",
        truth=False,
    ),
    Worked(
        "Good moral character is not yet judged",
        RESIDENT.replace("person.gmc_bar_101f = false\n", "") + 'person.present_in_us_since = "1969"\n',
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-101f",
        rule="good_moral_character",
        truth=None,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("registry", worked)
