"""Withholding of removal and CAT protection: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLAIM = """
person.persecuted_others = false
person.security_or_terrorism_concern = false
asylum.clear_probability_of_harm = true
asylum.nexus_supported = true
asylum.particularly_serious_crime = false
asylum.serious_nonpolitical_crime = false
asylum.torture_more_likely_than_not = false
"""

CASES = [
    Worked(
        "A clear probability of persecution and no bar",
        CLAIM,
        on="2026-11-21",
        status="open",
        rests_on="ina-241b3",
        rule="withholding",
        truth=True,
    ),
    Worked(
        "A particularly serious crime bars withholding, and torture is not likely",
        CLAIM.replace("particularly_serious_crime = false", "particularly_serious_crime = true"),
        on="2026-11-21",
        status="closed",
        rests_on="ina-241b3",
        rule="not_particularly_serious_crime",
        truth=False,
    ),
    Worked(
        "The same crime does not stop protection from torture",
        CLAIM.replace("particularly_serious_crime = false", "particularly_serious_crime = true").replace(
            "likely_than_not = false", "likely_than_not = true"
        ),
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1208-16-18",
        rule="torture",
        truth=True,
    ),
    Worked(
        "Nothing said yet",
        "",
        on="2026-11-21",
        status="unknown",
        rests_on="8-cfr-1208-16-18",
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("withholding_cat", worked)
