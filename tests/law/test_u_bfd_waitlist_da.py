"""Deferred action for a pending U petition: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

PETITIONER = """complete = ["conviction"]
person.in_us_now = true
person.security_or_terrorism_concern = false
filing.i918.status = "pending"
filing.i918.filed_on = "2021-01-15"
victim.u_cert_signed_on = "2020-12-01"
"""

FIREARM = '[[conviction]]\nimmigration_class = ["firearm"]\n'

NOT_LISTED = "victim.waitlisted = false\n"

CASES = [
    Worked(
        "Before the process of 2021 only the waiting list gave deferred action: it is awaited",
        PETITIONER + NOT_LISTED,
        on="2021-03-01",
        status="awaiting",
        rests_on="8-cfr-214-14-u",
        rule="on_the_waiting_list",
        truth=False,
    ),
    Worked(
        "On the waiting list before the process of 2021",
        PETITIONER + NOT_LISTED.replace("false", "true"),
        on="2021-03-01",
        status="open",
        rests_on="8-cfr-214-14-u",
        rule="bona_fide_or_waiting_list",
        truth=True,
    ),
    Worked(
        "The bona fide process opens",
        PETITIONER + NOT_LISTED,
        on="2021-06-14",
        status="open",
        rests_on="uscis-u-bfd-2021",
        rule="bona_fide_or_waiting_list",
        truth=True,
    ),
    Worked(
        "The last day the process was known to be open",
        PETITIONER + NOT_LISTED,
        on="2026-09-30",
        status="open",
        rests_on="uscis-u-bfd-2021",
    ),
    Worked(
        "Nobody has checked since: it can be asked for, the answer is awaited",
        PETITIONER + NOT_LISTED,
        on="2026-10-01",
        status="awaiting",
        rests_on="uscis-u-bfd-2021",
        rule="bona_fide_or_waiting_list",
        truth=None,
    ),
    Worked(
        "No petition has been filed",
        PETITIONER.replace('"pending"', '"none"'),
        on="2024-05-01",
        status="closed",
        rests_on="ina-214p6-u-work-auth",
        rule="petition_pending",
        truth=False,
    ),
    Worked(
        "A firearm conviction meets the public-safety screen",
        PETITIONER + FIREARM + 'disposition = "convicted"\n',
        on="2024-05-01",
        status="closed",
        rests_on="uscis-pm-u",
        rule="public_safety_screen",
        truth=False,
    ),
    Worked(
        "A firearm charge that was dismissed does not",
        PETITIONER + FIREARM + 'disposition = "dismissed"\n',
        on="2024-05-01",
        status="open",
        rests_on="uscis-pm-u",
        rule="public_safety_screen",
        truth=True,
    ),
    Worked(
        "A firearm charge, how it ended not asked",
        PETITIONER + FIREARM,
        on="2024-05-01",
        status="unknown",
        rests_on="uscis-pm-u",
        rule="public_safety_screen",
        truth=None,
    ),
    Worked(
        "Only counsel's view of the security check is missing",
        PETITIONER.replace("person.security_or_terrorism_concern = false\n", ""),
        on="2024-05-01",
        status="needs_judgement",
        rests_on="ina-214p6-u-work-auth",
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("u_bfd_waitlist_da", worked)
