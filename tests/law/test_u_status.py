"""U status: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

STATUTE = "ina-101a15u"
RULE = "8-cfr-214-14-u"

VICTIM = """
victim.qualifying_crime = true
victim.substantial_abuse = true
victim.possesses_information = true
victim.helpful_to_le = true
victim.crime_violated_us_law_or_in_us = true
person.inadmissible_nonwaivable = false
"""

FILED = 'filing.i918.status = "pending"\nfiling.i918.filed_on = "2024-08-31"\n'

CASES = [
    Worked(
        "The certification was signed six months before filing, to the day",
        VICTIM + FILED + 'victim.u_cert_signed_on = "2024-02-29"\n',
        on="2026-11-21",
        status="open",
        rests_on=RULE,
        rule="certified_in_time",
        truth=True,
    ),
    Worked(
        "Signed a day earlier, it was stale: a new one is awaited",
        VICTIM + FILED + 'victim.u_cert_signed_on = "2024-02-28"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on=RULE,
        rule="certified_in_time",
        truth=False,
    ),
    Worked(
        "Nothing is signed or filed yet: the agency's certification is awaited",
        VICTIM + 'filing.i918.status = "none"\nvictim.u_cert_signed_on = { absent = true }\n',
        on="2026-11-21",
        status="awaiting",
        rests_on="ina-214p",
        rule="certified_in_time",
        truth=None,
    ),
    Worked(
        "Signed five months ago and not filed yet",
        VICTIM + 'filing.i918.status = "none"\nvictim.u_cert_signed_on = "2026-06-21"\n',
        on="2026-11-21",
        status="open",
        rests_on=RULE,
        rule="certified_in_time",
        truth=True,
    ),
    Worked(
        "Would not help the authorities",
        VICTIM.replace("helpful_to_le = true", "helpful_to_le = false")
        + FILED
        + 'victim.u_cert_signed_on = "2024-06-01"\n',
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="helpful",
        truth=False,
    ),
    Worked(
        "Only counsel's view of the waiver is missing",
        VICTIM.replace("person.inadmissible_nonwaivable = false\n", "")
        + FILED
        + 'victim.u_cert_signed_on = "2024-06-01"\n',
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-212a-grounds",
        rule="waivable",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on=STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("u_status", worked)
