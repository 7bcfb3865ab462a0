"""Asylum: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

CLAIM = """
person.birth_date = "1965-04-02"
person.persecuted_others = false
person.security_or_terrorism_concern = false
asylum.fear_of_return = true
asylum.past_persecution = true
asylum.protected_grounds = ["political_opinion"]
asylum.nexus_supported = true
asylum.state_actor_or_unable = true
asylum.internal_relocation_reasonable = false
asylum.prior_asylum_denied = false
asylum.particularly_serious_crime = false
asylum.serious_nonpolitical_crime = false
asylum.firm_resettlement = false
asylum.entry_based_bar = "none"
uac.determined = false
"""

NO_EXCEPTION = """
asylum.filed_within_one_year = false
asylum.changed_or_extraordinary = false
asylum.exception_kinds = []
asylum.mendez_rojas_class_member = false
"""

NOT_FILED = 'filing.i589.status = "none"\n'

ALL_ENTRIES = 'complete = ["entry"]\n'

# Out and back on advance parole for three weeks; the first arrival was years before.
SHORT_TRIP = """
asylum.last_arrival_on = "2025-02-10"
asylum.trip_abroad_days = 21
filing.i589.status = "pending"
filing.i589.filed_on = "2025-09-01"
[[entry]]
date = "2025-02-10"
manner = "advance_parole"
travel_document = "advance_parole_i512"
"""

CASES = [
    Worked(
        "Filed on the anniversary of the last arrival",
        CLAIM + 'asylum.last_arrival_on = "2024-03-15"\nfiling.i589.filed_on = "2025-03-15"\n',
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="ina-208",
        rule="within_a_year_of_arrival",
        truth=True,
    ),
    Worked(
        "Arrived on 28 February, filed on the leap day of the next year: a day late",
        CLAIM + NO_EXCEPTION + 'asylum.last_arrival_on = "2023-02-28"\nfiling.i589.filed_on = "2024-02-29"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-208",
        rule="within_a_year_of_arrival",
        truth=False,
    ),
    Worked(
        "Filed a day after the year, and no exception",
        CLAIM + NO_EXCEPTION + 'asylum.last_arrival_on = "2024-03-15"\nfiling.i589.filed_on = "2025-03-16"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="8-cfr-1208-4-one-year",
        rule="one_year",
        truth=False,
    ),
    Worked(
        "The year has gone by and nothing is filed: no finding of unaccompanied child is waited for",
        CLAIM + NO_EXCEPTION + NOT_FILED + 'asylum.last_arrival_on = "2019-03-15"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-208",
        rule="one_year",
        truth=False,
    ),
    Worked(
        "Late after TPS ended: whether the time was reasonable is for counsel",
        CLAIM
        + NO_EXCEPTION.replace("kinds = []", 'kinds = ["maintained_status_or_parole"]')
        + 'asylum.last_arrival_on = "2015-03-15"\nfiling.i589.filed_on = "2025-03-16"\n',
        on="2026-11-21",
        circuit="9",
        status="needs_judgement",
        rests_on="husyev-v-mukasey-2008",
        rule="kept_status",
        truth=None,
    ),
    Worked(
        "Late, but once found to be an unaccompanied child",
        CLAIM.replace("determined = false", "determined = true")
        + NO_EXCEPTION
        + 'asylum.last_arrival_on = "2019-03-15"\nfiling.i589.filed_on = "2025-03-16"\n',
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="ina-208b3c-uac",
        rule="found_unaccompanied",
        truth=True,
    ),
    Worked(
        "Filed on 1998-04-15, the day before the deadline was applied",
        CLAIM + NO_EXCEPTION + 'asylum.last_arrival_on = "1990-05-01"\nfiling.i589.filed_on = "1998-04-15"\n',
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="8-cfr-1208-4-one-year",
        rule="filed_before_the_deadline_law",
        truth=True,
    ),
    Worked(
        "Filed on 1998-04-16, the first day of the deadline",
        CLAIM + NO_EXCEPTION + 'asylum.last_arrival_on = "1990-05-01"\nfiling.i589.filed_on = "1998-04-16"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="8-cfr-1208-4-one-year",
        rule="filed_before_the_deadline_law",
        truth=False,
    ),
    Worked(
        "A short trip on advance parole in the Ninth Circuit: the last arrival counts",
        ALL_ENTRIES + CLAIM + NO_EXCEPTION + SHORT_TRIP,
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="matter-of-f-p-r",
        rule="last_arrival",
        truth=True,
    ),
    Worked(
        "The same trip in the Second Circuit does not start a new year",
        ALL_ENTRIES + CLAIM + NO_EXCEPTION + SHORT_TRIP,
        on="2026-11-21",
        circuit="2",
        status="closed",
        rests_on="joaquin-porras-2006",
        rule="last_arrival",
        truth=False,
    ),
    Worked(
        "The same trip, where the circuit is not known",
        ALL_ENTRIES + CLAIM + NO_EXCEPTION + SHORT_TRIP,
        on="2026-11-21",
        status="unknown",
        rests_on="joaquin-porras-2006",
        rule="last_arrival",
        truth=None,
    ),
    Worked(
        "Denied before, and nothing has changed",
        CLAIM.replace("asylum_denied = false", "asylum_denied = true")
        + NO_EXCEPTION.replace("one_year = false", "one_year = true")
        + 'asylum.last_arrival_on = "2024-03-15"\nfiling.i589.filed_on = "2025-03-15"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-208",
        rule="earlier_denial",
        truth=False,
    ),
    Worked(
        "Denied before, but the country has changed since",
        CLAIM.replace("asylum_denied = false", "asylum_denied = true")
        + NO_EXCEPTION.replace("kinds = []", 'kinds = ["changed_country_conditions"]')
        + 'asylum.last_arrival_on = "2024-03-15"\nfiling.i589.filed_on = "2025-03-15"\n',
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="ina-208",
        rule="earlier_denial",
        truth=True,
    ),
    Worked(
        "Firmly resettled elsewhere",
        CLAIM.replace("resettlement = false", "resettlement = true")
        + 'asylum.last_arrival_on = "2024-03-15"\nfiling.i589.filed_on = "2025-03-15"\n',
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-208",
        rule="not_firmly_resettled",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-208"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("asylum", worked)
