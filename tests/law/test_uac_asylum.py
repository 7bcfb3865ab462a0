"""Unaccompanied-child asylum: cases a lawyer would recognise, one on each side of every change."""

import pytest

from nolle.law.pathways import pathway
from nolle.logic import judge

from .worked import Worked, ask, check

CLAIM = """
person.immigration_status = "none"
asylum.fear_of_return = true
asylum.past_persecution = true
asylum.nexus_supported = true
"""

# Found unaccompanied at the border, with a parent by the time of filing, and past 18 by then.
GROWN = (
    CLAIM
    + """
uac.determined = true
uac.determination_terminated = false
uac.parent_available_at_filing = true
uac.adult_ice_detention_before_filing = false
"""
)

CHILD = (
    CLAIM
    + """
person.birth_date = "2010-03-01"
uac.determined = false
uac.parent_available_at_filing = false
"""
)


def filed(on: str, born: str) -> str:
    return f'person.birth_date = "{born}"\nfiling.i589.status = "pending"\nfiling.i589.filed_on = "{on}"\n'


NOT_FILED = 'filing.i589.status = "none"\n'


def grown(story: str, filed_on: str, on: str, truth: bool, rests_on: str, facts: str = GROWN) -> Worked:
    """A young adult with an earlier finding; what the rules of the filing day make of it."""
    born = f"{int(filed_on[:4]) - 19}-01-01"
    return Worked(
        story,
        facts + filed(filed_on, born),
        on=on,
        status="open" if truth else "closed",
        rests_on=rests_on,
        rule="uscis_takes_it_first",
        truth=truth,
    )


CASES = [
    Worked(
        "A child of 16 without a parent here, nothing filed yet",
        CHILD + NOT_FILED,
        on="2026-11-21",
        status="open",
        rests_on="6-usc-279g",
        rule="unaccompanied_when_filed",
        truth=True,
    ),
    Worked(
        "The same child when a parent here can give care: no finding is waited for",
        CHILD.replace("available_at_filing = false", "available_at_filing = true") + NOT_FILED,
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="6-usc-279g",
        rule="no_parent_available",
        truth=False,
    ),
    Worked(
        "Filed the day before the 18th birthday, never found unaccompanied",
        CHILD.replace('"2010-03-01"', '"2007-09-15"') + 'filing.i589.filed_on = "2025-09-14"\n',
        on="2026-05-28",
        status="open",
        rests_on="6-usc-279g",
        rule="born_under_18_when_filed",
        truth=True,
    ),
    Worked(
        "Filed on the 18th birthday, never found unaccompanied",
        CHILD.replace('"2010-03-01"', '"2007-09-15"') + 'filing.i589.filed_on = "2025-09-15"\n',
        on="2026-05-28",
        status="closed",
        rests_on="6-usc-279g",
        rule="born_under_18_when_filed",
        truth=False,
    ),
    Worked(
        "Now 18, nothing filed, never found unaccompanied",
        CHILD.replace('"2010-03-01"', '"2008-11-21"') + NOT_FILED,
        on="2026-11-21",
        status="closed",
        rests_on="6-usc-279g",
        rule="under_18_when_filed",
        truth=False,
    ),
    grown("The last day of the 2009 memo", "2013-06-09", "2013-08-01", False, "uscis-uac-2009"),
    grown("The first day of the Kim memo", "2013-06-10", "2013-08-01", True, "uscis-uac-kim-2013"),
    grown(
        "The Kim memo, but an agency ended the finding before filing",
        "2015-06-10",
        "2015-08-01",
        False,
        "uscis-uac-kim-2013",
        GROWN.replace("terminated = false", "terminated = true"),
    ),
    grown("The last day of the Kim memo as USCIS applied it", "2019-06-29", "2019-07-15", True, "uscis-uac-kim-2013"),
    grown("The first day of the 2019 memo", "2019-06-30", "2019-07-15", False, "uscis-uac-2019"),
    grown(
        "Filed under the 2019 memo, asked before the J.O.P. order", "2019-07-10", "2019-08-01", False, "uscis-uac-2019"
    ),
    grown(
        "Filed under the 2019 memo, taken back by the J.O.P. order", "2019-07-10", "2019-08-02", True, "jop-v-dhs-2019"
    ),
    grown("The first day of the J.O.P. order", "2019-08-02", "2019-09-01", True, "jop-v-dhs-2019"),
    grown("The amended J.O.P. injunction", "2020-12-21", "2021-02-01", True, "jop-v-dhs-2019"),
    grown("The J.O.P. settlement", "2024-11-25", "2025-02-01", True, "jop-v-dhs-settlement"),
    grown(
        "In adult detention before filing, the last day before the 2025 memo",
        "2025-02-23",
        "2025-06-01",
        True,
        "jop-v-dhs-settlement",
        GROWN.replace("before_filing = false", "before_filing = true") + "uac.jop_class_member = false\n",
    ),
    grown(
        "In adult detention before filing, under the 2025 memo",
        "2025-02-24",
        "2025-06-01",
        False,
        "uscis-uac-2025",
        GROWN.replace("before_filing = false", "before_filing = true") + "uac.jop_class_member = false\n",
    ),
    grown(
        "A class member in adult detention, the last day of the settlement",
        "2025-02-24",
        "2026-05-27",
        True,
        "jop-v-dhs-settlement",
        GROWN.replace("before_filing = false", "before_filing = true") + "uac.jop_class_member = true\n",
    ),
    grown(
        "The same class member the day after the settlement ended",
        "2025-02-24",
        "2026-05-28",
        False,
        "jop-v-dhs-settlement",
        GROWN.replace("before_filing = false", "before_filing = true") + "uac.jop_class_member = true\n",
    ),
    grown(
        "Grown and reunited, an earlier finding, under the 2025 memo",
        "2025-03-01",
        "2026-11-21",
        True,
        "uscis-uac-2025",
    ),
    Worked(
        "The day of filing is not known, and the possible rules differ",
        GROWN + 'person.birth_date = "1999-01-01"\nfiling.i589.filed_on = { unknown = true }\n',
        on="2026-11-21",
        status="unknown",
        rests_on="uscis-uac-kim-2013",
        rule="uscis_takes_it_first",
        truth=None,
    ),
    Worked(
        "Everything is known but what counsel must judge",
        CHILD.replace("past_persecution = true", "past_persecution = false").replace(
            "asylum.nexus_supported = true\n", ""
        )
        + NOT_FILED,
        on="2026-11-21",
        status="needs_judgement",
        rests_on="8-cfr-1208-13-asylum",
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-208b3c-uac"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("uac_asylum", worked)


@pytest.mark.parametrize(
    ("on", "circuit", "answer"),
    [
        ("2013-01-01", "6", None),
        ("2015-01-01", "6", True),
        ("2015-01-01", "9", None),
        ("2018-10-15", "9", None),
        ("2018-10-16", "9", True),
        ("2026-11-21", "6", True),
    ],
)
def test_judge_may_go_first_on_a_filing_after_18(on: str, circuit: str, answer: bool | None) -> None:
    """Harmon (6th Cir. 2014), then Matter of M-A-C-O-, 27 I&N Dec. 477 (BIA 2018)."""
    facts = 'person.birth_date = "1993-01-01"\nfiling.i589.filed_on = "2012-02-01"\n'
    _, asked = ask("uac_asylum", facts, on, circuit)
    forum = pathway("uac_asylum").forum_rule
    assert forum is not None
    judge_view = judge(forum, asked).because[0]
    assert judge_view.rule.id == "judge_view"
    assert judge_view.truth is answer


def test_reunion_alone_does_not_settle_that_the_judge_goes_first() -> None:
    """M-A-C-O- speaks of reunion only in passing."""
    facts = (
        'person.birth_date = "2004-01-01"\nfiling.i589.filed_on = "2019-02-01"\n'
        'uac.released_to = "parent"\nuac.ij_found_not_uac = false\n'
    )
    _, asked = ask("uac_asylum", facts, "2026-11-21", "9")
    forum = pathway("uac_asylum").forum_rule
    assert forum is not None
    assert judge(forum, asked).because[0].truth is None
