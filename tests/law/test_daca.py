"""DACA: cases a lawyer would recognise, and a first request and a renewal on each side of every change in the law."""

import pytest

from .worked import Worked, check

RULE = "8-cfr-236-21-daca"
MEMO = "daca-2012"
REGENTS = "dhs-v-regents-2020"

NO_RECORD = 'complete = ["conviction"]\n'

CAME_AS_A_CHILD = """
daca.came_before_16 = true
daca.continuous_residence_since_2007_06_15 = true
daca.in_us_2012_06_15 = true
daca.no_lawful_status_2012_06_15 = true
person.us_high_school_or_ged = true
person.gang_allegation = "none"
case.final_order = false
case.vd_granted = false
"""

NEVER_HAD_IT = """
daca.ever_granted = false
daca.expires_on = { absent = true }
"""

HAS_IT = """
daca.ever_granted = true
daca.terminated = false
"""

ADULT = (
    CAME_AS_A_CHILD
    + """
person.birth_date = "1995-03-01"
case.in_removal_proceedings = false
"""
)

MISDEMEANOR = """
[[conviction]]
offense_class = "misdemeanor"
immigration_class = ["none"]
custody_days_to_serve = 0
disposition = "convicted"
"""


def first_request(on: str, status: str, rests_on: str) -> Worked:
    return Worked(
        f"A first request asked about on {on}",
        NO_RECORD + ADULT + NEVER_HAD_IT,
        on=on,
        status=status,
        rests_on=rests_on,
    )


def renewal(on: str, status: str, rests_on: str, expires_on: str) -> Worked:
    return Worked(
        f"A DACA that runs to {expires_on}, asked about on {on}",
        NO_RECORD + ADULT + HAS_IT + f'daca.expires_on = "{expires_on}"\n',
        on=on,
        status=status,
        rests_on=rests_on,
    )


CHANGES = [
    first_request("2012-08-14", "not_in_force", MEMO),
    first_request("2012-08-15", "open", MEMO),
    first_request("2017-09-04", "open", MEMO),
    first_request("2017-09-05", "closed", MEMO),
    renewal("2017-09-05", "open", MEMO, "2018-02-01"),
    renewal("2018-01-08", "open", MEMO, "2018-02-01"),
    renewal("2018-01-09", "open", MEMO, "2017-09-01"),
    first_request("2018-01-09", "closed", MEMO),
    first_request("2020-06-17", "closed", MEMO),
    first_request("2020-06-18", "unknown", REGENTS),
    first_request("2020-07-27", "unknown", REGENTS),
    first_request("2020-07-28", "closed", MEMO),
    renewal("2020-07-28", "open", MEMO, "2020-09-01"),
    first_request("2020-12-03", "closed", MEMO),
    first_request("2020-12-04", "open", MEMO),
    first_request("2021-07-15", "open", MEMO),
    first_request("2021-07-16", "closed", MEMO),
    renewal("2021-07-16", "open", MEMO, "2022-01-01"),
    renewal("2022-10-30", "open", MEMO, "2023-01-01"),
    renewal("2022-10-31", "open", "texas-v-us-2025-daca", "2023-01-01"),
    first_request("2022-10-31", "closed", "texas-v-us-2025-daca"),
    first_request("2026-09-01", "closed", "texas-v-us-2025-daca"),
    first_request("2026-09-02", "unknown", "texas-v-us-2025-daca"),
    renewal("2026-11-21", "open", RULE, "2027-03-01"),
]

CASES = [
    Worked(
        "A DACA that expired 365 days ago can still be renewed",
        NO_RECORD + ADULT + HAS_IT + 'daca.expires_on = "2025-08-31"\n',
        on="2026-08-31",
        status="open",
        rests_on=RULE,
        rule="expired_within_a_year",
        truth=True,
    ),
    Worked(
        "A day later it is a first request",
        NO_RECORD + ADULT + HAS_IT + 'daca.expires_on = "2025-08-31"\n',
        on="2026-09-01",
        status="closed",
        rests_on=RULE,
        rule="renewal",
        truth=False,
    ),
    Worked(
        "A terminated DACA is not renewed",
        NO_RECORD + ADULT + HAS_IT.replace("false", "true") + 'daca.expires_on = "2027-03-01"\n',
        on="2026-08-31",
        status="closed",
        rests_on=RULE,
        rule="not_terminated",
        truth=False,
    ),
    Worked(
        "Born one day too early: 31 on June 15, 2012",
        NO_RECORD + ADULT.replace("1995-03-01", "1981-06-15") + NEVER_HAD_IT,
        on="2013-01-15",
        status="closed",
        rests_on=RULE,
        rule="born_on_or_after_1981_06_16",
        truth=False,
    ),
    Worked(
        "Born on June 16, 1981",
        NO_RECORD + ADULT.replace("1995-03-01", "1981-06-16") + NEVER_HAD_IT,
        on="2013-01-15",
        status="open",
        rests_on=RULE,
        rule="born_on_or_after_1981_06_16",
        truth=True,
    ),
    Worked(
        "A child of 14 who is in no proceedings and under no order",
        NO_RECORD + ADULT.replace("1995-03-01", "1999-03-01") + NEVER_HAD_IT,
        on="2013-01-15",
        status="closed",
        rests_on=RULE,
        rule="age_15_or_in_proceedings",
        truth=False,
    ),
    Worked(
        "A child of 14 in removal proceedings",
        NO_RECORD
        + ADULT.replace("1995-03-01", "1999-03-01").replace("proceedings = false", "proceedings = true")
        + NEVER_HAD_IT,
        on="2013-01-15",
        status="open",
        rests_on=RULE,
        rule="in_proceedings",
        truth=True,
    ),
    Worked(
        "A child of 14 with a final order",
        NO_RECORD
        + ADULT.replace("1995-03-01", "1999-03-01").replace("final_order = false", "final_order = true")
        + NEVER_HAD_IT,
        on="2013-01-15",
        status="open",
        rests_on=RULE,
        rule="under_an_order",
        truth=True,
    ),
    Worked(
        "A gang allegation alone does not close a renewal",
        NO_RECORD
        + ADULT.replace('allegation = "none"', 'allegation = "alleged_only"')
        + HAS_IT
        + 'daca.expires_on = "2027-03-01"\n',
        on="2026-11-21",
        status="open",
        rests_on=RULE,
        rule="no_public_safety_threat",
        truth=True,
    ),
    Worked(
        "A conviction for driving under the influence",
        NO_RECORD + ADULT + HAS_IT + 'daca.expires_on = "2027-03-01"\n' + MISDEMEANOR.replace('["none"]', '["dui"]'),
        on="2026-11-21",
        status="closed",
        rests_on=RULE,
        rule="no_listed_misdemeanor",
        truth=False,
    ),
    Worked(
        "Three misdemeanors of three days",
        NO_RECORD
        + ADULT
        + HAS_IT
        + 'daca.expires_on = "2027-03-01"\n'
        + "".join(MISDEMEANOR + f'offense_on = "{day}"\n' for day in ("2014-02-01", "2016-05-01", "2019-08-01")),
        on="2026-11-21",
        status="closed",
        rests_on=RULE,
        rule="not_three_misdemeanors",
        truth=False,
    ),
    Worked(
        "Three misdemeanors of one day count as one",
        NO_RECORD
        + ADULT
        + HAS_IT
        + 'daca.expires_on = "2027-03-01"\n'
        + (MISDEMEANOR + 'offense_on = "2016-05-01"\n') * 3,
        on="2026-11-21",
        status="open",
        rests_on=RULE,
        rule="not_three_misdemeanors",
        truth=True,
    ),
    *(
        Worked(
            f"A charge of driving under the influence that {words}",
            NO_RECORD
            + ADULT
            + HAS_IT
            + 'daca.expires_on = "2027-03-01"\n'
            + MISDEMEANOR.replace('["none"]', '["dui"]').replace('"convicted"', f'"{ended}"'),
            on="2026-08-31",
            status="open",
            rests_on=RULE,
            rule="no_listed_misdemeanor",
            truth=True,
        )
        for ended, words in (("dismissed", "was dismissed"), ("vacated", "was a conviction, since vacated"))
    ),
    Worked(
        "The same charge, how it ended not asked",
        NO_RECORD
        + ADULT
        + HAS_IT
        + 'daca.expires_on = "2027-03-01"\n'
        + MISDEMEANOR.replace('["none"]', '["dui"]').replace('disposition = "convicted"\n', ""),
        on="2026-08-31",
        status="unknown",
        rests_on=RULE,
        rule="no_listed_misdemeanor",
        truth=None,
    ),
    Worked(
        "Nobody has said whether there are convictions",
        ADULT + HAS_IT + 'daca.expires_on = "2027-03-01"\n',
        on="2026-11-21",
        status="unknown",
        rests_on=RULE,
        rule="no_felony",
        truth=None,
    ),
]


@pytest.mark.parametrize("worked", CHANGES + CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("daca", worked)
