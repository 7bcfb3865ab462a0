"""NACARA section 203: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

STATUTE = "nacara-203"
TODAY = "2026-11-21"

SALVADORAN = """
complete = ["conviction", "relative"]
nacara.class = "abc_salvadoran"
nacara.entered_by_class_date = true
nacara.abc_registered_or_asylum_filed = true
nacara.apprehended_at_entry_after_1990_12_19 = false
person.present_in_us_since = "1989"
person.gmc_bar_101f = false
equity.compelling_humanitarian = false
"""

CASES = [
    Worked(
        "A Salvadoran here since 1989 who registered in time: hardship is presumed",
        SALVADORAN,
        TODAY,
        "open",
        "8-cfr-240-60-nacara",
        rule="presumed_for_abc",
        truth=True,
    ),
    Worked(
        "Caught at the border after 1990-12-19",
        SALVADORAN.replace("12_19 = false", "12_19 = true"),
        TODAY,
        "closed",
        STATUTE,
        rule="not_caught_at_entry",
        truth=False,
    ),
    Worked(
        "A dependent needs no dates of their own; hardship is not presumed",
        SALVADORAN.replace("abc_salvadoran", "dependent").replace(
            "entered_by_class_date = true", "entered_by_class_date = false"
        ),
        TODAY,
        "unknown",
        STATUTE,
        rule="hardship",
        truth=None,
    ),
    Worked(
        "Neither registered nor filed in time",
        SALVADORAN.replace("asylum_filed = true", "asylum_filed = false"),
        TODAY,
        "closed",
        STATUTE,
        rule="own_dates",
        truth=False,
    ),
    Worked(
        "An aggravated felony",
        SALVADORAN + '[[conviction]]\nimmigration_class = ["aggravated_felony"]\ndisposition = "convicted"\n',
        TODAY,
        "closed",
        STATUTE,
        rule="no_aggravated_felony",
        truth=False,
    ),
    Worked("Nothing is known", "", TODAY, "unknown", STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("nacara_203", worked)
