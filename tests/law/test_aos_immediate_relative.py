"""Adjustment as an immediate relative: cases a lawyer would recognise."""

import pytest

from nolle.law.pathways import pathway
from nolle.logic import judge

from .worked import Worked, ask, check

CLEAN = """
complete = ["entry"]
person.in_us_now = true
person.inadmissible_nonwaivable = false
person.ever_admitted_crewman = false
person.ever_admitted_twov_transit = false
person.j1_two_year_unmet = false
person.permanent_bar_9c = false
person.left_after_unlawful_presence = false
person.admitted_k_last = false
person.false_claim_us_citizen = false
case.vd_overstayed = false
case.in_absentia = false
"""

SPOUSE = """
filing.i130.category = "ir_spouse"
filing.i130.petitioner_relationship = "spouse"
filing.i130.status = "approved"
filing.i130.filed_on = "2021-02-01"
filing.i130.decided_on = "2022-05-16"
"""

NO_PAROLE = 'filing.i131_pip.status = "denied"\nfiling.i360_vawa.status = "none"\n'

WITH_TPS = """
person.immigration_status = "tps"
tps.ever_granted = true
"""

ADMITTED = """
[[entry]]
date = "2010-03-01"
manner = "admitted_visa"
travel_document = "visa_or_waiver"
"""

NOT_INSPECTED = """
[[entry]]
date = "2001-01-15"
manner = "ewi"
travel_document = "none"
"""


def tps_trip(returned: str) -> str:
    """An entry without inspection, then a trip on advance parole while holding TPS."""
    return (
        NOT_INSPECTED
        + f"""
[[entry]]
date = "{returned}"
manner = "advance_parole"
travel_document = "advance_parole_i512"
tps_held_at_departure = true
"""
    )


ADVANCE_PAROLE_TRIP = tps_trip("2015-06-01").replace("departure = true", "departure = false")

LEFT = CLEAN.replace("left_after_unlawful_presence = false", "left_after_unlawful_presence = true")


CASES = [
    Worked(
        "Case dismissed on 2023-10-06, I-130 approved, admitted on a visa: adjustment with USCIS",
        CLEAN + SPOUSE + "case.in_removal_proceedings = false\n" + ADMITTED,
        on="2023-10-07",
        circuit="9",
        status="open",
        rests_on="ina-245a",
        rule="last_entry",
        truth=True,
    ),
    Worked(
        "The I-130 is filed together with the I-485",
        CLEAN + SPOUSE.replace("approved", "planned") + ADMITTED,
        on="2023-10-07",
        circuit="9",
        status="open",
        rests_on="matter-of-hashmi",
        rule="i130_concurrent",
        truth=True,
    ),
    Worked(
        "The I-130 was denied and nothing else is filed",
        CLEAN
        + SPOUSE.replace("approved", "denied")
        + 'filing.i360_widow.status = "none"\nfiling.i360_vawa.status = "none"\n'
        + ADMITTED,
        on="2023-10-07",
        circuit="9",
        status="closed",
        rests_on="ina-201-immediate-relative",
        rule="petition",
        truth=False,
    ),
    Worked(
        "Entered without inspection, and nobody asked for parole in place: there is no act to await",
        CLEAN + SPOUSE + 'filing.i131_pip.status = "none"\nfiling.i360_vawa.status = "none"\n' + NOT_INSPECTED,
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-212d5",
        rule="last_entry",
        truth=False,
    ),
    Worked(
        "Entered without inspection: only an act of USCIS, parole in place, could supply the entry",
        CLEAN + SPOUSE + 'filing.i131_pip.status = "planned"\nfiling.i360_vawa.status = "none"\n' + NOT_INSPECTED,
        on="2026-11-21",
        circuit="9",
        status="awaiting",
        rests_on="ina-212d5",
        rule="last_entry",
        truth=False,
    ),
    Worked(
        "Entered without inspection, with a VAWA self-petition: no admission or parole is needed",
        CLEAN + SPOUSE + 'filing.i360_vawa.status = "approved"\n' + NOT_INSPECTED,
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="ina-204a1-vawa",
        rule="inspected_or_paroled",
        truth=True,
    ),
    Worked(
        "Ninth Circuit, TPS, the day before Sanchez v. Mayorkas",
        CLEAN + SPOUSE.replace("2022-05-16", "2021-05-16") + NO_PAROLE + WITH_TPS + NOT_INSPECTED,
        on="2021-06-06",
        circuit="9",
        status="open",
        rests_on="ramirez-v-brown-2017",
        rule="tps_is_admission_ca9",
        truth=True,
    ),
    Worked(
        "Ninth Circuit, TPS, the day of Sanchez v. Mayorkas",
        CLEAN + SPOUSE.replace("2022-05-16", "2021-05-16") + NO_PAROLE + WITH_TPS + NOT_INSPECTED,
        on="2021-06-07",
        circuit="9",
        status="closed",
        rests_on="sanchez-v-mayorkas-2021",
        rule="inspected_or_paroled",
        truth=False,
    ),
    Worked(
        "Second Circuit, TPS, the same day: no court there took TPS for an admission",
        CLEAN + SPOUSE.replace("2022-05-16", "2021-05-16") + NO_PAROLE + WITH_TPS + NOT_INSPECTED,
        on="2021-06-06",
        circuit="2",
        status="closed",
        rests_on="ina-245a",
        rule="inspected_or_paroled",
        truth=False,
    ),
    Worked(
        "Returned on TPS travel on the day of Z-R-Z-C-: the trip still counts",
        CLEAN + SPOUSE + NO_PAROLE + WITH_TPS + tps_trip("2020-08-20"),
        on="2021-12-01",
        circuit="9",
        status="open",
        rests_on="uscis-z-r-z-c-2020",
        rule="tps_travel",
        truth=True,
    ),
    Worked(
        "Returned on TPS travel the day after Z-R-Z-C-: the trip gives no new status",
        CLEAN + SPOUSE + NO_PAROLE + WITH_TPS + tps_trip("2020-08-21"),
        on="2022-06-30",
        circuit="9",
        status="closed",
        rests_on="uscis-z-r-z-c-2020",
        rule="inspected_or_paroled",
        truth=False,
    ),
    Worked(
        "The same trip in the Fifth Circuit after Duarte",
        CLEAN + SPOUSE + NO_PAROLE + WITH_TPS + tps_trip("2020-08-21"),
        on="2022-06-30",
        circuit="5",
        status="open",
        rests_on="duarte-v-mayorkas-2022",
        rule="tps_travel",
        truth=True,
    ),
    Worked(
        "The same trip under PM-602-0188: case by case, and parole in place may be asked for",
        CLEAN + SPOUSE + NO_PAROLE.replace("denied", "planned") + WITH_TPS + tps_trip("2020-08-21"),
        on="2022-07-01",
        circuit="9",
        status="awaiting",
        rests_on="uscis-pm-602-0188",
        rule="inspected_or_paroled",
        truth=None,
    ),
    Worked(
        "A trip on advance parole after long unlawful presence, on the last day of Arrabally",
        LEFT + SPOUSE + ADVANCE_PAROLE_TRIP,
        on="2026-08-12",
        circuit="9",
        status="open",
        rests_on="matter-of-arrabally",
        rule="three_and_ten_year_bars",
        truth=True,
    ),
    Worked(
        "The same trip on the day of Delcarmen-Lara: a departure, and the I-601 is awaited",
        LEFT + SPOUSE + ADVANCE_PAROLE_TRIP,
        on="2026-08-13",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-delcarmen-lara",
        rule="three_and_ten_year_bars",
        truth=None,
    ),
    Worked(
        "Admitted on a K visa, petitioned for by a daughter",
        CLEAN.replace("admitted_k_last = false", "admitted_k_last = true")
        + SPOUSE.replace('relationship = "spouse"', 'relationship = "child_21_plus"').replace("ir_spouse", "ir_parent")
        + ADMITTED,
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-201-immediate-relative",
        rule="k_visa",
        truth=False,
    ),
    Worked(
        "An order in absentia nine years ago, without excuse",
        CLEAN.replace("in_absentia = false", 'in_absentia = true\ncase.in_absentia_cause = "none"')
        + 'case.final_order_on = "2017-11-21"\n'
        + SPOUSE
        + ADMITTED,
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="ina-240",
        rule="no_in_absentia_bar",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="ina-245a"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("aos_immediate_relative", worked)


@pytest.mark.parametrize(
    ("on", "facts", "forum"),
    [
        (
            "2023-10-05",
            'case.in_removal_proceedings = true\ncase.charging_category = "admitted_deportable"\n',
            "judge_alone",
        ),
        ("2023-10-07", "case.in_removal_proceedings = false\n", "uscis_no_court_case"),
        (
            "2023-10-05",
            'case.in_removal_proceedings = true\ncase.charging_category = "arriving_alien"\n',
            "uscis_arriving_alien",
        ),
    ],
    ids=[
        "before the dismissal, the judge alone",
        "after the dismissal, USCIS",
        "arriving alien, USCIS throughout",
    ],
)
def test_who_decides(on: str, facts: str, forum: str) -> None:
    """8 CFR 245.2(a)(1) and 1245.2(a)(1)."""
    _, asked = ask("aos_immediate_relative", facts, on)
    rule = pathway("aos_immediate_relative").forum_rule
    assert rule is not None
    assert [f.rule.id for f in judge(rule, asked).because if f.truth is True] == [forum]
