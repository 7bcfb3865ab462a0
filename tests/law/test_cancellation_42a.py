"""Cancellation for permanent residents: five years, seven years, and what stops them."""

import pytest

from .worked import Worked, check

STATUTE = "ina-240a-a-42a"
PEREIRA = "pereira-v-sessions-2018"
TODAY = "2026-11-21"

RESIDENT = """
complete = ["conviction"]
case.in_removal_proceedings = true
case.nta_filed_on = "2016-01-20"
case.nta_served_on = "2016-01-04"
lpr.lpr_since = "2009-07"
lpr.prior_cancellation = false
"""

COMPLETE = "case.nta_has_time_and_place = true\n"
INCOMPLETE = "case.nta_has_time_and_place = false\n"
NO_OFFENSE = "lpr.stop_time_offense_on = { absent = true }\n"


def admitted(day: str) -> str:
    return f'lpr.admitted_any_status_on = "{day}"\n'


def stopped(story: str, facts: str, on: str, rests_on: str, truth: bool | None) -> Worked:
    """A case that turns on the seven years alone."""
    outcome = {True: "open", False: "closed", None: "unknown"}[truth]
    return Worked(story, RESIDENT + facts, on, outcome, rests_on, "9", "seven_years", truth)


CASES = [
    stopped(
        "Admitted as a visitor in 2005: the years before the green card count",
        admitted("2005-06-01") + COMPLETE + NO_OFFENSE,
        TODAY,
        STATUTE,
        True,
    ),
    stopped(
        "An offense six years after admission stops the seven",
        admitted("2005-06-01") + COMPLETE + 'lpr.stop_time_offense_on = "2011-08-15"\n',
        TODAY,
        "barton-v-barr-2020",
        False,
    ),
    stopped(
        "Admitted in 2010, an incomplete notice of 2016: the last day any notice stops the time",
        admitted("2010-06-01") + INCOMPLETE + NO_OFFENSE,
        "2018-06-20",
        "matter-of-camarillo",
        False,
    ),
    stopped(
        "The same case the next day: what a hearing notice did is for counsel",
        admitted("2010-06-01") + INCOMPLETE + NO_OFFENSE,
        "2018-06-21",
        PEREIRA,
        None,
    ),
    stopped(
        "The same case on the last day before Niz-Chavez",
        admitted("2010-06-01") + INCOMPLETE + NO_OFFENSE,
        "2021-04-28",
        PEREIRA,
        None,
    ),
    stopped(
        "The same case the day of Niz-Chavez: an incomplete notice stops nothing",
        admitted("2010-06-01") + INCOMPLETE + NO_OFFENSE,
        "2021-04-29",
        "niz-chavez-2021",
        True,
    ),
    Worked(
        "A resident for four years",
        RESIDENT.replace("2009-07", "2023-02") + admitted("2005-06-01") + COMPLETE + NO_OFFENSE,
        TODAY,
        "closed",
        STATUTE,
        rule="five_years_resident",
        truth=False,
    ),
    Worked(
        "Never a permanent resident",
        RESIDENT.replace('"2009-07"', "{ absent = true }"),
        TODAY,
        "closed",
        STATUTE,
        rule="five_years_resident",
        truth=False,
    ),
    Worked(
        "An aggravated felony",
        RESIDENT
        + admitted("2005-06-01")
        + COMPLETE
        + NO_OFFENSE
        + '[[conviction]]\nimmigration_class = ["aggravated_felony"]\ndisposition = "convicted"\n',
        TODAY,
        "closed",
        STATUTE,
        rule="no_aggravated_felony",
        truth=False,
    ),
    Worked(
        "The charge, classed as an aggravated felony, was dismissed: it is no conviction",
        RESIDENT
        + admitted("2005-06-01")
        + COMPLETE
        + NO_OFFENSE
        + '[[conviction]]\nimmigration_class = ["aggravated_felony"]\ndisposition = "dismissed"\n',
        TODAY,
        "open",
        STATUTE,
        rule="no_aggravated_felony",
        truth=True,
    ),
    Worked(
        "How the charge ended was not asked",
        RESIDENT
        + admitted("2005-06-01")
        + COMPLETE
        + NO_OFFENSE
        + '[[conviction]]\nimmigration_class = ["aggravated_felony"]\n',
        TODAY,
        "unknown",
        STATUTE,
        rule="no_aggravated_felony",
        truth=None,
    ),
    Worked("Nothing is known", "", TODAY, "unknown", STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("cancellation_42a", worked)
