"""Deferred action in general: one case on each side of the halt of 2019."""

import pytest

from .worked import Worked, check

HERE = """
person.in_us_now = true
person.security_or_terrorism_concern = false
person.served_us_military = false
"""

TO_USCIS = HERE + 'da.decided_by = "uscis"\n'

CASES = [
    Worked(
        "A medical request to USCIS the day before the halt",
        TO_USCIS + 'da.requested_on = "2019-08-06"\n',
        on="2019-08-06",
        status="open",
        rests_on="ina-103a",
        rule="uscis_channel",
        truth=True,
    ),
    Worked(
        "The same request on the day of the halt",
        TO_USCIS + 'da.requested_on = "2019-08-06"\n',
        on="2019-08-07",
        status="closed",
        rests_on="uscis-da-halt-2019",
        rule="halt",
        truth=False,
    ),
    Worked(
        "A request to ICE during the halt",
        TO_USCIS.replace('"uscis"', '"ice"'),
        on="2019-08-20",
        status="open",
        rests_on="uscis-da-halt-2019",
        rule="not_asked_of_uscis",
        truth=True,
    ),
    Worked(
        "A veteran's request to USCIS during the halt",
        TO_USCIS.replace("military = false", "military = true"),
        on="2019-08-20",
        status="open",
        rests_on="uscis-da-halt-2019",
        rule="military",
        truth=True,
    ),
    Worked(
        "Pending at the halt, taken up again on 2 September",
        TO_USCIS + 'da.requested_on = "2019-08-06"\n',
        on="2019-09-02",
        status="open",
        rests_on="uscis-da-halt-2019",
        rule="pending_at_the_halt",
        truth=True,
    ),
    Worked(
        "Not asked yet in September: too late for the partial reopening",
        TO_USCIS + "da.requested_on = { absent = true }\n",
        on="2019-09-18",
        status="closed",
        rests_on="uscis-da-halt-2019",
        rule="pending_at_the_halt",
        truth=False,
    ),
    Worked(
        "The next day all requests are considered again",
        TO_USCIS + "da.requested_on = { absent = true }\n",
        on="2019-09-19",
        status="open",
        rests_on="uscis-pm-deferred-action",
        rule="uscis_channel",
        truth=True,
    ),
    Worked(
        "Security is still counsel's to judge",
        "person.in_us_now = true\n",
        on="2025-01-19",
        status="needs_judgement",
        rests_on="ina-103a",
        rule="no_security_concern",
        truth=None,
    ),
    Worked(
        "The last day on which USCIS is known to take requests",
        TO_USCIS,
        on="2025-01-19",
        status="open",
        rests_on="uscis-pm-deferred-action",
        rule="resumed",
        truth=True,
    ),
    Worked(
        "The day after, nobody has verified whether USCIS takes requests",
        TO_USCIS,
        on="2025-01-20",
        status="unknown",
        rests_on="uscis-pm-deferred-action",
        rule="uscis_channel",
        truth=None,
    ),
    Worked(
        "A request to ICE does not hang on USCIS",
        TO_USCIS.replace('"uscis"', '"ice"'),
        on="2026-11-21",
        status="open",
        rests_on="ina-103a",
        rule="other_agency",
        truth=True,
    ),
    Worked(
        "Outside the United States",
        "person.in_us_now = false\n",
        on="2026-11-21",
        status="closed",
        rests_on="ina-103a",
        rule="in_the_us",
        truth=False,
    ),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("deferred_action_generic", worked)
