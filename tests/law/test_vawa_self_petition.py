"""VAWA self-petition: cases a lawyer would recognise."""

import pytest

from nolle.law.pathways import pathway
from nolle.logic import judge

from .worked import Worked, ask, check

STATUTE = "ina-204a1-vawa"
MANUAL = "uscis-pm-vawa-2025"

WIFE = """
victim.abuser_relationship = "spouse"
victim.abuser_status = "usc"
victim.battery_or_extreme_cruelty = true
victim.resided_with_abuser_during_relationship = true
victim.good_faith_marriage = true
victim.marriage_ended_on = { absent = true }
person.gmc_bar_101f = false
person.marital_status = "separated"
filing.i360_vawa.status = "none"
"""

DIVORCED = (
    WIFE.replace('"spouse"', '"former_spouse"')
    .replace('"separated"', '"divorced"')
    .replace("{ absent = true }", '"2024-11-21"')
)

NEVER_LIVED_TOGETHER = WIFE.replace("during_relationship = true", "during_relationship = false")

CASES = [
    Worked("Separated from an abusive citizen husband", WIFE, on="2026-11-21", status="open", rests_on=STATUTE),
    Worked(
        "Divorced two years ago, to the day, and not filed yet",
        DIVORCED,
        on="2026-11-21",
        status="open",
        rests_on=STATUTE,
        rule="ended_within_two_years",
        truth=True,
    ),
    Worked(
        "A day later",
        DIVORCED,
        on="2026-11-22",
        status="closed",
        rests_on=STATUTE,
        rule="ended_within_two_years",
        truth=False,
    ),
    Worked(
        "Divorced long ago, now married to someone else: that marriage does not keep the time",
        DIVORCED.replace('"divorced"', '"married"').replace("2024-11-21", "2015-03-01"),
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="still_married",
        truth=False,
    ),
    Worked(
        "Filed in time, asked about years later",
        DIVORCED.replace('"none"', '"pending"') + 'filing.i360_vawa.filed_on = "2025-01-10"\n',
        on="2028-01-01",
        status="open",
        rests_on=STATUTE,
        rule="married_or_in_time",
        truth=True,
    ),
    Worked(
        "Did not live together during the marriage, on the last day the manual did not ask",
        NEVER_LIVED_TOGETHER,
        on="2025-12-21",
        status="open",
        rests_on=STATUTE,
    ),
    Worked(
        "The same wife under the manual of December 2025",
        NEVER_LIVED_TOGETHER,
        on="2025-12-22",
        status="closed",
        rests_on=MANUAL,
        rule="lived_together",
        truth=False,
    ),
    Worked(
        "A father abused by his citizen son of 25: nothing turns on a marriage",
        WIFE.replace('"spouse"', '"usc_child_21_plus"')
        .replace('"separated"', '"divorced"')
        .replace("good_faith_marriage = true", "good_faith_marriage = false"),
        on="2026-11-21",
        status="open",
        rests_on=STATUTE,
        rule="parent_or_child_case",
        truth=True,
    ),
    Worked(
        "Abused by a boyfriend she never married",
        WIFE.replace('"spouse"', '"none"'),
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="relationship",
        truth=False,
    ),
    Worked(
        "Counsel has not yet judged good moral character",
        WIFE.replace("person.gmc_bar_101f = false\n", ""),
        on="2026-11-21",
        status="needs_judgement",
        rests_on="ina-101f",
        rule="good_moral_character",
        truth=None,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on=STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("vawa_self_petition", worked)


@pytest.mark.parametrize(
    ("charged", "on", "circuit", "branch", "truth"),
    [
        ("present_without_admission", "2026-11-21", "5", "judge", True),
        ("arriving_alien", "2026-11-21", "5", "uscis_arriving", True),
        ("arriving_alien", "2006-05-12", "9", "uscis_arriving", True),
        ("arriving_alien", "2006-05-11", "9", "arriving_before_2006", None),
        ("arriving_alien", "2006-05-11", "5", "judge", False),
    ],
)
def test_who_decides_the_adjustment(charged: str, on: str, circuit: str, branch: str, truth: bool | None) -> None:
    facts = f'case.in_removal_proceedings = true\ncase.charging_category = "{charged}"\n'
    rule = pathway("vawa_self_petition").forum_rule
    assert rule is not None
    _, asked = ask("vawa_self_petition", facts, on, circuit)
    found = judge(rule, asked)
    assert found.truth is truth
    assert {part.rule.id: part.truth for part in found.because}[branch] is truth
