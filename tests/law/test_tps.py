"""Temporary Protected Status: cases a lawyer would recognise, and the list of designations as last known."""

from __future__ import annotations

from datetime import date

import pytest

from nolle.law import authorities
from nolle.law.tables import tps_designated, tps_designations

from .worked import Worked, check

STATUTE = "ina-244"
LATE = "8-cfr-244-2f-late"
RENEWAL = "8-cfr-244-17-rereg"
TODAY = "2026-11-21"

HERE = """
tps.country_designated_now = true
tps.continuous_residence_met = true
tps.continuous_presence_met = true
tps.felony_or_two_misdemeanors = false
person.persecuted_others = false
person.security_or_terrorism_concern = false
asylum.particularly_serious_crime = false
asylum.firm_resettlement = false
"""

NO_PERIOD = """
tps.in_registration_period = false
tps.late_initial_eligible = false
tps.newly_designated = false
"""

NO_FAMILY = "tps.child_or_spouse_of_eligible = false\n"
NEVER_HAD_IT = "tps.ever_granted = false\n"


def condition(ended: str, filed: str) -> str:
    return (
        'tps.condition_in_initial_period = ["application_pending"]\n'
        f'tps.condition_ended_on = {ended}\nfiling.i821.status = "pending"\nfiling.i821.filed_on = "{filed}"\n'
    )


CASES = [
    Worked(
        "Re-registers on time while the country is designated",
        HERE + "tps.ever_granted = true\ntps.failed_to_reregister = false\n",
        TODAY,
        "open",
        RENEWAL,
        rule="re_registration",
        truth=True,
    ),
    Worked(
        "Missed a re-registration: good cause is for counsel to judge",
        HERE + NO_PERIOD + NO_FAMILY + "tps.ever_granted = true\ntps.failed_to_reregister = true\n",
        TODAY,
        "needs_judgement",
        RENEWAL,
        rule="good_cause",
        truth=None,
    ),
    Worked(
        "An application pending in the first period, filed on the sixtieth day after it ended",
        HERE + NO_PERIOD + NO_FAMILY + NEVER_HAD_IT + condition('"2026-05-01"', "2026-06-30"),
        TODAY,
        "open",
        LATE,
        rule="filed_within_60_days",
        truth=True,
    ),
    Worked(
        "The same, filed on the sixty-first day",
        HERE + NO_PERIOD + NO_FAMILY + NEVER_HAD_IT + condition('"2026-05-01"', "2026-07-01"),
        TODAY,
        "closed",
        LATE,
        rule="filed_within_60_days",
        truth=False,
    ),
    Worked(
        "The condition still goes on",
        HERE + NO_PERIOD + NO_FAMILY + NEVER_HAD_IT + condition("{ absent = true }", "2026-07-01"),
        TODAY,
        "open",
        LATE,
        rule="condition_goes_on",
        truth=True,
    ),
    Worked(
        "The designation has ended",
        HERE.replace("designated_now = true", "designated_now = false") + "tps.in_registration_period = true\n",
        TODAY,
        "closed",
        "mullin-v-doe-2026",
        rule="country_designated",
        truth=False,
    ),
    Worked(
        "Nobody has checked the country on the day",
        HERE.replace("tps.country_designated_now = true", "tps.country_designated_now = { unknown = true }")
        + "tps.in_registration_period = true\n",
        TODAY,
        "unknown",
        "tps-designations-2026",
        rule="country_designated",
        truth=None,
    ),
    Worked(
        "Two misdemeanors",
        HERE.replace("misdemeanors = false", "misdemeanors = true") + "tps.in_registration_period = true\n",
        TODAY,
        "closed",
        STATUTE,
        rule="no_criminal_bar",
        truth=False,
    ),
    Worked("Nothing is known", "", TODAY, "unknown", STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("tps", worked)


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("SLV", "2026-08-18", None),
        ("SLV", "2026-08-19", True),
        ("SLV", "2026-09-09", True),
        ("SLV", "2026-09-10", None),
        ("LBN", TODAY, True),
        ("LBN", "2026-11-28", None),
        ("SDN", TODAY, None),
        ("UKR", TODAY, None),
        ("HND", "2026-06-24", None),
        ("HND", "2026-06-25", False),
        ("ETH", "2026-08-17", None),
        ("ETH", "2026-08-18", False),
        ("VEN", TODAY, False),
        ("MEX", TODAY, None),
    ],
)
def test_a_designation_is_known_only_between_its_days(country: str, on: str, expected: bool | None) -> None:
    assert tps_designated(country, date.fromisoformat(on)) is expected


def test_the_list_holds_every_stored_designation_in_both_languages() -> None:
    rows = tps_designations()
    assert sum(row.designated for row in rows) == 4
    assert sum(not row.designated for row in rows) == 14
    assert all(row.name.en and row.name.es for row in rows)
    assert all((row.last is not None) is row.designated for row in rows)
    for id in ("ina-244", "tps-designations-2026", "mullin-v-doe-2026"):
        authorities.get(id)
