"""Cancellation for non-permanent residents: stop-time and breaks in presence on each side of every change, convictions,
and hardship."""

import pytest

from .worked import Worked, check

STATUTE = "ina-240a-b1-42b"
STOP_TIME = "ina-240a-d-stop-time"
PEREIRA = "pereira-v-sessions-2018"
TWO_STEP = "matter-of-mendoza-hernandez"
NIZ_CHAVEZ = "niz-chavez-2021"
TODAY = "2026-11-21"

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2016-01-20"
"""

NO_BAR = """
person.gmc_bar_101f = false
person.persecuted_others = false
person.ever_admitted_crewman = false
lpr.prior_cancellation = false
case.vd_overstayed = false
case.in_absentia = false
"""

NEVER_LEFT = """
person.longest_absence_days = 0
person.total_absence_days = 0
"""

NO_OFFENSE = "lpr.stop_time_offense_on = { absent = true }\n"

LISTS = 'complete = ["relative", "conviction", "presence_event"]\n'

RECORD = LISTS + IN_COURT + NO_BAR + NEVER_LEFT + NO_OFFENSE
"""A person in court who never left, with no bar and no conviction."""

BAD_NOTICE = """
case.nta_served_on = "2016-01-04"
case.nta_has_time_and_place = false
"""

NOTICE_2016 = 'case.hearing_notice_on = "2016-02-01"\ncase.hearing_notice_has_time_place = true\n'
NO_LATER_NOTICE = "case.hearing_notice_on = { absent = true }\n"

SINCE_2000 = 'person.present_in_us_since = "2000-03"\n'
SINCE_2007 = 'person.present_in_us_since = "2007-03-01"\n'

EXCEPTIONAL = "exceptional_and_extremely_unusual"


def relation(
    kind: str = "child",
    *,
    status: str = "usc",
    born: str = "2014-05-01",
    hardship: str | None = EXCEPTIONAL,
    more: str = "",
) -> str:
    told = f'hardship_level = "{hardship}"\n' if hardship else ""
    return (
        f'[[relative]]\nrelationship = "{kind}"\nstatus = "{status}"\nbirth_date = "{born}"\n'
        f'marital_status = "single"\n{told}{more}'
    )


def crime(kind: str, maximum: int, *, on: str = "2012-06-01", end: str = "convicted") -> str:
    return (
        f'[[conviction]]\noffense_on = "{on}"\nimmigration_class = ["{kind}"]\nonly_cimt = true\n'
        f'max_possible_sentence_days = {maximum}\nsentence_imposed_days = 10\ndisposition = "{end}"\n'
    )


def trip(kind: str, more: str = "") -> str:
    return f'[[presence_event]]\nkind = "{kind}"\nleft_on = "1999-02-01"\ndays = 3\n{more}'


def stopped(
    story: str,
    notice: str,
    on: str,
    rests_on: str,
    truth: bool | None,
    *,
    since: str = SINCE_2007,
    circuit: str | None = "5",
) -> Worked:
    """A case that turns on stop-time alone."""
    outcome = {True: "open", False: "closed", None: "unknown"}[truth]
    return Worked(
        story, RECORD + since + notice + relation(), on, outcome, rests_on, circuit, "ten_years_of_presence", truth
    )


STOPPED = [
    stopped(
        "Nearly nine years when any notice stops the time: the last day before Pereira",
        BAD_NOTICE + NO_LATER_NOTICE,
        "2018-06-20",
        "matter-of-camarillo",
        False,
    ),
    stopped(
        "The same notice the day Pereira is decided: it no longer stops the time",
        BAD_NOTICE + NO_LATER_NOTICE,
        "2018-06-21",
        PEREIRA,
        True,
    ),
    stopped(
        "A later hearing notice while its effect is unsettled",
        BAD_NOTICE + NOTICE_2016,
        "2019-04-30",
        PEREIRA,
        None,
    ),
    stopped(
        "The day the Board lets a hearing notice complete the Notice to Appear",
        BAD_NOTICE + NOTICE_2016,
        "2019-05-01",
        TWO_STEP,
        False,
    ),
    stopped(
        "Ten years before the hearing notice that completed it",
        BAD_NOTICE + NOTICE_2016,
        "2019-05-01",
        TWO_STEP,
        True,
        since=SINCE_2000,
    ),
    stopped(
        "No hearing notice has come: nothing has completed the Notice to Appear",
        BAD_NOTICE + NO_LATER_NOTICE,
        "2020-01-10",
        TWO_STEP,
        True,
    ),
    stopped(
        "Ninth Circuit, the day before Lopez",
        BAD_NOTICE + NOTICE_2016,
        "2019-05-21",
        TWO_STEP,
        False,
        circuit="9",
    ),
    stopped(
        "Ninth Circuit, the day of Lopez",
        BAD_NOTICE + NOTICE_2016,
        "2019-05-22",
        "lopez-v-barr-2019",
        True,
        circuit="9",
    ),
    stopped(
        "Ninth Circuit, the day Lopez is vacated",
        BAD_NOTICE + NOTICE_2016,
        "2020-01-23",
        TWO_STEP,
        False,
        circuit="9",
    ),
    stopped(
        "Third Circuit, the day before Guadalupe",
        BAD_NOTICE + NOTICE_2016,
        "2020-02-25",
        TWO_STEP,
        False,
        circuit="3",
    ),
    stopped(
        "Third Circuit, the day of Guadalupe",
        BAD_NOTICE + NOTICE_2016,
        "2020-02-26",
        "guadalupe-v-ag-2020",
        True,
        circuit="3",
    ),
    stopped(
        "Tenth Circuit, the day before Banuelos",
        BAD_NOTICE + NOTICE_2016,
        "2020-03-24",
        TWO_STEP,
        False,
        circuit="10",
    ),
    stopped(
        "Tenth Circuit, the day of Banuelos",
        BAD_NOTICE + NOTICE_2016,
        "2020-03-25",
        "banuelos-v-barr-2020",
        True,
        circuit="10",
    ),
    stopped(
        "Where the circuit is not known and the circuits disagree",
        BAD_NOTICE + NOTICE_2016,
        "2020-06-01",
        TWO_STEP,
        None,
        circuit=None,
    ),
    stopped(
        "Two documents, the last day before Niz-Chavez",
        BAD_NOTICE + NOTICE_2016,
        "2021-04-28",
        TWO_STEP,
        False,
    ),
    stopped(
        "Two documents, the day of Niz-Chavez: only one complete document stops the time",
        BAD_NOTICE + NOTICE_2016,
        "2021-04-29",
        NIZ_CHAVEZ,
        True,
    ),
    stopped(
        "One complete document before ten years stops the time still",
        BAD_NOTICE.replace("false", "true"),
        TODAY,
        NIZ_CHAVEZ,
        False,
    ),
    stopped(
        "Since about 2004 is early enough for a complete notice of 2016",
        BAD_NOTICE.replace("false", "true"),
        TODAY,
        NIZ_CHAVEZ,
        True,
        since='person.present_in_us_since = "2004~"\n',
    ),
    stopped(
        "Since about 2006 is not known to be early enough",
        BAD_NOTICE.replace("false", "true"),
        TODAY,
        NIZ_CHAVEZ,
        None,
        since='person.present_in_us_since = "2006~"\n',
    ),
]


def case_of(story: str, facts: str, on: str, outcome: str, rests_on: str, rule: str, truth: bool | None) -> Worked:
    """A case with ten years before a complete notice, that turns on something else."""
    return Worked(story, facts, on, outcome, rests_on, "9", rule, truth)


LONG = RECORD + SINCE_2000 + BAD_NOTICE.replace("false", "true")
OLDER = (
    LISTS
    + IN_COURT.replace("2016-01-20", "2001-09-20")
    + NO_BAR
    + NO_OFFENSE
    + 'person.present_in_us_since = "1990-03"\n'
    + 'case.nta_served_on = "2001-09-04"\ncase.nta_has_time_and_place = true\n'
)
"""Here since 1990 and in court since 2001, with a complete notice; what happened at the border is told beside it."""

UNLISTED = LONG.replace(', "presence_event"', "").replace(NEVER_LEFT, "\n")
"""The same person, who may have made trips that nobody has told."""


def away(days: int) -> str:
    return f"[[presence_event]]\ndays = {days}\n"


PRESENCE = [
    *(
        case_of(
            f"A trip of {days} days in a list that may lack others{beside}",
            facts + away(days) + relation(),
            TODAY,
            outcome,
            STOP_TIME,
            "no_absence_over_90_days",
            truth,
        )
        for days, outcome, truth, facts, beside in (
            (91, "closed", False, UNLISTED, ""),
            (90, "unknown", None, UNLISTED, ""),
            (91, "closed", False, UNLISTED + "person.longest_absence_days = 30\n", ", though 30 was told"),
            (90, "unknown", True, UNLISTED + "person.longest_absence_days = 90\n", ", and 90 told as the longest"),
        )
    ),
    case_of(
        "One absence of 91 days",
        LONG.replace("longest_absence_days = 0", "longest_absence_days = 91") + relation(),
        TODAY,
        "closed",
        STOP_TIME,
        "no_absence_over_90_days",
        False,
    ),
    case_of(
        "A voluntary return before Romalez-Alcaide",
        OLDER + trip("voluntary_return") + relation(born="2000-05-01"),
        "2002-05-30",
        "open",
        STOP_TIME,
        "no_break_by_process",
        True,
    ),
    case_of(
        "The same return the day of Romalez-Alcaide",
        OLDER + trip("voluntary_return") + relation(born="2000-05-01"),
        "2002-05-31",
        "closed",
        "matter-of-romalez",
        "no_break_by_process",
        False,
    ),
    Worked(
        "A voluntary return without being told of a hearing, in the Fifth Circuit before Castrejon-Colino",
        OLDER + trip("voluntary_return", "told_of_hearing_right = false\n") + relation(),
        "2015-10-27",
        "closed",
        "matter-of-avilez",
        "5",
        "no_break_by_process",
        False,
    ),
    Worked(
        "The same return on that day in the Ninth Circuit",
        OLDER + trip("voluntary_return", "told_of_hearing_right = false\n") + relation(),
        "2015-10-27",
        "open",
        "ibarra-flores-2006",
        "9",
        "no_break_by_process",
        True,
    ),
    Worked(
        "The same return in the Fifth Circuit the day of Castrejon-Colino",
        OLDER + trip("voluntary_return", "told_of_hearing_right = false\n") + relation(),
        "2015-10-28",
        "open",
        "matter-of-castrejon-colino",
        "5",
        "no_break_by_process",
        True,
    ),
    case_of(
        "Told of the hearing and sent back: presence is broken",
        OLDER + trip("voluntary_return", "told_of_hearing_right = true\n") + relation(),
        TODAY,
        "closed",
        "matter-of-castrejon-colino",
        "no_break_by_process",
        False,
    ),
    case_of(
        "Turned back at the border with no papers",
        OLDER + trip("turned_back_no_process") + relation(),
        TODAY,
        "open",
        "matter-of-avilez",
        "no_break_by_process",
        True,
    ),
]

CONVICTIONS = [
    case_of(
        "A petty crime of moral turpitude with a maximum of 364 days",
        LONG + crime("cimt", 364) + relation(),
        TODAY,
        "open",
        "matter-of-cortez-canales",
        "criminal_bar",
        True,
    ),
    case_of(
        "A petty crime of moral turpitude with a maximum of a year",
        LONG + crime("cimt", 365) + relation(),
        TODAY,
        "closed",
        "matter-of-cortez-canales",
        "criminal_bar",
        False,
    ),
    case_of(
        "The same crime while the side of 237(a)(2) was unsettled",
        OLDER + NEVER_LEFT + crime("cimt", 364, on="2001-06-01") + relation(born="2000-05-01"),
        "2009-12-01",
        "unknown",
        "matter-of-garcia-hernandez",
        "criminal_bar",
        None,
    ),
    case_of(
        "A petty crime before any precedent is for counsel, not a no",
        OLDER + NEVER_LEFT + crime("cimt", 364, on="2001-06-01") + relation(born="2000-05-01"),
        "2003-05-07",
        "unknown",
        STATUTE,
        "criminal_bar",
        None,
    ),
    case_of(
        "Acquitted of a crime of moral turpitude",
        LONG + crime("cimt", 400, on="2001-06-01", end="acquitted") + relation(),
        TODAY,
        "open",
        STATUTE,
        "criminal_bar",
        True,
    ),
    case_of(
        "A controlled-substance conviction",
        LONG + crime("controlled_substance", 180) + relation(),
        TODAY,
        "closed",
        STATUTE,
        "criminal_bar",
        False,
    ),
]

HARDSHIP = [
    case_of(
        "A citizen child, and counsel has not yet judged the hardship",
        LONG + relation(hardship=None),
        TODAY,
        "needs_judgement",
        STATUTE,
        "hardship_to_child",
        None,
    ),
    case_of(
        "Counsel finds no more than the hardship any separation brings",
        LONG + relation(hardship="ordinary"),
        TODAY,
        "closed",
        STATUTE,
        "qualifying_relative_hardship",
        False,
    ),
    case_of(
        "A resident adoptive mother",
        LONG + relation("adoptive_parent", status="lpr", born="1950"),
        TODAY,
        "open",
        STATUTE,
        "has_spouse_or_parent",
        True,
    ),
    case_of(
        "The child turns 21 tomorrow",
        LONG + relation(born="2005-11-22"),
        TODAY,
        "open",
        "matter-of-isidro-zamorano",
        "has_child",
        True,
    ),
    case_of(
        "The child turned 21 today",
        LONG + relation(born="2005-11-21"),
        TODAY,
        "closed",
        "matter-of-isidro-zamorano",
        "qualifying_relative_hardship",
        False,
    ),
    case_of(
        "A permanent resident mother",
        LONG + relation("parent", status="lpr", born="1950-01-01"),
        TODAY,
        "open",
        STATUTE,
        "spouse_or_parent_hardship",
        True,
    ),
    case_of(
        "Hardship to a citizen brother does not count",
        LONG + relation("sibling"),
        TODAY,
        "closed",
        STATUTE,
        "qualifying_relative_hardship",
        False,
    ),
    case_of(
        "A stepchild who was 17 at the marriage",
        LONG + relation("stepchild", born="2008-01-01", more="step_relation_age = 17\n"),
        TODAY,
        "open",
        "matter-of-portillo-gutierrez",
        "step_relative_hardship",
        True,
    ),
    case_of(
        "A stepchild who was 18 at the marriage",
        LONG + relation("stepchild", born="2008-01-01", more="step_relation_age = 18\n"),
        TODAY,
        "closed",
        "matter-of-portillo-gutierrez",
        "qualifying_relative_hardship",
        False,
    ),
    case_of(
        "A relative not asked about may still count",
        LONG.replace('"relative", ', ""),
        TODAY,
        "unknown",
        STATUTE,
        "qualifying_relative_hardship",
        None,
    ),
]

OTHER = [
    case_of(
        "A recent order in absentia without excuse",
        LONG.replace("in_absentia = false", "in_absentia = true")
        + 'case.in_absentia_cause = "none"\ncase.final_order_on = "2019-05-01"\n'
        + relation(),
        TODAY,
        "closed",
        "ina-240",
        "no_in_absentia_bar",
        False,
    ),
    Worked("Nothing is known", "", TODAY, "unknown", STATUTE),
]


@pytest.mark.parametrize("worked", [*STOPPED, *PRESENCE, *CONVICTIONS, *HARDSHIP, *OTHER], ids=str)
def test_worked_case(worked: Worked) -> None:
    check("cancellation_42b", worked)
